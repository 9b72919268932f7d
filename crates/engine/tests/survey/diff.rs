//! What differs between two agents, and what that moves.

use proem::agent::case::Case;
use proem::agent::load::folder;
use proem::agent::source::RawFile;
use proem::check::compiled::Compiled;
use proem::provider;
use proem::survey::diff::{Change, Diff, Kind, Side, diff};

use crate::host::{compile, files};

/// The files of the support agent, with some text replaced.
fn support(changes: &[(&str, &str, &str)]) -> Vec<RawFile> {
    let mut all = files("support");
    for (path, from, to) in changes {
        let file = all.iter_mut().find(|file| file.path == *path).unwrap();
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
        file.bytes = text.replace(from, to).into_bytes();
    }
    all
}

fn opened(files: Vec<RawFile>) -> (Compiled, Vec<Case>) {
    let cases = folder(files.clone()).cases;
    (compile(files), cases)
}

/// Compares two agents.
pub(crate) fn compared(from: Vec<RawFile>, to: Vec<RawFile>, cells: bool) -> Diff {
    let ((one, ours), (other, theirs)) = (opened(from), opened(to));
    let from = Side { agent: &one, cases: &ours };
    let to = Side { agent: &other, cases: &theirs };
    diff(from, to, cells, &provider::find, &mut |_| {}).unwrap()
}

#[test]
fn an_agent_and_itself_are_equal() {
    for agent in ["support", "coach"] {
        let found = compared(files(agent), files(agent), true);
        assert!(found.is_empty(), "{agent}: {found:#?}");
        assert!(found.cases.compared > 10);
        assert!(found.matrix.unwrap().compared >= 5);
    }
}

#[test]
fn a_sentence_more_is_told_with_the_turns_and_tokens_that_it_moves() {
    let path = "prompts/approach/pfa.md";
    let body = files("support").into_iter().find(|file| file.path == path).unwrap();
    let body = String::from_utf8(body.bytes).unwrap();
    let last = body.trim_end().lines().next_back().unwrap().to_owned();
    let longer = format!("{last}\nSay it slowly.");
    let found = compared(support(&[]), support(&[(path, &last, &longer)]), true);
    let [prompt] = found.prompts.as_slice() else { panic!("{:?}", found.prompts) };
    assert_eq!((prompt.name.as_str(), prompt.change), ("approach/pfa", Change::Changed));
    assert!(prompt.text.as_ref().unwrap().contains("\n+Say it slowly.\n"));
    assert!(found.declared.is_empty());
    // In a crisis other skills stand behind it, else nothing does.
    let groups = &found.cases.groups;
    assert_eq!(groups.len(), 2, "{groups:#?}");
    for group in groups {
        assert_eq!((group.kind, group.layer.as_deref()), (Kind::Text, Some("approach")));
        let changed =
            group.text.as_ref().unwrap().lines().filter(|line| line.starts_with(['+', '-']));
        assert_eq!(changed.collect::<Vec<_>>(), ["+Say it slowly."]);
    }
    let places: usize = groups.iter().map(|group| group.places.len()).sum();
    assert_eq!(places, found.cases.turns.len());
    assert!(
        groups[0].places.iter().chain(&groups[1].places).any(|place| place == "crisis-overdose")
    );
    for turn in &found.cases.turns {
        assert_eq!(turn.tokens.delta, 4, "{turn:?}");
        let layers: Vec<_> = turn.layers.iter().map(|one| (one.id.as_str(), one.delta)).collect();
        assert_eq!(layers, [("approach", 4)]);
    }
    let cells = found.matrix.unwrap();
    assert!(cells.turns.iter().all(|cell| cell.tokens.delta == 4));
    assert!(cells.turns.iter().any(|cell| cell.place.contains("crisis.level 1")));
}

