//! The whole product behind its router: any request, by anybody, of any road.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{LazyLock, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderName, HeaderValue, Request};
use axum::response::Response;
use frame::api::Scope;
use frame::{Clock, Role, Route, Settings};
use store::testing::{TestDb, sqlite};
use tower::ServiceExt as _;
use tresse::sample::{Plan, people};
use tresse::{demo, migrations, routes, server};
use units::Code as _;

use super::wait;

/// A small hub with somebody of each role, each with a session and a token.
struct House {
    router: Router,
    roads: Vec<Route>,
    /// What stands in the address of a road, by its name there.
    places: HashMap<&'static str, String>,
    callers: Vec<Mutex<Caller>>,
    _database: TestDb,
}

#[derive(Clone, Default)]
struct Caller {
    session: String,
    token: String,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| wait(House::built()));
/// They end what the next request needs.
const LEAD_OUT: [&str; 3] = ["/sign-out", "/me/sessions/end", "/mandate"];

/// A request: who asks, of which road and how are the first three bytes; the rest is its query, and after a line
/// feed its body. Whatever it is, the answer is no fault of ours.
pub fn request(bytes: &[u8]) {
    let [who, road, how, rest @ ..] = bytes else { return };
    let house = &*HOUSE;
    let road = house.roads[usize::from(*road) % house.roads.len()];
    if LEAD_OUT.contains(&road.path) {
        return;
    }
    let caller = &house.callers[usize::from(*who) % house.callers.len()];
    let split = rest.iter().position(|&byte| byte == b'\n').unwrap_or(rest.len());
    let (query, body) = (&rest[..split], rest.get(split + 1..).unwrap_or_default());
    let request = house.asked(&road, &caller.lock().expect("a caller").clone(), *how, query, body);
    let response = wait(house.router.clone().oneshot(request)).expect("an answer");
    let status = response.status();
    if let Some(session) = session_of(&response) {
        caller.lock().expect("a caller").session = session;
    }
    let kind =
        response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if road.path.starts_with("/api/v1") && status.is_client_error() {
        assert!(
            kind.starts_with("application/problem+json"),
            "{status} {kind} of {} {}",
            road.method,
            road.path
        );
    }
    let answer = wait(to_bytes(response.into_body(), 64 << 20)).expect("its body");
    assert!(
        !status.is_server_error(),
        "{status} of {} {}: {}",
        road.method,
        road.path,
        String::from_utf8_lossy(&answer)
    );
}

impl House {
    async fn built() -> Self {
        let database = sqlite(&migrations()).await;
        let noon = "2026-11-24T10:30:00Z".parse().expect("a time");
        let plan = Plan { producers: 3, shops: 3, references: 20, lines_a_week: 20, ..Plan::default() };
        let world =
            demo::fill(&database.db, &plan, Settings::default(), noon, &|_| {}).await.expect("a hub");
        let app =
            server::application_at(database.db.clone(), Settings::default(), Clock::set_by_hand(noon));
        let router = frame::router(app, routes());
        let hub = world.hub;
        let cycles =
            database.db.read(move |tx| hub::cycles::store::latest(tx, hub, 1)).await.expect("cycles");
        let (producer, shop) = (world.producers[0].id.to_string(), world.shops[0].id.to_string());
        let places = HashMap::from([
            ("hub", hub.to_string()),
            ("cycle", cycles[0].id.to_string()),
            ("organisation", shop.clone()),
            ("member", shop.clone()),
            ("party", shop.clone()),
            ("shop", shop),
            ("reference", world.producers[0].references[0].to_string()),
            ("producer", producer),
            ("side", "shop".to_owned()),
            ("format", "csv".to_owned()),
        ]);
        let mut callers = vec![Mutex::default()];
        for (role, email, _) in &world.cast.logins {
            callers.push(Mutex::new(come_in(&router, *role, email).await));
        }
        Self { router, roads: routes().list, places, callers, _database: database }
    }

