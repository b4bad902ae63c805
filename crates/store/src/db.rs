//! The database that an instance runs on.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use crate::migrate::{self, Migration};
use crate::postgres::Postgres;
use crate::sqlite::Sqlite;
use crate::{Error, Result, Tx};

/// Where a database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A file of SQLite.
    File(PathBuf),
    /// A `postgres://…` address.
    Server(String),
}

impl FromStr for Location {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        Ok(if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Self::Server(text.to_owned())
        } else {
            Self::File(PathBuf::from(text))
        })
    }
}

/// Says where without giving a password away.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Server(url) => match (url.split_once("://"), url.rsplit_once('@')) {
                (Some((scheme, _)), Some((_, host))) => write!(f, "{scheme}://…@{host}"),
                _ => f.write_str(url),
            },
        }
    }
}

/// A database with its migrations run. Cloning shares it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

enum Inner {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens the database, makes it if it is a file that is not there, and runs what `migrations` it lacks.
    ///
    /// # Errors
    /// [`Error::Newer`] when it holds a migration that is not among `migrations`.
    pub async fn open(location: &Location, migrations: &[Migration]) -> Result<Self> {
        let db = Self::reach(location).await?;
        migrate::run(&db, migrations).await?;
        Ok(db)
    }

    /// Opens the database as it is, with how many of `migrations` it lacks: what is wrong is looked for
    /// without changing anything.
    ///
    /// # Errors
    /// [`Error::Newer`] when it holds a migration that is not among `migrations`.
    pub async fn examine(location: &Location, migrations: &[Migration]) -> Result<(Self, usize)> {
        let db = Self::reach(location).await?;
        let missing = migrate::missing(&db, migrations).await?;
        Ok((db, missing.len()))
    }

    async fn reach(location: &Location) -> Result<Self> {
        Ok(Self(Arc::new(match location {
            Location::File(path) => Inner::Sqlite(Sqlite::open(path)?),
            Location::Server(url) => Inner::Postgres(Postgres::open(url).await?),
        })))
    }

    /// Runs `query` on a snapshot that no later write changes.
    pub async fn read<T, E>(
        &self,
        query: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.read(query).await,
            Inner::Postgres(postgres) => postgres.read(query).await,
        }
    }

    /// Runs `act` in a transaction: kept whole when it returns `Ok` (then it is on disk), undone whole
    /// when it returns `Err`. It may be run several times, so it does nothing but read and write `tx`.
    pub async fn write<T, E>(
        &self,
        act: impl Fn(&Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.write(act).await,
            Inner::Postgres(postgres) => postgres.write(act).await,
        }
    }

    /// Makes sure that the database can be read, and that it takes a transaction.
    pub async fn answers(&self) -> Result<()> {
        self.read(|tx| tx.number("SELECT CAST(1 AS BIGINT)", &[])).await?;
        self.write(|_| Ok(())).await
    }

    /// Waits until the disk no longer keeps what it is given, and gives the reason: then the program has to
    /// stop, and to recover when it starts. A server's database recovers by itself, and this waits for ever.
    pub async fn broken(&self) -> String {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.broken().await,
            Inner::Postgres(_) => std::future::pending().await,
        }
    }

    /// The file that it is in; nothing where it is a server's.
    pub fn file(&self) -> Option<&Path> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => Some(sqlite.path()),
            Inner::Postgres(_) => None,
        }
    }

    /// How many bytes it takes on its disk; nothing where the engine does not tell.
    pub async fn bytes(&self) -> Option<u64> {
        match &*self.0 {
            Inner::Sqlite(sqlite) => sqlite.bytes(),
            Inner::Postgres(postgres) => postgres.bytes().await,
        }
    }

    /// The engine's name, for people.
    pub fn engine(&self) -> &'static str {
        match &*self.0 {
            Inner::Sqlite(_) => "SQLite",
            Inner::Postgres(_) => "PostgreSQL",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_never_shows_its_password() {
        let server: Location = "postgres://tresse:s3cret@db.example.org:5432/tresse".parse().unwrap();
        assert_eq!(server.to_string(), "postgres://…@db.example.org:5432/tresse");
        let file: Location = "./tresse-data/tresse.db".parse().unwrap();
        assert_eq!(file, Location::File(PathBuf::from("./tresse-data/tresse.db")));
    }
}
