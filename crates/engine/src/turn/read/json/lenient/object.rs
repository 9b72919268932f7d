//! Objects, with liberties.
//!
//! Owns the fields of an object: names with and without quotes, colons that are missing, values that are.
//! It must never let a later value of a field take the place of an earlier one.

use serde_json::{Map, Value as Json};

use super::text::is_quote;
use super::{CUT, Lenient, Place};
use crate::turn::read::json::Broken;
use crate::turn::read::json::strict::again;
use crate::turn::read::notes::{Path, excerpt};

/// An object in the making.
#[derive(Default)]
struct Fields {
    map: Map<String, Json>,
    /// Values without a name: all of an object are a list.
    loose: Vec<Json>,
    /// The name of the field that was read last.
    last: Option<String>,
}

impl Lenient<'_, '_> {
    /// An object whose brace was read.
    pub(super) fn object(&mut self, path: &Path<'_>) -> Result<Json, Broken> {
        // Two braces instead of one: as a template writes them.
        let double = self.peek() == Some('{');
        if double {
            self.next();
            self.note("json.bracket", path, "a brace is written twice");
        }
        let object = self.object_from(None, path)?;
        if double && self.peek() == Some('}') {
            self.next();
        }
        Ok(object)
    }

    /// An object whose first name was read, or none.
    pub(super) fn object_from(
        &mut self,
        name: Option<String>,
        path: &Path<'_>,
    ) -> Result<Json, Broken> {
        let mut fields = Fields::default();
        let mut comma = true;
        if let Some(name) = name {
            self.field_value(&name, &mut fields, path)?;
            comma = false;
        }
        loop {
            self.blank(path);
            let Some(letter) = self.peek() else {
                self.note("json.bracket", path, "a closing brace is missing");
                break;
            };
            match letter {
                '}' => {
                    self.next();
                    if comma && !fields.map.is_empty() {
                        self.note("json.comma", path, "a comma at the end is left out");
                    }
                    if !self.merges(path) {
                        break;
                    }
                    comma = true;
                }
                ']' | ')' => {
                    if self.closes_outside(letter, path) {
                        break;
                    }
                }
                ',' => {
                    self.next();
                    if comma {
                        self.note("json.comma", path, "a comma without a field is left out");
                    }
                    comma = true;
                }
                '`' if self.fence() => {
                    self.note("json.bracket", path, "a closing brace is missing");
                    break;
                }
                '[' if self.joins(&fields) => self.join(&mut fields, path)?,
                '{' | '[' | '(' if fields.map.is_empty() => {
                    let place = Path::Item(path, fields.loose.len());
                    let value = self.container(&place)?;
                    fields.loose.push(value);
                    comma = false;
                }
                _ if self.ellipsis(path) => {}
                _ => {
                    if !comma {
                        self.note("json.comma", path, "a comma is missing");
                    }
                    comma = !self.one_field(&mut fields, path)?;
                }
            }
        }
        Ok(self.finished(fields, path))
    }

    /// Values without names are a list where nothing has one; and are told where something has.
    fn finished(&mut self, fields: Fields, path: &Path<'_>) -> Json {
        let Fields { map, loose, .. } = fields;
        if map.is_empty() && !loose.is_empty() {
            self.note("json.shape", path, "values without names in braces are taken as a list");
            return Json::Array(loose);
        }
        for value in loose {
            let said = excerpt(&value.to_string());
            self.note("json.stray", path, format!("`{said}` has no name and is left out"));
        }
        Json::Object(map)
    }

    /// Whether an object that was just closed goes on: outside of everything, a comma and a name mean
    /// that the brace came too early.
    fn merges(&mut self, path: &Path<'_>) -> bool {
        if self.open.len() > 1 {
            return false;
        }
        let (at, letter) = self.seen(self.at);
        if letter != Some(',') {
            return false;
        }
        let (at, letter) = self.seen(at + 1);
        if !letter.is_some_and(is_quote) {
            return false;
        }
        self.note("json.bracket", path, "a closing brace comes too early");
        self.at = at;
        true
    }

