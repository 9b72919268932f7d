//! A conversation of many turns, simulated: how much of each payload is the one before.
//!
//! Owns the script, and the comparison of each payload with its predecessor. What a turn changes does
//! change: the message, the time, a memory. The state stays, so that what is seen is the layout of the
//! agent and the cutting of its history. It must never look at a payload in any other order than that
//! of its text parts.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::agent::case::{Case, CaseTurn};
use crate::agent::input::{Content, Message, Speaker};
use crate::check::compiled::Compiled;
use crate::diagnostic::Diagnostic;
use crate::survey::neutral;
use crate::token::Tokenizer;
use crate::turn::account::manifest::Manifest;
use crate::turn::case::spoken;
use crate::turn::gate::Rows;
use crate::turn::kept::Memo;
use crate::turn::{Assembled, Finder, Options, assemble};

/// What the user says, and what the model answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The user's message.
    pub user: String,
    /// The answer.
    pub assistant: String,
}

/// A conversation, turn by turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conversation {
    /// The agent.
    pub agent: String,
    /// The provider.
    pub provider: String,
    /// Its turns.
    pub turns: Vec<Round>,
}

/// One turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Round {
    /// Its place, counted from 1.
    pub turn: usize,
    /// The call that it makes.
    pub call: String,
    /// The tokens of its payload.
    pub tokens: u32,
    /// The text tokens of its payload.
    pub text: u32,
    /// The text tokens before the first span that changes every turn, as the manifest predicts them.
    pub cached_prefix: u32,
    /// The text tokens that stand at the beginning of this payload and of the one before, message by
    /// message; nothing for the first turn.
    pub common: Option<u32>,
    /// Messages of the history that were cut.
    pub dropped: u32,
}

impl Conversation {
    /// How much of what each payload promised to keep stands at the beginning of the next one, in
    /// thousandths, over the whole conversation. What is kept beyond the promise does not count.
    #[must_use]
    pub fn kept_permille(&self) -> u32 {
        share(self.promises())
    }

    /// How much of all text is found at the beginning of the payload before, in thousandths.
    #[must_use]
    pub fn reused_permille(&self) -> u32 {
        let later = self.turns.iter().skip(1);
        share(later.map(|turn| (turn.common.unwrap_or_default(), turn.text)))
    }

    /// How many turns began with less than 95 % of what the one before them promised.
    #[must_use]
    pub fn breaks(&self) -> usize {
        self.promises().filter(|promise| share([*promise]) < 950).count()
    }

    /// Of each turn but the first: what it kept of the promise of the one before, and that promise.
    fn promises(&self) -> impl Iterator<Item = (u32, u32)> {
        self.turns.iter().zip(self.turns.iter().skip(1)).map(|(before, after)| {
            let promise = before.cached_prefix;
            (after.common.unwrap_or_default().min(promise), promise)
        })
    }
}

fn share(pairs: impl IntoIterator<Item = (u32, u32)>) -> u32 {
    let (part, whole) = pairs.into_iter().fold((0_u64, 0_u64), |(part, whole), (one, all)| {
        (part + u64::from(one), whole + u64::from(all))
    });
    let share = (part * 1_000).checked_div(whole).unwrap_or(1_000);
    u32::try_from(share).unwrap_or(u32::MAX)
}

/// The texts of an agent's cases as a script: their messages and answers, in the order of the cases.
#[must_use]
pub fn script(cases: &[Case]) -> Vec<Exchange> {
    let turns = || cases.iter().flat_map(|case| &case.turns);
    let mut users: Vec<String> = Vec::new();
    let mut assistants: Vec<String> = Vec::new();
    for turn in turns() {
        for message in &turn.input.history {
            match message.role {
                Speaker::User => users.push(message.content.text().into_owned()),
                Speaker::Assistant => assistants.push(message.content.text().into_owned()),
                Speaker::Tool => {}
            }
        }
        users.extend(turn.input.message.as_ref().map(|message| message.text().into_owned()));
        assistants.extend(answered(turn));
    }
    for side in [&mut users, &mut assistants] {
        side.retain(|text| !text.trim().is_empty());
    }
    if assistants.is_empty() {
        assistants.push("(an answer)".to_owned());
    }
    let answers = assistants.into_iter().cycle();
    users.into_iter().zip(answers).map(|(user, assistant)| Exchange { user, assistant }).collect()
}

fn answered(turn: &CaseTurn) -> Option<String> {
    turn.answer.as_ref().and_then(spoken)
}

