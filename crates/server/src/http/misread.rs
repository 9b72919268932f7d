//! What is wrong with a body that is JSON of another shape.
//!
//! Owns finding all of it, each with its place: the reader stops at the first mistake, so what was wrong is taken out
//! and the rest is read again. It must never take longer than a large body takes anyway.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};
use serde_path_to_error::{Path, Segment, deserialize};

use crate::app::fault::Mistake;
use crate::http::flaws::MORE;

/// How many bytes are read in all, and how often at most.
const MOST: (usize, usize) = (64 << 20, 256);

/// The way to a place: names of members, and numbers of items as they stand in the body.
type Way = Vec<Step>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Member(String),
    Item(usize),
}

/// Why a body cannot be read as a `T`, everything with its place. `length` is how many bytes it has.
pub(super) fn mistakes<T: DeserializeOwned>(body: &Json, length: usize) -> Vec<Mistake> {
    let (bytes, times) = MOST;
    let mut reader =
        Reader { body, gone: BTreeSet::new(), left: times.min(bytes / length.max(1)).max(2) };
    let mut found = Vec::new();
    while let Some((way, why)) = reader.read::<T>(None) {
        let way = reader.narrowed::<T>(way, &why);
        // What lacks only what was taken out of it is no mistake of the caller, but can be read no more.
        if !reader.is_owed(&way, &why) {
            found.push(Mistake::at(pointer(&way), "body.shape", why));
        }
        if way.is_empty() || !reader.gone.insert(way) {
            return found;
        }
        if reader.left == 0 {
            return match found.pop() {
                Some(last) => found.into_iter().chain([last.help(MORE)]).collect(),
                None => found,
            };
        }
    }
    found
}

/// A body that is read again and again.
struct Reader<'b> {
    body: &'b Json,
    /// What is left out.
    gone: BTreeSet<Way>,
    /// How often it may still be read.
    left: usize,
}

impl Reader<'_> {
    /// The first mistake of what is left, without one place more where that is wanted.
    fn read<T: DeserializeOwned>(&mut self, without: Option<&Way>) -> Option<(Way, String)> {
        self.left = self.left.checked_sub(1)?;
        let is_new = without.is_some_and(|way| self.gone.insert(way.clone()));
        let rest = self.rest(self.body, &mut Vec::new());
        let read = deserialize::<_, T>(&rest).err();
        let told = read.map(|error| (self.way(error.path()), error.inner().to_string()));
        if let Some(way) = without.filter(|_| is_new) {
            self.gone.remove(way);
        }
        told
    }

    /// A value without what is left out.
    fn rest(&self, value: &Json, way: &mut Way) -> Json {
        let mut inner = |step: Step, value: &Json| {
            way.push(step);
            let rest = (!self.gone.contains(way)).then(|| self.rest(value, way));
            way.pop();
            rest
        };
        match value {
            Json::Object(members) => {
                let rest = members.iter().filter_map(|(name, value)| {
                    Some((name.clone(), inner(Step::Member(name.clone()), value)?))
                });
                Json::Object(rest.collect::<Map<_, _>>())
            }
            Json::Array(items) => {
                let items = items.iter().enumerate();
                Json::Array(items.filter_map(|(at, value)| inner(Step::Item(at), value)).collect())
            }
            other => other.clone(),
        }
    }

    /// The way in the whole body that a path in what is left of it stands for.
    fn way(&self, path: &Path) -> Way {
        let (mut way, mut at) = (Way::new(), Some(self.body));
        for segment in path {
            let step = match (segment, at) {
                (
                    Segment::Map { key } | Segment::Enum { variant: key },
                    Some(Json::Object(inner)),
                ) if inner.contains_key(key) => Step::Member(key.clone()),
                (Segment::Seq { index }, Some(Json::Array(items))) => {
                    let mut kept = (0..items.len()).filter(|at| {
                        way.push(Step::Item(*at));
                        let is_kept = !self.gone.contains(&way);
                        way.pop();
                        is_kept
                    });
                    let Some(at) = kept.nth(*index) else { break };
                    Step::Item(at)
                }
                _ => break,
            };
            at = at.and_then(|value| inner(value, &step));
            way.push(step);
        }
        way
    }

    /// The way to the member that a mistake is about, where the reader names only what it stands in.
    fn narrowed<T: DeserializeOwned>(&mut self, way: Way, why: &str) -> Way {
        let found = way.iter().try_fold(self.body, inner);
        let Some(Json::Object(members)) = found else { return way };
        if why.starts_with(MISSING) {
            return way;
        }
        let mut moved = Vec::new();
        for (name, value) in members {
            let child: Way = way.iter().cloned().chain([Step::Member(name.clone())]).collect();
            if self.gone.contains(&child) || self.left == 0 {
                continue;
            }
            let told = self.read::<T>(Some(&child));
            if told.as_ref() != Some(&(way.clone(), why.to_owned())) {
                moved.push((child, names(why, name, value)));
            }
        }
        // Others may be missed by the reader, too, when they are left out: what it names is what it means.
        match moved.as_slice() {
            [(only, _)] => self.narrowed::<T>(only.clone(), why),
            several => {
                let mut named = several.iter().filter(|(_, is_named)| *is_named);
                match (named.next(), named.next()) {
                    (Some((child, _)), None) => child.clone(),
                    _ => way,
                }
            }
        }
    }

    /// Whether a value lacks what was taken out of it.
    fn is_owed(&self, way: &Way, why: &str) -> bool {
        let lacks = why.strip_prefix(MISSING).and_then(|rest| rest.split('`').next());
        lacks.is_some_and(|name| {
            let step = Step::Member(name.to_owned());
            self.gone.contains(&way.iter().cloned().chain([step]).collect::<Way>())
        })
    }
}

