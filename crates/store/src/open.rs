//! Opening a store by its address.
//!
//! Owns which database an address means. It must never read the environment.

use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, Result};
use crate::postgres::{self, Postgres};
use crate::sqlite::{self, Sqlite};
use crate::store::Store;
use crate::time::Time;

/// Opens the database at an address, makes it where it is a file that is not there, and brings its
/// schema up to date: `postgres://…`, `sqlite:PATH`, or a path.
///
/// # Errors
///
/// [`Error::Invalid`] for an address that means nothing here; else what keeps it from being opened.
pub async fn open(address: &str, now: Time) -> Result<Arc<dyn Store>> {
    if address.starts_with("postgres://") || address.starts_with("postgresql://") {
        let store = Postgres::open(address, postgres::Options::default(), now).await?;
        return Ok(Arc::new(store));
    }
    let path = match address.split_once(':') {
        Some(("sqlite", path)) => path.strip_prefix("//").unwrap_or(path),
        Some((scheme, rest)) if rest.starts_with("//") && scheme.len() > 1 => {
            let why = "it is neither a file nor `postgres://…`";
            return Err(Error::Invalid { what: "the address of the database", why });
        }
        _ => address,
    };
    let path = Path::new(path).to_owned();
    let opened =
        tokio::task::spawn_blocking(move || Sqlite::open(&path, sqlite::Options::default(), now));
    let opened = opened.await.map_err(|error| Error::Failed(error.to_string()))?;
    Ok(Arc::new(opened?))
}
