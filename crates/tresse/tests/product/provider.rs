//! A sign-in provider of our own on this machine, for tests: real redirects and real signatures. What it says
//! wrongly, it says on demand.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD as BASE64};
use frame::Provider;
use jiff::Timestamp;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

use crate::town::RUNTIME;

const CLIENT: &str = "tresse-client";
/// With letters that have to be encoded on their way.
const SECRET: &str = "hush: 1+1=2 & é";

/// A change of the claims before they are signed.
pub type Wrongly = fn(&mut Value);
/// A change of the token after it was signed.
pub type Forged = fn(String) -> String;

/// Whom it lets in, and what it says wrongly.
#[derive(Clone)]
pub struct Says {
    pub subject: String,
    pub email: String,
    pub verified: Value,
    /// When the person showed it who they are, and it says so.
    pub at: Timestamp,
    pub wrongly: Wrongly,
    pub afterwards: Forged,
}

struct Inner {
    issuer: String,
    key: EcdsaKeyPair,
    says: Mutex<Says>,
    /// The questions that codes stand for, each for one exchange.
    codes: Mutex<HashMap<String, HashMap<String, String>>>,
}

#[derive(Clone)]
pub struct House(Arc<Inner>);

type Asked = HashMap<String, String>;

impl House {
    pub fn open(says: Says) -> Self {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let secret = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(algorithm, secret.as_ref(), &random).unwrap();
        RUNTIME.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let issuer = format!("http://{}", listener.local_addr().unwrap());
            let (says, codes) = (Mutex::new(says), Mutex::default());
            let house = Self(Arc::new(Inner { issuer, key, says, codes }));
            let roads = Router::new()
                .route("/.well-known/openid-configuration", get(configuration))
                .route("/keys", get(keys))
                .route("/authorize", get(authorize))
                .route("/token", post(token))
                .with_state(house.clone());
            tokio::spawn(async move { axum::serve(listener, roads).await });
            house
        })
    }

    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    pub fn provider(&self) -> Provider {
        Provider::new("coop", "Coop ID", self.issuer(), CLIENT, Some(SECRET.to_owned()))
    }

    pub fn says(&self, change: impl FnOnce(&mut Says)) {
        change(&mut self.0.says.lock().unwrap());
    }

    fn sign(&self, claims: &Value) -> String {
        let head = json!({ "alg": "ES256", "kid": "one", "typ": "JWT" });
        let text = format!("{}.{}", part(&head), part(claims));
        let signature = self.0.key.sign(&SystemRandom::new(), text.as_bytes()).unwrap();
        format!("{text}.{}", BASE64.encode(signature))
    }
}

pub fn part(value: &Value) -> String {
    BASE64.encode(value.to_string())
}

async fn configuration(State(house): State<House>) -> Json<Value> {
    let issuer = house.issuer();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn keys(State(house): State<House>) -> Json<Value> {
    // An uncompressed point: a mark, then x and y.
    let (x, y) = house.0.key.public_key().as_ref()[1..].split_at(32);
    Json(json!({ "keys": [{
        "kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": "one",
        "x": BASE64.encode(x), "y": BASE64.encode(y),
    }] }))
}

/// The person is known here already, and agrees at once.
async fn authorize(State(house): State<House>, Query(asked): Query<Asked>) -> Redirect {
    assert_eq!((asked["response_type"].as_str(), asked["client_id"].as_str()), ("code", CLIENT));
    assert_eq!(asked["code_challenge_method"], "S256");
    assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
    let code = format!("code-{}", house.0.codes.lock().unwrap().len());
    let back = format!("{}?code={code}&state={}", asked["redirect_uri"], asked["state"]);
    house.0.codes.lock().unwrap().insert(code, asked);
    Redirect::to(&back)
}

async fn token(State(house): State<House>, headers: HeaderMap, Form(form): Form<Asked>) -> Response {
    let refused = |why: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": why }))).into_response();
    let encode = |text: &str| {
        let pairs: String = text
            .bytes()
            .map(|b| match b {
                b' ' => "+".to_owned(),
                b if b.is_ascii_alphanumeric() || b"-._*".contains(&b) => char::from(b).to_string(),
                b => format!("%{b:02X}"),
            })
            .collect();
        pairs
    };
    let basic = BASE64_STANDARD.encode(format!("{}:{}", encode(CLIENT), encode(SECRET)));
    if headers["authorization"] != format!("Basic {basic}") {
        return refused("invalid_client");
    }
    let Some(asked) = house.0.codes.lock().unwrap().remove(&form["code"]) else {
        return refused("invalid_grant");
    };
    let challenge = ring::digest::digest(&ring::digest::SHA256, form["code_verifier"].as_bytes());
    let is_asked = BASE64.encode(challenge) == asked["code_challenge"];
    if !is_asked || form["redirect_uri"] != asked["redirect_uri"] {
        return refused("invalid_grant");
    }
    let says = house.0.says.lock().unwrap().clone();
    let now = says.at.as_second();
    let mut claims = json!({
        "iss": house.issuer(), "sub": says.subject, "aud": CLIENT, "nonce": asked["nonce"],
        "email": says.email, "email_verified": says.verified, "iat": now, "exp": now + 300, "auth_time": now,
    });
    (says.wrongly)(&mut claims);
    let id_token = (says.afterwards)(house.sign(&claims));
    let answer = json!({ "access_token": "a", "token_type": "Bearer", "id_token": id_token });
    Json(answer).into_response()
}
