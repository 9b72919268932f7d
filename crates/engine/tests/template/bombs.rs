//! Templates that try to exhaust the stack, memory or time. Each must be refused or bounded.
//!
//! They go off in a process of their own: a stack that ends takes its process with it, and nothing
//! else may use memory while it is measured.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a process, a thread with a small stack, and the kernel's account of both"
)]

use std::process::Command;
use std::time::Duration;

use crate::common::{LITERAL, Names};
use proem::text::template::{Expr, Limits, Template};
use serde_json::{Value as Json, json};

/// Processor time of one bomb. Without optimisation everything takes several times as long.
const TIME: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1_000 } else { 100 });

/// Memory that one bomb may add, in KiB.
const MEMORY: u64 = 16 * 1024;

/// Output of one bomb, in bytes.
const OUTPUT: usize = 256 * 1024;

/// The stack of the thread that renders, in bytes.
const STACK: usize = 2 * 1024 * 1024;

/// The processor time of this thread, from the kernel's account of it.
fn processor_time() -> Option<Duration> {
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(account.split(' ').next()?.parse().ok()?))
}

/// The most memory this process has had since the last reset, and now, in KiB.
fn memory(field: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(field))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn context() -> Json {
    let long = "lorem ipsum ".repeat(8_000);
    json!({
        "x": {"a": 1},
        "user": "Ada",
        "big": (0..20_000).collect::<Vec<_>>(),
        "words": (0..2_000).map(|n| format!("word {n}")).collect::<Vec<_>>(),
        "rows": (0..2_000).map(|n| json!({"n": 2_000 - n, "t": "T"})).collect::<Vec<_>>(),
        "long": long,
        "many": (0..500).map(|n| (n.to_string(), json!(n))).collect::<serde_json::Map<_, _>>(),
    })
}

fn chain(head: &str, link: &str, times: usize, tail: &str) -> String {
    format!("{head}{}{tail}", link.repeat(times))
}

