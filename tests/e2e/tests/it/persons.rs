//! The register in two times, in the window, by keyboard.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, example, first_start, written};

/// Opens the persons' list and puts the keyboard in it.
async fn list_of_persons(app: &Application) -> Result {
    app.press("Ctrl+2").await?;
    app.wait_for(&marked("persons")).await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.press("Down").await?;
    app.wait_for_focus(&marked("persons")).await
}

/// Chooses a person whose name has `words`, from anywhere, and opens it.
async fn find(app: &Application, words: &str, name: &str) -> Result {
    app.press("Ctrl+K").await?;
    app.type_text(words).await?;
    app.wait_for_text("[role=search] [role=option]", name).await?;
    app.press("Enter").await?;
    app.wait_for_text("h1", name).await?;
    app.wait_for_focus(&marked("facts")).await
}

#[tokio::test]
async fn a_protected_person_is_masked_until_opened_with_a_reason() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    find(&app, "ärlig", "Ärlig-Test, Delta").await?;
    app.press("n").await?;
    app.wait_for_focus(&marked("fact-kind")).await?;
    app.assert_accessible().await?;
    app.screenshot("person-fact-kinds").await?;
    app.type_text("skydd").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("field-marking")).await?;
    app.type_text("S").await?;
    app.press("Tab").await?;
    app.type_text("2026-11-01").await?;
    app.press("Enter").await?;

    app.wait_for(&marked("closed-person")).await?;
    assert!(!written(&app, "main").await?.contains("Ärlig"));
    app.assert_accessible().await?;
    app.screenshot("person-closed").await?;
    app.press("Esc").await?;
    app.wait_for_text(&marked("persons"), "Skyddade personuppgifter").await?;
    let list = written(&app, &marked("persons")).await?;
    assert!(list.contains("Åström-Test"), "{list}");
    assert!(!list.contains("Ärlig") && !list.contains("99-000045"), "{list}");
    app.screenshot("persons-protected").await?;
    app.press("Ctrl+K").await?;
    app.wait_for_focus("[role=search]").await?;
    app.type_text("99-000045").await?;
    app.wait_for_text("[role=search] [role=option]", "Skyddade personuppgifter").await?;
    app.screenshot("search-protected").await?;
    let found = written(&app, "[role=search] [role=listbox]").await?;
    assert!(!found.contains("Ärlig") && !found.contains("2010"), "{found}");
    app.press("Esc").await?;

    app.client().execute("location.hash = '#/personkrets/P04'", vec![]).await?;
    app.wait_for_focus(&marked("open-person")).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus("textarea").await?;
    app.type_text("Ansökan om ersättning ska lämnas").await?;
    app.assert_accessible().await?;
    app.press("Tab").await?;
    app.press("Enter").await?;
    app.wait_for_text("h1", "Ärlig-Test, Delta").await?;
    app.wait_for_text(&marked("opened-person"), "stängs efter 15 minuter").await?;
    app.assert_accessible().await?;
    app.screenshot("person-opened").await?;
    app.click(&marked("close-person")).await?;
    app.wait_for(&marked("closed-person")).await?;
    assert!(!written(&app, "main").await?.contains("Ärlig"));
    Ok(())
}

#[tokio::test]
async fn two_that_are_one_are_compared_merged_and_split() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let twin = json!({ "family_name": "Testsson", "given_name": "Alfa", "birth_date": "2017-01-01", "facts": [], "confirmed": true });
    app.call("persons.add", twin).await?;
    anew(&app).await?;
    list_of_persons(&app).await?;
    app.press("d").await?;
    app.wait_for_text(&marked("compare"), "P20 står kvar").await?;
    assert!(written(&app, &marked("duplicates")).await?.contains("Samma namn och födelsedatum"));
    app.assert_accessible().await?;
    app.screenshot("duplicates").await?;
    app.press("m").await?;
    app.wait_for_text("[role=dialog]", "P20 (Testsson, Alfa) slås samman med P01 (Testsson, Alfa)")
        .await?;
    app.assert_accessible().await?;
    app.screenshot("duplicates-merge").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("merge-done"), "P20 är nu P01").await?;

    find(&app, "testsson", "Testsson, Alfa").await?;
    app.wait_for_text(&marked("merged"), "P20").await?;
    app.assert_accessible().await?;
    app.screenshot("person-merged").await?;
    app.click(&marked("split-P20")).await?;
    app.wait_for_text("[role=dialog]", "P20 slogs samman med P01").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("identity"), "P20").await
}

#[tokio::test]
async fn facts_and_money_stand_on_one_axis() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let id = "019a0000-0000-7000-8000-000000000002";
    let list = json!({
        "id": id, "path": example("utbetalningslista-exempel.csv"), "bank_ore": 90_925_010,
    });
    app.call("payments.import", list).await?;
    app.call("match.run", json!({ "list": id })).await?;
    let exempel = "Exempelstads kommun";
    let facts = json!([
        { "kind": "legal-ground", "ground": "permit", "valid_from": "2025-10-14", "valid_until": "2028-10-13", "source": "Migrationsverkets beslut", "document_date": "2025-10-14" },
        { "kind": "registration", "municipality": exempel, "valid_from": "2025-10-14", "valid_until": "2026-03-31" },
        { "kind": "registration", "municipality": exempel, "valid_from": "2026-06-01" },
        { "kind": "housing", "form": "own", "valid_from": "2025-10-14" },
        { "kind": "relation", "relationship": "spouse", "person": "P08", "valid_from": "2025-10-14" },
        { "kind": "relation", "relationship": "child", "person": "P01", "valid_from": "2026-01-01" },
    ]);
    app.call("persons.enter", json!({ "person": "P07", "facts": facts })).await?;
    app.call("session.today", json!({ "today": "2026-11-20" })).await?;
    let filled = json!([{ "kind": "housing", "form": "municipal", "valid_from": "2026-09-01", "source": "Bostadsenheten" }]);
    app.call("persons.enter", json!({ "person": "P07", "facts": filled })).await?;
    anew(&app).await?;
    find(&app, "müller", "Müller-Test, Golf").await?;
    app.wait_for_text(&marked("disorders"), "Folkbokföring saknas 2026-04-01 – 2026-05-31").await?;
    app.wait_for_text(&marked("timeline"), "2026").await?;
    app.assert_accessible().await?;
    app.screenshot("person-timeline").await?;
    app.press("Alt+Left").await?;
    app.wait_for_text(&marked("known-now-text"), "Bostadsenheten").await?;
    app.assert_accessible().await?;
    app.screenshot("person-timeline-then").await?;
    app.client().execute("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    app.assert_accessible().await?;
    app.screenshot("person-timeline-dark").await
}
