//! What a seal is, what it is over, and what can be found wrong with it.

use std::fmt;
use std::fmt::Write as _;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize as _;
use sha2::{Digest, Sha256};

use super::key::SealKey;
use super::merkle;

/// A table whose rows are written once and never changed. Its rows are called `r` in what is SQL here.
#[derive(Debug, Clone, Copy)]
pub struct Sealed {
    /// What a row is called in the log.
    pub kind: &'static str,
    pub table: &'static str,
    /// Whether rows are known by a `book` and an `id`, or by their `id` alone.
    pub in_books: bool,
    /// Another table that tells when the row was written: `JOIN cause k ON k.id = r.id`, or nothing.
    pub joined: &'static str,
    /// When the row was written: `r.at`.
    pub at: &'static str,
    /// The columns that are hashed, in this order.
    pub columns: &'static [&'static str],
    pub parts: Option<Parts>,
}

/// Rows that belong to a sealed one, known by its book, its id and a `line`.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    pub table: &'static str,
    /// The column that holds the id of the row they belong to.
    pub of: &'static str,
    pub columns: &'static [&'static str],
}

pub type Cells = Vec<Option<String>>;

/// What is hashed of a row.
pub fn content(kind: &str, cells: &Cells, parts: Option<&[Cells]>) -> String {
    let mut out = Vec::new();
    let mut json = serde_json::Serializer::new(&mut out);
    // Text into memory: neither can fail.
    let _ = match parts {
        Some(parts) => (kind, cells, parts).serialize(&mut json),
        None => (kind, cells).serialize(&mut json),
    };
    String::from_utf8(out).unwrap_or_default()
}

/// The salted hash of a content.
pub fn hash(salt: &str, content: &str) -> String {
    hex(&Sha256::new().chain_update(salt).chain_update(content).finalize())
}

/// A row that no seal holds yet.
pub struct Waiting {
    pub kind: &'static str,
    pub book: String,
    pub id: String,
    pub at: Timestamp,
    pub content: String,
}

/// A row in a seal.
pub struct Member {
    pub kind: &'static str,
    pub book: String,
    pub id: String,
    pub salt: String,
    pub hash: String,
}

/// A seal over the rows that waited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// From 1 on, without gaps.
    pub number: i64,
    pub made_at: Timestamp,
    pub rows: i64,
    /// Whether no other row waited when it was made.
    pub complete: bool,
    pub root: String,
    /// The hash of the seal before; zeros before the first.
    pub previous: String,
    /// The public key that it was signed for.
    pub key: String,
    pub signature: String,
    pub hash: String,
}

impl Seal {
    pub(super) fn over(
        members: &[Member],
        before: Option<&Self>,
        now: Timestamp,
        complete: bool,
        key: &SealKey,
    ) -> Self {
        let mut seal = Self {
            number: before.map_or(1, |seal| seal.number + 1),
            // A clock that was set back does not make the log go back.
            made_at: before.map_or(now, |seal| seal.made_at.max(now)),
            rows: members.len() as i64,
            complete,
            root: root(members.iter().map(|member| member.hash.as_str())),
            previous: before.map_or_else(|| "0".repeat(64), |seal| seal.hash.clone()),
            key: key.public().to_string(),
            signature: String::new(),
            hash: String::new(),
        };
        let statement = seal.statement();
        seal.hash = hex(&Sha256::digest(&statement));
        seal.signature = key.sign(&statement);
        seal
    }

    /// What is signed. Each line ends with a line feed; the time is in microseconds since 1970.
    pub fn statement(&self) -> String {
        format!(
            "tresse seal 1\nnumber {}\nmade {}\nrows {}\ncomplete {}\nroot {}\nprevious {}\nkey {}\n",
            self.number,
            self.made_at.as_microsecond(),
            self.rows,
            if self.complete { "yes" } else { "no" },
            self.root,
            self.previous,
            self.key
        )
    }

    /// Whether its hash is that of what it says.
    pub(super) fn is_whole(&self) -> bool {
        self.hash == hex(&Sha256::digest(self.statement()))
    }
}

/// The top of the tree over these salted hashes; what is no hash counts as an empty one.
pub fn root<'a>(hashes: impl Iterator<Item = &'a str>) -> String {
    hex(&merkle::root(hashes.map(|hash| merkle::leaf(&from_hex::<32>(hash).unwrap_or_default()))))
}

/// What a verification came to.
#[derive(Debug, Default)]
pub struct Verified {
    pub seals: u64,
    pub rows: u64,
    /// Rows whose content was forgotten, with its salt.
    pub forgotten: u64,
    pub latest: Option<Seal>,
    pub faults: Vec<Fault>,
}

/// Something that is not as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    SealsMissing {
        first: i64,
        last: i64,
    },
    SealChanged {
        number: i64,
    },
    NotSigned {
        number: i64,
    },
    OtherKey {
        number: i64,
        key: String,
    },
    NotChained {
        number: i64,
    },
    /// The list of its rows is not the one that was sealed.
    OtherRows {
        number: i64,
        rows: i64,
        found: i64,
    },
    RowChanged {
        row: String,
        number: i64,
    },
    RowMissing {
        row: String,
        number: i64,
    },
    /// It is in no seal, though seals were made since the time that it bears.
    RowAdded {
        row: String,
        at: Timestamp,
    },
    /// It bears a time at which a seal before its own would have held it.
    RowAddedIntoPast {
        row: String,
        at: Timestamp,
        number: i64,
    },
    /// A seal that somebody has kept the hash of.
    KnownSealMissing {
        hash: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SealsMissing { first, last } if first == last => {
                write!(f, "seal {first} was removed")
            }
            Self::SealsMissing { first, last } => write!(f, "seals {first} to {last} were removed"),
            Self::SealChanged { number } => write!(f, "seal {number} was changed: its hash is another"),
            Self::NotSigned { number } => {
                write!(f, "seal {number} is not signed with the key that it names")
            }
            Self::OtherKey { number, key } => {
                write!(f, "from seal {number} on the key is another, and not one that you trust: {key}")
            }
            Self::NotChained { number } => {
                write!(f, "seal {number} does not follow the one before: one of them was exchanged")
            }
            Self::OtherRows { number, rows, found } => write!(
                f,
                "the list of rows of seal {number} was changed: {rows} were sealed, {found} are listed"
            ),
            Self::RowChanged { row, number } => {
                write!(f, "{row} was changed after it was sealed (seal {number})")
            }
            Self::RowMissing { row, number } => {
                write!(f, "{row} was removed after it was sealed (seal {number})")
            }
            Self::RowAdded { row, at } => {
                write!(f, "{row} was added into the past: it bears {at}, and is in no seal")
            }
            Self::RowAddedIntoPast { row, at, number } => write!(
                f,
                "{row} was added into the past: it bears {at}, and came after the seals of that time \
                 (seal {number})"
            ),
            Self::KnownSealMissing { hash } => {
                write!(f, "no seal has the hash {hash}: the log is not the one that this hash is of")
            }
        }
    }
}

/// A time before a time that a database holds, which may be the first that there is.
pub(super) fn earlier(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_sub(by).unwrap_or(Timestamp::MIN)
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `N` bytes out of twice as many hexadecimal digits.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
