//! Commands against a server.
//!
//! Owns how a command asks a server, and what is said where it refuses. The key comes from the environment, so
//! that it stands in no list of processes, and is sent to the server that was named and to no other.

use std::io;
use std::time::Duration;

use clap::Args;
use reqwest::redirect::Policy;
use reqwest::{Client, Method};
use serde_json::{Value as Json, json};
use tokio::runtime::Runtime;

use crate::cli::{End, complain};

/// Where the key is looked for.
const KEY: &str = "PROEM_KEY";

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Which server.
#[derive(Debug, Args)]
pub(super) struct Server {
    /// The server; its key is read from PROEM_KEY
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8787")]
    server: String,
}

/// A server that can be asked.
pub(super) struct Remote {
    address: String,
    key: String,
    client: Client,
    runtime: Runtime,
}

/// What a server said: the status, and the body.
pub(super) struct Told {
    /// The status.
    pub status: u16,
    /// The body; null where it is no JSON.
    pub body: Json,
}

impl Server {
    /// The server, ready to be asked; says what is missing.
    pub(super) fn remote(&self) -> io::Result<Result<Remote, End>> {
        let Ok(key) = std::env::var(KEY) else {
            complain(&format!("set {KEY} to a key of the server"));
            return Ok(Err(End::Usage));
        };
        // Another part of the process may have chosen one before: then that is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(PATIENCE).redirect(Policy::none()).build();
        let client = client.map_err(io::Error::other)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let address = self.server.trim_end_matches('/').to_owned();
        Ok(Ok(Remote { address, key, client, runtime }))
    }
}

impl Remote {
    /// Its address.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Asks for something below `/api/v1/`, each part of the way as it is.
    pub(super) fn ask(
        &self,
        method: Method,
        way: &[&str],
        query: &[(&str, &str)],
        body: Option<&Json>,
    ) -> Result<Told, End> {
        let mut address = reqwest::Url::parse(&self.address).map_err(|error| {
            complain(&format!("{}: {error}", self.address));
            End::Usage
        })?;
        if let Ok(mut parts) = address.path_segments_mut() {
            parts.pop_if_empty().extend(["api", "v1"]).extend(way);
        }
        if !query.is_empty() {
            address.query_pairs_mut().extend_pairs(query);
        }
        let mut request = self.client.request(method, address).bearer_auth(&self.key);
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let told = self.runtime.block_on(async {
            let response = request.send().await?;
            Ok::<_, reqwest::Error>((response.status().as_u16(), response.bytes().await?))
        });
        match told {
            Ok((status, bytes)) => {
                Ok(Told { status, body: serde_json::from_slice(&bytes).unwrap_or_default() })
            }
            Err(error) => {
                complain(&format!("{} does not answer: {}", self.address, error.without_url()));
                Err(End::Environment)
            }
        }
    }

    /// Asks, and says why where it is refused.
    pub(super) fn get(&self, way: &[&str], query: &[(&str, &str)]) -> Result<Json, End> {
        self.ask(Method::GET, way, query, None)?.fine()
    }

    /// Sends, and says why where it is refused.
    pub(super) fn post(&self, way: &[&str], body: &Json) -> Result<Json, End> {
        self.ask(Method::POST, way, &[], Some(body))?.fine()
    }

    /// All items of a list.
    pub(super) fn all(&self, way: &[&str], query: &[(&str, &str)]) -> Result<Vec<Json>, End> {
        let (mut items, mut after) = (Vec::new(), None::<String>);
        loop {
            let mut query = query.to_vec();
            query.push(("limit", "500"));
            query.extend(after.as_deref().map(|after| ("after", after)));
            let mut page = self.get(way, &query)?;
            if let Some(found) = page.get_mut("items").and_then(Json::as_array_mut) {
                items.append(found);
            }
            match page.get("next").and_then(Json::as_str) {
                Some(next) => after = Some(next.to_owned()),
                None => return Ok(items),
            }
        }
    }
}

impl Told {
    /// The body, where the server did what it was asked for; else says everything that is wrong.
    pub(super) fn fine(self) -> Result<Json, End> {
        if (200..300).contains(&self.status) {
            return Ok(self.body);
        }
        let text = |value: &Json, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let (title, detail) = (text(&self.body, "title"), text(&self.body, "detail"));
        let what = [title, detail].into_iter().filter(|part| !part.is_empty());
        let what = what.collect::<Vec<_>>().join(": ");
        complain(&format!("the server refused ({}) {what}", self.status));
        for error in self.body["errors"].as_array().into_iter().flatten() {
            complain(&format!("{}: {}", text(error, "pointer"), text(error, "detail")));
        }
        Err(match self.status {
            401 | 403 => End::Usage,
            500.. => End::Environment,
            _ => End::Findings,
        })
    }
}

/// An agent by name, or the only one of the server.
pub(super) fn agent(remote: &Remote, named: Option<&str>) -> Result<String, End> {
    if let Some(agent) = named {
        return Ok(agent.to_owned());
    }
    match remote.all(&["agents"], &[])?.as_slice() {
        [only] => Ok(only["agent"].as_str().unwrap_or_default().to_owned()),
        _ => {
            complain("the server has more than one agent, or none: say which one with --agent");
            Err(End::Usage)
        }
    }
}

/// A body with a note.
pub(super) fn noted(note: &str) -> Json {
    json!({"note": note})
}
