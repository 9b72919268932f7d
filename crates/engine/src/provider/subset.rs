//! What each provider's own schema subset has.
//!
//! Owns the rows. They are what the vendors document for structured outputs and strict tools; what a
//! row does not list is moved into descriptions by `lower`. It must never promise more than a vendor
//! enforces.

/// A provider's subset of JSON Schema.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subset {
    /// Limits that it takes as they are.
    pub limits: &'static [&'static str],
    /// Values of `format` that it takes.
    pub formats: &'static [&'static str],
    /// Whether every property must be required, so that optional ones become nullable.
    pub all_required: bool,
    /// Whether objects must refuse further fields.
    pub closed: bool,
    /// Whether `type` may be a list.
    pub type_lists: bool,
    /// Whether `const` is taken, and every kind of value in `enum`; else only texts and numbers.
    pub constants: bool,
    /// Whether a schema may contain itself.
    pub recursion: bool,
}

/// OpenAI's strict mode, in both of its APIs (its guide on structured outputs; the forms that its
/// Python package makes, `openai.lib._pydantic`).
pub(super) const OPENAI: Subset = Subset {
    limits: &[
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minItems",
        "maxItems",
    ],
    formats: &[
        "date-time",
        "time",
        "date",
        "duration",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "uuid",
    ],
    all_required: true,
    closed: true,
    type_lists: true,
    constants: true,
    recursion: true,
};

/// Anthropic's structured outputs and strict tools (its guide; `anthropic.lib._parse._transform` in its
/// Python package). `minItems` is taken for 0 and 1 only.
pub(super) const ANTHROPIC: Subset = Subset {
    limits: &["minItems"],
    formats: &[
        "date-time",
        "time",
        "date",
        "duration",
        "email",
        "hostname",
        "uri",
        "ipv4",
        "ipv6",
        "uuid",
    ],
    all_required: false,
    closed: true,
    type_lists: false,
    constants: true,
    recursion: false,
};

/// Gemini's `responseJsonSchema` and `parametersJsonSchema` (its API reference, also in google-genai's
/// `GenerateContentConfig.response_json_schema`). A schema that contains itself is unrolled by the
/// service, and only behind optional properties.
pub(super) const GEMINI: Subset = Subset {
    limits: &["minItems", "maxItems", "minimum", "maximum", "prefixItems"],
    formats: &[
        "date-time",
        "date",
        "time",
        "duration",
        "enum",
        "float",
        "double",
        "int32",
        "int64",
    ],
    all_required: false,
    closed: false,
    type_lists: true,
    constants: false,
    recursion: true,
};
