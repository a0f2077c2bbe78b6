//! A claim, from nothing to its receipt, at the keyboard.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start};

#[tokio::test]
async fn a_claim_goes_from_nothing_to_its_receipt_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let mut settings = app.call("settings.get", json!({})).await?;
    settings["settings"]["school"]["terms"] =
        json!([{ "from": "2026-08-17", "until": "2026-12-18" }]);
    app.call("settings.put", settings).await?;
    let facts = json!([
        { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-01" },
        {
            "kind": "schooling", "form": "compulsory", "municipality": "Exempelstads kommun",
            "valid_from": "2026-08-17",
        },
    ]);
    app.call("persons.enter", json!({ "person": "P01", "facts": facts })).await?;
    let older = json!({ "compensation": "ASYL-VARD", "period": "2026Q2", "unit": "7120" });
    app.call("claims.create", older).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/atersokning/ansokningar'", vec![]).await?;
    app.wait_for_text(&marked("claims"), "Å2026-0001").await?;
    app.wait_for_focus(&marked("claims")).await?;
    app.assert_accessible().await?;
    app.screenshot("claims").await?;

    app.press("Alt+N").await?;
    app.wait_for_focus(&marked("claim-compensation")).await?;
    app.assert_accessible().await?;
    app.type_text("ASYL-UTB-GRU").await?;
    app.fill(&marked("claim-period"), "2026Q3").await?;
    app.screenshot("claim-create").await?;
    app.press("Shift+Tab").await?;
    app.press("Enter").await?;
    app.wait_for_text("h1", "Å2026-0002").await?;

    app.press("Alt+N").await?;
    app.wait_for_focus(&marked("line-person")).await?;
    app.type_text("testsson").await?;
    app.wait_for_text("[role=listbox]", "Testsson").await?;
    app.press("Enter").await?;
    app.screenshot("claim-line").await?;
    app.click(&marked("claim-dialog-save")).await?;
    app.wait_for_text(&marked("lines"), "33").await?;
    app.wait_until_gone("[role=dialog]").await?;
    let file = app.home().files().join("elever.pdf");
    std::fs::write(&file, b"%PDF-1.7 elever")?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Alt+H").await?;
    app.wait_for_focus(&marked("attach-evidence")).await?;
    app.assert_accessible().await?;
    app.click(&marked("claim-dialog-save")).await?;
    app.wait_for_written(&marked("documents"), "elever.pdf").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.assert_accessible().await?;
    app.screenshot("claim-draft").await?;

    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("claim-state"), "i granskning").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("claim-state"), "godkänd").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("submit-receipt")).await?;
    app.type_text("K-2026-17").await?;
    app.fill(&marked("submit-on"), "2026-11-02 10:15").await?;
    app.screenshot("claim-submit").await?;
    app.press("Shift+Tab").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("claim-state"), "inskickad").await?;
    app.wait_for_written(&marked("claim-files"), "ansokan-2026-0002.zip").await?;
    app.assert_accessible().await?;
    app.screenshot("claim").await
}
