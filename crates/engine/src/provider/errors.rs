//! What providers say when they cannot answer.
//!
//! Sources: the error tables of OpenAI's, Anthropic's and Google's API references, the error types of their
//! official Python packages, and the words that servers use which speak OpenAI's format. Owns finding an
//! error in a body and telling its kind. It must never decide what is done about it.

use serde_json::Value as Json;

use crate::provider::body::member;
use crate::turn::format::bad_reply::{BadReply, ErrorKind};

/// Words for what went wrong, whoever says them, and what they mean.
const WORDS: &[(&str, ErrorKind)] = &[
    // OpenAI: codes, which are more exact than types, stand in front of them in a body.
    ("rate_limit_exceeded", ErrorKind::RateLimit),
    ("insufficient_quota", ErrorKind::Quota),
    ("billing_hard_limit_reached", ErrorKind::Quota),
    ("context_length_exceeded", ErrorKind::TooLong),
    ("string_above_max_length", ErrorKind::TooLong),
    ("invalid_api_key", ErrorKind::Auth),
    ("model_not_found", ErrorKind::BadRequest),
    ("content_filter", ErrorKind::Filtered),
    ("content_policy_violation", ErrorKind::Filtered),
    ("image_content_policy_violation", ErrorKind::Filtered),
    ("invalid_prompt", ErrorKind::Filtered),
    ("bio_policy", ErrorKind::Filtered),
    ("misalignment_policy_violation", ErrorKind::Filtered),
    ("server_error", ErrorKind::Overloaded),
    ("vector_store_timeout", ErrorKind::Overloaded),
    ("tokens", ErrorKind::RateLimit),
    ("requests", ErrorKind::RateLimit),
    // Anthropic, and OpenAI's types where they are the same.
    ("invalid_request_error", ErrorKind::BadRequest),
    ("authentication_error", ErrorKind::Auth),
    ("permission_error", ErrorKind::Auth),
    ("billing_error", ErrorKind::Quota),
    ("contract_spend_limit_reached", ErrorKind::Quota),
    ("enforced_spend_limit_reached", ErrorKind::Quota),
    ("not_found_error", ErrorKind::BadRequest),
    ("request_too_large", ErrorKind::TooLong),
    ("rate_limit_error", ErrorKind::RateLimit),
    ("timeout_error", ErrorKind::Overloaded),
    ("api_error", ErrorKind::Overloaded),
    ("overloaded_error", ErrorKind::Overloaded),
    // Google.
    ("API_KEY_INVALID", ErrorKind::Auth),
    ("INVALID_ARGUMENT", ErrorKind::BadRequest),
    ("FAILED_PRECONDITION", ErrorKind::BadRequest),
    ("OUT_OF_RANGE", ErrorKind::BadRequest),
    ("NOT_FOUND", ErrorKind::BadRequest),
    ("UNAUTHENTICATED", ErrorKind::Auth),
    ("PERMISSION_DENIED", ErrorKind::Auth),
    ("RESOURCE_EXHAUSTED", ErrorKind::RateLimit),
    ("ABORTED", ErrorKind::Overloaded),
    ("INTERNAL", ErrorKind::Overloaded),
    ("UNAVAILABLE", ErrorKind::Overloaded),
    ("DEADLINE_EXCEEDED", ErrorKind::Overloaded),
    // Servers that speak OpenAI's format: vLLM, llama.cpp.
    ("BadRequestError", ErrorKind::BadRequest),
    ("NotFoundError", ErrorKind::BadRequest),
    ("InternalServerError", ErrorKind::Overloaded),
    ("exceed_context_size_error", ErrorKind::TooLong),
];

/// What is said about a prompt that is too long where no word of its own tells it.
const TOO_LONG: &[&str] = &[
    "prompt is too long",
    "exceed context limit",
    "exceeds the context window",
    "maximum context length",
    "input token count",
];

/// Where a body names the error, the most exact word first.
const PLACES: &[&str] = &["/details/error_code", "/details/0/reason", "/status", "/code", "/type"];

/// The error that a body or the data of an event tells, if it tells one.
pub(super) fn error(body: &Json) -> Option<BadReply> {
    // Google answers a stream that was not asked for as events with a list.
    let body = match body {
        Json::Array(items) => items.first()?,
        other => other,
    };
    let said = match member(body, "error") {
        Some(error) => error,
        None if ["type", "object"]
            .iter()
            .any(|key| body.get(key) == Some(&Json::from("error"))) =>
        {
            body
        }
        None => return None,
    };
    let message = match said {
        Json::String(text) => text.clone(),
        _ => said.get("message").and_then(Json::as_str).unwrap_or_default().to_owned(),
    };
    let words = PLACES.iter().filter_map(|place| word(said.pointer(place)?));
    let words: Vec<String> = words.filter(|word| word != "error").collect();
    let known = |word: &String| {
        let row = WORDS.iter().find(|(known, _)| known == word)?;
        Some((word.clone(), row.1))
    };
    // A number is less exact than any word.
    let status = |word: &String| Some((word.clone(), ErrorKind::of_status(word.parse().ok()?)));
    let first = || (words.first().cloned().unwrap_or_default(), ErrorKind::Other);
    let found = words.iter().find_map(known).or_else(|| words.iter().find_map(status));
    let (word, mut kind) = found.unwrap_or_else(first);
    if matches!(kind, ErrorKind::BadRequest | ErrorKind::Other) {
        let lower = message.to_lowercase();
        if TOO_LONG.iter().any(|phrase| lower.contains(phrase)) {
            kind = ErrorKind::TooLong;
        }
    }
    Some(BadReply::Error { kind, word, message })
}

/// A word, or the number of a status.
fn word(value: &Json) -> Option<String> {
    match value {
        Json::String(text) if !text.is_empty() => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
