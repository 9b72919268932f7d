//! A long answer takes time in proportion to its length.

use std::time::Instant;

use proem::check::compiled::Compiled;
use proem::turn::enforce::output::form;

use crate::answer::{Answer, agent};
use crate::properties::ALL;

/// What is hard for one rule or another, again and again.
const TEXTS: [&str; 40] = [
    "a",
    "a ",
    ". ",
    "a. ",
    "A. B? ",
    "\"",
    "(",
    "((a. B)",
    "“a„",
    "https://a.b ",
    "(https://a.b), ",
    "[a](https://a.b) ",
    "[https://",
    "hhhhwww",
    "1.",
    "1,000.",
    "€5 ",
    "5€ ",
    "€1.2.3,4 ",
    "guarantee ",
    "no guarantee, ",
    "20% off ",
    "free trial ",
    "CURRENT_",
    "one two three four five six ",
    "🙂",
    "! 🙂 ",
    "日本。",
    "日本",
    "\n",
    "a\n",
    "```\n",
    "Bond ",
    "not, ",
    "\u{301}",
    "ﷺ",
    "e.g. ",
    "z. B. ",
    "within 2 days ",
    "canary",
];

/// Seconds that a text of so many bytes takes.
fn seconds(agent: &Compiled, text: &str, size: usize) -> f64 {
    let long = text.repeat(size / text.len());
    let answer = Answer {
        last: vec![long.chars().take(10_000).collect()],
        prompts: vec!["One two three four five seven. ".repeat(300)],
        script: Some(("entry".into(), false, vec![long.chars().take(2_000).collect()])),
        ..Answer::of(&[&long])
    };
    let rules = agent.calls[0].output.as_ref().unwrap();
    let begun = Instant::now();
    let messages = answer.with(agent, |said| form(rules, said).0.messages.len());
    assert!(messages <= size);
    begun.elapsed().as_secs_f64()
}

#[test]
fn eight_times_the_text_takes_about_eight_times_as_long() {
    let agent = agent(ALL);
    for text in TEXTS {
        let short = seconds(&agent, text, 5_000);
        // A machine with other work may be slow once.
        let long = (0..3).map(|_| seconds(&agent, text, 40_000));
        assert!(long.into_iter().any(|long| long < 14.0 * short + 0.2), "{text:?}: {short}");
    }
}

#[test]
fn a_megabyte_of_prose_is_formed_in_seconds() {
    let prose = "Thank you for the question. A rough number is enough, e.g. 200 a day: that is about 6,000 a month! Shall I explain it? ";
    let took = seconds(&agent(ALL), prose, 1_000_000);
    assert!(took < 60.0, "{took}");
    let rules = agent(ALL);
    let rules = rules.calls[0].output.as_ref().unwrap();
    let many = Answer { messages: vec!["Go on.".into(); 50_000], ..Answer::default() };
    let begun = Instant::now();
    many.with(&agent(ALL), |said| assert_eq!(form(rules, said).0.messages.len(), 50_000));
    assert!(begun.elapsed().as_secs_f64() < 60.0);
}
