//! `proem schema`: the JSON Schemas of the formats.

use std::io::{self, Write};

use crate::cli::{End, complain, json};

pub(super) fn run(name: Option<&str>, as_json: bool, out: &mut dyn Write) -> io::Result<End> {
    let Some(name) = name else {
        if as_json {
            json::print(&proem::schema::NAMES, out)?;
            return Ok(End::Fine);
        }
        for name in proem::schema::NAMES {
            writeln!(out, "{name}")?;
        }
        return Ok(End::Fine);
    };
    match proem::schema::schema(name) {
        Some(schema) => {
            json::print(&schema, out)?;
            Ok(End::Fine)
        }
        None => {
            complain(&format!(
                "there is no schema `{name}`. There are: {}.",
                proem::schema::NAMES.join(", ")
            ));
            Ok(End::Usage)
        }
    }
}
