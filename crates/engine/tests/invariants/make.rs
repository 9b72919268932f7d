//! Makes texts and inputs: ordinary ones, and those of somebody who means harm.

use std::sync::OnceLock;

use proem::agent::input::{Content, Memory, Message, Part, Speaker, TurnInput};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value as Json, json};

/// Pieces that mean something to a prompt, a provider, a template or a terminal.
const FRAGMENTS: [&str; 64] = [
    "</",
    "<",
    ">",
    "/>",
    "&lt;",
    "<memory>",
    "</memory>",
    "</user_name>",
    "<note>",
    "</lines>",
    "core",
    "</core>",
    "memories",
    "document",
    "<|",
    "|>",
    "<|im_start|>",
    "im_end",
    "<|endoftext|>",
    "[INST]",
    "[/",
    "INST]",
    "<<SYS>>",
    "<s>",
    "</s>",
    "<think>",
    "＜",
    "｜",
    "<｜User｜>",
    "SYSTEM:",
    "System",
    ":",
    "\nSYSTEM:",
    "\n\nHuman:",
    "\n\nAssistant:",
    "\r\n",
    "\n",
    "\u{2028}",
    "\u{85}",
    "\u{B}",
    "# ",
    "## ",
    "### SYSTEM",
    "---",
    "\n---\n",
    "```",
    "> ",
    "- ",
    "| ",
    "{{",
    "}}",
    "{{ config }}",
    "{%",
    "%}",
    "{# x #}",
    "{{ 7*7 }}",
    "\u{200B}",
    "\u{202E}",
    "\u{E0073}",
    "\0",
    "\u{1B}[2J",
    "\\",
    "\"",
    " ",
];

/// Ordinary words, each in a script of its own.
pub(crate) const SCRIPTS: [&str; 22] = [
    "plain words",
    "naïve café, 50 % – “quoted”",
    "👩‍👩‍👧‍👦 family 🏳️‍🌈 🇮🇱 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "שלום, מה שלומך היום?",
    "שָׁלוֹם עֲלֵיכֶם",
    "كيف حالك اليوم؟ أهلاً",
    "می‌خواهم کتاب‌هایم را بخوانم",
    "आप कैसे हैं? क्‍या हाल है",
    "வணக்கம், எப்படி இருக்கிறீர்கள்?",
    "สวัสดีครับ วันนี้เป็นอย่างไรบ้าง",
    "今天天气很好，我们去公园吧。",
    "お元気ですか？カタカナ",
    "오늘 기분이 어때요?",
    "Привет, как дела?",
    "Καλημέρα, τι κάνεις;",
    "fn main() { println!(\"{}\", a < b && c > d); }",
    "if (x < y) { return arr[i] << 2; }",
    "SELECT * FROM t WHERE a <> b AND c >= 1;",
    "<div class=\"row\">a & b</div>",
    "x = {'a': 1, \"b\": [2, 3]} # note",
    "C:\\Users\\me\\file.txt 100% $HOME ${x} %s",
    "the system works; a user said: hello",
];

/// A row of a corpus.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its id.
    pub id: String,
    /// The whole row.
    pub row: Json,
}

impl Row {
    /// A field that is text.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.row[field].as_str().unwrap_or_else(|| panic!("{}: no `{field}`", self.id))
    }
}

/// All rows of a corpus.
pub(crate) fn corpus(name: &str) -> Vec<Row> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora");
    let text = std::fs::read_to_string(root.join(format!("{name}.jsonl"))).unwrap();
    let rows: Vec<Row> = text
        .lines()
        .map(|line| serde_json::from_str::<Json>(line).unwrap())
        .map(|row| Row { id: row["id"].as_str().unwrap().to_owned(), row })
        .collect();
    assert!(!rows.is_empty(), "{name} is empty");
    rows
}

/// The strings of the list of naughty strings.
pub(crate) fn naughty() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/blns.json");
    serde_json::from_str(&std::fs::read_to_string(root).unwrap()).unwrap()
}

