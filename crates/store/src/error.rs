//! What can go wrong in a database, by what a caller can do about it.

/// A fault of the database or of its use.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row with this key exists; `index` is the table and its columns, as in `person_email`.
    #[error("a row with this key exists already ({index})")]
    Unique { index: String },
    #[error("a row that this one refers to does not exist, or is still referred to")]
    ForeignKey,
    #[error("a value breaks a rule of its table ({rule})")]
    Check { rule: String },
    /// Another writer was in the way; [`crate::Db::write`] tries again before it says so.
    #[error("another change was made at the same time")]
    Conflict,
    #[error("the disk is full")]
    Full,
    /// Nothing is known about the last write: the connection or the disk failed.
    #[error("the database is out of reach: {0}")]
    Lost(String),
    #[error(
        "the database was made by a newer version of Tresse (it holds {found}, unknown here): \
         start that version, or restore a backup of before the upgrade"
    )]
    Newer { found: String },
    #[error("migration {name} is not the text that this database was made with")]
    ChangedMigration { name: String },
    #[error("SQLite {found} can corrupt a database; 3.51.3 or newer is needed")]
    OldSqlite { found: String },
    #[error("the backup cannot be used: {0}")]
    Dump(String),
    #[error("the database is in use (there are rows in {table}): a backup goes into an empty one")]
    InUse { table: String },
    #[error("column {index} holds {problem}")]
    Column { index: usize, problem: String },
    #[error("{0}")]
    Other(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::Other(error.to_string());
        };
        let message = message.clone().unwrap_or_default();
        let subject = message.split_once("failed: ").map_or("", |(_, subject)| subject).to_owned();
        match (failure.code, failure.extended_code) {
            (_, ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_UNIQUE) => {
                Self::Unique { index: index_name(&subject) }
            }
            (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Self::ForeignKey,
            (rusqlite::ErrorCode::ConstraintViolation, _) => Self::Check { rule: subject },
            (rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked, _) => {
                Self::Conflict
            }
            (rusqlite::ErrorCode::DiskFull, _) => Self::Full,
            (
                rusqlite::ErrorCode::SystemIoFailure
                | rusqlite::ErrorCode::CannotOpen
                | rusqlite::ErrorCode::ReadOnly
                | rusqlite::ErrorCode::DatabaseCorrupt
                | rusqlite::ErrorCode::NotADatabase,
                _,
            ) => Self::Lost(error.to_string()),
            _ => Self::Other(error.to_string()),
        }
    }
}

/// `"person.email"` and `"offer.hub_id, offer.id"` as PostgreSQL's reader would name the index.
fn index_name(subject: &str) -> String {
    let table = subject.split_once('.').map_or("", |(table, _)| table);
    let columns = subject.split(", ").map(|column| column.rsplit('.').next().unwrap_or(column));
    std::iter::once(table).chain(columns).collect::<Vec<_>>().join("_")
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(fault) = error.as_db_error() else {
            return if error.is_closed() {
                Self::Lost("the connection was closed".to_owned())
            } else {
                Self::Other(with_causes(&error))
            };
        };
        let named = fault.constraint().unwrap_or_default().to_owned();
        match *fault.code() {
            SqlState::UNIQUE_VIOLATION => Self::Unique { index: named },
            SqlState::FOREIGN_KEY_VIOLATION => Self::ForeignKey,
            SqlState::CHECK_VIOLATION | SqlState::NOT_NULL_VIOLATION => Self::Check { rule: named },
            SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Self::Conflict,
            SqlState::DISK_FULL => Self::Full,
            SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN | SqlState::CANNOT_CONNECT_NOW => {
                Self::Lost(fault.message().to_owned())
            }
            _ => Self::Other(format!("{} ({})", fault.message(), fault.code().code())),
        }
    }
}

impl From<deadpool_postgres::PoolError> for Error {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Backend(error) => Self::Lost(with_causes(&error)),
            other => Self::Lost(other.to_string()),
        }
    }
}

/// The error and everything behind it: tokio-postgres keeps the useful half in its source.
fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
