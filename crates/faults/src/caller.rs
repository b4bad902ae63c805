//! A client of the server: one connection that is kept, and opened again when it broke.

use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

/// What is asked of the server.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: Method,
    pub path: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: String,
}

impl Asked {
    pub fn page(path: String, cookie: &str) -> Self {
        Self {
            method: Method::GET,
            path,
            headers: vec![("cookie", cookie.to_owned())],
            body: String::new(),
        }
    }

    /// A write of a program, under a key of its own.
    pub fn write(method: Method, path: String, token: &str, key: &str, body: String) -> Self {
        let headers = vec![
            ("authorization", format!("Bearer {token}")),
            ("idempotency-key", key.to_owned()),
            ("content-type", "application/json".to_owned()),
        ];
        Self { method, path, headers, body }
    }

    /// A form, as a browser sends it.
    pub fn form(path: &str, body: String) -> Self {
        let headers = vec![("content-type", "application/x-www-form-urlencoded".to_owned())];
        Self { method: Method::POST, path: path.to_owned(), headers, body }
    }
}

#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub cookie: Option<String>,
    pub body: Bytes,
}

pub struct Caller {
    address: SocketAddr,
    patience: Duration,
    connection: Option<SendRequest<Full<Bytes>>>,
}

impl Caller {
    pub fn new(address: SocketAddr, patience: Duration) -> Self {
        Self { address, patience, connection: None }
    }

    /// The answer; none where nobody knows what became of the request.
    pub async fn ask(&mut self, asked: &Asked) -> Option<Answer> {
        let mut connection = self.connection.take();
        let answer = timeout(self.patience, exchange(self.address, &mut connection, asked)).await;
        let answer = answer.ok().flatten();
        if answer.is_some() {
            self.connection = connection;
        }
        answer
    }
}

async fn exchange(
    address: SocketAddr,
    connection: &mut Option<SendRequest<Full<Bytes>>>,
    asked: &Asked,
) -> Option<Answer> {
    let is_open = match connection {
        Some(open) => open.ready().await.is_ok(),
        None => false,
    };
    if !is_open {
        let stream = TcpStream::connect(address).await.ok()?;
        stream.set_nodelay(true).ok()?;
        let (sender, driver) = handshake(TokioIo::new(stream)).await.ok()?;
        tokio::spawn(driver);
        *connection = Some(sender);
    }
    let mut request = Request::builder().method(asked.method.clone()).uri(&asked.path);
    request = request.header("host", address.to_string());
    for (name, value) in &asked.headers {
        request = request.header(*name, value);
    }
    let request = request.body(Full::new(Bytes::from(asked.body.clone()))).ok()?;
    let response = connection.as_mut()?.send_request(request).await.ok()?;
    let status = response.status().as_u16();
    let cookie = response.headers().get("set-cookie").and_then(|value| value.to_str().ok());
    let cookie = cookie.and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
    let body = response.into_body().collect().await.ok()?.to_bytes();
    Some(Answer { status, cookie, body })
}
