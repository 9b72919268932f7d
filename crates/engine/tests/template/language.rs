//! The language, case by case: what renders to what, and what is refused with which code and where.

use crate::common::{LITERAL, Names, VALUE, render};
use proem::text::origin::{Rendered, Run, SourceId};
use proem::text::template::{Expr, Limits, Scope, Step, Template, Value};
use serde_json::{Value as Json, json};

/// A template, its context, and its output.
fn outputs() -> Vec<(&'static str, Json, &'static str)> {
    vec![
        ("", json!({}), ""),
        ("\n", json!({}), ""),
        ("a\n\n", json!({}), "a\n"),
        ("a\r\nb\rc\r\n", json!({}), "a\nb\nc"),
        ("\u{feff}{{ x }}", json!({"x": 1}), "\u{feff}1"),
        ("a {{- x -}} b", json!({"x": "X"}), "aXb"),
        ("a \n {#- c -#} \n b", json!({}), "ab"),
        ("{#-#}x", json!({}), "x"),
        ("{% raw %}{{ x }}{% endraw %}", json!({}), "{{ x }}"),
        ("a {%- raw -%} {{ x }} {%- endraw -%} b", json!({}), "a{{ x }}b"),
        ("a }} b %} c #} d { e", json!({}), "a }} b %} c #} d { e"),
        ("{{-1}}", json!({}), "1"),
        ("{{ -1 }}", json!({}), "-1"),
        ("{{ 'a' if x is defined else 'b' }}", json!({}), "b"),
        ("{{ 1 if x else 2 if y else 3 }}", json!({"x": 0, "y": []}), "3"),
        ("{{ x.items }}", json!({"x": {"items": "key"}}), "key"),
        ("{{ x.upper is defined }}", json!({"x": "text"}), "False"),
        ("{{ x.__class__ | default('no') }}", json!({"x": {}}), "no"),
        ("{{ x.y.z | default('d') }}", json!({}), "d"),
        ("{{ (x.y) | default('d') }}", json!({}), "d"),
        ("{{ x[0].y is defined }}", json!({}), "False"),
        ("{{ list.0.1 }}", json!({"list": [[1, 2]]}), "2"),
        (
            "{{ x }}",
            json!({"x": {"b": 1, "a": {"d": null, "c": "q"}}}),
            "{'a': {'c': 'q', 'd': None}, 'b': 1}",
        ),
        (
            "{{ x }}",
            json!({"x": ["it's", "\"", "é\u{301}\u{200b}\u{ad}\n\u{7f}", "\u{e0041}"]}),
            "[\"it's\", '\"', 'é\u{301}\\u200b\\xad\\n\\x7f', '\\U000e0041']",
        ),
        (
            "{{ [1e16, 1e15, 0.0001, 0.00001, -0.0, 1.0, 123.456] }}",
            json!({}),
            "[1e+16, 1000000000000000.0, 0.0001, 1e-05, -0.0, 1.0, 123.456]",
        ),
        ("{{ 9007199254740993 == 9007199254740992.0 }}", json!({}), "False"),
        ("{{ x > 9223372036854775807 }}", json!({"x": u64::MAX}), "True"),
        ("{{ 1 > 2 > missing }}", json!({}), "False"),
        ("{{ 'ΟΔΟΣ' | lower }} {{ 'ß' | upper }}", json!({}), "οδος SS"),
        ("{{ [1, missing] | length }}", json!({}), "2"),
        ("{% for x in x %}{{ x }}{% endfor %}{{ x }}", json!({"x": [1]}), "1[1]"),
        (
            "{% for a in x %}{% for b in a %}{{ loop.index }}{% endfor %}{{ loop.last }}{% endfor %}",
            json!({"x": [[1, 2], [3]]}),
            "12False1True",
        ),
        (
            "{{ x | bullets }}",
            json!({"x": ["a\nb", {"k": [1, 2.0]}, 3]}),
            "- a\n  b\n- {\"k\":[1,2.0]}\n- 3",
        ),
        ("{{ '1985-04-12t23:20:50.52z' | date('%H:%M:%S') }}", json!({}), "23:20:50"),
        ("{{ 'x' | default(missing) }}", json!({}), "x"),
        ("{{ missing in [] }}", json!({}), "False"),
        ("[{{ 1 if false }}]", json!({}), "[]"),
        ("[{{ 1 if x }}{{ 2 if not x }}]", json!({"x": 0}), "[2]"),
        ("{{ (1 if false) | default('d') }}", json!({}), "d"),
        ("{{ (1 if false) | default('d', true) }}", json!({}), "d"),
        ("{{ (1 if false).a[0] | default('d') }}", json!({}), "d"),
        ("{{ (1 if false) is defined }}", json!({}), "False"),
        ("{{ (1 if false) is none }}", json!({}), "False"),
        // Whoever hands on the value hands on that it prints nothing.
        ("[{{ (1 if false) if true else 2 }}]", json!({}), "[]"),
        ("[{{ missing | default(1 if false) }}]", json!({}), "[]"),
        ("[{{ 'a' and (1 if false) }}]", json!({}), "[]"),
        ("{% for x in [1 if false] %}[{{ x }}]{% endfor %}", json!({}), "[]"),
    ]
}

