//! Exact counts are tiktoken's counts.

use proptest::prelude::*;
use serde_json::Value;
use tiktoken_rs::CoreBPE;

use super::texts::{EXACT, document, text};
use crate::token::{Encoding, Tokenizer};

fn oracle(encoding: Encoding) -> &'static CoreBPE {
    match encoding {
        Encoding::O200kBase => tiktoken_rs::o200k_base_singleton(),
        Encoding::Cl100kBase => tiktoken_rs::cl100k_base_singleton(),
    }
}

fn assert_same(text: &str) {
    for encoding in EXACT {
        let expected = oracle(encoding).encode_ordinary(text).len();
        let name = encoding.name();
        assert_eq!(encoding.count(text) as usize, expected, "{name} of {text:?}");
    }
}

#[test]
fn plain_text_code_and_other_scripts() {
    for text in [
        "",
        "a",
        "\n",
        "Hello, world! It's 2026, isn't it?",
        "fn main() {\n    let x = vec![1_000, 2];\n\n\tprintln!(\"{x:?}\"); // done\n}\n",
        "SELECT *\r\nFROM t\r\nWHERE a <> 'b';\r\n",
        "我们明天去北京。こんにちは、世界！안녕하세요 여러분",
        "नमस्ते दुनिया، مرحبا بالعالم שלום עולם สวัสดีชาวโลก Привет, мир",
        "👩‍👩‍👧‍👦 🇩🇪🇫🇷 🏳️‍🌈 e\u{301}\u{302}\u{303} \u{200b}\u{feff}",
        "DON'T Don't don'T I'LL i'Ve ’twas rock'n'roll",
        "3.14159265358979 1234567890 ٣٤٥ Ⅷ ½",
        "trailing spaces   ",
        "   \n   \n\n  x   \t\t y\u{a0}\u{3000} \u{2028}z",
    ] {
        assert_same(text);
    }
    assert_same(&document(20_000));
}

#[test]
fn every_short_token_of_the_vocabulary_is_one() {
    for encoding in EXACT {
        let bpe = match encoding {
            Encoding::O200kBase => &bpe_openai::o200k_base().bpe,
            Encoding::Cl100kBase => &bpe_openai::cl100k_base().bpe,
        };
        for token in 0..u32::try_from(bpe.num_tokens()).expect("few tokens") {
            let bytes = bpe.token_bytes(token);
            assert_eq!(bpe.count(bytes), 1, "{} of {bytes:?}", encoding.name());
            if let Ok(word) = std::str::from_utf8(bytes) {
                assert_eq!(encoding.word_tokens(word), 1, "{} of {word:?}", encoding.name());
            }
        }
    }
}

#[test]
fn control_tokens_are_ordinary_text() {
    for text in ["<|endoftext|>", "<|im_start|>system\n<|im_end|>", "a<|fim_prefix|>b"] {
        assert_same(text);
        assert!(Encoding::O200kBase.count(text) > 2, "{text} was taken for a control token");
    }
}

#[test]
fn naughty_strings_and_their_concatenation() {
    let strings: Vec<String> =
        serde_json::from_str(include_str!("cases/blns.json")).expect("a list of strings");
    for text in &strings {
        assert_same(text);
    }
    assert_same(&strings.join("\n"));
    assert_same(&strings.concat());
}

#[test]
fn disguised_control_tokens_and_invisible_characters() {
    let rows =
        [include_str!("cases/special_tokens.jsonl"), include_str!("cases/invisible_unicode.jsonl")];
    for row in rows.iter().flat_map(|file| file.lines()) {
        assert_same(row);
        let value: Value = serde_json::from_str(row).expect("a row of JSON");
        assert_same_strings(&value);
    }
}

fn assert_same_strings(value: &Value) {
    match value {
        Value::String(text) => assert_same(text),
        Value::Array(values) => values.iter().for_each(assert_same_strings),
        Value::Object(values) => values.values().for_each(assert_same_strings),
        _ => {}
    }
}

#[test]
fn every_token_of_the_vocabularies_alone_and_behind_a_space() {
    for (encoding, table) in EXACT.iter().zip([bpe_openai::o200k_base(), bpe_openai::cl100k_base()])
    {
        let mut counted = 0;
        for id in 0..table.bpe.num_tokens() {
            let id = u32::try_from(id).expect("vocabularies are small");
            let Ok(token) = std::str::from_utf8(table.bpe.token_bytes(id)) else {
                continue;
            };
            for text in [token.to_owned(), format!(" {token}"), format!("{token}'s\n")] {
                let expected = oracle(*encoding).encode_ordinary(&text).len();
                assert_eq!(encoding.count(&text) as usize, expected, "{text:?}");
            }
            counted += 1;
        }
        assert!(counted > 90_000, "only {counted} tokens are text");
    }
}

#[test]
fn long_runs_without_a_boundary() {
    for run in [
        "-", "a", "A", "aB", " ", "\n", "\t", "=", "/", "1", "世", "é", "😀", "\u{301}", " \n",
        "ab ",
    ] {
        assert_same(&run.repeat(1_500 / run.len()));
        // Words just below and just above the length at which the way of merging changes.
        for bytes in 254..260 {
            assert_same(&run.repeat(bytes / run.len()));
        }
        assert_same(&format!("x{}y", run.repeat(700 / run.len())));
    }
}

proptest! {
    #[test]
    fn random_texts(text in text(60)) {
        assert_same(&text);
    }

    #[test]
    fn random_unicode(text in any::<String>()) {
        assert_same(&text);
    }

    #[test]
    fn the_tokenizer_counts_as_its_encoding(text in text(30)) {
        for encoding in EXACT {
            prop_assert_eq!(Tokenizer::Exact(encoding).count(&text), encoding.count(&text));
        }
    }
}
