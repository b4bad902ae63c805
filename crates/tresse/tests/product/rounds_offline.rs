//! A round driven where there is no network, in a real browser: what is done is kept, sent later, once, in order.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use frame::Role;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::browser::driver::Driver;
use crate::convoy::Convoy;
use crate::road::done;
use crate::town::{RUNTIME, Town};

/// A line between the browser and the town's server, which a test cuts.
struct Line {
    address: String,
    state: Arc<AtomicU8>,
}

const OPEN: u8 = 0;
/// Nothing gets through.
const CUT: u8 = 1;
/// What is asked arrives, and no answer comes back.
const MUTE: u8 = 2;

impl Line {
    fn to(town: &Town) -> Self {
        let server = town.address.trim_start_matches("http://").to_owned();
        let state = Arc::new(AtomicU8::new(OPEN));
        let own = Arc::clone(&state);
        let address = RUNTIME.block_on(async {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            let address = format!("http://{}", listener.local_addr().unwrap());
            tokio::spawn(async move {
                while let Ok((browser, _)) = listener.accept().await {
                    if own.load(Ordering::SeqCst) != CUT {
                        tokio::spawn(carry(browser, server.clone(), Arc::clone(&own)));
                    }
                }
            });
            address
        });
        Self { address, state }
    }

    fn set(&self, state: u8) {
        self.state.store(state, Ordering::SeqCst);
    }
}

/// Carries bytes both ways for as long as the line lets them through; a line that changes ends what it carried.
async fn carry(browser: TcpStream, server: String, state: Arc<AtomicU8>) {
    let Ok(server) = TcpStream::connect(server).await else { return };
    let (mut from_browser, mut to_browser) = browser.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let asked = Arc::clone(&state);
    let up = async move {
        let mut bytes = vec![0; 64 << 10];
        while let Ok(count) = from_browser.read(&mut bytes).await {
            if count == 0 || asked.load(Ordering::SeqCst) == CUT {
                break;
            }
            if to_server.write_all(&bytes[..count]).await.is_err() {
                break;
            }
        }
    };
    let down = async move {
        let mut bytes = vec![0; 64 << 10];
        while let Ok(count) = from_server.read(&mut bytes).await {
            if count == 0 || state.load(Ordering::SeqCst) != OPEN {
                break;
            }
            if to_browser.write_all(&bytes[..count]).await.is_err() {
                break;
            }
        }
    };
    tokio::select! {
        () = up => {}
        () = down => {}
    }
}

fn come_in(driver: &Driver, town: &Town, line: &Line) {
    driver.open(&format!("{}/sign-in", line.address));
    driver.fill("#email", &town.email_of(Role::Driver));
    driver.fill("#password", tresse::sample::people::PASSWORD);
    driver.go("main button");
    driver.wait_for("#drives");
}

/// Until the page and what it needs are on the telephone.
fn wait_until_kept(driver: &Driver) {
    let kept = "const done = arguments[0];
        const look = async () => {
            const cache = await caches.open('drive-1');
            const page = await cache.match(location.pathname), script = await cache.match('/drive/script.js');
            if (page && script && navigator.serviceWorker.controller) done(true); else setTimeout(look, 50);
        };
        look();";
    driver.script_that_calls_back(kept, &json!([]));
}

fn wait(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{what} never came");
}

/// A halt at a member, on the page.
fn stop(convoy: &Convoy, at: usize) -> String {
    format!("#stop-{}", convoy.place(at))
}

/// Draws with a pen that a page cannot tell from a hand.
const SIGN: &str = "
    const canvas = document.querySelector(arguments[0]), box = canvas.getBoundingClientRect();
    canvas.setPointerCapture = () => {};
    const at = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
        bubbles: true, pointerId: 1, clientX: box.left + box.width * x, clientY: box.top + box.height * y }));
    at('pointerdown', .1, .5);
    for (let step = 1; step < 20; step++) at('pointermove', .1 + step / 25, .5 + Math.sin(step) / 4);
    at('pointerup', .9, .5);
    return canvas.parentNode.querySelector('input[name=signature]').value;";

