//! SQLite: one writer thread that owns the only writing connection, readers in parallel.
//!
//! The writer takes the acts that wait, runs each in a savepoint of one transaction, commits once and
//! then answers them all: an acknowledged write is on disk, and thousands a second fit.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use std::sync::{Arc, Mutex, mpsc};

use rusqlite::OpenFlags;
use tokio::sync::{Semaphore, oneshot, watch};

use crate::planted::{Planted, planted};
use crate::tx::Engine;
use crate::{Error, Result, Tx, Value, dialect};

/// At most this many acts share a commit, so that the first does not wait long for the last.
const ACTS_PER_COMMIT: usize = 256;
const WAITING_ACTS: usize = 4096;
/// After this many commits, tables that have grown much are counted anew.
const COMMITS_PER_COUNT: u64 = 1024;
const READERS: usize = 4;
/// SQLite before this version can corrupt a WAL database (the WAL-reset race, fixed March 2026).
const OLDEST_SOUND_VERSION: i32 = 3_051_003;

pub(crate) struct Sqlite {
    writer: mpsc::SyncSender<Box<dyn Act>>,
    readers: Arc<Readers>,
    broken: watch::Receiver<Option<String>>,
}

struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    permits: Semaphore,
}

/// An act waiting for the writer: run in a savepoint, answered after the commit.
trait Act: Send {
    fn run(&mut self, tx: &Tx<'_>) -> bool;
    fn answer(self: Box<Self>, committed: Result<()>);
}

struct Waiting<F, T, E> {
    act: F,
    outcome: Option<std::result::Result<T, E>>,
    reply: oneshot::Sender<std::result::Result<T, E>>,
}

impl<F, T, E> Act for Waiting<F, T, E>
where
    F: Fn(&Tx<'_>) -> std::result::Result<T, E> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, tx: &Tx<'_>) -> bool {
        let outcome = (self.act)(tx);
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
    }

