//! A bar for long work.
//!
//! Owns what is shown while a command runs: on standard error, on a terminal only, and gone when the
//! work is done.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How far some work is.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Work whose steps are the cells of a matrix; how many there are is known only in the end.
    pub(crate) fn of_cells() -> Self {
        let bar = ProgressBar::new_spinner();
        let style = ProgressStyle::with_template("{spinner} {pos} cells, {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
        let shown = io::stderr().is_terminal();
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        bar.set_draw_target(target);
        Self(bar)
    }

    /// So many steps are done.
    pub(crate) fn at(&self, done: usize) {
        self.0.set_position(done as u64);
    }

    /// The work is done: the bar goes away.
    pub(crate) fn done(&self) {
        self.0.finish_and_clear();
    }
}
