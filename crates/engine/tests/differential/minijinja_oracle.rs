//! Minijinja as a second oracle, with the places where it does not do what Jinja2 does.

use minijinja::{Environment, UndefinedBehavior};
use serde_json::Value as Json;

/// What in a template makes minijinja's output differ from Jinja2's, and why.
const DIFFERENT: &[(&str, &str)] = &[
    ("\r", "keeps line ends as they are; Jinja2 makes them \\n"),
    ("json", "has `tojson` only, and escapes for HTML"),
    ("bullets", "is Proem's own"),
    ("date(", "is Proem's own"),
    ("chars=", "`trim` takes no names of arguments"),
    ("(attribute=", "`join` takes no names of arguments"),
    ("deep.zz in", "looks for what is missing even in an empty list"),
    ("missing in", "looks for what is missing even in an empty list"),
    ("(d=", "`join` takes no names of arguments"),
    ("| last", "finds no last key in a mapping"),
    ("people | join", "mappings have other quotes and escapes, which shows in their length"),
    ("\u{1f}", "the four ASCII separators are no white space"),
    ("truncate", "is in another crate"),
    ("replace", "takes no count, and no empty text to look for"),
    ("title", "begins words at other characters"),
    ("sort", "compares texts of other scripts in another way, and has no keys with commas"),
    (" < ", "orders values of different kinds"),
    (" <= ", "orders values of different kinds"),
    (" > ", "orders values of different kinds"),
    (" >= ", "orders values of different kinds"),
];

/// What in an output shows that minijinja prints it otherwise.
const PRINTED: &[(&str, &str)] = &[
    ("'", "texts in lists and mappings have double quotes"),
    ("e+", "floats have no exponents"),
    ("e-", "floats have no exponents"),
];

/// Why a case cannot be compared, if it cannot.
pub(crate) fn differs(template: &str, output: &str) -> Option<&'static str> {
    let reason = |(piece, reason): &(&str, &'static str), text: &str| {
        text.contains(piece).then_some(*reason)
    };
    DIFFERENT
        .iter()
        .find_map(|row| reason(row, template))
        .or_else(|| PRINTED.iter().find_map(|row| reason(row, output)))
}

pub(crate) fn render(template: &str, context: &Json) -> Result<String, String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.render_str(template, context).map_err(|error| error.to_string())
}
