//! A PostgreSQL server of the test's own, on a socket in a folder of its own.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Runs as long as it is held.
pub(super) struct Server {
    programs: PathBuf,
    folder: PathBuf,
}

impl Server {
    /// Starts a server; none where none is installed.
    pub(super) fn start() -> Option<Server> {
        let programs = programs()?;
        let made = as_user("mktemp -d /tmp/postgres-XXXXXXXX").output().expect("a folder");
        let folder = PathBuf::from(String::from_utf8_lossy(&made.stdout).trim());
        let server = Server { programs, folder };
        server.run("initdb -D FOLDER/data -A trust -U postgres -N -E UTF8 --locale=C");
        let options = "-k FOLDER -c listen_addresses='' -c fsync=off";
        server.run(&format!("pg_ctl -D FOLDER/data -l FOLDER/log -w -o \"{options}\" start"));
        Some(server)
    }

    /// Prepares each statement against the schema and gives what the server says to those it does not
    /// understand.
    pub(super) fn faults(&self, schema: &str, statements: &BTreeSet<String>) -> Vec<String> {
        let before = self.psql(schema);
        assert!(before.is_empty(), "the schema: {before:?}");
        let mut script = String::new();
        for (number, sql) in statements.iter().enumerate() {
            script += &format!("PREPARE s{number} AS {sql};\n");
        }
        let lines: Vec<&String> = statements.iter().collect();
        let fault = |said: String| {
            let line = said.split(':').nth(1).and_then(|line| line.parse::<usize>().ok());
            let sql = line.and_then(|line| lines.get(line - 1));
            format!("{said}\n    {}", sql.map_or("", |sql| sql.as_str()))
        };
        self.psql(&script).into_iter().map(fault).collect()
    }

    /// The errors that a script meets.
    fn psql(&self, script: &str) -> Vec<String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(script.as_bytes()).unwrap();
        let done = Command::new(self.programs.join("psql"))
            .args(["-q", "-X", "-U", "postgres", "-d", "postgres", "-h"])
            .arg(&self.folder)
            .arg("-f")
            .arg(file.path())
            .stdin(Stdio::null())
            .output()
            .expect("psql");
        let said = String::from_utf8_lossy(&done.stderr);
        let path = format!("psql:{}", file.path().display());
        let errors = said.lines().filter(|line| line.contains("ERROR") || line.contains("FATAL"));
        errors.map(|line| line.replace(&path, "psql")).collect()
    }

    fn run(&self, line: &str) {
        let folder = self.folder.display().to_string();
        let line = format!("{}/{}", self.programs.display(), line.replace("FOLDER", &folder));
        let done = as_user(&line).stdout(Stdio::null()).status().expect("a program of PostgreSQL");
        assert!(done.success(), "{line}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.run("pg_ctl -D FOLDER/data -m immediate stop");
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The server's own programs: those of the newest version.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let folders = versions.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
    folders.filter(|folder| folder.join("initdb").is_file()).max()
}

/// A line of the shell; the server refuses root, and runs as the user that its package made.
fn as_user(line: &str) -> Command {
    let user = Command::new("id").arg("-u").output().expect("a user");
    if user.stdout.trim_ascii() == b"0" {
        let mut command = Command::new("su");
        command.args(["postgres", "-s", "/bin/sh", "-c", line]).current_dir("/");
        command
    } else {
        let mut command = Command::new("sh");
        command.args(["-c", line]);
        command
    }
}
