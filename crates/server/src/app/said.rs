//! What was said, made to be found.
//!
//! Owns the way from the record of a turn to the texts that a person would look for, and when they are
//! indexed: a little at a time behind everything else, and all that is left before somebody looks. It must
//! never keep a turn waiting.

use std::time::{Duration, Instant};

use proem::agent::input::{Message, Speaker as Role};
use proem_store::said::{self, Speaker, Waiting};
use serde::Deserialize;

use crate::app::App;
use crate::app::fault::Fault;

/// How many turns are indexed in one write: those behind it wait for some milliseconds.
const BATCH: u32 = 64;

/// How long whoever looks waits for what is not indexed yet.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the service waits before it indexes more: while turns wait, and while none does.
const PAUSES: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(5));

/// Indexes everything that was said in a workspace.
///
/// # Errors
/// [`Fault::Refused`] where there is too much to be done at once; what was done stays, so that whoever asks
/// again gets further.
pub(crate) async fn index(app: &App, workspace: &str) -> Result<(), Fault> {
    let began = Instant::now();
    while batch(app, Some(workspace)).await? {
        if began.elapsed() > PATIENCE {
            let why = "older conversations are still being indexed: ask again in a moment";
            return Err(Fault::Refused { code: "search.indexing", why: why.to_owned() });
        }
    }
    Ok(())
}

/// Indexes what was said until the task is dropped.
pub(crate) async fn keep_up(app: &App) {
    loop {
        let more = batch(app, None).await.unwrap_or_else(|fault| {
            tracing::debug!(%fault, "what was said was not indexed");
            false
        });
        tokio::time::sleep(if more { PAUSES.0 } else { PAUSES.1 }).await;
    }
}

/// Indexes some turns, and says whether there may be more.
async fn batch(app: &App, workspace: Option<&str>) -> Result<bool, Fault> {
    let input = workspace.map(str::to_owned);
    let read = app
        .store
        .read(input, |tx, workspace| Box::pin(said::waiting(tx, workspace.as_deref(), BATCH)));
    let waiting = read.await?;
    let more = waiting.len() >= BATCH as usize;
    let turns: Vec<(Waiting, Vec<(Speaker, String)>)> = waiting
        .into_iter()
        .map(|turn| {
            let texts = texts(&turn.record);
            (turn, texts)
        })
        .collect();
    if !turns.is_empty() {
        let write = app.store.write(turns, |tx, turns| {
            Box::pin(async move {
                for (turn, texts) in turns {
                    said::put(tx, turn, texts).await?;
                }
                Ok(())
            })
        });
        write.await?;
    }
    Ok(more)
}

/// What is read of a record: what the conversation has in addition since that turn. A turn that is not over
/// has added nothing, and neither has a call that ran behind one.
#[derive(Deserialize)]
struct Record {
    turn: Turn,
}

#[derive(Deserialize)]
struct Turn {
    #[serde(default)]
    outcome: Option<Outcome>,
}

#[derive(Deserialize)]
struct Outcome {
    #[serde(default)]
    history: Vec<Message>,
}

/// What was said in a turn. A record that cannot be read says nothing.
fn texts(record: &str) -> Vec<(Speaker, String)> {
    let Ok(record) = serde_json::from_str::<Record>(record) else { return Vec::new() };
    let history = record.turn.outcome.map(|outcome| outcome.history).unwrap_or_default();
    let by = |role: Role| {
        let own = history.iter().filter(|message| message.role == role);
        let texts: Vec<_> = own.map(|message| message.content.text()).collect();
        // No database takes the sign.
        texts.join("\n").replace('\0', "\u{fffd}")
    };
    let said = [(Speaker::User, by(Role::User)), (Speaker::Agent, by(Role::Assistant))];
    said.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_says_what_was_said() {
        let record = r#"{"turn": {"agent": "support", "given": [], "input": {"message": "I like tea."}, "outcome":
            {"said": [], "history": [{"role": "user", "content": [{"type": "text", "text": "I like\u0000 tea."},
            {"type": "image", "url": "data:,"}]}, {"role": "assistant", "content": "Green?"}, {"role": "tool",
            "content": "none"}, {"role": "assistant", "content": "Or black?"}]}}, "history": 0}"#;
        let user = (Speaker::User, "I like\u{fffd} tea.".to_owned());
        let agent = (Speaker::Agent, "Green?\nOr black?".to_owned());
        assert_eq!(texts(record), [user, agent]);
        let waits =
            r#"{"turn": {"agent": "a", "given": [], "input": {"message": "Hi"}}, "history": 0}"#;
        assert_eq!(texts(waits), []);
        assert_eq!(texts("{}"), []);
    }
}