fn bombs() -> Vec<(String, String)> {
    let mut bombs: Vec<(&str, String)> = vec![
        ("minus", chain("{{ ", "-", 60_000, "1 }}")),
        ("minus, spaced", chain("{{ ", "- ", 30_000, "1 }}")),
        ("attributes", chain("{{ x", ".a", 30_000, " }}")),
        ("indexes", chain("{{ x", "[0]", 20_000, " }}")),
        ("indexes in indexes", chain("{{ ", "x[", 30_000, "")),
        ("calls", chain("{{ x", "()", 30_000, " }}")),
        ("tildes", chain("{{ 'a'", "~1", 30_000, " }}")),
        ("ands", chain("{{ 1", " and 1", 10_000, " }}")),
        ("ifs", chain("{{ 1", " if 1 else 1", 5_000, " }}")),
        ("nots", chain("{{ ", "not ", 16_000, "1 }}")),
        ("ins", chain("{{ 1", " in [1]", 8_000, " }}")),
        ("comparisons", chain("{{ 1", "<1", 30_000, " }}")),
        ("lists", chain("{{ ", "[", 60_000, "")),
        ("closed lists", format!("{{{{ {}{} }}}}", "[".repeat(30_000), "]".repeat(30_000))),
        ("brackets", chain("{{ ", "(", 60_000, "1")),
        ("closed brackets", format!("{{{{ {}1{} }}}}", "(".repeat(30_000), ")".repeat(30_000))),
        ("filters", chain("{{ x", "|upper", 10_000, " }}")),
        ("nested arguments", chain("{{ x", "|default(x", 6_000, "")),
        ("tests", chain("{{ x", " is defined", 5_000, " }}")),
        ("opened ifs", chain("", "{% if 1 %}", 6_500, "")),
        ("nested ifs", format!("{}x{}", "{% if 1 %}".repeat(3_000), "{% endif %}".repeat(3_000))),
        ("nested loops", chain("", "{% for i in big %}", 3_600, "")),
        ("elifs", chain("{% if 0 %}", "{% elif 0 %}", 5_000, "{% endif %}")),
        ("elses", chain("{% if 0 %}", "{% else %}", 6_000, "{% endif %}")),
        ("ends", chain("", "{% endif %}", 5_000, "")),
        ("bad tags", chain("", "{% set x = 1 %}", 4_000, "")),
        ("opening braces", "{".repeat(65_536)),
        ("opening tags", "{{ ".repeat(21_000)),
        ("opening blocks", "{% ".repeat(21_000)),
        ("opening comments", "{#".repeat(32_000)),
        ("opening raw", "{% raw %}".repeat(7_000)),
        ("closing braces", "}".repeat(65_536)),
        ("quotes", "{{ ' }}{{ \" }}{{ '".repeat(3_500)),
        ("escapes", chain("{{ '", "\\", 65_000, "")),
        ("spaces", format!("{{{{{}", " ".repeat(65_000))),
        ("tags", "{{ x }}".repeat(9_000)),
        ("literals", "{{1}}".repeat(13_000)),
        ("long name", format!("{{{{ {} }}}}", "a".repeat(65_000))),
        ("long filter", format!("{{{{ x | {} }}}}", "a".repeat(65_000))),
        ("too long", "a".repeat(100_000)),
        ("three loops", "{% for a in big %}{% for b in big %}{% for c in big %}{% endfor %}{% endfor %}{% endfor %}".into()),
        ("printing loops", "{% for a in big %}{% for b in big %}{{ a }}{% endfor %}{% endfor %}".into()),
        ("text in loops", format!("{{% for a in big %}}{}{{% endfor %}}", "x".repeat(60_000))),
        ("values in loops", "{% for a in big %}{{ long }}{% endfor %}".into()),
        ("upper in loops", "{% for a in big %}{% if long | upper == 'x' %}{% endif %}{% endfor %}".into()),
        ("comparing in loops", "{% for a in big %}{% if big == big %}{% endif %}{% endfor %}".into()),
        ("looking in loops", "{% for a in big %}{% if 'zzz' in long %}{% endif %}{% endfor %}".into()),
        ("sorting in loops", "{% for a in big %}{% if rows | sort(attribute='n') %}{% endif %}{% endfor %}".into()),
        ("counting in loops", "{% for a in big %}{% if long | length %}{% endif %}{% endfor %}".into()),
        ("indexing in loops", "{% for a in big %}{% if long[-1] %}{% endif %}{% endfor %}".into()),
        ("keys in loops", "{% for a in big %}{% for k in many %}{% endfor %}{% endfor %}".into()),
        ("defaults in loops", "{% for a in big %}{{ '' | default('', true) }}{% endfor %}".into()),
        ("sorted lists", format!("{{% if [{}] %}}{{% endif %}}", vec!["big | sort"; 100].join(", "))),
        ("sorted text", format!("{{% if [{}] %}}{{% endif %}}", vec!["long | upper | sort"; 100].join(", "))),
        ("unique text", "{{ long | lower | unique | join(long) }}".into()),
        ("replace", "{{ long | replace('', long) }}".into()),
        ("replace, chained", format!("{{{{ 'aaaaaaaaaa'{} }}}}", " | replace('a', 'aaaaaaaaaa')".repeat(40))),
        ("replace everything", "{{ long | replace('o', long) | length }}".into()),
        ("join", "{{ big | join(long) | length }}".into()),
        ("join in join", "{{ big | join(big | join(big | join(long))) }}".into()),
        ("wide truncate", "{{ long | truncate(4000000000, end=long) }}".into()),
        ("widest truncate", "{{ long | truncate(9223372036854775807, leeway=9223372036854775807) | length }}".into()),
        ("trim by long", "{{ long | trim(long) }}".into()),
        ("wide json", "{{ big | json(indent=100000) }}".into()),
        ("indented json", "{{ rows | json(indent=8) | json(indent=8) | json | json | json | json | json | json }}".into()),
        ("lists of lists", format!("{{{{ [{}] | json | length }}}}", vec!["big"; 200].join(","))),
        ("wide date", format!("{{{{ '2026-11-30' | date('{}') }}}}", "%255Y".repeat(12_000))),
        ("wide date in loops", format!("{{% for a in big %}}{{{{ '2026-11-30' | date('{}') }}}}{{% endfor %}}", "%255Y".repeat(50))),
        ("long number", format!("{{{{ {} }}}}", "9".repeat(60_000))),
        ("long exponent", "{{ 1e999999999 }}".into()),
        ("long list", format!("{{{{ [{}] }}}}", "1,".repeat(30_000))),
        ("many arguments", format!("{{{{ x | join({}) }}}}", "1,".repeat(30_000))),
    ];
    let brackets = format!("{}x{}", "(x | default([".repeat(10), "]))".repeat(10));
    let deepest = format!(
        "{}{{{{ {brackets} | length }}}}{}",
        "{% for i in [1] %}{% if i %}".repeat(16),
        "{% endif %}{% endfor %}".repeat(16),
    );
    bombs.push(("as deep as may be", deepest));
    bombs.into_iter().map(|(name, template)| (name.to_owned(), template)).collect()
}

