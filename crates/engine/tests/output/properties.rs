//! What holds for every answer.

use proem::check::compiled::Compiled;
use proem::turn::enforce::output::{Formed, Former, form};
use proptest::prelude::*;

use crate::answer::{Answer, agent};

/// All rules at once.
pub(crate) const ALL: &str = "config: {price: 29 EUR, offer: free trial, company: Acme}\noutput:\n  messages: required\n  sentences: split\n  periods: drop\n  addresses: own\n  scripts: exact\n  repeat: {words: 3, similarity: 80}\n  questions: {max: 1}\n  forbid:\n    - {topic: rivals, phrases: [Bond], regex: 'riv[ae]l'}\n  prices: config\n  promises: standard\n  leaks: {words: 5, canaries: [canary-12345]}\n";

/// What is repaired, without what is only told.
const REPAIRS: &str =
    "output: {messages: required, sentences: split, periods: drop, addresses: own}\n";

/// Texts with everything that rules look for.
const HARD: &str = "([a-zA-ZäßéÉ]{1,4}|[0-9]{1,3}|[ \\t\\n]|[.!?…。！？؟।]{1,3}|[\"'()\\[\\]“”„«»「」*_~`]|[,;:–-]|🙂|👍🏽|https://a\\.example|http://B\\.c/d_\\(e\\)|www\\.x\\.yz|e\\.g\\.|z\\. ?B\\.|Dr\\.|p\\.m\\.|No\\.|etc\\.| The | We |3\\.5|1\\. |```|日本|はい|\\[x\\]\\(https://y\\.z\\)|€5|29 EUR|free trial|guarantee){0,24}";

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![4 => HARD, 1 => "\\PC{0,60}", 1 => any::<String>()]
}

fn formed(agent: &Compiled, answer: &Answer) -> Formed {
    let rules = agent.calls[0].output.as_ref().unwrap();
    answer.with(agent, |said| form(rules, said).0)
}

/// A text without what repairs may leave out: white space, and the marks around addresses.
fn letters(texts: &[String]) -> String {
    let all = texts.iter().flat_map(|text| text.chars());
    all.filter(|c| c.is_alphanumeric()).collect()
}

/// Pictures, in order.
fn pictures(texts: &[String]) -> String {
    let all = texts.iter().flat_map(|text| text.chars());
    all.filter(|c| matches!(c, '🙂' | '👍' | '🏽')).collect()
}

fn many() -> ProptestConfig {
    ProptestConfig::with_cases(2_000)
}

fn several() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(texts(), 0..4)
}

#[test]
fn forming_again_changes_nothing() {
    let agents = [
        REPAIRS,
        "output: {sentences: split}\n",
        "output: {periods: drop}\n",
        "output: {addresses: own, periods: drop}\n",
        "output: {sentences: split, addresses: own}\n",
    ];
    let agents = agents.map(agent);
    proptest!(many(), |(messages in several())| {
        for agent in &agents {
            let once = formed(agent, &answer(&messages));
            let again = formed(agent, &answer(&once.messages));
            prop_assert_eq!(&again.messages, &once.messages);
            prop_assert_eq!(again.repairs, Vec::new());
        }
    });
}

#[test]
fn no_word_is_lost_and_none_is_added() {
    let agent = agent(REPAIRS);
    proptest!(many(), |(messages in several())| {
        let shown = formed(&agent, &answer(&messages)).messages;
        prop_assert_eq!(letters(&shown), letters(&messages));
        prop_assert_eq!(pictures(&shown), pictures(&messages));
        prop_assert!(shown.iter().all(|text| !text.trim().is_empty()));
    });
}

#[test]
fn without_addresses_only_full_stops_and_space_go() {
    let agent = agent("output: {sentences: split, periods: drop}\n");
    let rest = |texts: &[String]| -> String {
        let all = texts.iter().flat_map(|text| text.chars());
        all.filter(|c| !c.is_whitespace() && !".。।｡．۔".contains(*c)).collect()
    };
    proptest!(many(), |(messages in several())| {
        let shown = formed(&agent, &answer(&messages)).messages;
        prop_assert_eq!(rest(&shown), rest(&messages));
    });
}

#[test]
fn a_whole_answer_and_one_message_at_a_time_come_to_the_same() {
    let agent = agent(ALL);
    let rules = agent.calls[0].output.as_ref().unwrap();
    proptest!(many(), |(messages in several(), last in several(), prompt in texts(), script in texts())| {
        let answer = Answer {
            messages,
            last,
            prompts: vec![prompt],
            script: Some(("entry".into(), false, vec![script.clone()])),
            quotable: vec![script],
            engine_speaks: false,
        };
        answer.with(&agent, |said| {
            let (whole, _) = form(rules, said);
            let mut former = Former::new(rules, &said.against);
            let mut parts = Formed::default();
            for message in said.messages {
                let one = former.feed(message);
                parts.messages.extend(one.messages);
                parts.repairs.extend(one.repairs);
                parts.violations.extend(one.violations);
            }
            parts.violations.extend(former.finish(&said.ending));
            prop_assert_eq!(parts, whole);
            Ok(())
        })?;
    });
}

#[test]
fn a_script_that_is_said_as_it_stands_passes() {
    let agent =
        agent("output: {sentences: split, periods: drop, addresses: own, scripts: exact}\n");
    proptest!(many(), |(script in texts(), before in texts())| {
        prop_assume!(script.contains(char::is_alphanumeric));
        let texts = vec!["Something else".into(), script.clone()];
        let said = Answer {
            script: Some(("entry".into(), false, texts)),
            ..answer(&[before, script])
        };
        prop_assert_eq!(formed(&agent, &said).violations, Vec::new());
    });
}

fn answer(messages: &[String]) -> Answer {
    Answer { messages: messages.to_vec(), ..Answer::default() }
}
