//! What is kept, of whom, why and for how long: each slice says so for each of its tables.
//!
//! One table for everything that follows from it: the page that tells people, what they and their
//! organisations can take away, what an erasure leaves, and what the ends of periods remove. A table
//! without a line fails a test.
//!
//! Source: Regulation (EU) 2016/679 (GDPR), articles 5 (1) (e), 13 (2) (a), 15, 17, 20 and 30.

mod archive;
mod measure;
mod pages;
mod spool;
mod store;
pub mod terms;

use std::time::Duration;

use ::store::Tx;
use units::{CoalitionId, OrganisationId, PersonId};

pub use archive::{Archive, download};
pub use measure::{Measure, measure};
pub use store::{Ended, blank_and_delete, end_periods};
pub use terms::{Dated, Term};

use crate::app::App;
use crate::outcome::Outcome;
use crate::slice::{Gate, Job, Routes};

/// What one table keeps.
#[derive(Clone, Copy)]
pub struct Kept {
    pub table: &'static str,
    pub basis: Basis,
    /// Which rows are about a person; none where no row is.
    pub persons: &'static [Of],
    /// What an erasure does to the rows about a person.
    pub erased: Erased,
    /// Which rows are of a coalition.
    pub hub: Option<Of>,
    /// Which of these are of one of its members.
    pub members: &'static [Of],
    /// Whether only who coordinates sees all that the coalition has of it.
    pub for_coordinators: bool,
    /// What its columns hold, where they hold something of a person, a secret or a file.
    pub columns: &'static [(&'static str, Holds)],
    pub period: Period,
}

impl Kept {
    /// A table about no person and of no coalition, kept while it is used; the rest is added.
    pub const fn named(table: &'static str, basis: Basis) -> Self {
        Self {
            table,
            basis,
            persons: &[],
            erased: Erased::Stays,
            hub: None,
            members: &[],
            for_coordinators: false,
            columns: &[],
            period: Period::WhileUsed,
        }
    }

    /// What a column holds, where that was said.
    pub fn holds(&self, column: &str) -> Option<Holds> {
        self.columns.iter().find(|(name, _)| *name == column).map(|(_, holds)| *holds)
    }
}

units::codes! {
    /// Why it may be kept (GDPR article 6 (1)).
    pub enum Basis {
        /// It is needed for what the person or their organisation asked for (b).
        Contract = "contract",
        /// A law asks for it (c).
        Law = "law",
        /// The instance must be safe, and its acts traceable (f).
        Interest = "interest",
    }
}

/// How rows are somebody's.
#[derive(Debug, Clone, Copy)]
pub enum Of {
    /// The column has their identifier.
    Column(&'static str),
    /// The same, in whichever coalition: a producer's own stock book.
    Own(&'static str),
    /// The column has their identifier, or nothing: what holds for all and for them.
    ColumnOrNone(&'static str),
    /// The column ends with a stroke and their identifier: `receivable/{shop}`.
    Ending(&'static str),
    /// The column has the person's e-mail address.
    Email(&'static str),
    /// The column is the `key` of a row of another table that is theirs.
    Through { column: &'static str, table: &'static str, key: &'static str },
    /// Every row of the coalition is for its members to see.
    All,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Something of the person that the row is about: what an erasure puts in its place.
    Personal(Blank),
    /// The identifier of a person: it says nothing once that person is erased.
    Person,
    /// Words that who did it chose, and that may name anybody: they stay until the period ends.
    Words,
    /// The same, unless the named column says that they hold a secret.
    WordsUnless(&'static str),
    /// The name of somebody whom the row is not about: it stays until the period ends.
    Name,
    /// What lets somebody in, or would help to guess it: nobody is given it.
    Secret(Blank),
    /// Something of an organisation: its name, its account. Where a person trades under their own name,
    /// theirs.
    Organisation,
    /// JSON.
    Json,
    /// JSON that is longer than any cell of a table may be: it stands in the JSON file only.
    LongJson,
    /// The bytes of a file.
    File,
}

/// What stands in the place of what was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    Nothing,
    Empty,
    /// A dash, where a name is shown.
    Dash,
    /// An address that nobody has: `{id}@erased.invalid` (RFC 2606).
    Address,
}

units::codes! {
    /// What an erasure does to rows about a person.
    pub enum Erased {
        Deleted = "deleted",
        Blanked = "blanked",
        /// They stay, with an identifier that no longer leads to anybody.
        Stays = "stays",
    }
}

/// How long rows are kept, and what happens then.
#[derive(Clone, Copy)]
pub enum Period {
    /// As long as what it belongs to.
    WhileUsed,
    /// Deleted so many days after `since`.
    Days { since: Since, days: i64 },
    /// Deleted at the end of a term that a law sets.
    Delete { since: Since, term: &'static Term },
    /// Kept with the books; the words in it that may name somebody are blanked at the end of the term.
    Blank { since: Since, term: &'static Term },
    /// Kept with the books; `with` takes out of it what names somebody, in rows of before a day.
    Rewrite { since: Since, term: &'static Term, with: fn(&Tx<'_>, &str, &str) -> ::store::Result<u64> },
}

impl Period {
    pub fn term(&self) -> Option<&'static Term> {
        self.by_law().map(|(_, term)| term)
    }

    /// Since when rows are kept for a term that a law sets, and for which.
    fn by_law(&self) -> Option<(Since, &'static Term)> {
        match *self {
            Self::WhileUsed | Self::Days { .. } => None,
            Self::Delete { since, term }
            | Self::Blank { since, term }
            | Self::Rewrite { since, term, .. } => Some((since, term)),
        }
    }
}

/// What a period counts from.
#[derive(Debug, Clone, Copy)]
pub enum Since {
    /// A column with an instant.
    Instant(&'static str),
    /// A column with a civil date.
    Day(&'static str),
    /// An instant of the row of another table that the column is the `key` of.
    Through { column: &'static str, table: &'static str, key: &'static str, instant: &'static str },
}

impl Holds {
    /// Whether it may name somebody, and goes when the period ends.
    fn ends(self) -> bool {
        matches!(self, Self::Words | Self::WordsUnless(_) | Self::Name)
    }
}

/// Whose rows are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Person(PersonId),
    /// All that a coalition has; what only its coordinator sees where `coordinates`.
    Hub {
        hub: CoalitionId,
        coordinates: bool,
    },
    /// What a coalition has of one member.
    Member {
        hub: CoalitionId,
        organisation: OrganisationId,
    },
}

pub(crate) fn routes(routes: Routes) -> Routes {
    routes.get("/kept", Gate::SignedIn, pages::show)
}

pub(crate) fn job() -> Job {
    Job { name: "ends of periods", every: Duration::from_hours(24), run: |app| Box::pin(apply(app)) }
}

/// Removes what has been kept long enough.
pub async fn apply(app: App) -> Outcome<()> {
    let (keeps, sealed) = ((app.door.keeps)(), (app.door.sealed)());
    let (now, today) = (app.clock.now(), app.today());
    let ended = app.db.write(move |tx| end_periods(tx, &keeps, &sealed, now, today)).await?;
    for Ended { table, rows } in ended.iter().filter(|ended| ended.rows > 0) {
        tracing::info!(table, rows, "kept long enough");
    }
    Ok(())
}
