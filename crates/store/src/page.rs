//! Lists, a page at a time.
//!
//! Owns conditions that come and go, and the way on from one page to the next: by the key of the last
//! item, so that what is added in between neither repeats nor hides an item. It must never count rows.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::value::{Param, Row, to_json};

/// How many items a page has, at most.
pub const LONGEST: u32 = 500;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page<T> {
    /// Its items.
    pub items: Vec<T>,
    /// What [`Paging::after`] is for the next page; none on the last one.
    pub next: Option<String>,
}

/// Which page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// How many items, at most; [`LONGEST`] at the very most.
    pub limit: u32,
    /// Where to go on: the `next` of the page before.
    pub after: Option<String>,
}

impl Default for Paging {
    fn default() -> Self {
        Self { limit: 50, after: None }
    }
}

/// One value of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Key {
    Int(i64),
    Text(String),
}

impl<'a> From<&'a Key> for Param<'a> {
    fn from(key: &'a Key) -> Self {
        match key {
            Key::Int(number) => Self::Int(*number),
            Key::Text(text) => Self::Text(text),
        }
    }
}

/// What a list is ordered by: columns that together are unique, and whether they are whole numbers.
pub(crate) struct Order {
    pub(crate) columns: &'static [(&'static str, bool)],
    pub(crate) descending: bool,
}

/// A statement that grows. It already has its `WHERE`.
pub(crate) struct Select<'a> {
    sql: String,
    params: Vec<Param<'a>>,
}

impl<'a> Select<'a> {
    /// A statement whose `$?` stand for the parameters, one after the other.
    pub(crate) fn new(sql: &str, params: &[Param<'a>]) -> Self {
        let mut select = Self { sql: String::new(), params: Vec::new() };
        select.push(sql, params);
        select
    }

    /// One more condition; `$?` stands for each parameter.
    pub(crate) fn and(&mut self, condition: &str, params: &[Param<'a>]) {
        self.sql.push_str(" AND ");
        self.push(condition, params);
    }

    fn push(&mut self, sql: &str, params: &[Param<'a>]) {
        let mut parts = sql.split("$?");
        self.sql.push_str(parts.next().unwrap_or_default());
        for (part, param) in parts.zip(params) {
            self.params.push(*param);
            // Writing to a string cannot fail.
            let _ = write!(self.sql, "${}{part}", self.params.len());
        }
    }

    /// The rows, as they come.
    pub(crate) async fn rows(mut self, tx: &mut Tx, tail: &str) -> Result<Vec<Row>> {
        self.sql.push_str(tail);
        tx.rows(self.sql, &self.params).await
    }

    /// One page.
    pub(crate) async fn page<T>(
        mut self,
        tx: &mut Tx,
        paging: &Paging,
        order: &Order,
        decode: impl Fn(Row) -> Result<T>,
        key: impl Fn(&T) -> Vec<Key>,
    ) -> Result<Page<T>> {
        let after = paging.after.as_deref().map(|text| read(text, order)).transpose()?;
        let sql = match &after {
            Some(after) => self.behind(after, order),
            None => self.sql,
        };
        let way = if order.descending { " DESC" } else { "" };
        let columns: Vec<_> =
            order.columns.iter().map(|(name, _)| format!("{name}{way}")).collect();
        let limit = paging.limit.clamp(1, LONGEST);
        // One more than asked for says whether there is another page.
        let sql = format!("{sql} ORDER BY {} LIMIT {}", columns.join(", "), limit + 1);
        let mut params = self.params;
        params.extend(after.iter().flatten().map(Param::from));
        let rows = tx.rows(sql, &params).await?;
        let mut items = rows.into_iter().map(decode).collect::<Result<Vec<_>>>()?;
        let more = items.len() > limit as usize;
        items.truncate(limit as usize);
        let next = items.last().filter(|_| more).map(|last| written(&key(last))).transpose()?;
        Ok(Page { items, next })
    }

    /// The statement with the condition that keys lie behind the last one.
    fn behind(&mut self, after: &[Key], order: &Order) -> String {
        let names: Vec<_> = order.columns.iter().map(|(name, _)| *name).collect();
        let first = self.params.len() + 1;
        let places: Vec<_> = (first..).take(after.len()).map(|at| format!("${at}")).collect();
        let than = if order.descending { "<" } else { ">" };
        let sql = std::mem::take(&mut self.sql);
        format!("{sql} AND ({}) {than} ({})", names.join(", "), places.join(", "))
    }
}

/// A text in which `%` and `_` stand for themselves, for `LIKE … ESCAPE '\'`.
pub(crate) fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// A key as a text that can stand in an address: JSON, in hexadecimal digits.
fn written(key: &[Key]) -> Result<String> {
    let mut text = String::new();
    for byte in to_json(&key)?.bytes() {
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

fn read(text: &str, order: &Order) -> Result<Vec<Key>> {
    let wrong =
        || Error::Invalid { what: "next", why: "it is not one that a page of this list gave" };
    let bytes = text.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).ok()?;
        u8::from_str_radix(pair, 16).ok()
    });
    let bytes = bytes.collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
    let key: Vec<Key> = serde_json::from_slice(&bytes).map_err(|_| wrong())?;
    let fits = key.len() == order.columns.len()
        && key.iter().zip(order.columns).all(|(key, (_, is_int))| match key {
            Key::Int(_) => *is_int,
            Key::Text(_) => !is_int,
        });
    if fits { Ok(key) } else { Err(wrong()) }
}
