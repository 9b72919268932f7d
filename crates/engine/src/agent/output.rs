//! The output protocol: the form of what is said, and what is never said.
//!
//! Owns the rules as their author switches them on; each is off until it is. It must never look at an
//! answer: that is for `turn::enforce`.

use crate::agent::decode::{Decoder, Fields, Located, Text};
use crate::agent::yaml::{Node, Value};
use crate::diagnostic::Span;

/// The fewest letters and digits of a canary: a shorter one could be said by accident.
const SHORTEST_CANARY: usize = 8;

/// The rules of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// Where they begin.
    pub span: Span,
    /// Whether something must be said. A blank message is left out then.
    pub messages: bool,
    /// Whether each sentence is a message.
    pub sentences: bool,
    /// Whether the full stop at the end of a message is left out.
    pub periods: bool,
    /// Whether a web address is a message of its own.
    pub addresses: bool,
    /// How a script is said.
    pub scripts: Scripts,
    /// How unlike the last messages a message must be.
    pub repeat: Option<Repeat>,
    /// How many questions may be asked at most.
    pub questions: Option<u32>,
    /// What is not spoken of.
    pub forbid: Vec<Topic>,
    /// Whether only amounts of the configuration may be named.
    pub prices: bool,
    /// Which promises are not made.
    pub promises: Option<Promises>,
    /// What of the instructions may not be said.
    pub leaks: Option<Leaks>,
    /// The rules whose violation is never shown.
    pub refuse: Vec<Located<Rule>>,
    /// What is said in place of an answer that is refused, a template.
    pub say: Option<Text>,
}

/// How a script is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scripts {
    /// As the model words it.
    #[default]
    Free,
    /// As it stands.
    Exact,
    /// As it stands, or in another language.
    Faithful,
}

/// How unlike the last messages a message must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repeat {
    /// So many first words may not be the same.
    pub words: Option<u32>,
    /// The likeness that may not be exceeded, in percent.
    pub similarity: Option<u32>,
}

/// Something that is not spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Where it is declared.
    pub span: Span,
    /// Its name, in the words in which the model is told.
    pub topic: Text,
    /// Phrases, any of which speaks of it, as whole words.
    pub phrases: Vec<Text>,
    /// Regular expressions over normal text.
    pub regex: Vec<Text>,
    /// Phrases that take a match back.
    pub unless: Vec<Text>,
    /// What is said in place of an answer that speaks of it again, a template.
    pub say: Option<Text>,
}

/// Promises that are not made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Promises {
    /// Whether the standard ones are meant too.
    pub standard: bool,
    /// Phrases that promise.
    pub phrases: Vec<Text>,
    /// Regular expressions over normal text.
    pub regex: Vec<Text>,
    /// Phrases that take a match back.
    pub unless: Vec<Text>,
}

/// What of the instructions may not be said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaks {
    /// So many words of the instructions in a row are a leak.
    pub words: Option<u32>,
    /// Words that were put into prompts so that they show where these leak.
    pub canaries: Vec<Text>,
}

/// A rule whose violation cannot be repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Something must be said.
    Messages,
    /// Scripts are said as they stand.
    Scripts,
    /// Nothing is said twice.
    Repeat,
    /// Not too many questions.
    Questions,
    /// Topics.
    Forbid,
    /// Amounts.
    Prices,
    /// Promises.
    Promises,
    /// Leaks.
    Leaks,
}

/// The words for rules, as they are the keys of the file.
pub const RULES: [(&str, Rule); 8] = [
    ("messages", Rule::Messages),
    ("scripts", Rule::Scripts),
    ("repeat", Rule::Repeat),
    ("questions", Rule::Questions),
    ("forbid", Rule::Forbid),
    ("prices", Rule::Prices),
    ("promises", Rule::Promises),
    ("leaks", Rule::Leaks),
];

impl Rule {
    /// The key of the rule.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        RULES.iter().find(|(_, rule)| *rule == self).map_or("", |(word, _)| *word)
    }
}

