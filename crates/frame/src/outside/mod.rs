//! Calls to addresses that other people gave: a webhook's, a sign-in provider's.
//!
//! A name is resolved once, what it led to is checked, and that very address is connected to: an answer
//! that changes in between changes nothing. Redirects are not followed and no proxy is asked, so that
//! nothing leads elsewhere afterwards.

mod address;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::http::header::{HOST, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response};
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use url::Url;

pub use address::{Inside, NoHost, is_public};

use crate::clock::monotonic;

/// Finds the addresses of a host by its name.
pub type Resolve = Arc<dyn Fn(String) -> Resolving + Send + Sync>;
type Resolving = Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>>;

/// One address of a host is tried this long.
const CONNECTING: Duration = Duration::from_secs(5);
/// Ports below this one belong to other protocols.
const FIRST_FREE_PORT: u16 = 1024;
/// What the head of an answer may take.
const LARGEST_HEAD: usize = 64 << 10;

/// The way out.
#[derive(Clone)]
pub struct Outside {
    inside: Arc<[Inside]>,
    resolve: Resolve,
    tls: TlsConnector,
}

/// A call to be made.
pub struct Call {
    pub method: Method,
    pub to: Url,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// The whole call takes at most this long.
    pub patience: Duration,
    /// Bytes of the answer's body that are read; the rest is left.
    pub largest: usize,
}