/// The texts of all hostile rows.
fn hostile_rows() -> &'static Vec<String> {
    static ROWS: OnceLock<Vec<String>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let names = ["fence_spoof", "header_spoof", "special_tokens", "invisible_unicode"];
        let rows = names.iter().flat_map(|name| corpus(name));
        rows.map(|row| row.text("text").to_owned()).collect()
    })
}

/// Text of somebody who means harm.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => select(FRAGMENTS.to_vec()).prop_map(str::to_owned),
        2 => "[a-zA-Z ]{1,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        3 => prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat()),
        1 => select(hostile_rows().clone()),
    ]
}

/// Text of somebody who means well.
pub(crate) fn ordinary() -> impl Strategy<Value = String> {
    prop_oneof![select(SCRIPTS.to_vec()).prop_map(str::to_owned), "[a-zA-Z][a-zA-Z ,.?!']{0,60}"]
}

/// Any text that somebody may write.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![2 => ordinary(), 3 => hostile(), 1 => Just(String::new())]
}

/// An exchange: what the user says, perhaps a tool that is called, and an answer.
fn exchange() -> impl Strategy<Value = Vec<Message>> {
    (text(), text(), prop::option::of((text(), text())), any::<bool>()).prop_map(
        |(said, answer, tool, parts)| {
            let content = if parts {
                Content::Parts(vec![
                    Part::Text { text: said },
                    Part::Image { url: "https://example.com/a.png".into(), tokens: Some(85) },
                ])
            } else {
                Content::Text(said.into())
            };
            let mut messages = vec![Message { role: Speaker::User, content }];
            if let Some((argument, result)) = tool {
                let call = Part::ToolCall {
                    id: "call_1".into(),
                    name: "look_up".into(),
                    arguments: json!({"zeta": argument, "alpha": {"n": 1, "b": 2}}),
                };
                let result = Part::ToolResult { id: "call_1".into(), content: result };
                let message = |role, part| Message { role, content: Content::Parts(vec![part]) };
                messages.push(message(Speaker::Assistant, call));
                messages.push(message(Speaker::Tool, result));
            }
            let role = Speaker::Assistant;
            messages.push(Message { role, content: Content::Text(answer.into()) });
            messages
        },
    )
}

/// A conversation; now and then the agent opens it.
pub(crate) fn history(most: usize) -> impl Strategy<Value = Vec<Message>> {
    let opening = prop::option::weighted(0.2, ordinary());
    (opening, prop::collection::vec(exchange(), 0..most)).prop_map(|(opening, exchanges)| {
        let opening = opening
            .map(|text| Message { role: Speaker::Assistant, content: Content::Text(text.into()) });
        opening.into_iter().chain(exchanges.into_iter().flatten()).collect()
    })
}

/// What is remembered.
pub(crate) fn memory() -> impl Strategy<Value = Memory> {
    let entry = text().prop_map(|text| object(json!({"kind": "semantic", "text": text})));
    let rule = prop_oneof![Just("Keep replies short.".to_owned()), hostile()];
    (prop::collection::vec(entry, 0..5), prop::collection::vec(rule, 0..4), any::<bool>())
        .prop_map(|(entries, rules, recall)| Memory { entries, rules, recall })
}

/// A mapping.
pub(crate) fn object(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(map) => map,
        other => panic!("not a mapping: {other}"),
    }
}

/// What is the same in the inputs of all agents.
fn frame(most: usize) -> impl Strategy<Value = TurnInput> {
    let message = prop::option::weighted(0.9, text().prop_map(|text| Content::Text(text.into())));
    (memory(), history(most), message).prop_map(|(memory, history, message)| TurnInput {
        memory,
        history,
        message,
        unit: Some("user-1".into()),
        id: Some("turn-1".into()),
        now: Some("2026-11-21T10:00:00Z".into()),
        ..TurnInput::default()
    })
}

