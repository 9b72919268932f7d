//! What the service does, one file for each of its resources.
//!
//! Owns the functions behind HTTP and the command line: each takes who asks and plain values, and gives plain
//! values or a [`fault::Fault`]. It must never know of requests, headers or terminals.
//!
//! In reading order: `fault`, `clock`, `access` (who asks), `load` (from the store to what is served),
//! `follow` (the change feed), `import` (from folders to the store), `watched` (folders that are served as they
//! are), `decision` (checking and writing as one), then the resources.

pub(crate) mod access;
pub(crate) mod actions;
pub(crate) mod agents;
pub(crate) mod answer;
pub(crate) mod asked;
pub(crate) mod assemble;
pub(crate) mod bundle;
pub(crate) mod clock;
pub(crate) mod config;
pub(crate) mod decision;
pub(crate) mod deliver;
pub(crate) mod difference;
pub(crate) mod events;
pub(crate) mod evidence;
pub(crate) mod experiments;
pub(crate) mod fault;
pub(crate) mod feedback;
pub(crate) mod follow;
pub(crate) mod histories;
pub(crate) mod import;
pub(crate) mod jobs;
pub(crate) mod keys;
pub(crate) mod labels;
pub(crate) mod load;
pub(crate) mod memories;
pub(crate) mod memos;
pub(crate) mod metrics;
pub(crate) mod once;
pub(crate) mod outline;
pub(crate) mod prompts;
pub(crate) mod queue;
pub(crate) mod rate;
pub(crate) mod roles;
pub(crate) mod said;
pub(crate) mod seal;
pub(crate) mod segments;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod shared;
pub(crate) mod survey;
pub(crate) mod trace;
pub(crate) mod turns;
pub(crate) mod undone;
pub(crate) mod users;
pub(crate) mod watched;
pub(crate) mod webhooks;
pub(crate) mod workspaces;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use moka::sync::Cache;
use proem_store::store::Store;
use tokio::sync::{Semaphore, watch};

use crate::app::access::Known;
use crate::app::actions::Actions;
use crate::app::clock::Clock;
use crate::app::config::Config;
use crate::app::histories::Histories;
use crate::app::memos::Memos;
use crate::app::once::Noting;
use crate::app::rate::Rates;
use crate::app::roles::Roles;
use crate::app::turns::course::Running;
use crate::app::turns::kept::Pasts;
use crate::app::turns::lease::Left;
use crate::app::turns::stands::Copied;
use crate::catalog::live::Live;
use crate::upstream::Upstream;
use crate::upstream::guard::Hosts;
use crate::upstream::page::Pages;
use crate::upstream::place::Place;
use crate::upstream::post::Posts;

/// How many agents are changed at a time without their writers getting in each other's way.
const TURNSTILES: u64 = 1_024;

/// How many walks over the states or cases of an agent run at a time; others wait. Each keeps a core busy,
/// for seconds where there are many states, and turns must go on meanwhile.
const WALKS: usize = 1;

/// The service.
pub(crate) struct App {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// What is served.
    pub live: Live,
    /// What the operator has set.
    pub config: Config,
    /// The clock.
    pub clock: Clock,
    /// What asks providers; none where nothing can be asked.
    pub upstream: Option<Upstream>,
    /// What fetches pages for context keys; none where no host is allowed.
    pub pages: Option<Pages>,
    /// What sends events to webhooks; none where no host is allowed.
    pub posts: Option<Posts>,
    /// The actions that the service performs.
    pub actions: Actions,
    /// Where each provider is asked, by its name.
    pub places: HashMap<&'static str, Place>,
    /// What conversations of callers who send the whole of them have counted and rendered.
    pub memos: Memos<()>,
    /// What was read of the histories of such callers.
    pub histories: Histories,
    /// Roles that are compiled.
    pub roles: Roles,
    /// Keys that were known when the database last answered.
    pub known: Known,
    /// Whoever reads an agent anew waits here for who does so already, by workspace and agent: what is read later
    /// is also served later.
    pub refreshing: Cache<(String, String), Arc<tokio::sync::Mutex<()>>>,
    /// How often each key may ask.
    pub rates: Rates,
    /// How many more requests can be answered now.
    pub room: Arc<Semaphore>,
    /// What was said in sessions.
    pub pasts: Pasts,
    /// What each session keeps from turn to turn, by workspace and session.
    pub kept: Memos<Option<Copied>>,
    /// What turns could not give back.
    pub left: Left,
    /// The turns that run here.
    pub running: Running,
    /// Wakes whoever does jobs.
    pub wake: watch::Sender<()>,
    /// Who changes what is active of an agent waits here, by workspace and agent.
    pub turnstiles: Cache<(String, String), Arc<tokio::sync::Mutex<()>>>,
    /// Who walks over the states or cases of an agent waits here.
    pub walks: tokio::sync::Semaphore,
}

impl App {
    /// The service over a store.
    pub(crate) fn new(
        store: Arc<dyn Store>,
        config: Config,
        upstream: Option<Upstream>,
        places: HashMap<&'static str, Place>,
        actions: Actions,
    ) -> Self {
        // What names no host was refused with the settings; here it would allow nothing.
        let hosts = |list: &[String]| Hosts::read(list).ok().filter(|hosts| !hosts.is_empty());
        let pages = hosts(&config.fetch).and_then(Pages::new);
        let posts = hosts(&config.webhooks).and_then(Posts::new);
        // What is counted and rendered takes several times as much as what was said.
        let keep = (config.keep << 20) / 8;
        let left = Left::new(Duration::from_millis(config.lease));
        let (rates, room) = (Rates::new(config.rate), Arc::new(Semaphore::new(config.concurrency)));
        Self {
            store: Arc::new(Noting(store)),
            live: Live::default(),
            config,
            clock: Clock,
            upstream,
            pages,
            posts,
            actions,
            places,
            memos: Memos::new(keep * 3),
            histories: Histories::new(keep),
            walks: tokio::sync::Semaphore::new(WALKS),
            pasts: Pasts::new(keep),
            kept: Memos::new(keep * 3),
            left,
            running: Running::default(),
            wake: watch::Sender::new(()),
            roles: Roles::default(),
            known: Known::default(),
            refreshing: Cache::new(TURNSTILES),
            rates,
            room,
            turnstiles: Cache::new(TURNSTILES),
        }
    }
}