#[test]
fn what_is_declared_differs_by_name_and_rows_by_order() {
    let row = "  # Words that leave little doubt.";
    let changes = [
        (
            "agent.yaml",
            row,
            "  - phrases: [hello there]\n    say: Hello.\n  # Words that leave little doubt.",
        ),
        (
            "agent.yaml",
            "  session_stage:      ",
            "  stage_of_session: {type: string}\n  session_stage:      ",
        ),
        ("agent.yaml", "    priority: 10\n", "    priority: 11\n"),
        ("agent.yaml", "  leave_exercise:\n", "  end_exercise:\n"),
        ("agent.yaml", "    set: {incognito: true}\n", ""),
    ];
    let mut changed = support(&changes);
    for file in &mut changed {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        file.bytes = text.replace("leave_exercise", "end_exercise").into_bytes();
    }
    let found = compared(support(&[]), changed, false);
    let told: Vec<(&str, &str, Change)> =
        found.declared.iter().map(|item| (item.kind, item.name.as_str(), item.change)).collect();
    assert_eq!(
        told,
        [
            ("state key", "stage_of_session", Change::Added),
            ("gate row", "3", Change::Changed),
            ("gate row", "4", Change::Added),
            ("action", "leave_exercise", Change::Removed),
            ("action", "end_exercise", Change::Added),
            ("layer", "stage of reply", Change::Changed),
        ]
    );
    let stage = &found.declared[5].fields;
    assert_eq!((stage[0].name.as_str(), stage[0].from.clone()), ("priority", 10.into()));
    assert!(found.cases.groups.iter().any(|group| group.kind == Kind::Actions));
}

#[test]
fn layers_that_change_places_and_prompts_that_change_names_are_told_as_that() {
    let mut renamed = support(&[]);
    let approach = renamed.iter().position(|file| file.path == "prompts/task/reply.md").unwrap();
    renamed[approach].path = "prompts/task/answer.md".to_owned();
    let agent = renamed.iter_mut().find(|file| file.path == "agent.yaml").unwrap();
    let text = String::from_utf8(agent.bytes.clone()).unwrap();
    let start = text.find("  - id: exercise\n").unwrap();
    let end = text.find("  - id: task\n").unwrap();
    let stop = end + text[end..].find("  - id: message\n").unwrap();
    let (exercise, task) = (&text[start..end], &text[end..stop]);
    let text = format!("{}{task}{exercise}{}", &text[..start], &text[stop..]);
    agent.bytes = text.replace("task/reply", "task/answer").into_bytes();
    let found = compared(support(&[]), renamed, false);
    let [prompt] = found.prompts.as_slice() else { panic!("{:#?}", found.prompts) };
    assert_eq!((prompt.name.as_str(), prompt.change), ("task/answer", Change::Renamed));
    assert!(found.declared.iter().any(|item| item.change == Change::Moved && item.kind == "layer"));
    let orders: Vec<_> = found.cases.groups.iter().filter(|one| one.kind == Kind::Order).collect();
    assert!(!orders.is_empty());
    assert!(orders[0].from.ends_with("exercise, task, message"), "{}", orders[0].from);
    assert!(orders[0].to.ends_with("task, exercise, message"), "{}", orders[0].to);
    assert!(
        found.cases.turns.iter().all(|turn| turn.layers.is_empty() || turn.tokens.delta.abs() < 4)
    );
}

#[test]
fn a_case_of_one_side_is_played_on_both() {
    let mut fewer = support(&[]);
    fewer.retain(|file| file.path != "cases/grief.yaml");
    let found = compared(support(&[]), fewer, false);
    assert!(found.is_empty(), "{found:#?}");
    let other = support(&[("cases/grief.yaml", "turns:\n", "turns:\n  - message: Hello.\n")]);
    let twice = compared(support(&[]), other, false);
    assert_eq!(twice.cases.compared, found.cases.compared + 2);
}

#[test]
fn a_pair_that_is_no_longer_allowed_is_told_with_its_cells() {
    let table = "  response_style:\n    reflective:\n";
    let tighter = "  response_style:\n    closing:\n      approach: [act]\n    reflective:\n";
    let found = compared(support(&[]), support(&[("agent.yaml", table, tighter)]), true);
    let cells = found.matrix.unwrap();
    let outcome = cells.groups.iter().find(|group| group.kind == Kind::Outcome).unwrap();
    assert!(
        outcome.to.starts_with("refused: state.compat: response_style `closing`"),
        "{outcome:?}"
    );
    // Six approaches fewer, at four levels and in five stages.
    assert_eq!(cells.turns.len(), 6 * 4 * 5);
}
