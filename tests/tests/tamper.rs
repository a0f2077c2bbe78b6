//! What is tampered with at random places is found. The larger run is `examples/tamper`.

use acceptance::tamper::{Base, Random, Tally};

/// Places of each kind.
const PLACES: usize = 16;

#[test]
fn bits_and_rows_that_are_changed_are_found_or_change_nothing() {
    let base = Base::new();
    let mut random = Random(15);
    let (mut flips, mut edits) = (Tally::default(), Tally::default());
    for _ in 0..PLACES {
        flips.add(base.flip(&mut random));
        edits.add(base.edit(&mut random));
    }
    assert_eq!(flips.missed, Vec::<String>::new(), "{flips:?}");
    assert_eq!(edits.missed, Vec::<String>::new(), "{edits:?}");
    let found = |tally: &Tally| tally.found.values().sum::<u64>();
    // A tally of nothing but harm undone would be none.
    assert!(found(&flips) > PLACES as u64 / 2 && found(&edits) > PLACES as u64 / 2, "{edits:?}");
}
