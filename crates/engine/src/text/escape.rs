//! Text between the quotes of a JSON string.
//!
//! Owns the escapes, which are those of `serde_json`. It must never escape what need not be.

use std::fmt::Write as _;

/// Appends a text as it stands between the quotes of a JSON string: the same escapes as `serde_json`.
pub fn escape(text: &str, out: &mut String) {
    let mut from = 0;
    let bytes = text.as_bytes();
    while let Some(at) = special(bytes, from) {
        let byte = bytes[at];
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0C => "\\f",
            _ => "",
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        if short.is_empty() {
            // Writing to a string does not fail.
            let _ = write!(out, "\\u{byte:04x}");
        } else {
            out.push_str(short);
        }
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

/// The next byte that needs an escape. Sixteen bytes are looked at together: most have none.
fn special(bytes: &[u8], from: usize) -> Option<usize> {
    let is_special = |byte: u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    let rest = bytes.get(from..)?;
    let any = |block: &[u8; 16]| block.iter().fold(false, |any, byte| any | is_special(*byte));
    let clear = 16 * rest.as_chunks().0.iter().take_while(|block| !any(block)).count();
    let found = rest.get(clear..)?.iter().position(|byte| is_special(*byte))?;
    Some(from + clear + found)
}
