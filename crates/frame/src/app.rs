//! The application: what every page, act and job is given.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::{Db, Tx};
use units::{CoalitionId, Language};
use url::Url;
use uuid::Uuid;

use crate::api::Bearer;
use crate::clock::{Clock, Ids};
use crate::keep::Kept;
use crate::mail::Mailer;
use crate::memo::Memo;
use crate::monitor::Measures;
use crate::operation::{Rounds, SignedIn};
use crate::outcome::Outcome;
use crate::outside::{Inside, Outside};
use crate::pace::Pace;
use crate::page::MenuEntry;
use crate::seal::{SealKey, Sealed};
use crate::task::Work;
use crate::who::Who;

/// The running application. Cloning shares it.
#[derive(Clone)]
pub struct App(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    pub clock: Clock,
    pub ids: Ids,
    pub settings: Settings,
    pub mailer: Option<Mailer>,
    pub outside: Outside,
    pub memo: Memo,
    pub measures: Measures,
    pub(crate) pace: Pace,
    pub door: Door,
    /// This process among those that share a database.
    pub node: String,
    pub started_at: Timestamp,
    /// Tasks under way, so that an end waits for them.
    pub work: Work,
    /// How timed work went.
    pub rounds: Rounds,
}

/// What an operator sets.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address under which people reach the instance, without a slash at its end.
    pub address: String,
    /// Where civil dates and times are meant.
    pub zone: TimeZone,
    /// Hosts of the operator's own network that may be called although they are inside.
    pub inside: Vec<Inside>,
    /// Services by whose accounts people may come in.
    pub providers: Vec<Provider>,
    /// What seals of the log are signed with; without it nothing is sealed here.
    pub seal_key: Option<SealKey>,
    /// Who gets the last seal of each day, by e-mail.
    pub auditors: Vec<String>,
    /// The web servers in front, which say from where a request came; one on the same machine needs no naming.
    pub proxies: Vec<IpAddr>,
    /// The folder that this server writes a backup to each hour.
    pub backups: Option<PathBuf>,
    /// How often one caller may ask: a token, a person, a stranger's line. Zero: as often as they like.
    pub calls_a_minute: u32,
    /// Files of road networks, one for each kind of vehicle, as `tresse roads build` writes them.
    pub roads: Vec<PathBuf>,
    /// What is asked for times and distances instead of the networks.
    pub route_server: Option<RouteServer>,
}

/// A program elsewhere that knows times and distances between places, by its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RouteServer {
    Osrm(Url),
    Valhalla(Url),
}

impl Settings {
    /// Whether people come over HTTPS, which a web server in front of the program speaks.
    pub fn is_https(&self) -> bool {
        self.address.starts_with("https:")
    }
}

/// A service by whose accounts people may come in (OpenID Connect).
#[derive(Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its name in addresses: letters, digits and strokes.
    pub key: String,
    /// Its name on pages.
    pub name: String,
    /// Its address, as it signs it.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    secret: Option<String>,
}

impl Provider {
    pub fn new(key: &str, name: &str, issuer: &str, client_id: &str, secret: Option<String>) -> Self {
        let text = |text: &str| text.to_owned();
        let (key, name, issuer, client_id) = (text(key), text(name), text(issuer), text(client_id));
        Self { key, name, issuer, client_id, secret }
    }

    /// What shows there that it is us, where there is such a thing.
    pub fn secret(&self) -> Option<&str> {
        self.secret.as_deref()
    }
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Provider({} at {})", self.key, self.issuer)
    }
}

impl Default for Settings {
    fn default() -> Self {
        let zone = TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC);
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            address: "http://127.0.0.1:8080".to_owned(),
            zone,
            inside: Vec::new(),
            providers: Vec::new(),
            seal_key: None,
            auditors: Vec::new(),
            proxies: Vec::new(),
            backups: None,
            calls_a_minute: 0,
            roads: Vec::new(),
            route_server: None,
        }
    }
}

