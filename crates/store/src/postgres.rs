//! PostgreSQL: a pool, serializable transactions, and another try when somebody was in the way.

use std::cell::Cell;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use futures_util::TryStreamExt as _;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio_postgres::config::SslMode;
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::tx::Engine;
use crate::{Error, Result, Tx, Value};

const CONNECTIONS: usize = 16;
/// Acts that write at the same time. More of them are in each other's way: PostgreSQL watches what a serializable
/// act reads by the page, and neighbours' rows share pages.
const WRITERS: usize = 8;
/// After this many tries in a row somebody has to be told.
const TRIES: u32 = 12;

pub(crate) struct Postgres {
    pool: Pool,
    writers: Semaphore,
}

/// One connection inside an open transaction, used from a thread that may block.
pub(crate) struct PgSession {
    client: Arc<Object>,
    runtime: Handle,
    conflict: Cell<bool>,
    /// What begins the transaction: it goes out together with the first statement, in one way to the database and back.
    begin: Cell<Option<&'static str>>,
}

impl Postgres {
    pub(crate) async fn open(url: &str) -> Result<Self> {
        let config: Config =
            url.parse().map_err(|error| Error::Lost(format!("the address of the database: {error}")))?;
        let pool = Pool::builder(manager(patient(config))?)
            .max_size(CONNECTIONS)
            .build()
            .map_err(|error| Error::Lost(error.to_string()))?;
        // An address that does not answer is told at the start, not at the first page.
        drop(pool.get().await?);
        Ok(Self { pool, writers: Semaphore::new(WRITERS) })
    }

