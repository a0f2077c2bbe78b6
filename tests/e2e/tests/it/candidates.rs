//! What may be claimed, at the keyboard: made a claim of, answered, told of on the start page.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start};

/// Three pupils who seek asylum, and a child in care whose cost is not entered, on 20 September 2026.
async fn scene(app: &Application) -> Result {
    first_start(app).await?;
    let mut settings = app.call("settings.get", json!({})).await?;
    settings["settings"]["school"]["terms"] = json!([
        { "from": "2026-01-12", "until": "2026-06-11" },
        { "from": "2026-08-17", "until": "2026-12-18" },
    ]);
    settings["settings"]["claims"]["since"] = json!("2026-01-01");
    app.call("settings.put", settings).await?;
    for (person, number, name) in
        [("S1", "99-300001", "Alfa"), ("S2", "99-300002", "Bravo"), ("S3", "99-300003", "Charlie")]
    {
        let pupil = json!({
            "person": person, "family_name": "Skol-Test", "given_name": name,
            "dossier_number": number, "facts": [
                { "kind": "birth", "date": "2014-03-01", "basis": "stated" },
                { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
                {
                    "kind": "schooling", "form": "compulsory",
                    "municipality": "Exempelstads kommun", "valid_from": "2026-01-12",
                },
                { "kind": "responsible-board", "cost_centre": "7110", "valid_from": "2026-01-10" },
            ],
        });
        app.call("persons.add", pupil).await?;
    }
    let cared = json!({
        "person": "V1", "family_name": "Vård-Test", "dossier_number": "99-300009", "facts": [
            { "kind": "birth", "date": "2011-05-01", "basis": "stated" },
            { "kind": "legal-ground", "ground": "permit", "valid_from": "2025-02-01" },
            {
                "kind": "reception", "municipality": "Exempelstads kommun",
                "valid_from": "2025-02-01",
            },
            {
                "kind": "registration", "municipality": "Exempelstads kommun",
                "valid_from": "2025-02-15",
            },
            { "kind": "unaccompanied", "valid_from": "2025-01-01" },
            {
                "kind": "assignment", "municipality": "Exempelstads kommun",
                "valid_from": "2025-02-01",
            },
            {
                "kind": "placement", "form": "residential-care", "basis": "lvu-2",
                "care_begun": "2026-04-01", "valid_from": "2026-04-01",
                "valid_until": "2026-06-30",
            },
            { "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2025-02-15" },
        ],
    });
    app.call("persons.add", cared).await?;
    app.call("session.today", json!({ "today": "2026-09-20" })).await?;
    anew(app).await
}

#[tokio::test]
async fn what_may_be_claimed_becomes_a_claim_and_the_next_one_by_keyboard() -> Result {
    let app = Application::start().await?;
    scene(&app).await?;
    app.client().execute("location.hash = '#/atersokning'", vec![]).await?;
    app.wait_for_written(&marked("candidates"), "ASYL-UTB-GRU").await?;
    app.wait_for_focus(&marked("candidates")).await?;
    app.wait_for(&marked("candidate-why")).await?;
    app.assert_accessible().await?;
    app.screenshot("candidates").await?;
    app.client().set_window_size(1280, 720).await?;
    app.screenshot("candidates-small").await?;
    app.client().set_window_size(1440, 900).await?;

    app.press("Space").await?;
    app.press("Down").await?;
    app.press("Space").await?;
    app.wait_for_text(&marked("candidates-marked"), "2 rader").await?;
    app.press("Alt+N").await?;
    app.wait_for_text("h1", "Å2026-0001").await?;
    app.wait_for_written(&marked("lines"), "Skol-Test").await?;
    app.wait_for(&marked("take")).await?;

    app.press("Alt+L").await?;
    app.wait_for_written(&marked("take-rows"), "Skol-Test").await?;
    app.assert_accessible().await?;
    app.screenshot("claim-take").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.screenshot("claim-taken").await?;

    app.press("Alt+F").await?;
    app.wait_for_text("h1", "Å2026-0002").await?;
    app.wait_for_written(&marked("claim-log"), "Å2026-0001").await?;
    app.assert_accessible().await
}

#[tokio::test]
async fn what_cannot_be_claimed_is_answered_and_taken_back_by_keyboard() -> Result {
    let app = Application::start().await?;
    scene(&app).await?;
    app.client().execute("location.hash = '#/atersokning?lage=within-30'", vec![]).await?;
    app.wait_for_written(&marked("candidates"), "ASYL-UTB-GRU").await?;
    app.wait_for_focus(&marked("candidates")).await?;
    app.press("Alt+G").await?;
    app.wait_for_focus("[role=dialog]").await?;
    app.type_text("Skolan ligger i en annan kommun").await?;
    app.screenshot("candidates-answer").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text("h1 + p", "2 att söka").await?;
    app.press("Ctrl+Z").await?;
    app.wait_for_text("h1 + p", "3 att söka").await?;

    app.press("Alt+R").await?;
    app.wait_for_written(&marked("at-risk-table"), "7110").await?;
    app.assert_accessible().await?;
    app.screenshot("at-risk").await?;
    app.press("Esc").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.press("Alt+E").await?;
    app.wait_for_written(&marked("escalation-to"), "ingen").await?;
    app.assert_accessible().await?;
    app.screenshot("escalation").await?;
    app.press("Esc").await?;
    app.wait_until_gone("[role=dialog]").await?;

    app.client().execute("location.hash = '#/'", vec![]).await?;
    app.wait_for_written(&marked("at-risk-within-30"), "151").await?;
    app.assert_accessible().await?;
    app.screenshot("start-at-risk").await?;
    app.client().execute("location.hash = '#/atersokning/netto'", vec![]).await?;
    app.wait_for(&marked("no-net")).await?;
    let cost = json!({
        "id": "K1", "persons": [{ "person": "V1" }], "compensation": "EKB-VARD", "unit": "7120",
        "from": "2026-04-01", "until": "2026-05-31", "amount_ore": 9_000_000, "voucher": "7001",
    });
    app.call("costs.add", cost).await?;
    anew(&app).await?;
    app.wait_for_written(&marked("net"), "2026-04").await?;
    app.wait_for_focus(&marked("net")).await?;
    app.assert_accessible().await?;
    app.screenshot("net").await
}

/// Gives the reason that a dialog asks for.
async fn reason(app: &Application, words: &str) -> Result {
    app.wait_for_focus("[role=dialog]").await?;
    app.type_text(words).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_until_gone("[role=dialog]").await
}

#[tokio::test]
async fn care_above_the_lump_sum_is_claimed_where_its_order_is_passed_with_a_reason() -> Result {
    let app = Application::start().await?;
    scene(&app).await?;
    let cost = json!({
        "id": "K1", "persons": [{ "person": "V1" }], "compensation": "EKB-VARD", "unit": "7120",
        "from": "2026-04-01", "until": "2026-04-30", "amount_ore": 9_000_000, "voucher": "7001",
    });
    app.call("costs.add", cost).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/atersokning'", vec![]).await?;
    app.wait_for_focus(&marked("candidates")).await?;
    app.press("End").await?;
    for _ in 0..3 {
        app.press("Up").await?;
    }
    app.wait_for_text(&marked("candidate"), "EKB-VARD").await?;
    app.wait_for_text(&marked("candidate-missing"), "Schablonen").await?;
    app.screenshot("candidate-care").await?;
    app.press("Alt+N").await?;
    app.wait_for_text("h1", "Å2026-0001").await?;
    app.wait_for_written(&marked("lines"), "60\u{a0}000,00").await?;
    app.wait_for_text(&marked("claim-findings"), "EKB-DYGN").await?;
    while !app.texts(&marked("pass-finding")).await?.is_empty() {
        let before = app.texts(&marked("pass-finding")).await?.len();
        app.click(&marked("pass-finding")).await?;
        reason(&app, "Schablonen är sökt och underlaget finns i akten").await?;
        while app.texts(&marked("pass-finding")).await?.len() == before {}
    }
    app.screenshot("claim-passed").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("claim-state"), "i granskning").await?;
    app.press("Alt+K").await?;
    reason(&app, "Fakturan gäller två barn").await?;
    app.wait_for_text(&marked("line-to-say"), "två barn").await?;
    app.click(&marked("step-returned")).await?;
    app.wait_for_text(&marked("return-comments"), "två barn").await?;
    app.assert_accessible().await?;
    app.screenshot("claim-return").await?;
    reason(&app, "Se raden").await?;
    app.wait_for_text(&marked("claim-state"), "återlämnad").await?;
    app.wait_for_text(&marked("line-comment"), "två barn").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("claim-state"), "i granskning").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("claim-state"), "godkänd").await
}
