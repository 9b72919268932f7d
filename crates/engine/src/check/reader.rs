//! Reads every expression and template of an agent, once.
//!
//! Owns the step from an author's text to its parsed form, with every problem told at its place in
//! the author's file, and the rule of which names may stand where. It must never evaluate anything.

use serde_json::Value as Json;

use crate::agent::Agent;
use crate::agent::decode::{Located, Text};
use crate::agent::flow;
use crate::agent::name::ROOTS;
use crate::agent::prompt::Prompt;
use crate::diagnostic::{Diagnostic, Edit, Fix, Span, nearest};
use crate::text::pattern::Pattern;
use crate::text::template::{Expr, Name, Problem, Step, Template};

/// Which names may stand in a certain place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// What the place is called in messages.
    pub what: &'static str,
    /// The roots that are there.
    pub roots: &'static [&'static str],
    /// Whether state keys are seen by their bare names.
    pub state: bool,
}

const TURN: [&str; 9] =
    ["state", "before", "input", "config", "message", "history", "memory", "slots", "now"];

/// Conditions and sources: everything of the turn.
pub(crate) const CONDITION: Place = Place { what: "a condition", roots: &TURN, state: true };

/// What a gate row writes when it does not ask a call.
pub(crate) const SETTING: Place = Place { what: "a gate row's value", roots: &TURN, state: true };

/// What a gate row writes when it asks a call.
pub(crate) const ANSWERED: Place = Place {
    what: "a gate row's value",
    roots: &[
        "answer", "state", "before", "input", "config", "message", "history", "memory", "slots",
        "now",
    ],
    state: true,
};

/// Where a context key comes from.
pub(crate) const SOURCE: Place =
    Place { what: "a context key's source", roots: &TURN, state: true };

/// Which items of a context key are kept.
pub(crate) const ITEM: Place = Place {
    what: "an item of a context key",
    roots: &[
        "item", "state", "before", "input", "config", "message", "history", "memory", "slots",
        "now",
    ],
    state: true,
};

/// How one item of a context key is rendered.
pub(crate) const EACH: Place =
    Place { what: "an item of a context key", roots: &["item", "config"], state: false };

/// Whether an action is allowed.
pub(crate) const ALLOW: Place = Place {
    what: "an action's condition",
    roots: &[
        "params", "state", "before", "input", "config", "message", "history", "memory", "slots",
        "now",
    ],
    state: true,
};

/// What an action does.
pub(crate) const EFFECT: Place = Place {
    what: "an effect",
    roots: &[
        "params", "item", "new_id", "state", "before", "input", "config", "message", "history",
        "memory", "slots", "now",
    ],
    state: true,
};

/// The header of a layer: the same in every turn.
pub(crate) const HEADER: Place =
    Place { what: "a layer's header", roots: &["config"], state: false };

/// What is said in place of an answer: it must come out whatever the turn holds.
pub(crate) const OUTPUT: Place =
    Place { what: "what is said in place of an answer", roots: &["config"], state: false };

/// What the texts of a step may see, beside the context keys that it declares.
pub(crate) const STEP: Place =
    Place { what: "a step", roots: &["config", "now", "slots"], state: false };

/// The text of a prompt, beside the context keys that it declares.
pub(crate) const BODY: Place = Place { what: "a prompt", roots: &["config", "now"], state: false };

/// The body of a prompt of the core. That it may not tell the time has a finding of its own.
pub(crate) const CORE: Place = Place { what: "the core", ..BODY };

/// Which of the roots that are large, and costly to show, expressions look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sees {
    /// `memory`.
    pub memory: bool,
    /// `history`.
    pub history: bool,
}

impl Sees {
    /// Notes a name that an expression looks at.
    pub(crate) fn note(&mut self, name: &str) {
        self.memory |= name == "memory";
        self.history |= name == "history";
    }
}

