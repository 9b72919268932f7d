//! Asking a provider's model, and all else that is asked outside.
//!
//! Owns the way of a payload to a provider and of the answer back: addresses and keys (`place`), the answer
//! as it comes (`answer`), what can go wrong (`fault`), what the operator says of models (`settings`), asking again
//! (`retry`, `breaker`, `asking`), and what it cost (`price`); which other hosts may be asked (`guard`), pages of
//! theirs (`page`), messages to them (`post`) and what signs these (`sign`). The engine wrote the payload and reads the
//! answer; nothing is added here but that the answer is to come in pieces. Addresses come from the
//! operator's environment and from nowhere else. A key must never stand in a message, an address or a log.

pub(crate) mod answer;
pub(crate) mod asking;
pub(crate) mod breaker;
pub(crate) mod fault;
pub(crate) mod guard;
pub(crate) mod key;
pub(crate) mod page;
pub(crate) mod place;
pub(crate) mod post;
pub(crate) mod price;
pub(crate) mod retry;
pub(crate) mod settings;
pub(crate) mod sign;

use std::time::Duration;

use proem::turn::account::manifest::Manifest;
use proem::turn::format::reply::Usage;
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};

use crate::upstream::answer::Answer;
use crate::upstream::asking::Payload;
use crate::upstream::breaker::Breakers;
use crate::upstream::fault::Fault;
use crate::upstream::place::Place;
use crate::upstream::price::Cost;
use crate::upstream::retry::Failed;
use crate::upstream::settings::Settings;

/// What asks. It keeps connections, so that one is enough for a process.
#[derive(Debug)]
pub(crate) struct Upstream {
    client: Client,
    settings: Settings,
    breakers: Breakers,
    /// Gives a number from 0 up to 1.
    chance: fn() -> f64,
}

impl Upstream {
    /// Makes what asks. `chance` gives a number from 0 up to 1, each time another one.
    ///
    /// # Errors
    /// The machine has no usable store of certificates, or the like.
    pub(crate) fn new(settings: Settings, chance: fn() -> f64) -> Result<Self, Fault> {
        // Another part of the process may have chosen one before: then that is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let limits = settings.limits;
        let client = Client::builder()
            .connect_timeout(Duration::from_millis(limits.connect))
            .read_timeout(Duration::from_millis(limits.silence))
            .timeout(Duration::from_millis(limits.whole))
            .user_agent(concat!("proem/", env!("CARGO_PKG_VERSION")))
            // A key goes to the address that the operator named, and to no other.
            .redirect(Policy::none())
            .build();
        let client = client.map_err(Fault::of_transport)?;
        let breakers = Breakers::new(settings.breaker);
        Ok(Self { client, settings, breakers, chance })
    }

    /// What a call cost, where its model has a price.
    pub(crate) fn cost(&self, manifest: &Manifest, usage: &Usage) -> Option<Cost> {
        let price = price::price(&self.settings.prices, &manifest.model)?;
        Some(price::cost(price, usage, manifest))
    }

    /// Sends a payload once. The answer comes in pieces; the first one has come when this returns.
    ///
    /// # Errors
    /// The provider cannot be reached, or does not answer.
    pub(crate) async fn ask(&self, place: &Place, payload: &Payload<'_>) -> Result<Answer, Failed> {
        let first = Duration::from_millis(self.settings.limits.first);
        match tokio::time::timeout(first, self.begin(place, payload)).await {
            Ok(began) => began,
            Err(_) => Err(Fault::TimedOut.into()),
        }
    }

    async fn begin(&self, place: &Place, payload: &Payload<'_>) -> Result<Answer, Failed> {
        let Payload { provider, model, text } = *payload;
        let most = self.settings.limits.bytes;
        let mut request = self
            .client
            .post(place.address(provider.name(), model))
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .header(ACCEPT, HeaderValue::from_static("text/event-stream"))
            .body(place::in_pieces(provider.name(), text));
        for (name, value) in place.headers(provider.name())? {
            request = request.header(name, value);
        }
        let response = request.send().await.map_err(Fault::of_transport)?;
        let status = response.status();
        if !status.is_success() {
            let told = retry::told(response.headers());
            let body = whole(response, most).await?;
            let fault = Fault::of_status(status.as_u16(), &body, provider).without(place.key());
            return Err(Failed { status: Some(status.as_u16()), told, ..fault.into() });
        }
        let kind = response.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        // Some servers that speak a provider's format cannot answer in pieces.
        if kind.starts_with("application/json") {
            let body = whole(response, most).await?;
            return Ok(Answer::of_body(&body, provider, place.key())?);
        }
        let mut answer = Answer::of_stream(response, provider, place.key(), most);
        answer.begin().await?;
        Ok(answer)
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
