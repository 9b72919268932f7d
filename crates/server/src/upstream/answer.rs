//! An answer as it comes.
//!
//! Owns the stream of a response, cut into events by a library and put together by the provider's reader.
//! It must never show a piece twice, and never take for whole what broke off.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;

use futures_util::{Stream, StreamExt};
use proem::turn::format::Provider;
use proem::turn::format::bad_reply::BadReply;
use proem::turn::format::events::{Delta, Events};
use proem::turn::format::reply::Reply;
use reqwest::Response;
use sse_stream::{Error, Sse, SseByteStream};

use crate::upstream::fault::Fault;
use crate::upstream::key::Key;

type Pieces = Pin<Box<dyn Stream<Item = Result<Sse, Error>> + Send>>;

/// An answer that comes.
pub(crate) struct Answer {
    came: Came,
    key: Option<Key>,
    ready: VecDeque<Delta>,
}

enum Came {
    /// Whole.
    Whole(Box<Reply>),
    /// In pieces.
    Pieces(Pieces, Box<dyn Events>),
}

impl Answer {
    /// An answer that came whole.
    pub(super) fn of_body(
        body: &[u8],
        provider: &'static dyn Provider,
        key: Option<&Key>,
    ) -> Result<Self, Fault> {
        let broken = |error: serde_json::Error| BadReply::Shape {
            pointer: String::new(),
            message: format!("the body is no JSON: {error}"),
        };
        let reply = serde_json::from_slice(body).map_err(broken);
        let reply = reply.and_then(|body| provider.reply(&body));
        let reply = reply.map_err(|bad| Fault::Answer(bad).without(key))?;
        let text = reply.text.clone();
        let ready = (!text.is_empty()).then_some(Delta::Text(text)).into_iter().collect();
        Ok(Self { came: Came::Whole(Box::new(reply)), key: key.cloned(), ready })
    }

    /// An answer that comes in pieces, of no more than so many bytes.
    pub(super) fn of_stream(
        response: Response,
        provider: &'static dyn Provider,
        key: Option<&Key>,
        most: usize,
    ) -> Self {
        let mut bytes = 0;
        let body = response.bytes_stream().map(move |piece| {
            let piece = piece.map_err(|error| Broken(Fault::of_transport(error)));
            bytes += piece.as_ref().map_or(0, |piece| piece.len());
            if bytes > most { Err(Broken(Fault::TooLarge(most))) } else { piece }
        });
        let events: Pieces = Box::pin(SseByteStream::new(body));
        let came = Came::Pieces(events, provider.events());
        Self { came, key: key.cloned(), ready: VecDeque::new() }
    }

    /// The next piece; none when nothing more comes.
    ///
    /// # Errors
    /// It breaks off, or the provider tells an error.
    pub(crate) async fn next(&mut self) -> Result<Option<Delta>, Fault> {
        self.begin().await?;
        Ok(self.ready.pop_front())
    }

    /// Waits until a piece has come, or nothing more comes.
    ///
    /// # Errors
    /// As [`next`](Answer::next).
    pub(super) async fn begin(&mut self) -> Result<(), Fault> {
        while self.ready.is_empty() {
            let Came::Pieces(pieces, events) = &mut self.came else { return Ok(()) };
            let event = match pieces.next().await {
                Some(Ok(event)) => event,
                Some(Err(error)) => return Err(fault(error)),
                None => return Ok(()),
            };
            let data = event.data.as_deref().unwrap_or_default();
            let new = events.push(event.event.as_deref(), data);
            let new = new.map_err(|bad| Fault::Answer(bad).without(self.key.as_ref()))?;
            self.ready.extend(new);
        }
        Ok(())
    }

    /// The answer, when nothing more comes.
    ///
    /// # Errors
    /// It broke off.
    pub(crate) fn finish(self) -> Result<Reply, Fault> {
        match self.came {
            Came::Whole(reply) => Ok(*reply),
            Came::Pieces(_, events) => {
                events.finish().map_err(|bad| Fault::Answer(bad).without(self.key.as_ref()))
            }
        }
    }
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Answer").field("ready", &self.ready).finish_non_exhaustive()
    }
}

/// A fault on its way through the library that cuts events.
#[derive(Debug)]
struct Broken(Fault);

impl std::fmt::Display for Broken {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

impl std::error::Error for Broken {}

fn fault(error: Error) -> Fault {
    match error {
        Error::Body(source) => match source.downcast::<Broken>() {
            Ok(broken) => broken.0,
            Err(other) => Fault::Unreachable(other.to_string()),
        },
        other => Fault::Answer(BadReply::Shape {
            pointer: String::new(),
            message: io::Error::other(other).to_string(),
        }),
    }
}