/// The rows of the corpus: a name, a template written as its parts, each a text or a text and how
/// often it stands there, and the code of its first problem or the text that it renders to.
fn corpus() -> Vec<(String, String, Result<String, String>)> {
    let rows = include_str!("../corpora/template_bombs.jsonl");
    rows.lines().map(|row| corpus_row(row).unwrap_or_else(|| panic!("not a row: {row}"))).collect()
}

fn corpus_row(row: &str) -> Option<(String, String, Result<String, String>)> {
    let row: Json = serde_json::from_str(row).ok()?;
    let mut template = String::new();
    for part in row["template"].as_array()? {
        match part.as_str() {
            Some(text) => template.push_str(text),
            None => {
                let times = usize::try_from(part[1].as_u64()?).ok()?;
                template.push_str(&part[0].as_str()?.repeat(times));
            }
        }
    }
    let outcome = match row["text"].as_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err(row["code"].as_str()?.to_owned()),
    };
    Some((row["name"].as_str()?.to_owned(), template, outcome))
}

/// Reads, renders and drops: the text, or the code of the first problem.
fn explode(template: &str, names: &Names) -> Result<String, String> {
    let _ = Expr::parse(template);
    let template = Template::parse(template).map_err(|problems| {
        assert!(!problems.is_empty() && problems.len() <= 50);
        problems[0].code.to_owned()
    })?;
    let _ = template.names();
    let rendered = template.render(names, LITERAL, &Limits::DEFAULT);
    rendered.map(|rendered| rendered.text).map_err(|problem| problem.code.to_owned())
}

/// [`explode`] within bounds of time, memory and output.
fn explode_within(name: &str, template: &str, names: &Names) -> Result<String, String> {
    // Writing 5 makes the kernel forget the largest size so far.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let (time, before) = (processor_time(), memory("VmRSS"));
    let result = explode(template, names);
    if let (Some(from), Some(to)) = (time, processor_time()) {
        let took = to.saturating_sub(from);
        assert!(took < TIME, "{name} took {took:?}");
    }
    if let (Some(before), Some(after)) = (before, memory("VmHWM")) {
        let grown = after.saturating_sub(before);
        assert!(grown < MEMORY, "{name} took {grown} KiB");
    }
    if let Ok(text) = &result {
        assert!(text.len() <= OUTPUT, "{name} printed {} bytes", text.len());
    }
    result
}

#[test]
fn every_bomb_is_refused_or_bounded() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "bombs::bombs_in_this_process"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{said}\n{complained}", output.status);
    assert!(said.contains("1 passed"), "nothing ran: {said}");
}

#[test]
#[ignore = "run by `every_bomb_is_refused_or_bounded`, in a process of its own"]
fn bombs_in_this_process() {
    let work = || {
        let names = Names::of(context());
        for (name, template) in bombs() {
            let _ = explode_within(&name, &template, &names);
        }
        let mut others = Vec::new();
        for (name, template, expected) in corpus() {
            let outcome = explode_within(&name, &template, &names);
            if outcome != expected {
                others.push(format!("{name}: {outcome:?}, not {expected:?}"));
            }
        }
        assert!(others.is_empty(), "{}", others.join("\n"));
    };
    let thread = std::thread::Builder::new().stack_size(STACK);
    thread.spawn(work).unwrap().join().unwrap();
}

#[test]
fn deep_values_are_refused() {
    let mut deep = json!(1);
    for _ in 0..1_000 {
        deep = json!([deep]);
    }
    let names = Names::of(json!({"deep": deep}));
    for template in
        ["{{ deep }}", "{{ deep | json }}", "{{ deep == deep }}", "{{ [deep] | sort | bullets }}"]
    {
        let rendered = Template::parse(template).unwrap().render(&names, LITERAL, &Limits::DEFAULT);
        assert_eq!(rendered.unwrap_err().code, "template.too-deep", "{template}");
    }
}