#[test]
fn templates_render() {
    for (template, context, output) in outputs() {
        match render(template, context) {
            Ok(rendered) => assert_eq!(rendered.text, output, "{template:?}"),
            Err(problems) => panic!("{template:?}: {problems:?}"),
        }
    }
}

/// A template, and the code and text of every problem.
const REFUSED: &[(&str, &[(&str, &str)])] = &[
    ("{{ x", &[("template.syntax", "{{")]),
    ("{{ }}", &[("template.syntax", "{{ }}")]),
    ("{% if %}{% endif %}", &[("template.syntax", "{% if %}")]),
    ("{% if x %}", &[("template.syntax", "{% if x %}")]),
    ("{% endif %}", &[("template.syntax", "{% endif %}")]),
    ("{% if x %}{% for y in x %}{% endif %}", &[("template.syntax", "{% endif %}")]),
    ("{% else %}", &[("template.syntax", "{% else %}")]),
    ("{%+ if x %}{% endif %}", &[("template.syntax", "{%+")]),
    ("{# x", &[("template.syntax", "{#")]),
    ("{% raw %}", &[("template.syntax", "{% raw %}")]),
    (
        "{{ x | nope }}{{ 1 + 2 }}{{ f() }}",
        &[
            ("template.unknown-filter", "nope"),
            ("template.arithmetic", "+"),
            ("template.call", "("),
        ],
    ),
    (
        "{% set a = 1 %}{% set b %}x{% endset %}",
        &[("template.assignment", "set"), ("template.assignment", "set")],
    ),
    ("{% include 'x' %}", &[("template.include", "include")]),
    ("{{> x }}", &[("template.include", ">")]),
    ("{% macro f() %}{% endmacro %}", &[("template.macro", "macro")]),
    ("{% block x %}{% endblock %}", &[("template.inheritance", "block")]),
    ("{{ {'a': 1} }}", &[("template.mapping", "{")]),
    ("{{ (1, 2) }}", &[("template.tuple", ",")]),
    ("{{ () }}", &[("template.tuple", "(")]),
    ("{{ x[1:] }}", &[("template.slice", ":")]),
    ("{{ -x }}", &[("template.arithmetic", "-")]),
    ("{{ 'a' 'b' }}", &[("template.concatenation", "'b'")]),
    ("{{ a ~ b }}", &[("template.concatenation", "~")]),
    ("{{ a && b }}", &[("template.syntax", "&&")]),
    ("{{ x is odd }}", &[("template.unknown-test", "odd")]),
    ("{{ loop.index }}", &[("template.loop", "loop")]),
    ("{% for x in y %}{{ loop.cycle }}{% endfor %}", &[("template.loop", "loop.cycle")]),
    ("{% for a, b in y %}{{ loop.index }}{% endfor %}", &[("template.loop", "a")]),
    ("{% for a in b if c %}{% endfor %}", &[("template.loop", "if")]),
    ("{% for loop in b %}{% endfor %}", &[("template.loop", "loop")]),
    ("{{ x | join(sep=',') }}", &[("template.arguments", "sep")]),
    ("{{ x | upper(1) }}", &[("template.arguments", "1")]),
    ("{{ user\u{202e} }}", &[("template.invisible", "\u{202e}")]),
    ("{{ 'a\u{200b}' }}", &[("template.invisible", "\u{200b}")]),
    ("{# a\u{2066} #}", &[("template.invisible", "\u{2066}")]),
    ("{{ '\\N{BULLET}' }}", &[("template.syntax", "'\\N{BULLET}'")]),
    ("{{ x %} {{ y }", &[("template.syntax", "%}"), ("template.syntax", "{{")]),
];

