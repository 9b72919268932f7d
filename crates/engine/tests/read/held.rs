//! What holds of an answer that comes in pieces: what was shown of it is a beginning of what is read of
//! the whole, wherever it is cut.

use std::sync::LazyLock;

use proem::turn::contract::Contract;
use proem::turn::format::reply::{Reply, Stop};
use proem::turn::read::read;
use proem::turn::read::stream::{Shown, Stream, messages};

use crate::make::contract;

/// The contracts under which something is shown.
static CONTRACTS: LazyLock<Vec<(&str, Contract)>> = LazyLock::new(|| {
    ["text", "actions", "steps", "steps tools"].map(|name| (name, contract(name))).into()
});

pub(crate) fn of(name: &str) -> &'static Contract {
    &CONTRACTS.iter().find(|(known, _)| *known == name).expect("a contract").1
}

/// The messages that are shown of an answer that comes in pieces of bytes.
pub(crate) fn shown(name: &str, protocol: bool, pieces: &[&[u8]]) -> Vec<Shown> {
    let mut stream = Stream::new(of(name), protocol);
    let mut shown: Vec<Shown> = pieces.iter().flat_map(|piece| stream.push_bytes(piece)).collect();
    shown.extend(stream.finish());
    shown
}

/// The messages that are read of the whole: of an answer that cannot be read, what could be read all
/// the same.
pub(crate) fn whole(name: &str, text: &str, stop: Stop) -> Vec<String> {
    let reply = Reply { text: text.to_owned(), stop, ..Reply::default() };
    match read(of(name), &reply) {
        Ok(answer) => answer.messages,
        Err(unreadable) => unreadable.rest().map(|rest| rest.messages.clone()).unwrap_or_default(),
    }
}

/// Whether messages are a beginning of others: all but the last are the same, and the last begins
/// one.
fn begins(shown: &[String], read: &[String], complete: bool) -> bool {
    let Some((last, before)) = shown.split_last() else { return true };
    let begun = read.get(before.len()).is_some_and(|other| {
        if complete { other == last } else { other.starts_with(last.as_str()) }
    });
    begun && read.starts_with(before)
}

/// Holds an answer under every contract, in whole and cut at a place, against what is read of it.
pub(crate) fn hold(text: &str, cuts: &[usize]) {
    for (name, _) in CONTRACTS.iter() {
        for protocol in [false, true] {
            let bytes = text.as_bytes();
            let all = messages(shown(name, protocol, &[bytes]));
            let single: Vec<&[u8]> = bytes.chunks(1).collect();
            assert_eq!(messages(shown(name, protocol, &single)), all, "{name} {text:?}");
            for cut in cuts {
                let (one, two) = bytes.split_at((*cut).min(bytes.len()));
                let parts = messages(shown(name, protocol, &[one, two]));
                assert_eq!(parts, all, "{name} at {cut}: {text:?}");
            }
            for stop in [Stop::End, Stop::Length, Stop::Refused] {
                let read = whole(name, text, stop.clone());
                let complete = protocol || name.starts_with("steps");
                assert!(
                    begins(&all, &read, complete && *name != "text"),
                    "{name} {protocol} {stop:?} {text:?}\nshown {all:?}\nread {read:?}"
                );
            }
        }
    }
}
