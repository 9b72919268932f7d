//! The variables that the texts of a role may use.
//!
//! Owns their list, where each comes from, and their way into an agent: each is a context key of its
//! own, so that the manifest and the fences name it, and `{{ ticket.title }}` becomes
//! `{{ ticket_title }}`. All of them are optional: absent, they print nothing. It must never give a
//! variable a value.

use std::ops::Range;

use serde_json::{Value as Json, json};

use crate::agent::decode::Text;
use crate::check::reader;
use crate::diagnostic::{Diagnostic, suggestion};
use crate::role::read::Reading;
use crate::text::origin::SourceId;
use crate::text::template::{Limits, Name, Scope, Step, Template, Value};

/// A variable: `root.field`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Variable {
    root: &'static str,
    field: &'static str,
}

const fn variable(root: &'static str, field: &'static str) -> Variable {
    Variable { root, field }
}

/// The message of a chat.
pub(super) const MESSAGE: Variable = variable("chat", "message");

/// The time.
const TIMESTAMP: Variable = variable("global", "timestamp");

/// The tags of a ticket: the one that is a list when it is absent.
const TAGS: Variable = variable("ticket", "tags");

/// All of them.
const ALL: [Variable; 14] = [
    variable("ticket", "title"),
    variable("ticket", "description"),
    variable("ticket", "acceptance_criteria"),
    TAGS,
    variable("ticket", "source"),
    MESSAGE,
    variable("gate", "criteria"),
    variable("gate", "previous_output"),
    TIMESTAMP,
    variable("project", "name"),
    variable("git", "branch"),
    variable("git", "target_branch"),
    variable("context", "documents"),
    variable("context", "memory"),
];

impl Variable {
    /// Its context key.
    pub(super) fn key(self) -> String {
        format!("{}_{}", self.root, self.field)
    }

    /// Its name in a template.
    pub(super) fn dotted(self) -> String {
        format!("{}.{}", self.root, self.field)
    }

    /// The expression that gives its value.
    fn from(self) -> String {
        let given = format!("input.{}", self.dotted());
        match self {
            MESSAGE => format!("{given} | default(message)"),
            TIMESTAMP => format!("{given} | default(now)"),
            _ => given,
        }
    }

    /// Its declaration, as an agent's file would have it.
    pub(super) fn declared(self) -> Json {
        let about = format!("`{}` of the role's templates", self.dotted());
        json!({"type": "array", "from": self.from(), "description": about,
               "each": "{{ item }}", "empty": "", "default": []})
    }

    /// What it is when it is absent.
    pub(super) fn absent(self) -> Json {
        if self == TAGS { json!([]) } else { json!("") }
    }
}

/// Reads a text, tells everything that is wrong with it, and gives the variables that it uses, each
/// once, in order. `sealed` names a text that may use none.
pub(super) fn check(
    reading: &mut Reading<'_>,
    text: &Text,
    pointer: &str,
    sealed: Option<&str>,
) -> Vec<Variable> {
    let before = reading.findings.len();
    let template = match Template::parse(&text.value) {
        Ok(template) => template,
        Err(problems) => {
            for problem in &problems {
                let span = reading.inside(text, &problem.range);
                let finding = reader::finding(problem);
                let help = finding.help.clone().unwrap_or_else(|| "Mend the tag.".to_owned());
                reading.tell_at(finding, &span, pointer.to_owned(), help);
            }
            return Vec::new();
        }
    };
    let mut used = Vec::new();
    for name in template.names() {
        let told = match (find(&name), sealed) {
            (Some(variable), None) => {
                used.push(variable);
                continue;
            }
            (Some(variable), Some(what)) => {
                let message = format!("{what} cannot use `{}`", variable.dotted());
                (message, "It is the same for every task: use the variable in a template.".into())
            }
            (None, _) => (format!("there is no variable `{}`", shown(&name)), near(&name)),
        };
        let span = reading.inside(text, &name.range);
        let finding = Diagnostic::error("role.variable", told.0);
        reading.tell_at(finding, &span, pointer.to_owned(), told.1);
    }
    if reading.findings.len() == before {
        absent(reading, text, pointer, &template);
    }
    used.sort_unstable();
    used.dedup();
    used
}

/// Says where a text fails when nobody gives its variables, as a filter or a loop may.
fn absent(reading: &mut Reading<'_>, text: &Text, pointer: &str, template: &Template) {
    let mut roots = json!({});
    for variable in ALL {
        roots[variable.root][variable.field] = variable.absent();
    }
    if let Err(problem) = template.render(&Roots(&roots), SourceId(0), &Limits::DEFAULT) {
        let span = reading.inside(text, &problem.range);
        let message = format!("this fails where a variable is absent: {}", problem.message);
        let help = "Put it between {% if … %} and {% endif %}, with the variable as condition.";
        let finding = Diagnostic::warning("role.absent", message);
        reading.tell_at(finding, &span, pointer.to_owned(), help);
    }
}

/// The variables as the author names them.
struct Roots<'a>(&'a Json);

