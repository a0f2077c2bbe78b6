//! Profiles as data: those that ship, and everything wrong with one at once.

use importing::{Profile, ProfileFaultCode, ProfileKind, built_in};

#[test]
fn every_shipped_profile_survives_being_saved() {
    let profiles = built_in().unwrap();
    let names: Vec<_> = profiles.iter().map(|profile| profile.name.as_str()).collect();
    let expected = [
        "utbetalningslista-a",
        "utbetalningslista-b",
        "utbetalningslista-c",
        "manual",
        "register",
        "uppgifter",
        "costs-ledger",
        "costs-sheet",
        "pupils",
        "pupils-name",
    ];
    assert_eq!(names, expected);
    for profile in profiles {
        assert_eq!(Profile::from_toml(&profile.to_toml().unwrap()), Ok(profile));
    }
}

#[test]
fn the_example_of_the_reference_is_a_profile() {
    let reference = include_str!("../../../../docs/IMPORT-PROFILES.md");
    let (_, after) = reference.split_once("```toml\n").unwrap();
    let (example, _) = after.split_once("```").unwrap();
    let profile = Profile::from_toml(example).unwrap();
    assert_eq!(profile.columns.len(), 8);
}

fn faults(text: &str) -> Vec<(String, ProfileFaultCode)> {
    Profile::from_toml(text)
        .unwrap_err()
        .into_iter()
        .map(|fault| (fault.path, fault.code))
        .collect()
}

fn at(path: &str, code: ProfileFaultCode) -> (String, ProfileFaultCode) {
    (path.to_owned(), code)
}

const GOOD: &str = r#"
kind = "payment-list"
name = "n"
version = 1
[forms]
dates = ["yyyy-mm-dd"]
amounts = { decimal_sign = "," }
[columns]
payment_code = { names = ["Kod"], required = true }
amount = { names = ["Belopp"], required = true }
"#;

#[test]
fn the_least_profile_is_one() {
    let profile = Profile::from_toml(GOOD).unwrap();
    assert_eq!(profile.kind, ProfileKind::PaymentList);
    assert_eq!(Profile::from_toml(&profile.to_toml().unwrap()), Ok(profile));
}

#[test]
fn no_toml_is_told_with_its_line() {
    let found = Profile::from_toml("kind = \"register\"\nname = \n").unwrap_err();
    assert_eq!(
        (found.len(), found[0].line, found[0].code),
        (1, Some(2), ProfileFaultCode::NotToml)
    );
}

#[test]
fn an_empty_text_lacks_everything() {
    use ProfileFaultCode::Missing;
    let expected = ["kind", "name", "version", "forms", "columns"].map(|path| at(path, Missing));
    assert_eq!(faults(""), expected);
}