#[test]
fn what_a_driver_does_without_network_arrives_later_once_and_in_order() {
    let town = Town::on_sqlite();
    let (convoy, line, driver) = (Convoy::publish(&town), Line::to(&town), Driver::start());
    driver.emulate(390, 844, false);
    come_in(&driver, &town, &line);
    driver.go(&format!("#drives a[href='{}']", convoy.path()));
    wait_until_kept(&driver);
    driver.click(".when-waiting button");
    wait("the departure", || done(&town, &convoy).len() == 1);
    wait("nothing to send", || driver.exists("#road-waiting[hidden]"));

    // Into the valley: no network, for the page and for its worker.
    line.set(CUT);
    driver.offline(true);
    let (first, second) = (stop(&convoy, 0), stop(&convoy, 1));
    driver.click(&format!("{first} .when-coming button"));
    driver.wait_for(&format!("{first}[data-state='here']"));
    driver.click(&format!("{first} details.when-here:last-of-type summary"));
    let strokes = driver.script(SIGN, &json!([format!("{first} canvas")]));
    assert!(strokes.as_str().is_some_and(|strokes| strokes.split(' ').count() > 10), "{strokes}");
    driver.fill(&format!("{first} input[name=met]"), "Léa Noël");
    driver.click(&format!("{first} details.when-here:last-of-type form .actions button"));
    driver.wait_for(&format!("{first}[data-state='done']"));
    driver.click(&format!("{second} .when-coming button"));
    driver.wait_for(&format!("{second}[data-state='here']"));
    wait("three to send", || driver.exists("#road-waiting[data-count='3']"));
    assert_eq!(done(&town, &convoy).len(), 1, "nothing arrived");

    // The page opens again without network, as it was left.
    driver.open(&format!("{}{}", line.address, convoy.path()));
    driver.wait_for(&format!("{first}[data-state='done']"));
    assert!(driver.exists(&format!("{second}[data-state='here']")));
    wait("three to send", || driver.exists("#road-waiting[data-count='3']"));

    // The first answers are lost on the way: what was sent is sent again, and counted once.
    line.set(MUTE);
    driver.offline(false);
    wait("the first of them", || done(&town, &convoy).len() == 2);
    line.set(OPEN);
    driver.script("dispatchEvent(new Event('online'))", &json!([]));
    wait("all of them", || done(&town, &convoy).len() == 4);
    wait("nothing to send", || driver.exists("#road-waiting[hidden]"));
    let (one, two) = (Some(convoy.halts[0].0), Some(convoy.halts[1].0));
    let expected = [("depart", None), ("arrive", one), ("leave", one), ("arrive", two)];
    let expected: Vec<(String, Option<i64>)> =
        expected.map(|(kind, place)| (kind.to_owned(), place)).to_vec();
    assert_eq!(done(&town, &convoy), expected);

    driver.open(&format!("{}{}", line.address, convoy.path()));
    driver.wait_for(&format!("{first} svg.signature polyline"));
    assert!(driver.text(&first).contains("Léa Noël"));
    let broken = |error: &String| !error.contains("ERR_") && !error.contains("504");
    let errors: Vec<String> = driver.console_errors().into_iter().filter(broken).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn what_is_refused_later_is_told_and_holds_up_nothing() {
    let town = Town::on_sqlite();
    let (convoy, line, driver) = (Convoy::publish(&town), Line::to(&town), Driver::start());
    driver.emulate(390, 844, false);
    come_in(&driver, &town, &line);
    driver.go(&format!("#drives a[href='{}']", convoy.path()));
    wait_until_kept(&driver);
    let (first, second) = (stop(&convoy, 0), stop(&convoy, 1));
    driver.click(&format!("{first} .when-coming button"));
    wait("the arrival", || done(&town, &convoy).len() == 1);
    line.set(CUT);
    driver.offline(true);
    // More crates than there are, and then the way on.
    driver.click(&format!("{first} details.when-here summary"));
    driver.fill(&format!("{first} input[name=crates]"), "500");
    driver.click(&format!("{first} details.when-here form .actions button"));
    wait("one to send", || driver.exists("#road-waiting[data-count='1']"));
    driver.click(&format!("{second} .when-coming button"));
    wait("two to send", || driver.exists("#road-waiting[data-count='2']"));
    line.set(OPEN);
    driver.offline(false);
    driver.script("dispatchEvent(new Event('online'))", &json!([]));
    driver.wait_for_text("#road-refused", "moins de caisses");
    wait("the second arrival", || {
        done(&town, &convoy).last() == Some(&("arrive".to_owned(), Some(convoy.halts[1].0)))
    });
    driver.click("#road-refused button");
    driver.wait_for("#road-refused[hidden]");
}
