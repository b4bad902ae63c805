//! Signatures, so that a receiver knows who speaks and that nothing was changed or sent long ago.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::clock::Ids;

/// How a secret begins, so that it is known as one where it should not be.
const MARK: &str = "whsec_";

/// A new secret: 32 bytes in base64 behind their mark.
pub fn new_secret() -> String {
    format!("{MARK}{}", STANDARD.encode(Sha256::digest(Ids::secret())))
}

/// The value of `webhook-signature`: one signature for each secret that is good.
///
/// # Source
/// The Standard Webhooks specification 1.0, "Signature scheme": HMAC-SHA256 over `id.timestamp.body`.
pub fn signatures(secrets: &[String], id: &str, at: Timestamp, body: &str) -> String {
    let signed = format!("{id}.{}.{body}", at.as_second());
    let each = secrets.iter().filter_map(|secret| signature(secret, &signed));
    each.collect::<Vec<String>>().join(" ")
}

fn signature(secret: &str, signed: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(MARK)?).ok()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(signed.as_bytes());
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    #[test]
    fn a_message_is_signed_as_the_specification_has_it() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned();
        let at = Timestamp::from_second(1_614_265_330).unwrap();
        let signed =
            signatures(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, r#"{"test": 2432232314}"#);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn two_secrets_give_two_signatures() {
        let secrets = [new_secret(), new_secret()];
        assert_ne!(secrets[0], secrets[1]);
        let at = Timestamp::UNIX_EPOCH;
        let both = signatures(&secrets, "1", at, "{}");
        let each: Vec<String> =
            secrets.iter().map(|one| signatures(std::slice::from_ref(one), "1", at, "{}")).collect();
        assert_eq!(both, each.join(" "));
    }
}
