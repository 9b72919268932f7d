//! The files of an agent as text.
//!
//! Owns the step from bytes to text: encoding, byte order mark, size. It must never open a file: the
//! host reads the folder and hands the bytes in.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};

/// The largest file that is read as part of an agent, in bytes.
pub const MAX_FILE: usize = 4 * 1024 * 1024;

/// A file as the host found it.
#[derive(Clone, Debug)]
pub struct RawFile {
    /// Path relative to the agent's folder, parts joined with `/`.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// A file whose content is known to be text.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path relative to the agent's folder.
    pub file: Arc<str>,
    /// The content without a byte order mark, line ends as `\n`.
    pub text: Arc<str>,
}

impl Source {
    /// Takes text as it is.
    #[must_use]
    pub fn new(file: &str, text: &str) -> Self {
        Self { file: file.into(), text: text.into() }
    }

    /// The place of some bytes of this file.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::in_text(&self.file, &self.text, start, end)
    }

    /// Reads bytes as text. A byte order mark is dropped and CRLF becomes LF, so that the same agent
    /// has the same hash whichever editor saved it.
    ///
    /// # Errors
    /// One diagnostic when the file is too large, binary, or not UTF-8.
    pub fn read(raw: &RawFile) -> Result<Self, Diagnostic> {
        let file: Arc<str> = raw.path.as_str().into();
        let place = Span::of_file(&file);
        if raw.bytes.len() > MAX_FILE {
            return Err(Diagnostic::error(
                "file.too-large",
                format!("the file has {} bytes; at most {MAX_FILE} are read", raw.bytes.len()),
            )
            .at(&place)
            .help("Split it into several prompts, or move data out of the agent."));
        }
        let bytes = raw.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&raw.bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => return Err(not_text(&file, bytes, error.valid_up_to())),
        };
        if let Some(at) = text.find('\0') {
            return Err(not_text(&file, bytes, at));
        }
        let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
        Ok(Self { file, text: text.into() })
    }
}

fn not_text(file: &Arc<str>, bytes: &[u8], at: usize) -> Diagnostic {
    let valid = std::str::from_utf8(&bytes[..at]).unwrap_or_default();
    let what = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        "the file is UTF-16, not UTF-8"
    } else if bytes[at..].first() == Some(&0) {
        "the file is binary: it holds a NUL byte"
    } else {
        "the file is not valid UTF-8"
    };
    Diagnostic::error("file.not-text", what)
        .at(&Span::in_text(file, valid, at, at))
        .help("Save it as UTF-8 text.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Source, Diagnostic> {
        Source::read(&RawFile { path: "prompts/a.md".into(), bytes: bytes.to_vec() })
    }

    #[test]
    fn marks_and_line_ends_are_put_right() {
        assert_eq!(&*read(b"\xEF\xBB\xBFa\r\nb").unwrap().text, "a\nb");
        assert_eq!(&*read(b"a\rb").unwrap().text, "a\rb");
    }

    #[test]
    fn what_is_not_text_is_told_with_its_place() {
        let error = read(b"one\ntw\xFFo").unwrap_err();
        assert_eq!(
            (error.code, error.span.map(|s| (s.line, s.column))),
            ("file.not-text", Some((2, 3)))
        );
        assert_eq!(read(b"a\0b").unwrap_err().message, "the file is binary: it holds a NUL byte");
        assert_eq!(read(b"\xFF\xFEa\0").unwrap_err().message, "the file is UTF-16, not UTF-8");
        assert_eq!(read(&vec![b'a'; MAX_FILE + 1]).unwrap_err().code, "file.too-large");
    }
}
