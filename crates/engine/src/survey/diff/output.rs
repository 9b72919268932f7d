//! The output protocol, in the words in which its author writes it.
//!
//! Owns the names of its keys. Every struct is taken apart without `..`, so that a new rule does not
//! compile before it is compared.

use serde_json::Value as Json;

use crate::agent::output::{Leaks, Output, Promises, Repeat, Scripts, Topic};
use crate::survey::diff::part::{Part, texts, word};

/// The rules; those that are off are left out.
pub(super) fn output(output: &Output) -> Part {
    let Output {
        span: _,
        messages,
        sentences,
        periods,
        addresses,
        scripts,
        repeat,
        questions,
        forbid,
        prices,
        promises: own_promises,
        leaks: own_leaks,
        refuse,
        say,
    } = output;
    let on = |flag: &bool, word: &'static str| flag.then_some(word);
    let refuse = refuse.iter().map(|rule| Json::from(rule.value.as_str())).collect();
    Part::default()
        .some("messages", on(messages, "required"))
        .some("sentences", on(sentences, "split"))
        .some("periods", on(periods, "drop"))
        .some("addresses", on(addresses, "own"))
        .some("scripts", (*scripts != Scripts::Free).then(|| word(scripts)))
        .some(
            "repeat",
            repeat.as_ref().map(|Repeat { words, similarity }| {
                Part::default().some("words", *words).some("similarity", *similarity).json()
            }),
        )
        .some("questions", questions.map(|max| Part::default().some("max", Some(max)).json()))
        .list("forbid", forbid.iter().map(|one| topic(one).json()).collect())
        .some("prices", on(prices, "config"))
        .some("promises", own_promises.as_ref().map(|own| promises(own).json()))
        .some("leaks", own_leaks.as_ref().map(|own| leaks(own).json()))
        .list("refuse", refuse)
        .text("say", say)
}

fn topic(topic: &Topic) -> Part {
    let Topic { span: _, topic, phrases, regex, unless, say } = topic;
    Part::default()
        .word("topic", &topic.value)
        .list("phrases", texts(phrases))
        .list("regex", texts(regex))
        .list("unless", texts(unless))
        .text("say", say)
}

fn promises(promises: &Promises) -> Part {
    let Promises { standard, phrases, regex, unless } = promises;
    Part::default()
        .flag("standard", *standard)
        .list("phrases", texts(phrases))
        .list("regex", texts(regex))
        .list("unless", texts(unless))
}

fn leaks(leaks: &Leaks) -> Part {
    let Leaks { words, canaries } = leaks;
    Part::default().some("words", *words).list("canaries", texts(canaries))
}
