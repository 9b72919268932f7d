//! Other spellings of an attack.

/// The letters that attacks in the tests are spelled with.
pub(crate) const LOOK_ALIKES: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('s', 'ѕ'),
    ('x', 'х'),
    ('y', 'у'),
    ('j', 'ј'),
    ('h', 'һ'),
    ('d', 'ԁ'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'Υ'),
    ('n', 'ո'),
    ('u', 'ս'),
    ('g', 'ɡ'),
    ('l', 'ⅼ'),
    ('N', 'Ν'),
    ('V', 'Ѵ'),
    ('v', 'ѵ'),
    ('w', 'ԝ'),
    ('m', 'м'),
    ('t', 'т'),
];

/// Other spellings of the same attack.
pub(crate) fn variants(text: &str) -> Vec<String> {
    let mut all = vec![text.to_owned()];
    if text.len() < 400 {
        all.push(text.to_uppercase());
        all.push(text.to_lowercase());
        all.push(wide(text));
        all.push(homoglyphs(text));
        all.push(between_letters(text, '\u{AD}'));
        all.push(between_letters(text, '\u{200B}'));
        all.push(between_letters(text, '\u{335}'));
        all.push(text.replace('\n', "\n\t"));
        all.push(text.replace('\n', "\r\n"));
        all.push(text.replace('\n', "\u{2028}"));
        all.push(text.replace('\n', "\n\n   "));
    }
    all
}

fn wide(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) - 0x21 + 0xFF01).unwrap_or(c),
            _ => c,
        })
        .collect()
}

fn homoglyphs(text: &str) -> String {
    text.chars()
        .map(|c| LOOK_ALIKES.iter().find(|pair| pair.0 == c).map_or(c, |pair| pair.1))
        .collect()
}

fn between_letters(text: &str, hidden: char) -> String {
    let mut out = String::new();
    let mut last = ' ';
    for c in text.chars() {
        if last.is_ascii_alphabetic() && c.is_ascii_alphabetic() {
            out.push(hidden);
        }
        out.push(c);
        last = c;
    }
    out
}