/// Plays so many turns of a script, which is repeated with numbers when it is too short. Rows of the
/// gate that look into the message or ask a call are passed over: the state stays as it is.
///
/// # Errors
/// What keeps a turn from being assembled.
pub fn converse(
    agent: &Compiled,
    script: &[Exchange],
    turns: usize,
    find: Finder<'_>,
) -> Result<Conversation, Vec<Diagnostic>> {
    let (mut input, fetched) = neutral::input(agent);
    let options = Options { fetched, rows: Rows::OfState, ..Options::default() };
    let mut conversation = Conversation {
        agent: agent.agent.name.clone(),
        provider: String::new(),
        turns: Vec::with_capacity(turns),
    };
    let mut memo = Memo::default();
    let mut before: Option<(Manifest, String)> = None;
    for at in 0..turns {
        let Exchange { user, assistant } = exchange(script, at);
        input.message = Some(Content::Text(user.as_str().into()));
        input.now = Some(format!("2026-01-01T{:02}:{:02}:00Z", (at / 60) % 24, at % 60));
        input.memory.entries = vec![remembered(at, &user)];
        let Assembled::Call(assembly) = assemble(agent, &input, &options, find, &mut memo)? else {
            break;
        };
        let now = (assembly.manifest(), assembly.text());
        conversation.provider.clone_from(&now.0.provider);
        conversation.turns.push(round(at, agent, &now, before.as_ref()));
        before = Some(now);
        // The session keeps the cut.
        input.history_from = assembly.history_from();
        for (role, text) in [(Speaker::User, user), (Speaker::Assistant, assistant)] {
            input.history.push(Message { role, content: Content::Text(text.into()) });
        }
    }
    Ok(conversation)
}

/// The exchange of a turn. From the second round on texts are numbered, so that none is repeated.
fn exchange(script: &[Exchange], at: usize) -> Exchange {
    let size = script.len().max(1);
    let neutral =
        || Exchange { user: neutral::MESSAGE.to_owned(), assistant: "(an answer)".to_owned() };
    let found = script.get(at % size).cloned().unwrap_or_else(neutral);
    match at / size {
        0 => found,
        round => Exchange {
            user: format!("{} ({})", found.user, round + 1),
            assistant: format!("{} ({})", found.assistant, round + 1),
        },
    }
}

fn remembered(at: usize, text: &str) -> Map<String, Json> {
    let fields = [("kind", "semantic".to_owned()), ("text", format!("Turn {}: {text}", at + 1))];
    fields.into_iter().map(|(name, text)| (name.to_owned(), Json::String(text))).collect()
}

fn round(
    at: usize,
    agent: &Compiled,
    now: &(Manifest, String),
    before: Option<&(Manifest, String)>,
) -> Round {
    let (manifest, _) = now;
    let base = &agent.agent.model;
    let own = agent.agent.call(&manifest.call).map(|call| call.model.over(base));
    let tokenizer = agent.tokenizer(&manifest.provider, own.as_ref().unwrap_or(base));
    Round {
        turn: at + 1,
        call: manifest.call.clone(),
        tokens: manifest.tokens.total,
        text: manifest.tokens.text,
        cached_prefix: manifest.cached_prefix,
        common: before.map(|before| common(before, now, &tokenizer)),
        dropped: manifest
            .layers
            .iter()
            .filter(|layer| layer.kept.is_some())
            .filter_map(|layer| layer.dropped)
            .max()
            .unwrap_or_default(),
    }
}

/// The tokens of the text parts that two payloads begin with: whole parts as long as role and text are
/// the same, and of the first that differs what its text has in common, if its role is the same.
fn common(before: &(Manifest, String), after: &(Manifest, String), tokenizer: &Tokenizer) -> u32 {
    let parts = |side: &(Manifest, String)| {
        let all = side.0.parts.iter();
        let all = all.map(|part| (part.role, part.span));
        all.collect::<Vec<_>>()
    };
    let mut tokens = 0;
    for ((role, span), (other_role, other_span)) in parts(before).into_iter().zip(parts(after)) {
        if role != other_role {
            break;
        }
        let one = before.1.get(span[0]..span[1]).unwrap_or_default();
        let other = after.1.get(other_span[0]..other_span[1]).unwrap_or_default();
        if one == other {
            tokens += tokenizer.count(one);
            continue;
        }
        let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
        let length: usize = same.map(|(c, _)| c.len_utf8()).sum();
        tokens += tokenizer.count(one.get(..length).unwrap_or_default());
        break;
    }
    tokens
}
