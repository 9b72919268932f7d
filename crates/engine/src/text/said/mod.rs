//! What is said to people, as a text without a format.
//!
//! Owns what the rules of an output protocol ask of a text, one file each: where its sentences end
//! (`sentences`, with `line` and `abbreviations`), its web addresses (`address`), amounts of money
//! (`money`), promises (`promises`, with the languages in `pledges`), how alike two texts are
//! (`likeness`), its language (`language`), and whether something is found in it (`search`). It must
//! never know a rule: what is allowed is for `turn::enforce`.

mod abbreviations;
pub mod address;
pub mod language;
pub mod likeness;
mod line;
pub mod money;
mod pledges;
pub mod promises;
pub mod search;
pub mod sentences;