#[test]
fn every_fault_of_form_is_told_at_once() {
    use ProfileFaultCode as C;
    let found = faults(
        r#"
kind = "list"
name = 5
version = "1"
colour = "blue"
ignored = ["a", 1]
[preamble]
date = "x"
[forms]
dates = ["yyyy-mm-dd", "d/m/yy"]
amounts = { decimal_sign = ",,", minus = ["before"], thousands_signs = " " }
sign = "upside-down"
[sum_row]
markers = "Summa"
[constants]
payment_kode = "X"
[columns]
amount = { names = "Belopp", required = "yes" }
belopp = { names = [] }
"#,
    );
    for expected in [
        at("kind", C::UnknownValue),
        at("name", C::WrongType),
        at("version", C::WrongType),
        at("colour", C::UnknownKey),
        at("ignored[1]", C::WrongType),
        at("preamble.payment_date", C::Missing),
        at("preamble.date", C::UnknownKey),
        at("forms.dates[1]", C::UnknownValue),
        at("forms.amounts.decimal_sign", C::UnknownValue),
        at("forms.amounts.minus[0]", C::UnknownValue),
        at("forms.amounts.thousands_signs", C::WrongType),
        at("forms.sign", C::UnknownValue),
        at("sum_row.markers", C::WrongType),
        at("constants.payment_kode", C::UnknownKey),
        at("columns.amount.names", C::WrongType),
        at("columns.amount.required", C::WrongType),
        at("columns.belopp", C::UnknownKey),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert_eq!(found.len(), 17, "{found:?}");
}

#[test]
fn contradictions_are_told() {
    use ProfileFaultCode as C;
    let changed = |from: &str, to: &str| {
        assert!(GOOD.contains(from));
        faults(&GOOD.replace(from, to))
    };
    let cases = [
        (("name = \"n\"", "name = \" \""), at("name", C::Empty)),
        (("version = 1", "version = 0"), at("version", C::Empty)),
        (("\"yyyy-mm-dd\"", ""), at("forms.dates", C::Empty)),
        (("\"yyyy-mm-dd\"", "\"dd/mm/yyyy\", \"mm/dd/yyyy\""), at("forms.dates[1]", C::Clash)),
        (("sign = \",\"", "sign = \";\""), at("forms.amounts.decimal_sign", C::UnknownValue)),
        (
            ("sign = \",\"", "sign = \",\", thousands_signs = [\",\"]"),
            at("forms.amounts.thousands_signs[0]", C::Clash),
        ),
        (
            ("[columns]", "sign = { negative-for-codes = [] }\n[columns]"),
            at("forms.sign", C::Empty),
        ),
        (("[\"Kod\"]", "[\"belopp \"]"), at("columns.amount.names", C::NameTwice)),
        (("[\"Kod\"]", "[]"), at("columns.payment_code.names", C::Empty)),
        (("payment_code =", "person_id ="), at("columns.person_id", C::NotInKind)),
        (("payment_code =", "case_number ="), at("columns.payment_code", C::Missing)),
        (("[\"Kod\"], required = true", "[\"Kod\"]"), at("columns", C::TooFewRequired)),
        (("[columns]", "[constants]\namount = \"5\"\n[columns]"), at("constants.amount", C::Clash)),
        (
            (
                "[columns]",
                "[columns]\nfull_name = { names = [\"Namn\"] }\nfamily_name = { names = [\"Efternamn\"] }",
            ),
            at("columns.family_name", C::Clash),
        ),
        (
            ("[forms]", "[sum_row]\nmarkers = [\"Summa\"]\ncolumn = \"Text\"\n[forms]"),
            at("sum_row.column", C::UnknownColumn),
        ),
        (("[forms]", "[sum_row]\nmarkers = []\n[forms]"), at("sum_row.markers", C::Empty)),
    ];
    for ((from, to), expected) in cases {
        assert!(changed(from, to).contains(&expected), "{expected:?} in {:?}", changed(from, to));
    }
}

#[test]
fn every_code_has_its_own_text() {
    let mut texts: Vec<_> = ProfileFaultCode::ALL.iter().map(|code| code.as_str()).collect();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), ProfileFaultCode::ALL.len());
}

#[test]
fn every_fault_of_facts_is_told_at_once() {
    use ProfileFaultCode as C;
    let found = faults(
        r#"
kind = "register"
name = "x"
version = 1
[forms]
dates = ["yyyy-mm-dd"]
amounts = { decimal_sign = "," }
[columns]
person_id = { names = ["Id"], required = true }
birth_date = { names = ["Född"], required = true }
[[facts]]
kind = "tourist"
ground = { column = ["Grund"] }
[[facts]]
kind = "legal-ground"
ground = { column = ["Grund"], values = { "UT" = "permit", "T" = "tourist" } }
grund = { column = ["Grund"] }
section = { column = ["Lagrum"], value = "5 kap." }
valid_from = { value = "2026-02-30" }
[[facts]]
kind = "birth"
valid_from = { column = ["Född"] }
[[facts]]
kind = "residence"
municipality = { value = "Exempelstads kommun" }
[[facts]]
kind = "reception"
municipality = { column = [] }
[[facts]]
kind = { column = ["Slag"] }
marking = { value = "x" }
colour = { column = ["Färg"] }
"#,
    );
    let expected = [
        at("facts[0].kind", C::UnknownValue),
        at("facts[1].ground.values.T", C::UnknownValue),
        at("facts[1].grund", C::UnknownKey),
        at("facts[1].section", C::Clash),
        at("facts[1].valid_from", C::UnknownValue),
        at("facts[2].valid_from", C::UnknownKey),
        at("facts[2].date", C::Missing),
        at("facts[2].basis", C::Missing),
        at("facts[3]", C::NoColumn),
        at("facts[4]", C::NoColumn),
        at("facts[4].municipality", C::Missing),
        at("facts[4].valid_from", C::Missing),
        at("facts[5].colour", C::UnknownKey),
        at("facts[5].marking", C::UnknownValue),
    ];
    assert_eq!(found, expected);
}
