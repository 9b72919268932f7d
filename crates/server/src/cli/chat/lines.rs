//! Where lines come from.
//!
//! Owns line editing on a terminal, and plain lines where standard input is none. It must never read ahead
//! of what is asked for on a terminal.

use std::borrow::Cow;
use std::io::{self, BufRead, IsTerminal, Write};

use reedline::{
    Prompt, PromptEditMode, PromptHistorySearch, PromptHistorySearchStatus, Reedline, Signal,
};

use crate::cli::style::{Paint, paint};

/// Where lines come from.
pub(super) enum Lines {
    /// A person.
    Terminal(Box<Reedline>),
    /// A file or a program. Each line is shown, so that what comes out reads as a conversation.
    Plain,
}

/// What was read.
pub(super) enum Read {
    /// A line.
    Line(String),
    /// The line was given up.
    Nothing,
    /// There are no more.
    End,
}

impl Lines {
    pub(super) fn open() -> Self {
        match io::stdin().is_terminal() && io::stdout().is_terminal() {
            true => Self::Terminal(Box::new(Reedline::create())),
            false => Self::Plain,
        }
    }

    /// Whether a person sits there.
    pub(super) fn is_terminal(&self) -> bool {
        matches!(self, Self::Terminal(_))
    }

    /// The next line.
    pub(super) fn read(&mut self, out: &mut dyn Write) -> io::Result<Read> {
        self.ask("> ", out)
    }

    /// The next line, behind other words.
    pub(super) fn ask(&mut self, words: &str, out: &mut dyn Write) -> io::Result<Read> {
        match self {
            Self::Terminal(editor) => match editor.read_line(&Asking(words)) {
                Ok(Signal::Success(line)) => Ok(Read::Line(line)),
                Ok(Signal::CtrlD) => Ok(Read::End),
                Ok(_) => Ok(Read::Nothing),
                Err(error) => Err(io::Error::other(error.to_string())),
            },
            Self::Plain => {
                let mut bytes = Vec::new();
                if io::stdin().lock().read_until(b'\n', &mut bytes)? == 0 {
                    return Ok(Read::End);
                }
                let line =
                    String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned();
                if !line.trim().is_empty() {
                    writeln!(out, "\n{}", paint(&format!("{words}{line}"), Paint::Cyan))?;
                }
                Ok(Read::Line(line))
            }
        }
    }
}

/// The words in front of a line.
struct Asking<'w>(&'w str);

impl Prompt for Asking<'_> {
    fn render_prompt_left(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn render_prompt_right(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn render_prompt_indicator(&self, _mode: PromptEditMode) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn render_prompt_multiline_indicator(&self) -> Cow<'_, str> {
        Cow::Borrowed("  ")
    }

    fn render_prompt_history_search_indicator(&self, search: PromptHistorySearch) -> Cow<'_, str> {
        let found = match search.status {
            PromptHistorySearchStatus::Passing => "",
            PromptHistorySearchStatus::Failing => "nothing has ",
        };
        Cow::Owned(format!("({found}{}) ", search.term))
    }
}
