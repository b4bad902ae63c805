//! What an operator sets: by flag, else by the environment, else in a file, else as it is meant to be.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use frame::mail::Mailer;
use frame::outside::{Inside, Outside};
use frame::{Provider, RouteServer, Settings};
use jiff::tz::TimeZone;
use serde::Deserialize;
use store::Location;

/// Where an instance keeps what it knows.
#[derive(Debug, Clone, Default, Args)]
pub struct Place {
    /// Folder of the embedded database [default: ./tresse-data]
    #[arg(long, env = "TRESSE_DATA", value_name = "DIR", conflicts_with = "database")]
    pub data: Option<PathBuf>,
    /// PostgreSQL database to use instead, 15 or newer: `postgres://user:password@host/name`
    #[arg(long, env = "TRESSE_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// File of settings in TOML: the long names of these options, with _ for -, and their values
    #[arg(long, env = "TRESSE_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What is logged: error, warn, info, debug, or by part as in store=debug,info [default: info]
    #[arg(long, env = "TRESSE_LOG", value_name = "LEVEL")]
    pub log: Option<String>,
}

/// How an instance is reached, and how it reaches people.
#[derive(Debug, Clone, Default, Args)]
pub struct Reach {
    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "TRESSE_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// Address under which people reach it, for links in letters: `https://hub.example.org`
    #[arg(long, env = "TRESSE_ADDRESS", value_name = "URL")]
    pub address: Option<String>,
    /// Mail server: `smtps://user:password@host`, or `smtp://host:587?tls=required`. Without it letters are
    /// not sent; the administrator sees them, and hands on the links in them
    #[arg(long, env = "TRESSE_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Address that letters come from: "Le Panier <bonjour@hub.example.org>"
    #[arg(long, env = "TRESSE_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Time zone of opening and closing times [default: Europe/Brussels]
    #[arg(long, env = "TRESSE_ZONE", value_name = "ZONE")]
    pub zone: Option<String>,
    /// Address for monitoring, which the outside need not reach: /health/live, /health/ready, /metrics
    #[arg(long, env = "TRESSE_MONITOR", value_name = "ADDR")]
    pub monitor: Option<SocketAddr>,
    /// Folder that a backup goes to each hour: the last 24 are kept, and one a day for 30 days
    #[arg(long, env = "TRESSE_BACKUPS", value_name = "DIR")]
    pub backups: Option<PathBuf>,
    /// Hosts of your own network that webhooks may call, over http too: `nas.local:8080`, with commas between.
    /// Any other call goes to the public internet, over https
    #[arg(long, env = "TRESSE_INSIDE", value_name = "HOSTS", value_delimiter = ',')]
    pub inside: Vec<Inside>,
    /// Services by whose accounts people may come in: only the file names them.
    #[arg(skip)]
    pub providers: Vec<Provider>,
    /// File of the key that seals of the log are signed with, the same for all nodes; it is made where it is
    /// not there [default: seal.key in the folder of the embedded database]
    #[arg(long, env = "TRESSE_SEAL_KEY", value_name = "FILE")]
    pub seal_key: Option<PathBuf>,
    /// E-mail addresses that get the last seal of each day, with commas between: of people outside, who could
    /// show that the log was changed
    #[arg(long, env = "TRESSE_AUDITORS", value_name = "ADDRESSES", value_delimiter = ',')]
    pub auditors: Vec<String>,
    /// Addresses of web servers in front that are not on this machine, with commas between: what they say of where a
    /// request came from is believed
    #[arg(long, env = "TRESSE_PROXIES", value_name = "ADDRS", value_delimiter = ',')]
    pub proxies: Vec<IpAddr>,
    /// How often a token, a person, or the line of somebody unknown may ask, on each node; 0 for no limit
    /// [default: 1200]
    #[arg(long, env = "TRESSE_CALLS_PER_MINUTE", value_name = "N")]
    pub calls_per_minute: Option<u32>,
    /// Files of road networks for rounds, with commas between: one for each kind of vehicle, as `tresse roads build`
    /// writes them. Without any, times and distances are estimates
    #[arg(long, env = "TRESSE_ROADS", value_name = "FILES", value_delimiter = ',')]
    pub roads: Vec<PathBuf>,
    /// OSRM server to ask for times and distances instead: `https://osrm.example.org`. One on your own network is
    /// named in --inside too
    #[arg(long, env = "TRESSE_OSRM", value_name = "URL", conflicts_with = "valhalla")]
    pub osrm: Option<String>,
    /// Valhalla server to ask instead, likewise
    #[arg(long, env = "TRESSE_VALHALLA", value_name = "URL")]
    pub valhalla: Option<String>,
}

