//! What the operator has set.
//!
//! Owns the settings of the service, their defaults, and where each value comes from: a file, then the
//! environment, then flags; what comes later wins. Everything that is wrong is told at once. It must never hold
//! a key of a provider: these are read where they are used.

use std::collections::BTreeMap;
use std::time::Duration;

use proem::diagnostic::nearest;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use crate::upstream::guard::Hosts;

/// The settings of the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Config {
    /// Where it listens.
    pub listen: String,
    /// The database: a path, `sqlite:PATH` or `postgres://…`.
    pub db: String,
    /// The largest body of a request, in bytes.
    pub body: usize,
    /// How long a turn may take, in milliseconds.
    pub turn: u64,
    /// How long a lease of a session lasts without being renewed, in milliseconds.
    pub lease: u64,
    /// How much is kept of conversations between their turns, in MiB. It saves work and changes nothing.
    pub keep: u64,
    /// How many requests are answered at a time.
    pub concurrency: usize,
    /// How many requests a key may make in a second; 0 is as many as it likes.
    pub rate: u32,
    /// How long a client may take to send the head of its next request, in milliseconds; as long a connection
    /// may be idle.
    pub head: u64,
    /// How long a client may pause within a body, in milliseconds.
    pub pause: u64,
    /// How long a client may take nothing of what it asked for, in milliseconds.
    pub write: u64,
    /// How long requests may take to end when the service ends, in milliseconds.
    pub grace: u64,
    /// The hosts from which context keys may be fetched: `docs.example.com`, `*.example.com`,
    /// `private:wiki.local:8080`.
    pub fetch: Vec<String>,
    /// The hosts that webhooks may point to, in the same form.
    pub webhooks: Vec<String>,
    /// The file with the actions that the service performs; empty is none.
    pub actions: String,
    /// The file with limits, fallbacks and prices of models; empty is none.
    pub models: String,
    /// Whether new versions of folders become active by themselves.
    pub activate: bool,
    /// The form of logs: `text` or `json`.
    pub log: String,
    /// From which level on something is logged.
    pub level: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8787".to_owned(),
            db: "proem.db".to_owned(),
            body: 4 << 20,
            turn: 120_000,
            lease: 10_000,
            keep: 256,
            concurrency: 1_024,
            rate: 0,
            head: 60_000,
            pause: 30_000,
            write: 30_000,
            grace: 30_000,
            fetch: Vec::new(),
            webhooks: Vec::new(),
            actions: String::new(),
            models: String::new(),
            activate: false,
            log: "text".to_owned(),
            level: "warn".to_owned(),
        }
    }
}

impl Config {
    /// How long a turn may take.
    pub(crate) fn turn(&self) -> Duration {
        Duration::from_millis(self.turn)
    }
}

/// How a setting is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A text.
    Text,
    /// One of some words.
    Word(&'static [&'static str]),
    /// A whole number, at least the first and at most the second.
    Number(i64, i64),
    /// `true` or `false`.
    Switch,
    /// Hosts; in the environment with commas between them.
    Hosts,
}

/// Every setting, with what it may be.
const SETTINGS: [(&str, Kind); 19] = [
    ("listen", Kind::Text),
    ("db", Kind::Text),
    ("body", Kind::Number(1_024, 1 << 30)),
    ("turn", Kind::Number(1, DAY)),
    ("lease", Kind::Number(1_000, DAY)),
    ("keep", Kind::Number(0, 1 << 20)),
    ("concurrency", Kind::Number(1, 1_000_000)),
    ("rate", Kind::Number(0, 1_000_000)),
    ("head", Kind::Number(100, DAY)),
    ("pause", Kind::Number(100, DAY)),
    ("write", Kind::Number(100, DAY)),
    ("grace", Kind::Number(0, DAY)),
    ("fetch", Kind::Hosts),
    ("webhooks", Kind::Hosts),
    ("actions", Kind::Text),
    ("models", Kind::Text),
    ("activate", Kind::Switch),
    ("log", Kind::Word(&["text", "json"])),
    ("level", Kind::Word(&["error", "warn", "info", "debug", "trace"])),
];

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// What the environment calls a setting: `PROEM_LISTEN`.
pub(crate) fn variable(name: &str) -> String {
    format!("PROEM_{}", name.to_ascii_uppercase())
}

/// The settings, and where each one comes from that is no default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set {
    /// The settings.
    pub config: Config,
    from: BTreeMap<&'static str, String>,
}

