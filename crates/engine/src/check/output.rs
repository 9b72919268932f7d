//! The output protocol of a call, ready to be held against answers.
//!
//! Owns how its phrases, regular expressions and templates are read, and which rules hold in which call.
//! It must never look at an answer.

use std::collections::BTreeSet;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use crate::agent::Agent;
use crate::agent::call::Call;
use crate::agent::decode::Text;
use crate::agent::output::{Output, Rule};
use crate::check::reader::{self, Reader};
use crate::diagnostic::Diagnostic;
use crate::text::normal::normal;
use crate::text::phrases::{Phrases, Seen};
use crate::text::said::promises::{Granted, standard};
use crate::text::said::search::Search;
use crate::text::template::Template;

/// The largest compiled regular expression, in bytes.
const MAX_REGEX: usize = 1 << 20;

/// The rules of a call, read.
#[derive(Clone, Debug)]
pub struct OutputProgram {
    /// As they are declared.
    pub rules: Output,
    /// What speaks of each topic, and what is said instead.
    pub topics: Vec<(Search, Option<Template>)>,
    /// What promises, beside the standard.
    pub promises: Search,
    /// What is said in place of an answer that is refused.
    pub say: Option<Template>,
}

impl OutputProgram {
    /// Whether an answer that still breaks a rule is not shown.
    #[must_use]
    pub fn refuses(&self, rule: Rule) -> bool {
        self.rules.refuse.iter().any(|refused| refused.value == rule)
    }
}

impl OutputProgram {
    /// The first promise in a text that is not granted: what it promises, and its words.
    #[must_use]
    pub fn promised<'t>(
        &self,
        granted: &Granted,
        seen: &'t Seen<'_>,
    ) -> Option<(&'static str, &'t str)> {
        let promises = self.rules.promises.as_ref()?;
        let text = seen.normal();
        let own = self.promises.matches(seen).into_iter().map(|range| ("something", range));
        let shared = if promises.standard { standard(text) } else { Vec::new() };
        let mut found: Vec<(&'static str, Range<usize>)> = own.chain(shared).collect();
        found.sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
        // What was found in the configuration once need not be looked for again.
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for (kind, range) in found {
            let words = text.get(range).unwrap_or_default();
            if known.insert(words) && !granted.has(words) {
                return Some((kind, words));
            }
        }
        None
    }
}

/// The rules that hold in a call: its own, or the agent's where the user reads what it says. An
/// isolated call has none but its own: what it says in a crisis is not held up by a matter of form.
#[must_use]
pub fn of_call<'a>(agent: &'a Agent, call: &'a Call) -> Option<&'a Output> {
    let shared = agent.output.as_ref().filter(|_| call.run.replies() && !call.isolated);
    call.output.as_ref().or(shared)
}

/// Reads the rules of a call. What is wrong with the agent's own is told with the call `reply` alone.
pub(super) fn compile(
    reader: &mut Reader<'_>,
    agent: &Agent,
    call: &Call,
) -> Option<OutputProgram> {
    let rules = of_call(agent, call)?;
    let told = reader.findings.len();
    let topics = rules.forbid.iter().map(|topic| {
        let search = search(reader, &topic.phrases, &topic.regex, &topic.unless);
        (search, template(reader, topic.say.as_ref()))
    });
    let topics = topics.collect();
    let promises = match &rules.promises {
        Some(own) => search(reader, &own.phrases, &own.regex, &own.unless),
        None => Search::default(),
    };
    let say = template(reader, rules.say.as_ref());
    if call.output.is_none() && call.name != "reply" {
        reader.findings.truncate(told);
    }
    Some(OutputProgram { rules: rules.clone(), topics, promises, say })
}

fn template(reader: &mut Reader<'_>, text: Option<&Text>) -> Option<Template> {
    text.and_then(|text| reader.template(text, reader::OUTPUT, None))
}

fn search(reader: &mut Reader<'_>, phrases: &[Text], regex: &[Text], unless: &[Text]) -> Search {
    Search {
        phrases: set(reader, phrases),
        regex: regex.iter().filter_map(|text| expression(reader, text)).collect(),
        unless: set(reader, unless),
    }
}

fn set(reader: &mut Reader<'_>, texts: &[Text]) -> Option<Phrases> {
    for text in texts.iter().filter(|text| normal(&text.value).is_empty()) {
        let message = "this phrase has no letters that could match";
        let finding = Diagnostic::error("output.forbid", message).at(&text.span);
        reader.findings.push(finding.help("Remove it."));
    }
    let words: Vec<String> = texts.iter().map(|text| text.value.clone()).collect();
    // Building fails for gigabytes of phrases only, and a file has four megabytes at most.
    Phrases::new(&words).ok().filter(|_| !words.is_empty())
}

fn expression(reader: &mut Reader<'_>, text: &Text) -> Option<Regex> {
    let (message, help) = match RegexBuilder::new(&text.value).size_limit(MAX_REGEX).build() {
        Ok(found) if !found.is_match("") => return Some(found),
        Ok(_) => (
            "this regular expression matches every text".to_owned(),
            "Something in it must be required.",
        ),
        Err(error) => (
            format!(
                "this is not a regular expression: {}",
                error.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ")
            ),
            "Look-around and back-references are not supported: matching takes linear time.",
        ),
    };
    reader.findings.push(Diagnostic::error("output.regex", message).at(&text.span).help(help));
    None
}