/// What came back. A redirect is an answer like others.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
    /// Whether the body was read to its end.
    pub is_whole: bool,
    pub spent: Duration,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    #[error(transparent)]
    Address(#[from] BadAddress),
    #[error("the host is not known")]
    UnknownHost,
    /// The name leads into the network that the instance stands in.
    #[error("the host leads to {0}, which is not on the public internet")]
    LeadsInside(IpAddr),
    #[error("the host does not take the call: {0}")]
    Unreachable(#[source] io::Error),
    #[error("no answer in time")]
    TooSlow,
    #[error("what came back is no answer: {0}")]
    NoAnswer(#[source] hyper::Error),
}

/// What no call goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    #[error("it is no address of the web")]
    NotAnAddress,
    #[error("it begins with https:// unless the operator has named its host")]
    NotHttps,
    /// A name and password in an address end up in logs.
    #[error("it holds a name or a password")]
    HoldsPassword,
    #[error("the port is 443, or 1024 or more")]
    Port,
    #[error("the host is not on the public internet")]
    Inside,
}

impl Outside {
    /// The way out by the machine's own resolver, open besides to the hosts that the operator named.
    pub fn new(inside: Vec<Inside>) -> Self {
        let resolve: Resolve = Arc::new(|host| Box::pin(by_the_machine(host)));
        let mut roots = RootCertStore::empty();
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        Self::with(inside, resolve, roots)
    }

    /// The way out by another resolver, and with other roots of trust.
    pub fn with(inside: Vec<Inside>, resolve: Resolve, roots: RootCertStore) -> Self {
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring speaks TLS 1.2 and 1.3")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self { inside: inside.into(), resolve, tls: TlsConnector::from(Arc::new(config)) }
    }

    /// Reads an address that somebody typed, as it will be called.
    ///
    /// What can be refused without asking for its name is refused here; where the name leads is checked at
    /// each call.
    pub fn address(&self, text: &str) -> Result<Url, BadAddress> {
        let url = Url::parse(text.trim()).map_err(|_| BadAddress::NotAnAddress)?;
        self.check(&url)?;
        Ok(url)
    }

    fn check(&self, url: &Url) -> Result<(), BadAddress> {
        let (host, port) = place(url).ok_or(BadAddress::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(BadAddress::NotAnAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BadAddress::HoldsPassword);
        }
        if self.is_named(&host, port) {
            return Ok(());
        }
        if url.scheme() != "https" {
            return Err(BadAddress::NotHttps);
        }
        if port != 443 && port < FIRST_FREE_PORT {
            return Err(BadAddress::Port);
        }
        match host.parse() {
            Ok(address) if !is_public(address) => Err(BadAddress::Inside),
            _ => Ok(()),
        }
    }

    fn is_named(&self, host: &str, port: u16) -> bool {
        self.inside.iter().any(|named| named.is_host(host, port))
    }

    /// Makes the call.
    ///
    /// # Errors
    /// [`Unanswered`] when nothing was sent, or when it is not known what became of it.
    pub async fn call(&self, call: Call) -> Result<Answer, Unanswered> {
        self.check(&call.to)?;
        let (started, patience) = (monotonic(), call.patience);
        let answer = tokio::time::timeout(patience, self.speak(call));
        let mut answer = answer.await.map_err(|_| Unanswered::TooSlow)??;
        answer.spent = monotonic().saturating_sub(started);
        Ok(answer)
    }

    async fn speak(&self, call: Call) -> Result<Answer, Unanswered> {
        let (host, port) = place(&call.to).ok_or(BadAddress::NotAnAddress)?;
        let addresses = self.addresses(&host, port).await?;
        let stream = connect(&addresses).await?;
        if call.to.scheme() == "https" {
            let name = ServerName::try_from(host).map_err(|_| BadAddress::NotAnAddress)?;
            let stream = self.tls.connect(name, stream).await.map_err(Unanswered::Unreachable)?;
            exchange(stream, call).await
        } else {
            exchange(stream, call).await
        }
    }

    /// The addresses of a host that may be connected to.
    async fn addresses(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, Unanswered> {
        let found = match host.parse() {
            Ok(address) => vec![address],
            Err(_) => (self.resolve)(host.to_owned()).await.map_err(|_| Unanswered::UnknownHost)?,
        };
        let first = *found.first().ok_or(Unanswered::UnknownHost)?;
        let may = |address: &IpAddr| {
            is_public(*address)
                || self.is_named(host, port)
                || self.inside.iter().any(|named| named.is_address(*address, port))
        };
        let allowed: Vec<SocketAddr> =
            found.into_iter().filter(may).map(|address| SocketAddr::new(address, port)).collect();
        if allowed.is_empty() { Err(Unanswered::LeadsInside(first)) } else { Ok(allowed) }
    }
}

/// The host of an address, an IPv6 one without its brackets, and the port.
fn place(url: &Url) -> Option<(String, u16)> {
    let host = url.host_str()?.trim_start_matches('[').trim_end_matches(']');
    // A point at the end is the same host.
    let host = host.strip_suffix('.').unwrap_or(host);
    Some((host.to_owned(), url.port_or_known_default()?)).filter(|(host, _)| !host.is_empty())
}

async fn by_the_machine(host: String) -> io::Result<Vec<IpAddr>> {
    Ok(tokio::net::lookup_host((host, 0)).await?.map(|address| address.ip()).collect())
}

/// Connects to the first address that takes it.
async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, Unanswered> {
    let mut failed = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for address in addresses {
        match tokio::time::timeout(CONNECTING, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => failed = error,
            Err(_) => failed = io::ErrorKind::TimedOut.into(),
        }
    }
    Err(Unanswered::Unreachable(failed))
}

async fn exchange<S>(stream: S, call: Call) -> Result<Answer, Unanswered>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let largest = call.largest;
    let request = request(call)?;
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(LARGEST_HEAD)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(Unanswered::NoAnswer)?;
    // It ends when the answer is read or given up.
    tokio::spawn(connection);
    let response = sender.send_request(request).await.map_err(Unanswered::NoAnswer)?;
    read(response, largest).await
}

fn request(call: Call) -> Result<Request<Full<Bytes>>, Unanswered> {
    let path = match call.to.query() {
        Some(query) => format!("{}?{query}", call.to.path()),
        None => call.to.path().to_owned(),
    };
    let host = match (call.to.host_str(), call.to.port()) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (host, _) => host.unwrap_or_default().to_owned(),
    };
    let mut request = Request::new(Full::new(Bytes::from(call.body)));
    *request.method_mut() = call.method;
    *request.uri_mut() = path.parse().map_err(|_| BadAddress::NotAnAddress)?;
    let headers = request.headers_mut();
    headers.extend(call.headers);
    headers.insert(HOST, HeaderValue::from_str(&host).map_err(|_| BadAddress::NotAnAddress)?);
    headers.insert(USER_AGENT, HeaderValue::from_static("Tresse"));
    Ok(request)
}

async fn read(response: Response<Incoming>, largest: usize) -> Result<Answer, Unanswered> {
    let (head, mut incoming) = response.into_parts();
    let (mut body, mut is_whole) = (Vec::new(), true);
    while let Some(frame) = incoming.frame().await {
        let frame = frame.map_err(Unanswered::NoAnswer)?;
        let Some(data) = frame.data_ref() else { continue };
        let room = largest - body.len();
        body.extend_from_slice(&data[..data.len().min(room)]);
        if data.len() > room {
            is_whole = false;
            break;
        }
    }
    let status = head.status.as_u16();
    Ok(Answer { status, headers: head.headers, body, is_whole, spent: Duration::ZERO })
}
