//! Parts of messages that are not text.
//!
//! Owns what is left of a part when its texts are cleaned: a picture, a file, a call of a tool, a result,
//! and what is opaque.
//! It must never hold text that is said: that has an account of its own.

use serde_json::Value as Json;

/// A part that is passed through.
#[derive(Clone, Debug, PartialEq)]
pub enum Passed {
    /// A picture.
    Image {
        /// Address, `data:` URL in base64, or the id of an upload.
        url: String,
        /// Its cost in tokens, when the caller knows it.
        tokens: Option<u32>,
    },
    /// A file.
    File {
        /// Address, `data:` URL in base64, or the id of an upload.
        url: String,
        /// Its name.
        name: Option<String>,
        /// Its cost in tokens, when the caller knows it.
        tokens: Option<u32>,
    },
    /// A tool call that the model made.
    ToolCall {
        /// Its id.
        id: String,
        /// The tool.
        name: String,
        /// The arguments, with their keys in order.
        arguments: Json,
    },
    /// What a tool call gave.
    ToolResult {
        /// The call's id.
        id: String,
        /// The result as text.
        content: String,
    },
    /// Something that only the provider can read, which goes back as it came.
    Opaque {
        /// Who sent it.
        provider: String,
        /// The model that was asked.
        model: String,
        /// What it sent, with the keys in order.
        value: Json,
    },
}
