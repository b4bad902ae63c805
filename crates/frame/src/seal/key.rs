//! The key by which an instance signs its seals.

use std::fmt;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::model::{from_hex, hex};
use crate::clock::Ids;

/// The secret half, in a file that nobody but its owner reads.
#[derive(Clone)]
pub struct SealKey(Arc<SigningKey>);

/// The half that everybody may have, as 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKey of {}", self.public())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(self.0.as_bytes()))
    }
}

impl SealKey {
    /// A new key: 244 random bits, hashed to the 256 that a key has.
    pub fn fresh() -> Self {
        Self(Arc::new(SigningKey::from_bytes(&Sha256::digest(Ids::secret()).into())))
    }

    /// The key in a file; it is made, with the file, where there is none.
    ///
    /// # Errors
    /// When the file cannot be read or made, is readable by others, or holds something else.
    pub fn of_file(path: &Path) -> anyhow::Result<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::read(path, &text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::make(path),
            Err(error) => Err(error).with_context(|| format!("reading {}", path.display())),
        }
    }

    fn read(path: &Path, text: &str) -> anyhow::Result<Self> {
        if std::fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
            bail!("others can read the key in {0}: chmod 600 {0}", path.display());
        }
        let secret = lines(text).find_map(|(name, value)| (name == "secret").then_some(value));
        let secret = secret.and_then(from_hex);
        let secret = secret.with_context(|| format!("{} holds no key for seals", path.display()))?;
        Ok(Self(Arc::new(SigningKey::from_bytes(&secret))))
    }

    fn make(path: &Path) -> anyhow::Result<Self> {
        let key = Self::fresh();
        let text = format!(
            "# The key by which this instance signs the seals of its log. Nobody else may read it;\n\
             # keep a copy where neither the database nor its backups are.\n\
             secret {}\npublic {}\n",
            hex(key.0.as_bytes()),
            key.public()
        );
        let made = || {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        made().with_context(|| format!("making a key for seals in {}", path.display()))?;
        Ok(key)
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(super) fn sign(&self, statement: &str) -> String {
        hex(&self.0.sign(statement.as_bytes()).to_bytes())
    }
}

impl PublicKey {
    /// The keys that a file names: one made by Tresse, or one with a key on each line.
    pub fn all_of_file(path: &Path) -> anyhow::Result<Vec<Self>> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        let keys = lines(&text).filter(|(name, _)| *name != "secret");
        let keys: Vec<Self> = keys.filter_map(|(_, value)| Self::parse(value)).collect();
        if keys.is_empty() {
            bail!("{} holds no public key: 64 hexadecimal digits", path.display());
        }
        Ok(keys)
    }

    pub fn parse(text: &str) -> Option<Self> {
        VerifyingKey::from_bytes(&from_hex(text)?).ok().map(Self)
    }

    pub(super) fn signed(&self, statement: &str, signature: &str) -> bool {
        let signature = from_hex(signature).map(|bytes| Signature::from_bytes(&bytes));
        signature.is_some_and(|signature| self.0.verify_strict(statement.as_bytes(), &signature).is_ok())
    }
}

/// The lines of a key file, each as its name and its value; a lone value has no name.
fn lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(' ').unwrap_or(("", line)))
}
