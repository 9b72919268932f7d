//! A script is said as it stands.
//!
//! Owns the comparison: the sentences of one of the script's texts stand in the answer, in a row and
//! unchanged. Full stops, white space and the shape of quotes play no part; other messages may stand in
//! front and behind. Where a script may be said in another language, an answer that plainly is in one
//! passes. It must never compare a script whose wording is free.

use crate::agent::output::{Output, Scripts};
use crate::text::said::address::apart;
use crate::text::said::language::differ;
use crate::text::said::likeness::Shape;
use crate::text::said::sentences::{is_code, sentences, without_stop};
use crate::turn::enforce::output::{Script, short};

/// How many characters of a difference are shown.
const SHOWN: usize = 40;

/// Where the answer leaves the script that it names, and how.
pub(super) fn look(
    rules: &Output,
    shown: &[(usize, String)],
    script: Option<&Script<'_>>,
) -> Option<(usize, String)> {
    let script = script.filter(|script| !script.free && rules.scripts != Scripts::Free)?;
    let said: Vec<(usize, String)> = shown
        .iter()
        .flat_map(|(at, text)| lines(text).into_iter().map(|line| (*at, line)))
        .collect();
    let texts = script.texts.iter().map(|text| lines(text)).filter(|lines| !lines.is_empty());
    let texts: Vec<Vec<String>> = texts.collect();
    if said.is_empty() || texts.is_empty() || texts.iter().any(|text| stands_in(text, &said)) {
        return None;
    }
    let whole = said.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ");
    if rules.scripts == Scripts::Faithful
        && texts.iter().all(|text| differ(&text.join(" "), &whole))
    {
        return None;
    }
    let shape = Shape::of(&whole);
    let likeness = |text: &Vec<String>| Shape::of(&text.join(" ")).likeness(&shape);
    let nearest = texts.iter().max_by_key(|text| likeness(text))?;
    Some(difference(script.name, nearest, &said))
}

/// The sentences of a text as they are compared.
fn lines(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for sentence in sentences(text) {
        if is_code(sentence) {
            out.push(sentence.to_owned());
            continue;
        }
        for (part, address) in apart(sentence) {
            if address {
                out.push(part);
            } else {
                // As when messages are shown: what stood around an address may be several, and code again.
                let compared = |part: &str| match is_code(part) {
                    true => part.to_owned(),
                    false => plain(without_stop(part)),
                };
                out.extend(sentences(&part).into_iter().map(compared));
            }
        }
    }
    out.retain(|line| !line.is_empty());
    out
}

/// A text without what nobody sees: shapes of quotes, kinds and amounts of white space.
fn plain(text: &str) -> String {
    let straight = text.chars().map(|c| match c {
        '‘' | '’' | '‚' | '‛' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        other => other,
    });
    let straight: String = straight.collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether lines stand in what was said, in a row.
fn stands_in(text: &[String], said: &[(usize, String)]) -> bool {
    said.windows(text.len())
        .any(|window| window.iter().zip(text).all(|((_, said), line)| said == line))
}

/// The first line of a script that is not said, and what is said there.
fn difference(name: &str, text: &[String], said: &[(usize, String)]) -> (usize, String) {
    let last = said.last().map_or(0, |(at, _)| *at);
    let lost = text.iter().find(|line| said.iter().all(|(_, said)| said != *line));
    let Some(lost) = lost else {
        let message = format!(
            "the script `{name}` is not said in its order: say it as it stands, with nothing between"
        );
        return (last, message);
    };
    let shape = Shape::of(lost);
    let nearest = said.iter().max_by_key(|(_, line)| Shape::of(line).likeness(&shape));
    let Some((at, near)) = nearest else {
        return (last, format!("the script `{name}` is not said: {}", short(lost)));
    };
    let common = lost.chars().zip(near.chars()).take_while(|(one, other)| one == other).count();
    // A difference shows best from the beginning of its word.
    let begin = lost.chars().take(common).collect::<String>();
    let word = begin.rfind(' ').map_or(0, |space| space + 1);
    let from = begin.get(..word).map_or(0, |head| head.chars().count());
    let part = |text: &str| {
        let rest: String = text.chars().skip(from).take(SHOWN).collect();
        let more = text.chars().nth(from + SHOWN).map_or("", |_| "…");
        if rest.is_empty() { "nothing more".to_owned() } else { format!("“{rest}{more}”") }
    };
    let message = format!(
        "the script `{name}` is to be said as it stands: it says {}, and this message says {}",
        part(lost),
        part(near)
    );
    (*at, message)
}
