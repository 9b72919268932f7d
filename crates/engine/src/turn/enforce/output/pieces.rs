//! What is repaired: messages are cut, and freed of full stops.
//!
//! Owns the one way from a message to the messages that are shown: blank ones go, sentences part,
//! addresses stand by themselves, full stops at the end go. Doing it again changes nothing. It must
//! never lose a word.

use crate::agent::output::Output;
use crate::text::said::address::apart;
use crate::text::said::sentences::{is_code, sentences, without_stop};
use crate::turn::read::answer::Liberty;

/// The messages that one message becomes.
pub(super) fn pieces(
    rules: &Output,
    message: &str,
    pointer: &str,
    repairs: &mut Vec<Liberty>,
) -> Vec<String> {
    let mut repair = |code, note| {
        repairs.push(Liberty { code, pointer: pointer.to_owned(), note });
    };
    let blank = message.trim().is_empty();
    if blank && (rules.messages || rules.sentences) {
        repair("output.blank", "a blank message was left out".to_owned());
        return Vec::new();
    }
    if blank || !(rules.sentences || rules.periods || rules.addresses) {
        return vec![message.to_owned()];
    }
    let parts = if rules.sentences { sentences(message) } else { vec![message.trim()] };
    if parts.len() > 1 {
        repair("output.split", format!("cut into {} messages, one for each sentence", parts.len()));
    }
    let mut out: Vec<(String, bool)> = Vec::new();
    let mut moved = 0;
    for part in parts {
        let own = if rules.addresses && !is_code(part) { apart(part) } else { Vec::new() };
        if own.iter().all(|(_, address)| !address)
            || own.len() == 1 && own.iter().all(|(text, _)| text == part)
        {
            out.push((part.to_owned(), own.iter().any(|(_, address)| *address)));
            continue;
        }
        moved += own.iter().filter(|(_, address)| *address).count();
        for (text, address) in own {
            // What stood around an address may be several sentences.
            if rules.sentences && !address {
                out.extend(sentences(&text).into_iter().map(|text| (text.to_owned(), false)));
            } else {
                out.push((text, address));
            }
        }
    }
    if moved > 0 {
        let note = match moved {
            1 => "an address was given a message of its own".to_owned(),
            more => format!("{more} addresses were given messages of their own"),
        };
        repair("output.address", note);
    }
    if rules.periods {
        let mut dropped = 0;
        for (text, _) in out.iter_mut().filter(|(_, address)| !address) {
            let bare = without_stop(text);
            if bare.len() < text.len() {
                *text = bare.to_owned();
                dropped += 1;
            }
        }
        if dropped > 0 {
            let note = match dropped {
                1 => "the full stop at the end was left out".to_owned(),
                more => format!("the full stops at the ends of {more} messages were left out"),
            };
            repair("output.period", note);
        }
    }
    out.into_iter().map(|(text, _)| text).collect()
}
