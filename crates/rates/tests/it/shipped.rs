//! What ships.

use domain::law::{AgeBound, Ask, Counting, NotComputed, Unit};
use rates::shipped;

use crate::code;

/// Every compensation and reference amount. One that is missing here has no name in a payment list.
const CODES: &[&str] = &[
    "ASYL-ANKOMST",
    "ASYL-ARS-FAST",
    "ASYL-ARS-RORL",
    "ASYL-BEGRAV",
    "ASYL-BIF",
    "ASYL-BOENDESTOD",
    "ASYL-DYGN",
    "ASYL-ENGANG",
    "ASYL-EXTRA",
    "ASYL-SKYDD",
    "ASYL-UTB-3A",
    "ASYL-UTB-EXTRA",
    "ASYL-UTB-FKL",
    "ASYL-UTB-FRI",
    "ASYL-UTB-FSK",
    "ASYL-UTB-GRU",
    "ASYL-UTB-GYM",
    "ASYL-VARD",
    "ASYL-VARD18",
    "BEVISPERSON",
    "BOS-DYGN",
    "BOS-ENGANG",
    "EKB-30K",
    "EKB-DYGN",
    "EKB-PLATS-OLD",
    "EKB-SFV",
    "EKB-VARD",
    "EKU-DYGN",
    "EKU-FST",
    "EKU-VARD",
    "ERSF-BOENDE",
    "ERSF-DYGN",
    "ERSF-EKB",
    "ERSF-EKU",
    "ERSF-EKU-FST",
    "ERSF-EKU-VARD",
    "ERSF-HU",
    "ERSF-SCHABLON",
    "ERSF-SFV",
    "ERSF-STODHSL",
    "ERSF-VARD",
    "INHIBITION",
    "LMA-BISTAND",
    "LMA-DAGERS",
    "MASS-DYGN",
    "MASS-EKU",
    "MASS-ENGANG",
    "MASS-FORDEL",
    "MASS-INIT-FAST",
    "MASS-INIT-RORL",
    "MED-SKAL",
    "NYA-BOENDESTOD",
    "NYA-EKB",
    "NYA-FST-GY",
    "NYA-GRUND",
    "NYA-INIT-16",
    "NYA-INIT-17",
    "NYA-INIT-OLD",
    "NYA-SARSK",
    "NYA-SARSK-KVOT",
    "NYA-SCHABLON",
    "NYA-SCHABLON-11A",
    "NYA-STODHSL",
    "NYA-TOMHYRA",
    "OLD-UTRED",
    "REF-ALDERSGRANS",
    "REF-PBB",
    "REF-RIKTALDER",
    "REG-HSV-ASYL",
    "REG-HU",
    "REG-HU-ASYL",
    "REG-VARD",
    "TILLF-KOMMUNSTOD",
];

#[test]
fn the_shipped_catalogue_is_sound_and_complete() {
    let catalogue = shipped().unwrap_or_else(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    });
    let codes: Vec<&str> = catalogue.iter().map(|found| found.code.0.as_str()).collect();
    assert_eq!(codes, CODES);
}

#[test]
fn what_somebody_asks_for_or_awaits_is_counted_and_nothing_else() {
    for found in shipped().unwrap().iter() {
        let expected = match found.ask {
            Ask::Region => Some(NotComputed::Region),
            Ask::Nobody => Some(found.not_computed().unwrap_or(NotComputed::Ended)),
            Ask::Municipality | Ask::WithoutApplication => None,
        };
        assert_eq!(found.not_computed(), expected, "{}", found.code);
    }
}

#[test]
fn what_is_asked_for_has_evidence_and_what_is_not_has_none() {
    for found in shipped().unwrap().iter() {
        for wording in &found.wordings {
            let asked = found.ask == Ask::Municipality;
            assert_eq!(asked, !wording.evidence.is_empty(), "{}", found.code);
            // Without application there is nothing to be late with.
            assert_eq!(asked, wording.last_day.is_some(), "{}", found.code);
        }
    }
}

#[test]
fn decisions_that_cannot_be_appealed_are_those_of_the_ordinances() {
    let catalogue = shipped().unwrap();
    let fixed = catalogue.iter().filter(|found| !found.appealable);
    let codes: Vec<&str> = fixed.map(|found| found.code.0.as_str()).collect();
    // Förordning (2017:193) 25 §; (2010:1122) 32 §.
    assert_eq!(codes, ["ASYL-UTB-3A", "MASS-FORDEL", "NYA-SARSK", "NYA-SARSK-KVOT"]);
}

#[test]
fn percentages_keep_their_decimals() {
    let catalogue = shipped().unwrap();
    let found = catalogue.get(&code("NYA-INIT-16")).unwrap();
    let values: Vec<String> =
        found.cases.iter().map(|case| case.rates[0].value.unwrap().to_string()).collect();
    assert_eq!(values, ["17.45", "34.90", "21.82", "25.10", "50.20", "29.47"]);
    assert_eq!(found.cases[1].limits.age_below, Some(AgeBound::Limit));
    assert_eq!((&*found.ordinance, found.section.as_str()), ("2010:1122", "16 §"));
}

#[test]
fn values_fit_their_units() {
    for found in shipped().unwrap().iter() {
        let mut values =
            found.cases.iter().flat_map(|case| &case.rates).filter_map(|rate| rate.value);
        assert!(
            !(found.unit == Unit::ActualCost && values.clone().next().is_some()),
            "{} has no unit for its values",
            found.code
        );
        if found.unit.is_kronor() || found.unit == Unit::Years {
            assert!(values.all(|value| value.scale() == 0), "{}: whole kronor", found.code);
        }
    }
}

#[test]
fn ids_name_one_rate_each() {
    let catalogue = shipped().unwrap();
    let rates = || catalogue.iter().flat_map(|found| &found.cases).flat_map(|case| &case.rates);
    let mut ids: Vec<&str> = rates().map(|rate| rate.id.as_str()).collect();
    assert!(ids.contains(&"ASYL-DYGN/child/2024-01-01"));
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(rates().all(|rate| !rate.own));
}

#[test]
fn compensations_that_ended_before_2022_have_no_later_value() {
    for found in shipped().unwrap().iter() {
        if found.counting == (Counting::None { because: NotComputed::Ended }) {
            let last = found.cases.iter().filter_map(|case| case.rates.last()?.valid_until).max();
            assert!(last.is_none_or(|last| last < crate::day("2022-01-01")), "{}", found.code);
            let open = found.cases.iter().flat_map(|case| case.rates.last());
            assert!(open.into_iter().all(|rate| rate.valid_until.is_some()), "{}", found.code);
        }
    }
}
