//! Real servers on this machine, called by names that a resolver of ours makes up.

use std::net::Ipv4Addr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::any;
use tokio::net::TcpListener;

use super::*;

/// A receiver at one address of this machine, with how often it was called.
struct Receiver {
    port: u16,
    calls: Arc<AtomicUsize>,
}

async fn receiver(address: Ipv4Addr, port: u16, answer: fn() -> Response<String>) -> Receiver {
    let listener = TcpListener::bind((address, port)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let calls = Arc::new(AtomicUsize::default());
    let count = Arc::clone(&calls);
    let road = any(move || {
        count.fetch_add(1, Ordering::SeqCst);
        async move { answer() }
    });
    let router = Router::new().fallback_service(road);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Receiver { port, calls }
}

fn fine() -> Response<String> {
    Response::new("thank you".to_owned())
}

fn elsewhere() -> Response<String> {
    Response::builder().status(302).header("location", "/inside").body(String::new()).unwrap()
}

fn endless() -> Response<String> {
    Response::new("x".repeat(1 << 20))
}

/// A resolver that gives these answers one after the other, and says how often it was asked.
fn in_turn(answers: Vec<Vec<Ipv4Addr>>) -> (Resolve, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::default());
    let count = Arc::clone(&asked);
    let answers = Arc::new(Mutex::new(answers.into_iter()));
    let resolve: Resolve = Arc::new(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        let answer = answers.lock().unwrap().next().expect("no more is asked");
        Box::pin(async move { Ok(answer.into_iter().map(IpAddr::V4).collect()) })
    });
    (resolve, asked)
}

fn out(inside: &[&str], resolve: Resolve) -> Outside {
    let inside = inside.iter().map(|host| host.parse().unwrap()).collect();
    Outside::with(inside, resolve, RootCertStore::empty())
}

fn to(url: &str) -> Call {
    Call {
        method: Method::POST,
        to: url.parse().unwrap(),
        headers: HeaderMap::new(),
        body: b"{}".to_vec(),
        patience: Duration::from_secs(20),
        largest: 1000,
    }
}

const HERE: Ipv4Addr = Ipv4Addr::LOCALHOST;
const BESIDE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

#[tokio::test]
async fn a_host_that_the_operator_named_is_called() {
    let receiver = receiver(HERE, 0, fine).await;
    let (resolve, _) = in_turn(vec![vec![HERE]]);
    let out = out(&["hook.test"], resolve);
    let answer = out.call(to(&format!("http://hook.test:{}/in?x=1", receiver.port))).await.unwrap();
    assert_eq!((answer.status, &answer.body[..], answer.is_whole), (200, &b"thank you"[..], true));
    assert_eq!(receiver.calls.load(Ordering::SeqCst), 1);
}

