//! Actions that the service performs.
//!
//! Owns which actions the operator has bound to an address, and performing them within a turn: under an id that is the
//! same whenever the same request of the same turn is sent, so that a receiver does it once. What an author writes
//! binds nothing. It must never decide whether a result is what the agent declares: that is the engine's.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use proem::agent::input::ActionRequest;
use proem::turn::course::given::ActionResult;
use proem_store::session::Session;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use tokio::time::Instant;

use crate::app::access::HOME;
use crate::app::clock::{Clock, written};
use crate::app::metrics;
use crate::upstream::guard::Hosts;
use crate::upstream::post::{Message, Posts, Unposted};
use crate::upstream::sign::Secret;

/// How often an action is sent in all.
const TRIES: u32 = 3;

/// The pause before it is sent again, in milliseconds; each further one is twice as long.
const PAUSE: f64 = 250.0;

/// How long an answer is waited for where the operator does not say.
const WAIT: u64 = 10_000;

/// The actions that are bound.
#[derive(Default)]
pub(crate) struct Actions {
    /// By workspace, agent and action.
    bound: HashMap<(String, String, String), Bound>,
    posts: Option<Posts>,
}

/// An action that is bound.
struct Bound {
    url: String,
    secret: Secret,
    wait: Duration,
}

/// What the operator says of an action.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    url: String,
    /// The variable of the environment that has the secret.
    secret: String,
    /// How long an answer is waited for, in milliseconds.
    timeout: Option<u64>,
    /// Whether its host may have an address of one's own network.
    #[serde(default)]
    private: bool,
}

/// Where an action is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Where<'a> {
    /// The workspace.
    pub of: &'a str,
    /// The session.
    pub session: &'a Session,
    /// Whether it is to be known whose session it is.
    pub incognito: bool,
    /// The number of the turn.
    pub n: u32,
    /// When the turn has had its time.
    pub deadline: Instant,
}

impl Actions {
    /// Reads the operator's file: `{"agent/action": {"url": …, "secret": "VARIABLE"}}`, with the workspace in front
    /// where it is not the first one.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn read(
        text: &str,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, Vec<String>> {
        let said: BTreeMap<String, Said> =
            serde_json::from_str(text).map_err(|error| vec![error.to_string()])?;
        let (mut bound, mut hosts, mut wrong) = (HashMap::new(), Vec::new(), Vec::new());
        for (name, said) in said {
            let parts: Vec<&str> = name.split('/').collect();
            let key = match parts.as_slice() {
                [agent, action] => (HOME, *agent, *action),
                [workspace, agent, action] => (*workspace, *agent, *action),
                _ => {
                    wrong.push(format!("{name}: an action is named agent/action"));
                    continue;
                }
            };
            match host(&said) {
                Ok(host) => hosts.push(host),
                Err(why) => wrong.push(format!("{name}.url: {why}")),
            }
            let secret = variable(&said.secret).and_then(|secret| Secret::read(&secret));
            let Some(secret) = secret else {
                wrong.push(format!("{name}.secret: the variable {} has no secret", said.secret));
                continue;
            };
            if said.timeout == Some(0) {
                wrong.push(format!("{name}.timeout: it must be 1 at least"));
            }
            let wait = Duration::from_millis(said.timeout.unwrap_or(WAIT));
            let (of, agent, action) = key;
            let key = (of.to_owned(), agent.to_owned(), action.to_owned());
            bound.insert(key, Bound { url: said.url, secret, wait });
        }
        let hosts = match Hosts::read(&hosts) {
            Ok(hosts) => hosts,
            Err(none) => {
                wrong.extend(none.iter().map(ToString::to_string));
                Hosts::default()
            }
        };
        let posts = Posts::new(hosts);
        if posts.is_none() {
            wrong.push("nothing can be sent from this machine".to_owned());
        }
        if wrong.is_empty() { Ok(Self { bound, posts }) } else { Err(wrong) }
    }

    /// Whether an action of an agent is the service's to perform.
    pub(crate) fn binds(&self, of: &str, agent: &str, action: &str) -> bool {
        self.find(of, agent, action).is_some()
    }

    fn find(&self, of: &str, agent: &str, action: &str) -> Option<&Bound> {
        self.bound.get(&(of.to_owned(), agent.to_owned(), action.to_owned()))
    }