    /// Whether a list without a name goes on with the one before it.
    fn joins(&self, fields: &Fields) -> bool {
        let last = fields.last.as_ref().and_then(|name| fields.map.get(name));
        last.is_some_and(Json::is_array)
    }

    fn join(&mut self, fields: &mut Fields, path: &Path<'_>) -> Result<(), Broken> {
        let Some(name) = fields.last.clone() else { return Ok(()) };
        let place = Path::Field(path, &name);
        let more = self.container(&place)?;
        self.note("json.shape", &place, "a list without a name goes on with the one before it");
        let (Some(Json::Array(items)), Json::Array(more)) = (fields.map.get_mut(&name), more)
        else {
            return Ok(());
        };
        let listed = |item: &Json| item.is_array();
        if items.first().is_some_and(listed) && !more.iter().any(listed) {
            // A list of lists, one of which lacks its opening bracket: it closed the outer one.
            let plain = items.iter().rev().take_while(|item| !listed(item)).count();
            let bare = items.split_off(items.len() - plain);
            if !bare.is_empty() {
                items.push(Json::Array(bare));
            }
            items.push(Json::Array(more));
        } else {
            items.extend(more);
        }
        Ok(())
    }

    /// A name and its value. `false` where there was only a word that is left out.
    fn one_field(&mut self, fields: &mut Fields, path: &Path<'_>) -> Result<bool, Broken> {
        let from = self.at;
        let escaped = self.peek() == Some('\\') && self.second().is_some_and(is_quote);
        let quoted = escaped || self.peek().is_some_and(is_quote);
        let name = if quoted { self.quoted(Place::Name, path) } else { self.bare_name(path) };
        if self.at == from {
            self.stray(path);
            return Ok(false);
        }
        self.blank(path);
        match self.peek() {
            Some(':' | '=' | '：') => self.field_value(&name, fields, path)?,
            Some(',' | '}' | ']') if fields.map.is_empty() => {
                fields.loose.push(self.loose(name, quoted, path));
            }
            Some(',' | '}' | ']') if quoted => {
                let place = Path::Field(path, &name);
                self.note("json.value", &place, "a value is missing, and taken as empty");
                self.insert(name.clone(), Json::String(String::new()), fields, path);
            }
            Some(next)
                if quoted
                    && !name.is_empty()
                    && (is_quote(next)
                        || next.is_alphanumeric()
                        || matches!(next, '{' | '[' | '-')) =>
            {
                self.note("json.colon", &Path::Field(path, &name), "a colon is missing");
                let value = self.value(Place::Field, &Path::Field(path, &name))?;
                self.insert(name, value, fields, path);
            }
            None if !name.is_empty() => {
                self.note(CUT, path, format!("the name `{}` has no value", excerpt(&name)));
            }
            _ => {
                self.note("json.stray", path, format!("`{}` is left out", excerpt(&name)));
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn loose(&mut self, name: String, quoted: bool, path: &Path<'_>) -> Json {
        if quoted { Json::String(name) } else { self.scalar(&name, path) }
    }

    /// The value behind a name, whose colon comes next.
    fn field_value(
        &mut self,
        name: &str,
        fields: &mut Fields,
        path: &Path<'_>,
    ) -> Result<(), Broken> {
        let place = Path::Field(path, name);
        let colon = self.next();
        if colon != Some(':') {
            self.note("json.colon", &place, "another sign stands for a colon");
        }
        if self.peek() == Some('>') {
            self.next();
        }
        self.blank(&place);
        let value = match self.peek() {
            Some(',' | '}' | ']') => {
                self.note("json.value", &place, "a value is missing, and taken as empty");
                Json::String(String::new())
            }
            None => {
                self.note(CUT, &place, "the value is missing");
                return Ok(());
            }
            Some(_) => self.value(Place::Field, &place)?,
        };
        self.insert(name.to_owned(), value, fields, path);
        Ok(())
    }

    fn insert(&mut self, name: String, value: Json, fields: &mut Fields, path: &Path<'_>) {
        fields.last = Some(name.clone());
        match fields.map.get(&name) {
            Some(first) => again(first, &value, &Path::Field(path, &name), self.notes),
            None => {
                fields.map.insert(name, value);
            }
        }
    }
}