/// Twenty a second, sustained: no person is as fast, and a program that asks so much asks for too little at once.
const CALLS_PER_MINUTE: u32 = 1200;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    log: Option<String>,
    listen: Option<SocketAddr>,
    address: Option<String>,
    smtp: Option<String>,
    mail_from: Option<String>,
    zone: Option<String>,
    monitor: Option<SocketAddr>,
    backups: Option<PathBuf>,
    inside: Vec<String>,
    provider: Vec<Named>,
    seal_key: Option<PathBuf>,
    auditors: Vec<String>,
    proxies: Vec<IpAddr>,
    calls_per_minute: Option<u32>,
    roads: Vec<PathBuf>,
    osrm: Option<String>,
    valhalla: Option<String>,
}

/// A sign-in provider as the file names it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    key: String,
    name: String,
    issuer: String,
    client_id: String,
    secret_file: Option<PathBuf>,
}

impl Named {
    fn read(&self, inside: &[Inside]) -> anyhow::Result<Provider> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.key.is_empty() || !self.key.chars().all(plain) {
            anyhow::bail!("{:?} is no key of a provider: write it as in coop-id", self.key);
        }
        Outside::new(inside.to_vec())
            .address(&self.issuer)
            .map_err(|fault| anyhow::anyhow!("the issuer of {:?}: {fault}", self.key))?;
        let secret = self.secret_file.as_deref().map(read_secret).transpose()?;
        Ok(Provider::new(&self.key, &self.name, &self.issuer, &self.client_id, secret))
    }
}

fn read_secret(path: &Path) -> anyhow::Result<String> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("reading the secret in {}", path.display()))?;
    Ok(text.trim().to_owned())
}

fn read_providers(named: &[Named], inside: &[Inside]) -> anyhow::Result<Vec<Provider>> {
    let providers: Vec<Provider> =
        named.iter().map(|one| one.read(inside)).collect::<anyhow::Result<_>>()?;
    for (at, one) in providers.iter().enumerate() {
        if providers[..at].iter().any(|other| other.key == one.key || other.issuer == one.issuer) {
            anyhow::bail!("two providers have the key {:?}, or the same issuer", one.key);
        }
    }
    Ok(providers)
}

fn read_file(path: Option<&Path>) -> anyhow::Result<File> {
    let Some(path) = path else { return Ok(File::default()) };
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    toml::from_str(&text).with_context(|| format!("reading the settings in {}", path.display()))
}

fn read_hosts(hosts: &[String]) -> anyhow::Result<Vec<Inside>> {
    let read = |host: &String| host.parse().with_context(|| format!("{host:?} in inside"));
    hosts.iter().map(read).collect()
}

impl Place {
    /// The place with what the file adds; a flag or a variable goes before it.
    pub fn filled(self) -> anyhow::Result<Self> {
        let file = read_file(self.config.as_deref())?;
        let named = self.data.is_some() || self.database.is_some();
        let (data, database) =
            if named { (self.data, self.database) } else { (file.data, file.database) };
        if data.is_some() && database.is_some() {
            anyhow::bail!("the settings name both a data folder and a database: leave one of them out");
        }
        Ok(Self { data, database, log: self.log.or(file.log), config: self.config })
    }

    pub fn folder(&self) -> PathBuf {
        self.data.clone().unwrap_or_else(|| PathBuf::from("tresse-data"))
    }

    pub fn location(&self) -> Location {
        match &self.database {
            Some(url) => Location::Server(url.clone()),
            None => Location::File(self.folder().join("tresse.db")),
        }
    }
}

