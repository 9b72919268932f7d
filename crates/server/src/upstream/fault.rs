//! What goes wrong on the way to a model.
//!
//! Owns the kinds and their sentences. It must never hold a key or an address.

use std::fmt;
use std::io;

use proem::turn::format::Provider;
use proem::turn::format::bad_reply::{BadReply, ErrorKind};

use crate::upstream::key::Key;

/// The longest message of a provider that is told.
const LONGEST: usize = 600;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The key holds what no header can hold.
    BadKey,
    /// Nobody answers at the address, and why.
    Unreachable(String),
    /// Whoever answers at the address cannot show that they are who they say, and why.
    Untrusted(String),
    /// The connection was lost behind the beginning of an answer, and why.
    BrokeOff(String),
    /// The provider has failed so often that it is left alone.
    Resting,
    /// It took too long.
    TimedOut,
    /// The answer is larger than so many bytes.
    TooLarge(usize),
    /// The provider answered with an error, or with what is no answer.
    Answer(BadReply),
    /// It was given up by whoever asked.
    GivenUp,
}

impl Fault {
    /// Whether it speaks against the place itself, and not against the question.
    pub(crate) fn is_of_the_place(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Untrusted(_) | Self::BrokeOff(_) | Self::TimedOut => true,
            Self::Answer(BadReply::Error { kind, .. }) => *kind == ErrorKind::Overloaded,
            Self::Answer(BadReply::Broken { .. } | BadReply::Shape { .. }) | Self::TooLarge(_) => {
                true
            }
            Self::BadKey | Self::Resting | Self::GivenUp => false,
        }
    }

    /// Whether another model is asked in its place. What a filter refused is not carried elsewhere.
    pub(crate) fn goes_elsewhere(&self) -> bool {
        !matches!(
            self,
            Self::GivenUp | Self::Answer(BadReply::Error { kind: ErrorKind::Filtered, .. })
        )
    }

    /// What the transport says.
    pub(crate) fn of_transport(error: reqwest::Error) -> Self {
        if error.is_timeout() {
            return Self::TimedOut;
        }
        let began = error.is_body() || error.is_decode();
        // The outermost says only that something failed, and where: an address is not told.
        let mut error: &dyn std::error::Error = &error.without_url();
        let mut deepest = error.to_string();
        while let Some(source) = error.source() {
            if let Some(tls) = tls(source) {
                return Self::Untrusted(tls.to_string());
            }
            let io = source.downcast_ref::<io::Error>();
            if io.is_some_and(|io| io.kind() == io::ErrorKind::ConnectionRefused) {
                return Self::Unreachable("nobody answers at its address".to_owned());
            }
            deepest = source.to_string();
            error = source;
        }
        if began { Self::BrokeOff(deepest) } else { Self::Unreachable(deepest) }
    }

    /// What an answer says whose status is that of an error.
    pub(crate) fn of_status(status: u16, body: &[u8], provider: &dyn Provider) -> Self {
        let read = serde_json::from_slice(body).ok().map(|body| provider.reply(&body));
        match read {
            Some(Err(BadReply::Error { kind: ErrorKind::Other, word, message })) => {
                let kind = ErrorKind::of_status(status);
                Self::Answer(BadReply::Error { kind, word, message: short(&message) })
            }
            Some(Err(BadReply::Error { kind, word, message })) => {
                Self::Answer(BadReply::Error { kind, word, message: short(&message) })
            }
            _ => {
                let said = String::from_utf8_lossy(body);
                let said = Some(said.trim()).filter(|said| !said.is_empty());
                Self::Answer(BadReply::Error {
                    kind: ErrorKind::of_status(status),
                    word: status.to_string(),
                    message: short(said.unwrap_or("it says no more")),
                })
            }
        }
    }

    /// The same without a key in what the provider says.
    pub(crate) fn without(self, key: Option<&Key>) -> Self {
        match (self, key) {
            (Self::Answer(BadReply::Error { kind, word, message }), Some(key)) => {
                let (word, message) = (key.out_of(&word), key.out_of(&message));
                Self::Answer(BadReply::Error { kind, word, message })
            }
            (Self::Answer(BadReply::Shape { pointer, message }), Some(key)) => {
                Self::Answer(BadReply::Shape { pointer, message: key.out_of(&message) })
            }
            (fault, _) => fault,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadKey => write!(out, "the key holds signs that no key has"),
            Self::Unreachable(why) => write!(out, "the provider cannot be reached: {why}"),
            Self::Untrusted(why) => write!(out, "the provider cannot be trusted: {why}"),
            Self::BrokeOff(why) => write!(out, "the answer broke off: {why}"),
            Self::Resting => {
                write!(out, "the provider has failed so often that it is not asked for a while")
            }
            Self::TimedOut => write!(out, "the provider took too long"),
            Self::TooLarge(most) => write!(out, "the answer is larger than {most} bytes"),
            Self::Answer(bad) => bad.fmt(out),
            Self::GivenUp => write!(out, "the reply was cancelled"),
        }
    }
}

impl std::error::Error for Fault {}

/// What is wrong with a certificate, however deep that is wrapped.
fn tls<'e>(error: &'e (dyn std::error::Error + 'static)) -> Option<&'e rustls::Error> {
    if let Some(tls) = error.downcast_ref() {
        return Some(tls);
    }
    tls(error.downcast_ref::<io::Error>()?.get_ref()?)
}

fn short(message: &str) -> String {
    match message.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", message.get(..end).unwrap_or_default()),
        None => message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proem::turn::format::reply::Reply;

    use super::*;

    #[test]
    fn what_speaks_against_a_place_and_what_is_carried_elsewhere() {
        let error = |kind| {
            Fault::Answer(BadReply::Error { kind, word: String::new(), message: String::new() })
        };
        let shape = BadReply::Shape { pointer: String::new(), message: String::new() };
        let broken = BadReply::Broken { came: Box::new(Reply::default()) };
        for (fault, of_the_place, elsewhere) in [
            (Fault::BadKey, false, true),
            (Fault::Unreachable(String::new()), true, true),
            (Fault::Untrusted(String::new()), true, true),
            (Fault::BrokeOff(String::new()), true, true),
            (Fault::Resting, false, true),
            (Fault::TimedOut, true, true),
            (Fault::TooLarge(1), true, true),
            (Fault::GivenUp, false, false),
            (Fault::Answer(shape), true, true),
            (Fault::Answer(broken), true, true),
            (error(ErrorKind::Overloaded), true, true),
            (error(ErrorKind::RateLimit), false, true),
            (error(ErrorKind::Quota), false, true),
            (error(ErrorKind::Auth), false, true),
            (error(ErrorKind::BadRequest), false, true),
            (error(ErrorKind::TooLong), false, true),
            (error(ErrorKind::Filtered), false, false),
        ] {
            assert_eq!(fault.is_of_the_place(), of_the_place, "{fault:?}");
            assert_eq!(fault.goes_elsewhere(), elsewhere, "{fault:?}");
        }
    }
}
