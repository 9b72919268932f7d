//! Which characters pass for which.
//!
//! Owns the properties of single characters that both the normal form and the fence rest on:
//! what is invisible, what breaks a line, and which letter a look-alike stands for. It never looks
//! at more than one character at a time and never alters text itself.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::confusable_detection::skeleton;

/// Whether a character shows nothing and is not white space: default-ignorable code points
/// (Unicode, `DerivedCoreProperties`), controls, and interlinear annotation.
pub(super) fn is_invisible(c: char) -> bool {
    match c {
        ' '..='~' | '\t'..='\r' | '\u{85}' => false,
        '\0'..='\u{9F}' => true,
        _ => matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'),
    }
}

/// Whether a character ends a line: LF, VT, FF, CR, NEL, LS, PS (Unicode, section 5.8).
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character is a strike, slash or line laid over the letter before it. None of them
/// belongs to the spelling of a language.
pub(super) fn is_overlay(c: char) -> bool {
    matches!(c, '\u{334}'..='\u{338}' | '\u{20D2}' | '\u{20D3}' | '\u{20E5}'..='\u{20E6}')
}

/// Whether words of the character's script are written without spaces between them.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{F00}'..='\u{FFF}' | '\u{1000}'..='\u{109F}'
        | '\u{1780}'..='\u{17FF}' | '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAF}'
        | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}'
        | '\u{3040}'..='\u{312F}' | '\u{31A0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{1B000}'..='\u{1B16F}'
        | '\u{20000}'..='\u{323AF}')
}

/// Appends the characters that `c` or its capital looks like, by the table of Unicode's UTS 39. ASCII stands for
/// itself, so that ordinary words of the English alphabet never meet (`rn` and `m` stay apart).
pub(super) fn push_look_alike(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c);
        return;
    }
    if let Some(letter) = small_of_capital(c) {
        out.push(letter);
        return;
    }
    let begin = out.len();
    let mut buffer = [0; 4];
    out.extend(skeleton(c.encode_utf8(&mut buffer)));
    if &out[begin..] == "rn" {
        out.truncate(begin);
        out.push('m');
    }
}

/// Appends the letters and digits that `c` may be read as in a tag, a token or a role: compatibility
/// forms, marks dropped, look-alikes of other scripts, lower case, and one form for `i` and `l`
/// (which look-alikes cannot tell apart). Whatever is no letter or digit appends nothing.
pub(super) fn push_key(c: char, out: &mut String) {
    if c.is_ascii() {
        push_ascii_key(c, out);
        return;
    }
    if let Some(letter) = boxed_letter(c) {
        push_ascii_key(letter, out);
        return;
    }
    // Ideographs are nobody's look-alikes in a word, and there are many of them.
    if matches!(c, '\u{3400}'..='\u{9FFF}') {
        out.push(c);
        return;
    }
    let mut look = String::new();
    for part in std::iter::once(c).nfkd() {
        if let Some(letter) = small_of_capital(part) {
            push_ascii_key(letter, out);
        } else if part.is_ascii() {
            push_ascii_key(part, out);
        } else if !is_combining_mark(part) && !is_invisible(part) {
            look.clear();
            push_look_alike(part, &mut look);
            for seen in look.chars() {
                push_seen(seen, out);
            }
        }
    }
}

fn push_seen(c: char, out: &mut String) {
    if c.is_ascii() {
        push_ascii_key(c, out);
    } else if let Some(letter) = small_capital(c) {
        push_ascii_key(letter, out);
    } else if c.is_alphanumeric() && !is_combining_mark(c) {
        out.extend(c.to_lowercase().filter(|lower| !is_combining_mark(*lower)));
    }
}

fn push_ascii_key(c: char, out: &mut String) {
    if c.is_ascii_alphanumeric() {
        let lower = c.to_ascii_lowercase();
        out.push(if lower == 'i' { 'l' } else { lower });
    }
}

/// Letters in circles, squares and flags, which have no compatibility form.
pub(super) fn boxed_letter(c: char) -> Option<char> {
    let base = match c {
        '\u{1F150}'..='\u{1F169}' => 0x1F150,
        '\u{1F170}'..='\u{1F189}' => 0x1F170,
        '\u{1F1E6}'..='\u{1F1FF}' => 0x1F1E6,
        _ => return None,
    };
    char::from_u32(u32::from(c) - base + u32::from('a'))
}

/// Small letters that look foreign but whose capitals do not: `К` is `K`, and lower case hides it.
fn small_of_capital(c: char) -> Option<char> {
    Some(match c {
        'α' => 'a',
        'в' | 'β' => 'b',
        'ε' => 'e',
        'н' | 'η' => 'h',
        'ι' => 'i',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        'т' | 'τ' => 't',
        'χ' => 'x',
        'ζ' => 'z',
        _ => return None,
    })
}

/// Small capitals, which have no compatibility form either.
fn small_capital(c: char) -> Option<char> {
    Some(match c {
        'ᴀ' => 'a',
        'ʙ' => 'b',
        'ᴅ' => 'd',
        'ᴇ' => 'e',
        'ꜰ' => 'f',
        'ɢ' => 'g',
        'ʜ' => 'h',
        'ɪ' => 'i',
        'ᴊ' => 'j',
        'ᴋ' | 'ĸ' => 'k',
        'ʟ' => 'l',
        'ᴍ' => 'm',
        'ɴ' => 'n',
        'ᴘ' => 'p',
        'ʀ' => 'r',
        'ꜱ' => 's',
        'ᴛ' => 't',
        'ʏ' => 'y',
        _ => return None,
    })
}
