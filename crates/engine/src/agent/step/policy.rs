//! Policies: what happens when the user does something else than what a step is for.
//!
//! Owns the words for what a message does, and what a flow says about each. It must never judge a
//! message: the model names what it does, and the engine follows the policy.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::agent::decode::Decoder;
use crate::agent::yaml::Node;

/// What a user's message does, as the model sees it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// It answers the step.
    Answer,
    /// It leads away from the step: a question, another topic.
    Digression,
    /// It asks what the step means.
    Clarification,
    /// Small talk.
    ChitChat,
    /// It corrects what was said in an earlier step.
    Correction,
    /// It ends the conversation.
    Cancel,
    /// It asks for a person.
    Handoff,
}

/// The words for what a message does.
pub const INTENTS: [(&str, Intent); 7] = [
    ("answer", Intent::Answer),
    ("digression", Intent::Digression),
    ("clarification", Intent::Clarification),
    ("chit_chat", Intent::ChitChat),
    ("correction", Intent::Correction),
    ("cancel", Intent::Cancel),
    ("handoff", Intent::Handoff),
];

impl Intent {
    /// The word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        INTENTS.iter().find(|(_, intent)| *intent == self).map_or("answer", |(word, _)| *word)
    }

    /// The intent of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        INTENTS.iter().find(|(known, _)| *known == word).map(|(_, intent)| *intent)
    }
}

/// What a flow does about each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policies {
    /// How many digressions a step bears before they count as answers in vain.
    pub digression: u32,
    /// The same of questions about the step.
    pub clarification: u32,
    /// The same of small talk.
    pub chit_chat: u32,
    /// Whether a value of an earlier step may be corrected.
    pub correction: bool,
    /// Whether the user can end the flow.
    pub cancel: bool,
    /// Whether the user can ask for a person.
    pub handoff: bool,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            digression: 3,
            clarification: 2,
            chit_chat: 2,
            correction: true,
            cancel: true,
            handoff: true,
        }
    }
}

impl Policies {
    /// How many messages of a kind a step bears; none for what is no aside. Corrections are borne like
    /// digressions.
    #[must_use]
    pub fn bears(&self, intent: Intent) -> Option<u32> {
        match intent {
            Intent::Digression => Some(self.digression),
            Intent::Clarification => Some(self.clarification),
            Intent::ChitChat => Some(self.chit_chat),
            Intent::Correction => Some(self.digression),
            Intent::Answer | Intent::Cancel | Intent::Handoff => None,
        }
    }
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Policies {
    let mut policies = Policies::default();
    let Some(mut fields) = decoder.fields(node, "`policies`") else {
        return policies;
    };
    for (key, value) in [
        ("digression", &mut policies.digression),
        ("clarification", &mut policies.clarification),
        ("chit_chat", &mut policies.chit_chat),
    ] {
        if let Some(given) = fields.integer(decoder, key, 0) {
            *value = given;
        }
    }
    for (key, words, value) in [
        ("correction", [("accept", true), ("refuse", false)], &mut policies.correction),
        ("cancel", [("stop", true), ("stay", false)], &mut policies.cancel),
        ("handoff", [("handoff", true), ("stay", false)], &mut policies.handoff),
    ] {
        if let Some(given) = fields.get(key).and_then(|node| decoder.choice(node, &words)) {
            *value = given;
        }
    }
    fields.finish(decoder);
    policies
}
