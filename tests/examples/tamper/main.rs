//! The larger run of `tests/tamper.rs`: `tamper FLIPS EDITS SEED`.

use std::io::{Write as _, stdout};

use acceptance::tamper::{Base, Random, Tally};

fn main() -> std::io::Result<()> {
    let mut given = std::env::args().skip(1).map(|text| text.parse::<u64>().unwrap_or(0));
    let (flips, edits) = (given.next().unwrap_or(1000), given.next().unwrap_or(1000));
    let mut random = Random(given.next().unwrap_or(1));
    let base = Base::new();
    let (mut flipped, mut edited) = (Tally::default(), Tally::default());
    for _ in 0..flips {
        flipped.add(base.flip(&mut random));
    }
    writeln!(stdout(), "bits: {flipped:#?}")?;
    for _ in 0..edits {
        edited.add(base.edit(&mut random));
    }
    writeln!(stdout(), "rows: {edited:#?}")
}