    fn answer(self: Box<Self>, committed: Result<()>) {
        let answer = match (committed, self.outcome) {
            (Ok(()), Some(outcome)) | (Err(_), Some(outcome @ Err(_))) => outcome,
            (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(Error::Lost("the act broke off".to_owned()).into()),
        };
        // Whoever asked may have gone away; the write stands all the same.
        let _ = self.reply.send(answer);
    }
}

impl Sqlite {
    /// Opens or makes the database file.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        if rusqlite::version_number() < OLDEST_SOUND_VERSION {
            return Err(Error::OldSqlite { found: rusqlite::version().to_owned() });
        }
        let connection = Connection::open_writer(path)?;
        let (writer, acts) = mpsc::sync_channel(WAITING_ACTS);
        let (tell, broken) = watch::channel(None);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || {
                if let Some(reason) = write_all(&connection, &acts) {
                    tell.send_replace(Some(reason));
                }
            })
            .map_err(|error| Error::Lost(error.to_string()))?;
        let readers = Arc::new(Readers {
            path: path.to_owned(),
            idle: Mutex::new(Vec::new()),
            permits: Semaphore::new(READERS),
        });
        Ok(Self { writer, readers, broken })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.readers.path
    }

    /// The size of the file, and of the log whose pages have yet to come into it.
    pub(crate) fn bytes(&self) -> Option<u64> {
        let file = std::fs::metadata(self.path()).ok()?.len();
        let mut log = self.path().as_os_str().to_owned();
        log.push("-wal");
        let log = std::fs::metadata(log).map_or(0, |log| log.len());
        Some(file + log)
    }

    /// Waits until the disk no longer keeps what it is given; gives the reason.
    pub(crate) async fn broken(&self) -> String {
        let mut broken = self.broken.clone();
        let told = broken.wait_for(Option::is_some).await.map(|reason| reason.clone());
        match told {
            Ok(reason) => reason.unwrap_or_default(),
            // The writer ended because nobody needs it.
            Err(_) => std::future::pending().await,
        }
    }

    pub(crate) async fn write<T, E>(
        &self,
        act: impl Fn(&Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let mut waiting: Box<dyn Act> = Box::new(Waiting { act, outcome: None, reply });
        // The queue is far longer than the tasks that may wait on it; a full one means a stuck disk.
        loop {
            match self.writer.try_send(waiting) {
                Ok(()) => break,
                Err(mpsc::TrySendError::Full(back)) => {
                    waiting = back;
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
                Err(mpsc::TrySendError::Disconnected(_)) => return Err(stopped().into()),
            }
        }
        answer.await.unwrap_or_else(|_| Err(stopped().into()))
    }

    pub(crate) async fn read<T, E>(
        &self,
        query: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let readers = Arc::clone(&self.readers);
        let _permit = self.readers.permits.acquire().await.map_err(|_| stopped())?;
        let task = tokio::task::spawn_blocking(move || {
            let idle = readers.idle.lock().map_err(|_| stopped())?.pop();
            let connection = match idle {
                Some(connection) => connection,
                None => Connection::open_reader(&readers.path)?,
            };
            let outcome = connection.snapshot(query);
            if let Ok(mut idle) = readers.idle.lock() {
                idle.push(connection);
            }
            outcome
        });
        task.await.unwrap_or_else(|error| Err(Error::Lost(error.to_string()).into()))
    }
}

fn stopped() -> Error {
    Error::Lost("the writer has stopped".to_owned())
}

/// The writer's life: ends when the last sender is gone, or, with the reason, when the disk no longer keeps a
/// promise. What the file then holds is only known once it is opened anew.
fn write_all(connection: &Connection, acts: &mpsc::Receiver<Box<dyn Act>>) -> Option<String> {
    let mut commits: u64 = 0;
    while let Ok(first) = acts.recv() {
        let mut batch = vec![first];
        while batch.len() < ACTS_PER_COMMIT {
            let Ok(next) = acts.try_recv() else { break };
            batch.push(next);
        }
        let committed = connection.commit_together(&mut batch);
        let broken = matches!(committed, Err(Error::Lost(_)));
        let reason = committed.as_ref().err().map(ToString::to_string);
        for act in batch {
            act.answer(match &committed {
                Ok(()) => Ok(()),
                Err(Error::Full) => Err(Error::Full),
                Err(_) => Err(Error::Lost(reason.clone().unwrap_or_default())),
            });
        }
        if broken {
            return reason;
        }
        connection.leave_transaction();
        commits += 1;
        if commits.is_multiple_of(COMMITS_PER_COUNT) {
            connection.count_anew();
        }
    }
    None
}

/// A connection with the texts that it has translated.
pub(crate) struct Connection {
    inner: rusqlite::Connection,
    texts: RefCell<HashMap<String, Arc<str>>>,
    /// The I/O error that a statement met, if one did: an act may hide it behind an error of its own.
    lost: RefCell<Option<String>>,
}

impl Connection {
    fn open_writer(path: &Path) -> Result<Self> {
        let connection = Self::of(rusqlite::Connection::open(path)?)?;
        connection.inner.execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = FULL;
             PRAGMA wal_autocheckpoint = 8000;
             PRAGMA cache_size = -65536;
             PRAGMA temp_store = MEMORY;
             PRAGMA journal_size_limit = 67108864;",
        )?;
        if planted(Planted::SyncNormal) {
            connection.inner.execute_batch("PRAGMA synchronous = NORMAL")?;
        }
        let mode: String = connection.inner.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(Error::Lost(format!("{} cannot keep a write-ahead log", path.display())));
        }
        connection.count_anew();
        Ok(connection)
    }

    /// Lets SQLite count what its tables hold, where they have grown much: not knowing that a book is the
    /// same in every row, it takes it for a narrow search and walks the whole history.
    ///
    /// A sample of 400 rows of each index is enough, and takes milliseconds. Failing is no harm.
    fn count_anew(&self) {
        let _ = self.inner.execute_batch("PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002;");
    }

    fn open_reader(path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Self::of(rusqlite::Connection::open_with_flags(path, flags)?)?;
        // Only the writer checkpoints: that takes away the ground of the WAL-reset race.
        connection.inner.execute_batch("PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;")?;
        Ok(connection)
    }

    fn of(inner: rusqlite::Connection) -> Result<Self> {
        inner.set_prepared_statement_cache_capacity(512);
        inner.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF;
             PRAGMA cache_size = -16384;",
        )?;
        Ok(Self { inner, texts: RefCell::default(), lost: RefCell::default() })
    }

    /// Runs acts in one transaction, each undone alone when it fails.
    ///
    /// A lone act is the transaction: a savepoint would copy every page that it changes.
    fn commit_together(&self, batch: &mut [Box<dyn Act>]) -> Result<()> {
        let [begin, keep, undo] = match batch.len() {
            1 => ["", "", "ROLLBACK; BEGIN"],
            _ => ["SAVEPOINT act", "RELEASE act", "ROLLBACK TO act; RELEASE act"],
        };
        if planted(Planted::SaysYesEarly) && !self.inner.is_autocommit() {
            self.inner.execute_batch("COMMIT")?;
        }
        self.inner.execute_batch("BEGIN IMMEDIATE")?;
        for act in batch.iter_mut() {
            self.inner.execute_batch(begin)?;
            let tx = Tx(Engine::Sqlite(self));
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| act.run(&tx)));
            if self.inner.is_autocommit() {
                // A full disk or an I/O error has undone the whole transaction already.
                return Err(self.lost.take().map_or(Error::Full, Error::Lost));
            }
            self.inner.execute_batch(if matches!(done, Ok(true)) { keep } else { undo })?;
        }
        if planted(Planted::SaysYesEarly) {
            return Ok(());
        }
        self.inner.execute_batch("COMMIT").map_err(|error| {
            let _ = self.inner.execute_batch("ROLLBACK");
            error.into()
        })
    }

    /// Whatever failed, the next act begins a transaction of its own.
    fn leave_transaction(&self) {
        self.lost.take();
        if !self.inner.is_autocommit() && !planted(Planted::SaysYesEarly) {
            let _ = self.inner.execute_batch("ROLLBACK");
        }
    }

    fn noting<T>(&self, outcome: std::result::Result<T, rusqlite::Error>) -> Result<T> {
        outcome.map_err(|error| {
            let error = Error::from(error);
            if let Error::Lost(reason) = &error {
                self.lost.replace(Some(reason.clone()));
            }
            error
        })
    }

    fn snapshot<T, E: From<Error>>(
        &self,
        query: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.inner.execute_batch("BEGIN").map_err(Error::from)?;
        let outcome = query(&Tx(Engine::Sqlite(self)));
        self.inner.execute_batch("ROLLBACK").map_err(Error::from)?;
        outcome
    }

    fn translated(&self, sql: &str) -> Arc<str> {
        if let Some(text) = self.texts.borrow().get(sql) {
            return Arc::clone(text);
        }
        let text: Arc<str> = dialect::statement(sql).into();
        self.texts.borrow_mut().insert(sql.to_owned(), Arc::clone(&text));
        text
    }

    pub(crate) fn execute(&self, sql: &str, params: &[Value<'_>]) -> Result<u64> {
        let mut statement = self.inner.prepare_cached(&self.translated(sql))?;
        bind_all(&mut statement, params)?;
        Ok(self.noting(statement.raw_execute())? as u64)
    }

    pub(crate) fn execute_all<'v, const N: usize>(
        &self,
        sql: &str,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<u64> {
        let mut statement = self.inner.prepare_cached(&self.translated(sql))?;
        let mut changed = 0;
        for row in rows {
            bind_all(&mut statement, &row)?;
            changed += self.noting(statement.raw_execute())? as u64;
        }
        Ok(changed)
    }

    pub(crate) fn each(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut visit: impl FnMut(&rusqlite::Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.inner.prepare_cached(&self.translated(sql))?;
        bind_all(&mut statement, params)?;
        let mut rows = statement.raw_query();
        while let Some(row) = self.noting(rows.next())? {
            visit(row)?;
        }
        Ok(())
    }

    /// A statement of a migration, in SQLite's words.
    pub(crate) fn define(&self, sql: &str) -> Result<()> {
        Ok(self.inner.execute_batch(&dialect::definition(sql))?)
    }
}

fn bind_all(statement: &mut rusqlite::Statement<'_>, params: &[Value<'_>]) -> Result<()> {
    for (place, value) in params.iter().enumerate() {
        let at = place + 1;
        match value {
            Value::Null => statement.raw_bind_parameter(at, rusqlite::types::Null)?,
            Value::Int(int) => statement.raw_bind_parameter(at, int)?,
            Value::Bool(bool) => statement.raw_bind_parameter(at, bool)?,
            Value::Text(text) => statement.raw_bind_parameter(at, text.as_ref())?,
            Value::Bytes(bytes) => statement.raw_bind_parameter(at, bytes.as_ref())?,
            Value::Id(id) => {
                let mut buffer = uuid::Uuid::encode_buffer();
                statement.raw_bind_parameter(at, &*id.hyphenated().encode_lower(&mut buffer))?;
            }
        }
    }
    Ok(())
}
