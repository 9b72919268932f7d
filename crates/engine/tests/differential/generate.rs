//! Makes random templates of the profile and contexts for them.
//!
//! What Proem does otherwise than Jinja2 on purpose is not made here: keys stand in sorted order,
//! `x.y` never starts from a missing `x` where it is guarded, lists hold nothing that may be missing,
//! nothing missing is made of literals alone (Jinja2 meets it when it compiles), an inline `if`
//! without `else` is only printed, asked for or given a default, what `unique` gives is joined or
//! sorted, and no key has the name of a method of Python.

use serde_json::{Value as Json, json};

use crate::dice::Dice;

const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "Ada",
    "hello world",
    "Zoë",
    "straße ŉ",
    "ΣΊΣΥΦΟΣ ΟΔΟΣ",
    "x,y,z",
    "-  -",
    "\u{1f469}\u{200d}\u{1f467} ok",
    "one two three four five six seven",
    "שלום עולם",
    "नमस्ते दुनिया",
    "a\nb\n\nc",
    "it's \"q\"",
    "{{ x }}",
    "tab\there",
    "  padded \u{a0}",
    "UPPER lower-Mixed (brackets) [x] {y} <z>",
    "0",
    "10",
    "\u{7f}\u{200b}\u{ad}e\u{301}",
    "ǆ İ ﬁ",
    "\\n\\",
];

const HALVES: &[f64] = &[0.5, -0.0, 1e16, 1.5e-7, 100.0, 123_456.789, 1e15, 3.0, 1e300];

const TIMES: &[&str] =
    &["2026-11-30T09:05:07Z", "1999-01-02T23:59:59+05:30", "2024-02-29T00:00:00-08:00"];

/// A context. The same names are always there, with values that differ.
pub(crate) fn context(dice: &mut Dice) -> Json {
    let people: Vec<Json> = (0..dice.below(4))
        .map(|_| json!({"age": number(dice), "name": text(dice), "tags": words(dice)}))
        .collect();
    json!({
        "blank": "",
        "deep": {"a": {"b": [number(dice), words(dice)], "c": text(dice)}, "k": text(dice)},
        "flag": dice.once_in(2),
        "half": HALVES[dice.below(HALVES.len())],
        "name": text(dice),
        "nothing": null,
        "number": number(dice),
        "numbers": (0..dice.below(5)).map(|_| number(dice)).collect::<Vec<_>>(),
        "people": people,
        "text": text(dice),
        "when": dice.pick(TIMES),
        "words": words(dice),
    })
}

fn text(dice: &mut Dice) -> Json {
    dice.pick(TEXTS).into()
}

fn number(dice: &mut Dice) -> Json {
    [
        json!(0),
        json!(1),
        json!(-3),
        json!(7),
        json!(2.0),
        json!(2.5),
        json!(9_007_199_254_740_993_i64),
        json!(u64::MAX),
        json!(true),
    ][dice.below(9)]
    .clone()
}

fn words(dice: &mut Dice) -> Json {
    (0..dice.below(5)).map(|_| text(dice)).collect::<Vec<_>>().into()
}

/// A template.
pub(crate) fn template(dice: &mut Dice) -> String {
    let mut made = Made { dice, locals: Vec::new(), out: String::new() };
    made.body(3);
    if made.dice.once_in(4) {
        made.out.push('\n');
    }
    made.out
}

struct Made<'d> {
    dice: &'d mut Dice,
    /// Loop variables in sight, and whether each is one of `people`.
    locals: Vec<(String, bool)>,
    out: String,
}