/// What the ground asks of the crates above it, given to it when the product is put together.
#[derive(Clone, Copy)]
pub struct Door {
    /// Who holds the session of this cookie, if it is still good.
    pub recognise: fn(&Tx<'_>, &str, Moment) -> Outcome<Option<Who>>,
    /// Notes that the session of this cookie is in use.
    pub touch: fn(&Tx<'_>, &str, Timestamp) -> Outcome<()>,
    /// Who shows this token, and what it is good for, if it still is.
    pub recognise_bearer: fn(&Tx<'_>, &str, Moment) -> Outcome<Option<Caller>>,
    /// Notes that the token of this identifier is in use.
    pub touch_bearer: fn(&Tx<'_>, Uuid, Timestamp) -> Outcome<()>,
    /// The places that this person goes to, in order.
    pub menu: fn(&Who, Language) -> Vec<MenuEntry>,
    /// Who is to be written to about a coalition on this day: those who coordinate it.
    pub leaders: fn(&Tx<'_>, CoalitionId, Date) -> Outcome<Vec<Addressee>>,
    /// What every slice keeps, in the order of the tables.
    pub keeps: fn() -> Vec<Kept>,
    /// The language of whoever has this e-mail address, if it is somebody here.
    pub language_of: fn(&Tx<'_>, &str) -> Outcome<Option<Language>>,
    /// The tables of all slices that go into the sealed log.
    pub sealed: fn() -> Vec<Sealed>,
    /// How many are signed in.
    pub signed_in: fn(&Tx<'_>, Timestamp) -> Outcome<SignedIn>,
}

/// Somebody to write to.
pub struct Addressee {
    pub name: String,
    pub email: String,
    pub language: Language,
}

/// A door that nobody comes in by, for tests of what needs nobody.
#[cfg(test)]
pub(crate) const SHUT: Door = Door {
    recognise: |_, _, _| Ok(None),
    touch: |_, _, _| Ok(()),
    recognise_bearer: |_, _, _| Ok(None),
    touch_bearer: |_, _, _| Ok(()),
    menu: |_, _| Vec::new(),
    leaders: |_, _, _| Ok(Vec::new()),
    keeps: Vec::new,
    language_of: |_, _| Ok(None),
    sealed: Vec::new,
    signed_in: |_, _| Ok(SignedIn::default()),
};

/// A program that came in, with what its token is good for.
pub type Caller = (Who, Bearer);

/// A time, the civil date of it where the instance is, and the source of what is made then.
#[derive(Clone)]
pub struct Moment {
    pub at: Timestamp,
    pub today: Date,
    pub ids: Ids,
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    pub fn new(
        db: Db,
        clock: Clock,
        ids: Ids,
        settings: Settings,
        mailer: Option<Mailer>,
        door: Door,
    ) -> Self {
        let (memo, measures) = <(Memo, Measures)>::default();
        let (outside, node) = (Outside::new(settings.inside.clone()), Ids::secret());
        let (work, rounds, started_at) = (Work::default(), Rounds::default(), clock.now());
        let pace = Pace::new(settings.calls_a_minute);
        Self(Arc::new(Inner {
            db,
            clock,
            ids,
            settings,
            mailer,
            outside,
            memo,
            measures,
            pace,
            door,
            node,
            started_at,
            work,
            rounds,
        }))
    }

    /// The civil date where the instance is.
    pub fn today(&self) -> Date {
        self.settings.zone.to_datetime(self.clock.now()).date()
    }

    pub fn moment(&self) -> Moment {
        Moment { at: self.clock.now(), today: self.today(), ids: self.ids.clone() }
    }

    /// Runs an act as `who`, now: kept whole or not at all.
    pub async fn act<T: Send + 'static>(
        &self,
        who: &Who,
        act: impl Fn(&Tx<'_>, &Who) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let who = Who { at: self.clock.now(), today: self.today(), ..who.clone() };
        self.db.write(move |tx| act(tx, &who)).await
    }

    /// Looks at the database as `who`, now.
    pub async fn look<T: Send + 'static>(
        &self,
        who: &Who,
        look: impl FnOnce(&Tx<'_>, &Who) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let who = Who { at: self.clock.now(), today: self.today(), ..who.clone() };
        self.db.read(move |tx| look(tx, &who)).await
    }
}

/// Runs work that takes a core for a while (a hash, a PDF) where it keeps nobody else waiting.
pub async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| anyhow::Error::from(error).into())
}
