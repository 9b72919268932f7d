//! The output protocol: what is said, in the form in which it is shown.
//!
//! Owns the order of the rules. What can be repaired without a doubt is repaired (`pieces`); what cannot
//! is told in a sentence for the model that is asked again, one rule a file: `empty`, `script`,
//! `repeat`, `question`, `topic`, `price`, `promise`, `leak` (with `given`, what may leak, and `instructions`, its
//! index). `sayable` has what may be said all the same. Messages are taken one at a time, so that a stream is held to the same as a whole answer. It must never ask again, and never leave a user without
//! an answer: that something is not shown has to be said by the rule, together with what is said instead.

mod empty;
pub mod given;
pub mod instructions;
mod leak;
mod pieces;
mod price;
mod promise;
mod question;
mod repeat;
pub mod sayable;
mod script;
mod topic;

use std::sync::Arc;

use serde_json::Value as Json;

use crate::agent::output::Rule;
use crate::check::output::OutputProgram;
use crate::check::reader;
use crate::diagnostic::Diagnostic;
use crate::text::normal::normal;
use crate::text::phrases::Seen;
use crate::text::template::{Limits, Template};
use crate::turn::compose::material::ConfigScope;
use crate::turn::enforce::output::instructions::Instructions;
use crate::turn::enforce::output::sayable::Sayable;
use crate::turn::read::answer::{Liberty, Problem};
use crate::turn::scope::NOWHERE;

/// What an answer is held against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// What the assistant said last: the messages behind the last one of the user, in order.
    pub last: &'a [&'a str],
    /// What the configuration of the turn lets an answer say.
    pub sayable: &'a Arc<Sayable>,
    /// The texts that the model was given to obey, where leaks of them are looked for: the channels
    /// `instructions`, `system` and `developer`, the core among them; [`given::prompts`] finds them in an
    /// assembly.
    pub instructions: Option<&'a Arc<Instructions>>,
    /// Texts that stand in the prompts to be said: all rendered scripts of the step, where leaks are looked
    /// for.
    pub scripts: &'a Arc<[String]>,
}

/// The script that an answer names.
#[derive(Clone, Copy, Debug)]
pub struct Script<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether the model may word it.
    pub free: bool,
    /// Its rendered texts, of which one is said.
    pub texts: &'a [String],
}

/// How an answer ends.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ending<'a> {
    /// The script that it names.
    pub script: Option<Script<'a>>,
    /// Whether the engine says something in this turn too, so that the model may be silent.
    pub engine_speaks: bool,
}

/// An answer as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// Its messages.
    pub messages: &'a [String],
    /// What it is held against.
    pub against: Against<'a>,
    /// How it ends.
    pub ending: Ending<'a>,
}

/// What became of an answer, or of one of its messages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formed {
    /// The messages as they may be shown.
    pub messages: Vec<String>,
    /// What was changed.
    pub repairs: Vec<Liberty>,
    /// What cannot be changed, each in a sentence for the model that is asked again.
    pub violations: Vec<Problem>,
}

/// What is said in place of an answer that still breaks a rule whose violation is never shown.
#[derive(Clone, Copy, Debug)]
pub struct Instead<'a> {
    /// The rule.
    pub rule: Rule,
    /// The text.
    pub say: &'a Template,
}

impl Instead<'_> {
    /// The text as the user reads it.
    ///
    /// # Errors
    /// A template that could not be rendered.
    pub fn text(&self, config: &Json) -> Result<String, Diagnostic> {
        let rendered = self.say.render(&ConfigScope(config), NOWHERE, &Limits::DEFAULT);
        rendered.map(|rendered| rendered.text).map_err(|problem| reader::finding(&problem))
    }
}

/// Brings a whole answer into its form.
#[must_use]
pub fn form<'a>(rules: &'a OutputProgram, said: Said<'_>) -> (Formed, Option<Instead<'a>>) {
    let mut former = Former::new(rules, &said.against);
    let mut whole = Formed::default();
    for message in said.messages {
        let one = former.feed(message);
        whole.messages.extend(one.messages);
        whole.repairs.extend(one.repairs);
        whole.violations.extend(one.violations);
    }
    whole.violations.extend(former.finish(&said.ending));
    (whole, former.instead())
}

