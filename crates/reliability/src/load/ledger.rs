//! What was asked for, and what came of it.
//!
//! Owns what may be said of a request after a crash. It must never take a request that was not answered for
//! one that had no effect.

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A conversation.
    Session,
    /// A turn, under an idempotency key.
    Turn,
    /// A version that becomes active.
    Version,
    /// A version that does not become active.
    Draft,
    /// That a version becomes active.
    Activation,
    /// That a label moves.
    Label,
    /// A memory.
    Memory,
}

/// What is known of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was acknowledged, with this body.
    Done(String),
    /// No answer came: it had its effect once, or none.
    Doubtful,
    /// No answer came, and its effect has been seen since: it must stay.
    Seen,
    /// No answer came, and there was no effect when we looked: it must not come later.
    Absent,
    /// It was refused: there is no effect.
    Refused,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What it asks for.
    pub kind: Kind,
    /// Its name, which no other one has; it stands in what it writes.
    pub name: String,
    /// The session of a turn; the prompt of a version, an activation or a label.
    pub about: String,
    /// What is known of it.
    pub fate: Fate,
}

impl Ask {
    /// Holds it against how many times its effect is there; what is wrong with that. What was in doubt is
    /// known from then on.
    pub fn weigh(&mut self, found: usize, effect: &str) -> Option<String> {
        let wrong = match (&self.fate, found) {
            (Fate::Done(_) | Fate::Seen, 1) | (Fate::Absent | Fate::Refused, 0) => return None,
            (Fate::Doubtful, 0) => {
                self.fate = Fate::Absent;
                return None;
            }
            (Fate::Doubtful, 1) => {
                self.fate = Fate::Seen;
                return None;
            }
            (Fate::Done(_), 0) => "was acknowledged and is lost".to_owned(),
            (Fate::Seen, 0) => "was there and is lost".to_owned(),
            (Fate::Absent, _) => "was not there and came later".to_owned(),
            (Fate::Refused, _) => "was refused and is there".to_owned(),
            (_, times) => format!("is there {times} times"),
        };
        Some(format!("{effect} {}: it {wrong}", self.name))
    }

    /// The body with which it was acknowledged, as JSON.
    #[must_use]
    pub fn reply(&self) -> Option<serde_json::Value> {
        match &self.fate {
            Fate::Done(body) => serde_json::from_str(body).ok(),
            _ => None,
        }
    }
}
