//! Throw-away databases, so that every store test runs on both engines through the same functions.

use crate::{Db, Location, Migration};

/// How PostgreSQL's words become SQLite's.
pub mod dialect {
    pub use crate::dialect::{definition, statement, statements};
}

/// A database of its own for one test, gone with it.
pub struct TestDb {
    pub db: Db,
    pub location: Location,
    _folder: tempfile::TempDir,
}

/// The environment variable that holds the `postgres://…` address of a throw-away cluster.
const SERVER: &str = "TRESSE_TEST_POSTGRES";

/// An empty SQLite database and, where a cluster is at hand, an empty PostgreSQL one.
///
/// # Panics
/// When one cannot be made: then no test on it means anything.
pub async fn databases(migrations: &[Migration]) -> Vec<TestDb> {
    let mut all = vec![sqlite(migrations).await];
    all.extend(postgres(migrations).await);
    all
}

pub async fn sqlite(migrations: &[Migration]) -> TestDb {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let location = Location::File(folder.path().join("test.db"));
    let db = Db::open(&location, migrations).await.expect("a fresh SQLite database");
    TestDb { db, location, _folder: folder }
}

#[allow(
    clippy::disallowed_methods,
    reason = "a test finds its cluster, and a name that no other test has"
)]
pub async fn postgres(migrations: &[Migration]) -> Option<TestDb> {
    let server = std::env::var(SERVER).ok()?;
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    let location = Location::Server(with_database(&server, &name));
    create_database(&server, &name).await;
    let db = Db::open(&location, migrations).await.expect("a fresh PostgreSQL database");
    let folder = tempfile::tempdir().expect("a temporary folder");
    Some(TestDb { db, location, _folder: folder })
}

/// The address with another database: `postgres:///postgres?host=/tmp` has it between slash and question mark.
fn with_database(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, None), |(a, o)| (a, Some(o)));
    let base = address.rsplit_once('/').map_or(address, |(base, _)| base);
    match options {
        Some(options) => format!("{base}/{name}?{options}"),
        None => format!("{base}/{name}"),
    }
}

async fn create_database(server: &str, name: &str) {
    let (client, connection) =
        tokio_postgres::connect(server, tokio_postgres::NoTls).await.expect("the test cluster");
    tokio::spawn(connection);
    client.batch_execute(&format!("CREATE DATABASE {name}")).await.expect("a new database");
}
