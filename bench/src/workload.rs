//! The common workload: the texts that an agent holds, in the sizes that were agreed on.
//!
//! Owns the sizes and the texts. It must never know a conversation, nor in which format the texts are
//! written down.

use serde_json::{Value as Json, json};

use crate::dice::Dice;
use crate::prose::prose;

/// Tokens of the model's window.
pub const WINDOW: u32 = 8_000;
/// Tokens that are kept for the answer.
pub const RESERVE: u32 = 1_000;
/// The model.
pub const MODEL: &str = "gpt-5.4";
/// Tokens of the core's three sources.
const CORE: [(&str, u32); 3] =
    [("core/identity", 500), ("policy/boundaries", 400), ("policy/privacy", 300)];
/// Tokens of a response style.
const STYLE: u32 = 300;
/// Tokens of an approach.
const APPROACH: u32 = 500;
/// Tokens of the task's fixed sentences; with the lines that hold the variables, it has 250.
const TASK: u32 = 130;
/// What separates the texts of one seed from those of another.
const SEED: u64 = 0x70_72_6F_65_6D;

/// The ten variables of the task, with the type of each.
pub const VARIABLES: [(&str, &str); 10] = [
    ("user_name", "string"),
    ("place", "string"),
    ("local_time", "string"),
    ("mood", "string"),
    ("topic", "string"),
    ("goal", "string"),
    ("turn_number", "integer"),
    ("minutes_left", "integer"),
    ("last_exercise", "string"),
    ("next_step", "string"),
];

/// The user's style rules. Each is one that is kept.
pub const RULES: [&str; 5] = [
    "Keep your answers short.",
    "Use a warm tone.",
    "Please do not use emoji.",
    "Give an example when you explain something.",
    "Answer in British English.",
];

/// The header of the layer of rules.
pub const RULES_HEADER: &str = "## Style preferences of this user";

/// A prompt: its name and its text.
#[derive(Clone, Debug)]
pub struct Text {
    /// `type/phase`.
    pub name: String,
    /// The text, without front matter.
    pub text: String,
}

/// The texts of the agent.
#[derive(Clone, Debug)]
pub struct Workload {
    /// The core's sources, in order.
    pub core: Vec<Text>,
    /// The response style.
    pub style: Text,
    /// The approaches; the first one is chosen.
    pub approaches: Vec<Text>,
    /// The block of memories: a template.
    pub memory: Text,
    /// The task: a template with the ten variables.
    pub task: Text,
}

/// The workload with a number of approaches to choose from: 1 is the common workload.
#[must_use]
pub fn workload(approaches: usize) -> Workload {
    let mut dice = Dice::new(SEED);
    let core = CORE.iter().map(|(name, tokens)| Text {
        name: (*name).to_owned(),
        text: prose(&mut dice, *tokens, true),
    });
    let core = core.collect();
    let style = Text { name: "response/steady".into(), text: prose(&mut dice, STYLE, true) };
    let memory = "What you remember of this user:\n\n{{ memories }}".to_owned();
    let task = task(&mut dice);
    let approaches = (0..approaches.max(1)).map(|at| Text {
        name: format!("approach/{}", approach(at)),
        text: prose(&mut Dice::new(SEED + 1 + at as u64), APPROACH, true),
    });
    Workload {
        core,
        style,
        approaches: approaches.collect(),
        memory: Text { name: "block/memory".into(), text: memory },
        task: Text { name: "task/reply".into(), text: task },
    }
}

/// The name of an approach.
#[must_use]
pub fn approach(at: usize) -> String {
    format!("way_{at}")
}

fn task(dice: &mut Dice) -> String {
    let fixed = prose(dice, TASK, false);
    format!(
        "You are writing with {{{{ user_name }}}}, who is in {{{{ place }}}}, where it is \
         {{{{ local_time }}}}. They seem {{{{ mood }}}}.\n\
         This is turn {{{{ turn_number }}}}; {{{{ minutes_left }}}} minutes are left.\n\
         The conversation is about {{{{ topic }}}}, and the goal is {{{{ goal }}}}.\n\n\
         {fixed}\n\n\
         - The last exercise was {{{{ last_exercise }}}}.\n\
         - The next step is {{{{ next_step }}}}. {}",
        prose(dice, 40, false)
    )
}

/// The three tools: name, description, parameters as JSON Schema properties.
#[must_use]
pub fn tools() -> Vec<(&'static str, &'static str, Json)> {
    vec![
        (
            "note_goal",
            "Write down a goal that the user has agreed to.",
            json!({
                "title": {"type": "string", "description": "The goal in the user's own words"},
                "kind": {"enum": ["habit", "project", "relationship"], "description": "What sort of goal it is"},
            }),
        ),
        (
            "schedule_exercise",
            "Put an exercise into the user's calendar.",
            json!({
                "exercise": {"type": "string", "description": "The name of the exercise"},
                "minutes": {"type": "integer", "description": "How long it takes"},
                "reminder": {"type": "boolean", "description": "Whether the user wants to be reminded"},
            }),
        ),
        (
            "look_up_resource",
            "Find an article, an address or a telephone number.",
            json!({
                "query": {"type": "string", "description": "What to look for"},
                "language": {"enum": ["en", "de", "fr", "es"], "description": "The language of the resource"},
            }),
        ),
    ]
}

/// The schema of the answer.
#[must_use]
pub fn answer_schema() -> Json {
    json!({
        "type": "object",
        "properties": {
            "message": {"type": "string", "description": "What the user reads"},
            "mood": {"enum": ["low", "even", "high"], "description": "How the user seems to feel"},
            "follow_up": {"type": "boolean", "description": "Whether a question is still open"},
            "topics": {"type": "array", "items": {"type": "string"}, "description": "What was talked about"},
        },
        "required": ["message", "mood", "follow_up", "topics"],
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::{CORE, workload};
    use crate::prose::size;

    #[test]
    fn the_texts_have_the_agreed_sizes() {
        let made = workload(1);
        let core: u32 = made.core.iter().map(|text| size(&text.text)).sum();
        assert!(core.abs_diff(CORE.iter().map(|(_, tokens)| tokens).sum()) <= 40, "{core}");
        assert!(size(&made.style.text).abs_diff(300) <= 20);
        assert!(size(&made.approaches[0].text).abs_diff(500) <= 20);
        assert!(size(&made.task.text).abs_diff(250) <= 40, "{}", size(&made.task.text));
    }

    #[test]
    fn the_same_seed_gives_the_same_texts() {
        assert_eq!(workload(3).task.text, workload(1).task.text);
        assert_eq!(workload(3).approaches[0].text, workload(1).approaches[0].text);
        assert_ne!(workload(3).approaches[1].text, workload(3).approaches[0].text);
    }
}
