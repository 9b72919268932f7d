//! What a turn asks of the one who runs it, and how it is answered here.
//!
//! Owns the choice between a provider and the offline model, call by call, and text as it comes. It must
//! never answer in a provider's name without asking it.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::future::Future;
use std::io::{self, Write};
use std::pin::pin;

use futures_util::future::{Either, select};
use proem::agent::call::AnswerKind;
use proem::agent::input::{ActionRequest, TurnInput};
use proem::rehearsal::repertoire::Repertoire;
use proem::rehearsal::{Earlier, Question, rehearse};
use proem::turn::course::given::{ActionResult, Given};
use proem::turn::format::events::Delta;
use proem::turn::format::reply::Reply;
use proem::turn::gather::request::Request;
use proem::turn::read::stream::{Shown, Stream, messages};
use proem::turn::{Assembly, Finder};
use serde_json::{Map, Value as Json};
use tokio::runtime::Runtime;

use crate::cli::chat::lines::{Lines, Read};
use crate::cli::open::Opened;
use crate::cli::style::{Paint, paint, printable};
use crate::upstream::Upstream;
use crate::upstream::asking::Payload;
use crate::upstream::fault::Fault;
use crate::upstream::place::Place;
use crate::upstream::retry::Retries;
use crate::upstream::settings::Settings;

/// What answers turns.
pub(super) struct Host<'h> {
    opened: &'h Opened,
    find: Finder<'h>,
    /// Whether no provider is asked, whatever the environment says.
    offline: bool,
    asks: Option<(Upstream, Runtime)>,
    repertoire: Option<Repertoire>,
    /// What has been told once.
    told: BTreeSet<String>,
}

/// An answer, and the messages that were shown of it as they came.
pub(super) struct Heard {
    pub given: Given,
    pub shown: Vec<String>,
}

impl<'h> Host<'h> {
    pub(super) fn new(opened: &'h Opened, find: Finder<'h>, offline: bool) -> Result<Self, Fault> {
        let mut host =
            Self { opened, find, offline, asks: None, repertoire: None, told: BTreeSet::new() };
        let needed = proem::provider::names().iter().any(|name| host.place(name).is_some());
        if needed {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|error| Fault::Unreachable(error.to_string()))?;
            // Whoever sits at the terminal sees what went wrong, and asks again.
            let retries = Retries { attempts: 1, ..Retries::default() };
            let settings = Settings { retries, ..Settings::default() };
            host.asks = Some((Upstream::new(settings, || 0.0)?, runtime));
        }
        Ok(host)
    }

    /// Where a provider is asked; none where the offline model answers in its place.
    pub(super) fn place(&self, provider: &str) -> Option<Place> {
        if self.offline {
            return None;
        }
        Place::of(provider, |name| env::var(name).ok())
    }

    /// Answers a call. What can be shown of a reply is shown as it comes.
    pub(super) fn answer(
        &mut self,
        assembly: &Assembly<'_>,
        input: &TurnInput,
        earlier: &[Earlier],
        lines: &Lines,
        out: &mut dyn Write,
    ) -> io::Result<Heard> {
        let provider = assembly.provider();
        let Some(place) = self.place(provider.name()) else {
            return self.rehearsed(assembly, input, earlier, out);
        };
        let Some((upstream, runtime)) = &self.asks else {
            return self.rehearsed(assembly, input, earlier, out);
        };
        let replies = self.opened.agent.agent.call(assembly.call_name());
        let replies = replies.is_some_and(|call| call.run.replies());
        let kind = assembly.contract().answer.kind;
        // The engine may withhold messages of a step, and holds others against the agent's rules first:
        // they are shown when it has done so.
        let agent = &self.opened.agent;
        let index = agent.call_index(assembly.call_name());
        let ruled = index.and_then(|index| agent.calls.get(index)?.output.as_ref());
        let shows =
            replies && ruled.is_none() && matches!(kind, AnswerKind::Text | AnswerKind::Actions);
        let again = earlier.iter().any(|made| made.is_of(assembly));
        let mut display = Display::of(assembly, shows && !again, out);
        let asked = async {
            let (model, text) = (&assembly.model().name, &assembly.payload);
            let answer = upstream.ask(&place, &Payload { provider, model, text }).await;
            let mut answer = answer.map_err(|failed| failed.fault)?;
            while let Some(delta) = answer.next().await? {
                if let Delta::Text(text) = delta {
                    display.push(&text);
                }
            }
            answer.finish()
        };
        let came = runtime.block_on(until_given_up(asked, lines.is_terminal()));
        let shown = display.finish()?;
        let given = match came {
            Ok(reply) if shown.is_empty() => Given::Reply(reply),
            Ok(reply) => Given::Shown { reply, messages: shown.clone() },
            Err(fault) if shown.is_empty() => Given::Failed(fault.to_string()),
            Err(fault) => Given::Broken { reason: fault.to_string(), messages: shown.clone() },
        };
        Ok(Heard { given, shown })
    }

    fn rehearsed(
        &mut self,
        assembly: &Assembly<'_>,
        input: &TurnInput,
        earlier: &[Earlier],
        out: &mut dyn Write,
    ) -> io::Result<Heard> {
        let given = rehearse(self.repertoire(), &Question { assembly, input, earlier });
        if let Given::Failed(why) = &given {
            let text = format!("{}: {why}; the agent's fallback decides", assembly.call_name());
            self.once(&text, out)?;
        }
        Ok(Heard { given, shown: Vec::new() })
    }

    /// What the cases say. They are played when that is asked for the first time.
    fn repertoire(&mut self) -> &Repertoire {
        let Opened { agent, cases, .. } = self.opened;
        let find = self.find;
        self.repertoire.get_or_insert_with(|| Repertoire::of(agent, cases, find))
    }

    /// Performs actions whose results the model waits for: a case has the result, or the person at the
    /// terminal says it.
    pub(super) fn perform(
        &mut self,
        requests: &[ActionRequest],
        offline: bool,
        lines: &mut Lines,
        out: &mut dyn Write,
    ) -> io::Result<Given> {
        let mut results = Vec::new();
        for request in requests {
            let known = match offline {
                true => self.repertoire().result(&request.name).cloned(),
                false => None,
            };
            let result = match known {
                Some(result) => ActionResult::Result(result),
                None => asked(request, lines, out)?,
            };
            let told = match &result {
                ActionResult::Result(result) => result.to_string(),
                ActionResult::Error(why) => format!("no result: {why}"),
            };
            let text = format!("{} gives {}", request.name, printable(&told));
            writeln!(out, "{}", paint(&text, Paint::Dim))?;
            results.push(result);
        }
        Ok(Given::Results(results))
    }

    /// Fetches values: memory is searched in what the conversation remembers, pages are not fetched.
    pub(super) fn gather(
        &mut self,
        requests: &[Request],
        input: &TurnInput,
        out: &mut dyn Write,
    ) -> io::Result<Given> {
        let mut values = BTreeMap::new();
        for request in requests {
            match request {
                Request::Memory { key, query, limit } => {
                    let most = limit.map_or(usize::MAX, |most| most as usize);
                    values.insert(key.clone(), found(&input.memory.entries, query, most));
                }
                Request::Http { key, url, .. } => {
                    self.once(&format!("{key}: {url} is not fetched in a chat"), out)?;
                }
            }
        }
        Ok(Given::Values(values))
    }

    /// Says something that need not be said again.
    fn once(&mut self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        match self.told.insert(text.to_owned()) {
            true => writeln!(out, "{}", paint(&printable(text), Paint::Dim)),
            false => Ok(()),
        }
    }
}

