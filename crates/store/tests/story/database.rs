//! A database of one story.
//!
//! Owns where it is and how a node of it is opened. It must never be shared by two stories.

use std::path::PathBuf;
use std::sync::Arc;

use proem_store::postgres::{self, Postgres};
use proem_store::sqlite::{self, Sqlite};
use proem_store::store::Store;

use crate::cluster::Cluster;
use crate::support::NOW;

pub(crate) enum Database {
    Sqlite { folder: tempfile::TempDir },
    Postgres { cluster: Arc<Cluster>, name: String },
}

impl Database {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn postgres(cluster: &Arc<Cluster>, story: &str) -> Self {
        let name = story.replace("::", "_").to_lowercase();
        cluster.psql("postgres", &format!("CREATE DATABASE \"{name}\""));
        Self::Postgres { cluster: Arc::clone(cluster), name }
    }

    /// A node. Each has its own threads or connections, as nodes on other machines have.
    pub(crate) async fn open(&self) -> Arc<dyn Store> {
        self.try_open().await.unwrap()
    }

    pub(crate) async fn try_open(&self) -> proem_store::error::Result<Arc<dyn Store>> {
        Ok(match self {
            Self::Sqlite { .. } => {
                Arc::new(Sqlite::open(&self.file().unwrap(), sqlite::Options::default(), NOW)?)
            }
            Self::Postgres { cluster, name } => {
                let url = cluster.url(name);
                Arc::new(Postgres::open(&url, postgres::Options::default(), NOW).await?)
            }
        })
    }

    /// Another empty database of the same kind.
    pub(crate) fn another(&self) -> Self {
        match self {
            Self::Sqlite { .. } => Self::sqlite(),
            Self::Postgres { cluster, name } => Self::postgres(cluster, &format!("{name}_other")),
        }
    }

    /// The file, where the database is one.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Sqlite { folder } => Some(folder.path().join("proem.db")),
            Self::Postgres { .. } => None,
        }
    }

    /// Cuts all connections, where there are any.
    pub(crate) fn cut(&self) {
        if let Self::Postgres { cluster, name } = self {
            cluster.psql(
                "postgres",
                &format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
                ),
            );
        }
    }

    /// Runs a statement behind the store's back.
    pub(crate) fn tamper(&self, sql: &str) {
        match self {
            Self::Sqlite { .. } => {
                let file = self.file().unwrap();
                let connection = rusqlite::Connection::open(file).unwrap();
                connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
                connection.execute_batch(sql).unwrap();
            }
            Self::Postgres { cluster, name } => cluster.psql(name, sql),
        }
    }
}