impl Output {
    /// Whether a rule is switched on.
    #[must_use]
    pub fn has(&self, rule: Rule) -> bool {
        match rule {
            Rule::Messages => self.messages,
            Rule::Scripts => self.scripts != Scripts::Free,
            Rule::Repeat => self.repeat.is_some_and(|repeat| repeat != Repeat::default()),
            Rule::Questions => self.questions.is_some(),
            Rule::Forbid => !self.forbid.is_empty(),
            Rule::Prices => self.prices,
            Rule::Promises => self.promises.is_some(),
            Rule::Leaks => self.leaks.is_some(),
        }
    }
}

pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Output> {
    let mut fields = decoder.fields(node, "`output`")?;
    let span = fields.span.clone();
    let mut word = |fields: &mut Fields<'_>, key, on, off| {
        let node = fields.get(key);
        node.and_then(|node| decoder.choice(node, &[(on, true), (off, false)])).unwrap_or_default()
    };
    let messages = word(&mut fields, "messages", "required", "free");
    let sentences = word(&mut fields, "sentences", "split", "free");
    let periods = word(&mut fields, "periods", "drop", "keep");
    let addresses = word(&mut fields, "addresses", "own", "free");
    let prices = word(&mut fields, "prices", "config", "free");
    let ways =
        [("exact", Scripts::Exact), ("faithful", Scripts::Faithful), ("free", Scripts::Free)];
    let output = Output {
        span,
        messages,
        sentences,
        periods,
        addresses,
        scripts: fields
            .get("scripts")
            .and_then(|node| decoder.choice(node, &ways))
            .unwrap_or_default(),
        repeat: fields.get("repeat").and_then(|node| decode_repeat(decoder, node)),
        questions: fields.get("questions").and_then(|node| decode_questions(decoder, node)),
        forbid: fields.get("forbid").map(|node| decode_topics(decoder, node)).unwrap_or_default(),
        prices,
        promises: fields.get("promises").and_then(|node| decode_promises(decoder, node)),
        leaks: fields.get("leaks").and_then(|node| decode_leaks(decoder, node)),
        refuse: fields.get("refuse").map(|node| decode_refuse(decoder, node)).unwrap_or_default(),
        say: fields.text(decoder, "say"),
    };
    fields.finish(decoder);
    check(decoder, &output);
    Some(output)
}

/// What is refused must be replaced by something: nobody is left without an answer.
fn check(decoder: &mut Decoder, output: &Output) {
    for refused in &output.refuse {
        let covered = refused.value == Rule::Forbid
            && !output.forbid.is_empty()
            && output.forbid.iter().all(|topic| topic.say.is_some());
        if output.say.is_none() && !covered {
            let message = "nothing is said in place of an answer that is refused";
            let help = "Add `say:` with the sentence that the user reads then.";
            decoder.error_with("output.say", &refused.span, message, help);
            break;
        }
    }
    if let Some(say) = output.say.as_ref().filter(|_| output.refuse.is_empty()) {
        let message = "this is never said: no rule refuses an answer";
        let help = "Add `refuse:` with the rules whose violation is never shown, or remove `say`.";
        decoder.error_with("output.say", &say.span, message, help);
    }
    let says = output.forbid.iter().filter_map(|topic| topic.say.as_ref()).chain(&output.say);
    for say in says.filter(|say| say.value.trim().is_empty()) {
        let message = "a blank text is said in place of an answer";
        decoder.error_with("output.say", &say.span, message, "Write what the user reads then.");
    }
}

fn decode_repeat(decoder: &mut Decoder, node: &Node) -> Option<Repeat> {
    let mut fields = decoder.fields(node, "`repeat`")?;
    let words = fields.integer(decoder, "words", 1);
    let similarity = fields.get("similarity").and_then(|node| {
        let percent = decoder.integer(node, 1)?;
        if percent > 100 {
            let message = "a likeness is at most 100 percent";
            let help = "Write a whole number from 1 to 100, such as 80.";
            decoder.error_with("format.range", &node.span, message, help);
            return None;
        }
        Some(percent)
    });
    fields.finish(decoder);
    Some(Repeat { words, similarity })
}

fn decode_questions(decoder: &mut Decoder, node: &Node) -> Option<u32> {
    let mut fields = decoder.fields(node, "`questions`")?;
    let max = fields.need(decoder, "max").and_then(|node| decoder.integer(node, 0));
    fields.finish(decoder);
    max
}

