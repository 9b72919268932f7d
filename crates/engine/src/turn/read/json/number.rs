//! Numbers of JSON.
//!
//! Owns the grammar of a number and the step to a machine number. It must never round a whole number:
//! what no machine number holds is told, and stays text.

use serde_json::{Number, Value as Json};

/// The length of the number that `bytes` begins with, by the grammar of JSON; none where there is none,
/// or where it is cut.
pub(crate) fn length(bytes: &[u8]) -> Option<usize> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    let whole = digits(at);
    if whole == 0 || (whole > 1 && bytes.get(at) == Some(&b'0')) {
        return None;
    }
    at += whole;
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        if fraction == 0 {
            return None;
        }
        at += 1 + fraction;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at);
        if exponent == 0 {
            return None;
        }
        at += exponent;
    }
    Some(at)
}

/// The value of a number in the grammar of JSON; none where no machine number holds it: a whole number
/// of more than 64 bits, or one that would become infinite or vanish. What is behind the precision of a
/// fraction is no loss that JSON knows of.
pub(crate) fn value(text: &str) -> Option<Json> {
    if !text.contains(['.', 'e', 'E']) && text != "-0" {
        let signed = text.parse::<i64>().map(Number::from);
        return signed.or_else(|_| text.parse::<u64>().map(Number::from)).ok().map(Json::Number);
    }
    let number = text.parse::<f64>().ok()?;
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let vanished = number == 0.0 && mantissa.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    if vanished { None } else { Number::from_f64(number).map(Json::Number) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_number_is_what_the_grammar_says() {
        for text in ["0", "-0", "10", "1.5", "-1.25e+4", "0e0", "1E-2"] {
            assert_eq!(length(text.as_bytes()), Some(text.len()), "{text}");
        }
        for text in ["", "-", "01", "1.", ".5", "1e", "1e+", "+1", "a"] {
            assert_eq!(length(text.as_bytes()), None, "{text}");
        }
        assert_eq!(length(b"12,"), Some(2));
    }

    #[test]
    fn no_whole_number_is_rounded_and_no_number_vanishes() {
        assert_eq!(value("12345678901234567890"), Some(json!(12_345_678_901_234_567_890_u64)));
        assert_eq!(value("-9223372036854775808"), Some(json!(i64::MIN)));
        assert_eq!(value("123456789012345678901234567890"), None);
        assert_eq!(value("1e999"), None);
        assert_eq!(value("1e-99999"), None);
        assert_eq!(value("0.0e-99999"), Some(json!(0.0)));
        assert_eq!(
            value("-0").and_then(|zero| zero.as_f64()).map(f64::is_sign_negative),
            Some(true)
        );
    }
}
