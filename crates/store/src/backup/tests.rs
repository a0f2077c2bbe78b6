use std::fs;

use serde_json::json;

use super::*;
use crate::{Changed, Occasion};

fn occasion() -> Occasion {
    Occasion { at: "2026-11-02T10:00:00Z".into(), actor: "EXEMPEL".into(), action: "test" }
}

fn change(store: &mut Store, name: &str, value: &str) {
    store
        .change(&occasion(), |write| {
            write.put_setting(name, &json!(value))?;
            Ok::<_, StoreError>(Changed { value: (), object: "x".into(), detail: json!({}) })
        })
        .unwrap();
}

fn desk() -> (tempfile::TempDir, DatabaseKey, Store) {
    let folder = tempfile::tempdir().unwrap();
    let key = DatabaseKey::random().unwrap();
    let mut store = Store::create(&folder.path().join("a.db"), &key).unwrap();
    for number in 0..40 {
        change(&mut store, &format!("n{number}"), &"innehåll ".repeat(500));
    }
    (folder, key, store)
}

#[test]
fn a_copy_is_whole_and_encrypted_while_the_program_writes() {
    let (folder, key, mut store) = desk();
    let path = |name: &str| folder.path().join(name);
    let source = store.source().unwrap();
    let mut told = Vec::new();
    let copied = make(&source, &path("staging"), &path("part"), &mut |done| {
        // What is written while the copy is made is not in it, and does not disturb it.
        change(&mut store, "meanwhile", &done.to_string());
        told.push(done);
        true
    });
    let copied = copied.unwrap().unwrap();
    assert!(copied.checked.is_whole(), "{copied:?}");
    assert_eq!(copied.checked.structure.chain.events, 40);
    assert!(told.is_sorted(), "{told:?}");
    let bytes = fs::read(path("part")).unwrap();
    assert_eq!(bytes, fs::read(path("staging")).unwrap());
    assert!(!bytes.windows(8).any(|window| window == b"inneh\xc3\xa5l"));
    assert_eq!(copied.brought.bytes, bytes.len() as u64);
    let verified = verify(&path("part"), &key, &mut |_| true).unwrap().unwrap();
    assert_eq!(verified, copied);
    // Looking leaves nothing beside it.
    let names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().starts_with("part-")), "{names:?}");
}

#[test]
fn it_can_be_stopped_wherever_it_is() {
    let (folder, _, store) = desk();
    let source = store.source().unwrap();
    let all = std::cell::RefCell::new(Vec::new());
    let path = |name: String| folder.path().join(name);
    make(&source, &path("s".into()), &path("p".into()), &mut |done| {
        all.borrow_mut().push(done);
        true
    })
    .unwrap()
    .unwrap();
    for (number, limit) in (0..).zip([0, COPIED]) {
        let stopped =
            make(&source, &path(format!("s{number}")), &path(format!("p{number}")), &mut |done| {
                done < limit
            });
        assert_eq!(stopped.unwrap(), None, "{limit}");
    }
}

#[test]
fn a_flipped_bit_a_cut_end_and_an_empty_file_are_found() {
    let (folder, key, store) = desk();
    let path = |name: &str| folder.path().join(name);
    let source = store.source().unwrap();
    make(&source, &path("s"), &path("whole"), &mut |_| true).unwrap().unwrap();
    let bytes = fs::read(path("whole")).unwrap();
    for (name, at) in [("first", 40), ("middle", bytes.len() / 2), ("last", bytes.len() - 3)] {
        let mut flipped = bytes.clone();
        flipped[at] ^= 4;
        fs::write(path(name), flipped).unwrap();
        let seen = verify(&path(name), &key, &mut |_| true);
        let whole = seen.is_ok_and(|seen| seen.unwrap().checked.is_whole());
        assert!(!whole, "{name}");
    }
    for length in [0, 1, 100, 4096, bytes.len() - 4096, bytes.len() - 1] {
        fs::write(path("cut"), &bytes[..length]).unwrap();
        let seen = verify(&path("cut"), &key, &mut |_| true);
        let whole = seen.is_ok_and(|seen| seen.unwrap().checked.is_whole());
        assert!(!whole, "{length} bytes");
    }
}
