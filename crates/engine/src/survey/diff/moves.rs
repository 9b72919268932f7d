//! What moved between two pictures of a turn, and the same moves gathered over many turns.
//!
//! Owns the kinds of moves and their order. It must never count a move twice: a layer that came is not
//! also a text that changed.

use std::rc::Rc;

use serde::Serialize;

use crate::survey::diff::Rendered;
use crate::survey::diff::prompts::unified;
use crate::survey::diff::shot::{Layer, Shot};
use crate::turn::account::manifest::Status;

/// What can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The turn comes to something else: another call, a refusal, a word of the gate.
    Outcome,
    /// The gate wrote something else.
    Gate,
    /// A layer has another status, such as included instead of skipped.
    Layer,
    /// A layer has another text: of other prompts, which are named then, or of the same.
    Text,
    /// The layers stand in another order.
    Order,
    /// The model may ask for other actions.
    Actions,
    /// Something else of the payload differs: parameters, tools, the answer's schema.
    Payload,
}

/// The tokens of a turn on both sides; `null` where no call is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tokens {
    /// On the first side.
    pub from: Option<u32>,
    /// On the second side.
    pub to: Option<u32>,
    /// How many more on the second side; where no call is made, that side counts as none.
    pub delta: i64,
}

/// A turn in which something moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moved {
    /// Which: a case and its turn, or a state.
    pub place: String,
    /// Its tokens.
    pub tokens: Tokens,
    /// Layers whose tokens differ.
    pub layers: Vec<More>,
}

/// A layer whose tokens differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct More {
    /// Its id.
    pub id: String,
    /// How many more tokens the second side has.
    pub delta: i64,
}

/// One move, and where it is made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What moved.
    pub kind: Kind,
    /// The layer, for moves of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<String>,
    /// What it is on the first side.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// What it is on the second side.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// The difference in unified form, of a text or of the payload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How many tokens more the layer has on the second side, at least and at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<[i64; 2]>,
    /// The turns, in order.
    pub places: Vec<String>,
}

/// Compares pictures pair by pair.
pub(super) fn rendered(pairs: Vec<(String, Rc<Shot>, Rc<Shot>)>) -> Rendered {
    let mut out = Rendered { compared: pairs.len(), ..Rendered::default() };
    for (place, from, to) in pairs {
        let moves = moves(&from, &to);
        if moves.is_empty() {
            continue;
        }
        out.turns.push(moved(&place, &from, &to));
        for one in moves {
            gather(&mut out.groups, one, &place);
        }
    }
    out.groups.sort_by_key(|group| group.kind);
    out
}

fn gather(groups: &mut Vec<Group>, one: Group, place: &str) {
    let is_same = |known: &&mut Group| {
        (known.kind, &known.layer, &known.from, &known.to, &known.text)
            == (one.kind, &one.layer, &one.from, &one.to, &one.text)
    };
    match groups.iter_mut().find(is_same) {
        Some(known) => {
            if let (Some([least, most]), Some([low, high])) = (&mut known.tokens, one.tokens) {
                *least = low.min(*least);
                *most = high.max(*most);
            }
            known.places.push(place.to_owned());
        }
        None => groups.push(Group { places: vec![place.to_owned()], ..one }),
    }
}

fn moved(place: &str, from: &Shot, to: &Shot) -> Moved {
    let delta = more(from.tokens.unwrap_or_default(), to.tokens.unwrap_or_default());
    let ours = from.layers.iter().map(|layer| {
        let other = to.layers.iter().find(|other| other.id == layer.id);
        let delta = more(layer.tokens, other.map_or(0, |other| other.tokens));
        More { id: layer.id.clone(), delta }
    });
    let new = to.layers.iter().filter(|layer| from.layers.iter().all(|one| one.id != layer.id));
    let new = new.map(|layer| More { id: layer.id.clone(), delta: i64::from(layer.tokens) });
    let mut layers: Vec<More> = ours.chain(new).filter(|one| one.delta != 0).collect();
    // The order must not depend on which side is which.
    layers.sort();
    Moved {
        place: place.to_owned(),
        tokens: Tokens { from: from.tokens, to: to.tokens, delta },
        layers,
    }
}

fn more(from: u32, to: u32) -> i64 {
    i64::from(to) - i64::from(from)
}

