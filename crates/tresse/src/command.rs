//! The command line: one verb for each thing that an operator does.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{Args, Parser, Subcommand};
use frame::Settings;
use frame::operation::Verdict;
use frame::seal::{self, PublicKey, SealKey};
use store::{Db, Location};
use units::Code as _;

use crate::sample::{Plan, Size, people};
use crate::settings::{Place, Reach};
use crate::{backup, check, demo, doctor, erasures, networks, planning, rehearsal, server};

/// The shared back office of enterprises that cooperate.
#[derive(Debug, Parser)]
#[command(name = "tresse", version, about, max_term_width = 100)]
pub struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serve an instance
    ///
    /// Settings come from flags, else from the environment, else from the file that --config names.
    /// Migrations run at the start; a database that a newer version made is refused.
    Serve(Serve),
    /// Fill a provincial hub with invented members and weeks of trade, and serve it
    Demo(Demo),
    /// Make somebody an administrator, and print the link by which they choose a password
    ///
    /// For the first administrator of an instance, and for one who lost every way in.
    Administrator(Administrator),
    /// Verify the whole book, and name the first fault
    Check(Check),
    /// Verify the sealed log: that no row and no seal was changed, removed or added into the past
    VerifyLog(VerifyLog),
    /// Say in plain words what is wrong with an installation; nothing is changed
    Doctor(Doctor),
    /// Write all that the database holds to a file, while the server goes on
    Backup(Backup),
    /// Put a backup into an empty database, of either kind, and verify the book
    ///
    /// Whoever was erased after the backup is erased again, by the list beside it or the one that is named.
    Restore(Restore),
    /// Run whole cycles of a hub in a throw-away database, and print what they came to
    Rehearse(Rehearse),
    /// Plan rounds: who collects and delivers what, when
    ///
    /// Reads Solomon, Li & Lim, CVRPLIB, Sartori & Buriol, or JSON by docs/schema/rounds.json.
    Plan(planning::Planning),
    /// Road networks from OpenStreetMap extracts, and how long and far it is between sites
    #[command(subcommand)]
    Roads(networks::Networks),
}

#[derive(Debug, Args)]
struct Serve {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    reach: Reach,
}

#[derive(Debug, Args)]
struct Demo {
    /// Folder of the demonstration's database
    #[arg(long, env = "TRESSE_DATA", value_name = "DIR", default_value = "tresse-data")]
    data: PathBuf,
    /// Address and port to listen on
    #[arg(long, env = "TRESSE_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: std::net::SocketAddr,
    /// Size of the hub: S, M, L or XL
    #[arg(long, default_value = "M", value_parser = size)]
    size: Size,
}

#[derive(Debug, Args)]
struct Administrator {
    /// Their e-mail address, which they will come in with
    email: String,
    /// Their name
    #[arg(long, default_value = "Administration")]
    name: String,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    reach: Reach,
}

