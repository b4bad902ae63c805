//! Chromium without a window, driven over chromedriver's JSON: one `Driver` is one browser of its own.
//!
//! What cannot be done panics with a sentence that names the selector and the page, at the line of
//! the test that asked for it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use base64::Engine as _;
use serde_json::{Value, json};
use tempfile::TempDir;
use ureq::http::Response;
use ureq::{Agent, Body};

use super::tool;

/// The key under which the standard hides the identifier of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// A screenshot of a long page is tens of megabytes as text.
const LARGEST_ANSWER: u64 = 256 << 20;
/// Longer than any page load; then the browser hangs and the test should say so.
const PATIENCE: Duration = Duration::from_mins(1);
/// Waiting looks this often, this many times: at least 10 seconds, more where the browser is slow.
const PAUSE: Duration = Duration::from_millis(20);
const LOOKS: u32 = 500;

/// A browser with one window and a profile of its own; gone when dropped.
pub struct Driver {
    agent: Agent,
    /// `http://127.0.0.1:PORT/session/ID`
    session: String,
    // Dropped in this order: the programs first, then the folder that they write to.
    _server: Server,
    _profile: TempDir,
}

/// What the browser says when it will not.
type Answer<T = Value> = Result<T, String>;

impl Driver {
    /// Starts chromedriver on a free port and a browser that speaks French.
    #[track_caller]
    pub fn start() -> Self {
        let server = Server::start();
        let profile = tempfile::tempdir().expect("a folder for the browser's profile");
        // Refusals are answers with a reason in their body.
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let asked = agent.post(format!("{}/session", server.address)).send_json(capabilities(&profile));
        let session = must(answer(asked), || "starting a browser".into());
        let id = session["sessionId"].as_str().expect("a session has an identifier");
        Self {
            agent,
            session: format!("{}/session/{id}", server.address),
            _server: server,
            _profile: profile,
        }
    }

