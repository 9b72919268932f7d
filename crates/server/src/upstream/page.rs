//! Pages for context keys.
//!
//! Owns what is fetched from an address that an agent names: only where `guard` lets it, so many bytes at most, in
//! so much time. It must never send a key, follow a redirect, or trust a name before it is resolved.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use reqwest::header::{ETAG, IF_NONE_MATCH};
use reqwest::{Client, StatusCode, Url};

use crate::upstream::guard::{Closed, Hosts, was_private};

/// The most bytes of a page.
const MOST: usize = 256 << 10;

/// How many pages are kept, to be used again where their server says that they are unchanged.
const KEPT: u64 = 256;

/// What fetches pages.
pub(crate) struct Pages {
    client: Client,
    hosts: Hosts,
    kept: Cache<String, Kept>,
}

/// A page as it came, with the mark of its version.
#[derive(Clone)]
struct Kept {
    mark: String,
    text: Arc<str>,
}

/// Why there is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unfetched {
    /// The address may not be asked.
    Closed(Closed),
    /// It took too long.
    TimedOut,
    /// It has more bytes than are taken.
    TooLarge,
    /// The host answered with this status.
    Status(u16),
    /// Nobody answers.
    Unreachable,
}

impl fmt::Display for Unfetched {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed(why) => why.fmt(out),
            Self::TimedOut => write!(out, "it took too long"),
            Self::TooLarge => write!(out, "the page has more than {MOST} bytes"),
            Self::Status(status) => write!(out, "the host answered with status {status}"),
            Self::Unreachable => write!(out, "nobody answers there"),
        }
    }
}

impl Pages {
    /// What fetches from these hosts; none where nothing can be asked.
    pub(crate) fn new(hosts: Hosts) -> Option<Self> {
        Some(Self { client: hosts.client()?, hosts, kept: Cache::new(KEPT) })
    }

    /// A page as text.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) async fn fetch(&self, address: &str, wait: Duration) -> Result<Arc<str>, Unfetched> {
        let url = self.hosts.judged(address).map_err(Unfetched::Closed)?;
        match tokio::time::timeout(wait, self.ask(url)).await {
            Ok(page) => page,
            Err(_) => Err(Unfetched::TimedOut),
        }
    }

    async fn ask(&self, url: Url) -> Result<Arc<str>, Unfetched> {
        let known = self.kept.get(url.as_str());
        let mut request = self.client.get(url.clone());
        if let Some(known) = &known {
            request = request.header(IF_NONE_MATCH, &known.mark);
        }
        let mut response = request.send().await.map_err(|error| why(&error))?;
        if let (StatusCode::NOT_MODIFIED, Some(known)) = (response.status(), known) {
            return Ok(known.text);
        }
        if !response.status().is_success() {
            return Err(Unfetched::Status(response.status().as_u16()));
        }
        let mark = response.headers().get(ETAG).and_then(|mark| mark.to_str().ok());
        let mark = mark.map(str::to_owned);
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|error| why(&error))? {
            if body.len() + piece.len() > MOST {
                return Err(Unfetched::TooLarge);
            }
            body.extend_from_slice(&piece);
        }
        let text: Arc<str> = String::from_utf8_lossy(&body).into();
        if let Some(mark) = mark {
            self.kept.insert(url.to_string(), Kept { mark, text: Arc::clone(&text) });
        }
        Ok(text)
    }
}

fn why(error: &reqwest::Error) -> Unfetched {
    if error.is_timeout() {
        Unfetched::TimedOut
    } else if was_private(error) {
        Unfetched::Closed(Closed::Private)
    } else {
        Unfetched::Unreachable
    }
}
