//! What monitoring is told, and what it is not.

use std::net::SocketAddr;
use std::process::Command;

use frame::{Clock, Settings};
use store::testing::sqlite;
use tokio::net::TcpListener;
use tresse::{migrations, server};

use crate::town::{RUNTIME, noon};

struct Answer {
    status: u16,
    body: String,
    request: Option<String>,
}

fn get(address: SocketAddr, path: &str) -> Answer {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().into();
    let mut response = agent.get(format!("http://{address}{path}")).call().unwrap();
    let request = response.headers().get("x-request-id").map(|id| id.to_str().unwrap().to_owned());
    Answer {
        status: response.status().as_u16(),
        body: response.body_mut().read_to_string().unwrap(),
        request,
    }
}

#[test]
fn monitoring_has_an_address_of_its_own_and_is_told_no_secret() {
    let database = RUNTIME.block_on(sqlite(&migrations()));
    let app =
        server::application_at(database.db.clone(), Settings::default(), Clock::set_by_hand(noon()));
    let bind = || RUNTIME.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let (pages, monitor) = (bind(), bind());
    let (outside, inside) = (pages.local_addr().unwrap(), monitor.local_addr().unwrap());
    RUNTIME.spawn(server::monitor(app.clone(), monitor));
    let router = frame::router(app, tresse::routes());
    RUNTIME.spawn(async move { axum::serve(pages, router).await });

    for path in ["/health/live", "/health/ready", "/metrics"] {
        assert_eq!(get(outside, path).status, 404, "{path} is not for the outside");
        assert_eq!(get(inside, path).status, 200, "{path}");
    }
    let (first, second) = (get(outside, "/sign-in"), get(outside, "/sign-in"));
    assert!(first.request.is_some() && first.request != second.request, "each request has a number");
    get(outside, "/link/planted-secret");
    let told = get(inside, "/metrics").body;
    for line in [
        "tresse_request_seconds_count{method=\"GET\",road=\"/sign-in\",status=\"200\"} 2",
        "tresse_request_seconds_count{method=\"GET\",road=\"/link/{token}\",status=\"422\"} 1",
        "tresse_request_seconds_count{method=\"GET\",road=\"none\",status=\"404\"} 3",
        "tresse_letters_waiting 0",
        "tresse_webhook_messages_waiting 0",
        "tresse_tasks_failed 0",
        "tresse_sessions 0",
        "tresse_disk_free_bytes{holding=\"data\"}",
        "tresse_database_bytes ",
    ] {
        assert!(told.contains(line), "{line} in\n{told}");
    }
    assert!(!told.contains("planted"), "{told}");
}

const PLANTED_PASSWORD: &str = "planted-password-7c1f";
const PLANTED_GUESS: &str = "planted-guess-55d0";
const PLANTED_TOKEN: &str = "tresse_9d41planted";
const PLANTED_IBAN: &str = "BE68 5390 0754 7034";

/// Everything is logged that can be, and a person goes in and about.
#[test]
fn no_secret_reaches_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_tresse"))
        .args(["administrator", "eva@tresse.example", "--data", "own"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let link = String::from_utf8(made.stdout).unwrap();
    let link = link.trim().split_once("/link/").unwrap().1.to_owned();
    let log = folder.path().join("log");
    // A port that was free a moment ago.
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut server = Command::new(env!("CARGO_BIN_EXE_tresse"))
        .args(["serve", "--data", "own", "--log", "trace", "--listen", &address.to_string()])
        .current_dir(folder.path())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let agent: ureq::Agent =
        ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().into();
    let url = |path: &str| format!("http://{address}{path}");
    let mut waits = 0;
    while agent.get(url("/sign-in")).call().is_err() && waits < 500 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        waits += 1;
    }
    let post = |path: &str, form: &[(&str, &str)]| {
        let answer = agent.post(url(path)).send_form(form.iter().copied()).unwrap();
        let cookie = answer.headers().get("set-cookie").map(|c| c.to_str().unwrap().to_owned());
        (answer.status().as_u16(), cookie.unwrap_or_default())
    };
    assert_eq!(agent.get(url(&format!("/link/{link}"))).call().unwrap().status(), 200);
    assert_eq!(post(&format!("/link/{link}"), &[("password", PLANTED_PASSWORD)]).0, 303);
    let email = ("email", "eva@tresse.example");
    assert_eq!(post("/sign-in", &[email, ("password", PLANTED_GUESS)]).0, 422);
    let (status, cookie) = post("/sign-in", &[email, ("password", PLANTED_PASSWORD)]);
    assert_eq!(status, 303);
    let session = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
    assert!(session.len() > 20, "{cookie}");
    let (status, _) = post("/organisations/new", &[("name", "Le Verger"), ("iban", PLANTED_IBAN)]);
    assert!(matches!(status, 303 | 422), "{status}");
    let token = format!("Bearer {PLANTED_TOKEN}");
    let refused = agent.get(url("/api/v1/me")).header("authorization", &token).call().unwrap();
    assert_eq!(refused.status(), 401);
    server.kill().unwrap();
    server.wait().unwrap();

    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains("/link/{token}") && log.contains("answered"), "the log tells of requests");
    assert!(log.contains("not let in") && log.contains("127.0.0.1"), "a wrong guess is in the log");
    assert!(log.contains("a token that is nobody's"), "a wrong token too");
    assert!(log.contains("came in"), "so is who came in");
    assert!(!log.contains("eva@tresse.example"), "by identifier, not by name");
    let (digits, spaced) = (PLANTED_IBAN.replace(' ', ""), PLANTED_IBAN);
    for secret in [PLANTED_PASSWORD, PLANTED_GUESS, PLANTED_TOKEN, &link, &session, &digits, spaced] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}
