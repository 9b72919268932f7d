//! What literals mean: strings with Python's escapes, and numbers.
//!
//! Owns the way from a token's text to its value. Line ends inside a string become `\n`, as in the
//! text around tags.

use crate::text::template::error::Fault;

/// Replaces `\r\n` and `\r` by `\n`; nothing if there is none to replace.
pub(super) fn normal_lines(text: &str) -> Option<Box<str>> {
    text.contains('\r').then(|| text.replace("\r\n", "\n").replace('\r', "\n").into())
}

/// The value of a string token, given with its quotes. Escapes are Python's, except `\N{…}`.
pub(super) fn string(token: &str) -> Result<Box<str>, Fault> {
    let inner = token.get(1..token.len().saturating_sub(1)).unwrap_or_default();
    let normal = normal_lines(inner);
    let inner = normal.as_deref().unwrap_or(inner);
    if !inner.contains('\\') {
        return Ok(inner.into());
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(rest.get(..at).unwrap_or_default());
        rest = escape(rest.get(at + 1..).unwrap_or_default(), &mut text)?;
    }
    text.push_str(rest);
    Ok(text.into())
}

/// Appends what the escape at the beginning of `rest` (behind its backslash) stands for; returns
/// what follows it.
fn escape<'s>(rest: &'s str, text: &mut String) -> Result<&'s str, Fault> {
    let Some(c) = rest.chars().next() else {
        return Ok(rest);
    };
    let after = rest.get(c.len_utf8()..).unwrap_or_default();
    match c {
        'x' => return hexadecimal(after, 2, text),
        'u' => return hexadecimal(after, 4, text),
        'U' => return hexadecimal(after, 8, text),
        '0'..='7' => {
            let len = rest.bytes().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
            let (digits, after) = rest.split_at(len);
            let value = u32::from_str_radix(digits, 8).unwrap_or_default();
            text.extend(char::from_u32(value));
            return Ok(after);
        }
        'N' if after.starts_with('{') => {
            return Err(Fault::new("template.syntax", "`\\N{…}` escapes are not supported")
                .help("write the character itself, or `\\u` and its four digits"));
        }
        '\n' => {}
        'n' => text.push('\n'),
        't' => text.push('\t'),
        'r' => text.push('\r'),
        'a' => text.push('\x07'),
        'b' => text.push('\x08'),
        'f' => text.push('\x0c'),
        'v' => text.push('\x0b'),
        '\\' | '\'' | '"' => text.push(c),
        // Python keeps an escape that it does not know.
        _ => text.extend(['\\', c]),
    }
    Ok(after)
}

fn hexadecimal<'s>(rest: &'s str, digits: usize, text: &mut String) -> Result<&'s str, Fault> {
    let value = rest
        .get(..digits)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let Some(c) = value.and_then(char::from_u32) else {
        return Err(Fault::new("template.syntax", "this escape does not name a character")
            .help("write `\\x` and two digits, `\\u` and four, or `\\U` and eight"));
    };
    text.push(c);
    Ok(rest.get(digits..).unwrap_or_default())
}

/// The value of an integer token.
pub(super) fn integer(token: &str) -> Result<i64, Fault> {
    if token.len() > 1 && token.starts_with('0') && token.bytes().any(|byte| byte != b'0') {
        return Err(Fault::new("template.syntax", "a number may not begin with 0")
            .help("leave the leading zero out, or write a string"));
    }
    token.parse().map_err(|_| {
        Fault::new("template.syntax", "this number is too large")
            .help("use a number up to 9223372036854775807")
    })
}

/// The value of a float token.
pub(super) fn float(token: &str) -> Result<f64, Fault> {
    match token.parse() {
        Ok(value) if f64::is_finite(value) => Ok(value),
        _ => Err(Fault::new("template.syntax", "this number is too large")),
    }
}
