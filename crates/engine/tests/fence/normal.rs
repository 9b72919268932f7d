//! The normal form and the search of phrases.

use proem::text::normal::normal;
use proem::text::phrases::{Phrases, Seen, phrase_match};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn found(phrase: &str, text: &str) -> usize {
    phrase_match(phrase, &normal(text)).len()
}

#[test]
fn spellings_meet() {
    assert_eq!(normal("  I\u{A0}can’t\u{3000}\r\n go\u{200B} ON "), "i can't go on");
    assert_eq!(normal("ＦＵＬＬ ⓦⓘⓓⓔ ﬁne Straße"), "full wide fine strasse");
    assert_eq!(normal("s\u{335}k\u{335}ip „so“"), "skip \"so\"");
    assert_eq!(normal("e\u{301}"), normal("é"));
    assert_eq!(normal("ΣΊΣΥΦΟΣ"), normal("σίσυφος"));
    assert_eq!(normal(""), "");
}

#[test]
fn phrases_end_at_words() {
    assert_eq!(found("end my life", "Please END  my\nlife!"), 1);
    assert_eq!(found("end my life", "send my lifeboat"), 0);
    assert_eq!(found("can", "I can't, but you can."), 1);
    assert_eq!(found("can't go on", "I can’t go on"), 1);
    assert_eq!(found("/forget", "please /forget me"), 1);
    assert_eq!(found("cafe", "the café"), 0);
    assert_eq!(found("café", "the cafe\u{301}."), 1);
    assert_eq!(found("ab ab", "ab ab ab"), 2);
}

#[test]
fn scripts_without_spaces_need_no_boundary() {
    assert_eq!(found("想死", "我真的很想死了"), 1);
    assert_eq!(found("死にたい", "もう死にたいです"), 1);
    assert_eq!(found("อยากตาย", "ฉันอยากตายแล้ว"), 1);
    assert_eq!(found("자살", "자살하고 싶다"), 0);
}

#[test]
fn look_alikes_match() {
    assert_eq!(found("kill myself", "I want to kіll mуsеlf"), 1);
    assert_eq!(found("kill myself", "I want to КILL МУSЕLF"), 1);
    assert_eq!(found("kill myself", "ＫＩＬＬ 𝐦𝐲𝐬𝐞𝐥𝐟"), 1);
    assert_eq!(found("he", "Это не так"), 0);
    assert_eq!(found("не", "Это не так"), 1);
}

#[test]
fn sets_name_the_phrase() {
    let set = Phrases::new(&[String::new(), "end it".to_owned(), "it".to_owned()]).expect("a set");
    let text = normal("end it now");
    let seen = Seen::of(&text);
    let all: Vec<_> = set.matches(&seen).map(|hit| (hit.phrase, &text[hit.range])).collect();
    assert_eq!(all, [(1, "end it"), (2, "it")]);
    assert!(set.is_match(&seen));
}

proptest! {
    #[test]
    fn normal_is_idempotent(text in "\\PC*|[\\x00-\\u{10FFFF}]{0,40}") {
        let once = normal(&text);
        prop_assert_eq!(normal(&once), once);
    }

    #[test]
    fn composed_and_decomposed_are_one(text in "[a-zA-Zäöüéèñçåøßşığ’ 가-힣ắ-ỹ]{0,40}") {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(normal(&composed), normal(&decomposed));
    }

    #[test]
    fn a_phrase_is_found_in_itself(phrase in "[a-zа-яα-ω]{1,8}( [a-z]{1,8}){0,2}", head in "[a-z ]{0,10}", tail in "[a-z ]{0,10}") {
        let text = normal(&format!("{head} {phrase} {tail}"));
        let found: Vec<_> =
            phrase_match(&phrase, &text).into_iter().filter_map(|range| text.get(range)).collect();
        prop_assert!(found.contains(&&*normal(&phrase)), "{found:?}");
        // What is around it may look like it by chance, as `hh` like `hη`, and is found, too.
        for other in found {
            prop_assert_eq!(phrase_match(other, &normal(&phrase)).len(), 1, "{}", other);
        }
    }
}
