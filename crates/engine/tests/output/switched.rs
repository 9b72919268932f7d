//! Which rules hold where.

use proem::agent::output::Rule;

use crate::answer::{Answer, agent};

#[test]
fn every_rule_is_off_until_it_is_switched_on() {
    let agent = agent("output: {}\n");
    let rules = agent.calls[0].output.as_ref().unwrap();
    let messages =
        ["", "A. B? C?", "CURRENT_STEP is 5 EUR. https://a.example guaranteed", "A. B? C?"];
    let answer = Answer {
        last: vec!["A. B? C?".into()],
        prompts: vec!["CURRENT_STEP is 5 EUR. https://a.example guaranteed".into()],
        script: Some(("entry".into(), false, vec!["Other".into()])),
        ..Answer::of(&messages)
    };
    let (formed, instead) = answer.with(&agent, |said| {
        let (formed, instead) = proem::turn::enforce::output::form(rules, said);
        (formed, instead.is_some())
    });
    assert_eq!(formed.messages, messages);
    assert!(formed.repairs.is_empty() && formed.violations.is_empty() && !instead, "{formed:?}");
}

#[test]
fn an_isolated_call_has_its_own_rules_or_none() {
    let calls = "output: {questions: {max: 1}}\nstate: {level: {type: integer, default: 0}}\ncalls:\n  crisis: {run: instead, when: level == 1, isolated: true, layers: [{id: message, channel: user}]}\n  strict: {run: instead, when: level == 2, isolated: true, output: {periods: drop}, layers: [{id: message, channel: user}]}\n  loose: {run: instead, when: level == 3, output: {}, layers: [{id: message, channel: user}]}\n  other: {run: instead, when: level == 4, layers: [{id: message, channel: user}]}\n  sort: {run: asked, layers: [{id: message, channel: user}]}\n";
    let agent = agent(calls);
    let questions = |name: &str| {
        let at = agent.call_index(name).unwrap();
        agent.calls[at].output.as_ref().map(|output| output.rules.has(Rule::Questions))
    };
    assert_eq!(questions("reply"), Some(true));
    assert_eq!(questions("crisis"), None);
    assert_eq!(questions("strict"), Some(false));
    assert_eq!(questions("loose"), Some(false));
    assert_eq!(questions("other"), Some(true));
    assert_eq!(questions("sort"), None);
}