/// The name's first answer may be called, its second leads inside: the call goes where the check went, and
/// the next call is refused.
#[tokio::test]
async fn a_name_that_changes_its_answer_leads_nowhere_else() {
    let allowed = receiver(BESIDE, 0, fine).await;
    let inside = receiver(HERE, allowed.port, fine).await;
    let (resolve, asked) = in_turn(vec![vec![BESIDE], vec![HERE]]);
    let out = out(&["127.0.0.2"], resolve);
    // Over plain TCP, since whom the name leads to is what is looked at here.
    let call = |out: Outside| async move {
        let addresses = out.addresses("hook.test", allowed.port).await?;
        let stream = connect(&addresses).await?;
        exchange(stream, to(&format!("http://hook.test:{}/", allowed.port))).await
    };
    assert_eq!(call(out.clone()).await.unwrap().status, 200);
    assert_eq!(asked.load(Ordering::SeqCst), 1, "what was checked is not asked for again");
    let refused = call(out).await.unwrap_err();
    assert!(matches!(refused, Unanswered::LeadsInside(IpAddr::V4(HERE))), "{refused}");
    assert_eq!(allowed.calls.load(Ordering::SeqCst), 1);
    assert_eq!(inside.calls.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn of_several_addresses_only_those_outside_are_tried() {
    let inside = receiver(HERE, 0, fine).await;
    let allowed = receiver(BESIDE, inside.port, fine).await;
    let (resolve, _) = in_turn(vec![vec![HERE, BESIDE]]);
    let addresses = out(&["127.0.0.2"], resolve).addresses("hook.test", inside.port).await.unwrap();
    assert_eq!(addresses, [SocketAddr::from((BESIDE, allowed.port))]);
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_is_not_followed() {
    let receiver = receiver(HERE, 0, elsewhere).await;
    let (resolve, _) = in_turn(vec![]);
    let out = out(&["127.0.0.1"], resolve);
    let answer = out.call(to(&format!("http://127.0.0.1:{}/", receiver.port))).await.unwrap();
    assert_eq!(answer.status, 302);
    assert_eq!(receiver.calls.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_long_answer_is_cut() {
    let receiver = receiver(HERE, 0, endless).await;
    let (resolve, _) = in_turn(vec![]);
    let out = out(&["127.0.0.1"], resolve);
    let answer = out.call(to(&format!("http://127.0.0.1:{}/", receiver.port))).await.unwrap();
    assert_eq!((answer.status, answer.body.len(), answer.is_whole), (200, 1000, false));
}

#[tokio::test]
async fn whoever_never_answers_is_not_waited_for() {
    let listener = TcpListener::bind((HERE, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (resolve, _) = in_turn(vec![]);
    let out = out(&["127.0.0.1"], resolve);
    let call = Call { patience: Duration::from_millis(200), ..to(&format!("http://127.0.0.1:{port}/")) };
    assert!(matches!(out.call(call).await, Err(Unanswered::TooSlow)));
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_refused() {
    let certified = rcgen::generate_simple_self_signed(["hook.test".to_owned()]).unwrap();
    let (certificate, key) = (certified.cert.der().clone(), certified.signing_key.serialize_der());
    let config = tokio_rustls::rustls::ServerConfig::builder_with_provider(Arc::new(
        crypto::ring::default_provider(),
    ))
    .with_safe_default_protocol_versions()
    .unwrap()
    .with_no_client_auth()
    .with_single_cert(vec![certificate.clone()], key.try_into().unwrap())
    .unwrap();
    let listener = TcpListener::bind((BESIDE, 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let stream = acceptor.accept(stream).await.unwrap();
                let service = hyper::service::service_fn(|_| async { Ok::<_, io::Error>(fine()) });
                let builder = hyper::server::conn::http1::Builder::new();
                let _ = builder.serve_connection(TokioIo::new(stream), service).await;
            });
        }
    });
    let mut roots = RootCertStore::empty();
    roots.add(certificate).unwrap();
    let call = |host: &str, roots: RootCertStore| {
        let (resolve, _) = in_turn(vec![vec![BESIDE]]);
        let out = Outside::with(vec!["127.0.0.2".parse().unwrap()], resolve, roots);
        let call = to(&format!("https://{host}:{port}/"));
        async move { out.call(call).await }
    };
    assert_eq!(call("hook.test", roots.clone()).await.unwrap().status, 200);
    let stranger = call("hook.test", RootCertStore::empty()).await;
    assert!(matches!(stranger, Err(Unanswered::Unreachable(_))), "{stranger:?}");
    let other_name = call("other.test", roots).await;
    assert!(matches!(other_name, Err(Unanswered::Unreachable(_))), "{other_name:?}");
}

#[test]
fn an_address_that_is_none_is_refused_when_it_is_typed() {
    let out = Outside::new(vec!["nas.local:8080".parse().unwrap()]);
    let check = |text: &str, expected: Result<&str, BadAddress>| {
        let read = out.address(text).map(|url| url.to_string());
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    };
    check(" https://hooks.example.org/in ", Ok("https://hooks.example.org/in"));
    check("https://hooks.example.org:8443/", Ok("https://hooks.example.org:8443/"));
    check("http://nas.local:8080/in", Ok("http://nas.local:8080/in"));
    check("https://[2606:4700:4700::1111]/", Ok("https://[2606:4700:4700::1111]/"));
    check("hooks.example.org", Err(BadAddress::NotAnAddress));
    check("ftp://hooks.example.org/", Err(BadAddress::NotAnAddress));
    check("file:///etc/passwd", Err(BadAddress::NotAnAddress));
    check("http://hooks.example.org/", Err(BadAddress::NotHttps));
    check("http://nas.local:8081/", Err(BadAddress::NotHttps));
    check("https://eva:secret@hooks.example.org/", Err(BadAddress::HoldsPassword));
    check("https://hooks.example.org:22/", Err(BadAddress::Port));
    // Every way of writing one's own machine.
    for inside in [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0",
        "169.254.169.254",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "127.0.0.1.",
        "１２７.0.0.1",
    ] {
        check(&format!("https://{inside}/"), Err(BadAddress::Inside));
    }
}

#[tokio::test]
async fn what_may_not_be_called_is_refused_again_at_the_call() {
    let (resolve, asked) = in_turn(vec![vec![HERE], vec![]]);
    let out = out(&[], resolve);
    let failed = |url: &'static str| {
        let out = out.clone();
        async move { out.call(to(url)).await.unwrap_err() }
    };
    assert!(matches!(failed("http://hook.test/").await, Unanswered::Address(BadAddress::NotHttps)));
    assert!(matches!(failed("https://127.1/").await, Unanswered::Address(BadAddress::Inside)));
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nothing is asked about either");
    assert!(matches!(failed("https://hook.test/").await, Unanswered::LeadsInside(IpAddr::V4(HERE))));
    assert!(matches!(failed("https://nobody.test/").await, Unanswered::UnknownHost));
}
