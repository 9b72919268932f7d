//! How many bytes values hold, roughly.
//!
//! Owns the sums by which a memo says what it keeps. It must never read a text: lengths are known.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::agent::input::{ActionRequest, Content, Memory, Message, Part};
use crate::agent::name::PromptName;

/// What a value takes where it stands.
const PLACE: usize = 32;

/// Values that say how many bytes they hold.
pub(crate) trait Size {
    /// How many bytes. Linear in the number of values; texts take no longer for being long.
    fn size(&self) -> usize;
}

impl Size for Json {
    fn size(&self) -> usize {
        match self {
            Self::String(text) => text.size(),
            Self::Array(items) => PLACE + items.size(),
            Self::Object(members) => PLACE + members.size(),
            Self::Null | Self::Bool(_) | Self::Number(_) => PLACE,
        }
    }
}

impl Size for Map<String, Json> {
    fn size(&self) -> usize {
        self.iter().map(|(name, value)| name.size() + value.size()).sum()
    }
}

impl<T: Size> Size for Vec<T> {
    fn size(&self) -> usize {
        self.iter().map(Size::size).sum()
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
        PLACE + self.len()
    }
}

impl Size for PromptName {
    fn size(&self) -> usize {
        PLACE + self.as_str().len()
    }
}

impl Size for u32 {
    fn size(&self) -> usize {
        PLACE
    }
}

impl Size for usize {
    fn size(&self) -> usize {
        PLACE
    }
}

impl Size for Memory {
    fn size(&self) -> usize {
        self.entries.size() + self.rules.size()
    }
}

impl Message {
    /// How many bytes it holds, roughly, for whoever keeps it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.size()
    }
}

impl Size for Message {
    fn size(&self) -> usize {
        self.content.size()
    }
}

impl Size for Content {
    fn size(&self) -> usize {
        match self {
            Self::Text(text) => PLACE + text.len(),
            Self::Parts(parts) => PLACE + parts.size(),
        }
    }
}

impl Size for Part {
    fn size(&self) -> usize {
        match self {
            Self::Text { text } => text.size(),
            Self::Image { url, .. } => url.size(),
            Self::File { url, name, .. } => url.size() + name.size(),
            Self::ToolCall { id, name, arguments } => id.size() + name.size() + arguments.size(),
            Self::ToolResult { id, content } => id.size() + content.size(),
            Self::Opaque { provider, model, value } => {
                provider.size() + model.size() + value.size()
            }
        }
    }
}

impl Size for ActionRequest {
    fn size(&self) -> usize {
        self.name.size() + self.params.size()
    }
}