fn or_none<T: Clone + std::fmt::Debug + 'static>(
    values: &[T],
) -> impl Strategy<Value = Option<T>> + use<T> {
    prop::option::of(select(values.to_vec()))
}

/// Styles of `support`.
pub(crate) const STYLES: [&str; 9] = [
    "supportive",
    "reflective",
    "clarifying",
    "psychoeducation",
    "technique",
    "guided_exercise",
    "closing",
    "safety_check",
    "crisis_response",
];

/// Approaches of `support`.
pub(crate) const APPROACHES: [&str; 7] = [
    "motivational_interviewing",
    "cbt",
    "act",
    "dbt_skills",
    "grief_support",
    "interpersonal_therapy",
    "pfa",
];

/// Inputs of `support`.
pub(crate) fn support(most: usize) -> impl Strategy<Value = TurnInput> {
    let level = prop_oneof![4 => Just(json!(0)), 1 => Just(json!(1)), 1 => Just(json!(2)), 1 => Just(json!("high"))];
    let classify = prop::option::weighted(0.8, (level, text())).prop_map(|answer| {
        answer.map(|(level, reason)| {
            json!({"level": level, "confidence": 0.9, "reason": reason, "flags": []})
        })
    });
    let route = prop::option::weighted(0.8, (select(STYLES.to_vec()), select(APPROACHES.to_vec())));
    let stage = or_none(&["opening", "deepening", "working", "closing"]);
    (frame(most), text(), classify, route, stage, any::<bool>(), text()).prop_map(
        |(mut input, name, classify, route, stage, exercise, episode)| {
            input.state = object(json!({"user": {"name": name, "region": "IE"}}));
            if exercise {
                let value = json!({"name": "grounding", "step": 2, "approach": "act"});
                input.state.insert("exercise".into(), value);
            }
            input.state.extend(stage.map(|stage| ("session_stage".to_owned(), json!(stage))));
            input.answers.extend(classify.map(|answer| ("classify".to_owned(), answer)));
            let route =
                route.map(|(style, approach)| json!({"style": style, "approach": approach}));
            input.answers.extend(route.map(|answer| ("route".to_owned(), answer)));
            input.input = object(json!({"last_episode": episode}));
            input
        },
    )
}

/// Phases of `coach`.
pub(crate) const PHASES: [&str; 5] =
    ["get_to_know_you", "identity_creation", "identity_refinement", "integration", "completed"];

/// Inputs of `coach`.
pub(crate) fn coach(most: usize) -> impl Strategy<Value = TurnInput> {
    let identity = (text(), text(), select(vec!["proposed", "accepted", "archived"])).prop_map(
        |(name, note, state)| {
            json!({"id": "i1", "name": name, "category": "work", "state": state, "notes": [note]})
        },
    );
    let identities = prop::collection::vec(identity, 0..4);
    let texts = || prop::collection::vec(text(), 0..4);
    (frame(most), select(PHASES.to_vec()), identities, texts(), texts(), text(), text()).prop_map(
        |(mut input, phase, identities, questions, notes, name, summary)| {
            let notes = notes.iter().map(|note| json!({"id": "n1", "note": note}));
            input.state = object(json!({
                "current_phase": phase,
                "identities": identities,
                "asked_questions": questions,
                "who_you_are": questions,
                "notes": notes.collect::<Vec<_>>(),
                "user": {"name": name},
                "conversation_summary": summary,
                "current_identity": "i1",
            }));
            input
        },
    )
}

/// Inputs of `fields`.
pub(crate) fn fields(most: usize) -> impl Strategy<Value = TurnInput> {
    let texts = || prop::collection::vec(text(), 0..4);
    (frame(most), text(), text(), (text(), text()), texts(), text()).prop_map(
        |(mut input, name, note, (title, body), lines, half)| {
            input.state = object(json!({"user": {"name": name}}));
            input.input = object(json!({
                "note": note,
                "ticket": {"title": title, "body": body, "id": 7, "at": {"z": 1, "a": half}},
                "lines": lines,
                "pairs": lines.iter().map(|line| json!({"b": half, "a": line})).collect::<Vec<_>>(),
            }));
            input
        },
    )
}

