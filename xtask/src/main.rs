//! `cargo xtask`: the project's automation, the same on every system.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "speaking to a terminal is its job")]

mod bench;
mod bindings;
mod crash;
mod demo;
mod licences;
mod node;
mod options;
mod package;
mod root;
mod run;
mod system;
mod test;
mod tidy;

use std::process::ExitCode;

/// What a subcommand gives: a sentence for the person at the terminal where it failed.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask <command>

  demo       build the program, make a training database in ./demo, run the main job on a sample
             list and open the window where there is a display
  test       everything that must hold: formatting, lints, directions, generated types, Rust and
             screen tests, end-to-end tests in the real application; closes with a line that counts
  tidy       the design held as a test: directions, names, sizes, texts, dependencies
  bindings   write ui/src/generated from the contract in crates/api
  licences   write the list of parts that others have made, with their licences
  package    build an installer, with its bill of materials and checksum beside it
             (--target windows|linux; without it that of this system)
  bench      measure speed and memory against floors; writes the figures of docs/PERFORMANCE.md
             (--quick: smaller and once, only shown; --rows N)
  crash      kill the headless host at random moments and look for what is lost or half done
             (--kills N, 500; --seed N, 1; --rows N a list, 1500)

demo, test and package need Rust 1.95, Node 20.19 and a C compiler. Other packages that Debian or
Ubuntu lack are installed when run as root; else the one line to run is printed.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["demo"] => demo::run(),
        ["test"] => test::run(),
        ["tidy"] => tidy::run(),
        ["bindings"] => bindings::write(),
        ["licences"] => licences::write(),
        ["package", options @ ..] => package::run(options),
        ["bench", options @ ..] => bench::run(options),
        ["crash", options @ ..] => crash::run(options),
        [] | ["help" | "-h" | "--help"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        unknown => {
            eprintln!("no such command: {}\n\n{USAGE}", unknown.join(" "));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
