//! Parts of an assembly, one at a time.
//!
//! Owns the calls into the engine's stages that can be made by themselves. Gathering and fitting take
//! what earlier stages left behind and cannot: they are timed within whole turns. It must never measure
//! anything itself.

use proem::agent::input::TurnInput;
use proem::agent::name::PromptName;
use proem::check::compiled::Compiled;
use proem::text::origin::{Rendered, SourceId};
use proem::text::rules::{Verdict, screen};
use proem::text::template::{Limits, Scope, Value};
use proem::token::{Encoding, Tokenizer};
use serde_json::{Map, Value as Json};

use crate::workload::RULES;

const SOURCE: SourceId = SourceId(1);
const TOKENIZER: Tokenizer = Tokenizer::Exact(Encoding::O200kBase);

/// Renders a prompt.
///
/// # Errors
/// Why it cannot be rendered.
pub fn render(
    agent: &Compiled,
    name: &str,
    values: &Map<String, Json>,
) -> Result<Rendered, String> {
    let parsed = PromptName::parse(name).map_err(|problem| problem.to_string())?;
    let prompt = agent.catalog.version(&parsed, 0).ok_or("there is no such prompt")?;
    let body = agent.body(prompt).ok_or("it is not compiled")?;
    let scope = Values(values);
    let rendered = body.template.render(&scope, SOURCE, &Limits::DEFAULT);
    rendered.map_err(|problem| problem.message)
}

/// Fences a rendered text; gives how long it is then.
#[must_use]
pub fn fence(agent: &Compiled, rendered: &Rendered) -> usize {
    let name_of = |_: SourceId| "value";
    agent.guard.seal(rendered, &[], SourceId(0), &name_of).text.len()
}

/// Neutralises messages; gives how long they are then.
#[must_use]
pub fn neutralise<'t>(agent: &Compiled, texts: impl Iterator<Item = &'t str>) -> usize {
    texts.map(|text| agent.guard.message(text).0.len()).sum()
}

/// Counts texts, exactly.
#[must_use]
pub fn count<'t>(texts: impl Iterator<Item = &'t str>) -> u32 {
    texts.map(|text| TOKENIZER.count(text)).sum()
}

/// Screens the user's rules; gives how many are kept.
#[must_use]
pub fn kept_rules() -> usize {
    RULES.iter().filter(|rule| matches!(screen(rule), Verdict::Keep { .. })).count()
}

/// Reads the body of a stateless call; gives how many messages it brings.
#[must_use]
pub fn parse(body: &[u8]) -> usize {
    serde_json::from_slice::<TurnInput>(body).map_or(usize::MAX, |input| input.history.len())
}

struct Values<'v>(&'v Map<String, Json>);

impl Scope for Values<'_> {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        self.0.get(name).map(|value| Value::json(value, SOURCE, false))
    }
}

#[cfg(test)]
mod tests {
    use super::{kept_rules, parse, render};
    use crate::conversation::conversation;
    use crate::folder::files;
    use crate::ours::{Running, arrival, body, open};
    use crate::workload::workload;

    #[test]
    fn every_part_does_its_work() {
        let agent = open(files(&workload(1))).unwrap();
        let made = conversation(1, 10, 1);
        let body = body(&made, 0);
        let mut running = Running::new(&made);
        running.arrive(arrival(&made, 0));
        assert_eq!(running.choose(&agent), Ok(0));
        assert_eq!(parse(&body), made.begins);
        assert_eq!(kept_rules(), 5);
        let task = render(&agent, "task/reply", &made.values[0]).unwrap();
        for value in made.values[0].values() {
            let shown = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            assert!(task.text.contains(&shown), "{shown}");
        }
    }
}