/// The variables of roles, each with what it is part of.
pub(crate) const VARIABLES: [(&str, &str); 14] = [
    ("ticket", "title"),
    ("ticket", "description"),
    ("ticket", "acceptance_criteria"),
    ("ticket", "tags"),
    ("ticket", "source"),
    ("chat", "message"),
    ("gate", "criteria"),
    ("gate", "previous_output"),
    ("global", "timestamp"),
    ("project", "name"),
    ("git", "branch"),
    ("git", "target_branch"),
    ("context", "documents"),
    ("context", "memory"),
];

/// Steps of roles.
pub(crate) const STEPS: [&str; 4] = ["ticket", "chat", "gate", "cron"];

/// Inputs of a role with a mode: some variables are texts, some lists, some are not there. The time is
/// the turn's.
pub(crate) fn role(most: usize, mode: &'static str) -> impl Strategy<Value = TurnInput> {
    let value = prop_oneof![
        4 => text().prop_map(Json::from),
        1 => prop::collection::vec(text(), 0..4).prop_map(Json::from),
        2 => Just(Json::Null),
    ];
    let values = prop::collection::vec(value, VARIABLES.len());
    (frame(most), values, select(STEPS.to_vec()), any::<bool>()).prop_map(
        move |(mut input, values, step, on)| {
            input.state = object(json!({"step_type": step}));
            input.state.extend(on.then(|| ("mode".to_owned(), json!(mode))));
            let mut given = json!({});
            for ((root, field), value) in VARIABLES.iter().zip(values) {
                if *root != "global" && !value.is_null() {
                    given[root][field] = value;
                }
            }
            input.input = object(given);
            input
        },
    )
}

/// Steps of `sales`.
pub(crate) const SALES_STEPS: [&str; 13] = [
    "welcome",
    "organisation",
    "need",
    "channels",
    "volume",
    "team",
    "email",
    "enterprise",
    "plan",
    "start_day",
    "confirm",
    "farewell",
    "later",
];

/// Slots of `sales`.
pub(crate) const SALES_SLOTS: [&str; 12] = [
    "name",
    "organisation",
    "need",
    "channel",
    "volume",
    "people",
    "email",
    "phone",
    "call_day",
    "plan",
    "start_day",
    "agreed",
];

/// Inputs of `sales`: any step, with slots that are missing, skipped, or hold anything.
pub(crate) fn sales(most: usize) -> impl Strategy<Value = TurnInput> {
    let value = prop_oneof![
        3 => text().prop_map(Json::from),
        1 => (0_u32..200_000).prop_map(Json::from),
        1 => any::<bool>().prop_map(Json::from),
        1 => text().prop_map(|text| json!({"z": text, "a": [text]})),
        1 => Just(Json::Null),
    ];
    let slots = prop::collection::btree_map(select(SALES_SLOTS.to_vec()), value, 0..9);
    let ladder = (0_u32..4, prop::option::of(Just("retry.invalid")));
    (frame(most), select(SALES_STEPS.to_vec()), slots, ladder, any::<bool>()).prop_map(
        |(mut input, step, slots, (failed, script), timed)| {
            input.state = object(json!({
                "step": step,
                "slots": slots,
                "ladder": {"failed": failed, "script": script},
            }));
            input.now = input.now.filter(|_| timed);
            input
        },
    )
}

/// An agent's name with an input for it.
pub(crate) fn any_agent(most: usize) -> impl Strategy<Value = (&'static str, TurnInput)> {
    prop_oneof![
        support(most).prop_map(|input| ("support", input)),
        coach(most).prop_map(|input| ("coach", input)),
        sales(most).prop_map(|input| ("sales", input)),
        fields(most).prop_map(|input| ("fields", input)),
        role(most, "hotfix").prop_map(|input| ("developer", input)),
        role(most, "sketch").prop_map(|input| ("architect", input)),
    ]
}
