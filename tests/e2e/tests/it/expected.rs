//! What should come, at the keyboard: seen, understood, reported, followed, compared with decisions.

use e2e::{Application, Result, marked};
use serde_json::{Value, json};

use crate::scene::{anew, example, first_start, written};

const HEAD: &str =
    "Utbetalningsdag\tKod\tDossiernummer\tEfternamn\tFörnamn\tFrån och med\tTill och med\tBelopp\n";

/// Newly arrived persons of the sample register: id, day of reception, housing.
const RECEIVED: [(&str, &str, &str); 5] = [
    ("P02", "2026-08-12", "assigned"),
    ("P07", "2025-10-14", "own"),
    ("P08", "2026-07-07", "assigned"),
    ("P09", "2026-09-10", "own"),
    ("P10", "2026-09-15", "assigned"),
];

/// A row of a list: code, dossier number, days and kronor.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Payments before the sample month: Golf's first three instalments, and a row that names nobody and is
/// alike the fourth, which never came.
const LISTS: [(&str, &[Row]); 5] = [
    (
        "2025-11-28",
        &[
            ("XETAB", "99-000078", "2025-10-01", "2025-10-31", "16500"),
            ("XINI7", "99-000078", "2025-10-14", "2025-10-14", "4104"),
        ],
    ),
    ("2026-01-30", &[("XETAB", "99-000078", "2025-11-01", "2025-12-31", "33000")]),
    ("2026-04-30", &[("XETAB", "99-000078", "2026-01-01", "2026-03-31", "16500")]),
    ("2026-07-31", &[("XETAB", "97-123456", "2026-04-01", "2026-06-30", "16500")]),
    ("2026-08-31", &[("XETAB", "99-000086", "2026-07-01", "2026-07-31", "9260")]),
];

/// A city with facts and lists, on 2 November 2026.
pub(crate) async fn city(app: &Application) -> Result {
    first_start(app).await?;
    for (person, day, housing) in RECEIVED {
        let facts = json!([
            { "kind": "legal-ground", "ground": "permit", "valid_from": day },
            { "kind": "reception", "municipality": "Exempelstads kommun", "housing": housing, "valid_from": day },
            { "kind": "registration", "municipality": "Exempelstads kommun", "valid_from": day },
        ]);
        // The register says when somebody was received; what is entered here takes its place.
        let known = app.call("persons.view", json!({ "person": person })).await?;
        let facts: Vec<Value> = facts
            .as_array()
            .into_iter()
            .flatten()
            .map(|fact| with_corrected(fact.clone(), &known["facts"]))
            .collect();
        app.call("persons.enter", json!({ "person": person, "facts": facts })).await?;
    }
    for (place, (day, rows)) in LISTS.iter().enumerate() {
        let mut typed = HEAD.to_owned();
        let mut sum = 0;
        for (code, dossier, from, until, kronor) in *rows {
            typed += &format!("{day}\t{code}\t{dossier}\tTest\tX\t{from}\t{until}\t{kronor},00\n");
            sum += kronor.parse::<i64>()? * 100;
        }
        taken_in(app, place, json!({ "name": day, "text": typed, "bank_ore": sum })).await?;
    }
    let month = json!({ "path": example("utbetalningslista-exempel.csv"), "bank_ore": 90_925_010 });
    taken_in(app, LISTS.len(), month).await?;
    anew(app).await
}

/// The fact, in place of one of its kind that holds.
fn with_corrected(mut fact: Value, known: &Value) -> Value {
    let before = known.as_array().into_iter().flatten().find(|one| one["kind"] == fact["kind"]);
    if let Some(before) = before {
        fact["corrects"] = before["id"].clone();
    }
    fact
}

async fn taken_in(app: &Application, place: usize, mut list: Value) -> Result {
    let id = format!("019a0000-0000-7000-8000-{:012}", place + 1);
    list["id"] = json!(id);
    let done = app.call("payments.import", list).await?;
    assert_eq!(done["outcome"], "done", "{done}");
    app.call("match.run", json!({ "list": id })).await?;
    Ok(())
}

#[tokio::test]
async fn a_missing_instalment_is_seen_understood_and_printed_by_keyboard() -> Result {
    let app = Application::start().await?;
    city(&app).await?;

    // The person, found from anywhere; what is wrong has the keyboard.
    app.press("Ctrl+K").await?;
    app.type_text("müller").await?;
    app.wait_for_text("[role=search] [role=option]", "Müller-Test").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("f").await?;
    app.wait_for_focus(&format!("{} [aria-selected=true]", marked("expected-of-person"))).await?;
    app.wait_for_text(&marked("line"), "saknas").await?;
    app.wait_for_text(&marked("sentence"), "Anmäl").await?;
    app.wait_for_text(&marked("why"), "16 500").await?;
    app.assert_accessible().await?;
    app.screenshot("expected-person").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&format!("{} [role=region]", marked("line"))).await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("expected-of-person")).await?;

    // To the report, to the same row, and on paper.
    app.press("l").await?;
    app.wait_for_text("h1", "Saknas").await?;
    app.wait_for_focus(&format!("{} [data-row-key^='P07|NYA-SCHABLON']", marked("missing")))
        .await?;
    app.wait_for_text(&marked("may-be"), "samma belopp och period").await?;
    app.wait_for_text(&marked("why"), "16 500").await?;
    app.assert_accessible().await?;
    app.screenshot("expected-missing").await?;
    let file = app.home().files().join("saknas.pdf");
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+P").await?;
    app.wait_for_text("body", "Rapporten är skriven till").await?;
    assert!(std::fs::metadata(&file)?.len() > 2_000);

    // Kept, it is followed; given up for a reason, and taken up again.
    app.press("Ctrl+Enter").await?;
    app.wait_for_text("[role=dialog]", "följs tills pengarna har kommit").await?;
    app.assert_accessible().await?;
    app.screenshot("expected-keep").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(&marked("fresh"), "Allt som saknas är anmält").await?;
    app.wait_for_text(&marked("missing"), "2026-11-02").await?;
    app.press("Alt+3").await?;
    app.wait_for_focus(&marked("reported")).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-reported").await?;
    app.press("a").await?;
    app.wait_for_focus("textarea").await?;
    app.type_text("Kommer inte att betalas").await?;
    app.assert_accessible().await?;
    app.press("Tab").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(&marked("reported-row"), "Kommer inte att betalas").await?;
    app.wait_for_text(&marked("sum-written-off"), "7 240,00").await?;
    app.screenshot("expected-written-off").await
}

