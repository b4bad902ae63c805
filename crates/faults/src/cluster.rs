//! PostgreSQL of our own in a temporary folder: a primary and its synchronous replica, in two slots that
//! change parts when the primary dies.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, bail};
use rustix::process::{Pid, Signal, geteuid, kill_process};

/// Where Debian keeps the server's programs, outside PATH.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The folder of the newest server's programs.
pub fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir(DEBIAN)
        .ok()?
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin")))
        })
        .filter(|(_, bin)| bin.join("initdb").exists() && bin.join("psql").exists())
        .collect();
    versions.sort();
    versions.pop().map(|(_, bin)| bin)
}

/// One server with its own data and socket.
#[derive(Debug, Clone)]
pub struct Slot {
    programs: PathBuf,
    pub folder: PathBuf,
}

impl Slot {
    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    pub fn socket(&self) -> PathBuf {
        self.folder.join(".s.PGSQL.5432")
    }

    /// PostgreSQL's programs refuse to run as root, and complain in a folder that their user cannot enter.
    fn run(&self, program: &str, arguments: &[&str]) -> anyhow::Result<String> {
        let program = self.programs.join(program);
        let mut command = if geteuid().is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(&program);
            command
        } else {
            Command::new(&program)
        };
        let output = command.args(arguments).current_dir(&self.folder).output()?;
        if !output.status.success() {
            bail!("{}: {}", program.display(), String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn ask(&self, sql: &str) -> anyhow::Result<String> {
        let host = self.folder.display().to_string();
        self.run("psql", &["-h", &host, "-U", "postgres", "-d", "postgres", "-Atc", sql])
    }

    fn start(&self) -> anyhow::Result<()> {
        let log = self.folder.join("log").display().to_string();
        let options = format!("-c unix_socket_directories={}", self.folder.display());
        // Its output goes nowhere: a pipe would be kept open by the server and waited for.
        let started =
            self.run("pg_ctl", &["start", "-w", "-s", "-D", &self.data(), "-l", &log, "-o", &options]);
        started.map(drop).with_context(|| {
            let log = fs::read_to_string(&log).unwrap_or_default();
            let last: Vec<&str> = log.lines().rev().take(4).collect();
            last.join("; ")
        })
    }

    /// Kills the server and every process of it at once, as the loss of its machine would.
    pub fn kill(&self) {
        let pid = fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap_or_default();
        let Some(pid) = pid.lines().next().and_then(|pid| pid.trim().parse::<i32>().ok()) else {
            return;
        };
        let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"));
        let children = children.unwrap_or_default();
        let all = std::iter::once(pid).chain(children.split(' ').filter_map(|pid| pid.parse().ok()));
        for pid in all.filter_map(Pid::from_raw) {
            let _ = kill_process(pid, Signal::KILL);
        }
    }

    /// Whether its replica must have a write before the write is acknowledged.
    fn wait_for_replicas(&self, wait: bool) -> anyhow::Result<()> {
        let names = if wait { "*" } else { "" };
        fs::write(
            self.folder.join("data/sync.conf"),
            format!("synchronous_standby_names = '{names}'\n"),
        )?;
        Ok(())
    }
}

pub struct Cluster {
    slots: [Slot; 2],
    primary: usize,
    folder: PathBuf,
}

impl Cluster {
    /// One primary, with `more` lines of settings. Where it is `durable` its disk is waited for, as PostgreSQL
    /// does by itself.
    pub fn start(programs: &Path, durable: bool, more: &[String]) -> anyhow::Result<Self> {
        // Directly in /tmp: the path of a socket has 107 letters at most.
        let folder = tempfile::Builder::new().prefix("faults.").tempdir_in("/tmp")?.keep();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755))?;
        let slots =
            ["a", "b"].map(|name| Slot { programs: programs.to_owned(), folder: folder.join(name) });
        let cluster = Self { slots, primary: 0, folder };
        for slot in &cluster.slots {
            fs::create_dir(&slot.folder)?;
            if geteuid().is_root() {
                let owned = Command::new("chown").arg("postgres").arg(&slot.folder).status()?;
                anyhow::ensure!(owned.success(), "chown of {}", slot.folder.display());
            }
        }
        let slot = cluster.primary();
        let data = slot.data();
        slot.run(
            "initdb",
            &["-D", &data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        )?;
        let mut settings = fs::read_to_string(slot.folder.join("data/postgresql.conf"))?;
        settings.push_str(
            "\nlisten_addresses = ''\nmax_connections = 120\nwal_level = replica\nmax_wal_senders = 6\n\
             hot_standby = on\ndynamic_shared_memory_type = mmap\ninclude_if_exists = 'sync.conf'\n",
        );
        if !durable {
            settings.push_str("fsync = off\nfull_page_writes = off\n");
        }
        settings.push_str(&more.join("\n"));
        settings.push('\n');
        fs::write(slot.folder.join("data/postgresql.conf"), settings)?;
        slot.wait_for_replicas(false)?;
        slot.start()?;
        Ok(cluster)
    }

    pub fn primary(&self) -> &Slot {
        &self.slots[self.primary]
    }

    fn other(&self) -> &Slot {
        &self.slots[1 - self.primary]
    }

    pub fn create_database(&self, name: &str) -> anyhow::Result<()> {
        self.primary().ask(&format!("CREATE DATABASE {name}")).map(drop)
    }

    /// The address at which a program finds the primary, whichever slot it is in.
    pub fn url(&self, name: &str) -> String {
        let [a, b] = self.slots.each_ref().map(|slot| slot.folder.display().to_string());
        format!("postgres://postgres@/{name}?host={a}&host={b}&target_session_attrs=read-write")
    }

    /// The address of the primary's socket under another folder, where a relay stands in for it.
    pub fn url_at(folder: &Path, name: &str) -> String {
        format!("postgres://postgres@/{name}?host={}", folder.display())
    }

    /// Makes the other slot a replica that every write waits for.
    pub async fn replicate(&self) -> anyhow::Result<()> {
        let (primary, other) = (self.primary(), self.other());
        let old = other.folder.join("data");
        if old.exists() {
            fs::remove_dir_all(&old)?;
            // A server that was killed leaves its socket and the lock on it.
            let _ = fs::remove_file(other.socket());
            let _ = fs::remove_file(other.socket().with_extension("5432.lock"));
        }
        let host = primary.folder.display().to_string();
        other.run(
            "pg_basebackup",
            &[
                "-h",
                &host,
                "-U",
                "postgres",
                "-D",
                &other.data(),
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
                "-N",
            ],
        )?;
        other.wait_for_replicas(false)?;
        other.start()?;
        for _ in 0..2000 {
            if primary.ask("SELECT COUNT(*) FROM pg_stat_replication WHERE state = 'streaming'")? == "1"
            {
                primary.wait_for_replicas(true)?;
                primary.run("pg_ctl", &["reload", "-s", "-D", &primary.data()])?;
                return self.is_synchronous().await;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("the replica did not follow")
    }

    async fn is_synchronous(&self) -> anyhow::Result<()> {
        for _ in 0..2000 {
            if self
                .primary()
                .ask("SELECT COUNT(*) FROM pg_stat_replication WHERE sync_state = 'sync'")?
                == "1"
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        bail!("the replica is not waited for")
    }

    /// Kills the primary and makes its replica the primary.
    pub fn fail_over(&mut self) -> anyhow::Result<()> {
        self.primary().kill();
        let other = self.other();
        other.run("pg_ctl", &["promote", "-w", "-s", "-D", &other.data()])?;
        self.primary = 1 - self.primary;
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.slots.iter().for_each(Slot::kill);
        // The last of its processes may still be writing: a second try finds them gone.
        if fs::remove_dir_all(&self.folder).is_err() {
            std::thread::sleep(Duration::from_millis(200));
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
