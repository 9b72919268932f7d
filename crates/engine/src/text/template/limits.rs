//! How much a template may cost.
//!
//! Owns the figures and the meter that counts work against them. Nothing here looks at a template;
//! nothing elsewhere may build text or lists without asking the meter first.

use super::error::Fault;

/// What a template may cost. The defaults keep any template within 100 ms of one core and 16 MiB,
/// on a thread with a stack of 2 MiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Length of a template or an expression, in bytes. Default: 64 KiB.
    pub source: usize,
    /// Length of the rendered text, and of any one text that a filter makes, in bytes.
    /// Default: 1 MiB.
    pub output: usize,
    /// How deep blocks may stand in blocks, and brackets in brackets. Default: 32.
    pub depth: usize,
    /// How many operators one tag may have: dots, brackets, commas, bars, words like `and`.
    /// Default: 250.
    pub operators: usize,
    /// Work of one rendering: one step for each tag, operator and item walked over, and for every
    /// 32 bytes that a filter or a comparison reads or writes. Default: 200 000.
    pub steps: usize,
}

impl Limits {
    /// The figures that hold where the caller has no reason for others.
    pub const DEFAULT: Limits = Limits {
        source: 64 * 1024,
        output: 1024 * 1024,
        depth: 32,
        operators: 250,
        steps: 200_000,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Limits::DEFAULT
    }
}

/// How deep a value from outside may be nested where it is printed or compared. JSON readers stop
/// at the same depth; values made by programs are stopped here.
pub(super) const VALUE_DEPTH: usize = 128;

/// How many problems of one source are reported before reading stops.
pub(super) const PROBLEMS: usize = 50;

/// Counts the work of one rendering.
#[derive(Debug)]
pub(super) struct Meter {
    left: usize,
    largest: usize,
}

impl Meter {
    pub(super) fn new(limits: &Limits) -> Self {
        Meter { left: limits.steps, largest: limits.output }
    }

    /// Takes `steps` from what is left.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Fault> {
        match self.left.checked_sub(steps) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(Fault::new(
                "template.too-much-work",
                "this template does more work than one rendering may",
            )
            .help("walk over fewer items: limit the list where it comes from")),
        }
    }

    /// Takes the price of reading or writing `bytes`.
    pub(super) fn bytes(&mut self, bytes: usize) -> Result<(), Fault> {
        self.spend(bytes / 32 + 1)
    }

    /// Refuses a text of `bytes` if no text may be that long.
    pub(super) fn fits(&self, bytes: usize) -> Result<(), Fault> {
        if bytes > self.largest {
            return Err(too_large(self.largest));
        }
        Ok(())
    }

    /// Appends to a text that a filter builds, paying for it and keeping it below the largest size.
    pub(super) fn push(&mut self, text: &mut String, more: &str) -> Result<(), Fault> {
        self.fits(text.len().saturating_add(more.len()))?;
        // Short pieces are cheap, but not free: a rendering cannot append for ever.
        self.bytes(more.len())?;
        text.push_str(more);
        Ok(())
    }
}

/// The fault of a text that would be longer than `largest` bytes.
pub(super) fn too_large(largest: usize) -> Fault {
    Fault::new(
        "template.too-large",
        format!("the text would be longer than {} KiB", largest / 1024),
    )
    .help("print less: shorten the value with `truncate`, or limit the list where it comes from")
}
