//! Which tokenizer counts for which model.
//!
//! Owns one table of model names. To add a model, add a row; rows are read from the top and the
//! first that fits decides. It must never guess an exact encoding: a name that no row knows is
//! estimated.
//!
//! Sources: tiktoken's `model.py` for OpenAI (gpt-oss uses `o200k_harmony`, whose ordinary text is
//! counted as in `o200k_base`); Anthropic's notes on Opus 4.7 for the change of its tokenizer.

use crate::token::encoding::Encoding;
use crate::token::estimate::Estimate;
use crate::token::tokenizer::Tokenizer;

const O200K: Tokenizer = Tokenizer::Exact(Encoding::O200kBase);
const CL100K: Tokenizer = Tokenizer::Exact(Encoding::Cl100kBase);
const ANTHROPIC: Tokenizer = Tokenizer::Estimated(Estimate::Anthropic);
const ANTHROPIC_CLASSIC: Tokenizer = Tokenizer::Estimated(Estimate::AnthropicClassic);
const GEMINI: Tokenizer = Tokenizer::Estimated(Estimate::Gemini);
const UNKNOWN: Tokenizer = Tokenizer::Estimated(Estimate::Unknown);

/// Beginnings of model names. A beginning fits where the name ends or goes on with something other
/// than a letter or a digit; one that ends in `-` fits whatever follows.
const MODELS: &[(&str, Tokenizer)] = &[
    ("gpt-5", O200K),
    ("gpt-4.1", O200K),
    ("gpt-4.5", O200K),
    ("gpt-4o", O200K),
    ("gpt-oss", O200K),
    ("chatgpt-4o", O200K),
    ("codex-mini", O200K),
    ("o1", O200K),
    ("o3", O200K),
    ("o4", O200K),
    ("gpt-4", CL100K),
    ("gpt-3.5", CL100K),
    ("gpt-35", CL100K),
    ("text-embedding-3", CL100K),
    ("text-embedding-ada-002", CL100K),
    ("claude-instant", ANTHROPIC_CLASSIC),
    ("claude-2", ANTHROPIC_CLASSIC),
    ("claude-3", ANTHROPIC_CLASSIC),
    ("claude-opus-4-0", ANTHROPIC_CLASSIC),
    ("claude-opus-4-1", ANTHROPIC_CLASSIC),
    ("claude-opus-4-20250514", ANTHROPIC_CLASSIC),
    ("claude-opus-4-5", ANTHROPIC_CLASSIC),
    ("claude-opus-4-6", ANTHROPIC_CLASSIC),
    ("claude-sonnet-4-0", ANTHROPIC_CLASSIC),
    ("claude-sonnet-4-20250514", ANTHROPIC_CLASSIC),
    ("claude-sonnet-4-5", ANTHROPIC_CLASSIC),
    ("claude-sonnet-4-6", ANTHROPIC_CLASSIC),
    ("claude-haiku-4-5", ANTHROPIC_CLASSIC),
    ("claude", ANTHROPIC),
    ("gemini", GEMINI),
];

/// What counts for a model where no row knows its name.
const PROVIDERS: &[(&str, Tokenizer)] = &[("anthropic", ANTHROPIC), ("gemini", GEMINI)];

/// The tokenizer that counts for a model of a provider, and why, for the manifest. Names are
/// compared in lower case, without a path (`openai/`, `models/`), a cloud's prefix
/// (`us.anthropic.`) or the mark of a fine-tuned model (`ft:`).
#[must_use]
pub fn tokenizer_for(provider: &str, model: &str) -> (Tokenizer, String) {
    let bare = bare_name(model);
    // OpenAI's encodings say nothing of a model that another provider serves under such a name.
    let speaks = |tokenizer: &Tokenizer| !tokenizer.exact() || provider.starts_with("openai");
    let row = MODELS.iter().find(|(row, tokenizer)| begins_with(&bare, row) && speaks(tokenizer));
    if let Some((beginning, tokenizer)) = row {
        return (
            tokenizer.clone(),
            format!("`{model}` is of `{beginning}`: {}", describe(tokenizer)),
        );
    }
    let tokenizer = PROVIDERS
        .iter()
        .find(|(name, _)| *name == provider)
        .map_or(UNKNOWN, |(_, row)| row.clone());
    let reason =
        format!("no tokenizer is known for `{model}` of `{provider}`: {}", describe(&tokenizer));
    (tokenizer, reason)
}

/// The name of a model as tables list it.
pub(crate) fn bare_name(model: &str) -> String {
    let name = model.trim().to_ascii_lowercase();
    let name = name.rsplit('/').next().unwrap_or_default();
    let name = name.rsplit("anthropic.").next().unwrap_or_default();
    let name = name.strip_prefix("openai.").unwrap_or(name);
    name.strip_prefix("ft:").unwrap_or(name).to_owned()
}

/// Whether a bare name is of a table's row.
pub(crate) fn begins_with(bare: &str, row: &str) -> bool {
    bare.strip_prefix(row).is_some_and(|rest| {
        row.ends_with('-') || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

fn describe(tokenizer: &Tokenizer) -> String {
    let name = tokenizer.name();
    match tokenizer.margin_permille() {
        0 => format!("{name}, exact"),
        margin => format!("{name}, within {} %", margin / 10),
    }
}