/// Brings an answer into its form, message by message.
#[derive(Debug)]
pub struct Former<'a> {
    rules: &'a OutputProgram,
    /// How many messages were fed.
    fed: usize,
    /// What may be shown, each with the place of its message in the answer.
    shown: Vec<(usize, String)>,
    repeat: repeat::Watch,
    questions: question::Watch,
    sayable: Arc<Sayable>,
    leaks: Option<leak::Watch>,
    instead: Option<Instead<'a>>,
    /// Whether that is what a topic says of its own.
    own: bool,
}

impl<'a> Former<'a> {
    /// Begins an answer.
    #[must_use]
    pub fn new(rules: &'a OutputProgram, against: &Against<'_>) -> Self {
        let declared = &rules.rules;
        let leaks = declared.leaks.as_ref();
        Self {
            rules,
            fed: 0,
            shown: Vec::new(),
            repeat: repeat::Watch::new(declared, against.last),
            questions: question::Watch::default(),
            sayable: Arc::clone(against.sayable),
            leaks: leaks
                .zip(against.instructions)
                .map(|(leaks, instructions)| leak::Watch::new(leaks, instructions, against)),
            instead: None,
            own: false,
        }
    }

    /// Takes the next message of the answer. What is given back may be shown when nothing is violated.
    pub fn feed(&mut self, message: &str) -> Formed {
        let pointer = format!("/messages/{}", self.fed);
        let declared = &self.rules.rules;
        let mut formed = Formed::default();
        formed.messages = pieces::pieces(declared, message, &pointer, &mut formed.repairs);
        let mut found: Vec<(Rule, Option<&'a Template>, Problem)> = Vec::new();
        let mut tell = |rule, say, code, message| {
            found.push((rule, say, Problem { code, pointer: pointer.clone(), message }));
        };
        for sentence in self.repeat.look(declared, &formed.messages) {
            tell(Rule::Repeat, None, "output.repeat", sentence);
        }
        if let Some(sentence) = self.questions.look(declared, message) {
            tell(Rule::Questions, None, "output.question", sentence);
        }
        let normal = normal(message);
        let seen = Seen::of(&normal);
        for (sentence, say) in topic::look(self.rules, &seen) {
            tell(Rule::Forbid, say, "output.topic", sentence);
        }
        if let Some(sentence) = price::look(declared, &self.sayable, &normal) {
            tell(Rule::Prices, None, "output.price", sentence);
        }
        if let Some(sentence) = promise::look(self.rules, &self.sayable, &seen) {
            tell(Rule::Promises, None, "output.promise", sentence);
        }
        if let Some(leaks) = &mut self.leaks {
            for sentence in leaks.look(message, &normal) {
                tell(Rule::Leaks, None, "output.leak", sentence);
            }
        }
        for (rule, say, problem) in found {
            self.note(rule, say);
            formed.violations.push(problem);
        }
        self.shown.extend(formed.messages.iter().map(|shown| (self.fed, shown.clone())));
        self.fed += 1;
        formed
    }

    /// What only the end of an answer shows.
    pub fn finish(&mut self, ending: &Ending<'_>) -> Vec<Problem> {
        let declared = &self.rules.rules;
        let mut violations = Vec::new();
        if let Some(message) = empty::look(declared, &self.shown, ending) {
            let pointer = "/messages".to_owned();
            violations.push(Problem { code: "output.empty", pointer, message });
            self.note(Rule::Messages, None);
        }
        if let Some((at, message)) = script::look(declared, &self.shown, ending.script.as_ref()) {
            let pointer = format!("/messages/{at}");
            violations.push(Problem { code: "output.script", pointer, message });
            self.note(Rule::Scripts, None);
        }
        violations
    }

    /// What is said in place of the answer, when it still is what it is after the model was asked
    /// again: none, where it is shown all the same.
    #[must_use]
    pub fn instead(&self) -> Option<Instead<'a>> {
        self.instead
    }

    /// Notes a violation: the first topic with words of its own has the say, else the first rule that
    /// refuses.
    fn note(&mut self, rule: Rule, own: Option<&'a Template>) {
        let shared = self.rules.say.as_ref().filter(|_| self.rules.refuses(rule));
        match own {
            Some(say) if !self.own => {
                (self.instead, self.own) = (Some(Instead { rule, say }), true);
            }
            Some(_) => {}
            None => {
                self.instead = self.instead.or(shared.map(|say| Instead { rule, say }));
            }
        }
    }
}

/// The beginning of a text, short enough for a sentence about it.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("“{}…”", text.get(..at).unwrap_or_default().trim_end()),
        None => format!("“{text}”"),
    }
}