/// Waits for an answer. At a terminal Ctrl-C gives it up.
async fn until_given_up(
    asked: impl Future<Output = Result<Reply, Fault>>,
    at_terminal: bool,
) -> Result<Reply, Fault> {
    if !at_terminal {
        return asked.await;
    }
    match select(pin!(asked), pin!(tokio::signal::ctrl_c())).await {
        Either::Left((came, _)) => came,
        Either::Right(_) => Err(Fault::GivenUp),
    }
}

/// The entries that share most words with a query, in their order where they share as many.
fn found(entries: &[Map<String, Json>], query: &str, most: usize) -> Json {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let wanted = words(query);
    let shared = |entry: &Map<String, Json>| {
        let text = entry.get("text").and_then(Json::as_str).unwrap_or_default();
        words(text).intersection(&wanted).count()
    };
    let mut entries: Vec<&Map<String, Json>> = entries.iter().collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(shared(entry)));
    Json::Array(entries.into_iter().take(most).cloned().map(Json::Object).collect())
}

/// What the person at the terminal says that an action gives.
fn asked(
    request: &ActionRequest,
    lines: &mut Lines,
    out: &mut dyn Write,
) -> io::Result<ActionResult> {
    if !lines.is_terminal() {
        return Ok(ActionResult::Error("nobody is there to perform it".to_owned()));
    }
    let params = Json::Object(request.params.clone()).to_string();
    writeln!(out, "{} {}", paint(&request.name, Paint::Bold), printable(&params))?;
    out.flush()?;
    Ok(match lines.ask("what does it give? ", out)? {
        Read::Line(line) if !line.trim().is_empty() => {
            let text = || Json::String(line.trim().to_owned());
            ActionResult::Result(serde_json::from_str(&line).unwrap_or_else(|_| text()))
        }
        _ => ActionResult::Error("it could not be performed".to_owned()),
    })
}

/// Text of a reply, shown as it comes.
struct Display<'d> {
    stream: Stream,
    shown: Vec<Shown>,
    shows: bool,
    out: &'d mut dyn Write,
    failed: io::Result<()>,
}

impl<'d> Display<'d> {
    fn of(assembly: &Assembly<'_>, shows: bool, out: &'d mut dyn Write) -> Self {
        let stream = Stream::new(assembly.contract(), false);
        Self { stream, shown: Vec::new(), shows, out, failed: Ok(()) }
    }

    fn push(&mut self, text: &str) {
        if self.shows {
            let new = self.stream.push(text);
            self.show(new);
        }
    }

    fn show(&mut self, new: Vec<Shown>) {
        for part in new {
            let written = match &part {
                Shown::Text(text) => write!(self.out, "{}", printable(text)),
                Shown::Message(text) => writeln!(self.out, "{}", printable(text)),
            };
            let flushed = written.and_then(|()| self.out.flush());
            if self.failed.is_ok() {
                self.failed = flushed;
            }
            self.shown.push(part);
        }
    }

    /// The messages that were shown.
    fn finish(mut self) -> io::Result<Vec<String>> {
        if self.shows {
            let rest = self.stream.finish();
            self.show(rest);
        }
        if matches!(self.shown.last(), Some(Shown::Text(_))) {
            writeln!(self.out)?;
        }
        self.failed?;
        Ok(messages(self.shown))
    }
}
