//! A service that can be killed.
//!
//! Owns its process: `proem serve`, as it is shipped, on a database that outlives it. It must never end it
//! kindly: a trial that wants that says so itself.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use crate::client::Client;
use crate::program;
use crate::trouble::{Result, Trouble};

/// Variables that would make it ask a provider.
const PROVIDERS: [&str; 8] = [
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_BASE_URL",
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "GEMINI_BASE_URL",
    "GOOGLE_GEMINI_BASE_URL",
];

/// What a service stands on.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The address of its database.
    pub db: String,
    /// The key of an administrator; none before the first start.
    pub key: Option<String>,
    /// Settings, as variables of the environment.
    pub settings: Vec<(String, String)>,
    folder: PathBuf,
    program: PathBuf,
}

impl Ground {
    /// A database that nobody has used yet.
    ///
    /// # Errors
    ///
    /// [`Trouble::Setup`] where the program is not built.
    pub fn new(db: String) -> Result<Self> {
        // A turn whose owner was killed keeps its session for the time of a lease: the shortest there is.
        let settings = vec![("PROEM_LEASE".to_owned(), "1000".to_owned())];
        Ok(Self { db, key: None, settings, folder: program::agent(), program: program::proem()? })
    }

    /// The same with another setting: `("PROEM_HEAD", "2000")`.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A service that runs.
pub struct Service {
    process: Child,
    // Where nobody reads what it says, it cannot say anything any more.
    _out: BufReader<ChildStdout>,
    /// Where it listens.
    pub address: String,
    /// The key of an administrator.
    pub key: String,
}

impl Service {
    /// Starts the process and leaves it to itself.
    ///
    /// # Errors
    ///
    /// [`Trouble::Setup`] where it cannot be started at all.
    pub fn spawn(ground: &Ground) -> Result<Child> {
        let mut command = Command::new(&ground.program);
        PROVIDERS.iter().for_each(|name| {
            command.env_remove(name);
        });
        command.arg("serve").arg(&ground.folder).args(["--db", &ground.db]);
        command.args(["--listen", "127.0.0.1:0", "--level", "error"]).env("NO_COLOR", "1");
        command.envs(ground.settings.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        command.spawn().map_err(|error| Trouble::setup("the service", error))
    }

    /// Starts a service and waits until it listens. The first one on a database has the key in its ground
    /// from then on.
    ///
    /// # Errors
    ///
    /// [`Trouble::Broken`] where it ends before it listens: it must begin on whatever a crash left.
    pub fn start(ground: &mut Ground) -> Result<Self> {
        let mut process = Self::spawn(ground)?;
        let out = process.stdout.take().ok_or_else(|| Trouble::Setup("no output".to_owned()))?;
        let mut out = BufReader::new(out);
        loop {
            let mut line = String::new();
            let read = out.read_line(&mut line).unwrap_or(0);
            if read == 0 {
                let ended = process.wait().map_err(|error| Trouble::setup("the service", error))?;
                return Err(Trouble::Broken(vec![format!(
                    "the service does not begin on {}: {ended}",
                    ground.db
                )]));
            }
            let line = line.trim();
            if let Some(key) = line.strip_prefix("the first key, shown only now: ") {
                ground.key = Some(key.to_owned());
            }
            if let Some(address) = line.strip_prefix("listening at http://") {
                let address = address.to_owned();
                let key = ground.key.clone().unwrap_or_default();
                return Ok(Self { process, _out: out, address, key });
            }
        }
    }

    /// A client that waits this long.
    #[must_use]
    pub fn client(&self, patience: Duration) -> Client {
        Client::new(&self.address, &self.key, patience)
    }

    /// The number of its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends it as `kill -9` does.
    pub fn kill(mut self) {
        end(&mut self.process);
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Kills a process and waits until it is gone.
pub fn end(process: &mut Child) {
    // One that has ended by itself cannot be killed, and is gone just the same.
    let _ = process.kill();
    let _ = process.wait();
}
