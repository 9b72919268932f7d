//! Any bytes as an answer, under every contract and from every provider: read, or refused with a reason, and the
//! same every time.
#![no_main]
#![allow(dead_code)]

#[path = "../../crates/engine/tests/read/make.rs"]
mod make;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use proem::turn::contract::Contract;
use proem::turn::format::reply::{Reply, Stop};
use proem::turn::read::json::{Limits, lenient, strict};
use proem::turn::read::partial::{Allow, partial};
use proem::turn::read::read;

static CONTRACTS: LazyLock<Vec<(&str, Contract)>> = LazyLock::new(make::contracts);

const STOPS: [Stop; 4] = [Stop::End, Stop::Tools, Stop::Length, Stop::Refused];

const PROVIDERS: [&str; 4] = ["openai-chat", "openai-responses", "anthropic", "gemini"];

fuzz_target!(|data: &[u8]| {
    // What chooses stands at the end, so that a seed is a text.
    let [rest @ .., which, how] = data else { return };
    let (_, contract) = &CONTRACTS[usize::from(*which) % CONTRACTS.len()];
    let stop = STOPS[usize::from(*how) % STOPS.len()].clone();
    let text = String::from_utf8_lossy(rest);
    // Behind a record separator stand the arguments of a tool.
    let mut parts = text.splitn(2, '\u{1e}');
    let said = parts.next().unwrap_or_default();
    let tools: Vec<(&str, &str)> = parts.map(|arguments| ("create_identity", arguments)).collect();
    let reply = make::reply(said, &tools, stop);
    let answer = read(contract, &reply);
    assert_eq!(answer, read(contract, &reply));
    if let Ok(exact) = strict(&text, &Limits::DEFAULT)
        && exact.liberties.is_empty()
    {
        let mild = lenient(&text, &Limits::DEFAULT).expect("what is JSON reads as JSON");
        assert_eq!(exact.value, mild.value);
    }
    let _ = partial(&text, &Allow::ALL, &Limits::DEFAULT);
    // The same bytes as a provider's body, and what comes of that as an answer.
    let provider = proem::provider::by_name(PROVIDERS[usize::from(*how / 4) % PROVIDERS.len()]);
    if let Some(provider) = provider
        && let Ok(body) = serde_json::from_slice(rest)
        && let Ok(reply) = provider.reply(&body)
    {
        let _ = read(contract, &reply);
    }
    let _ = read(contract, &Reply::of_text(text));
});
