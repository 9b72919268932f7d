//! What holds of every value, whatever was given.

use std::sync::LazyLock;

use proem::agent::step::currency;
use proem::agent::step::slot::Slot;
use proem::turn::enforce::slots::judge;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use crate::corpus::{holds, slots};
use crate::declare::{on_text, slot};

/// Marks, joiners, letters that compose, digits of several scripts, marks of numbers, white space.
const HARD: &str = "[-aeAzİßſK0-9٣۷५４²⅓.,'’_ +−()/@#:$€¥\\t\\n\u{85}\u{a0}\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{202e}\u{2028}\u{2066}\u{2069}\u{feff}\u{300}\u{301}\u{307}\u{327}\u{338}\u{344}\u{345}\u{fe0f}\u{2800}éÅΩﬁか\u{3099}가\u{1100}\u{1161}क\u{93c}ن\u{64b}😀\u{1f3fb}]{0,14}";

/// What looks like values of some kind.
const VALUES: &str = "[+-]?[0-9٣]{1,4}([.,' ][0-9]{1,4}){0,3}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([T ]00:00(:00)?Z?)?|[a-zé.]{1,5}@[a-zäA-Z0-9-]{1,6}[.][a-z]{1,3}|[+]?(00)?[0-9]{1,3}[ -]?[(]?0?[)]?[0-9 ]{3,12}|(EUR|USD|KWD|€|[$]|kr|¥) ?-?[0-9]{1,5}([.,][0-9]{1,3}){0,2}|-?[0-9]{1,5}([.,][0-9]{1,3}){0,2} ?(EUR|JPY|KWD|CLF|€|zł)|[A-Za-zé' .-]{1,12}|(big|small|GROSSE|große|Größe|yes|ıs|YES) ?";

// A slot is compiled with an agent, so each is made once.
static ALL: LazyLock<Vec<Slot>> = LazyLock::new(slots);
static WHOLE: LazyLock<Slot> =
    LazyLock::new(|| slot("{type: integer, minimum: -5, maximum: 2000}"));
static WORDS: LazyLock<Slot> = LazyLock::new(|| slot("{enum: [big, small, große, 'yes', ıs]}"));
static COUNT: LazyLock<Slot> = LazyLock::new(|| slot("{type: integer}"));
static MONEY: LazyLock<Slot> = LazyLock::new(|| slot("{type: money}"));

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![VALUES, HARD, ".{0,16}", (VALUES, HARD).prop_map(|(one, two)| one + &two)]
}

fn values() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(|value| json!(value)),
        any::<i64>().prop_map(|value| json!(value)),
        any::<u64>().prop_map(|value| json!(value)),
        any::<f64>().prop_map(|value| json!(value)),
        (-9999i32..9999).prop_map(|value| json!(f64::from(value) / 100.0)),
        texts().prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Json::Array),
            (inner.clone(), inner)
                .prop_map(|(amount, currency)| { json!({"amount": amount, "currency": currency}) }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn spellings_have_one_verdict_and_kept_values_stay((slot, text) in (prop::sample::select(ALL.as_slice()), texts())) {
        holds(&slot, &text);
    }

    #[test]
    fn any_value_has_a_verdict_that_stays((slot, given) in (prop::sample::select(ALL.as_slice()), values())) {
        if let Ok(judged) = judge(&slot, &given) {
            let again = judge(&slot, &judged.value);
            prop_assert_eq!(again.map(|judged| (judged.value, judged.changes)), Ok((judged.value, vec![])));
        }
    }

    #[test]
    fn whole_numbers_are_whole_and_within_their_bounds(given in prop_oneof![
        values(),
        (-8i64..-2).prop_map(|value| json!(value)),
        (1_997i64..2_004).prop_map(|value| json!(value)),
        (1_997i64..2_004).prop_map(|value| json!(format!("{},{}", value / 1000, &format!("{value}")[1..]))),
    ]) {
        let slot = &*WHOLE;
        if let Ok(judged) = judge(slot, &given) {
            let value = judged.value.as_i64().unwrap();
            prop_assert!((-5..=2000).contains(&value));
        }
    }

    #[test]
    fn a_word_is_one_that_was_declared(text in texts()) {
        let slot = &*WORDS;
        if let Ok(judged) = on_text(slot, &text) {
            let word = judged.value.as_str().unwrap().to_owned();
            prop_assert!(slot.choices.iter().any(|choice| choice.value == word));
        }
    }

    #[test]
    fn a_grouped_number_is_the_number(value in -9_007_199_254_740_991i64..9_007_199_254_740_991, mark in "[,. '’_]") {
        let slot = &*COUNT;
        let digits = value.unsigned_abs().to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push_str(&mark);
            }
            grouped.push(digit);
        }
        let sign = if value < 0 { "-" } else { "" };
        prop_assert_eq!(on_text(slot, &format!("{sign}{grouped}")).unwrap().value, json!(value));
        prop_assert_eq!(judge(slot, &json!(value)).unwrap().value, json!(value));
    }

    #[test]
    fn an_amount_keeps_its_figure(minor in 0u64..10_000_000_000, code in prop::sample::select(vec!["EUR", "JPY", "KWD", "CLF", "INR"])) {
        let slot = &*MONEY;
        let places = usize::try_from(currency::decimals(code).unwrap()).unwrap();
        let digits = format!("{minor:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let plain = if places == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") };
        let normal = format!("{plain} {code}");
        for written in [format!("{plain} {code}"), format!("{code} {plain}"), format!("{plain}{code}"), format!("+{plain} {}", code.to_lowercase())] {
            prop_assert_eq!(on_text(slot, &written).unwrap().value, json!(normal.clone()));
        }
    }
}
