//! The disk has no room left, and then it has again; or the power is cut.

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use fuser::BackgroundSession;
use tresse::sample::Chance;

use super::kills::pause;
use super::{Came, Order};
use crate::disk::Disk;
use crate::stage::{Stage, path};

/// A small file system in memory, unmounted when it is let go.
struct Small(PathBuf);

impl Small {
    fn mount(at: PathBuf) -> Option<Self> {
        std::fs::create_dir(&at).ok()?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64m", "tmpfs"]).arg(&at);
        mount.output().ok()?.status.success().then_some(Self(at))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

pub async fn full(order: Order) -> anyhow::Result<Came> {
    let folder = tempfile::tempdir()?;
    let Some(small) = Small::mount(folder.path().join("small")) else {
        return Ok(Came::NotRun("only root can mount a small disk".to_owned()));
    };
    let mut stage = Stage::on_file(&order.setting("full"), &small.0).await?;
    let mut seen = Vec::new();
    stage.begin();
    stage.acknowledges(50).await;
    let filler = small.0.join("filler");
    for time in 0..order.times {
        let mut fill = Command::new("dd");
        fill.arg("if=/dev/zero").arg(format!("of={}", path(&filler)?)).arg("bs=4k");
        // It ends when nothing more fits.
        fill.output()?;
        let before = stage.done();
        tokio::time::sleep(Duration::from_millis(1500)).await;
        let during = stage.done() - before;
        std::fs::remove_file(&filler)?;
        let mut again = stage.acknowledges(30).await;
        if !again {
            stage.nodes[0].kill();
            stage.restart(0).await?;
            again = stage.acknowledges(30).await;
            seen.push(format!("time {time}: a restart was needed, then it went on: {again}"));
        }
        if time == 0 {
            seen.push(format!(
                "{during} acknowledged in 1.5 s of a full disk; afterwards again: {again}"
            ));
        }
    }
    let verdict = stage.end().await?;
    drop(small);
    Ok(Came::Ran { faults: order.times, verdict, seen })
}

/// Lets go of the disk. Its last reader may be told that the conversation was broken off, and then it has ended too.
fn unmount(mounted: BackgroundSession) -> io::Result<()> {
    match mounted.umount_and_join() {
        Err(error) if error.kind() == ErrorKind::ConnectionAborted => Ok(()),
        ended => ended,
    }
}

/// By turns nothing survives that was not synced, and half of it does, in any order.
pub async fn power(order: Order) -> anyhow::Result<Came> {
    let folder = tempfile::tempdir()?;
    let at = folder.path().join("hub");
    std::fs::create_dir(&at)?;
    let disk = Disk::default();
    let mut mounted = match disk.mount(&at) {
        Ok(mounted) => mounted,
        Err(error) => {
            return Ok(Came::NotRun(format!(
                "no file system of our own can be mounted (FUSE): {error}"
            )));
        }
    };
    let mut stage = Stage::on_file(&order.setting("power"), folder.path()).await?;
    let mut chance = Chance::new(order.seed);
    stage.begin();
    for time in 0..order.times {
        stage.acknowledges(10).await;
        pause(&mut chance, 5, 120).await;
        disk.cut_power();
        stage.nodes[0].kill();
        unmount(mounted)?;
        disk.power_comes_back(&mut chance, if time % 2 == 0 { 0 } else { 50 });
        mounted = disk.mount(&at)?;
        stage.restart(0).await?;
    }
    stage.acknowledges(20).await;
    let verdict = stage.end().await;
    // Lazily: the last reader of the database may be about to let go.
    let _ = Command::new("umount").arg("-l").arg(&at).output();
    drop(mounted);
    Ok(Came::Ran { faults: order.times, verdict: verdict?, seen: Vec::new() })
}
