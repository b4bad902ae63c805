//! What the standard asks of a site: challenges out, signatures in, checked by webauthn-rs.
//!
//! # Source
//! W3C, Web Authentication Level 3, sections 7.1 and 7.2.

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use frame::{Outcome, Settings};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use units::PersonId;
use uuid::Uuid;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::entry::Unwelcome;

/// The site that keys are made for.
#[derive(Clone)]
pub struct Site(Webauthn);

/// A ceremony that waits for a device's answer.
pub struct Begun {
    /// What the browser is asked, as the standard has it.
    pub options: Value,
    /// What is kept until then, on our side only.
    pub state: String,
}

/// A key that was just made.
pub struct Made {
    pub credential: String,
    pub content: String,
}

impl Site {
    /// The site of this instance; none where browsers do no passkeys: they need HTTPS and a name, or
    /// `localhost`.
    pub fn of(settings: &Settings) -> Option<Self> {
        let url = Url::parse(&settings.address).ok()?;
        let name = url.domain()?.to_owned();
        if url.scheme() != "https" && name != "localhost" {
            return None;
        }
        let builder = WebauthnBuilder::new(&name, &url).ok()?;
        builder.rp_name("Tresse").build().ok().map(Self)
    }

    /// Asks a device to make a key that it can find by itself, and that it uses only for who unlocks it.
    pub fn begin_making(
        &self,
        person: PersonId,
        email: &str,
        name: &str,
        known: &[String],
    ) -> Outcome<Begun> {
        let known = known.iter().map(|id| BASE64.decode(id).context("a credential that we keep"));
        let known: Vec<CredentialID> = known.collect::<anyhow::Result<_>>()?;
        let (asked, state) = self
            .0
            .start_passkey_registration(person.0, email, name, Some(known))
            .context("beginning to make a passkey")?;
        let mut options = to_json(&asked)?;
        let choice = &mut options["publicKey"]["authenticatorSelection"];
        choice["residentKey"] = json!("required");
        choice["requireResidentKey"] = json!(true);
        Ok(Begun { options, state: to_json(&state)?.to_string() })
    }

    /// # Errors
    /// [`Unwelcome::WrongKey`] when the answer is none to what was asked, or nobody unlocked the device.
    pub fn finish_making(&self, answer: &str, state: &str) -> Outcome<Made> {
        let answer: RegisterPublicKeyCredential = read_answer(answer)?;
        let state: PasskeyRegistration = read_kept(state)?;
        let made = self.0.finish_passkey_registration(&answer, &state).map_err(refused)?;
        Ok(Made { credential: BASE64.encode(made.cred_id()), content: to_json(&made)?.to_string() })
    }

    /// Asks for any key of this site.
    pub fn begin_showing(&self) -> Outcome<Begun> {
        let (asked, state) =
            self.0.start_discoverable_authentication().context("beginning to ask for a passkey")?;
        let mut options = to_json(&asked)?;
        // A button was pressed: the browser is not to wait until somebody types into a field.
        if let Some(options) = options.as_object_mut() {
            options.remove("mediation");
        }
        Ok(Begun { options, state: to_json(&state)?.to_string() })
    }

    /// Checks that this very key answered to what was asked; the key as it is kept from then on.
    ///
    /// # Errors
    /// [`Unwelcome::WrongKey`] when it did not: another challenge, another site, another signature, nobody
    /// unlocked the device, or a counter that stands still, as a copy's would.
    pub fn finish_showing(&self, answer: &str, state: &str, content: &str) -> Outcome<String> {
        let answer: PublicKeyCredential = read_answer(answer)?;
        let state: DiscoverableAuthentication = read_kept(state)?;
        let mut key: webauthn_rs::prelude::Passkey = read_kept(content)?;
        let shown =
            self.0.finish_discoverable_authentication_v2(&answer, state, &key).map_err(refused)?;
        if !shown.user_verified() {
            return Err(Unwelcome::WrongKey.into());
        }
        key.update_credential(&shown);
        Ok(to_json(&key)?.to_string())
    }
}

/// Which key an answer says that it comes from, and whose it says that it is.
pub fn named_in(answer: &str) -> Outcome<(String, Option<Uuid>)> {
    let answer: PublicKeyCredential = read_answer(answer)?;
    let credential = BASE64.encode(answer.get_credential_id());
    Ok((credential, answer.get_user_unique_id().and_then(|bytes| Uuid::from_slice(bytes).ok())))
}

fn read_answer<T: DeserializeOwned>(answer: &str) -> Outcome<T> {
    serde_json::from_str(answer).map_err(|_| Unwelcome::WrongKey.into())
}

fn read_kept<T: DeserializeOwned>(kept: &str) -> anyhow::Result<T> {
    serde_json::from_str(kept).context("reading a passkey that we keep")
}

fn to_json(value: &impl serde::Serialize) -> anyhow::Result<Value> {
    serde_json::to_value(value).context("writing a passkey")
}

fn refused(error: WebauthnError) -> frame::Stop {
    tracing::info!("a passkey is refused: {error}");
    Unwelcome::WrongKey.into()
}
