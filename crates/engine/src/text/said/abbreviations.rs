//! Words that are written with a full stop of their own.
//!
//! Owns the lists, and what a word in front of a full stop is by them. In doubt it says that a sentence
//! goes on: two sentences in one message read better than half a sentence in each of two.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a word in front of a full stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing that is written with a full stop.
    Plain,
    /// Always goes on: a title, `e.g.`.
    Never,
    /// May end a sentence: `etc.`, `p.m.`, an initial.
    May,
    /// Goes on where a number follows: `No. 5`.
    Number,
}

static NEVER: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "mr mrs ms dr prof st mme mlle sra srta dra dott sig ing rev gen lt capt sgt vs cf viz ie \
    eg e.g i.e approx ca bzw ggf evtl vgl inkl exkl zzgl bzgl sog z.b d.h u.a o.ä o.g s.o s.u \
    i.d.r u.u p.ex ej p.ej env es ad.es bijv m.b.t t.a.v np tzn т.е т.д т.п hr fr geb tel"
        .split_whitespace()
        .collect()
});

static MAY: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "etc usw u.s.w inc ltd corp llc jr sr bros dept a.m p.m am pm feb aug sept oct nov okt dez \
    co ave blvd enz itp др"
        .split_whitespace()
        .collect()
});

static NUMBER: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "no nos nr núm num art abs fig figs vol ch sec p pp pag kap str s".split_whitespace().collect()
});

/// Words with which sentences often begin, so that a capital behind `p.m.` is the beginning of one.
static STARTERS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "i we you he she it they the this that these those there what how when where which who why \
    would could can do does did is are shall should will may please then if but and so or let \
    your our my ich wir sie du ihr er es das der wann wie was wo welche welcher wer kann \
    können soll bitte dann wenn und aber je nous vous il elle le la les ce cela quand comment \
    où et mais yo nosotros usted el cuándo cómo qué y pero io noi lei quando come e ma eu nós \
    você wij jij hoe"
        .split_whitespace()
        .collect()
});

/// What a word in front of a full stop is. `continued` tells whether another abbreviation of one letter
/// stands in front of it, as in `z. B.`
pub(super) fn word(word: &str, continued: bool) -> Word {
    let lower = word.to_lowercase();
    let is = |list: &BTreeSet<&str>| list.contains(lower.as_str());
    if is(&NEVER) {
        return Word::Never;
    }
    if is(&MAY) {
        return Word::May;
    }
    if is(&NUMBER) {
        return Word::Number;
    }
    let mut parts = 0;
    let mut single = true;
    for part in word.split('.') {
        parts += 1;
        let mut letters = part.chars();
        single &= letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    }
    match (single, parts) {
        (true, 1) => match word.chars().next() {
            Some(letter) if letter.is_lowercase() || (continued && letter.is_uppercase()) => {
                Word::Never
            }
            Some(letter) if letter.is_uppercase() => Word::May,
            _ => Word::Plain,
        },
        (true, _) => Word::May,
        _ => Word::Plain,
    }
}

/// Whether the full stop belongs to the word and is written at the end of a message too.
pub(super) fn keeps_its_stop(text: &str) -> bool {
    matches!(word(text, false), Word::Never | Word::May) && text.chars().nth(1).is_some()
}

/// Whether a word often begins a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.contains(word.to_lowercase().as_str())
}