impl Made<'_> {
    fn body(&mut self, depth: usize) {
        for _ in 0..=self.dice.below(4) {
            match self.dice.below(if depth == 0 { 5 } else { 9 }) {
                0 | 1 => self.literal(),
                2 | 3 => {
                    let expression = self.printable();
                    self.tag("{{", &expression, "}}");
                }
                4 => self.aside(),
                5 | 6 => self.branch(depth - 1),
                _ => self.each(depth - 1),
            }
        }
    }

    fn literal(&mut self) {
        let text = self.dice.pick(&[
            " ",
            "\n",
            "text ",
            "  \n\t",
            "a}}b",
            "%} {",
            "\n\n  - ",
            "é—\u{a0}",
            "# title\n",
            "}",
            "{ {",
            "\r\n",
            "x\r",
            "|",
            "\u{2028}",
            "\u{1f}\n",
        ]);
        // A brace before a tag would make another tag.
        if !(self.out.ends_with('{') && text.starts_with(['{', '%', '#'])) {
            self.out.push_str(text);
        }
    }

    fn open(&mut self) {
        if self.out.ends_with('{') {
            self.out.push(' ');
        }
    }

    fn tag(&mut self, open: &str, inside: &str, close: &str) {
        self.open();
        let before = self.dice.pick(&["", "", "", "-"]);
        let after = self.dice.pick(&["", "", "", "-"]);
        let (left, right) = match self.dice.below(4) {
            0 if !inside.starts_with('-') => ("", ""),
            1 => ("\n ", "  "),
            _ => (" ", " "),
        };
        self.out.extend([open, before, left, inside, right, after, close]);
    }

    /// What prints nothing, or only itself.
    fn aside(&mut self) {
        if self.dice.once_in(2) {
            let inside = self.dice.pick(&["note", "{{ x }}", "{% if %}", "-", "a {# b", "\n"]);
            self.tag("{#", inside, "#}");
        } else {
            self.tag("{%", "raw", "%}");
            let text = self.dice.pick(&[" {{ x }} ", "{% if %}", " {# ", "\n", "", " { "]);
            self.out.push_str(text);
            self.tag("{%", "endraw", "%}");
        }
    }

    fn branch(&mut self, depth: usize) {
        let condition = self.condition(2);
        self.tag("{%", &format!("if {condition}"), "%}");
        self.body(depth);
        if self.dice.once_in(3) {
            let condition = self.condition(1);
            self.tag("{%", &format!("elif {condition}"), "%}");
            self.body(depth);
        }
        if self.dice.once_in(2) {
            self.tag("{%", "else", "%}");
            self.body(depth);
        }
        self.tag("{%", "endif", "%}");
    }

    fn each(&mut self, depth: usize) {
        let people = self.dice.once_in(2);
        let over = if people { "people".to_owned() } else { self.list(2) };
        let variable = self.dice.pick(&["x", "item", "word", "name"]).to_owned();
        self.tag("{%", &format!("for {variable} in {over}"), "%}");
        self.locals.push((variable, people));
        self.body(depth);
        if self.dice.once_in(2) {
            let field = self.dice.pick(&[
                "loop.index",
                "loop.first",
                "loop.last",
                "loop.index == 2",
                "not loop.last",
            ]);
            self.tag("{{", field, "}}");
        }
        self.locals.pop();
        if self.dice.once_in(3) {
            self.tag("{%", "else", "%}");
            self.literal();
        }
        self.tag("{%", "endfor", "%}");
    }

    fn printable(&mut self) -> String {
        match self.dice.below(11) {
            10 => self.without_else(),
            0 => self.list(2),
            1 => self.number(2),
            2 => self.condition(2),
            3 => format!("{} if {} else {}", self.text(1), self.condition(1), self.text(1)),
            4 => {
                let own = self.dice.pick(&[
                    "people | json",
                    "words | json(indent=2)",
                    "deep | json(indent=0)",
                    "half | json",
                    "name | json",
                    "words | bullets",
                    "people | bullets",
                    "numbers | bullets",
                    "number | bullets",
                    "numbers | json(indent=9)",
                    "when | date(\"%Y-%m-%d\")",
                    "when | date('%d.%m.%y %H:%M:%S')",
                    "when | date(format='%A %B %j %I %p %%')",
                    "name | date('%Y')",
                ]);
                own.to_owned()
            }
            5 => self
                .dice
                .pick(&[
                    "deep",
                    "people",
                    "deep.a.b",
                    "half",
                    "nothing",
                    "[half, nothing, name]",
                    "people[0]",
                    "people[0].name",
                    "numbers",
                ])
                .to_owned(),
            _ => self.text(2),
        }
    }

    /// An inline `if` without `else`, where it may do no harm.
    fn without_else(&mut self) -> String {
        let inline = format!("{} if {}", self.text(1), self.condition(1));
        match self.dice.below(9) {
            0 => format!("({inline}) | default({})", self.text(1)),
            1 => format!("({inline}) | default({}, true) | upper", self.text_atom()),
            2 => format!("({inline}) is defined"),
            3 => format!("({inline}) is not none"),
            4 => format!("{} and ({inline})", self.condition(1)),
            5 => format!("{inline} else {}", self.without_else()),
            6 => format!("missing | default({inline})"),
            _ => inline,
        }
    }

    /// Something that is a text, mostly.
    fn text(&mut self, depth: usize) -> String {
        if depth == 0 || self.dice.once_in(4) {
            return self.text_atom();
        }
        let inner = self.text(depth - 1);
        match self.dice.below(16) {
            0 => format!("{inner} | upper"),
            1 => format!("{inner}|lower"),
            2 => format!("{inner} | title"),
            3 => format!(
                "{inner} | trim{}",
                self.dice.pick(&["", "()", "('a ')", "(chars=\"x-,\")", "(none)"])
            ),
            4 => {
                let arguments = self.dice.pick(&[
                    "",
                    "(10)",
                    "(5, true)",
                    "(8, false, '…', 0)",
                    "(length=4, leeway=none)",
                    "(2)",
                    "(9, killwords=1, end='')",
                    "(12, leeway=2)",
                    "(-1)",
                ]);
                format!("{inner} | truncate{arguments}")
            }
            5 => {
                let arguments = self.dice.pick(&[
                    "('a', 'b')",
                    "('', '-')",
                    "('o', '', 1)",
                    "(' ', '_', count=2)",
                    "(old='e', new='ee')",
                    "('a', 'b', -2)",
                    "('a', 'b', 0)",
                    "(1, 2)",
                    "('', '*', 2)",
                ]);
                format!("{inner} | replace{arguments}")
            }
            6 => format!("{inner} | default({})", self.text(depth - 1)),
            7 => format!("{inner} | default({}, true)", self.text(depth - 1)),
            8 => format!("missing | default({})", self.text(depth - 1)),
            9 => format!("deep.missing | default({}, boolean=true)", self.text_atom()),
            10 => {
                let list = self.list(depth - 1);
                let arguments = self.dice.pick(&[
                    "",
                    "(', ')",
                    "(d='|')",
                    "(name)",
                    "(1)",
                    "(',', attribute='name')",
                    "(attribute='age')",
                    "('\\n- ')",
                ]);
                format!("{list} | join{arguments}")
            }
            11 => format!("{} | {}", self.list(depth - 1), self.dice.pick(&["first", "last"])),
            12 => format!("({inner} or {})", self.text(depth - 1)),
            13 => format!("({inner} and {})", self.text_atom()),
            14 => format!("({} if {} else {inner})", self.text_atom(), self.condition(depth - 1)),
            _ => format!(
                "({inner}) | {}",
                self.dice.pick(&["first", "last", "upper | lower", "trim | title"])
            ),
        }
    }

    fn text_atom(&mut self) -> String {
        if !self.locals.is_empty() && self.dice.once_in(3) {
            let at = self.dice.below(self.locals.len());
            let (variable, person) = self.locals[at].clone();
            if !person {
                return variable;
            }
            return format!(
                "{variable}{}",
                self.dice.pick(&[".name", "['name']", ".tags[0]", ".age", ".gone"])
            );
        }
        let atoms = [
            "name",
            "text",
            "blank",
            "deep.k",
            "deep['k']",
            "deep.a.c",
            "deep[\"a\"].c",
            "'lit'",
            "\"it's\"",
            "'\\u00e9\\t\\x41\\q'",
            "words[0]",
            "words[-1]",
            "words.1",
            "name[0]",
            "name[-1]",
            "missing",
            "deep.zz",
            "number",
            "half",
            "nothing",
            "flag",
            "deep.a.c",
            "'a{{b}}c'",
            "text[true]",
            "when",
        ];
        self.dice.pick(&atoms).to_owned()
    }

    fn number(&mut self, depth: usize) -> String {
        match self.dice.below(8) {
            0 if depth > 0 => format!("{} | length", self.list(depth - 1)),
            1 if depth > 0 => format!("{} | length", self.text(depth - 1)),
            2 => "numbers | first".to_owned(),
            _ => self
                .dice
                .pick(&[
                    "0",
                    "1",
                    "2",
                    "-3",
                    "1.5",
                    "1e3",
                    "2.0",
                    "number",
                    "half",
                    "numbers[0]",
                    "deep.a.b[0]",
                    "9007199254740993",
                    "- 4",
                    "numbers[-1]",
                    "true",
                    "-0.0",
                ])
                .to_owned(),
        }
    }

    /// Something that is a list, mostly.
    fn list(&mut self, depth: usize) -> String {
        if depth == 0 || self.dice.once_in(3) {
            return self
                .dice
                .pick(&[
                    "words",
                    "numbers",
                    "people",
                    "[name, 'b', text]",
                    "[2, 1, 1.0, true]",
                    "deep.a.b[1]",
                    "deep.a",
                    "[[2, 'a'], [1, 'b']]",
                    "['b', 'A', 'a', 'B',]",
                ])
                .to_owned();
        }
        let inner = self.list(depth - 1);
        match self.dice.below(9) {
            0 => format!("{inner} | sort"),
            1 => format!("{inner} | sort(reverse=true)"),
            2 => format!(
                "people | sort(attribute='{}')",
                self.dice.pick(&["name", "age", "name,age", "tags", "gone", "tags.0"])
            ),
            3 => format!("{inner} | sort(true, true)"),
            4 => format!("{inner} | unique | sort"),
            5 => format!(
                "people | unique(attribute='{}') | sort(attribute='name')",
                self.dice.pick(&["name", "age"])
            ),
            6 => format!("({inner} or words)"),
            7 => format!(
                "{} | sort(case_sensitive=true)",
                self.dice.pick(&["words", "numbers", "text"])
            ),
            _ => inner,
        }
    }

    fn condition(&mut self, depth: usize) -> String {
        if depth == 0 {
            return self
                .dice
                .pick(&[
                    "flag",
                    "name",
                    "words",
                    "missing is defined",
                    "name is not defined",
                    "nothing is none",
                    "number is not none",
                    "deep.zz is defined",
                    "true",
                    "not flag",
                    "missing is none",
                    "people",
                    "half",
                ])
                .to_owned();
        }
        let operator = self.dice.pick(&["==", "!=", "<", "<=", ">", ">="]);
        match self.dice.below(13) {
            0 => format!("{} {operator} {}", self.number(depth - 1), self.number(depth - 1)),
            1 => format!("{} {operator} {}", self.text(depth - 1), self.text(depth - 1)),
            2 => format!("{} and {}", self.condition(depth - 1), self.condition(depth - 1)),
            3 => format!("{} or {}", self.condition(depth - 1), self.condition(depth - 1)),
            4 => format!("not {}", self.condition(depth - 1)),
            5 => format!("({})", self.condition(depth - 1)),
            6 => format!("{} in {}", self.text(depth - 1), self.list(depth - 1)),
            7 => format!("{} not in {}", self.text_atom(), self.text_atom()),
            8 => format!("{} < {} <= {}", self.number(0), self.number(0), self.number(0)),
            9 => format!("{} {operator} {}", self.list(depth - 1), self.list(depth - 1)),
            10 => format!("not not {}", self.condition(depth - 1)),
            11 => format!("'{}' in deep", self.dice.pick(&["a", "k", "zz"])),
            _ => self.condition(0),
        }
    }
}
