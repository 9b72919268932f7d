//! What an expression comes to when only some of its names are known.
//!
//! Owns the judgement for checks before any turn: can this hold, must it hold? What is known is
//! evaluated as in a turn; it must never guess what is not.

use super::ast::{Kind, Node};
use super::names::{self, Name};
use super::{Expr, Limits, Scope, render};

/// What an expression comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not hold.
    Fails,
    /// It cannot be evaluated: a turn would stop there.
    Breaks,
    /// It depends on what is not known.
    Open,
}

impl Expr {
    /// Judges the expression as a condition. `scope` has the values of the names that `known` names.
    ///
    /// Time is that of an evaluation times the depth of the expression.
    #[must_use]
    pub fn judge(
        &self,
        scope: &dyn Scope,
        known: &dyn Fn(&Name<'_>) -> bool,
        limits: &Limits,
    ) -> Verdict {
        Judge { source: &self.source, scope, known, limits }.of(&self.root)
    }
}

struct Judge<'a> {
    source: &'a str,
    scope: &'a dyn Scope,
    known: &'a dyn Fn(&Name<'_>) -> bool,
    limits: &'a Limits,
}

impl Judge<'_> {
    fn of(&self, node: &Node) -> Verdict {
        let mut names = Vec::new();
        names::of_node(node, &mut names);
        if names.iter().all(self.known) {
            return match render::truth(self.source, node, self.scope, self.limits) {
                Ok(true) => Verdict::Holds,
                Ok(false) => Verdict::Fails,
                Err(_) => Verdict::Breaks,
            };
        }
        match &node.kind {
            Kind::And(nodes) => self.all(nodes),
            Kind::Or(nodes) => self.any(nodes),
            Kind::Not { even, inner } => match (self.of(inner), even) {
                (Verdict::Holds, false) => Verdict::Fails,
                (Verdict::Fails, false) => Verdict::Holds,
                (verdict, _) => verdict,
            },
            _ => Verdict::Open,
        }
    }

    /// One part that does not hold is enough, whatever the open ones before it come to.
    fn all(&self, nodes: &[Node]) -> Verdict {
        let mut verdict = Verdict::Holds;
        for node in nodes {
            match self.of(node) {
                Verdict::Holds => {}
                Verdict::Open => verdict = Verdict::Open,
                ended => return ended,
            }
        }
        verdict
    }

    /// One part that holds is enough, unless an open one before it may break.
    fn any(&self, nodes: &[Node]) -> Verdict {
        let mut verdict = Verdict::Fails;
        for node in nodes {
            match (self.of(node), verdict) {
                (Verdict::Fails, _) => {}
                (Verdict::Open, _) | (_, Verdict::Open) => verdict = Verdict::Open,
                (ended, _) => return ended,
            }
        }
        verdict
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value as Json, json};

    use super::*;
    use crate::text::origin::SourceId;
    use crate::text::template::Value;

    struct Table(Map<String, Json>);

    impl Scope for Table {
        fn get(&self, name: &str) -> Option<Value<'_>> {
            self.0.get(name).map(|value| Value::json(value, SourceId(0), true))
        }
    }

    fn judge(source: &str) -> Verdict {
        let Json::Object(map) = json!({"style": "calm", "on": true}) else { unreachable!() };
        let known = |name: &Name<'_>| ["style", "on", "gone"].contains(&name.name);
        Expr::parse(source).unwrap().judge(&Table(map), &known, &Limits::DEFAULT)
    }

    #[test]
    fn what_is_known_decides_and_the_rest_stays_open() {
        for (source, verdict) in [
            ("style == 'calm'", Verdict::Holds),
            ("style == 'brisk'", Verdict::Fails),
            ("gone == 'x'", Verdict::Breaks),
            ("gone is defined", Verdict::Fails),
            ("open", Verdict::Open),
            ("open and style == 'brisk'", Verdict::Fails),
            ("open and on", Verdict::Open),
            ("open or on", Verdict::Open),
            ("on or open", Verdict::Holds),
            ("style == 'brisk' or open", Verdict::Open),
            ("not (open and style == 'brisk')", Verdict::Holds),
            ("not not (open and not on)", Verdict::Fails),
            ("open < 3 and gone.x", Verdict::Breaks),
        ] {
            assert_eq!(judge(source), verdict, "{source}");
        }
    }
}
