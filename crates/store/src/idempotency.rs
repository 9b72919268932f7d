//! Requests that come again.
//!
//! Owns what was answered under a key, and who is at work on it. A request that is repeated has one
//! effect: who repeats it gets the first answer, or is told that it is under way. It must never guess
//! whether a request that broke off had an effect; its owner writes the answer in the transaction of
//! the effect, or where it cannot know the answer by then, writes there that there is an effect.

use crate::error::{Error, Result};
use crate::time::Time;
use crate::tx::Tx;

/// A request under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The workspace.
    pub workspace: String,
    /// The key.
    pub key: String,
    /// A hash of the request: another one under the same key is refused.
    pub hash: String,
    /// The session that it is about; its answers go with it.
    pub session: Option<String>,
}

/// What a key says when a request comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Nobody has answered it. Who got this answers it; the fence is the right to.
    Yours {
        /// Raised each time somebody takes over.
        fence: i64,
    },
    /// Somebody is at work on it.
    Running {
        /// Until then at least.
        until: Time,
    },
    /// It has had its effect, and whoever was at work on it is gone without having kept the answer.
    Changed,
    /// This is what was answered.
    Done {
        /// The answer, as it was given to [`finish`].
        response: String,
    },
}

/// Begins a request, or takes over one whose owner has been gone since its lease ran out.
///
/// # Errors
///
/// [`Error::OtherRequest`] where the key was used for another one.
pub async fn begin(tx: &mut Tx, request: &Request, now: Time, until: Time) -> Result<Begun> {
    let of_key = [(&request.workspace).into(), (&request.key).into()];
    let [workspace, key] = of_key;
    let written = tx
        .run(
            "INSERT INTO idempotency (workspace, key, request, status, response, session, \
             lease_until, fence, created_at) VALUES ($1, $2, $3, 'running', '', $4, $5, 1, $6) \
             ON CONFLICT (workspace, key) DO NOTHING",
            &[
                workspace,
                key,
                (&request.hash).into(),
                request.session.as_deref().unwrap_or_default().into(),
                until.into(),
                now.into(),
            ],
        )
        .await?;
    if written == 1 {
        return Ok(Begun::Yours { fence: 1 });
    }
    let taken = tx
        .row(
            "UPDATE idempotency SET lease_until = $3, fence = fence + 1 WHERE workspace = $1 \
             AND key = $2 AND request = $4 AND status = 'running' AND lease_until <= $5 \
             RETURNING fence",
            &[workspace, key, until.into(), (&request.hash).into(), now.into()],
        )
        .await?;
    if let Some(mut row) = taken {
        return Ok(Begun::Yours { fence: row.int()? });
    }
    let sql = "SELECT request, status, response, lease_until FROM idempotency \
               WHERE workspace = $1 AND key = $2";
    // It may have been forgotten since; who asks again is told.
    let mut row = tx.row(sql, &of_key).await?.ok_or(Error::Busy)?;
    let (hash, status, response) = (row.text()?, row.text()?, row.text()?);
    if hash != request.hash {
        return Err(Error::OtherRequest);
    }
    Ok(match status.as_str() {
        "done" => Begun::Done { response },
        status => match row.int()? {
            until if status == "changed" && until <= now => Begun::Changed,
            until => Begun::Running { until },
        },
    })
}

/// Keeps the answer. It belongs into the transaction of what the request did.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody took over, or it is answered.
pub async fn finish(
    tx: &mut Tx,
    workspace: &str,
    key: &str,
    fence: i64,
    response: &str,
) -> Result<()> {
    let sql = "UPDATE idempotency SET status = 'done', response = $4, lease_until = 0 \
               WHERE workspace = $1 AND key = $2 AND fence = $3 AND status IN ('running', 'changed')";
    match tx.run(sql, &[workspace.into(), key.into(), fence.into(), response.into()]).await? {
        0 => Err(Error::Fenced),
        _ => Ok(()),
    }
}

/// Notes that a request has an effect. It belongs into the transaction of the effect: a request that was taken
/// over has none any longer.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody took over, or it is answered.
pub async fn change(tx: &mut Tx, workspace: &str, key: &str, fence: i64) -> Result<()> {
    let sql = "UPDATE idempotency SET status = 'changed' WHERE workspace = $1 AND key = $2 \
               AND fence = $3 AND status IN ('running', 'changed')";
    match tx.run(sql, &[workspace.into(), key.into(), fence.into()]).await? {
        0 => Err(Error::Fenced),
        _ => Ok(()),
    }
}

/// Ends a request whose effects were noted with [`change`]: keeps the answer where there was one, and lets the key
/// go where there was none.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody took over, or it is answered.
pub async fn end(
    tx: &mut Tx,
    workspace: &str,
    key: &str,
    fence: i64,
    response: &str,
) -> Result<()> {
    let sql = "UPDATE idempotency SET status = 'done', response = $4, lease_until = 0 \
               WHERE workspace = $1 AND key = $2 AND fence = $3 AND status = 'changed'";
    match tx.run(sql, &[workspace.into(), key.into(), fence.into(), response.into()]).await? {
        0 => forget(tx, workspace, key, fence).await,
        _ => Ok(()),
    }
}

/// Ties a request to what it has begun and somebody will end, in the transaction in which it begins: from now
/// on [`settle`] answers it, and its owner can no longer let it go.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody took over, or it is answered.
pub async fn tie(tx: &mut Tx, workspace: &str, key: &str, fence: i64) -> Result<()> {
    let sql = "UPDATE idempotency SET fence = fence + 1 WHERE workspace = $1 AND key = $2 \
               AND fence = $3 AND status = 'running'";
    match tx.run(sql, &[workspace.into(), key.into(), fence.into()]).await? {
        0 => Err(Error::Fenced),
        _ => Ok(()),
    }
}

/// Keeps the answer to a request that was tied, in the transaction that ends what it has begun. Whoever may
/// end that may answer. A key that was forgotten since is nobody's.
///
/// # Errors
///
/// Those of the database.
pub async fn settle(tx: &mut Tx, workspace: &str, key: &str, response: &str) -> Result<()> {
    let sql = "UPDATE idempotency SET status = 'done', response = $3, lease_until = 0 \
               WHERE workspace = $1 AND key = $2 AND status = 'running'";
    tx.run(sql, &[workspace.into(), key.into(), response.into()]).await.map(|_| ())
}

/// Lets a key go whose request had no effect: the next one begins anew.
///
/// # Errors
///
/// [`Error::Fenced`] where somebody took over, or it is answered.
pub async fn forget(tx: &mut Tx, workspace: &str, key: &str, fence: i64) -> Result<()> {
    let sql = "DELETE FROM idempotency WHERE workspace = $1 AND key = $2 AND fence = $3 \
               AND status = 'running'";
    match tx.run(sql, &[workspace.into(), key.into(), fence.into()]).await? {
        0 => Err(Error::Fenced),
        _ => Ok(()),
    }
}

/// Forgets all keys of requests that came before a time; how many there were.
///
/// # Errors
///
/// Those of the database.
pub async fn purge(tx: &mut Tx, before: Time) -> Result<u64> {
    tx.run("DELETE FROM idempotency WHERE created_at < $1", &[before.into()]).await
}
