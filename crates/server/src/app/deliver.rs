//! Deliveries: an event on its way to a webhook.
//!
//! Owns what is sent, under which id, and what a delivery that failed means. An event is delivered at least once,
//! with the same id and the same body each time. It must never decide when to try again: that is the queue's.

use std::time::Duration;

use proem_store::error::Error;
use proem_store::job::{self, Job};
use proem_store::webhook::{self, Delivery};
use serde_json::json;

use crate::app::App;
use crate::app::clock::written;
use crate::app::fault::Fault;
use crate::app::undone::Undone;
use crate::upstream::post::Message;
use crate::upstream::sign::Secret;

/// How long a receiver may take.
const WAIT: Duration = Duration::from_secs(15);

/// Delivers an event, and takes its job off the queue.
///
/// # Errors
/// Why it was not taken.
pub(crate) async fn deliver(app: &App, job: &Job) -> Result<(), Undone> {
    let delivery: Delivery = serde_json::from_str(&job.payload)
        .map_err(|error| Fault::Broken(format!("the delivery {}: {error}", job.id)))?;
    let input = (job.workspace.clone(), delivery.webhook.clone());
    let found = app.store.read(input, |tx, (of, id)| Box::pin(webhook::get(tx, of, id))).await;
    let hook = match found {
        // Who is gone wants to hear no more.
        Err(Error::NotFound { .. }) => return finish(app, job).await,
        found => found.map_err(Fault::from)?,
    };
    if !hook.is_active {
        return Err(Undone::for_good("the webhook is switched off"));
    }
    let secret = Secret::read(&hook.secret)
        .ok_or_else(|| Fault::Broken(format!("the webhook {} has no secret", hook.id)))?;
    let Some(posts) = &app.posts else {
        return Err(Undone::for_good("the operator has not allowed any host"));
    };
    let event = &delivery.event;
    let body = json!({
        "id": event.id, "type": event.kind, "timestamp": written(event.at), "workspace": job.workspace,
        "data": event.data,
    });
    let body = body.to_string();
    let headers = secret.headers(&event.id, app.clock.now() / 1_000, &body);
    let message = Message { address: &hook.url, headers: &headers, body: &body, wait: WAIT };
    match posts.post(&message).await {
        Ok(_) => finish(app, job).await,
        Err(why) => Err(Undone { why: why.to_string(), again: why.may_pass() }),
    }
}

async fn finish(app: &App, job: &Job) -> Result<(), Undone> {
    let done = app.store.write(job.clone(), |tx, job| Box::pin(job::finish(tx, job))).await;
    Ok(done.map_err(Fault::from)?)
}