#[test]
fn templates_are_refused() {
    for (template, expected) in REFUSED {
        let problems = Template::parse(template).expect_err(template);
        let found: Vec<(&str, &str)> = problems
            .iter()
            .map(|problem| (problem.code, &template[problem.range.clone()]))
            .collect();
        assert_eq!(&found, expected, "{problems:?}");
    }
}

/// A template, and the code and text of its problem when it is rendered.
const FAILING: &[(&str, &str, &str)] = &[
    ("a {{ x.nope }}", "template.undefined", "x.nope"),
    ("{{ nope.a }}", "template.undefined", "nope"),
    ("{% if nope %}{% endif %}", "template.undefined", "nope"),
    ("{% for y in nope %}{% endfor %}", "template.undefined", "nope"),
    ("{{ list[9] }}", "template.undefined", "list[9]"),
    ("{{ nope | upper }}", "template.undefined", "nope"),
    ("{{ [1, nope] }}", "template.undefined", "nope"),
    ("{{ nope == 1 }}", "template.undefined", "nope"),
    ("{{ (1 if false) | upper }}", "template.undefined", "(1 if false)"),
    ("{{ [1 if false] }}", "template.undefined", "1 if false"),
    ("{{ [1 if false] | join }}", "template.undefined", "1 if false"),
    ("{{ [1 if false] | json }}", "template.undefined", "1 if false"),
    ("{{ (1 if false) == 1 }}", "template.undefined", "(1 if false)"),
    ("{{ 1 in (1 if false) }}", "template.undefined", "(1 if false)"),
    ("{{ (1 if false) or 1 }}", "template.undefined", "(1 if false)"),
    ("{{ not (1 if false) }}", "template.undefined", "(1 if false)"),
    ("{{ (1 if false).a }}", "template.undefined", "(1 if false)"),
    ("{{ list[1 if false] }}", "template.undefined", "1 if false"),
    ("{{ 'a' | join(1 if false) }}", "template.undefined", "1 if false"),
    ("{% if (1 if false) %}{% endif %}", "template.undefined", "(1 if false)"),
    ("{% for x in (1 if false) %}{% endfor %}", "template.undefined", "(1 if false)"),
    ("{{ nope if true }}", "template.undefined", "nope"),
    ("{{ 1 if nope }}", "template.undefined", "nope"),
    ("{{ [] | first }}", "template.undefined", "[] | first"),
    ("{{ 1 < 'a' }}", "template.type", "1 < 'a'"),
    ("{{ list | sort }}", "template.type", "list | sort"),
    ("{% for c in 'abc' %}{% endfor %}", "template.type", "'abc'"),
    ("{{ 'soon' | date('%Y') }}", "template.date", "'soon' | date('%Y')"),
    ("{{ '2026-13-01' | date('%Y') }}", "template.date", "'2026-13-01' | date('%Y')"),
    ("{{ '2026-11-30' | date('%H') }}", "template.date", "'2026-11-30' | date('%H')"),
    ("{{ '20261130T090000Z' | date('%H') }}", "template.date", "'20261130T090000Z' | date('%H')"),
];

