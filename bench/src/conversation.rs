//! Conversations: messages, memories, and what is new in each turn.
//!
//! Owns their making. Turn `n` of a conversation stands behind the messages of the turns before it;
//! its own message and the answer to it follow. It must never look at an agent.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::dice::Dice;
use crate::prose::{prose, sentence};

/// Turns before the measured ones.
pub const WARM: usize = 5;
/// Measured turns of one conversation.
pub const TURNS: usize = 25;
/// Messages in the history of the common workload.
pub const HISTORY: usize = 200;
const MESSAGE_TOKENS: u32 = 60;
const MEMORIES: usize = 20;
const MEMORY_TOKENS: u32 = 18;

/// A conversation with everything that its turns bring.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Conversation {
    /// What is remembered of the user, most relevant first.
    pub memories: Vec<String>,
    /// All messages, the user's and the assistant's in turn: history, the message of each turn, the
    /// answer to it.
    pub messages: Vec<Said>,
    /// The values of the ten variables, for each turn.
    pub values: Vec<Map<String, Json>>,
    /// Messages in the history of the first turn.
    pub begins: usize,
    /// Turns that are not measured.
    pub warm: usize,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// `user` or `assistant`.
    pub role: String,
    /// The text.
    pub content: String,
}

impl Conversation {
    /// How many turns there are.
    #[must_use]
    pub fn turns(&self) -> usize {
        self.values.len()
    }

    /// Messages in the history of a turn.
    #[must_use]
    pub fn history(&self, turn: usize) -> usize {
        self.begins + 2 * turn
    }
}

/// A conversation whose first measured turn has `history` messages behind it, an even number.
#[must_use]
pub fn conversation(seed: u64, history: usize, turns: usize) -> Conversation {
    let history = history.next_multiple_of(2);
    let warm = WARM.min(history / 2);
    let mut dice = Dice::new(seed.wrapping_mul(0x1_0001).wrapping_add(17));
    let count = history + 2 * turns;
    let messages = (0..count).map(|at| said(&mut dice, at)).collect();
    let memories = (0..MEMORIES).map(|_| prose(&mut dice, MEMORY_TOKENS, false)).collect();
    let values = (0..warm + turns).map(|turn| values(&mut dice, turn)).collect();
    Conversation { memories, messages, values, begins: history - 2 * warm, warm }
}

fn said(dice: &mut Dice, at: usize) -> Said {
    let role = if at.is_multiple_of(2) { "user" } else { "assistant" };
    let tokens = MESSAGE_TOKENS - 25 + u32::try_from(dice.below(51)).unwrap_or_default();
    Said { role: role.to_owned(), content: prose(dice, tokens, role == "assistant") }
}

fn values(dice: &mut Dice, turn: usize) -> Map<String, Json> {
    let mut short = |words: &[&str]| Json::from(dice.pick(words));
    let name = short(&["Maya", "Tomás", "Ines", "Karim", "Odile", "Jun"]);
    let place =
        short(&["Lyon", "a train to Graz", "the office in Leeds", "São Paulo", "her kitchen"]);
    let mood = short(&["calm", "a little tired", "hopeful", "worried about money", "restless"]);
    let topic = short(&["the new flat", "sleep", "the talk with her brother", "the exam in March"]);
    let goal = sentence(dice).trim_end_matches(['.', '?']).to_lowercase();
    let last = sentence(dice).trim_end_matches(['.', '?']).to_lowercase();
    let next = sentence(dice).trim_end_matches(['.', '?']).to_lowercase();
    let time = format!("{:02}:{:02}", 7 + dice.below(14), dice.below(60));
    let left = dice.below(45);
    let values = [
        ("user_name", name),
        ("place", place),
        ("local_time", time.into()),
        ("mood", mood),
        ("topic", topic),
        ("goal", goal.into()),
        ("turn_number", turn.into()),
        ("minutes_left", left.into()),
        ("last_exercise", last.into()),
        ("next_step", next.into()),
    ];
    values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::{HISTORY, conversation};
    use crate::prose::size;

    #[test]
    fn messages_have_about_sixty_tokens() {
        let made = conversation(1, HISTORY, 5);
        let all: u32 = made.messages.iter().map(|said| size(&said.content)).sum();
        let mean = all / u32::try_from(made.messages.len()).unwrap();
        assert!((55..=65).contains(&mean), "{mean}");
    }

    #[test]
    fn the_first_measured_turn_has_the_history_that_was_asked_for() {
        for history in [0, 10, 200] {
            let made = conversation(1, history, 3);
            assert_eq!(made.history(made.warm), history);
            assert_eq!(made.history(made.turns()), made.messages.len());
        }
    }
}
