//! What the fuzz targets try, with the test data, and with these cut, mixed up and spoiled.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

#[path = "../../../../fuzz/src/readers.rs"]
#[allow(unreachable_pub, reason = "the fuzz targets call them")]
mod readers;

type Reader = fn(&[u8]);

/// Every reader, by the name of its target.
const READERS: [(&str, Reader); 9] = [
    ("list", readers::list),
    ("workbook", readers::workbook),
    ("register", readers::register),
    ("decisions", readers::decisions),
    ("costs", readers::costs),
    ("school", readers::school),
    ("codes", readers::codes),
    ("key", readers::key),
    ("accounts", readers::accounts),
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "csv" || end == "xlsx" || end == "txt")
        {
            found.push(path);
        }
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/importing"), &mut found);
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/examples"), &mut found);
    found.sort();
    assert!(found.len() > 40, "{found:?}");
    found.into_iter().map(|path| fs::read(path).unwrap()).filter(|seed| !seed.is_empty()).collect()
}

/// A sheet whose cells a mutation may turn into others.
const SHEET: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData>\
    <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Utbetalningsdag</t></is></c>\
    <c r=\"B1\" t=\"inlineStr\"><is><t>Kod</t></is></c><c r=\"C1\" t=\"str\"><v>Belopp</v></c></row>\
    <row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\"><v>46325</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c>\
    <c r=\"C2\"><f>SUM(A1)</f></c></row></sheetData><autoFilter ref=\"A1:C2\"/></worksheet>";

fn spoil(seed: &mut Vec<u8>, spoiling: &(prop::sample::Index, u8, u8, Vec<u8>)) {
    let (place, how, byte, bytes) = spoiling;
    let at = if seed.is_empty() { return } else { place.index(seed.len()) };
    match how % 5 {
        0 => seed[at] = *byte,
        1 => seed.truncate(at),
        2 => drop(seed.remove(at)),
        3 => drop(seed.splice(at..at, bytes.iter().copied())),
        _ => seed.extend_from_within(at..),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_are_too_much_for_a_reader(
        seed in any::<prop::sample::Index>(),
        spoilings in prop::collection::vec(
            (any::<prop::sample::Index>(), any::<u8>(), any::<u8>(), prop::collection::vec(any::<u8>(), 0..8)),
            1..6,
        ),
        reader in 0..READERS.len(),
    ) {
        let (name, read) = READERS[reader];
        let seeds = seeds();
        let mut bytes = match name {
            "workbook" => SHEET.as_bytes().to_vec(),
            _ => seeds[seed.index(seeds.len())].clone(),
        };
        bytes.truncate(20_000);
        for spoiling in &spoilings {
            spoil(&mut bytes, spoiling);
        }
        read(&bytes);
    }
}

#[test]
fn each_target_calls_the_reader_of_its_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/fuzz_targets");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), READERS.len());
    for (name, read) in READERS {
        let target = fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap();
        assert!(target.contains(&format!("fuzz::readers::{name}(bytes)")), "{target}");
        read(SHEET.as_bytes());
    }
}