#[test]
fn rendering_fails_at_the_expression() {
    for (source, code, text) in FAILING {
        let template = Template::parse(source).unwrap();
        let names = Names::of(json!({"x": {}, "list": [1, "a"]}));
        let problem = template.render(&names, LITERAL, &Limits::DEFAULT).expect_err(source);
        assert_eq!((problem.code, &source[problem.range.clone()]), (*code, *text), "{problem:?}");
    }
}

#[test]
fn a_suggestion_is_given() {
    let problems = Template::parse("{{ x | uper }}{{ x | tojson }}{% esle %}").unwrap_err();
    let help: Vec<&str> = problems.iter().filter_map(|problem| problem.help.as_deref()).collect();
    assert_eq!(help, ["did you mean `upper`?", "did you mean `json`?", "did you mean `else`?"]);
}

#[test]
fn names_are_found() {
    let source = "{% for m in user['list'].0 %}{{ m.a }}{{ loop.index }}{{ other }}{% endfor %}{{ a.b | default(c) }}";
    let template = Template::parse(source).unwrap();
    let names = template.names();
    let seen: Vec<(&str, &[Step<'_>], &str, bool)> = names
        .iter()
        .map(|name| (name.name, name.path.as_slice(), &source[name.range.clone()], name.guarded))
        .collect();
    let expected: Vec<(&str, &[Step<'_>], &str, bool)> = vec![
        ("user", &[Step::Key("list"), Step::Index(0)], "user['list'].0", false),
        ("other", &[], "other", false),
        ("a", &[Step::Key("b")], "a.b", true),
        ("c", &[], "c", false),
    ];
    assert_eq!(seen, expected);
    assert!(!template.is_constant());
    assert!(Template::parse("a {{ 1 }} {# {{ x }} #}").unwrap().is_constant());
}

#[test]
fn literals_are_found() {
    let source = "a {{- x }} b {% if y %}c{% endif %}{# d #}{% raw %}{{{% endraw %}";
    let literals = Template::parse(source).unwrap().literals();
    let texts: Vec<&str> = literals.into_iter().map(|range| &source[range]).collect();
    assert_eq!(texts, ["a", " b ", "c", "{{"]);
}

#[test]
fn a_lone_expression_keeps_its_type() {
    let names = Names::of(json!({"x": [1]}));
    let template = Template::parse(" {{ x }}\n").unwrap();
    let value = template.expression().unwrap().eval(&names, LITERAL, &Limits::DEFAULT).unwrap();
    assert_eq!(value.to_json(), Some(json!([1])));
    let template = Template::parse("{{ x if not x }}").unwrap();
    let value = template.expression().unwrap().eval(&names, LITERAL, &Limits::DEFAULT).unwrap();
    assert!(value.is_undefined());
    assert_eq!(value.to_json(), None);
    for source in ["a {{ x }}", "{{ x }}{{ x }}", "{% if x %}{% endif %}", "x"] {
        assert!(Template::parse(source).unwrap().expression().is_none(), "{source}");
    }
}

#[test]
fn expressions_are_evaluated() {
    let names = Names::of(json!({"crisis": {"level": 2}, "style": "x"}));
    let holds = |source: &str| Expr::parse(source).unwrap().holds(&names, &Limits::DEFAULT);
    assert_eq!(holds("crisis.level >= 2 or style == \"y\""), Ok(true));
    assert_eq!(holds("style in ['a', 'b']"), Ok(false));
    assert_eq!(holds("nope").unwrap_err().code, "template.undefined");
    let problem = holds("true if style == 'y'").unwrap_err();
    assert_eq!(problem.code, "template.undefined");
    assert_eq!(problem.help.as_deref(), Some("say what stands in its place: `else \"\"`"));
    let value = Expr::parse("crisis.nope").unwrap();
    assert!(value.eval(&names, LITERAL, &Limits::DEFAULT).unwrap().is_undefined());
    let problems = Expr::parse("{{ style }}").unwrap_err();
    assert_eq!(problems[0].help.as_deref(), Some("write the expression without `{{` and `}}`"));
}

/// A scope that hands on what an inline `if` gave elsewhere: there it is simply not there.
struct HandedOn<'v>(Value<'v>);

impl Scope for HandedOn<'_> {
    fn get(&self, _: &str) -> Option<Value<'_>> {
        Some(self.0.clone())
    }
}

