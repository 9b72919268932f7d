//! Replies that are kept for who asked.
//!
//! Owns how a reply is sealed: with a key that only who has the caller's own key can make, so that a database, or a copy
//! of one, holds neither a secret that was told once nor a text of a user who was erased. It must never keep a key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;

use crate::app::clock::Clock;

/// Whose replies are sealed.
#[derive(Clone)]
pub(crate) struct Seal(LessSafeKey);

impl Seal {
    /// The seal of a caller for a request under a key; none where this machine cannot seal.
    pub(crate) fn of(secret: &str, workspace: &str, key: &str) -> Option<Self> {
        let with = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        let tag = hmac::sign(&with, format!("proem reply {workspace}\n{key}").as_bytes());
        let key = UnboundKey::new(&CHACHA20_POLY1305, tag.as_ref()).ok()?;
        Some(Self(LessSafeKey::new(key)))
    }

    /// A text, sealed.
    pub(crate) fn close(&self, text: &str) -> Option<String> {
        let mut nonce = [0; NONCE_LEN];
        nonce.iter_mut().zip(Clock.bytes()).for_each(|(byte, random)| *byte = random);
        let mut bytes = text.as_bytes().to_vec();
        let whole = Nonce::assume_unique_for_key(nonce);
        self.0.seal_in_place_append_tag(whole, Aad::empty(), &mut bytes).ok()?;
        Some(STANDARD.encode([nonce.as_slice(), &bytes].concat()))
    }

    /// What was sealed; none where somebody else has sealed it.
    pub(crate) fn open(&self, sealed: &str) -> Option<String> {
        let bytes = STANDARD.decode(sealed).ok()?;
        let (nonce, rest) = bytes.split_first_chunk::<NONCE_LEN>()?;
        let mut rest = rest.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = self.0.open_in_place(nonce, Aad::empty(), &mut rest).ok()?;
        String::from_utf8(opened.to_vec()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_asked_can_read_it() {
        let own = Seal::of("proem_one", "default", "key").unwrap();
        let sealed = own.close("{\"secret\": \"proem_new\"}").unwrap();
        assert!(!sealed.contains("proem"));
        assert_eq!(own.open(&sealed).as_deref(), Some("{\"secret\": \"proem_new\"}"));
        assert_ne!(own.close("{}"), own.close("{}"));
        for (secret, workspace, key) in [
            ("proem_two", "default", "key"),
            ("proem_one", "other", "key"),
            ("proem_one", "default", "k"),
        ] {
            assert_eq!(Seal::of(secret, workspace, key).unwrap().open(&sealed), None);
        }
        assert_eq!(own.open("AAAA"), None);
        assert_eq!(own.open("no base64"), None);
    }
}
