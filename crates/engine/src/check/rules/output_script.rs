//! A script keeps the rules to which the answers of the agent are held.
//!
//! What a script prints of values is not known here: only its own words are looked at. Questions are
//! counted along the branch that asks least.

use crate::agent::decode::Text;
use crate::check::facts::Facts;
use crate::check::output::OutputProgram;
use crate::diagnostic::Diagnostic;
use crate::text::normal::normal;
use crate::text::phrases::Seen;
use crate::text::said::money::Known;
use crate::text::said::promises::Granted;
use crate::text::said::sentences::questions;
use crate::text::template::Template;

pub(in crate::check) fn check(facts: &Facts<'_>, findings: &mut Vec<Diagnostic>) {
    let agent = facts.agent;
    let Some(rules) = agent.calls.first().and_then(|call| call.output.as_ref()) else { return };
    let config = agent.agent.config.clone().into();
    let (known, granted) = (Known::of(&config), Granted::of(&config));
    for prompt in facts.versions.values().flatten() {
        let program = agent.body(prompt).and_then(|body| body.step.as_ref());
        let (Some(step), Some(program)) = (&prompt.step, program) else { continue };
        for (script, templates) in step.scripts.iter().zip(&program.scripts) {
            if script.is_reference() || script.texts.len() != templates.len() {
                continue;
            }
            for (text, template) in script.texts.iter().zip(templates) {
                for what in broken(rules, template, &known, &granted) {
                    tell(&script.name, &what, text, findings);
                }
            }
        }
    }
}

/// What a text breaks, in words.
fn broken(
    rules: &OutputProgram,
    template: &Template,
    known: &Known,
    granted: &Granted,
) -> Vec<String> {
    let mut found = Vec::new();
    let asked = template.extent(&mut |text| u32::try_from(questions(text)).unwrap_or(u32::MAX));
    if let Some(most) = rules.rules.questions.filter(|most| asked.least > *most) {
        found.push(format!("asks {} questions, and {most} may be asked", asked.least));
    }
    template.extent(&mut |text| {
        let normal = normal(text);
        let seen = Seen::of(&normal);
        for (topic, (search, _)) in rules.rules.forbid.iter().zip(&rules.topics) {
            if let Some(words) = search.first(&seen).and_then(|range| normal.get(range)) {
                found.push(format!("speaks of {} with “{words}”", topic.topic.value.trim()));
            }
        }
        if rules.rules.prices {
            let strange = known.strange(&normal);
            found.extend(
                strange.map(|words| format!("names “{words}”, which `config` does not have")),
            );
        }
        if let Some((kind, words)) = rules.promised(granted, &seen) {
            found.push(format!("promises {kind} with “{words}”"));
        }
        0
    });
    found
}

fn tell(name: &str, what: &str, text: &Text, findings: &mut Vec<Diagnostic>) {
    let message = format!("the script `{name}` breaks the rules under `output`: it {what}");
    let help =
        "Word it otherwise, or change the rule: whoever says it as it stands breaks the rule.";
    findings.push(Diagnostic::warning("output.script-breaks", message).at(&text.span).help(help));
}
