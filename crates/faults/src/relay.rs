//! A network between a server and its database that can be cut: bytes that come in are held, not refused.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Open,
    /// Nothing comes through, and nobody is told.
    Silent,
    /// Every connection that was open has broken.
    Broken,
}

pub struct Relay {
    pub folder: tempfile::TempDir,
    way: watch::Sender<Way>,
    task: JoinHandle<()>,
}

impl Relay {
    /// Stands in for the socket of a PostgreSQL server.
    pub fn before(socket: PathBuf) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("relay.").tempdir_in("/tmp")?;
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).context("a relay")?;
        let (way, state) = watch::channel(Way::Open);
        let socket = Arc::new(socket);
        let task = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let (socket, state) = (Arc::clone(&socket), state.clone());
                tokio::spawn(async move { join(near, &socket, state).await });
            }
        });
        Ok(Self { folder, way, task })
    }

    pub fn turn(&self, way: Way) {
        self.way.send_replace(way);
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn join(near: UnixStream, socket: &Path, state: watch::Receiver<Way>) {
    // A connection that is made while the way is silent waits too.
    let mut entry = state.clone();
    if entry.wait_for(|way| *way == Way::Open).await.is_err() {
        return;
    }
    let Ok(far) = UnixStream::connect(socket).await else { return };
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    let mut broken = state.clone();
    tokio::select! {
        () = carry(near_in, far_out, state.clone()) => {}
        () = carry(far_in, near_out, state) => {}
        _ = broken.wait_for(|way| *way == Way::Broken) => {}
    }
}

async fn carry(
    mut from: tokio::net::unix::OwnedReadHalf,
    mut to: tokio::net::unix::OwnedWriteHalf,
    mut state: watch::Receiver<Way>,
) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        if state.wait_for(|way| *way == Way::Open).await.is_err() {
            return;
        }
        if to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
