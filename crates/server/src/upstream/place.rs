//! Where a provider is asked, and with which key.
//!
//! Owns the addresses, the variables of the environment that name them, and the headers. It must never
//! take an address from an agent or from a turn.

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};

use crate::upstream::fault::Fault;
use crate::upstream::key::Key;

/// The version of Anthropic's API that its payloads are written for.
const ANTHROPIC_VERSION: &str = "2023-06-01";

/// What the environment says of a provider.
struct Row {
    /// How the names of its providers begin.
    prefix: &'static str,
    keys: &'static [&'static str],
    bases: &'static [&'static str],
    base: &'static str,
}

const ROWS: [Row; 3] = [
    Row {
        prefix: "openai",
        keys: &["OPENAI_API_KEY"],
        bases: &["OPENAI_BASE_URL"],
        base: "https://api.openai.com/v1",
    },
    Row {
        prefix: "anthropic",
        keys: &["ANTHROPIC_API_KEY"],
        bases: &["ANTHROPIC_BASE_URL"],
        base: "https://api.anthropic.com",
    },
    Row {
        prefix: "gemini",
        keys: &["GEMINI_API_KEY", "GOOGLE_API_KEY"],
        bases: &["GEMINI_BASE_URL", "GOOGLE_GEMINI_BASE_URL"],
        base: "https://generativelanguage.googleapis.com",
    },
];

/// Where a provider is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    base: String,
    key: Option<Key>,
}

impl Place {
    /// The place of a provider, as the environment names it. Without a key there is none, unless the
    /// operator has named an address: servers of one's own often ask for no key.
    pub(crate) fn of(provider: &str, variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let row = row(provider)?;
        let key = row.keys.iter().find_map(|name| Key::of(&variable(name)?));
        let named = row.bases.iter().find_map(|name| variable(name));
        let named = named.map(|base| base.trim().trim_end_matches('/').to_owned());
        let named = named.filter(|base| !base.is_empty());
        if key.is_none() && named.is_none() {
            return None;
        }
        Some(Self { base: named.unwrap_or_else(|| row.base.to_owned()), key })
    }

    /// The address that all its calls begin with.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    pub(crate) fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// The address of a call.
    pub(crate) fn address(&self, provider: &str, model: &str) -> String {
        let base = &self.base;
        match provider {
            "openai-chat" => format!("{base}/chat/completions"),
            "openai-responses" => format!("{base}/responses"),
            "anthropic" => format!("{base}/v1/messages"),
            _ => {
                let model = escaped(model.trim_start_matches("models/"));
                format!("{base}/v1beta/models/{model}:streamGenerateContent?alt=sse")
            }
        }
    }

    /// The headers of a call.
    pub(crate) fn headers(&self, provider: &str) -> Result<Vec<(HeaderName, HeaderValue)>, Fault> {
        let mut headers = Vec::new();
        let (name, word) = match provider {
            "anthropic" => (HeaderName::from_static("x-api-key"), ""),
            "gemini" => (HeaderName::from_static("x-goog-api-key"), ""),
            _ => (AUTHORIZATION, "Bearer "),
        };
        if let Some(key) = &self.key {
            headers.push((name, key.header(word).map_err(|_| Fault::BadKey)?));
        }
        if provider == "anthropic" {
            let version = HeaderValue::from_static(ANTHROPIC_VERSION);
            headers.push((HeaderName::from_static("anthropic-version"), version));
        }
        Ok(headers)
    }
}

/// The variables of the environment that hold keys of a provider.
pub(crate) fn keys(provider: &str) -> &'static [&'static str] {
    row(provider).map(|row| row.keys).unwrap_or_default()
}

fn row(provider: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| provider.starts_with(row.prefix))
}

/// A payload that asks for the answer in pieces. Gemini is asked by the address.
pub(crate) fn in_pieces(provider: &str, payload: &str) -> String {
    let members = match provider {
        "openai-chat" => r#""stream":true,"stream_options":{"include_usage":true}"#,
        "openai-responses" | "anthropic" => r#""stream":true"#,
        _ => return payload.to_owned(),
    };
    match payload.strip_prefix('{') {
        Some("}") => format!("{{{members}}}"),
        Some(rest) => format!("{{{members},{rest}"),
        None => payload.to_owned(),
    }
}

/// A name as one segment of a path.
fn escaped(name: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    name.bytes().fold(String::with_capacity(name.len()), |mut out, byte| {
        match plain(byte) {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(provider: &str, variables: &[(&str, &str)]) -> Option<Place> {
        Place::of(provider, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_says_where_and_with_which_key() {
        let cases = [
            (
                "openai-chat",
                vec![("OPENAI_API_KEY", "k")],
                "https://api.openai.com/v1/chat/completions",
            ),
            (
                "openai-responses",
                vec![("OPENAI_BASE_URL", "http://localhost:1/v1/")],
                "http://localhost:1/v1/responses",
            ),
            (
                "anthropic",
                vec![("ANTHROPIC_API_KEY", "k")],
                "https://api.anthropic.com/v1/messages",
            ),
            (
                "gemini",
                vec![("GOOGLE_API_KEY", "k")],
                "https://generativelanguage.googleapis.com/v1beta/models/m%2F..%3Fx:streamGenerateContent?alt=sse",
            ),
        ];
        for (provider, variables, address) in cases {
            let place = place(provider, &variables).unwrap();
            assert_eq!(place.address(provider, "m/..?x"), address);
        }
        assert_eq!(
            place("anthropic", &[("OPENAI_API_KEY", "k"), ("ANTHROPIC_API_KEY", " ")]),
            None
        );
        assert_eq!(place("other", &[("OPENAI_API_KEY", "k")]), None);
    }

    #[test]
    fn each_provider_reads_the_key_from_its_own_header() {
        let all = [("OPENAI_API_KEY", "a"), ("ANTHROPIC_API_KEY", "b"), ("GEMINI_API_KEY", "c")];
        for (provider, expected) in [
            ("openai-chat", vec![("authorization", "Bearer a")]),
            ("openai-responses", vec![("authorization", "Bearer a")]),
            ("anthropic", vec![("x-api-key", "b"), ("anthropic-version", "2023-06-01")]),
            ("gemini", vec![("x-goog-api-key", "c")]),
        ] {
            let headers = place(provider, &all).unwrap().headers(provider).unwrap();
            let headers: Vec<_> = headers
                .iter()
                .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
                .collect();
            assert_eq!(headers, expected, "{provider}");
        }
    }

    #[test]
    fn only_the_way_in_which_the_answer_comes_is_added() {
        for (provider, payload, sent) in [
            ("anthropic", r#"{"a":1}"#, r#"{"stream":true,"a":1}"#),
            ("openai-responses", "{}", r#"{"stream":true}"#),
            (
                "openai-chat",
                r#"{"a":1}"#,
                r#"{"stream":true,"stream_options":{"include_usage":true},"a":1}"#,
            ),
            ("gemini", r#"{"a":1}"#, r#"{"a":1}"#),
        ] {
            assert_eq!(in_pieces(provider, payload), sent);
        }
    }
}
