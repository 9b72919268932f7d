//! Names that are structure.
//!
//! Owns the lists of tag names and tokens that prompts and providers use, and the key by which names
//! are compared. It never decides whether something is a tag: that is `token`'s.

use crate::text::letters::push_key;

/// The form in which names are compared: letters and digits only, see
/// [`push_key`](crate::text::letters::push_key). `_`, `-`, `.` and spaces leave no trace.
pub fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    name.chars().for_each(|c| push_key(c, &mut out));
    out
}

/// A set of keys.
#[derive(Clone, Debug, Default)]
pub struct Names {
    sorted: Vec<String>,
    longest: usize,
}

impl Names {
    /// The set of the keys of `names`; names without a letter or digit are left out.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<String> = names
            .into_iter()
            .map(key)
            .filter(|key| !key.is_empty())
            .collect();
        sorted.sort_unstable();
        sorted.dedup();
        let longest = sorted.iter().map(String::len).max().unwrap_or(0);
        Self { sorted, longest }
    }

    /// Whether a key is in the set.
    pub fn has(&self, key: &str) -> bool {
        key.len() <= self.longest
            && self
                .sorted
                .binary_search_by(|name| name.as_str().cmp(key))
                .is_ok()
    }

    /// Bytes of the longest key.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

/// Tags that prompts commonly use as structure.
pub const PROMPT_TAGS: &[&str] = &[
    "action",
    "actions",
    "agent",
    "allowed-actions",
    "allowed-tools",
    "answer-contract",
    "approach",
    "assistant",
    "authority",
    "background",
    "chat-history",
    "constitution",
    "constraints",
    "context",
    "conversation",
    "conversation-history",
    "core",
    "core-identity",
    "core-policy",
    "critical",
    "current-stage",
    "current-step",
    "current-turn",
    "developer",
    "developer-message",
    "developer-prompt",
    "directive",
    "directives",
    "document",
    "documents",
    "environment",
    "examples",
    "final-answer",
    "function",
    "functions",
    "guardrail",
    "guardrails",
    "guidelines",
    "history",
    "human",
    "identity",
    "identities",
    "instruction",
    "instructions",
    "knowledge",
    "layer",
    "memories",
    "memory",
    "memory-profile",
    "message",
    "messages",
    "objective",
    "output-contract",
    "output-format",
    "overlay",
    "persona",
    "phase",
    "policies",
    "policy",
    "previous-messages",
    "priority",
    "privacy",
    "procedural-memory",
    "procedural-rules",
    "profile",
    "prompt",
    "prompts",
    "recall",
    "relevant-memories",
    "reminder",
    "resources",
    "response-format",
    "response-style",
    "role",
    "rule",
    "rules",
    "safety",
    "safety-policy",
    "script",
    "scripts",
    "semantic-memory",
    "slot",
    "slots",
    "stage",
    "state",
    "step",
    "style",
    "style-preferences",
    "style-rules",
    "summary",
    "system-instruction",
    "system-instructions",
    "system-message",
    "system-override",
    "system-prompt",
    "system-reminder",
    "system-rules",
    "task",
    "tasks",
    "therapeutic-approach",
    "ticket",
    "tool-result",
    "tool-results",
    "tools",
    "user",
    "user-context",
    "user-data",
    "user-input",
    "user-memory",
    "user-message",
    "user-preferences",
    "user-profile",
    "user-rules",
    "user-style-rules",
    "workflow",
];

/// Tags and bare tokens in angle brackets that a provider reads as control.
pub const CONTROL_TAGS: &[&str] = &[
    "arg-key",
    "arg-value",
    "begin-of-image",
    "begin-of-sentence",
    "begin-of-text",
    "boi",
    "boa",
    "bos",
    "bos-token",
    "cls",
    "code-prefix",
    "code-suffix",
    "code-middle",
    "cot",
    "end-of-image",
    "end-of-sentence",
    "end-of-text",
    "end-of-turn",
    "end-of-utterance",
    "endofprompt",
    "endoftext",
    "end-think",
    "eoa",
    "eod",
    "eoi",
    "eom",
    "eop",
    "eos",
    "eos-token",
    "eot",
    "eot-id",
    "fake-token-around-image",
    "file-sep",
    "fim-middle",
    "fim-pad",
    "fim-prefix",
    "fim-suffix",
    "function-call",
    "function-calls",
    "function-response",
    "function-result",
    "function-results",
    "fnr",
    "gh-stars",
    "image-soft-token",
    "im-end",
    "im-sep",
    "im-start",
    "invoke",
    "issue-start",
    "jupyter-start",
    "mask",
    "max-thinking-length",
    "pad",
    "parameter",
    "reasoning-content",
    "repo-name",
    "s",
    "sep",
    "sop",
    "start-of-audio",
    "start-of-image",
    "start-of-turn",
    "system",
    "think",
    "thinking",
    "thought",
    "tool-call",
    "tool-calls",
    "tool-response",
    "tool-responses",
    "tool-use",
    "unk",
];

/// Beginnings of numbered tokens: `<extra_id_0>`, `<unused99>`.
pub const NUMBERED_TAGS: &[&str] = &[
    "extra-id",
    "unused",
    "special",
    "special-token",
    "reserved",
    "reserved-special-token",
    "sentinel",
    "mask",
];

/// Words of `<| … |>` tokens, with which white space inside the token is no excuse.
pub const PIPE_WORDS: &[&str] = &[
    "assistant",
    "begin of sentence",
    "begin of text",
    "call",
    "channel",
    "chatbot token",
    "constrain",
    "developer",
    "end",
    "end header id",
    "end of sentence",
    "end of text",
    "end of turn token",
    "endofprompt",
    "endoftext",
    "eom id",
    "eot",
    "eot id",
    "fim middle",
    "fim prefix",
    "fim suffix",
    "header end",
    "header start",
    "im assistant",
    "im end",
    "im middle",
    "im sep",
    "im start",
    "im system",
    "im user",
    "message",
    "observation",
    "pad",
    "python tag",
    "return",
    "start",
    "start header id",
    "start of turn token",
    "system",
    "system token",
    "think",
    "tool",
    "tool call",
    "tool response",
    "turn",
    "user",
    "user token",
];

/// Names of `[…]` tokens that mean nothing else, in any case.
pub const BRACKET_TOKENS: &[&str] = &[
    "inst",
    "available tools",
    "tool calls",
    "tool results",
    "tool content",
    "system prompt",
    "model settings",
    "gmask",
    "smask",
    "img break",
    "img end",
    "begin audio",
    "tool call",
    "tool result",
];

/// Names of `[…]` tokens that are also words of programs; only in capitals, and not as an index.
pub const BRACKET_CAPITALS: &[&str] = &[
    "args",
    "audio",
    "bos",
    "call id",
    "cls",
    "eop",
    "eos",
    "img",
    "mask",
    "middle",
    "pad",
    "prefix",
    "sep",
    "sop",
    "suffix",
    "think",
    "transcribe",
    "unk",
];
