//! A server of its own process: started, killed, stopped and let go on, and looked at from outside.

use std::net::{SocketAddr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, bail};
use rustix::process::{Pid, Signal, kill_process_group};

use crate::caller::{Asked, Caller};

/// How a server is started.
#[derive(Debug, Clone)]
pub struct Launch {
    pub address: SocketAddr,
    /// `--data DIR` or `--database URL`.
    pub place: Vec<String>,
    /// A program that runs it, with its arguments: `strace`, `faketime`.
    pub wrapper: Vec<String>,
    pub variables: Vec<(String, String)>,
    /// Another program than this one's own: a release to be tried.
    pub program: Option<PathBuf>,
}

impl Launch {
    pub fn new(place: [&str; 2]) -> anyhow::Result<Self> {
        // A port that was free a moment ago.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let place = place.map(str::to_owned).to_vec();
        Ok(Self { address, place, wrapper: Vec::new(), variables: Vec::new(), program: None })
    }

    pub fn under(&self, wrapper: &[&str]) -> Self {
        let wrapper = wrapper.iter().map(|&word| word.to_owned()).collect();
        Self { wrapper, ..self.clone() }
    }

    fn command(&self) -> anyhow::Result<Command> {
        let mut words = self.wrapper.clone();
        if let Some(program) = &self.program {
            words.push(program.display().to_string());
        } else {
            words.push(std::env::current_exe()?.display().to_string());
            words.push("tresse".to_owned());
        }
        words.extend(["serve", "--log", "error", "--listen"].map(str::to_owned));
        words.push(self.address.to_string());
        words.extend(self.place.iter().cloned());
        let (program, arguments) = words.split_first().context("a program")?;
        let mut command = Command::new(program);
        // Clients here ask as often as they can; a release that knows no limit passes over the variable.
        command.env("TRESSE_CALLS_PER_MINUTE", "0");
        command.args(arguments).envs(self.variables.iter().cloned());
        command.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
        Ok(command)
    }
}

/// A running server with all that runs it; killed when it is let go.
pub struct Node {
    child: Child,
    address: SocketAddr,
}

impl Node {
    /// Starts it, and waits until it answers.
    pub async fn start(launch: &Launch) -> anyhow::Result<Self> {
        let mut node = Self::begin(launch)?;
        if !node.answers_within(Duration::from_secs(30)).await {
            bail!("the server on {} did not start", launch.address);
        }
        Ok(node)
    }

    /// Starts it; whether it will ever answer is not known.
    pub fn begin(launch: &Launch) -> anyhow::Result<Self> {
        let child = launch.command()?.spawn().context("starting the server")?;
        Ok(Self { child, address: launch.address })
    }

    pub async fn answers_within(&mut self, patience: Duration) -> bool {
        let began = frame::monotonic();
        let mut caller = Caller::new(self.address, Duration::from_secs(2));
        let asked = Asked::page("/sign-in".to_owned(), "");
        while frame::monotonic().saturating_sub(began) < patience {
            if caller.ask(&asked).await.is_some_and(|answer| answer.status == 200) {
                return true;
            }
            if self.has_ended() {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        false
    }

    pub fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// Waits until it has ended by itself, or for so long.
    pub async fn ends_within(&mut self, patience: Duration) -> bool {
        let began = frame::monotonic();
        while frame::monotonic().saturating_sub(began) < patience {
            if self.has_ended() {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(3)).await;
        }
        false
    }

    pub fn signal(&self, signal: Signal) {
        // One that has ended already hears nothing.
        let _ = kill_process_group(Pid::from_child(&self.child), signal);
    }

    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }

    /// Resident memory in bytes, where the system tells.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// The most resident memory that it ever had, in bytes.
    pub fn peak_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// Time of the processors that it took until now; Linux counts a hundred ticks a second.
    pub fn processor(&self) -> Option<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
        let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        Some(Duration::from_millis(ticks * 10))
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}