    /// Performs an action that is the turn's so-and-so many-th. What goes wrong is a result, too.
    pub(crate) async fn perform(
        &self,
        at: Where<'_>,
        number: usize,
        request: &ActionRequest,
    ) -> ActionResult {
        let Where { of, session, .. } = at;
        let bound = self.find(of, &session.agent, &request.name);
        let (Some(bound), Some(posts)) = (bound, &self.posts) else {
            return ActionResult::Error("the action is bound to no address".to_owned());
        };
        let id = format!("{}.{}.{number}", session.id, at.n);
        let user = session.user.as_ref().filter(|_| !at.incognito);
        let mut data = json!({
            "agent": session.agent, "session": session.id, "turn": at.n, "name": request.name,
            "params": request.params,
        });
        if let (Some(user), Json::Object(data)) = (user, &mut data) {
            data.insert("user".to_owned(), json!(user));
        }
        let body = json!({
            "id": id, "type": "action.perform", "timestamp": written(Clock.now()), "workspace": of,
            "data": data,
        });
        let sent = bound.persist(posts, (&id, &body.to_string()), at.deadline).await;
        let result = match sent {
            Ok(body) if body.is_empty() => Ok(Json::Null),
            Ok(body) => serde_json::from_slice(&body)
                .map_err(|_| "the receiver's answer is no JSON".to_owned()),
            Err(why) => Err(why.to_string()),
        };
        let status = if result.is_ok() { "done" } else { "failed" };
        metrics::performed(of, &session.agent, &request.name, status);
        match result {
            Ok(result) => ActionResult::Result(result),
            Err(why) => {
                tracing::warn!(action = request.name, why, "an action was not performed");
                ActionResult::Error(why)
            }
        }
    }
}

impl Bound {
    /// Sends a message until it is taken, or there is no more time or hope for that.
    async fn persist(
        &self,
        posts: &Posts,
        (id, body): (&str, &str),
        deadline: Instant,
    ) -> Result<Vec<u8>, Unposted> {
        let mut tried = 0;
        loop {
            tried += 1;
            let headers = self.secret.headers(id, Clock.now() / 1_000, body);
            let wait = self.wait.min(deadline.saturating_duration_since(Instant::now()));
            let message = Message { address: &self.url, headers: &headers, body, wait };
            let why = match posts.post(&message).await {
                Ok(body) => return Ok(body),
                Err(why) => why,
            };
            let pause = PAUSE * f64::from(1_u32 << (tried - 1)) * (0.5 + Clock::chance() / 2.0);
            let pause = Duration::from_millis(pause as u64);
            if tried >= TRIES || !is_worth_it(&why) || Instant::now() + pause >= deadline {
                return Err(why);
            }
            tokio::time::sleep(pause).await;
        }
    }
}

/// Whether a receiver may answer otherwise in a moment.
fn is_worth_it(why: &Unposted) -> bool {
    match why {
        Unposted::Status(status) => matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
        Unposted::TimedOut | Unposted::Unreachable => true,
        Unposted::Closed(_) | Unposted::TooLarge => false,
    }
}

/// The host of an address, as it is allowed.
fn host(said: &Said) -> Result<String, &'static str> {
    let url = reqwest::Url::parse(&said.url).map_err(|_| "it is no address")?;
    if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() {
        return Err("it is none of http or https");
    }
    let host = url.host_str().ok_or("it has no host")?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let private = if said.private { "private:" } else { "" };
    Ok(format!("{private}{host}{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Actions, Vec<String>> {
        Actions::read(text, |name| (name == "CRM").then(|| "whsec_c2VjcmV0".to_owned()))
    }

    #[test]
    fn what_is_bound_is_bound_in_one_workspace() {
        let actions = read(
            r#"{"support/look_up": {"url": "https://crm.example.com/a", "secret": "CRM"},
                "acme/support/order": {"url": "http://crm.local:8080/", "secret": "CRM", "private": true}}"#,
        )
        .unwrap();
        assert!(actions.binds("default", "support", "look_up"));
        assert!(actions.binds("acme", "support", "order"));
        assert!(!actions.binds("acme", "support", "look_up"));
        assert!(!actions.binds("default", "support", "order"));
        let posts = actions.posts.unwrap();
        assert!(posts.judged("https://crm.example.com/b").is_ok());
        assert!(posts.judged("http://crm.local:8080/").is_ok());
        assert!(posts.judged("http://crm.local/").is_err());
        assert!(read("{}").unwrap().bound.is_empty());
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let wrong = read(
            r#"{"alone": {"url": "https://a.example.com", "secret": "CRM"},
                "a/b": {"url": "ftp://a.example.com", "secret": "NONE"},
                "a/c": {"url": "nowhere", "secret": "CRM", "timeout": 0}}"#,
        );
        assert_eq!(
            wrong.err().unwrap(),
            [
                "a/b.url: it is none of http or https",
                "a/b.secret: the variable NONE has no secret",
                "a/c.url: it is no address",
                "a/c.timeout: it must be 1 at least",
                "alone: an action is named agent/action",
            ]
        );
        assert!(read(r#"{"a/b": {"uri": ""}}"#).err().unwrap()[0].starts_with("unknown field"));
    }
}
