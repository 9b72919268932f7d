//! What the machine says, in our words.
//!
//! Owns the sentences for errors of files and streams. It must never hide one.

use std::io;

/// What the machine says, in words that are the same on every machine where there are such.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".into(),
        io::ErrorKind::PermissionDenied => "its permissions do not allow it".into(),
        io::ErrorKind::IsADirectory => "it is a folder".into(),
        io::ErrorKind::NotADirectory => "it is no folder".into(),
        _ => error.to_string(),
    }
}
