//! What is said when the program is not read from to the end, and when nothing can be written.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::process::{Command, Output, Stdio};

fn host(words: &str) -> Command {
    let mut host = Command::new(env!("CARGO_BIN_EXE_atersok-cli"));
    host.args(words.split(' ')).stderr(Stdio::piped());
    host
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_reader_who_leaves_changes_no_exit_status() {
    for (words, status) in [
        ("rates list", 0),
        ("rates list --json", 0),
        ("rates show NONE --json", 1),
        ("--help", 0),
        ("payments import", 2),
    ] {
        let mut running = host(words).stdout(Stdio::piped()).spawn().unwrap();
        drop(running.stdout.take());
        let output = running.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{words}: {}", complaint(&output));
        assert!(!complaint(&output).contains("panicked"), "{words}: {}", complaint(&output));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_said() {
    for words in ["rates list", "rates list --json", "--help"] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = host(words).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{words}");
        let complaint = complaint(&output);
        assert!(complaint.starts_with("Arbetet är gjort"), "{words}: {complaint}");
    }
}

#[test]
fn with_json_help_is_a_document_too() {
    for words in ["--json", "--help --json", "rates list --help --json"] {
        let output = host(words).output().unwrap();
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["outcome"], "done", "{words}");
        assert!(document["help"].as_str().is_some_and(|help| !help.is_empty()), "{words}");
        assert!(output.status.success(), "{words}");
    }
}

#[test]
fn a_field_that_an_operation_does_not_have_is_refused() {
    use serde_json::json;
    use std::io::Write as _;

    for (request, good) in [
        (r#"{"today":"2026-11-02"}"#, true),
        (r#"{"today":"2026-11-02","tody":"2026-11-03"}"#, false),
    ] {
        let mut running = host("call session.today --request - --json")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        running.stdin.take().unwrap().write_all(request.as_bytes()).unwrap();
        let output = running.wait_with_output().unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.success(), good, "{answer}");
        if !good {
            let error = &answer["error"];
            assert_eq!(
                (&error["code"], &error["place"]["field"]),
                (&json!("bad-request"), &json!("tody"))
            );
        }
    }
}
