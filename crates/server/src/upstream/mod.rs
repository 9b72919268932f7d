//! Asking a provider's model.
//!
//! Owns the way of a payload to a provider and of the answer back: addresses and keys (`place`), the answer
//! as it comes (`answer`), and what can go wrong (`fault`). The engine wrote the payload and reads the
//! answer; nothing is added here but that the answer is to come in pieces. Addresses come from the
//! operator's environment and from nowhere else. A key must never stand in a message, an address or a log.

pub(crate) mod answer;
pub(crate) mod fault;
pub(crate) mod key;
pub(crate) mod page;
pub(crate) mod place;

use std::time::Duration;

use proem::turn::format::Provider;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use crate::upstream::answer::Answer;
use crate::upstream::fault::Fault;
use crate::upstream::place::Place;

/// How long is waited, and how much is taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// For a connection.
    pub connect: Duration,
    /// For the next piece of an answer.
    pub silence: Duration,
    /// For the answer as a whole.
    pub whole: Duration,
    /// The most bytes of an answer.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            silence: Duration::from_secs(90),
            whole: Duration::from_secs(600),
            bytes: 16 << 20,
        }
    }
}

/// What asks. It keeps connections, so that one is enough for a process.
#[derive(Debug)]
pub(crate) struct Upstream {
    client: Client,
    limits: Limits,
}

impl Upstream {
    /// Makes what asks.
    ///
    /// # Errors
    /// The machine has no usable store of certificates, or the like.
    pub(crate) fn new(limits: Limits) -> Result<Self, Fault> {
        // Another part of the process may have chosen one before: then that is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(limits.connect)
            .read_timeout(limits.silence)
            .timeout(limits.whole)
            .user_agent(concat!("proem/", env!("CARGO_PKG_VERSION")))
            // A key goes to the address that the operator named, and to no other.
            .redirect(Policy::none())
            .build();
        match client {
            Ok(client) => Ok(Self { client, limits }),
            Err(error) => Err(Fault::of_transport(error)),
        }
    }

    /// Sends a payload. The answer comes in pieces.
    ///
    /// # Errors
    /// The provider cannot be reached, or does not answer.
    pub(crate) async fn ask(
        &self,
        place: &Place,
        provider: &'static dyn Provider,
        model: &str,
        payload: &str,
    ) -> Result<Answer, Fault> {
        let mut request = self
            .client
            .post(place.address(provider.name(), model))
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .header(ACCEPT, HeaderValue::from_static("text/event-stream"))
            .body(place::in_pieces(provider.name(), payload));
        for (name, value) in place.headers(provider.name())? {
            request = request.header(name, value);
        }
        let response = match request.send().await {
            Ok(response) => response,
            Err(error) => return Err(Fault::of_transport(error)),
        };
        let status = response.status();
        if !status.is_success() {
            let body = whole(response, self.limits.bytes).await?;
            return Err(Fault::of_status(status.as_u16(), &body, provider).without(place.key()));
        }
        let kind = response.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        // Some servers that speak a provider's format cannot answer in pieces.
        if kind.starts_with("application/json") {
            let body = whole(response, self.limits.bytes).await?;
            return Answer::of_body(&body, provider, place.key());
        }
        Ok(Answer::of_stream(response, provider, place.key(), self.limits.bytes))
    }
}

/// The whole body of a response.
async fn whole(mut response: Response, most: usize) -> Result<Vec<u8>, Fault> {
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(piece)) if body.len() + piece.len() > most => {
                return Err(Fault::TooLarge(most));
            }
            Ok(Some(piece)) => body.extend_from_slice(&piece),
            Ok(None) => return Ok(body),
            Err(error) => return Err(Fault::of_transport(error)),
        }
    }
}
