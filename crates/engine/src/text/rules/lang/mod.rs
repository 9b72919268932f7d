//! The tables of the languages, one file each (several for English).
//!
//! Owns words only. A table names what may be said in a style preference; to extend it, add an
//! alternative to a class, or a class above the one that uses it. Openers, preferences, conjunctions
//! and closing words are the classes `lead`, `clause`, `join` and `tail`. No table may name a word
//! for safety, crises, policies, prompts, tools, memory, roles or honesty.

mod ar;
pub(super) mod courtesy;
mod de;
mod en;
mod en_around;
mod en_clauses;
mod en_more;
mod en_wishes;
mod es;
mod fr;
mod hi;
mod it;
mod ja;
mod nl;
mod pl;
mod pt;
mod ru;
mod tr;
mod zh;

use super::table::Language;

/// In the order in which they are tried.
pub(super) const ALL: &[Language] = &[
    en::TABLE,
    de::TABLE,
    fr::TABLE,
    es::TABLE,
    pt::TABLE,
    it::TABLE,
    nl::TABLE,
    pl::TABLE,
    ru::TABLE,
    tr::TABLE,
    ar::TABLE,
    hi::TABLE,
    ja::TABLE,
    zh::TABLE,
];
