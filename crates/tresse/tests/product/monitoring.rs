//! What monitoring is told, and what it is not.

use std::net::SocketAddr;

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
    ] {
        assert!(told.contains(line), "{line} in\n{told}");
    }
    assert!(!told.contains("planted"), "{told}");
}
