//! Messages to receivers.
//!
//! Owns sending JSON to an address that the operator has allowed, and what comes back: so many bytes at most, in so
//! much time, no redirect followed. It must never say in an error what was sent or what came back.

use std::fmt;
use std::time::Duration;

use reqwest::Client;
use reqwest::header::CONTENT_TYPE;

use crate::upstream::guard::{Closed, Hosts, was_private};

/// The most bytes of an answer.
const MOST: usize = 256 << 10;

/// What sends messages.
pub(crate) struct Posts {
    client: Client,
    hosts: Hosts,
}

/// A message.
#[derive(Clone, Debug)]
pub(crate) struct Message<'m> {
    /// Where it goes.
    pub address: &'m str,
    /// Its headers, apart from the type of its body.
    pub headers: &'m [(&'static str, String)],
    /// Its body: JSON text.
    pub body: &'m str,
    /// How long an answer is waited for.
    pub wait: Duration,
}

/// Why a message did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unposted {
    /// The address may not be asked.
    Closed(Closed),
    /// It took too long.
    TimedOut,
    /// The answer has more bytes than are taken.
    TooLarge,
    /// The host answered with this status.
    Status(u16),
    /// Nobody answers.
    Unreachable,
}

impl Unposted {
    /// Whether it may arrive later.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::Closed(_) | Self::TooLarge => false,
            // The receiver wants no more of them, for good.
            Self::Status(status) => *status != 410,
            Self::TimedOut | Self::Unreachable => true,
        }
    }
}

impl fmt::Display for Unposted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed(why) => why.fmt(out),
            Self::TimedOut => write!(out, "the receiver took too long"),
            Self::TooLarge => write!(out, "the receiver's answer has more than {MOST} bytes"),
            Self::Status(status) => write!(out, "the receiver answered with status {status}"),
            Self::Unreachable => write!(out, "the receiver cannot be reached"),
        }
    }
}

impl Posts {
    /// What sends to these hosts; none where nothing can be sent.
    pub(crate) fn new(hosts: Hosts) -> Option<Self> {
        Some(Self { client: hosts.client()?, hosts })
    }

    /// Whether messages may go to an address.
    ///
    /// # Errors
    /// Why not.
    pub(crate) fn judged(&self, address: &str) -> Result<(), Closed> {
        self.hosts.judged(address).map(|_| ())
    }

    /// Sends a message once; the body of the answer where its status says that the message was taken.
    ///
    /// # Errors
    /// Why it did not arrive, or was not taken.
    pub(crate) async fn post(&self, message: &Message<'_>) -> Result<Vec<u8>, Unposted> {
        match tokio::time::timeout(message.wait, self.send(message)).await {
            Ok(sent) => sent,
            Err(_) => Err(Unposted::TimedOut),
        }
    }

    async fn send(&self, message: &Message<'_>) -> Result<Vec<u8>, Unposted> {
        let url = self.hosts.judged(message.address).map_err(Unposted::Closed)?;
        let mut request = self.client.post(url).header(CONTENT_TYPE, "application/json");
        for (name, value) in message.headers {
            request = request.header(*name, value);
        }
        let sent = request.body(message.body.to_owned()).send().await;
        let mut response = sent.map_err(|error| why(&error))?;
        if !response.status().is_success() {
            return Err(Unposted::Status(response.status().as_u16()));
        }
        let mut body = Vec::new();
        while let Some(piece) = response.chunk().await.map_err(|error| why(&error))? {
            if body.len() + piece.len() > MOST {
                return Err(Unposted::TooLarge);
            }
            body.extend_from_slice(&piece);
        }
        Ok(body)
    }
}

fn why(error: &reqwest::Error) -> Unposted {
    if error.is_timeout() {
        Unposted::TimedOut
    } else if was_private(error) {
        Unposted::Closed(Closed::Private)
    } else {
        Unposted::Unreachable
    }
}
