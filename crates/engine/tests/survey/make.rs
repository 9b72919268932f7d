//! Makes small agents: enumerations, a table of compatible values, gate rows, prompts, some of them
//! missing.

use proem::check::compiled::Compiled;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use crate::host::small;

const STYLES: [&str; 4] = ["calm", "brisk", "warm", "plain"];
const TOPICS: [&str; 3] = ["billing", "setup", "other"];

/// What a small agent is made of.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// How many styles there are, and whether one is the default.
    pub styles: usize,
    /// Whether the style has a default.
    pub default: bool,
    /// The topics that each style may meet; none: it is not in the table.
    pub compat: Vec<Option<Vec<&'static str>>>,
    /// Gate rows: the level from which they hold, and the style and topic that they set.
    pub rows: Vec<(u8, usize, usize)>,
    /// Which styles have a prompt.
    pub written: Vec<bool>,
    /// The sentence that all prompts begin with.
    pub text: String,
}

/// Plans of small agents.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let compat = prop::option::of(subsequence(TOPICS.to_vec(), 1..=3));
    let row = (0..4_u8, any::<Index>(), 0..3_usize);
    let words = "[a-z]{3,8}( [a-z]{3,8}){0,12}";
    (1..=4_usize, any::<bool>()).prop_flat_map(move |(styles, default)| {
        (
            prop::collection::vec(compat.clone(), styles),
            prop::collection::vec(row.clone(), 0..4),
            prop::collection::vec(prop::bool::weighted(0.9), styles),
            words,
        )
            .prop_map(move |(compat, rows, written, text)| Plan {
                styles,
                default,
                compat,
                rows: rows
                    .into_iter()
                    .map(|(level, style, topic)| (level, style.index(styles), topic))
                    .collect(),
                written,
                text,
            })
    })
}

/// The agent of a plan.
pub(crate) fn agent(plan: &Plan) -> Compiled {
    let styles = &STYLES[..plan.styles];
    let mut file = format!(
        "agent: small\nmodel: {{name: gpt-5.4, window: 4000, reserve: 100}}\nprompt_types:\n  reply: {{phase: required}}\nstate:\n  style:\n    enum: [{}]\n",
        styles.join(", ")
    );
    if plan.default {
        file.push_str("    default: calm\n");
    }
    file.push_str("  topic: {enum: [billing, setup, other]}\n  loud: {type: boolean, default: false}\n  mood: {type: object, properties: {level: {type: integer, minimum: 0, maximum: 3, default: 0}, note: {type: string, default: none}}}\n");
    let limited: Vec<_> = styles
        .iter()
        .zip(&plan.compat)
        .filter_map(|(style, topics)| Some((style, topics.as_ref()?)))
        .collect();
    if !limited.is_empty() {
        file.push_str("compat:\n  style:\n");
        for (style, topics) in limited {
            file.push_str(&format!("    {style}: {{topic: [{}]}}\n", topics.join(", ")));
        }
    }
    if !plan.rows.is_empty() {
        file.push_str("gate:\n");
        for (level, style, topic) in &plan.rows {
            let (style, topic) = (STYLES[*style], TOPICS[*topic]);
            file.push_str(&format!(
                "  - when: mood.level > {level}\n    set: {{style: {style}, topic: {topic}}}\n"
            ));
        }
    }
    file.push_str("layers:\n  - id: style\n    channel: system\n    prompts: [\"reply/{{ style }}\"]\n    when: style is defined\n  - id: loud\n    channel: system\n    prompts: [reply/loud]\n    when: loud\n  - id: message\n    channel: user\n");
    let mut prompts = vec![("reply/loud".to_owned(), format!("Loud: {}.\n", plan.text))];
    for (style, _) in styles.iter().zip(&plan.written).filter(|(_, written)| **written) {
        prompts.push((format!("reply/{style}"), format!("{} {style}.\n", plan.text)));
    }
    let prompts: Vec<(&str, &str)> =
        prompts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    small(&file, &prompts)
}
