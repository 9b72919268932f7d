//! In which language a text is, as far as its small words tell.
//!
//! Owns a guess that is only given where it is plain. It must never guess from a name or a number.

use unicode_script::{Script, UnicodeScript};

use crate::text::normal::normal;

/// Small words of languages in Latin letters. A word that two of them have counts for both.
const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the a an and or of to in is are you your we our i it that this what how when where which who \
         do does can could would will shall for with not have has if about at on be may please thanks",
    ),
    (
        "de",
        "der die das ein eine einen und oder von zu in ist sind sie ihr ihre wir uns ich es dass was wie \
         wann wo welche wer können kann würde wird für mit nicht haben hat wenn über an auf bitte danke",
    ),
    (
        "fr",
        "le la les un une des et ou de du à en est sont vous votre vos nous notre je il ce cela que quel \
         quelle comment quand où qui peut pouvez pour avec pas avez si sur au merci",
    ),
    (
        "es",
        "el la los las un una y o de del a en es son usted su tu nosotros yo lo que qué cómo cuándo dónde \
         cuál quién puede pueden para con no tiene si sobre al por gracias",
    ),
    (
        "it",
        "il lo la i gli le un una e o di del a in è sono lei voi suo noi io ciò che cosa come quando dove \
         quale chi può per con non ha se su al grazie",
    ),
    (
        "pt",
        "o a os as um uma e ou de do da em é são você seu sua nós eu isso que como quando onde qual quem \
         pode para com não tem se sobre ao por obrigado",
    ),
    (
        "nl",
        "de het een en of van te in is zijn u uw je jouw wij ons ik dat dit wat hoe wanneer waar welke wie \
         kan kunt voor met niet heeft hebt als over aan op graag bedankt",
    ),
];

/// What a text is written in: a language of Latin letters by two small words of it that no other has
/// more of, or the script of its letters. None where it cannot be told.
#[must_use]
pub fn language(text: &str) -> Option<&'static str> {
    let normal = normal(text);
    let letters = normal.chars().filter(|c| c.is_alphabetic());
    let mut scripts: Vec<(Script, usize)> = Vec::new();
    for script in letters.map(|c| c.script()).filter(|script| *script != Script::Common) {
        match scripts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, count)) => *count += 1,
            None => scripts.push((script, 1)),
        }
    }
    let (script, _) = scripts.into_iter().max_by_key(|(_, count)| *count)?;
    if script != Script::Latin {
        return Some(script.short_name());
    }
    let mut counts: Vec<(usize, &'static str)> = Vec::new();
    let words: Vec<&str> = normal.split(|c: char| !c.is_alphanumeric()).collect();
    for (name, known) in WORDS {
        let count = words.iter().filter(|word| known.split_whitespace().any(|one| one == **word));
        counts.push((count.count(), name));
    }
    counts.sort_by_key(|count| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(most, name), (second, _), ..] if *most >= 2 && most > second => Some(name),
        _ => None,
    }
}

/// Whether two texts are plainly in different languages.
#[must_use]
pub fn differ(one: &str, other: &str) -> bool {
    matches!((language(one), language(other)), (Some(one), Some(other)) if one != other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_languages_are_told() {
        let cases = [
            ("How many messages a month do you handle?", Some("en")),
            ("Wie viele Nachrichten haben Sie im Monat?", Some("de")),
            ("Combien de messages avez-vous par mois ?", Some("fr")),
            ("¿Qué día puede empezar usted?", Some("es")),
            ("Сколько сообщений?", Some("Cyrl")),
            ("いつ始めますか", Some("Hira")),
            ("Larkpost 29", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(language(text), expected, "{text}");
        }
        assert!(differ("How many do you have?", "Wie viele haben Sie?"));
        assert!(!differ("How many do you have?", "Your monthly volume is what we need"));
    }
}
