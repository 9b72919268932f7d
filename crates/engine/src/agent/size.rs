//! How many bytes values take, roughly.
//!
//! Owns the sums by which a memo says what it keeps. It must never read a text: lengths are known.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::agent::input::{ActionRequest, Content, Memory, Message, Part};
use crate::agent::name::PromptName;

/// What a member of a mapping takes beside its name and its value: its hash, and its place in the table.
const MEMBER: usize = 16;

/// Values that say how many bytes they take.
pub(crate) trait Size {
    /// How many bytes, where it stands and elsewhere. Linear in the number of values; texts take no longer for being
    /// long.
    fn size(&self) -> usize;
}

impl Size for Json {
    fn size(&self) -> usize {
        let elsewhere = match self {
            Self::String(text) => text.len(),
            Self::Array(items) => items.size(),
            Self::Object(members) => members.size(),
            Self::Null | Self::Bool(_) | Self::Number(_) => 0,
        };
        size_of::<Self>() + elsewhere
    }
}

impl Size for Map<String, Json> {
    fn size(&self) -> usize {
        let member = |(name, value): (&String, &Json)| MEMBER + name.size() + value.size();
        size_of::<Self>() + self.iter().map(member).sum::<usize>()
    }
}

impl<T: Size> Size for Vec<T> {
    fn size(&self) -> usize {
        size_of::<Self>() + self.iter().map(Size::size).sum::<usize>()
    }
}

impl<T: Size> Size for Option<T> {
    fn size(&self) -> usize {
        self.as_ref().map_or(0, Size::size)
    }
}

impl<K: Size, T: Size> Size for BTreeMap<K, T> {
    fn size(&self) -> usize {
        self.iter().map(|(key, value)| key.size() + value.size()).sum()
    }
}

impl<A: Size, B: Size> Size for (A, B) {
    fn size(&self) -> usize {
        self.0.size() + self.1.size()
    }
}

impl Size for String {
    fn size(&self) -> usize {
        size_of::<Self>() + self.len()
    }
}

impl Size for PromptName {
    fn size(&self) -> usize {
        size_of::<Self>() + self.as_str().len()
    }
}

impl Size for u32 {
    fn size(&self) -> usize {
        size_of::<Self>()
    }
}

impl Size for usize {
    fn size(&self) -> usize {
        size_of::<Self>()
    }
}

impl Size for Memory {
    fn size(&self) -> usize {
        self.entries.size() + self.rules.size()
    }
}

impl Message {
    /// How many bytes it takes, roughly, for whoever keeps it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.size()
    }
}

impl Size for Message {
    fn size(&self) -> usize {
        size_of::<Self>() + self.content.size()
    }
}

impl Size for Content {
    fn size(&self) -> usize {
        match self {
            // Beside it stands how many share it.
            Self::Text(text) => 2 * size_of::<usize>() + text.len(),
            Self::Parts(parts) => parts.size(),
        }
    }
}

impl Size for Part {
    fn size(&self) -> usize {
        let elsewhere = match self {
            Self::Text { text } => text.len(),
            Self::Image { url, .. } => url.len(),
            Self::File { url, name, .. } => url.len() + name.size(),
            Self::ToolCall { id, name, arguments } => id.len() + name.len() + arguments.size(),
            Self::ToolResult { id, content } => id.len() + content.len(),
            Self::Opaque { provider, model, value } => provider.len() + model.size() + value.size(),
        };
        size_of::<Self>() + elsewhere
    }
}

impl Size for ActionRequest {
    fn size(&self) -> usize {
        size_of::<Self>() + self.name.len() + self.params.size()
    }
}
