//! The first connections of a process, made by several threads at once.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::process::Command;
use std::thread;

use store::Store;
use store::key::DatabaseKey;

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
/// Set in the processes that this test starts.
const CHILD: &str = "ATERSOK_FIRST_CONNECTIONS";

/// About three processes in a hundred failed while the library set itself up in one thread and
/// another gave its key.
#[test]
fn threads_that_open_their_first_databases_at_once_all_succeed() {
    if std::env::var_os(CHILD).is_some() {
        return create_at_once();
    }
    for _ in 0..40 {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["threads_that_open", "--nocapture"]).env(CHILD, "1");
        let done = child.output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
}

fn create_at_once() {
    let folder = tempfile::tempdir().unwrap();
    thread::scope(|scope| {
        for number in 0..8 {
            let path = folder.path().join(format!("{number}.db"));
            scope.spawn(move || {
                let key = DatabaseKey::from_hex(KEY).unwrap();
                Store::create(&path, &key).unwrap();
            });
        }
    });
}