impl Scope for Roots<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        Some(Value::json(self.0.get(name)?, SourceId(0), true))
    }
}

/// The text with a context key in place of every variable, and the variables, each once. A text that
/// was not found right by [`check`] stays as it is.
pub(super) fn rewrite(text: &str) -> (String, Vec<Variable>) {
    let Ok(template) = Template::parse(text) else {
        return (text.to_owned(), Vec::new());
    };
    let (mut out, mut used, mut at) = (String::with_capacity(text.len()), Vec::new(), 0);
    for name in template.names() {
        let (Some(variable), Some(range)) = (find(&name), reach(text, &name)) else { continue };
        let Some(before) = text.get(at..range.start) else { continue };
        out.push_str(before);
        let key = variable.key();
        if name.guarded && name.path.len() == 1 {
            // `is defined` and `default` ask whether it was given; it always has a value.
            out.push_str(&format!("({key} if {key})"));
        } else {
            out.push_str(&key);
        }
        at = range.end;
        used.push(variable);
    }
    out.push_str(text.get(at..).unwrap_or_default());
    used.sort_unstable();
    used.dedup();
    (out, used)
}

fn find(name: &Name<'_>) -> Option<Variable> {
    let Some(Step::Key(field)) = name.path.first() else { return None };
    ALL.into_iter().find(|known| known.root == name.name && known.field == *field)
}

fn shown(name: &Name<'_>) -> String {
    let mut shown = name.name.to_owned();
    if let Some(Step::Key(field)) = name.path.first() {
        shown = format!("{shown}.{field}");
    }
    shown
}

/// What to do about a name that is no variable.
fn near(name: &Name<'_>) -> String {
    let listed = |names: &[String]| format!("Known here: {}.", names.join(", "));
    let of_root = ALL.iter().filter(|known| known.root == name.name);
    let of_root: Vec<String> = of_root.map(|known| known.dotted()).collect();
    if name.path.is_empty() && !of_root.is_empty() {
        return format!("Say which part of it. {}", listed(&of_root));
    }
    if let Some(known) = ALL.iter().find(|known| known.field == name.name) {
        return format!("Did you mean `{}`?", known.dotted());
    }
    let all: Vec<String> = ALL.iter().map(|known| known.dotted()).collect();
    let known = if of_root.is_empty() { &all } else { &of_root };
    let help = suggestion(&shown(name), known.iter().map(String::as_str));
    help.unwrap_or_else(|| listed(known))
}

/// The bytes of `root.field`, without what leads on from there.
fn reach(text: &str, name: &Name<'_>) -> Option<Range<usize>> {
    let range = name.range.clone();
    if name.path.len() == 1 {
        return Some(range);
    }
    let whole = text.get(range.clone())?;
    let rest = whole.get(name.name.len()..)?;
    let inner = rest.trim_start();
    let behind = if let Some(field) = inner.strip_prefix('.') {
        let field = field.trim_start();
        let ends = |c: char| !c.is_alphanumeric() && c != '_';
        field.get(field.find(ends)?..)?
    } else {
        let key = inner.strip_prefix('[')?.trim_start();
        let quote = key.chars().next()?;
        let key = key.get(1..)?;
        key.get(key.find(quote)? + 1..)?.trim_start().strip_prefix(']')?
    };
    Some(range.start..range.end - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> String {
        rewrite(text).0
    }

    #[test]
    fn a_variable_becomes_a_key_and_the_rest_stays() {
        assert_eq!(rewritten("A {{ ticket.title }} b"), "A {{ ticket_title }} b");
        assert_eq!(rewritten("{{ ticket['tags'] | join(' ') }}"), "{{ ticket_tags | join(' ') }}");
        assert_eq!(rewritten("{{ ticket.tags[0] }}"), "{{ ticket_tags[0] }}");
        assert_eq!(rewritten("{{ ticket [ \"tags\" ] [0] }}"), "{{ ticket_tags [0] }}");
        assert_eq!(rewritten("{{ ticket . tags.first }}"), "{{ ticket_tags.first }}");
        assert_eq!(
            rewritten("{% for ticket in ticket.tags %}{{ ticket.title }}{% endfor %}"),
            "{% for ticket in ticket_tags %}{{ ticket.title }}{% endfor %}"
        );
        assert_eq!(
            rewritten("{% raw %}{{ ticket.title }}{% endraw %}"),
            "{% raw %}{{ ticket.title }}{% endraw %}"
        );
    }

    #[test]
    fn questions_about_absence_are_asked_of_the_text() {
        assert_eq!(
            rewritten("{{ ticket.source | default('mail') }}"),
            "{{ (ticket_source if ticket_source) | default('mail') }}"
        );
        assert_eq!(
            rewritten("{% if ticket.source is defined %}x{% endif %}"),
            "{% if (ticket_source if ticket_source) is defined %}x{% endif %}"
        );
    }

    #[test]
    fn every_key_is_the_name_of_one_variable() {
        let mut keys: Vec<String> = ALL.iter().map(|variable| variable.key()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), ALL.len());
    }
}