fn decode_topics(decoder: &mut Decoder, node: &Node) -> Vec<Topic> {
    let items = decoder.list(node).unwrap_or_default();
    items.iter().filter_map(|item| decode_topic(decoder, item)).collect()
}

fn decode_topic(decoder: &mut Decoder, node: &Node) -> Option<Topic> {
    let mut fields = decoder.fields(node, "a forbidden topic")?;
    let span = fields.span.clone();
    let topic = fields.need(decoder, "topic").and_then(|node| decoder.text(node));
    let (phrases, regex, unless) = decode_search(decoder, &mut fields);
    let say = fields.text(decoder, "say");
    fields.finish(decoder);
    let topic = Topic { span, topic: topic?, phrases, regex, unless, say };
    if topic.topic.value.trim().is_empty() {
        let message = "the topic has no name";
        let help = "Name it as the model is to be told: `topic: competitors`.";
        decoder.error_with("output.forbid", &topic.topic.span, message, help);
    }
    if topic.phrases.is_empty() && topic.regex.is_empty() {
        let message = format!("nothing tells when an answer speaks of `{}`", topic.topic.value);
        let help = "Add `phrases` or `regex`.";
        decoder.error_with("output.forbid", &topic.span, message, help);
    }
    Some(topic)
}

/// `promises: standard`, or a mapping.
fn decode_promises(decoder: &mut Decoder, node: &Node) -> Option<Promises> {
    if let Value::Text(_) = node.value {
        let standard = decoder.choice(node, &[("standard", true), ("free", false)])?;
        return standard.then(|| Promises { standard, ..Promises::default() });
    }
    let mut fields = decoder.fields(node, "`promises`")?;
    let standard = fields.flag(decoder, "standard");
    let (phrases, regex, unless) = decode_search(decoder, &mut fields);
    let span = fields.span.clone();
    fields.finish(decoder);
    if !standard && phrases.is_empty() && regex.is_empty() {
        let message = "nothing tells what a promise is";
        let help = "Add `standard: true`, `phrases` or `regex`.";
        decoder.error_with("output.forbid", &span, message, help);
    }
    Some(Promises { standard, phrases, regex, unless })
}

fn decode_search(
    decoder: &mut Decoder,
    fields: &mut Fields<'_>,
) -> (Vec<Text>, Vec<Text>, Vec<Text>) {
    let phrases = fields.texts(decoder, "phrases");
    let regex = match fields.get("regex") {
        Some(one) if matches!(one.value, Value::Text(_)) => decoder.text(one).into_iter().collect(),
        Some(many) => decoder.texts(many),
        None => Vec::new(),
    };
    let unless = fields.texts(decoder, "unless");
    (phrases, regex, unless)
}

/// `leaks: 12`, or a mapping.
fn decode_leaks(decoder: &mut Decoder, node: &Node) -> Option<Leaks> {
    if let Value::Number(..) = node.value {
        let words = decoder.integer(node, 4)?;
        return Some(Leaks { words: Some(words), canaries: Vec::new() });
    }
    let mut fields = decoder.fields(node, "`leaks`")?;
    let words = fields.integer(decoder, "words", 4);
    let canaries = fields.texts(decoder, "canaries");
    fields.finish(decoder);
    for canary in &canaries {
        let length = canary.value.chars().filter(|c| c.is_alphanumeric()).count();
        if length < SHORTEST_CANARY {
            let message = format!("`{}` could be said by accident", canary.value);
            let help = format!("Use at least {SHORTEST_CANARY} letters and digits.");
            decoder.error_with("output.canary", &canary.span, message, help);
        }
    }
    Some(Leaks { words, canaries })
}

fn decode_refuse(decoder: &mut Decoder, node: &Node) -> Vec<Located<Rule>> {
    let mut refused = Vec::new();
    for item in decoder.list(node).unwrap_or_default() {
        let rule = decoder.choice(item, &RULES);
        refused.extend(rule.map(|value| Located { value, span: item.span.clone() }));
    }
    refused
}
