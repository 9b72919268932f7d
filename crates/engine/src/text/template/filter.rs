//! The filters: what they are called and what they take.
//!
//! Owns the table that reading and rendering share. What a filter does is in `render/filters/`.

/// A filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    Default,
    Join,
    Length,
    Lower,
    Upper,
    Title,
    Trim,
    First,
    Last,
    Sort,
    Unique,
    Truncate,
    Replace,
    Json,
    Bullets,
    Date,
}

impl Filter {
    /// The names, in the order of the documentation.
    pub(super) const NAMES: &'static [&'static str] = &[
        "default", "join", "length", "lower", "upper", "title", "trim", "first", "last", "sort",
        "unique", "truncate", "replace", "json", "bullets", "date",
    ];

    pub(super) fn named(name: &str) -> Option<Filter> {
        Some(match name {
            "default" => Filter::Default,
            "join" => Filter::Join,
            "length" => Filter::Length,
            "lower" => Filter::Lower,
            "upper" => Filter::Upper,
            "title" => Filter::Title,
            "trim" => Filter::Trim,
            "first" => Filter::First,
            "last" => Filter::Last,
            "sort" => Filter::Sort,
            "unique" => Filter::Unique,
            "truncate" => Filter::Truncate,
            "replace" => Filter::Replace,
            "json" => Filter::Json,
            "bullets" => Filter::Bullets,
            "date" => Filter::Date,
            _ => return None,
        })
    }

    pub(super) fn name(self) -> &'static str {
        Filter::NAMES.get(self as usize).copied().unwrap_or_default()
    }

    /// The names of the parameters, as in Jinja2.
    pub(super) fn parameters(self) -> &'static [&'static str] {
        match self {
            Filter::Default => &["default_value", "boolean"],
            Filter::Join => &["d", "attribute"],
            Filter::Trim => &["chars"],
            Filter::Sort => &["reverse", "case_sensitive", "attribute"],
            Filter::Unique => &["case_sensitive", "attribute"],
            Filter::Truncate => &["length", "killwords", "end", "leeway"],
            Filter::Replace => &["old", "new", "count"],
            Filter::Json => &["indent"],
            Filter::Date => &["format"],
            Filter::Length
            | Filter::Lower
            | Filter::Upper
            | Filter::Title
            | Filter::First
            | Filter::Last
            | Filter::Bullets => &[],
        }
    }

    /// The parameters that must be given; they are the first ones.
    pub(super) fn required(self) -> &'static [&'static str] {
        match self {
            Filter::Replace => &["old", "new"],
            Filter::Date => &["format"],
            _ => &[],
        }
    }

    /// How the filter is used.
    pub(super) fn example(self) -> &'static str {
        match self {
            Filter::Replace => "| replace(\"old\", \"new\")",
            Filter::Date => "| date(\"%Y-%m-%d\")",
            _ => self.name(),
        }
    }
}