impl Reach {
    pub fn filled(self, place: &Place) -> anyhow::Result<Self> {
        let file = read_file(place.config.as_deref())?;
        let inside = if self.inside.is_empty() { read_hosts(&file.inside)? } else { self.inside };
        let named = self.osrm.is_some() || self.valhalla.is_some();
        let (osrm, valhalla) =
            if named { (self.osrm, self.valhalla) } else { (file.osrm, file.valhalla) };
        Ok(Self {
            providers: read_providers(&file.provider, &inside)?,
            listen: self.listen.or(file.listen),
            address: self.address.or(file.address),
            smtp: self.smtp.or(file.smtp),
            mail_from: self.mail_from.or(file.mail_from),
            zone: self.zone.or(file.zone),
            monitor: self.monitor.or(file.monitor),
            backups: self.backups.or(file.backups),
            inside,
            seal_key: self.seal_key.or(file.seal_key),
            auditors: if self.auditors.is_empty() { file.auditors } else { self.auditors },
            proxies: if self.proxies.is_empty() { file.proxies } else { self.proxies },
            calls_per_minute: self.calls_per_minute.or(file.calls_per_minute),
            roads: if self.roads.is_empty() { file.roads } else { self.roads },
            osrm,
            valhalla,
        })
    }

    pub fn socket(&self) -> SocketAddr {
        self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)))
    }

    pub fn settings(&self) -> anyhow::Result<Settings> {
        let usual = Settings::default();
        let zone = match &self.zone {
            Some(name) => TimeZone::get(name)
                .with_context(|| format!("{name:?} is no time zone: write it as in Europe/Brussels"))?,
            None => usual.zone,
        };
        let address = match &self.address {
            Some(address) if address.starts_with("https://") || address.starts_with("http://") => {
                address.trim_end_matches('/').to_owned()
            }
            Some(address) => {
                anyhow::bail!("{address:?} is no address: it begins with https:// or http://")
            }
            None => format!("http://{}", self.socket()),
        };
        if let Some(auditor) = self.auditors.iter().find(|auditor| !auditor.contains('@')) {
            anyhow::bail!("{auditor:?} in --auditors is no e-mail address");
        }
        let (inside, providers) = (self.inside.clone(), self.providers.clone());
        let (auditors, proxies) = (self.auditors.clone(), self.proxies.clone());
        let backups = self.backups.clone();
        let listen = self.socket();
        let calls_a_minute = self.calls_per_minute.unwrap_or(CALLS_PER_MINUTE);
        Ok(Settings {
            listen,
            address,
            zone,
            inside,
            providers,
            proxies,
            auditors,
            backups,
            calls_a_minute,
            seal_key: None,
            roads: self.roads.clone(),
            route_server: self.route_server()?,
        })
    }

    fn route_server(&self) -> anyhow::Result<Option<RouteServer>> {
        let outside = Outside::new(self.inside.clone());
        let read = |address: &str| {
            let url = outside.address(address);
            url.map_err(|fault| anyhow::anyhow!("the route server {address:?}: {fault}"))
        };
        match (&self.osrm, &self.valhalla) {
            (Some(_), Some(_)) => {
                anyhow::bail!(
                    "the settings name both an OSRM and a Valhalla server: leave one of them out"
                )
            }
            (Some(osrm), None) => Ok(Some(RouteServer::Osrm(read(osrm)?))),
            (None, Some(valhalla)) => Ok(Some(RouteServer::Valhalla(read(valhalla)?))),
            (None, None) => Ok(None),
        }
    }

    /// Where the key for seals is; nowhere on a server's database unless the operator says so.
    pub fn seal_key(&self, place: &Place) -> Option<PathBuf> {
        let beside = || place.database.is_none().then(|| place.folder().join("seal.key"));
        self.seal_key.clone().or_else(beside)
    }

    pub fn mailer(&self) -> anyhow::Result<Option<Mailer>> {
        match (&self.smtp, &self.mail_from) {
            (None, _) => Ok(None),
            (Some(_), None) => {
                anyhow::bail!("a mail server needs an address that letters come from: --mail-from")
            }
            (Some(url), Some(from)) => Ok(Some(Mailer::new(url, from)?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_file(text: &str, place: Place) -> anyhow::Result<(Place, Reach)> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("tresse.toml");
        std::fs::write(&path, text)?;
        let place = Place { config: Some(path), ..place }.filled()?;
        let reach = Reach::default().filled(&place)?;
        Ok((place, reach))
    }

    #[test]
    fn a_flag_goes_before_the_file() {
        let flag = Place { data: Some("elsewhere".into()), ..Place::default() };
        let (place, reach) = with_file(
            "database = 'postgres://db/tresse'\nlisten = '0.0.0.0:80'\nzone = 'Europe/Paris'",
            flag,
        )
        .unwrap();
        assert_eq!(place.location(), Location::File("elsewhere/tresse.db".into()));
        assert_eq!(reach.socket().port(), 80);
        let settings = reach.settings().unwrap();
        assert_eq!((settings.zone.iana_name(), settings.calls_a_minute), (Some("Europe/Paris"), 1200));
        let (place, _) = with_file("database = 'postgres://db/tresse'", Place::default()).unwrap();
        assert_eq!(place.location(), Location::Server("postgres://db/tresse".to_owned()));
    }

    #[test]
    fn a_providers_secret_is_in_a_file_and_is_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        std::fs::write(&path, "hush\n").unwrap();
        let text = format!(
            "[[provider]]\nkey = 'coop'\nname = 'Coop'\nissuer = 'https://id.example.org'\n\
             client_id = 'tresse'\nsecret_file = {path:?}"
        );
        let (_, reach) = with_file(&text, Place::default()).unwrap();
        let settings = reach.settings().unwrap();
        assert_eq!(settings.providers[0].secret(), Some("hush"));
        assert!(!format!("{settings:?} {reach:?}").contains("hush"));
    }

    #[test]
    fn a_slip_in_the_file_is_named() {
        let check = |text: &str, expected: &str| {
            let said = format!("{:#}", with_file(text, Place::default()).unwrap_err());
            assert!(said.contains(expected), "{said}");
        };
        check("databse = 'x'", "unknown field `databse`");
        check("listen = 'here'", "listen");
        check("inside = ['http://nas.local']", "write a host as in nas.local");
        let provider = "name = 'C'\nissuer = 'https://id.example.org'\nclient_id = 'x'\n";
        check(&format!("[[provider]]\nkey = 'Coop ID'\n{provider}"), "write it as in coop-id");
        check(&format!("[[provider]]\nkey = 'c'\nsecret = 's'\n{provider}"), "unknown field `secret`");
        let plain = provider.replace("https", "http");
        check(&format!("[[provider]]\nkey = 'c'\n{plain}"), "it begins with https://");
        let twice = format!("[[provider]]\nkey = 'c'\n{provider}[[provider]]\nkey = 'd'\n{provider}");
        check(&twice, "the same issuer");
        check(&format!("[[provider]]\nkey = 'c'\nsecret_file = '/nowhere'\n{provider}"), "/nowhere");
        check("proxies = ['proxy.local']", "invalid IP address");
        let reach = Reach { osrm: Some("http://10.0.0.7:5000".to_owned()), ..Reach::default() };
        assert!(reach.settings().unwrap_err().to_string().contains("unless the operator has named"));
        let named = Reach { inside: vec!["10.0.0.7:5000".parse().unwrap()], ..reach };
        assert!(named.settings().unwrap().route_server.is_some());
        let both = Reach { valhalla: Some("https://v.example.org".to_owned()), ..named };
        assert!(both.settings().unwrap_err().to_string().contains("both an OSRM and a Valhalla"));
        check("data = 'a'\ndatabase = 'postgres://b'", "both a data folder and a database");
        let reach = Reach { zone: Some("Mars/Olympus".to_owned()), ..Reach::default() };
        assert!(reach.settings().unwrap_err().to_string().contains("no time zone"));
        let reach = Reach { address: Some("hub.example.org".to_owned()), ..Reach::default() };
        assert!(reach.settings().unwrap_err().to_string().contains("begins with https://"));
        let reach = Reach { smtp: Some("smtp://localhost".to_owned()), ..Reach::default() };
        assert!(reach.mailer().err().unwrap().to_string().contains("--mail-from"));
    }
}
