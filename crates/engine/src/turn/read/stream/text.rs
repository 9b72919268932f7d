//! Bytes and plain text as they come.
//!
//! Owns the holding back of characters that are not complete, and the answer that is plain text. It must
//! never change a character.

use crate::turn::read::stream::Shown;

/// The beginning of a character whose other bytes have not come.
#[derive(Clone, Debug, Default)]
pub(super) struct Bytes {
    held: Vec<u8>,
}

impl Bytes {
    /// The complete characters so far. What can never be one is replaced, as it is where a whole text is
    /// decoded.
    pub(super) fn take(&mut self, piece: &[u8]) -> String {
        self.held.extend_from_slice(piece);
        let mut text = String::with_capacity(self.held.len());
        let mut from = 0;
        loop {
            let rest = self.held.get(from..).unwrap_or_default();
            match std::str::from_utf8(rest) {
                Ok(whole) => {
                    text.push_str(whole);
                    from = self.held.len();
                    break;
                }
                Err(error) => {
                    let valid = rest.get(..error.valid_up_to()).unwrap_or_default();
                    text.push_str(std::str::from_utf8(valid).unwrap_or_default());
                    from += error.valid_up_to();
                    let Some(wrong) = error.error_len() else { break };
                    text.push(char::REPLACEMENT_CHARACTER);
                    from += wrong;
                }
            }
        }
        self.held.drain(..from);
        text
    }

    /// What is left at the end: a character that was never completed is replaced.
    pub(super) fn rest(&mut self) -> String {
        let rest = String::from_utf8_lossy(&self.held).into_owned();
        self.held.clear();
        rest
    }
}

/// An answer that is plain text.
#[derive(Clone, Debug)]
pub(super) struct Plain {
    /// Whether only the complete text is given out.
    whole: bool,
    /// What is held back: white space in front of the text, or the text.
    held: String,
    begun: bool,
}

impl Plain {
    pub(super) fn new(whole: bool) -> Self {
        Self { whole, held: String::new(), begun: false }
    }

    pub(super) fn push(&mut self, text: &str) -> Option<Shown> {
        self.begun |= !text.trim().is_empty();
        if self.whole || !self.begun {
            self.held.push_str(text);
            return None;
        }
        let mut shown = std::mem::take(&mut self.held);
        shown.push_str(text);
        (!shown.is_empty()).then_some(Shown::Text(shown))
    }

    pub(super) fn finish(&mut self) -> Option<Shown> {
        let text = std::mem::take(&mut self.held);
        (self.whole && self.begun && !text.is_empty()).then_some(Shown::Message(text))
    }
}