#[test]
fn a_name_without_a_value_is_never_printed_as_nothing() {
    let nothing = Names::of(json!({}));
    let inline = Expr::parse("1 if false").unwrap();
    let value = inline.eval(&nothing, LITERAL, &Limits::DEFAULT).unwrap();
    let problem = Template::parse("{{ x }}")
        .unwrap()
        .render(&HandedOn(value), LITERAL, &Limits::DEFAULT)
        .unwrap_err();
    assert_eq!(problem.message, "`x` is not defined");
}

/// A scope whose `list` has a form for printing, and whose `config` is trusted.
struct Displayed(Json, Rendered);

impl Scope for Displayed {
    fn get(&self, name: &str) -> Option<Value<'_>> {
        match name {
            "list" => Some(Value::json(&self.0, VALUE, false).with_display(&self.1)),
            "config" => Some(Value::text("set", SourceId(2), true)),
            _ => None,
        }
    }
}

fn displayed() -> Displayed {
    let mut rendered = Rendered::default();
    rendered.push("- ", SourceId(7), true);
    rendered.push("one", SourceId(8), false);
    Displayed(json!(["one", "two"]), rendered)
}

fn runs(source: &str) -> (String, Vec<Run>) {
    let template = Template::parse(source).unwrap();
    let rendered = template.render(&displayed(), LITERAL, &Limits::DEFAULT).unwrap();
    (rendered.text, rendered.runs)
}

#[test]
fn a_display_is_printed_by_the_bare_name_only() {
    let run = |end, source, trusted| Run { end, source: SourceId(source), trusted };
    assert_eq!(
        runs("a{{ list }}"),
        ("a- one".into(), vec![run(1, 0, true), run(3, 7, true), run(6, 8, false)])
    );
    assert_eq!(runs("{{ list | join }}"), ("onetwo".into(), vec![run(6, 1, false)]));
    assert_eq!(runs("{{ list or 1 }}").0, "['one', 'two']");
    assert_eq!(
        runs("{% for x in list %}{{ x }}{% endfor %}"),
        ("onetwo".into(), vec![run(3, 1, false), run(6, 1, false)])
    );
}

#[test]
fn trust_is_lost_by_mixing_only() {
    let run = |end, source, trusted| Run { end, source: SourceId(source), trusted };
    assert_eq!(runs("{{ config }}{{ config | upper }}").1, [run(3, 2, true), run(6, 2, true)]);
    assert_eq!(runs("{{ [config, 'a'] | join(list[0]) }}").1, [run(7, 1, false)]);
    assert_eq!(runs("{{ [config, list[0]] | first }}").1, [run(3, 2, true)]);
    assert_eq!(runs("{{ config | replace('s', list[0]) }}").1, [run(5, 1, false)]);
}

#[test]
fn limits_can_be_set() {
    let limits = Limits { output: 10, steps: 20, ..Limits::DEFAULT };
    let names = Names::of(json!({"x": "12345678", "list": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}));
    let fail = |source: &str| {
        Template::parse(source).unwrap().render(&names, LITERAL, &limits).unwrap_err().code
    };
    assert_eq!(fail("{{ x }}123"), "template.too-large");
    assert_eq!(fail("{{ x | replace('', '--') }}"), "template.too-large");
    assert_eq!(fail("{% for n in list %}{{ '' }}{% endfor %}"), "template.too-much-work");
    let limits = Limits { depth: 1, operators: 2, source: 30, ..Limits::DEFAULT };
    let refused = |source: &str| Template::parse_within(source, &limits).unwrap_err()[0].code;
    assert_eq!(refused("{{ [1] }}"), "template.too-deep");
    assert_eq!(refused("{{ 1 and 1 and 1 and 1 }}"), "template.too-many-operators");
    assert_eq!(refused("this text is longer than the limit"), "template.too-long");
}
