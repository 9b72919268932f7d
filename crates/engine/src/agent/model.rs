//! Which model answers, and how much it may be given.
//!
//! Owns the `model` block of an agent and of a call. It must never know a provider's table of models
//! (that is `provider` and `token`).

use serde_json::{Map, Value as Json};

use crate::agent::decode::{Decoder, Text};
use crate::agent::tokenizer;
use crate::agent::yaml::Node;

/// The window that holds when the agent names none, in tokens.
pub const DEFAULT_WINDOW: u32 = 32_000;

/// The tokens kept for the answer when the agent names none.
pub const DEFAULT_RESERVE: u32 = 2_000;

/// Keys of payloads that the engine itself writes, of every provider.
const OWNED: [&str; 22] = [
    "model",
    "messages",
    "system",
    "input",
    "instructions",
    "contents",
    "systemInstruction",
    "tools",
    "response_format",
    "output_config",
    "text",
    "max_tokens",
    "max_completion_tokens",
    "max_output_tokens",
    "system_instruction",
    "generationConfig",
    "generation_config",
    "maxOutputTokens",
    "responseMimeType",
    "responseJsonSchema",
    "responseSchema",
    "prompt_cache_key",
];

/// What an author says of the model. Whatever is left out is inherited by a call from its agent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelSpec {
    /// The provider, when it is not to be found from the name.
    pub provider: Option<Text>,
    /// The model's name as the provider knows it.
    pub name: Option<Text>,
    /// The file with which its tokens are counted.
    pub tokenizer: Option<Text>,
    /// The whole window in tokens.
    pub window: Option<u32>,
    /// Tokens kept for the answer.
    pub reserve: Option<u32>,
    /// Parameters passed through to the provider.
    pub params: Map<String, Json>,
}

/// The model of one call, nothing left open.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The provider, when it is given.
    pub provider: Option<String>,
    /// The model's name.
    pub name: String,
    /// The file with which its tokens are counted, when there is one.
    pub tokenizer: Option<String>,
    /// The whole window in tokens.
    pub window: u32,
    /// Tokens kept for the answer.
    pub reserve: u32,
    /// Parameters passed through to the provider.
    pub params: Map<String, Json>,
}

impl ModelSpec {
    pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Self {
        Self::read(decoder, node, true)
    }

    /// The model of what has no files beside it, and so no tokenizer of its own.
    pub(crate) fn decode_alone(decoder: &mut Decoder, node: &Node) -> Self {
        Self::read(decoder, node, false)
    }

    fn read(decoder: &mut Decoder, node: &Node, has_files: bool) -> Self {
        let Some(mut fields) = decoder.fields(node, "a model") else {
            return Self::default();
        };
        let provider = fields.text(decoder, "provider");
        let name = fields.text(decoder, "name");
        let file = if has_files { fields.text(decoder, "tokenizer") } else { None };
        let spec = Self {
            provider,
            name,
            tokenizer: file.and_then(|name| tokenizer::checked(decoder, name)),
            window: fields.integer(decoder, "window", 1),
            reserve: fields.integer(decoder, "reserve", 1),
            params: fields.object(decoder, "params"),
        };
        if let (Some(window), Some(reserve)) = (spec.window, spec.reserve)
            && reserve >= window
        {
            let message =
                format!("the reserve of {reserve} tokens leaves nothing of the window of {window}");
            let help = "Make the window larger or the reserve smaller.";
            decoder.error_with("model.reserve", &node.span, message, help);
        }
        fields.finish(decoder);
        for key in spec.params.keys().filter(|key| OWNED.contains(&key.as_str())) {
            let message = format!("`{key}` is written by the engine and cannot be a parameter");
            decoder.error_with("model.params", &node.span, message, "Remove it from `params`.");
        }
        spec
    }

    /// This model where it says something, `base` where it does not. A call that names another model
    /// inherits neither provider nor tokenizer: they belong to the name.
    #[must_use]
    pub fn over(&self, base: &Model) -> Model {
        let mut params = base.params.clone();
        params.extend(self.params.clone());
        let base_name = self.name.is_none().then_some(base);
        let given = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        Model {
            provider: given(&self.provider).or_else(|| base_name?.provider.clone()),
            name: given(&self.name).unwrap_or_else(|| base.name.clone()),
            tokenizer: given(&self.tokenizer).or_else(|| base_name?.tokenizer.clone()),
            window: self.window.unwrap_or(base.window),
            reserve: self.reserve.unwrap_or(base.reserve).min(self.window.unwrap_or(base.window)),
            params,
        }
    }
}

impl Default for Model {
    fn default() -> Self {
        Self {
            provider: None,
            name: String::new(),
            tokenizer: None,
            window: DEFAULT_WINDOW,
            reserve: DEFAULT_RESERVE,
            params: Map::new(),
        }
    }
}
