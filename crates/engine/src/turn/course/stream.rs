//! An answer that is shown as it comes.
//!
//! Owns what of an answer the user may read before it is complete: plain text at once, under output rules
//! each message that has passed them. What was shown stays said: the answer is not asked for again, and
//! what follows is said behind it. It must never show what the whole answer will not say.

use crate::turn::course::given::Given;
use crate::turn::course::{At, Purpose, Turn};
use crate::turn::enforce::output::Former;
use crate::turn::kept::Memo;
use crate::turn::read::stream::{Shown, Stream, messages};

/// An answer as far as it came.
#[derive(Debug)]
pub(super) struct Streamed<'a> {
    stream: Stream,
    former: Option<Former<'a>>,
    /// Whether a message has broken a rule: then nothing more is shown.
    held: bool,
    shown: Vec<Shown>,
}

impl Streamed<'_> {
    /// The messages that were shown; the last one may be a beginning.
    pub(super) fn messages(&self) -> Vec<String> {
        messages(self.shown.iter().cloned())
    }
}

impl<'a> Turn<'a> {
    /// Takes a piece of the text of the model's answer, and says what the user may read now. The whole
    /// answer is given with [`resume`](Turn::resume) all the same; nothing depends on how it was cut.
    /// Nothing is shown of an answer that is not for the user.
    pub fn piece(&mut self, text: &str, memo: &Memo) -> Vec<Shown> {
        let At::Call(waiting) = &self.at else { return Vec::new() };
        if !matches!(waiting.asking.purpose, Purpose::Reply(_)) {
            return Vec::new();
        }
        let begun = waiting.streamed.is_none().then(|| self.streaming(waiting, memo));
        let At::Call(waiting) = &mut self.at else { return Vec::new() };
        waiting.streamed = waiting.streamed.take().or(begun);
        let Some(streamed) = &mut waiting.streamed else { return Vec::new() };
        let mut out = Vec::new();
        for shown in streamed.stream.push(text) {
            match (&mut streamed.former, shown) {
                _ if streamed.held => {}
                (Some(former), Shown::Message(message) | Shown::Text(message)) => {
                    let formed = former.feed(&message);
                    streamed.held = !formed.violations.is_empty();
                    if !streamed.held {
                        out.extend(formed.messages.into_iter().map(Shown::Message));
                    }
                }
                (None, shown) => out.push(shown),
            }
        }
        streamed.shown.extend(out.iter().cloned());
        out
    }

    /// An answer, together with what of it was shown.
    pub(super) fn noted(&self, given: Given) -> Given {
        let At::Call(waiting) = &self.at else { return given };
        let shown = waiting.streamed.as_ref().map(Streamed::messages).unwrap_or_default();
        match given {
            Given::Reply(reply) if !shown.is_empty() => Given::Shown { reply, messages: shown },
            // What was shown stays said: no other model begins anew.
            Given::Failed(reason) | Given::Elsewhere { reason, .. } if !shown.is_empty() => {
                Given::Broken { reason, messages: shown }
            }
            given => given,
        }
    }

    /// The beginning of an answer that comes in pieces.
    fn streaming(&self, waiting: &super::Waiting<'a>, memo: &Memo) -> Streamed<'a> {
        let rules = self.rules_of(&waiting.assembly);
        let former = rules.map(|rules| self.former(rules, waiting, memo));
        let stream = Stream::new(&waiting.assembly.contract, former.is_some());
        Streamed { stream, former, held: false, shown: Vec::new() }
    }
}
