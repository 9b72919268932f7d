//! E-mail addresses.
//!
//! Owns the part of RFC 5321 and 6531 that mailboxes use: a local part of letters, digits and a few
//! signs, and a domain with a dot, also of other scripts. It must never change the local part: only its
//! owner's server knows what is the same there.

use serde_json::{Value as Json, json};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::{RestrictionLevel, RestrictionLevelDetection};

use super::{Change, Given, SlotProblem, invalid, outside, read};

/// Bytes of an address that a server must take (RFC 5321, 4.5.3.1.3).
pub(super) const LONGEST: usize = 254;

/// Bytes of the local part.
const LONGEST_LOCAL: usize = 64;

/// Bytes of a label of the domain.
const LONGEST_LABEL: usize = 63;

pub(super) fn email(given: Given<'_>, changes: &mut Vec<Change>) -> Result<Json, SlotProblem> {
    let Given::Text(text) = given else {
        return Err(invalid("it is no e-mail address"));
    };
    let Some((local, domain)) = text.split_once('@') else {
        return Err(invalid("an e-mail address has an @"));
    };
    if domain.contains('@') {
        return Err(invalid("it has more than one @: one address is asked for"));
    }
    if !is_local(local) {
        return Err(invalid("what stands before the @ is not the name of a mailbox"));
    }
    let small = domain.nfkc().flat_map(char::to_lowercase).nfkc().collect::<String>();
    let small = small.replace('。', ".");
    if !is_domain(&small) {
        return Err(invalid("what stands behind the @ is not a domain such as example.org"));
    }
    if local.len() > LONGEST_LOCAL || local.len() + 1 + small.len() > LONGEST {
        return Err(outside("it is longer than an address can be"));
    }
    if small != domain {
        read(changes, "wrote the domain in its usual form");
    }
    Ok(json!(format!("{local}@{small}")))
}

/// Words between single dots (RFC 5321: dot-string; a quoted string is no mailbox that anybody has).
fn is_local(local: &str) -> bool {
    let fits = |c: char| match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c),
        _ => is_letter(c),
    };
    local.split('.').all(|word| {
        !word.is_empty() && !word.starts_with(is_combining_mark) && word.chars().all(fits)
    })
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let Some(last) = labels.last().filter(|_| labels.len() > 1) else {
        return false;
    };
    let fits = |c: char| match c {
        _ if c.is_ascii() => c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-',
        _ => is_letter(c),
    };
    let is_label = |label: &&str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && !label.starts_with(is_combining_mark)
            && label.chars().all(fits)
            // A letter of another script among Latin ones is there to look like one.
            && label.check_restriction_level(RestrictionLevel::HighlyRestrictive)
    };
    let is_top = last.len() > 1 && !last.bytes().all(|byte| byte.is_ascii_digit());
    is_top && labels.iter().all(is_label)
}

fn is_letter(c: char) -> bool {
    !c.is_ascii() && (c.is_alphanumeric() || is_combining_mark(c))
}
