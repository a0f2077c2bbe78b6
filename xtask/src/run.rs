//! Running other programs.

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Command, Stdio};

use crate::Outcome;
use crate::root::root;

/// A command that runs in the project's root; `line` is program and arguments, parted by spaces.
pub(crate) fn command(line: &str) -> Command {
    let mut words = line.split(' ');
    let program = words.next().unwrap_or_default();
    // npm is a script on Windows, which is not found without its ending.
    let program = if cfg!(windows) && program == "npm" { "npm.cmd" } else { program };
    let mut command = Command::new(program);
    command.args(words).current_dir(root());
    command
}

/// Runs `line` with its output on this terminal.
pub(crate) fn run(line: &str) -> Outcome {
    finish(&mut command(line), line)
}

/// Runs a prepared command with its output on this terminal; `name` stands in the sentence.
pub(crate) fn finish(command: &mut Command, name: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// What `line` writes on standard output.
pub(crate) fn read(line: &str) -> Outcome<String> {
    read_from(&mut command(line), line)
}

/// What a prepared command writes on standard output; `name` stands in the sentence.
pub(crate) fn read_from(command: &mut Command, name: &str) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name}: {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name}: its answer is not UTF-8"))
}

/// Runs `command`, shows its standard output as it comes and gives each line to `each`.
pub(crate) fn follow(command: &mut Command, name: &str, mut each: impl FnMut(&str)) -> Outcome {
    let fault = |error: std::io::Error| format!("{name}: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(fault)?;
    if let Some(output) = child.stdout.take() {
        let mut lines = BufReader::new(output);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).map_err(fault)? > 0 {
            std::io::stdout().write_all(&line).map_err(fault)?;
            each(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    }
    match child.wait().map_err(fault)? {
        status if status.success() => Ok(()),
        status => Err(format!("{name}: {status}")),
    }
}