    fn asked(&self, road: &Route, caller: &Caller, how: u8, query: &[u8], body: &[u8]) -> Request<Body> {
        let encoded = encoded(query);
        let mut path = String::new();
        for part in road.path.split('/').skip(1) {
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            let known = name.and_then(|name| self.places.get(name)).filter(|_| how % 8 != 7);
            let part = name.map_or(part, |_| known.map_or(encoded.as_str(), String::as_str));
            let _ = write!(path, "/{part}");
        }
        let kind = match how % 4 {
            0 if road.path.starts_with("/api/") => "application/json",
            0 => "application/x-www-form-urlencoded",
            1 => "multipart/form-data; boundary=edge",
            2 => "text/csv",
            _ => "application/json",
        };
        let mut request = Request::builder()
            .method(road.method)
            .uri(format!("{path}?{encoded}"))
            .header(CONTENT_TYPE, kind)
            .header("idempotency-key", format!("key-{}", body.len()))
            .body(Body::from(body.to_vec()))
            .expect("a request");
        let mut show = |name: HeaderName, value: String| {
            if let Ok(value) = HeaderValue::from_str(&value) {
                request.headers_mut().insert(name, value);
            }
        };
        show(COOKIE, format!("tresse_session={}", caller.session));
        show(AUTHORIZATION, format!("Bearer {}", caller.token));
        if how & 0x80 != 0 {
            // Headers that nobody's program sends.
            let odd = HeaderValue::from_bytes(query).unwrap_or_else(|_| HeaderValue::from_static("?"));
            let names = [
                "accept-language",
                "authorization",
                "cookie",
                "idempotency-key",
                "x-forwarded-for",
                "if-none-match",
                "content-type",
            ];
            let name = names[usize::from(how >> 4 & 7) % names.len()];
            request.headers_mut().insert(HeaderName::from_static(name), odd);
        }
        request
    }
}

/// What may stand in an address, percent-encoded where it may not.
fn encoded(query: &[u8]) -> String {
    query.iter().fold(String::new(), |mut text, &byte| {
        if byte.is_ascii_alphanumeric() || b"-._~=&+%".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

fn session_of(response: &Response) -> Option<String> {
    let mut cookies =
        response.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let session = cookies.find_map(|cookie| cookie.strip_prefix("tresse_session="))?;
    session.split(';').next().map(str::to_owned)
}

async fn post(router: &Router, session: &str, path: &str, form: String) -> Response {
    let request = Request::post(path)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(COOKIE, format!("tresse_session={session}"))
        .body(Body::from(form))
        .expect("a request");
    router.clone().oneshot(request).await.expect("an answer")
}

/// Somebody's session, and a token for all that they may do; the administrator has none.
async fn come_in(router: &Router, role: Role, email: &str) -> Caller {
    let form = format!("email={}&password={}", encoded(email.as_bytes()), people::PASSWORD);
    let welcome = post(router, "", "/sign-in", form).await;
    let session = session_of(&welcome)
        .unwrap_or_else(|| panic!("{email} at {:?}", welcome.headers().get(LOCATION)));
    if role == Role::Administrator {
        return Caller { session, token: String::new() };
    }
    let page = Request::get("/me/tokens").header(COOKIE, format!("tresse_session={session}"));
    let page =
        router.clone().oneshot(page.body(Body::empty()).expect("a request")).await.expect("an answer");
    let mandate = between(&text(page).await, "<option value=\"", "\"");
    let scopes: String =
        Scope::ALL.iter().fold(String::new(), |form, scope| form + "&scopes=" + scope.code());
    let made =
        post(router, &session, "/me/tokens", format!("name=t&mandate={mandate}&days=30{scopes}")).await;
    let token = between(&text(made).await, "readonly value=\"", "\"");
    Caller { session, token }
}

async fn text(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), 1 << 20).await.expect("a page");
    String::from_utf8_lossy(&bytes).into_owned()
}

fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text.split_once(before).map_or("", |(_, rest)| rest);
    rest.split_once(after).map_or("", |(found, _)| found).to_owned()
}
