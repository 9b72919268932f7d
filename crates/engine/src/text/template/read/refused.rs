//! What stands outside of the profile, by name, and what to write instead.
//!
//! Owns the words of refusals. It decides nothing: the parser asks when it meets something that it
//! does not know.

use crate::text::template::error::Fault;

/// Why a tag `{% name %}` is refused.
pub(super) fn tag(name: &str) -> Fault {
    let (code, what, help) = match name {
        "set" | "endset" => (
            "template.assignment",
            "`set`: templates cannot assign",
            "compute the value outside and declare it as a context key",
        ),
        "with" | "endwith" => (
            "template.assignment",
            "`with`: templates cannot assign",
            "write the expression where it is used",
        ),
        "include" => (
            "template.include",
            "`include`: templates stand alone",
            "put the other text into a layer of its own",
        ),
        "import" | "from" => (
            "template.import",
            "`import`: templates stand alone",
            "put shared text into a prompt of its own",
        ),
        "extends" | "block" | "endblock" => (
            "template.inheritance",
            "`extends` and `block`: templates do not inherit",
            "put shared text into a layer of its own",
        ),
        "macro" | "endmacro" | "call" | "endcall" => (
            "template.macro",
            "`macro` and `call`: templates cannot define or call functions",
            "write the text where it is used, or loop over a list",
        ),
        "filter" | "endfilter" => (
            "template.filter-block",
            "`filter` as a block is not supported",
            "apply the filter to the value: `{{ value | upper }}`",
        ),
        "do" => (
            "template.call",
            "`do`: templates only print",
            "remove it; an effect belongs into an action",
        ),
        "break" | "continue" => (
            "template.loop",
            "`break` and `continue` are not supported",
            "put an `{% if %}` around the body of the loop",
        ),
        "autoescape" | "endautoescape" => (
            "template.autoescape",
            "`autoescape` is not supported: prompts are not HTML",
            "remove it; untrusted values are made harmless by the engine",
        ),
        "trans" | "pluralize" | "endtrans" | "debug" => (
            "template.extension",
            "extensions of Jinja2 are not supported",
            "write the text itself",
        ),
        _ => {
            let fault = Fault::new("template.syntax", format!("there is no tag `{name}`"));
            return match suggestion(name, TAGS) {
                Some(tag) => fault.help(format!("did you mean `{tag}`?")).write(tag),
                None => fault.help("the tags are `if`, `elif`, `else`, `endif`, `for`, `endfor`, `raw` and `endraw`"),
            };
        }
    };
    Fault::new(code, what).help(help)
}

/// The block that a refused end tag belongs to.
pub(super) fn ended_by(name: &str) -> Option<&str> {
    let opener = name.strip_prefix("end")?;
    matches!(
        opener,
        "set" | "with" | "block" | "macro" | "call" | "filter" | "autoescape" | "trans"
    )
    .then_some(opener)
}

const TAGS: &[&str] = &["if", "elif", "else", "endif", "for", "endfor", "raw", "endraw"];

/// Why a symbol is refused where an operator or an end was expected.
pub(super) fn symbol(symbol: &str) -> Option<Fault> {
    let (code, what, help) = match symbol {
        "+" | "-" | "*" | "/" | "//" | "%" | "**" => (
            "template.arithmetic",
            "arithmetic is not supported",
            "compute the value outside and declare it as a context key",
        ),
        "~" => (
            "template.concatenation",
            "`~` is not supported: values are not joined in a tag",
            "write the parts one after the other, `{{ a }}{{ b }}`, or use `[a, b] | join`",
        ),
        "(" => (
            "template.call",
            "nothing can be called",
            "use a filter, such as `| join(\", \")`, or compute the value outside",
        ),
        "{" => (
            "template.mapping",
            "mappings cannot be written in a template",
            "declare the mapping as a context key",
        ),
        "," => ("template.tuple", "tuples are not supported", "write a list: `[a, b]`"),
        ":" => (
            "template.slice",
            "slices and `:` are not supported",
            "use `first`, `last` or `truncate`, or limit the list where it comes from",
        ),
        "=" => ("template.assignment", "templates cannot assign", "compare with `==`"),
        "&&" | "&" => ("template.syntax", "`&&` is not an operator", "write `and`"),
        "||" => ("template.syntax", "`||` is not an operator", "write `or`"),
        "!" => ("template.syntax", "`!` is not an operator", "write `not`"),
        "?" | "??" => (
            "template.syntax",
            "`?` is not an operator",
            "write `a if condition else b`, or `a | default(b)`",
        ),
        _ => return None,
    };
    Some(Fault::new(code, what).help(help))
}

/// What stands here for an operator of other languages.
pub(super) fn operator(symbol: &str) -> Option<&'static str> {
    match symbol {
        "&&" => Some("and"),
        "||" => Some("or"),
        "!" => Some("not"),
        "=" => Some("=="),
        _ => None,
    }
}

/// Why a test `is name` is refused.
pub(super) fn test(name: &str) -> Fault {
    let fault = Fault::new("template.unknown-test", format!("there is no test `{name}`"));
    let help = match name {
        "undefined" => "write `is not defined`",
        "equalto" | "eq" | "sameas" => "write `==`",
        "ne" => "write `!=`",
        "in" => "write `in` without `is`",
        "gt" | "greaterthan" => "write `>`",
        "lt" | "lessthan" => "write `<`",
        "ge" => "write `>=`",
        "le" => "write `<=`",
        "true" | "false" => "write the value itself, or `not` before it",
        _ => "the tests are `is defined` and `is none`, also with `not`",
    };
    fault.help(help)
}

/// Why a filter is refused; `known` are those that exist.
pub(super) fn filter(name: &str, known: &[&str]) -> Fault {
    let fault = Fault::new("template.unknown-filter", format!("there is no filter `{name}`"));
    let other = match name {
        "d" => Some("default"),
        "count" => Some("length"),
        "tojson" | "to_json" | "pprint" => Some("json"),
        "strip" => Some("trim"),
        "lowercase" | "downcase" => Some("lower"),
        "uppercase" | "upcase" => Some("upper"),
        "capitalize" => Some("title"),
        "strftime" | "datetime" | "format_date" => Some("date"),
        _ => suggestion(name, known),
    };
    if let Some(other) = other {
        return fault.help(format!("did you mean `{other}`?")).write(other);
    }
    fault.help(match name {
        "list" => "leave it out: lists are lists already".to_owned(),
        "string" => "leave it out: values print as text".to_owned(),
        "safe" | "e" | "escape" | "forceescape" => {
            "leave it out: prompts are not HTML, nothing is escaped".to_owned()
        }
        "map" => "use `join(\", \", attribute=\"name\")`, or a loop".to_owned(),
        "select" | "reject" | "selectattr" | "rejectattr" => {
            "put an `{% if %}` into a loop".to_owned()
        }
        _ => format!("the filters are {}", listed(known)),
    })
}

/// `` `a`, `b` and `c` ``
pub(super) fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => "none".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// The name most like `name`, if one is like it at all.
pub(super) fn suggestion<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    if name.len() > 24 {
        return None;
    }
    let allowed = if name.len() < 4 { 1 } else { 2 };
    known
        .iter()
        .map(|other| (distance(name, other), *other))
        .min()
        .filter(|(distance, _)| *distance <= allowed)
        .map(|(_, other)| other)
}

/// How many letters must be changed, added, removed or swapped with the next to make `b` of `a`.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, right) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
            let mut best = at(&last, j) + usize::from(left != right);
            best = best.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(right) && b.get(j - 1) == Some(left) {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}