#[tokio::test]
async fn an_empty_city_says_what_to_do() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+3").await?;
    app.wait_for(&marked("nothing-expected")).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-empty").await?;
    app.click(&marked("anyway")).await?;
    app.wait_for(&marked("by-compensation")).await?;
    app.assert_accessible().await
}

#[tokio::test]
async fn what_is_expected_is_compared_and_held_back_by_keyboard() -> Result {
    let app = Application::start().await?;
    city(&app).await?;
    app.press("Ctrl+3").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("by-compensation"))).await?;
    app.wait_for(&format!("{} [data-month]", marked("months"))).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-months").await?;
    app.press("t").await?;
    app.wait_for_text(&marked("months"), "juli 2026").await?;
    app.assert_accessible().await?;
    app.screenshot("expected-months-table").await?;
    app.press("t").await?;
    // The last compensation lacks something.
    app.press("End").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("missing")).await?;

    note_a_fault(&app).await?;
    enter_a_decision(&app).await?;
    app.press("Alt+7").await?;
    app.wait_for_text(&marked("calendar-days"), "2026-11").await?;
    app.wait_for(&marked("not-here")).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-calendar").await?;
    app.press("Alt+Left").await?;
    app.wait_for_text(&marked("calendar-month"), "oktober").await?;
    app.wait_for_text(&marked("calendar-days"), "2026-10").await?;
    in_the_dark_and_narrow(&app).await
}

/// A fault of the agency's, typed in; its rows wait.
async fn note_a_fault(app: &Application) -> Result {
    app.press("Alt+4").await?;
    app.wait_for(&marked("no-faults")).await?;
    app.wait_for_focus(&marked("note-fault")).await?;
    app.assert_accessible().await?;
    app.press("Alt+N").await?;
    app.wait_for_focus(&marked("fault-compensation")).await?;
    app.type_text("Tvåårsschablon").await?;
    for text in ["2026-04-01", "2026-06-30"] {
        app.press("Tab").await?;
        app.type_text(text).await?;
    }
    app.press("Enter").await?;
    app.wait_for(&format!("{}[aria-invalid=true]", marked("fault-words"))).await?;
    app.assert_accessible().await?;
    app.press("Tab").await?;
    app.type_text("Betalas i efterhand i december").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(&marked("held"), "16 500,00").await?;
    app.wait_for_focus(&marked("faults")).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-faults").await
}

/// A decision without the money that it grants.
async fn enter_a_decision(app: &Application) -> Result {
    app.press("Alt+5").await?;
    app.wait_for(&marked("no-grants")).await?;
    app.press("Alt+N").await?;
    app.wait_for_focus(&marked("grant-person")).await?;
    app.type_text("müller").await?;
    app.wait_for_text("[role=listbox]", "Müller-Test").await?;
    app.press("Enter").await?;
    app.press("Tab").await?;
    app.type_text("Tvåårsschablon").await?;
    for text in ["2026-04-01", "2026-06-30"] {
        app.press("Tab").await?;
        app.type_text(text).await?;
    }
    app.fill(&marked("grant-decided"), "2026-07-15").await?;
    app.type_text("tusen").await?;
    app.press("Enter").await?;
    app.wait_for(&format!("{}[aria-invalid=true]", marked("grant-amount"))).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-decide").await?;
    app.fill(&marked("grant-amount"), "16 500").await?;
    app.type_text("9.9.9-2026-00777").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_focus(&marked("grants")).await?;
    app.wait_for_text(&marked("grant"), "beviljat, inte betalt").await?;
    app.assert_accessible().await?;
    app.screenshot("expected-grants").await
}

async fn in_the_dark_and_narrow(app: &Application) -> Result {
    app.client().execute("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    for (page, name) in [("", "months"), ("/saknas", "missing")] {
        let go = format!("location.hash = '#/forvantat{page}'");
        app.client().execute(&go, vec![]).await?;
        app.wait_for_focus("main [data-row]").await?;
        assert!(!written(app, "main").await?.contains('{'));
        app.assert_accessible().await?;
        app.screenshot(&format!("expected-{name}-dark")).await?;
    }

    // Narrow: the explanation lies over the list when it is asked for, and Esc gives the list back.
    app.client().set_window_size(1080, 760).await?;
    app.press("Enter").await?;
    app.wait_for_focus(&format!("{} [role=region]", marked("line"))).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-missing-narrow").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("missing")).await?;
    // The smallest that the window can be.
    app.client().set_window_size(960, 600).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-missing-small").await?;
    app.client().execute("location.hash = '#/forvantat'", vec![]).await?;
    app.wait_for(&marked("by-compensation")).await?;
    app.assert_accessible().await?;
    app.screenshot("expected-months-small").await
}
