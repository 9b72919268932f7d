//! Conversations that are found by what was said in them.
//!
//! Owns the way from a question to a page of sessions, each with the text that answers it best. It must
//! never order them by how well they answer: a list of conversations goes from the newest to the oldest.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::page::{LONGEST, Page, Paging, Select};
use crate::said::{Speaker, mark};
use crate::session::{self, Session};
use crate::tx::Tx;
use crate::value::Param;
use crate::words::{Question, Syntax, words};

/// A conversation, and where in it an answer stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The conversation.
    pub session: Session,
    /// The turn.
    pub turn: u32,
    /// Who said it.
    pub speaker: Speaker,
    /// What was said, whole.
    pub text: String,
}

/// How many conversations a page looks at, at most. A phrase is looked for in what has its words; where
/// few have it itself, a page may be short, and its `next` goes on behind what was looked at.
const CANDIDATES: u32 = 1000;

/// A page of conversations in which somebody said what is asked for, newest first; of all agents and
/// users, or of one. All words of the question are in one text. A question without words has no answer.
///
/// # Errors
///
/// [`Error::Invalid`](crate::error::Error::Invalid) for a `next` of another list.
pub async fn sessions(
    tx: &mut Tx,
    workspace: &str,
    (agent, user): (Option<&str>, Option<&str>),
    question: &Question,
    paging: &Paging,
) -> Result<Page<Found>> {
    let mut page = Page { items: Vec::new(), next: paging.after.clone() };
    if question.is_empty() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let (condition, syntax) = Syntax::of(tx.dialect(), "said_index");
    let expression = question.expression_of_all(&mark(workspace), &syntax);
    let matching = format!("seq IN (SELECT rowid FROM said_index WHERE {condition})");
    let limit = paging.limit.clamp(1, LONGEST);
    let mut left = CANDIDATES;
    loop {
        let wanted = limit.saturating_sub(u32::try_from(page.items.len()).unwrap_or(limit));
        let of_said =
            format!("id IN (SELECT session FROM said WHERE workspace = $? AND {matching})");
        let mut select = session::select(workspace, agent, user);
        select.and(&of_said, &[workspace.into(), (&expression).into()]);
        let next = Paging { limit: wanted, after: page.next.take() };
        let candidates = session::page(select, tx, &next).await?;
        left = left.saturating_sub(wanted);
        page.next = candidates.next;
        let mut texts = texts(tx, workspace, &candidates.items, (&matching, &expression)).await?;
        for session in candidates.items {
            let said = texts.remove(&session.id).unwrap_or_default();
            page.items.extend(best(session, said, question));
        }
        if page.next.is_none() || left == 0 || page.items.len() >= limit as usize {
            return Ok(page);
        }
    }
}

/// Something that was said: in which turn, by whom, what.
type Text = (u32, Speaker, String);

/// What some conversations have that the index takes for an answer, the newest first.
async fn texts(
    tx: &mut Tx,
    workspace: &str,
    sessions: &[Session],
    (matching, expression): (&str, &str),
) -> Result<BTreeMap<String, Vec<Text>>> {
    let mut found: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    if sessions.is_empty() {
        return Ok(found);
    }
    let places = vec!["$?"; sessions.len()].join(", ");
    let sql = format!(
        "SELECT session, n, speaker, text FROM said WHERE workspace = $? \
         AND session IN ({places}) AND {matching}"
    );
    let ids = sessions.iter().map(|session| Param::from(&session.id));
    let params: Vec<Param<'_>> =
        std::iter::once(workspace.into()).chain(ids).chain([expression.into()]).collect();
    let rows = Select::new(&sql, &params).rows(tx, " ORDER BY n DESC, seq DESC").await?;
    for mut row in rows {
        let session = row.text()?;
        let text = (row.count()?, Speaker::read(&row.text()?)?, row.text()?);
        found.entry(session).or_default().push(text);
    }
    Ok(found)
}

/// The text that answers best, if one does in truth: the index knows all words, and neither phrases nor
/// what must not be there.
fn best(session: Session, said: Vec<Text>, question: &Question) -> Option<Found> {
    let cut: Vec<Vec<String>> = said.iter().map(|(.., text)| words(text)).collect();
    let (at, _) = question.ranked(&cut).into_iter().next()?;
    let (turn, speaker, text) = said.into_iter().nth(at)?;
    Some(Found { session, turn, speaker, text })
}
