//! What is said between us and a provider: where to send the person, and what the code they bring is worth.
//! The openidconnect library checks the answer: signature, issuer, audience, expiry, nonce.
//!
//! # Source
//! OpenID Connect Core 1.0, sections 3.1 and 3.1.3.7; PKCE as RFC 7636 has it.

use std::pin::Pin;
use std::time::Duration;

use anyhow::Context as _;
use axum::http::Response;
use chrono::TimeDelta;
use frame::outside::Call;
use frame::{App, Outcome, Provider};
use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod,
    CoreJwsSigningAlgorithm as Algorithm, CoreProviderMetadata,
};
use openidconnect::{
    AsyncHttpClient, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest,
    HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    TokenResponse as _,
};

use super::acts::NotKnown;
use super::model::{Asked, Identity};
use crate::entry::CEREMONY_MINUTES;

/// A person waits for it.
const PATIENCE: Duration = Duration::from_secs(10);
const LARGEST_ANSWER: usize = 1 << 20;

/// What a provider may sign with: public keys alone. `none`, and keys that both sides know, are refused.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
    Algorithm::EdDsa,
];

/// The address at the provider that the person is sent to; `state` comes back with them.
///
/// # Errors
/// [`NotKnown::Unanswered`] when the provider does not say what it offers.
pub async fn ask(app: &App, provider: &Provider, asked: &Asked, state: String) -> Outcome<String> {
    let said = discover(app, provider).await.map_err(|error| unanswered(provider, &error))?;
    let client = CoreClient::from_provider_metadata(said, client_id(provider), None)
        .set_redirect_uri(way_back(app, provider)?);
    let nonce = Nonce::new(asked.nonce.clone());
    let verifier = PkceCodeVerifier::new(asked.verifier.clone());
    let flow = CoreAuthenticationFlow::AuthorizationCode;
    let mut question = client
        .authorize_url(flow, move || CsrfToken::new(state), move || nonce)
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
    if asked.again {
        question = question.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
    }
    let (to, _, _) = question.url();
    Ok(to.into())
}

/// Whom the code that somebody brought back stands for.
///
/// # Errors
/// [`NotKnown::Unanswered`] when the provider does not take the code, or its answer is not what it should be;
/// the log has the reason.
pub async fn hear(app: &App, provider: &Provider, asked: &Asked, code: String) -> Outcome<Identity> {
    let heard = identity(app, provider, asked, code).await;
    heard.map_err(|error| unanswered(provider, &error))
}

async fn identity(
    app: &App,
    provider: &Provider,
    asked: &Asked,
    code: String,
) -> anyhow::Result<Identity> {
    let said = discover(app, provider).await?;
    let ways = said.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
    let secret = provider.secret().map(|secret| ClientSecret::new(secret.to_owned()));
    let mut client = CoreClient::from_provider_metadata(said, client_id(provider), secret)
        .set_redirect_uri(way_back(app, provider)?);
    let in_body = ways.contains(&CoreClientAuthMethod::ClientSecretPost);
    if in_body && !ways.contains(&CoreClientAuthMethod::ClientSecretBasic) {
        client = client.set_auth_type(AuthType::RequestBody);
    }
    let answer = client
        .exchange_code(AuthorizationCode::new(code))?
        .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier.clone()))
        .request_async(&Way(app.clone()))
        .await
        .context("exchanging the code")?;
    let token = answer.id_token().context("the answer has no ID token")?;
    let now = app.clock.now();
    let now = chrono::DateTime::from_timestamp(now.as_second(), 0).context("a time of this era")?;
    let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || now);
    let claims =
        token.claims(&verifier, &Nonce::new(asked.nonce.clone())).context("checking the ID token")?;
    let shown = claims.auth_time();
    if asked.again && shown.is_none_or(|shown| now - shown > TimeDelta::minutes(CEREMONY_MINUTES)) {
        anyhow::bail!("the person was to sign in there once more, and did at {shown:?}");
    }
    Ok(Identity { issuer: claims.issuer().to_string(), subject: claims.subject().to_string() })
}

fn client_id(provider: &Provider) -> ClientId {
    ClientId::new(provider.client_id.clone())
}

/// Each provider has a way back of its own: no answer of one is taken for another's.
fn way_back(app: &App, provider: &Provider) -> anyhow::Result<RedirectUrl> {
    let address = &app.settings.address;
    Ok(RedirectUrl::new(format!("{address}/sign-in/with/{}/back", provider.key))?)
}

async fn discover(app: &App, provider: &Provider) -> anyhow::Result<CoreProviderMetadata> {
    let issuer = IssuerUrl::new(provider.issuer.clone())?;
    let way = Way(app.clone());
    CoreProviderMetadata::discover_async(issuer, &way).await.context("asking what it offers")
}

/// Our own way out, as the library wants one.
struct Way(App);

impl<'c> AsyncHttpClient<'c> for Way {
    type Error = Failed;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Failed>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(call(self.0.clone(), request))
    }
}

async fn call(app: App, request: HttpRequest) -> Result<HttpResponse, Failed> {
    let (head, body) = request.into_parts();
    let call = Call {
        method: head.method,
        to: head.uri.to_string().parse().map_err(anyhow::Error::from)?,
        headers: head.headers,
        body,
        patience: PATIENCE,
        largest: LARGEST_ANSWER,
    };
    let answer = app.outside.call(call).await.map_err(anyhow::Error::from)?;
    let mut response = Response::builder().status(answer.status);
    if let Some(headers) = response.headers_mut() {
        *headers = answer.headers;
    }
    Ok(response.body(answer.body).map_err(anyhow::Error::from)?)
}

/// A call that failed, as the library wants its errors.
#[derive(Debug, thiserror::Error)]
#[error("{0:#}")]
struct Failed(#[from] anyhow::Error);

fn unanswered(provider: &Provider, error: &anyhow::Error) -> frame::Stop {
    tracing::warn!(provider = provider.key, "a sign-in provider: {error:#}");
    NotKnown::Unanswered(provider.name.clone()).into()
}
