//! A PostgreSQL server for the time of a test.
//!
//! Owns its folder and its processes: it listens on a socket in that folder and nowhere else, and goes
//! when it is dropped. It must never touch a server that somebody else runs.

use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) struct Cluster {
    folder: tempfile::TempDir,
    programs: PathBuf,
    /// Who runs it, where we are root: PostgreSQL refuses to be run by root.
    user: Option<(u32, u32)>,
}

impl Cluster {
    /// Starts a server. Where PostgreSQL is not installed there is none; in CI that is a failure.
    pub(crate) fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            let missing = "PostgreSQL is not installed: half of the story was not told. \
                           `cargo xtask setup` says what to install.";
            assert!(std::env::var_os("CI").is_none(), "{missing}");
            eprintln!("{missing}");
            return None;
        };
        let folder = tempfile::Builder::new().prefix("proem-pg").tempdir().unwrap();
        let user = user();
        if let Some((user, group)) = user {
            chown(folder.path(), Some(user), Some(group)).unwrap();
        }
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
        let cluster = Self { folder, programs, user };
        let data = cluster.data();
        let data = data.to_str().unwrap();
        cluster.run(
            "initdb",
            &["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
        );
        cluster.resume();
        Some(cluster)
    }

    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.path().display())
    }

    /// Starts the server, in the folder that it has.
    pub(crate) fn resume(&self) {
        let (data, folder) = (self.data(), self.folder.path());
        let options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=on",
            folder.display()
        );
        let log = folder.join("log");
        let (data, log) = (data.to_str().unwrap(), log.to_str().unwrap());
        self.run("pg_ctl", &["-D", data, "-w", "-l", log, "-o", &options, "start"]);
    }

    /// Stops the server at once: it saves nothing, as when the power is cut.
    pub(crate) fn stop(&self) {
        let data = self.data();
        let data = data.to_str().unwrap();
        self.run("pg_ctl", &["-D", data, "-m", "immediate", "-w", "stop"]);
    }

    pub(crate) fn psql(&self, database: &str, sql: &str) {
        let socket = self.folder.path().to_str().unwrap();
        let quiet = ["-h", socket, "-U", "postgres", "-d", database, "-q", "-v", "ON_ERROR_STOP=1"];
        let mut args = quiet.to_vec();
        args.extend(["-c", sql]);
        self.run("psql", &args);
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir("/").env_remove("PGDATA");
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command
    }

    fn run(&self, program: &str, args: &[&str]) {
        // What it prints goes to a file: a server that is started would keep a pipe open.
        let said = tempfile::tempfile().unwrap();
        let status = self
            .command(program)
            .args(args)
            .stdin(std::process::Stdio::null())
            .stdout(said.try_clone().unwrap())
            .stderr(said.try_clone().unwrap())
            .status()
            .unwrap();
        if !status.success() {
            use std::io::{Read, Seek};
            let (mut said, mut text) = (said, String::new());
            said.rewind().unwrap();
            said.read_to_string(&mut text).unwrap();
            panic!("{program} failed: {text}");
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.data();
        let stop = ["-D", data.to_str().unwrap(), "-m", "immediate", "-w", "stop"];
        let _ = self.command("pg_ctl").args(stop).stdout(std::process::Stdio::null()).status();
    }
}

/// The folder of PostgreSQL's programs: Debian keeps them out of the path.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut places: Vec<_> = versions.map(|version| version.path().join("bin")).collect();
    places.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    places.extend(std::env::split_paths(&path));
    places.into_iter().find(|place| place.join("initdb").exists())
}

/// Who runs the server, where we are root.
fn user() -> Option<(u32, u32)> {
    use std::os::unix::fs::MetadataExt;
    if std::fs::metadata("/proc/self").unwrap().uid() != 0 {
        return None;
    }
    let users = std::fs::read_to_string(Path::new("/etc/passwd")).unwrap();
    let user = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    user("postgres").or_else(|| user("nobody"))
}
