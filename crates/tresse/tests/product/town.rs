//! A small hub that serves on a port of its own, for tests to visit.

use std::net::SocketAddr;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use frame::api::Scope;
use frame::{App, Role, Settings};
use jiff::Timestamp;
use serde_json::Value;
use store::Db;
use store::testing::{TestDb, databases, sqlite};
use tresse::sample::{Plan, World, people};
use tresse::{demo, migrations, server};
use units::Code as _;

/// A served hub: some cycles are settled, one is being received, one is open.
pub struct Town {
    pub address: String,
    pub world: World,
    pub db: Db,
    pub app: App,
    _database: TestDb,
}

/// The runtime that all tests share: a server outlives the test that started it.
pub static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
});

/// A hub of a dozen members.
pub fn plan() -> Plan {
    Plan { producers: 12, shops: 10, references: 130, lines_a_week: 120, ..Plan::default() }
}

/// The time at which tests visit: a Tuesday, late in the morning.
pub fn noon() -> Timestamp {
    "2026-11-24T10:30:00Z".parse().unwrap()
}

impl Town {
    /// A hub on SQLite.
    pub fn on_sqlite() -> Self {
        Self::known_as("127.0.0.1", |settings| settings)
    }

    /// The same hub on each database that there is.
    pub fn on_both() -> Vec<Self> {
        RUNTIME.block_on(async {
            let mut towns = Vec::new();
            for database in databases(&migrations()).await {
                towns.push(Self::on(database, "127.0.0.1", |settings| settings).await);
            }
            towns
        })
    }

    /// A hub that people reach under this name, and that its operator has set up so.
    pub fn known_as(name: &str, set_up: impl FnOnce(Settings) -> Settings) -> Self {
        RUNTIME.block_on(async { Self::on(sqlite(&migrations()).await, name, set_up).await })
    }

    async fn on(database: TestDb, name: &str, set_up: impl FnOnce(Settings) -> Settings) -> Self {
        let db = database.db.clone();
        let world = demo::fill(&db, &plan(), Settings::default(), noon(), &|_| {}).await.unwrap();
        let listener =
            tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
        let address = format!("http://{name}:{}", listener.local_addr().unwrap().port());
        let inside = vec!["127.0.0.1".parse().unwrap()];
        let settings = set_up(Settings { address: address.clone(), inside, ..Settings::default() });
        let app = server::application_at(db.clone(), settings, frame::Clock::set_by_hand(noon()));
        let router = frame::router(app.clone(), tresse::routes());
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
        Self { address, world, db, app, _database: database }
    }

    /// A visitor who has come in as the demonstration's person of a role.
    pub fn visitor(&self, role: Role) -> Visitor {
        self.visitor_by(&self.email_of(role))
    }

    pub fn email_of(&self, role: Role) -> String {
        let logins = &self.world.cast.logins;
        let login =
            logins.iter().find(|(of, _, _)| *of == role).unwrap_or_else(|| panic!("{}", role.code()));
        login.1.clone()
    }

    pub fn visitor_by(&self, email: &str) -> Visitor {
        let visitor = self.stranger();
        let form = [("email", email), ("password", people::PASSWORD)];
        let answer = visitor.post("/sign-in", &form);
        assert_eq!(answer.status, 303, "{email} comes in: {}", answer.body);
        visitor
    }

    /// A program with a token of its person's, made on the page for it.
    pub fn program(&self, role: Role, scopes: &[Scope]) -> Program {
        let visitor = self.visitor(role);
        let page = visitor.get("/me/tokens").body;
        let mandate = between(&page, "<option value=\"", "\"").to_owned();
        let mut form = vec![("name", "Essai"), ("mandate", mandate.as_str()), ("days", "30")];
        form.extend(scopes.iter().map(|scope| ("scopes", scope.code())));
        let answer = visitor.post("/me/tokens", &form);
        assert_eq!(answer.status, 200, "{}", answer.body);
        let token = between(&answer.body, "readonly value=\"", "\"").to_owned();
        self.program_with(&token)
    }

    /// A program that shows this token.
    pub fn program_with(&self, token: &str) -> Program {
        Program { visitor: self.stranger(), token: token.to_owned() }
    }

    /// The identifier of the demonstration's person of a role.
    pub fn person_of(&self, role: Role) -> String {
        let email = self.email_of(role);
        let found = RUNTIME
            .block_on(self.db.read(move |tx| ::people::persons::store::find_by_email(tx, &email)))
            .unwrap();
        found.map(|person| person.id.to_string()).unwrap()
    }

    /// A visitor whom nobody knows.
    pub fn stranger(&self) -> Visitor {
        // A gate answers before it has read a form, and the server closes that connection: no other is sent
        // on it.
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .max_idle_connections(0)
            .http_status_as_error(false)
            .build();
        Visitor { agent: config.into(), address: self.address.clone() }
    }

    /// Lets so many seconds pass since noon.
    pub fn wait(&self, seconds: i64) {
        self.app.clock.set(noon() + jiff::SignedDuration::from_secs(seconds));
    }

    /// The path of something within the hub.
    pub fn hub(&self, rest: &str) -> String {
        format!("/hubs/{}{rest}", self.world.hub)
    }

