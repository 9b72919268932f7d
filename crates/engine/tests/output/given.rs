//! What may leak: what was given to obey, and nothing of what others wrote.

use std::sync::Arc;

use proem::agent::catalog::Table;
use proem::agent::input::TurnInput;
use proem::agent::load;
use proem::agent::source::RawFile;
use proem::turn::enforce::output::given::prompts;
use proem::turn::kept::Memo;
use proem::turn::{Assembled, Options, assemble};
use proem::{check, provider};
use serde_json::json;

const AGENT: &str = "agent: demo\nmodel: {name: gpt-5.4}\nconfig: {company: Larkpost}\nstate: {name: {type: string}}\ncontext: {user_name: {type: string, from: name}}\ncore: [core/identity]\nlayers:\n  - {id: style, channel: system, header: \"## STYLE\", prompts: [style]}\n  - {id: history, channel: history, shrink: oldest}\n  - {id: hint, channel: turn, prompts: [hint]}\n  - {id: message, channel: user}\n";

#[test]
fn what_others_wrote_and_what_is_no_order_is_not_among_the_texts() {
    let files = [
        ("agent.yaml", AGENT),
        ("prompts/core/identity.md", "You are the guide of {{ config.company }}.\n"),
        ("prompts/style.md", "---\ncontext: [user_name]\n---\nSay {{ user_name }} kindly.\n"),
        ("prompts/hint.md", "It rains today.\n"),
    ];
    let raw = files.map(|(path, text)| RawFile { path: path.into(), bytes: text.into() });
    let folder = load::folder(raw.into());
    let table = Arc::new(Table::of_files(folder.prompts));
    let (agent, _) = check::compile(folder.agent.unwrap(), table).unwrap();
    let input: TurnInput = serde_json::from_value(json!({
        "state": {"name": "Ann Example"},
        "history": [{"role": "assistant", "content": "Hello."}],
        "message": "Hi",
    }))
    .unwrap();
    let mut memo = Memo::default();
    let outcome = assemble(&agent, &input, &Options::default(), &provider::find, &mut memo);
    let Ok(Assembled::Call(assembly)) = outcome else { panic!("not assembled") };
    let texts = prompts(&assembly);
    let texts: Vec<&str> = texts.iter().map(|text| text.trim()).collect();
    assert_eq!(texts, ["You are the guide of Larkpost.\n## STYLE\n\nSay", "kindly."]);
}
