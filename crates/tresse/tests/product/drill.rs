//! The drill: a backup while shops order, restored into the other database, verified, and served.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use frame::Role;
use store::testing::{postgres, sqlite};
use store::{Db, Location};
use tresse::migrations;

use crate::kills::{CLIENTS, Server, clients, come_in, founded};
use crate::town::RUNTIME;

fn tresse(folder: &Path, arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_tresse")).args(arguments).current_dir(folder).output().unwrap();
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    said
}

#[test]
fn a_backup_under_load_is_restored_into_the_other_database_and_served() {
    let folder = tempfile::tempdir().unwrap();
    let (world, cycle, articles) =
        RUNTIME.block_on(founded(&Location::File(folder.path().join("tresse.db"))));
    let address = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let server = Server::start(folder.path(), address);
    let email = &world.cast.logins.iter().find(|login| login.0 == Role::Coordinator).unwrap().1;
    let stop = Arc::new(AtomicBool::new(false));
    let agent = come_in(address, email);
    let busy = clients(&agent, address, &world, cycle, &articles, &stop);
    let written = tresse(folder.path(), &["backup", "--data", ".", "b.jsonl.gz"]);
    assert!(written.contains("read back and whole"), "{written}");
    stop.store(true, Ordering::Relaxed);
    let answers: usize = busy.into_iter().map(|client| client.join().unwrap().1).sum();
    assert!(answers > CLIENTS, "{answers} orders while the backup was written");
    drop(server);

    // The other engine where there is one; the same, anew, where there is not.
    let target = RUNTIME.block_on(async {
        match postgres(&[]).await {
            Some(target) => target,
            None => sqlite(&[]).await,
        }
    });
    let place = match &target.location {
        Location::Server(url) => ["--database".to_owned(), url.clone()],
        Location::File(path) => ["--data".to_owned(), path.with_file_name("new").display().to_string()],
    };
    let place: Vec<&str> = place.iter().map(String::as_str).collect();
    let restored = tresse(folder.path(), &[&["restore", "b.jsonl.gz"], &place[..]].concat());
    assert!(restored.contains("rows of") && !restored.contains("BROKEN"), "{restored}");
    let checked = tresse(folder.path(), &[&["check"], &place[..]].concat());
    assert!(checked.contains("holds") && !checked.contains("BROKEN"), "{checked}");

    let served = Server::start_on(folder.path(), address, &place);
    let agent = come_in(address, email);
    let page = agent.get(format!("http://{address}/hubs/{}", world.hub)).call().unwrap();
    assert_eq!(page.status().as_u16(), 200);
    drop(served);
    if let Location::Server(_) = target.location {
        let db = RUNTIME.block_on(Db::open(&target.location, &migrations())).unwrap();
        assert_eq!(db.engine(), "PostgreSQL");
    }
}