/// The reader of one agent's texts.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    agent: &'a Agent,
    pub findings: Vec<Diagnostic>,
    /// What the texts read so far look at.
    pub sees: Sees,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(agent: &'a Agent) -> Self {
        Self { agent, findings: Vec::new(), sees: Sees::default() }
    }

    /// Reads an expression.
    pub(crate) fn expr(&mut self, text: &Text, place: Place) -> Option<Expr> {
        match Expr::parse(&text.value) {
            Ok(expr) => {
                self.check_names(&expr.names(), text, place, None);
                Some(expr)
            }
            Err(problems) => {
                self.tell(&problems, text);
                None
            }
        }
    }

    /// Reads an optional expression.
    pub(crate) fn condition(&mut self, text: Option<&Text>, place: Place) -> Option<Expr> {
        text.and_then(|text| self.expr(text, place))
    }

    /// Reads a template, of a prompt or of the agent. Those of a prompt see the context keys that it
    /// declares.
    pub(crate) fn template(
        &mut self,
        text: &Text,
        place: Place,
        prompt: Option<&Prompt>,
    ) -> Option<Template> {
        match Template::parse(&text.value) {
            Ok(template) => {
                self.check_names(&template.names(), text, place, prompt);
                Some(template)
            }
            Err(problems) => {
                self.tell(&problems, text);
                None
            }
        }
    }

    /// Reads a value with templates in it.
    pub(crate) fn pattern(&mut self, value: &Located<Json>, place: Place) -> Option<Pattern> {
        match Pattern::parse(&value.value) {
            Ok(pattern) => {
                for name in pattern.names() {
                    self.sees.note(name.name);
                    if !self.is_known(name.name, place, None) {
                        let finding = self.unknown(name.name, None, place, None);
                        self.findings.push(finding.at(&value.span));
                    }
                }
                Some(pattern)
            }
            Err(problems) => {
                for problem in problems {
                    self.findings.push(finding(&problem).at(&value.span));
                }
                None
            }
        }
    }

    fn check_names(
        &mut self,
        names: &[Name<'_>],
        text: &Text,
        place: Place,
        prompt: Option<&Prompt>,
    ) {
        for name in names {
            self.sees.note(name.name);
            if !self.is_known(name.name, place, prompt) {
                let word = inside(text, &(name.range.start..name.range.start + name.name.len()));
                let finding = self.unknown(name.name, Some(&word), place, prompt);
                self.findings.push(finding.at(&inside(text, &name.range)));
            }
        }
    }

    fn is_known(&self, name: &str, place: Place, prompt: Option<&Prompt>) -> bool {
        place.roots.contains(&name)
            || prompt.is_some_and(|prompt| prompt.context_names().has(name))
            || (place.state && (self.agent.state_key(name).is_some() || self.is_of_flow(name)))
    }

    /// Whether the engine keeps a flow's position under this name.
    fn is_of_flow(&self, name: &str) -> bool {
        self.agent.flow.is_some() && flow::KEYS.contains(&name)
    }

    /// That a name is not there, without a place; `word` is where it stands by itself.
    fn unknown(
        &self,
        name: &str,
        word: Option<&Span>,
        place: Place,
        prompt: Option<&Prompt>,
    ) -> Diagnostic {
        let message = format!("{} cannot see `{name}`", place.what);
        let mut finding = Diagnostic::error("expression.unknown-name", message);
        if place.what == CORE.what {
            return finding.help("It sees `config` only. Say this in another layer.");
        }
        finding.span = word.cloned();
        if [BODY.what, STEP.what].contains(&place.what) {
            return self.undeclared(finding, name, prompt);
        }
        let state = if place.state { self.agent.state.as_slice() } else { &[] };
        let known = state.iter().map(|key| key.name.as_str());
        finding.slip(name, known.chain(place.roots.iter().copied()))
    }

    /// What to do about a name that a prompt uses and does not declare.
    fn undeclared(&self, finding: Diagnostic, name: &str, prompt: Option<&Prompt>) -> Diagnostic {
        let names = prompt.map(Prompt::context_names);
        if self.agent.context_key(name).is_some() {
            let add = names.and_then(|names| names.add(name));
            let fix = add.map(|edit| Fix::new(format!("Add `{name}` to `context`"), vec![edit]));
            return finding.help(format!("Add `{name}` to the prompt's `context`.")).fix(fix);
        }
        if ROOTS.contains(&name) || self.agent.state_key(name).is_some() || self.is_of_flow(name) {
            return finding.help(format!("Declare a context key `from: {name}` and use that."));
        }
        let all = || self.agent.context.iter().map(|key| key.name.as_str());
        let mut finding = finding.slip(name, all()).or_help("Declare it under `context`.");
        // What is meant has to be declared too, or the next finding is that it is not.
        let near = nearest(name, all()).filter(|near| names.is_none_or(|names| !names.has(near)));
        if let (Some(near), Some(fix)) = (near, &mut finding.fix) {
            match names.and_then(|names| names.add(near)) {
                Some(edit) => fix.edits.insert(0, edit),
                None => finding.fix = None,
            }
        }
        finding
    }

    fn tell(&mut self, problems: &[Problem], text: &Text) {
        for problem in problems {
            let found = finding(problem).at(&inside(text, &problem.range));
            self.findings.push(found.fix(remedy(problem, text)));
        }
    }
}

