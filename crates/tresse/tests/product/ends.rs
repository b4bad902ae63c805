//! How a server ends, and what it does when its disk gives out.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

use frame::Role;
use frame::api::Scope;
use serde_json::json;
use store::Db;
use tresse::check;
use units::Code as _;

use crate::kills::Server;
use crate::town::{RUNTIME, Town};

/// Gives SQLite no room beyond what the database has and so many pages more: the error is that of a full disk.
fn room(db: &Db, pages: i64) {
    let limited = db.write(move |tx| {
        let used = tx.number("PRAGMA page_count", &[])?;
        tx.number(&format!("PRAGMA max_page_count = {}", used + pages), &[])
    });
    RUNTIME.block_on(limited).unwrap();
}

#[test]
fn a_full_disk_is_told_and_what_is_there_is_still_read() {
    let town = Town::on_sqlite();
    let books = town.program(Role::Bookkeeper, Scope::ALL);
    let coordinator = town.visitor(Role::Coordinator);
    let path = format!("/api/v1{}", town.hub("/payments"));
    let payment = json!({ "side": "shop", "party": town.world.shops[0].id, "amount": "1.00",
        "paid_on": "2026-11-24", "method": "cash" });
    room(&town.db, 3);
    let mut kept = 0;
    let refused = loop {
        let answer = books.send("POST", &path, &payment);
        if answer.status != 201 {
            break answer;
        }
        kept += 1;
        assert!(kept < 1000, "three pages do not fill");
    };
    assert_eq!(refused.status, 507, "{}", refused.body);
    assert!(refused.body.contains("Le disque du serveur est plein"), "{}", refused.body);
    for page in ["", "/balances", "/journal"] {
        assert_eq!(coordinator.get(&town.hub(page)).status, 200, "{page}");
    }
    room(&town.db, 1 << 20);
    assert_eq!(books.send("POST", &path, &payment).status, 201, "there is room again");
    let faults: Vec<String> =
        RUNTIME.block_on(check::all(&town.db)).unwrap().into_iter().flat_map(|one| one.faults).collect();
    assert_eq!(faults, Vec::<String>::new());
}

fn free_address() -> SocketAddr {
    // A port that was free a moment ago.
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// An instance with one person, in `folder`.
fn found(folder: &Path) {
    let made = Command::new(env!("CARGO_BIN_EXE_tresse"))
        .args(["administrator", "eva@tresse.example", "--data", "."])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(made.status.success());
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false);
    config.timeout_global(Some(Duration::from_secs(10))).build().into()
}

/// Waits for an end that the program comes to by itself.
fn ended(server: &mut Child) -> ExitStatus {
    for _ in 0..3000 {
        if let Some(status) = server.try_wait().unwrap() {
            return status;
        }
        sleep(Duration::from_millis(10));
    }
    server.kill().unwrap();
    panic!("the server goes on");
}

/// A file may not grow beyond a size (EFBIG): for SQLite an I/O error, after which nothing is known.
#[test]
fn a_disk_that_no_longer_keeps_what_it_is_given_ends_the_server_and_a_start_recovers() {
    let folder = tempfile::tempdir().unwrap();
    found(folder.path());
    let sizes = ["tresse.db", "tresse.db-wal"]
        .map(|name| std::fs::metadata(folder.path().join(name)).map_or(0, |file| file.len()));
    let blocks = (sizes[0].max(sizes[1]) + (1 << 19)) / 512;
    let (address, log) = (free_address(), folder.path().join("log"));
    let mut server = Command::new("sh")
        .arg("-c")
        .arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""))
        .arg(env!("CARGO_BIN_EXE_tresse"))
        .args(["serve", "--data", ".", "--log", "error", "--listen", &address.to_string()])
        .env("TRESSE_CALLS_PER_MINUTE", "0")
        .current_dir(folder.path())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let agent = agent();
    let mut unavailable = 0;
    for turn in 0..20_000 {
        let email = format!("{turn}@tresse.example");
        let form = [("email", email.as_str()), ("password", "none of ours")];
        match agent.post(format!("http://{address}/sign-in")).send_form(form) {
            Ok(answer) if answer.status() == 503 => unavailable += 1,
            Ok(answer) => assert!(answer.status().as_u16() < 500, "{}", answer.status()),
            Err(_) if server.try_wait().unwrap().is_some() => break,
            Err(_) => sleep(Duration::from_millis(10)),
        }
    }
    let status = ended(&mut server);
    let said = std::fs::read_to_string(log).unwrap();
    assert!(!status.success() && said.contains("the disk no longer keeps what it is given"), "{said}");
    assert!(unavailable > 0, "whoever was in the way was told");

    let _server = Server::start(folder.path(), address);
    let answer = agent.get(format!("http://{address}/sign-in")).call().unwrap();
    assert_eq!(answer.status().as_u16(), 200);
}

#[test]
fn whoever_was_let_in_before_the_end_gets_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    found(folder.path());
    let address = free_address();
    let mut server = Command::new(env!("CARGO_BIN_EXE_tresse"))
        .args(["serve", "--data", ".", "--log", "error", "--listen", &address.to_string()])
        .current_dir(folder.path())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let connect = || {
        (0..1000).find_map(|_| {
            sleep(Duration::from_millis(10));
            TcpStream::connect(address).ok()
        })
    };
    let form = "email=eva%40tresse.example&password=none";
    let mut clients: Vec<BufReader<TcpStream>> = Vec::new();
    for _ in 0..8 {
        let mut stream = connect().expect("the server starts");
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(
            stream,
            "POST /sign-in HTTP/1.1\r\nHost: {address}\r\nExpect: 100-continue\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            form.len()
        )
        .unwrap();
        let mut client = BufReader::new(stream);
        // The request is at work: it asks for the form.
        let mut line = String::new();
        client.read_line(&mut line).unwrap();
        assert!(line.contains("100 Continue"), "{line}");
        clients.push(client);
    }
    let asked = Command::new("kill").args(["-TERM", &server.id().to_string()]).status().unwrap();
    assert!(asked.success());
    let is_shut = (0..1000).any(|_| {
        sleep(Duration::from_millis(10));
        TcpStream::connect(address).is_err()
    });
    assert!(is_shut, "nobody else is let in");
    assert!(server.try_wait().unwrap().is_none(), "it waits for those who are in");
    for mut client in clients {
        client.get_mut().write_all(form.as_bytes()).unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).unwrap();
        assert!(answer.contains("HTTP/1.1 422") || answer.contains("HTTP/1.1 429"), "{answer}");
        assert!(answer.trim_end().ends_with("</html>"), "{answer}");
    }
    assert!(ended(&mut server).success());
}
