//! Checking takes no quadratic time: an agent of a thousand prompts is checked at once.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::lay::{findings, over_smallest};

/// Prompts of the agent.
const PROMPTS: usize = 1_000;

#[test]
fn an_agent_of_a_thousand_prompts_is_checked_at_once() {
    let words: Vec<String> = (0..PROMPTS).map(|at| format!("room_{at}")).collect();
    let mut agent = format!(
        "state:\n  room: {{enum: [{}], default: room_0}}\n  floor: {{type: integer, minimum: 0, maximum: 9, default: 0}}\n  open: {{type: boolean, default: true}}\n",
        words.join(", ")
    );
    agent.push_str(
        "layers:\n  - {id: room, channel: system, prompts: [\"room/{{ room }}\"], when: floor < 9}\n  - {id: same, channel: system, prompts: [note/same], when: open}\n  - {id: history, channel: history, shrink: oldest}\n  - {id: message, channel: user}\n",
    );
    let mut parts = vec![("agent.yaml".to_owned(), agent)];
    let mut shared = String::new();
    for sentence in 0..40 {
        let _ = writeln!(
            shared,
            "Sentence number {sentence} stands in every single one of the prompts."
        );
    }
    for word in &words {
        let text = format!("This is {word}, which looks like none of the others.\n{shared}");
        parts.push((format!("prompts/room/{word}.md"), text));
    }
    parts.push(("prompts/note/same.md".to_owned(), "Show one room after the other.\n".to_owned()));
    let files = over_smallest(&parts);
    let start = Instant::now();
    let (found, _) = findings(&files);
    let took = start.elapsed();
    assert_eq!(found, Vec::new());
    // Unoptimised, on a machine that does other things: comparing each prompt with each other one
    // would take minutes.
    assert!(took < Duration::from_secs(30), "{took:?}");
}