    /// Opens `url` and waits until it is loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        must(self.post("url", json!({ "url": url })), || format!("opening {url}"));
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.word("title")
    }

    /// Where the browser is.
    #[track_caller]
    pub fn address(&self) -> String {
        self.word("url")
    }

    /// The page as the browser has it, after its scripts.
    #[track_caller]
    pub fn source(&self) -> String {
        self.word("source")
    }

    /// What a reader sees of the first element.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        let element = self.find(css);
        must_be_text(self.get(&format!("{element}/text")), || self.doing("reading", css))
    }

    /// What a reader sees of every element, in the order of the page.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        must(self.try_texts(css), || self.doing("reading", css))
    }

    pub fn exists(&self, css: &str) -> bool {
        self.elements(css).is_ok_and(|found| !found.is_empty())
    }

    /// Clicks what opens another page, and waits until that one is there: the old one may hold what the next
    /// question looks for.
    #[track_caller]
    pub fn go(&self, css: &str) {
        self.script("document.documentElement.dataset.left = 'yes'", &json!([]));
        self.click(css);
        let there = until(|| self.exists("html:not([data-left]) body"));
        assert!(there, "{}: no other page after 10 s", self.doing("going by", css));
    }

    /// Clicks what changes the page that is there.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let element = self.find(css);
        must(self.post(&format!("{element}/click"), json!({})), || self.doing("clicking", css));
    }

    /// Empties a field and types `text` into it.
    ///
    /// A date or a time is given as HTML has it, `2026-11-24` or `18:30`, whatever the browser shows.
    #[track_caller]
    pub fn fill(&self, css: &str, text: &str) {
        let element = self.find(css);
        let doing = || self.doing(&format!("typing {text:?} into"), css);
        if self.has_parts(css) {
            self.script(SET_VALUE, &json!([css, text]));
        } else {
            // As a person does: all of it is marked and typed over, so that it changes once.
            let keys = format!("{CONTROL}a{NO_KEY}{BACKSPACE}{text}");
            must(self.post(&format!("{element}/value"), json!({ "text": keys })), doing);
        }
    }

    /// Chooses the option of a list that has this value.
    #[track_caller]
    pub fn choose(&self, css_select: &str, value: &str) {
        self.click(&format!("{css_select} option[value={value:?}]"));
    }

    /// Presses a key on an element: `Enter`, `Tab`, `Escape`, `Space`, an arrow, or a character.
    ///
    /// Unlike a click, a key does not wait for the page that it may open: wait for what is on it.
    #[track_caller]
    pub fn press(&self, css: &str, key: &str) {
        let element = self.find(css);
        let keys = json!({ "text": key_code(key) });
        must(self.post(&format!("{element}/value"), keys), || {
            self.doing(&format!("pressing {key} on"), css)
        });
    }

    /// Waits until there is such an element.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        let found = until(|| self.exists(css));
        assert!(found, "{}: still none after 10 s", self.doing("waiting for", css));
    }

    /// Waits until the text of one of these elements contains `part`.
    #[track_caller]
    pub fn wait_for_text(&self, css: &str, part: &str) {
        // A page that is being replaced has no texts for a moment.
        let texts = || self.try_texts(css).unwrap_or_default();
        let found = until(|| texts().iter().any(|text| text.contains(part)));
        assert!(found, "{}: no {part:?} after 10 s, only {:?}", self.doing("waiting in", css), texts());
    }

    /// Runs the body of a function with `args`, an array, as its arguments; what it returns.
    #[track_caller]
    pub fn script(&self, js: &str, args: &Value) -> Value {
        self.run("execute/sync", js, args)
    }

    /// The same for a body that calls its last argument with the result when it is done.
    #[track_caller]
    pub fn script_that_calls_back(&self, js: &str, args: &Value) -> Value {
        self.run("execute/async", js, args)
    }

    /// Makes the window this large, in pixels.
    #[track_caller]
    pub fn size(&self, width: u32, height: u32) {
        let rect = json!({ "width": width, "height": height });
        must(self.post("window/rect", rect), || format!("making the window {width} × {height}"));
    }

    /// Shows pages as a screen of this size does, by day or by night; narrow ones are telephones.
    #[track_caller]
    pub fn emulate(&self, width: u32, height: u32, dark: bool) {
        let screen = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", &screen);
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Takes the network away, or gives it back.
    #[track_caller]
    pub fn offline(&self, is_offline: bool) {
        self.devtools("Network.enable", &json!({}));
        let network = json!({
            "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.devtools("Network.emulateNetworkConditions", &network);
    }

    /// How many elements there are, at this moment.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        let found = self.script("return document.querySelectorAll(arguments[0]).length", &json!([css]));
        found.as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or_default()
    }

    /// The text of an element at this moment, which a script may replace at the next; empty when there is none.
    #[track_caller]
    pub fn glance(&self, css: &str) -> String {
        let found = self.script("return document.querySelector(arguments[0])?.innerText", &json!([css]));
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Gives the browser a device that keeps passkeys, as a telephone does; `unlocks` says whether its owner
    /// shows their finger when they are asked.
    #[track_caller]
    pub fn add_device(&self, unlocks: bool) -> String {
        let device = json!({
            "protocol": "ctap2", "transport": "internal",
            "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": unlocks,
        });
        let added = must(self.post("webauthn/authenticator", device), || "adding a device".into());
        added.as_str().expect("a device has an identifier").to_owned()
    }

    /// Whether the device's owner shows their finger from now on.
    #[track_caller]
    pub fn device_unlocks(&self, device: &str, unlocks: bool) {
        let road = format!("webauthn/authenticator/{device}/uv");
        must(self.post(&road, json!({ "isUserVerified": unlocks })), || "locking a device".into());
    }

    /// The passkeys that a device holds, as the standard lists them.
    #[track_caller]
    pub fn device_keys(&self, device: &str) -> Vec<Value> {
        let road = format!("webauthn/authenticator/{device}/credentials");
        list(&must(self.get(&road), || "looking into a device".into())).cloned().collect()
    }

    /// Puts a key into a device, as a copy of it would be.
    #[track_caller]
    pub fn put_key(&self, device: &str, key: Value) {
        let road = format!("webauthn/authenticator/{device}/credential");
        must(self.post(&road, key), || "copying a key".into());
    }

    /// Takes a device away.
    #[track_caller]
    pub fn remove_device(&self, device: &str) {
        let road = format!("{}/webauthn/authenticator/{device}", self.session);
        must(answer(self.agent.delete(&road).call()), || "removing a device".into());
    }

    /// Lets pages run their scripts, or not.
    #[track_caller]
    pub fn allow_scripts(&self, allowed: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": !allowed }));
    }

    /// Writes the whole page, as far as it scrolls, to a PNG file.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        let wish = json!({ "format": "png", "captureBeyondViewport": true });
        let picture = self.devtools("Page.captureScreenshot", &wish);
        let text = picture["data"].as_str().expect("a picture comes as text");
        let bytes = base64::prelude::BASE64_STANDARD.decode(text).expect("a picture comes in base64");
        std::fs::write(path, bytes)
            .unwrap_or_else(|error| panic!("writing {}: {error}", path.display()));
    }

    /// Makes the browser a stranger to every site.
    #[track_caller]
    pub fn forget_cookies(&self) {
        self.devtools("Network.clearBrowserCookies", &json!({}));
    }

    /// What the console has reported as an error since it was last asked: scripts, policies, missing files.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        let log =
            must(self.post("se/log", json!({ "type": "browser" })), || "reading the console".into());
        list(&log)
            .filter(|entry| entry["level"] == "SEVERE")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    #[track_caller]
    fn devtools(&self, command: &str, params: &Value) -> Value {
        let asked = self.post("goog/cdp/execute", json!({ "cmd": command, "params": params }));
        must(asked, || format!("{command} with {params}"))
    }

    #[track_caller]
    fn run(&self, road: &str, js: &str, args: &Value) -> Value {
        let beginning: String = js.trim().chars().take(80).collect();
        must(self.post(road, json!({ "script": js, "args": args })), || format!("running {beginning:?}"))
    }

    /// Whether a field shows its value in parts, in an order that the browser's language decides.
    #[track_caller]
    fn has_parts(&self, css: &str) -> bool {
        let kind = self.script("return document.querySelector(arguments[0]).type", &json!([css]));
        ["date", "time", "datetime-local", "month", "week", "color", "range"].iter().any(|k| kind == *k)
    }

    #[track_caller]
    fn word(&self, road: &str) -> String {
        must_be_text(self.get(road), || format!("reading the {road} of the page"))
    }

    fn try_texts(&self, css: &str) -> Answer<Vec<String>> {
        let text = |element: String| self.get(&format!("{element}/text"));
        let texts = self.elements(css)?.into_iter().map(text).collect::<Result<Vec<_>, _>>()?;
        Ok(texts.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// The road to the first element.
    #[track_caller]
    fn find(&self, css: &str) -> String {
        let found = must(self.elements(css), || self.doing("finding", css)).into_iter().next();
        must(found.ok_or_else(|| "there is none".into()), || self.doing("finding", css))
    }

    /// The roads to all elements.
    fn elements(&self, css: &str) -> Answer<Vec<String>> {
        let found = self.post("elements", json!({ "using": "css selector", "value": css }))?;
        let ids = list(&found).filter_map(|element| element[ELEMENT].as_str());
        Ok(ids.map(|id| format!("element/{id}")).collect())
    }

    /// What was being done, and where: the first half of a complaint.
    fn doing(&self, verb: &str, css: &str) -> String {
        let place = self.get("url").unwrap_or_default();
        format!("{verb} `{css}` on {}", place.as_str().unwrap_or("a page that does not answer"))
    }

    fn get(&self, road: &str) -> Answer {
        answer(self.agent.get(format!("{}/{road}", self.session)).call())
    }

    fn post(&self, road: &str, body: Value) -> Answer {
        answer(self.agent.post(format!("{}/{road}", self.session)).send_json(body))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Ends the browser; chromedriver goes after it, with its field.
        let _ = self.agent.delete(&self.session).call();
    }
}

/// A running chromedriver.
struct Server {
    process: Child,
    address: String,
    /// Kept open: a program that writes to nobody is ended.
    _output: BufReader<ChildStdout>,
}

impl Server {
    #[track_caller]
    fn start() -> Self {
        let program = tool("TRESSE_TEST_CHROMEDRIVER");
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("starting {program}: {error}"));
        let mut output = BufReader::new(process.stdout.take().expect("its output was asked for"));
        let port = must(port_in(&mut output), || format!("starting {program}"));
        Self { process, address: format!("http://127.0.0.1:{port}"), _output: output }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in `ChromeDriver was started successfully on port 41234.`, after a line that says port 0.
fn port_in(output: &mut BufReader<ChildStdout>) -> Answer<u16> {
    let port =
        |line: String| line.split_once("successfully on port ")?.1.strip_suffix('.')?.parse().ok();
    let named = output.lines().map_while(Result::ok).find_map(port);
    named.ok_or_else(|| "it ended without naming its port".into())
}

fn capabilities(profile: &TempDir) -> Value {
    let folder = format!("--user-data-dir={}", profile.path().display());
    let args = [
        "--headless=new",
        // Root has no sandbox, and CI is root; the only pages opened are ours.
        "--no-sandbox",
        // A container's shared memory is too small for a long page.
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=fr",
        &folder,
    ];
    let options = json!({
        "binary": tool("TRESSE_TEST_CHROMIUM"),
        "args": args,
        // `--lang` is the language of the browser; this is the one that it asks pages for.
        "prefs": { "intl.accept_languages": "fr,fr-BE" },
    });
    let wish = json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    json!({ "capabilities": { "alwaysMatch": wish } })
}

/// Sets a value as a person's hand does: the page's scripts hear of it.
/// Keys, by the numbers that the standard gives them.
const CONTROL: char = '\u{E009}';
const NO_KEY: char = '\u{E000}';
const BACKSPACE: char = '\u{E003}';

const SET_VALUE: &str = "
    const field = document.querySelector(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
";

/// Keys that print nothing travel as private characters.
fn key_code(key: &str) -> &str {
    match key {
        "Tab" => "\u{E004}",
        "Enter" => "\u{E007}",
        "Escape" => "\u{E00C}",
        "Space" => " ",
        "ArrowLeft" => "\u{E012}",
        "ArrowUp" => "\u{E013}",
        "ArrowRight" => "\u{E014}",
        "ArrowDown" => "\u{E015}",
        character => character,
    }
}

fn until(done: impl Fn() -> bool) -> bool {
    (0..LOOKS).any(|look| {
        if look > 0 {
            std::thread::sleep(PAUSE);
        }
        done()
    })
}

/// Every answer is `{ "value": … }`; a refusal has its reason there, and chromedriver's own stack after it.
fn answer(response: Result<Response<Body>, ureq::Error>) -> Answer {
    let mut response = response.map_err(|error| format!("chromedriver does not answer: {error}"))?;
    let mut body: Value = response
        .body_mut()
        .with_config()
        .limit(LARGEST_ANSWER)
        .read_json()
        .map_err(|error| format!("chromedriver answers something else than JSON: {error}"))?;
    let value = body["value"].take();
    if response.status().is_success() {
        return Ok(value);
    }
    let reason = value["message"].as_str().or(value["error"].as_str()).unwrap_or("no reason given");
    Err(reason.lines().next().unwrap_or_default().to_owned())
}

#[track_caller]
fn must<T>(answer: Answer<T>, doing: impl FnOnce() -> String) -> T {
    // Not a closure: the panic has to be at the caller's line.
    match answer {
        Ok(value) => value,
        Err(reason) => panic!("{}: {reason}", doing()),
    }
}

#[track_caller]
fn must_be_text(answer: Answer, doing: impl FnOnce() -> String) -> String {
    must(answer, doing).as_str().expect("WebDriver answers with a text").to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
