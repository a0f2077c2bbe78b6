//! Amounts in kronor that follow from percentages: they are no values of the catalogue, and must
//! come out as they were published.

use domain::law::{Query, Rated, Refusal};
use rates::shipped;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{code, day};

/// Code, year, age and amount that Migrationsverket (for 2018 Länsstyrelsen i Kronobergs län) has
/// published.
const PUBLISHED: &[(&str, i32, i32, i64)] = &[
    ("NYA-INIT-16", 2024, 10, 9_999),
    ("NYA-INIT-16", 2024, 30, 19_998),
    ("NYA-INIT-16", 2024, 66, 12_503),
    ("NYA-INIT-17", 2024, 10, 3_003),
    ("NYA-INIT-17", 2024, 30, 4_000),
    ("NYA-GRUND", 2018, 0, 227_500),
    ("NYA-GRUND", 2019, 0, 232_500),
];

/// The same that nobody has published: computed by the text.
const COMPUTED: &[(&str, i32, i32, i64)] = &[
    ("NYA-INIT-16", 2025, 10, 10_261),
    ("NYA-INIT-16", 2025, 30, 20_521),
    ("NYA-INIT-16", 2025, 70, 12_830),
    ("NYA-INIT-17", 2024, 70, 0),
    ("NYA-INIT-17", 2025, 10, 3_081),
    ("NYA-INIT-17", 2025, 30, 4_104),
    ("NYA-INIT-16", 2026, 10, 10_330),
    ("NYA-INIT-16", 2026, 30, 20_661),
    ("NYA-INIT-16", 2026, 70, 12_917),
    ("NYA-INIT-17", 2026, 10, 3_102),
    ("NYA-INIT-17", 2026, 30, 4_132),
    ("NYA-GRUND", 2016, 0, 221_500),
    ("NYA-GRUND", 2017, 0, 224_000),
];

#[test]
fn per_cent_of_the_price_base_amount_gives_the_published_kronor() {
    let catalogue = shipped().unwrap();
    for (name, year, age, kronor) in PUBLISHED.iter().chain(COMPUTED) {
        let on = day(&format!("{year}-09-15"));
        let born = Some(day(&format!("{}-01-02", year - age)));
        let rated = catalogue.rate(&code(name), Query { born, ..Query::on(on) });
        let price_base = catalogue.rate(&code("REF-PBB"), Query::on(on));
        let value = |rated: Result<Rated, _>| rated.unwrap().rate.value.unwrap();
        let exact = value(rated) * value(price_base) / Decimal::ONE_HUNDRED;
        let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        assert_eq!(rounded, Decimal::from(*kronor), "{name} {year} at {age}");
    }
}

#[test]
fn the_age_limit_is_65_then_66_then_riktaldern() {
    let catalogue = shipped().unwrap();
    let limit = |query| catalogue.rate(&code("REF-ALDERSGRANS"), query);
    let years = |query| limit(query).unwrap().rate.value.unwrap().to_string();
    for (on, received, expected) in [
        ("2013-01-01", None, "65"),
        ("2022-12-31", None, "65"),
        ("2023-01-01", None, "66"),
        ("2025-12-31", None, "66"),
        // By reception (2022:1457 p. 3), whenever the payment comes.
        ("2026-01-01", Some("2025-12-31"), "66"),
        ("2028-01-01", Some("2025-12-31"), "66"),
        ("2026-01-01", Some("2026-01-01"), "67"),
        ("2031-12-31", Some("2029-12-31"), "67"),
    ] {
        let query = Query { received: received.map(day), ..Query::on(day(on)) };
        assert_eq!(years(query), expected, "{on}");
    }
    assert_eq!(limit(Query::on(day("2026-01-01"))), Err(Refusal::NeedsReception));
    for (on, expected) in [("2025-12-31", "66"), ("2026-01-01", "67")] {
        assert_eq!(years(Query { item: Some("cost"), ..Query::on(day(on)) }), expected, "{on}");
    }
}
