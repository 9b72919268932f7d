//! What goes into statements and comes out of them.
//!
//! Owns the five kinds of values that both databases have. It must never know which database it is.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// A value that goes into a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Param<'a> {
    /// Nothing.
    Null,
    /// A whole number, a time, or a truth as 0 or 1.
    Int(i64),
    /// A number.
    Float(f64),
    /// A text, JSON among them.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

impl From<i64> for Param<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u32> for Param<'_> {
    fn from(value: u32) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<bool> for Param<'_> {
    fn from(value: bool) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<f64> for Param<'_> {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl<'a> From<&'a str> for Param<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a String> for Param<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Param<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a, T: Into<Param<'a>>> From<Option<T>> for Param<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A value that comes out of a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A number.
    Float(f64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// One row. Its values are taken from left to right.
#[derive(Debug)]
pub struct Row {
    cells: std::vec::IntoIter<Cell>,
}

impl Row {
    /// A row of values.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells: cells.into_iter() }
    }

    /// The next value, whatever it is.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where the row has ended.
    pub fn cell(&mut self) -> Result<Cell> {
        self.cells.next().ok_or_else(|| Error::Corrupt("a row is too short".to_owned()))
    }

    /// The next value as a text.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is none.
    pub fn text(&mut self) -> Result<String> {
        match self.cell()? {
            Cell::Text(text) => Ok(text),
            other => Err(unexpected("a text", &other)),
        }
    }

    /// The next value as a text that stands for nothing where it is empty.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is no text.
    pub fn text_or_none(&mut self) -> Result<Option<String>> {
        Ok(Some(self.text()?).filter(|text| !text.is_empty()))
    }

    /// The next value as a whole number.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is none.
    pub fn int(&mut self) -> Result<i64> {
        match self.cell()? {
            Cell::Int(number) => Ok(number),
            other => Err(unexpected("a whole number", &other)),
        }
    }

    /// The next value as a count or a version.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is none.
    pub fn count(&mut self) -> Result<u32> {
        u32::try_from(self.int()?).map_err(|_| Error::Corrupt("a count is out of range".to_owned()))
    }

    /// The next value as a truth.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is none.
    pub fn truth(&mut self) -> Result<bool> {
        Ok(self.int()? != 0)
    }

    /// The next value as a number, if it is not null.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is something else.
    pub fn float_or_none(&mut self) -> Result<Option<f64>> {
        match self.cell()? {
            Cell::Float(number) => Ok(Some(number)),
            Cell::Null => Ok(None),
            other => Err(unexpected("a number", &other)),
        }
    }

    /// The next value as bytes, if it is not null.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is something else.
    pub fn bytes_or_none(&mut self) -> Result<Option<Vec<u8>>> {
        match self.cell()? {
            Cell::Bytes(bytes) => Ok(Some(bytes)),
            Cell::Null => Ok(None),
            other => Err(unexpected("bytes", &other)),
        }
    }

    /// The next value as bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is none.
    pub fn bytes(&mut self) -> Result<Vec<u8>> {
        self.bytes_or_none()?.ok_or_else(|| unexpected("bytes", &Cell::Null))
    }

    /// The next value, a text, read as JSON.
    ///
    /// # Errors
    ///
    /// [`Error::Corrupt`] where it is not JSON of this type.
    pub fn json<T: DeserializeOwned>(&mut self) -> Result<T> {
        from_json(&self.text()?)
    }
}

/// A value as JSON text.
///
/// # Errors
///
/// [`Error::Invalid`] for what JSON cannot say.
pub fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|_| Error::Invalid { what: "a value", why: "it cannot be written as JSON" })
}

/// JSON text as a value.
///
/// # Errors
///
/// [`Error::Corrupt`] where it is not JSON of this type.
pub fn from_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| {
        Error::Corrupt(format!("JSON of line {} is not what it should be", error.line()))
    })
}

fn unexpected(wanted: &str, found: &Cell) -> Error {
    let found = match found {
        Cell::Null => "null",
        Cell::Int(_) => "a whole number",
        Cell::Float(_) => "a number",
        Cell::Text(_) => "a text",
        Cell::Bytes(_) => "bytes",
    };
    Error::Corrupt(format!("{wanted} was expected where {found} is stored"))
}