    pub(crate) async fn read<T, E>(
        &self,
        query: impl FnOnce(&Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let session = self.session().await?;
        let task = tokio::task::spawn_blocking(move || {
            session.begin.set(Some("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
            let _end = EndUnwaitedFor(&session);
            query(&Tx(Engine::Postgres(&session)))
        });
        task.await.unwrap_or_else(|error| Err(Error::Lost(error.to_string()).into()))
    }

    pub(crate) async fn write<T, E>(
        &self,
        act: impl Fn(&Tx<'_>) -> std::result::Result<T, E> + Send + 'static,
    ) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let _turn = self.writers.acquire().await.map_err(|error| Error::Lost(error.to_string()))?;
        let session = self.session().await?;
        let task = tokio::task::spawn_blocking(move || {
            for attempt in 1..TRIES {
                match session.attempt(&act) {
                    Err(Attempt::Conflict(_)) => std::thread::sleep(back_off(attempt)),
                    Err(Attempt::Failed(error)) => return Err(error),
                    Ok(done) => return Ok(done),
                }
            }
            session.attempt(&act).map_err(|failure| match failure {
                Attempt::Conflict(error) | Attempt::Failed(error) => error,
            })
        });
        task.await.unwrap_or_else(|error| Err(Error::Lost(error.to_string()).into()))
    }

    pub(crate) async fn bytes(&self) -> Option<u64> {
        let size = |tx: &Tx<'_>| tx.number("SELECT pg_database_size(current_database())", &[]);
        self.read(size).await.ok().and_then(|bytes| bytes.try_into().ok())
    }

    async fn session(&self) -> Result<PgSession> {
        let client = self.pool.get().await?;
        Ok(PgSession {
            client: Arc::new(client),
            runtime: Handle::current(),
            conflict: false.into(),
            begin: None.into(),
        })
    }
}

/// A machine that has gone silent is given up after some seconds; where the address says other times, those hold.
fn patient(mut config: Config) -> Config {
    let usual = Config::new();
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    if config.get_keepalives_idle() == usual.get_keepalives_idle() {
        config.keepalives_idle(Duration::from_secs(30));
    }
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(15));
    }
    config
}

/// With `sslmode=require` the way is encrypted and the server's certificate checked against those that this
/// machine trusts; every other mode goes in the clear, for a socket, the same machine or a closed network.
fn manager(config: Config) -> Result<Manager> {
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    if config.get_ssl_mode() != SslMode::Require {
        return Ok(Manager::from_config(config, NoTls, recycling));
    }
    let (tls, _) = MakeRustlsConnect::with_native_certs().map_err(|_| {
        Error::Lost(
            "sslmode=require asks for certificates to trust, and this machine has none".to_owned(),
        )
    })?;
    Ok(Manager::from_config(config, tls, recycling))
}

enum Attempt<E> {
    /// Worth another try.
    Conflict(E),
    Failed(E),
}

/// Doubles from half a millisecond to some sixty, with a jitter so that two writers do not meet again.
fn back_off(attempt: u32) -> Duration {
    use std::hash::{BuildHasher, RandomState};
    let most = 500_u64 << attempt.min(7);
    let jitter = RandomState::new().hash_one(attempt) % most;
    Duration::from_micros(most / 2 + jitter)
}

impl PgSession {
    fn attempt<T, E: From<Error>>(
        &self,
        act: &impl Fn(&Tx<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, Attempt<E>> {
        let failed = |error: Error| match error {
            Error::Conflict => Attempt::Conflict(Error::Conflict.into()),
            error => Attempt::Failed(error.into()),
        };
        self.conflict.set(false);
        self.begin.set(Some("BEGIN ISOLATION LEVEL SERIALIZABLE"));
        let undo = UndoUnlessEnded(self);
        match act(&Tx(Engine::Postgres(self))) {
            Ok(done) => {
                std::mem::forget(undo);
                if self.begin.take().is_some() {
                    return Ok(done);
                }
                match self.batch("COMMIT") {
                    Ok(()) => Ok(done),
                    Err(error) => {
                        let _ = self.batch("ROLLBACK");
                        Err(failed(error))
                    }
                }
            }
            Err(error) => {
                drop(undo);
                // The act may have wrapped the conflict in words of its own: the session remembers it.
                Err(if self.conflict.get() { Attempt::Conflict(error) } else { Attempt::Failed(error) })
            }
        }
    }

    /// Runs a statement, and before it what begins the transaction where that has not gone out yet.
    fn run<T>(&self, statement: impl Future<Output = Result<T>>) -> Result<T> {
        let outcome = self.runtime.block_on(async {
            let Some(begin) = self.begin.take() else { return statement.await };
            let (begun, outcome) = tokio::join!(self.client.batch_execute(begin), statement);
            begun?;
            outcome
        });
        if matches!(outcome, Err(Error::Conflict)) {
            self.conflict.set(true);
        }
        outcome
    }

    fn batch(&self, sql: &str) -> Result<()> {
        self.run(async { Ok(self.client.batch_execute(sql).await?) })
    }

    pub(crate) fn execute(&self, sql: &str, params: &[Value<'_>]) -> Result<u64> {
        self.run(async {
            let statement = self.client.prepare_cached(sql).await?;
            Ok(self.client.execute_raw(&statement, params.iter()).await?)
        })
    }

    pub(crate) fn query(&self, sql: &str, params: &[Value<'_>]) -> Result<Vec<tokio_postgres::Row>> {
        self.run(async {
            let statement = self.client.prepare_cached(sql).await?;
            let params: Vec<&(dyn ToSql + Sync)> =
                params.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
            Ok(self.client.query(&statement, &params).await?)
        })
    }

    /// Hands over each row as it comes: no other statement runs meanwhile.
    pub(crate) fn stream(
        &self,
        sql: &str,
        params: &[Value<'_>],
        mut visit: impl FnMut(&tokio_postgres::Row) -> Result<()>,
    ) -> Result<()> {
        self.run(async {
            let statement = self.client.prepare_cached(sql).await?;
            let mut rows = pin!(self.client.query_raw(&statement, params.iter()).await?);
            while let Some(row) = rows.try_next().await? {
                visit(&row)?;
            }
            Ok(())
        })
    }

    /// A statement of a migration, which is in PostgreSQL's words already.
    pub(crate) fn define(&self, sql: &str) -> Result<()> {
        self.batch(sql)
    }
}

/// Ends what has only read: whoever asked need not wait for it.
struct EndUnwaitedFor<'a>(&'a PgSession);

impl Drop for EndUnwaitedFor<'_> {
    fn drop(&mut self) {
        if self.0.begin.take().is_none() {
            // Only when this lets go of the connection too it is anybody else's.
            let client = Arc::clone(&self.0.client);
            self.0.runtime.spawn(async move { client.batch_execute("ROLLBACK").await });
        }
    }
}

/// Leaves no open transaction behind when an act fails, or a query ends, by a panic too.
struct UndoUnlessEnded<'a>(&'a PgSession);

impl Drop for UndoUnlessEnded<'_> {
    fn drop(&mut self) {
        if self.0.begin.take().is_none() {
            let _ = self.0.batch("ROLLBACK");
        }
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(int) if *ty == Type::INT4 => i32::try_from(*int)?.to_sql(ty, out),
            Value::Int(int) => int.to_sql(ty, out),
            Value::Bool(bool) => bool.to_sql(ty, out),
            Value::Text(text) => text.as_ref().to_sql(ty, out),
            Value::Bytes(bytes) => bytes.as_ref().to_sql(ty, out),
            Value::Id(id) => {
                let mut buffer = uuid::Uuid::encode_buffer();
                (&*id.hyphenated().encode_lower(&mut buffer)).to_sql(ty, out)
            }
        }
    }

    fn accepts(ty: &Type) -> bool {
        matches!(
            *ty,
            Type::INT4
                | Type::INT8
                | Type::BOOL
                | Type::TEXT
                | Type::VARCHAR
                | Type::BYTEA
                | Type::UNKNOWN
        )
    }

    to_sql_checked!();
}
