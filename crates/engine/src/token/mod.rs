//! Tokens: what a text, a message, a tool, a schema or an image costs a model.
//!
//! Owns every count that decides what fits into a window: exact counts for OpenAI's encodings,
//! estimates with a stated margin for models whose tokenizer is not published, a user's own
//! `tokenizer.json`, and tables for what providers add around the text. It must never read a clock, a file or the network, never depend on
//! an earlier call (a cache only saves work), and never call an estimate exact.
//!
//! Reading order: `words` splits, `vocabulary` knows the words that are one token, `encoding` counts
//! exactly, `estimate` estimates, `custom` counts with a file, `tokenizer` is any of them,
//! `models` finds the one that counts for a model; `cut` says where counts add up, `joined` and
//! `cache` use it; `overhead` and `image` are the tables.

mod cache;
#[cfg(feature = "tokenizers")]
mod custom;
#[cfg(not(feature = "tokenizers"))]
#[path = "no_custom.rs"]
mod custom;
mod cut;
mod encoding;
mod estimate;
mod hash;
mod image;
mod joined;
mod models;
mod overhead;
mod tokenizer;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

pub use cache::CountCache;
pub use custom::Custom;
pub use cut::is_safe_cut;
pub use encoding::Encoding;
pub use estimate::Estimate;
pub use image::{Detail, image_tokens, page_tokens};
pub use joined::count_joined;
pub(crate) use joined::{Inside, joined_by};
pub use models::tokenizer_for;
pub(crate) use models::{bare_name, begins_with};
pub use overhead::{
    ToolText, message_overhead, name_overhead, reply_priming, schema_tokens, tools_tokens,
};
pub use tokenizer::Tokenizer;