/// A template's problem as a finding, without a place.
pub(crate) fn finding(problem: &Problem) -> Diagnostic {
    let found = Diagnostic::error(problem.code, problem.message.clone());
    match &problem.help {
        Some(help) => found.help(help.clone()),
        None => found,
    }
}

/// The remedy that a template's problem has, at its place in the file.
fn remedy(problem: &Problem, text: &Text) -> Option<Fix> {
    let (range, words) = problem.instead.as_ref()?;
    let place = inside(text, range);
    let exact = place.end.checked_sub(place.start) == Some(range.len());
    let title = match words.trim() {
        "" => "Remove it".to_owned(),
        words => format!("Write `{words}`"),
    };
    exact.then(|| Fix::new(title, vec![Edit::at(&place, words.clone())]))
}

/// Writes another word in place of a step of a name, of which the first is the name itself. None where
/// the name is not written with dots.
pub(crate) fn renamed(name: &Name<'_>, place: &Span, at: usize, word: &str) -> Option<Fix> {
    let key = |step: &Step<'_>| match step {
        Step::Key(key) => Some(key.len()),
        Step::Index(_) => None,
    };
    let mut lengths = vec![name.name.len()];
    lengths.extend(name.path.iter().map(key).collect::<Option<Vec<_>>>()?);
    let whole: usize = lengths.iter().sum::<usize>() + name.path.len();
    let fits = word.chars().all(|c| c.is_alphanumeric() || c == '_');
    if !fits || place.end.checked_sub(place.start) != Some(whole) {
        return None;
    }
    let start = place.start + lengths.iter().take(at).map(|length| length + 1).sum::<usize>();
    let end = start + lengths.get(at)?;
    Some(Fix::write(&Span { start, end, ..place.clone() }, word))
}

/// The place of some bytes of a text that was read from a file. Quotes of one character shift them by
/// one; where an escape or a folded block moved them further, the whole text is the place.
pub(crate) fn inside(text: &Text, range: &std::ops::Range<usize>) -> Span {
    let outer = &text.span;
    let written = outer.end - outer.start;
    let shift = match written.checked_sub(text.value.len()) {
        Some(0) => 0,
        Some(2) => 1,
        _ => return outer.clone(),
    };
    let Some(before) = text.value.get(..range.start) else {
        return outer.clone();
    };
    let breaks = before.matches('\n').count();
    let column = match before.rfind('\n') {
        Some(at) => before[at + 1..].chars().count() + 1,
        None => outer.column + shift + before.chars().count(),
    };
    Span {
        file: outer.file.clone(),
        start: outer.start + shift + range.start,
        end: outer.start + shift + range.end,
        line: outer.line + breaks,
        column,
    }
}
