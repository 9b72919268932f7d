//! Made-up English of a wanted length.
//!
//! Owns the words and how sentences are put together. Length is counted in tokens of `o200k_base`,
//! exactly, so that the workload has the sizes that it says. It must never make a text that a fence,
//! a gate row or a template would change: the same texts go to every peer.

use proem::token::{Encoding, Tokenizer};

use crate::dice::Dice;

const NOUNS: [&str; 48] = [
    "morning",
    "question",
    "plan",
    "feeling",
    "week",
    "friend",
    "meeting",
    "garden",
    "promise",
    "letter",
    "habit",
    "project",
    "worry",
    "walk",
    "kitchen",
    "decision",
    "brother",
    "evening",
    "appointment",
    "reason",
    "neighbour",
    "book",
    "conversation",
    "goal",
    "train",
    "doctor",
    "weekend",
    "answer",
    "routine",
    "holiday",
    "manager",
    "colleague",
    "apartment",
    "bicycle",
    "exercise",
    "mistake",
    "deadline",
    "memory",
    "song",
    "budget",
    "message",
    "daughter",
    "interview",
    "library",
    "schedule",
    "suggestion",
    "summer",
    "window",
];

const ADJECTIVES: [&str; 28] = [
    "small",
    "difficult",
    "quiet",
    "honest",
    "new",
    "long",
    "patient",
    "practical",
    "familiar",
    "unexpected",
    "gentle",
    "specific",
    "early",
    "heavy",
    "careful",
    "ordinary",
    "reasonable",
    "tired",
    "steady",
    "important",
    "recent",
    "complicated",
    "warm",
    "open",
    "short",
    "useful",
    "strange",
    "calm",
];

const VERBS: [&str; 32] = [
    "changes",
    "helps",
    "follows",
    "explains",
    "supports",
    "interrupts",
    "describes",
    "shapes",
    "answers",
    "begins",
    "delays",
    "improves",
    "mentions",
    "needs",
    "opens",
    "prepares",
    "questions",
    "remembers",
    "replaces",
    "shows",
    "slows",
    "surprises",
    "touches",
    "understands",
    "welcomes",
    "complicates",
    "avoids",
    "continues",
    "suggests",
    "connects",
    "brings",
    "keeps",
];

const ADVERBS: [&str; 16] = [
    "slowly",
    "usually",
    "carefully",
    "often",
    "hardly",
    "quietly",
    "together",
    "again",
    "already",
    "almost",
    "certainly",
    "perhaps",
    "finally",
    "sometimes",
    "directly",
    "rarely",
];

const LINKS: [&str; 14] = [
    "because",
    "although",
    "while",
    "before",
    "after",
    "unless",
    "since",
    "whenever",
    "so that",
    "as long as",
    "even if",
    "until",
    "where",
    "just as",
];

const OPENERS: [&str; 12] = [
    "In the end,",
    "To be fair,",
    "Most days",
    "On Tuesday,",
    "For now,",
    "Between us,",
    "At 7:30,",
    "After the call,",
    "Near the station,",
    "As you said,",
    "Last month,",
    "By the way,",
];

/// A sentence.
pub fn sentence(dice: &mut Dice) -> String {
    let mut text = if dice.chance(3) {
        format!("{} the {}", dice.pick(&OPENERS), phrase(dice))
    } else {
        format!("The {}", phrase(dice))
    };
    text.push_str(&format!(" {} the {}", dice.pick(&VERBS), phrase(dice)));
    if dice.chance(2) {
        text.push_str(&format!(" {}", dice.pick(&ADVERBS)));
    }
    if dice.chance(2) {
        let link = dice.pick(&LINKS);
        text.push_str(&format!(", {link} a {} {}", dice.pick(&NOUNS), dice.pick(&VERBS)));
        text.push_str(&format!(" {} {}", count(dice), plural(dice)));
    }
    // What JSON must escape and what is more than one byte long stands in real texts, too.
    match dice.below(14) {
        0 => text.push_str(&format!(" (\"{}\")", phrase(dice))),
        1 => text.push_str(&format!(" — the café’s {}", dice.pick(&NOUNS))),
        _ => {}
    }
    text.push(if dice.chance(9) { '?' } else { '.' });
    text
}

fn phrase(dice: &mut Dice) -> String {
    match dice.below(3) {
        0 => dice.pick(&NOUNS).to_owned(),
        1 => format!("{} {}", dice.pick(&ADJECTIVES), dice.pick(&NOUNS)),
        _ => format!("{} of the {}", dice.pick(&NOUNS), dice.pick(&NOUNS)),
    }
}

fn count(dice: &mut Dice) -> String {
    if dice.chance(2) {
        (dice.below(90) + 2).to_string()
    } else {
        dice.pick(&["two", "three", "five"]).to_owned()
    }
}

fn plural(dice: &mut Dice) -> String {
    format!(
        "{} {}s",
        dice.pick(&ADJECTIVES),
        dice.pick(&["hour", "friend", "question", "book", "habit", "letter"])
    )
}

/// Sentences, as many as come nearest to `tokens` tokens. In `paragraphs`, a blank line follows every
/// fourth sentence.
pub fn prose(dice: &mut Dice, tokens: u32, paragraphs: bool) -> String {
    let mut text = String::new();
    let mut had = 0;
    for at in 0.. {
        let gap = match at {
            0 => "",
            _ if paragraphs && at % 4 == 0 => "\n\n",
            _ => " ",
        };
        let next = format!("{gap}{}", sentence(dice));
        let has = had + size(&next);
        let closer = has.abs_diff(tokens) < tokens.abs_diff(had);
        if at == 0 || closer {
            text.push_str(&next);
            had = has;
        }
        if has >= tokens {
            break;
        }
    }
    text
}

/// The tokens of a text, as OpenAI's models count it.
#[must_use]
pub fn size(text: &str) -> u32 {
    Tokenizer::Exact(Encoding::O200kBase).count(text)
}

#[cfg(test)]
mod tests {
    use super::{prose, size};
    use crate::dice::Dice;

    #[test]
    fn texts_have_the_length_that_was_asked_for() {
        let mut dice = Dice::new(7);
        for tokens in [20, 60, 300, 1_200] {
            let made = size(&prose(&mut dice, tokens, true));
            assert!(made.abs_diff(tokens) <= 24, "{made} instead of {tokens}");
        }
    }
}
