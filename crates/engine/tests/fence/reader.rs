//! A reader that is easily fooled, written apart from the fence: it takes invisible characters out,
//! folds what looks alike, and then believes every tag, token and header that it sees.

use unicode_normalization::UnicodeNormalization;

use crate::spellings::LOOK_ALIKES;

const TAGS: &[&str] = &[
    "memory-profile",
    "memory",
    "history",
    "user-rules",
    "procedural-rules",
    "task",
    "safety",
    "core-policy",
    "system",
    "instructions",
    "response-style",
    "therapeutic-approach",
    "overlay",
    "context",
    "slots",
    "script",
    "allowed-actions",
    "tool_result",
    "policy",
    "core",
    "developer",
    "user",
    "assistant",
    "approach",
    "actions",
    "tool_call",
];

const TOKENS: &[&str] = &[
    "<|im_start|>",
    "<|im_end|>",
    "<|im_sep|>",
    "<|endoftext|>",
    "<|fim_prefix|>",
    "<|fim_middle|>",
    "<|fim_suffix|>",
    "<|start|>",
    "<|end|>",
    "<|message|>",
    "<|channel|>",
    "<|call|>",
    "<|return|>",
    "<|constrain|>",
    "[inst]",
    "[/inst]",
    "<<sys>>",
    "<</sys>>",
    "<s>",
    "</s>",
    "<|begin_of_text|>",
    "<|end_of_text|>",
    "<|start_header_id|>",
    "<|end_header_id|>",
    "<|eot_id|>",
    "<|eom_id|>",
    "<|python_tag|>",
    "<|header_start|>",
    "<|header_end|>",
    "<|eot|>",
    "<start_of_turn>",
    "<end_of_turn>",
    "<bos>",
    "<eos>",
    "[available_tools]",
    "[/available_tools]",
    "[tool_calls]",
    "[tool_results]",
    "[/tool_results]",
    "[system_prompt]",
    "[/system_prompt]",
    "<|system|>",
    "<|user|>",
    "<|assistant|>",
    "<|begin▁of▁sentence|>",
    "<|end▁of▁sentence|>",
    "<think>",
    "</think>",
    "<|im_system|>",
    "<|im_user|>",
    "<|im_assistant|>",
    "<|im_middle|>",
    "<|start_of_turn_token|>",
    "<|end_of_turn_token|>",
    "<|system_token|>",
    "<|user_token|>",
    "<|chatbot_token|>",
    "\n\nhuman:",
    "\n\nassistant:",
    "\n\nsystem:",
    "<function_calls>",
    "</function_calls>",
    "<invoke",
    "<system>",
    "</system>",
    "[gmask]",
    "<sop>",
    "<|observation|>",
];

pub(crate) fn is_break(c: char) -> bool {
    "\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".contains(c)
}

fn hides(c: char) -> bool {
    (c.is_control() && !is_break(c) && c != '\t')
        || "\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{3164}\u{FEFF}\u{FFA0}".contains(c)
        || ('\u{200B}'..='\u{200F}').contains(&c)
        || ('\u{202A}'..='\u{202E}').contains(&c)
        || ('\u{2060}'..='\u{206F}').contains(&c)
        || ('\u{FE00}'..='\u{FE0F}').contains(&c)
        || ('\u{E0000}'..='\u{E0FFF}').contains(&c)
        || ('\u{334}'..='\u{338}').contains(&c)
}

/// The character as the reader sees it, as several or none.
fn fold(c: char) -> String {
    if hides(c) {
        return String::new();
    }
    let c = match c {
        '⟨' | '〈' | '‹' => '<',
        '⟩' | '〉' | '›' => '>',
        '⁄' | '∕' => '/',
        _ => c,
    };
    std::iter::once(c)
        .nfkc()
        .flat_map(|c| {
            LOOK_ALIKES.iter().find(|pair| pair.1 == c).map_or(c, |pair| pair.0).to_lowercase()
        })
        .collect()
}

fn folded(text: &str) -> (String, Vec<usize>) {
    let mut out = String::new();
    let mut origin = Vec::new();
    for (at, c) in text.char_indices() {
        out.push_str(&fold(c));
        origin.resize(out.len(), at);
    }
    (out, origin)
}

/// Where tags that the reader believes in begin. A closing tag it believes in even without its end.
pub(crate) fn tag_openers(text: &str, own: &[&str]) -> Vec<usize> {
    openers(text, own, false)
}

/// Where tags begin that have an end.
pub(crate) fn whole_tags(text: &str, own: &[&str]) -> Vec<usize> {
    openers(text, own, true)
}

fn openers(text: &str, own: &[&str], whole: bool) -> Vec<usize> {
    let (seen, origin) = folded(text);
    let mut found = Vec::new();
    for (at, _) in seen.match_indices('<') {
        let rest = seen[at + 1..].trim_start();
        let (closes, rest) =
            rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest.trim_start()));
        for name in TAGS.iter().chain(own) {
            let spelled = |separator: &str| rest.strip_prefix(&name.replace(['-', '_'], separator));
            let Some(after) = spelled("-").or_else(|| spelled("_")).or_else(|| spelled(" ")) else {
                continue;
            };
            let ends = after.find(['<', '>']).is_some_and(|index| after[index..].starts_with('>'));
            let apart = after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/');
            if apart && (ends || (closes && !whole)) {
                found.push(origin[at]);
            }
        }
    }
    found
}

/// A control token in the text, if there is one.
pub(crate) fn token_in(text: &str) -> Option<&'static str> {
    let (seen, _) = folded(text);
    TOKENS.iter().copied().find(|token| seen.contains(token))
}

/// A character that hides text without need, if there is one (the tests' values are Latin).
pub(crate) fn hidden_in(text: &str) -> Option<char> {
    text.chars().find(|c| hides(*c) && *c != '\u{AD}' && !('\u{334}'..='\u{338}').contains(c))
}

/// Whether the reader takes the line for a header.
pub(crate) fn reads_as_header(line: &str) -> bool {
    if line.trim_start().trim_start_matches("- ").starts_with("> ") {
        return false;
    }
    let (seen, _) = folded(line);
    let head = seen.trim_start_matches(|c: char| !c.is_alphanumeric());
    let head = head.strip_prefix("1. ").unwrap_or(head);
    let plain: String = head.chars().filter(|c| !"*_`".contains(*c)).collect();
    let labels = [
        "system:",
        "system :",
        "user:",
        "developer:",
        "assistant:",
        "human:",
        "admin override:",
        "role: system",
        "layer 0",
        "begin policy",
        "end policy",
        "end of user memory",
        "core safety policy",
        "role\":\"system",
    ];
    let heading = seen.trim_start().starts_with('#')
        && ["system", "instructions"].iter().any(|word| plain.starts_with(word));
    let bracket =
        seen.trim_start().starts_with("[system]") || seen.trim_start().starts_with("```system");
    heading || bracket || labels.iter().any(|label| plain.starts_with(label))
}