#[derive(Debug, Args)]
struct Check {
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct VerifyLog {
    /// A backup to verify instead of the database
    backup: Option<PathBuf>,
    /// File of the public keys that may have signed [default: the instance's own, else the first seal's]
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Hash of a seal that you have kept, from a letter or from the journal's page
    #[arg(long, value_name = "HASH")]
    seal: Option<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    reach: Reach,
}

#[derive(Debug, Args)]
struct Doctor {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    reach: Reach,
}

#[derive(Debug, Args)]
struct Backup {
    /// File to write, which must not be there yet: `tresse.jsonl.gz`
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct Restore {
    /// File that `tresse backup` or the server wrote
    file: PathBuf,
    /// List of who was erased since; the one beside the backup where none is named
    #[arg(long, value_name = "FILE")]
    erasures: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
struct Rehearse {
    /// Size of the hub: S, M, L or XL
    #[arg(long, default_value = "M", value_parser = size, conflicts_with = "plan")]
    size: Size,
    /// A hub of your own numbers: see docs/plan-example.toml
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// How many cycles
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=520))]
    cycles: u16,
    /// What chance begins with: the same seed comes to the same cents
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// An empty PostgreSQL database, or the file of a new SQLite one, to rehearse in and to keep
    #[arg(long, value_name = "URL", hide_env_values = true)]
    database: Option<String>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

fn size(text: &str) -> Result<Size, String> {
    Size::from_code(&text.to_uppercase()).ok_or_else(|| "a size is S, M, L or XL".to_owned())
}

/// Runs a command; what goes wrong is one sentence on the error stream, and an exit that is not zero.
pub fn run(command: Command) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("tresse: starting: {error}");
            return ExitCode::FAILURE;
        }
    };
    let done = runtime.block_on(async {
        match command.verb {
            Verb::Serve(serve) => serve.run().await,
            Verb::Demo(demo) => demo.run().await,
            Verb::Administrator(administrator) => administrator.run().await,
            Verb::Check(check) => check.run().await,
            Verb::VerifyLog(verify) => verify.run().await,
            Verb::Doctor(doctor) => doctor.run().await,
            Verb::Backup(backup) => backup.run().await,
            Verb::Restore(restore) => restore.run().await,
            Verb::Rehearse(rehearse) => rehearse.run().await,
            Verb::Plan(planning) => planning.run(),
            Verb::Roads(networks) => networks.run(),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tresse: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn log(level: Option<&str>) -> anyhow::Result<()> {
    let level = level.unwrap_or("info");
    let filter = tracing_subscriber::EnvFilter::try_new(level)
        .with_context(|| format!("{level:?} is no log level: write error, warn, info or debug"))?
        // At its finest it writes whole addresses, and with them links that let their holders in.
        .add_directive("tower_http=info".parse()?);
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
    Ok(())
}

impl Serve {
    async fn run(self) -> anyhow::Result<()> {
        let place = self.place.filled()?;
        let reach = self.reach.filled(&place)?;
        log(place.log.as_deref())?;
        let location = place.location();
        let db = server::open(&location).await?;
        if db.read(::people::persons::acts::is_empty).await.map_err(check::sentence)? {
            tracing::warn!(
                "nobody can come in yet: make an administrator with `tresse administrator EMAIL`"
            );
        }
        let mut settings = reach.settings()?;
        settings.seal_key = server::seal_key(&db, reach.seal_key(&place).as_deref()).await?;
        let app = server::application(db, settings, reach.mailer()?);
        // A network of roads that cannot be read is told now, not when somebody plans.
        rounds::ways::networks(&app).await.map_err(check::sentence)?;
        if let Some(address) = reach.monitor {
            tokio::spawn(server::monitor(app.clone(), server::listen(address).await?));
        }
        if let Some(folder) = reach.backups.clone() {
            // That it cannot be made is told at the start, not after an hour.
            server::make_folder(&folder)?;
            tokio::spawn(erasures::every_minute(app.clone(), folder.clone()));
            tokio::spawn(backup::every_hour(app.clone(), folder));
        }
        let (engine, address) = (app.db.engine(), app.settings.address.clone());
        server::serve(app, reach.socket(), |listening| {
            tracing::info!("{engine} in {location}; listening on {listening}, known as {address}");
        })
        .await
    }
}

impl Demo {
    async fn run(self) -> anyhow::Result<()> {
        log(Some("warn"))?;
        let tell = |step: &str| eprintln!("  {step}");
        let db = demo::open(&self.data, self.size, &tell).await?;
        let logins = demo::logins(&db).await?;
        // Who tries it out, or measures it, asks as often as they like.
        let reach = Reach { listen: Some(self.listen), calls_per_minute: Some(0), ..Reach::default() };
        let key = SealKey::of_file(&self.data.join("seal.key"))?;
        let settings = Settings { seal_key: Some(key), ..reach.settings()? };
        let app = server::application(db, settings, None);
        server::serve(app, self.listen, move |listening| {
            println!("\nTresse: http://{listening}\n");
            for login in &logins {
                println!("  {:<14} {:<34} {}", login.role, login.email, login.label);
            }
            println!("\n  password       {}\n\nCtrl-C stops it.", people::PASSWORD);
        })
        .await
    }
}

impl Administrator {
    async fn run(self) -> anyhow::Result<()> {
        let place = self.place.filled()?;
        let reach = self.reach.filled(&place)?;
        let email = self.email.trim().to_lowercase();
        if !email.contains('@') || email.chars().any(char::is_whitespace) {
            bail!("{:?} is no e-mail address", self.email);
        }
        let db = server::open(&place.location()).await?;
        let app = server::application(db, reach.settings()?, None);
        let (moment, address, name) = (app.moment(), app.settings.address.clone(), self.name);
        let link = app
            .db
            .write(move |tx| {
                ::people::persons::acts::make_administrator(tx, &moment, &address, &email, &name)
            })
            .await
            .map_err(check::sentence)?;
        println!("{link}");
        Ok(())
    }
}

impl Check {
    async fn run(self) -> anyhow::Result<()> {
        let place = self.place.filled()?;
        verify_book(&open_what_is_there(&place).await?).await
    }
}

/// Opens a database that must be there: a mistyped folder is not made.
async fn open_what_is_there(place: &Place) -> anyhow::Result<Db> {
    let location = place.location();
    if let Location::File(path) = &location
        && !path.exists()
    {
        bail!("there is no database at {}: name its folder with --data", path.display());
    }
    server::open(&location).await
}

async fn verify_book(db: &Db) -> anyhow::Result<()> {
    let checked = check::all(db).await?;
    for one in &checked {
        println!(
            "{:<8} {}: {}",
            if one.faults.is_empty() { "holds" } else { "BROKEN" },
            one.slice,
            one.name
        );
    }
    match checked.iter().find_map(|one| Some((one, one.faults.first()?))) {
        None => Ok(()),
        Some((one, fault)) => bail!("{}: {} does not hold: {fault}", one.slice, one.name),
    }
}

impl VerifyLog {
    async fn run(self) -> anyhow::Result<()> {
        let place = self.place.filled()?;
        let reach = self.reach.filled(&place)?;
        let own = reach.seal_key(&place).filter(|path| self.backup.is_none() && path.exists());
        let trusted = match self.key.or(own) {
            Some(path) => PublicKey::all_of_file(&path)?,
            None => Vec::new(),
        };
        let folder = tempfile::tempdir().context("making a throw-away folder")?;
        let db = match &self.backup {
            Some(file) => {
                let copy = Location::File(folder.path().join("backup.db"));
                backup::restore(&copy, file).await?.0
            }
            None => open_what_is_there(&place).await?,
        };
        let verified = seal::verify(&db, &crate::sealed(), &trusted, self.seal.as_deref())
            .await
            .map_err(check::sentence)?;
        for fault in &verified.faults {
            println!("BROKEN {fault}");
        }
        println!("{} rows in {} seals were looked at", verified.rows, verified.seals);
        if verified.forgotten > 0 {
            println!("of {} rows the content was forgotten, and its hash kept", verified.forgotten);
        }
        match &verified.latest {
            None => bail!("nothing has been sealed yet"),
            Some(latest) => {
                println!("the latest is seal {} of {}: {}", latest.number, latest.made_at, latest.hash);
            }
        }
        if let (true, Some(latest)) = (trusted.is_empty(), &verified.latest) {
            println!("no key was given, so the first seal's was believed: compare {}", latest.key);
        }
        if !verified.faults.is_empty() {
            bail!("the log is not as it was sealed");
        }
        Ok(())
    }
}

impl Doctor {
    async fn run(self) -> anyhow::Result<()> {
        let place = self.place.filled()?;
        let reach = self.reach.filled(&place)?;
        let found = doctor::examine(&place, &reach).await;
        for one in &found {
            println!("{:<6} {}", one.word(), one.said);
        }
        let wrong = found.iter().filter(|one| one.verdict == Verdict::Wrong).count();
        if wrong > 0 {
            bail!("{wrong} of {} things are wrong", found.len());
        }
        Ok(())
    }
}

impl Backup {
    async fn run(self) -> anyhow::Result<()> {
        let db = open_what_is_there(&self.place.filled()?).await?;
        let dumped = backup::write(&db, &self.file).await?;
        println!("{} rows of {} tables, read back and whole", dumped.rows, dumped.tables);
        Ok(())
    }
}

impl Restore {
    async fn run(self) -> anyhow::Result<()> {
        let place = self.place.filled()?;
        let list = self.erasures.clone().unwrap_or_else(|| erasures::beside(&self.file));
        if self.erasures.is_some() && !list.exists() {
            bail!("there is no list of erasures at {}", list.display());
        }
        // A list that cannot be read is told before anybody is back.
        let erased = erasures::read(&list)?;
        let (db, dumped) = backup::restore(&place.location(), &self.file).await?;
        println!("{} rows of {} tables restored", dumped.rows, dumped.tables);
        let app = server::application(db.clone(), frame::Settings::default(), None);
        let again = erasures::replay(&db, &app.moment(), erased).await?;
        if list.exists() {
            println!("{again} persons erased again, by {}", list.display());
        } else {
            println!("no list of erasures at {}: nobody was erased again", list.display());
        }
        verify_book(&db).await
    }
}

impl Rehearse {
    async fn run(self) -> anyhow::Result<()> {
        let plan = match &self.plan {
            None => Plan::of(self.size),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("reading {}", path.display()))?;
                Plan::read(&text).map_err(|fault| anyhow::anyhow!("{}: {fault}", path.display()))?
            }
        };
        let folder = tempfile::tempdir().context("making a throw-away folder")?;
        let db = self.open(folder.path()).await?;
        let app = rehearsal::application(db, self.seed);
        let tell = |step: &str| eprintln!("  {step}");
        let report = rehearsal::run(&app, &plan, usize::from(self.cycles), self.seed, &tell)
            .await
            .map_err(check::sentence)?;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&report)?);
        } else {
            println!("{}", report.written());
        }
        match report.faults.first() {
            None => Ok(()),
            Some(fault) => bail!("the books are not sound: {fault}"),
        }
    }

    async fn open(&self, throw_away: &std::path::Path) -> anyhow::Result<Db> {
        let location = match &self.database {
            Some(place) => place.parse()?,
            None => Location::File(throw_away.join("rehearsal.db")),
        };
        let db = server::open(&location).await?;
        if !db.read(::people::persons::acts::is_empty).await.map_err(check::sentence)? {
            bail!("{location} is in use: a rehearsal needs an empty database");
        }
        Ok(db)
    }
}