    /// The identifier of the cycle with this number.
    pub fn cycle(&self, number: i64) -> String {
        let hub = self.world.hub;
        RUNTIME
            .block_on(self.db.read(move |tx| hub::cycles::store::latest(tx, hub, 60)))
            .unwrap()
            .into_iter()
            .find(|cycle| cycle.number == number)
            .map(|cycle| cycle.id.to_string())
            .unwrap()
    }
}

/// Somebody with a browser that keeps cookies and follows nothing by itself.
pub struct Visitor {
    agent: ureq::Agent,
    address: String,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub kind: String,
    pub location: String,
    /// The seconds after which to come again, where it was too much.
    pub retry_after: String,
    /// What marks this state of what was asked for.
    pub tag: String,
    pub body: String,
    pub bytes: Vec<u8>,
    /// Whether it was answered before, under the same key.
    pub is_again: bool,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

/// Another program that comes in by the API.
pub struct Program {
    visitor: Visitor,
    pub token: String,
}

impl Program {
    pub fn get(&self, path: &str) -> Answer {
        self.get_in("fr", path)
    }

    pub fn get_in(&self, language: &str, path: &str) -> Answer {
        let request = self.visitor.agent.get(format!("{}{path}", self.visitor.address));
        let request = request.header("authorization", format!("Bearer {}", self.token));
        answer(request.header("accept-language", language).call().unwrap())
    }

    /// Sends JSON under a key of its own.
    pub fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        let key = uuid::Uuid::from_u128(u128::from(KEYS.fetch_add(1, Ordering::Relaxed))).to_string();
        self.send_under(&key, method, path, body)
    }

    pub fn send_under(&self, key: &str, method: &str, path: &str, body: &Value) -> Answer {
        self.send_bytes(key, method, path, "application/json", body.to_string().as_bytes())
    }

    pub fn send_bytes(&self, key: &str, method: &str, path: &str, kind: &str, body: &[u8]) -> Answer {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.visitor.address))
            .header("authorization", format!("Bearer {}", self.token))
            .header("accept-language", "fr")
            .header("content-type", kind);
        if !key.is_empty() {
            request = request.header("idempotency-key", key);
        }
        answer(self.visitor.agent.run(request.body(body).unwrap()).unwrap())
    }
}

static KEYS: AtomicU64 = AtomicU64::new(1);

/// The text between two marks, the first time that they stand.
pub fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before} in {text}"));
    rest.split_once(after).map(|(found, _)| found).unwrap()
}

impl Visitor {
    pub fn get(&self, path: &str) -> Answer {
        answer(self.agent.get(format!("{}{path}", self.address)).call().unwrap())
    }

    /// The same, unless it is still what has this tag.
    pub fn get_unless(&self, path: &str, tag: &str) -> Answer {
        let request = self.agent.get(format!("{}{path}", self.address));
        answer(request.header("if-none-match", tag).call().unwrap())
    }

    /// The page at a whole address, ours or another's.
    pub fn follow(&self, address: &str) -> Answer {
        answer_of_anybody(self.agent.get(address).call().unwrap())
    }

    /// The page in one language.
    pub fn get_in(&self, language: units::Language, path: &str) -> Answer {
        self.post("/language", &[("language", language.code()), ("next", "/")]);
        self.get(path)
    }

    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.address));
        answer(request.send_form(form.iter().copied()).unwrap())
    }

    /// A file that a form without fields answers with.
    pub fn take(&self, path: &str) -> Vec<u8> {
        let request = self.agent.post(format!("{}{path}", self.address));
        let mut response = request.send_form([("", ""); 0]).unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        assert_eq!(response.headers()["content-type"], "application/zip", "{path}");
        response.body_mut().with_config().limit(256 << 20).read_to_vec().unwrap()
    }

    /// A form that a page of another site hands in.
    pub fn post_from(&self, origin: &str, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.address)).header("origin", origin);
        answer(request.header("sec-fetch-site", "cross-site").send_form(form.iter().copied()).unwrap())
    }

    /// Hands in a file as the only field of a form.
    pub fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        self.upload_with(path, &[], "file", name, bytes)
    }

    /// Hands in a file as one field of a form, after others.
    pub fn upload_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        field: &str,
        name: &str,
        bytes: &[u8],
    ) -> Answer {
        let other = |(name, value): &(&str, &str)| {
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let last = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let parts: Vec<String> = fields.iter().map(other).chain([last]).collect();
        let mut body = parts.concat().into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let request = self
            .agent
            .post(format!("{}{path}", self.address))
            .header("content-type", "multipart/form-data; boundary=edge");
        answer(request.send(&body[..]).unwrap())
    }
}

fn header(response: &ureq::http::Response<ureq::Body>, name: &str) -> String {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

fn answer(response: ureq::http::Response<ureq::Body>) -> Answer {
    // Whatever a test asks, every answer says this to the browser.
    assert!(header(&response, "content-security-policy").contains("default-src 'self'"));
    assert_eq!(header(&response, "x-content-type-options"), "nosniff");
    assert_eq!(header(&response, "x-frame-options"), "DENY");
    answer_of_anybody(response)
}

fn answer_of_anybody(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let header = |name: &str| header(&response, name);
    let retry_after = header("retry-after");
    let (kind, location, tag) = (header("content-type"), header("location"), header("etag"));
    let is_again = header("idempotency-replayed") == "true";
    let status = response.status().as_u16();
    let bytes = response.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap();
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Answer { status, kind, location, retry_after, tag, body, bytes, is_again }
}