/// How the reader begins to say that something is missing.
const MISSING: &str = "missing field `";

/// Whether a mistake names a member or its value.
fn names(why: &str, name: &str, value: &Json) -> bool {
    let value = match value {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let is_quoted =
        |text: &str| ["`", "\""].iter().any(|by| why.contains(&format!("{by}{text}{by}")));
    is_quoted(&value) || why.starts_with(&format!("unknown field `{name}`"))
}

fn inner<'j>(value: &'j Json, step: &Step) -> Option<&'j Json> {
    match step {
        Step::Member(name) => value.get(name),
        Step::Item(at) => value.get(at),
    }
}

fn pointer(way: &Way) -> String {
    let parts = way.iter().map(|step| match step {
        Step::Member(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        Step::Item(at) => format!("/{at}"),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use proem::agent::input::TurnInput;
    use serde_json::json;

    use super::*;

    fn told<T: DeserializeOwned>(body: &Json) -> Vec<(String, String)> {
        let mistakes = mistakes::<T>(body, body.to_string().len());
        mistakes.into_iter().map(|mistake| (mistake.pointer, mistake.detail)).collect()
    }

    #[test]
    fn every_mistake_has_its_place() {
        let body = json!({
            "message": [
                {"type": "picture", "url": "x"},
                {"type": "text", "text": 5},
                {"type": "text", "text": "fine"},
                "loose",
                {"type": "image", "url": "x", "size/2": 3},
                {"url": "x"},
                {"type": "image"},
            ],
            "history": [
                {"role": "user", "content": 7},
                {"role": "robot", "content": "x"},
                {"role": "user", "content": "fine"},
                {"role": "user"},
                {"role": "user", "content": [true], "more": 1},
            ],
            "memory": {"rules": [1, "fine", {}]},
            "mesage": 1,
            "state": [],
        });
        let found = told::<TurnInput>(&body);
        let places: BTreeSet<_> = found.iter().map(|(pointer, _)| pointer.as_str()).collect();
        let expected = BTreeSet::from([
            "/message/0/type",
            "/message/1/text",
            "/message/3",
            "/message/4/size~12",
            "/message/5",
            "/message/6",
            "/history/0/content",
            "/history/1/role",
            "/history/3",
            "/history/4/content/0",
            "/history/4/more",
            "/memory/rules/0",
            "/memory/rules/2",
            "/mesage",
            "/state",
        ]);
        assert_eq!(places, expected, "{found:#?}");
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        let of = |place: &str| &found.iter().find(|(pointer, _)| pointer == place).unwrap().1;
        assert!(of("/message/0/type").starts_with("unknown variant `picture`, expected one of"));
        assert_eq!(
            of("/message/3"),
            "invalid type: string \"loose\", expected a part, an object with a `type`"
        );
        assert_eq!(
            of("/history/0/content"),
            "invalid type: integer `7`, expected a text or a list of parts"
        );
    }

    #[test]
    fn what_can_be_read_has_none_and_a_long_list_of_them_ends() {
        assert_eq!(told::<TurnInput>(&json!({"message": "Hello"})), []);
        assert_eq!(told::<TurnInput>(&json!(5)).len(), 1);
        let many: Vec<_> = (0..1_000).collect();
        let found = mistakes::<TurnInput>(&json!({"message": many}), 4_000);
        assert!((100..=256).contains(&found.len()), "{}", found.len());
        assert_eq!(found.last().unwrap().help, "There may be more of the kind behind it.");
        assert_eq!(found.first().unwrap().help, "");
    }
}
