//! What the server answered, in a file that no fault reaches: one line each, written before anybody goes on.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use units::ReferenceId;

/// One request with its last answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    pub key: String,
    pub end: End,
    pub deed: Deed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The server said yes.
    Done,
    /// The server said no: nothing of it may be there.
    Refused,
    /// The server never came back to say.
    Unknown,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Deed {
    /// The shop with this number wants so many units of each, in all.
    Order { shop: usize, lines: Vec<(ReferenceId, i64)> },
    /// A payment, known again by its note.
    Payment { note: String },
}

/// The file, and what was seen that may never be.
pub struct Notebook {
    path: PathBuf,
    file: Mutex<File>,
    complaints: Mutex<Vec<String>>,
}

impl Notebook {
    pub fn new(folder: &Path) -> anyhow::Result<Self> {
        let path = folder.join("acknowledged.jsonl");
        let file = File::options().create_new(true).append(true).open(&path);
        let file = file.with_context(|| format!("making {}", path.display()))?;
        Ok(Self { path, file: Mutex::new(file), complaints: Mutex::default() })
    }

    pub fn note(&self, entry: &Entry) -> anyhow::Result<()> {
        let mut line = serde_json::to_string(entry)?;
        line.push('\n');
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(line.as_bytes())?;
        Ok(file.flush()?)
    }

    pub fn complain(&self, about: String) {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).push(about);
    }

    pub fn complaints(&self) -> Vec<String> {
        self.complaints.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn entries(&self) -> anyhow::Result<Vec<Entry>> {
        let text = std::fs::read_to_string(&self.path)?;
        text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}
