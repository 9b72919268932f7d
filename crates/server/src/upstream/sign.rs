//! Signatures of what is sent.
//!
//! Owns secrets of receivers and what they make of a message, as Standard Webhooks has it: `webhook-id`,
//! `webhook-timestamp`, `webhook-signature: v1,` and the HMAC-SHA256 of all three in Base64. A secret must never
//! stand in a message, a log or an error.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;

/// What the secrets of webhooks begin with; behind it stands Base64.
pub(crate) const PREFIX: &str = "whsec_";

/// A secret that the receiver of a message has, too.
pub(crate) struct Secret(hmac::Key);

impl Secret {
    /// A secret of text: Base64 behind `whsec_`, or any other text as it stands. None where it is empty, or no
    /// Base64.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bytes = match text.strip_prefix(PREFIX) {
            Some(rest) => STANDARD.decode(rest).ok()?,
            None => text.as_bytes().to_vec(),
        };
        (!bytes.is_empty()).then(|| Self(hmac::Key::new(hmac::HMAC_SHA256, &bytes)))
    }

    /// The headers of a message that is sent at a time, in seconds since 1970.
    pub(crate) fn headers(&self, id: &str, at: i64, body: &str) -> [(&'static str, String); 3] {
        let tag = hmac::sign(&self.0, format!("{id}.{at}.{body}").as_bytes());
        [
            ("webhook-id", id.to_owned()),
            ("webhook-timestamp", at.to_string()),
            ("webhook-signature", format!("v1,{}", STANDARD.encode(tag))),
        ]
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Secret(…)")
    }
}

/// A secret of bytes, as it is told to the receiver.
pub(crate) fn written(bytes: &[u8]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that the specification gives.
    #[test]
    fn it_is_what_the_specification_says() {
        let secret = Secret::read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let [id, at, signature] =
            secret.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assert_eq!(id, ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek".to_owned()));
        assert_eq!(at, ("webhook-timestamp", "1614265330".to_owned()));
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signature, ("webhook-signature", expected.to_owned()));
    }

    #[test]
    fn a_secret_is_base64_or_as_it_stands() {
        let bytes = [7; 32];
        let signed = |secret: &str| Secret::read(secret).unwrap().headers("id", 1, "{}");
        let raw = String::from_utf8(bytes.to_vec()).unwrap();
        assert_eq!(signed(&written(&bytes)), signed(&raw));
        for none in ["", "whsec_", "whsec_no base64"] {
            assert!(Secret::read(none).is_none(), "{none}");
        }
        assert_eq!(format!("{:?}", Secret::read("hidden").unwrap()), "Secret(…)");
    }
}