/// Reads the settings: of a file with its name, of the environment, and of flags.
///
/// # Errors
/// Everything that is wrong, a sentence each.
pub(crate) fn read(
    file: Option<(&str, &str)>,
    environment: impl Fn(&str) -> Option<String>,
    flags: &BTreeMap<&str, Vec<String>>,
) -> Result<Set, Vec<String>> {
    let (mut values, mut from, mut wrong) = (Table::new(), BTreeMap::new(), Vec::new());
    if let Some((path, text)) = file {
        match text.parse::<Table>() {
            Ok(table) => {
                for (key, value) in table {
                    match SETTINGS.iter().find(|(name, _)| *name == key) {
                        Some((name, kind)) => match fits(*kind, &value) {
                            Ok(()) => {
                                values.insert(key, value);
                                from.insert(*name, path.to_owned());
                            }
                            Err(why) => wrong.push(format!("{path}: `{key}` {why}")),
                        },
                        None => wrong.push(unknown(path, &key)),
                    }
                }
            }
            Err(error) => wrong.push(format!("{path}: {}", error.message())),
        }
    }
    for (name, kind) in SETTINGS {
        let variable = variable(name);
        let said = environment(&variable).map(|text| (variable, vec![text]));
        let flag = flags.get(name).map(|texts| (format!("--{name}"), texts.clone()));
        for (place, texts) in said.into_iter().chain(flag) {
            match written(kind, &texts) {
                Ok(value) => {
                    values.insert(name.to_owned(), value);
                    from.insert(name, place);
                }
                Err(why) => wrong.push(format!("{place}: it {why}")),
            }
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    match Value::Table(values).try_into() {
        Ok(config) => Ok(Set { config, from }),
        Err(error) => Err(vec![error.to_string()]),
    }
}

fn unknown(path: &str, key: &str) -> String {
    match nearest(key, SETTINGS.iter().map(|(name, _)| *name)) {
        Some(near) => format!("{path}: `{key}` is no setting: did you mean `{near}`?"),
        None => format!("{path}: `{key}` is no setting"),
    }
}

/// Whether a value can be a setting.
fn fits(kind: Kind, value: &Value) -> Result<(), String> {
    match (kind, value) {
        (Kind::Text, Value::String(_)) | (Kind::Switch, Value::Boolean(_)) => Ok(()),
        (Kind::Word(words), Value::String(word)) if words.contains(&word.as_str()) => Ok(()),
        (Kind::Number(least, most), Value::Integer(number)) if (least..=most).contains(number) => {
            Ok(())
        }
        (Kind::Hosts, Value::Array(items)) if items.iter().all(Value::is_str) => {
            let texts = items.iter().filter_map(Value::as_str).map(str::to_owned);
            let none = Hosts::read(&texts.collect::<Vec<_>>()).err().unwrap_or_default();
            let none: Vec<_> = none.iter().map(ToString::to_string).collect();
            match none.is_empty() {
                true => Ok(()),
                false => Err(format!("must be {}: {}", wanted(kind), none.join(", "))),
            }
        }
        _ => Err(format!("must be {}", wanted(kind))),
    }
}

fn wanted(kind: Kind) -> String {
    match kind {
        Kind::Text => "a text".to_owned(),
        Kind::Word(words) => format!("one of {}", words.join(", ")),
        Kind::Number(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Switch => "true or false".to_owned(),
        Kind::Hosts => {
            let hosts = "docs.example.com, *.example.com or private:wiki.local:8080";
            format!("a list of hosts like {hosts}")
        }
    }
}

/// What texts of the environment and of flags stand for.
fn written(kind: Kind, texts: &[String]) -> Result<Value, String> {
    let last = texts.last().map(String::as_str).unwrap_or_default();
    let value = match kind {
        Kind::Text | Kind::Word(_) => Some(Value::String(last.to_owned())),
        Kind::Number(..) => last.parse().ok().map(Value::Integer),
        Kind::Switch => last.parse().ok().map(Value::Boolean),
        Kind::Hosts => {
            let items = texts.iter().flat_map(|text| text.split(','));
            let items = items.map(str::trim).filter(|item| !item.is_empty());
            Some(Value::Array(items.map(|item| Value::String(item.to_owned())).collect()))
        }
    };
    let value = value.ok_or_else(|| format!("must be {}", wanted(kind)))?;
    fits(kind, &value).map(|()| value)
}

/// The settings as a file that says the same, each with where it comes from.
pub(crate) fn printed(set: &Set) -> String {
    let mut lines = String::new();
    for (name, value, from) in listed(set) {
        lines.push_str(&format!("{name} = {value}  # {from}\n"));
    }
    lines
}

/// The settings as JSON.
pub(crate) fn json(set: &Set) -> serde_json::Value {
    let settings = listed(set).into_iter().map(|(name, value, from)| {
        (name.to_owned(), serde_json::json!({"value": value, "from": from}))
    });
    serde_json::Value::Object(settings.collect())
}

fn listed(set: &Set) -> Vec<(&'static str, Value, &str)> {
    let shown = Config { db: without_password(&set.config.db), ..set.config.clone() };
    let values = Table::try_from(&shown).unwrap_or_default();
    let setting = |(name, _): (&'static str, Kind)| {
        let from = set.from.get(name).map_or("default", String::as_str);
        Some((name, values.get(name)?.clone(), from))
    };
    SETTINGS.into_iter().filter_map(setting).collect()
}

/// The address of a database without its password.
pub(crate) fn without_password(db: &str) -> String {
    match (db.split_once("://"), db.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://…@{host}"),
        _ => db.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none(_: &str) -> Option<String> {
        None
    }

    #[test]
    fn what_comes_later_wins() {
        let file = "listen = \"file\"\nrate = 1\nturn = 7\nfetch = [\"a\"]\n";
        let environment = |name: &str| match name {
            "PROEM_MODELS" => Some("models.json".to_owned()),
            "PROEM_RATE" => Some("2".to_owned()),
            "PROEM_LISTEN" => Some("environment".to_owned()),
            "PROEM_FETCH" => Some("b, c".to_owned()),
            _ => None,
        };
        let flags = BTreeMap::from([("listen", vec!["flag".to_owned()])]);
        let set = read(Some(("proem.toml", file)), environment, &flags).unwrap();
        assert_eq!(
            printed(&set),
            "listen = \"flag\"  # --listen\n\
             db = \"proem.db\"  # default\n\
             body = 4194304  # default\n\
             turn = 7  # proem.toml\n\
             lease = 10000  # default\n\
             keep = 256  # default\n\
             concurrency = 1024  # default\n\
             rate = 2  # PROEM_RATE\n\
             head = 60000  # default\n\
             pause = 30000  # default\n\
             write = 30000  # default\n\
             grace = 30000  # default\n\
             fetch = [\"b\", \"c\"]  # PROEM_FETCH\n\
             webhooks = []  # default\n\
             actions = \"\"  # default\n\
             models = \"models.json\"  # PROEM_MODELS\n\
             activate = false  # default\n\
             log = \"text\"  # default\n\
             level = \"warn\"  # default\n"
        );
        // What is printed can be read again.
        assert_eq!(
            read(Some(("x", &printed(&set))), none, &BTreeMap::new()).unwrap().config,
            set.config
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told() {
        let file = "raet = 1\nbody = \"much\"\nlog = \"xml\"\nrate = -1\n";
        let environment = |name: &str| (name == "PROEM_TURN").then(|| "soon".to_owned());
        let hosts = ["https://a.example", "b.example", "*"].map(str::to_owned).to_vec();
        let flags = BTreeMap::from([("activate", vec!["perhaps".to_owned()]), ("fetch", hosts)]);
        assert_eq!(
            read(Some(("proem.toml", file)), environment, &flags).unwrap_err(),
            [
                "proem.toml: `body` must be a whole number from 1024 to 1073741824",
                "proem.toml: `log` must be one of text, json",
                "proem.toml: `raet` is no setting: did you mean `rate`?",
                "proem.toml: `rate` must be a whole number from 0 to 1000000",
                "PROEM_TURN: it must be a whole number from 1 to 86400000",
                "--fetch: it must be a list of hosts like docs.example.com, *.example.com or \
                 private:wiki.local:8080: `https://a.example` is no host, `*` is no host",
                "--activate: it must be true or false",
            ]
        );
        assert!(read(Some(("x", "listen = ")), none, &BTreeMap::new()).is_err());
    }

    #[test]
    fn every_setting_can_be_set_and_no_password_is_shown() {
        let values = Table::try_from(Config::default()).unwrap();
        let names: Vec<_> = SETTINGS.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            values.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
            names.into_iter().collect()
        );
        let environment =
            |name: &str| (name == "PROEM_DB").then(|| "postgres://me:secret@host/db".to_owned());
        let set = read(None, environment, &BTreeMap::new()).unwrap();
        assert_eq!(set.config.db, "postgres://me:secret@host/db");
        assert!(printed(&set).contains("db = \"postgres://…@host/db\"  # PROEM_DB\n"));
        assert_eq!(json(&set)["db"]["value"], "postgres://…@host/db");
    }
}