fn moves(from: &Shot, to: &Shot) -> Vec<Group> {
    let mut found = Vec::new();
    if from.outcome != to.outcome {
        found.push(group(Kind::Outcome, None, &from.outcome, &to.outcome));
    }
    // The gate of a refused turn never got as far as its rows.
    if from.gate != to.gate && !from.is_refused() && !to.is_refused() {
        let text = unified(&lines(&from.gate), &lines(&to.gate));
        found.push(Group { text, ..group(Kind::Gate, None, "", "") });
    }
    // Where one side makes no call, there is nothing to compare it with.
    if from.tokens.is_none() || to.tokens.is_none() {
        return found;
    }
    layers(from, to, &mut found);
    if from.actions != to.actions {
        let list = |actions: &[String]| actions.join(", ");
        found.push(group(Kind::Actions, None, &list(&from.actions), &list(&to.actions)));
    }
    // Without the text parts, whose number already tells itself in the layers.
    if from.frame != to.frame && found.is_empty() {
        let text = bare(&from.frame, &to.frame);
        found.push(Group { text, ..group(Kind::Payload, None, "", "") });
    }
    found
}

fn layers(from: &Shot, to: &Shot, found: &mut Vec<Group>) {
    let other = |shot: &'_ Shot, id: &str| shot.layers.iter().position(|layer| layer.id == id);
    for one in &from.layers {
        let there = other(to, &one.id).and_then(|at| to.layers.get(at));
        layer(&one.id, Some(one), there, found);
    }
    for one in to.layers.iter().filter(|one| other(from, &one.id).is_none()) {
        layer(&one.id, None, Some(one), found);
    }
    let order = |shot: &Shot, with: &Shot| -> Vec<String> {
        let there = |layer: &&Layer| !layer.text.is_empty();
        let both = shot
            .layers
            .iter()
            .filter(there)
            .filter(|layer| with.layers.iter().filter(there).any(|other| other.id == layer.id));
        both.map(|layer| layer.id.clone()).collect()
    };
    let (ours, theirs) = (order(from, to), order(to, from));
    if ours != theirs {
        found.push(group(Kind::Order, None, &ours.join(", "), &theirs.join(", ")));
    }
}

fn layer(id: &str, from: Option<&Layer>, to: Option<&Layer>, found: &mut Vec<Group>) {
    let told = |layer: Option<&Layer>| match layer {
        None => "not there".to_owned(),
        Some(layer) => match layer.status {
            Status::Included => "included".to_owned(),
            Status::Shrunk => "shrunk".to_owned(),
            Status::Dropped => "dropped".to_owned(),
            Status::Skipped => format!("skipped: {}", layer.reason),
        },
    };
    let tokens = |layer: Option<&Layer>| layer.map_or(0, |layer| layer.tokens);
    let text = |layer: Option<&Layer>| layer.map(|layer| layer.text.clone()).unwrap_or_default();
    let status = |layer: Option<&Layer>| layer.map(|layer| layer.status);
    let prompts =
        |layer: Option<&Layer>| layer.map(|layer| layer.prompts.join(", ")).unwrap_or_default();
    let delta = more(tokens(from), tokens(to));
    if status(from) != status(to) {
        let moved = group(Kind::Layer, Some(id), &told(from), &told(to));
        found.push(Group { tokens: Some([delta, delta]), ..moved });
    } else if text(from) != text(to) && prompts(from) != prompts(to) {
        let moved = group(Kind::Text, Some(id), &prompts(from), &prompts(to));
        found.push(Group { tokens: Some([delta, delta]), ..moved });
    } else if let Some(text) = unified(&text(from), &text(to)) {
        let moved = group(Kind::Text, Some(id), "", "");
        found.push(Group { text: Some(text), tokens: Some([delta, delta]), ..moved });
    }
}

fn group(kind: Kind, layer: Option<&str>, from: &str, to: &str) -> Group {
    Group {
        kind,
        layer: layer.map(str::to_owned),
        from: from.to_owned(),
        to: to.to_owned(),
        text: None,
        tokens: None,
        places: Vec::new(),
    }
}

/// The lines that only one side has, without those around them: payloads that differ in the same
/// parameter differ in the same words.
fn bare(from: &str, to: &str) -> Option<String> {
    let text = unified(from, to)?;
    let lines = text.lines().filter(|line| line.starts_with(['+', '-']));
    Some(lines.map(|line| format!("{line}\n")).collect())
}

fn lines(list: &[String]) -> String {
    list.iter().map(|line| format!("{line}\n")).collect()
}
