//! A case, opened, worked on and moved at the keyboard.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::first_start;

#[tokio::test]
async fn a_case_is_opened_and_worked_on_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let due = json!({ "due_on": "2026-11-06", "what": "Anmäl flytt till Migrationsverket" });
    let older = json!({ "person": "P03", "kind": "responsibility-change", "due": due });
    app.call("cases.open", older).await?;
    app.client().refresh().await?;
    app.client().execute("location.hash = '#/personkrets/arenden'", vec![]).await?;
    app.wait_for_text(&marked("cases"), "Ä2026-0001").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("cases"))).await?;
    app.assert_accessible().await?;
    app.screenshot("cases").await?;

    app.press("n").await?;
    app.wait_for_focus(&marked("case-person")).await?;
    app.assert_accessible().await?;
    app.type_text("ärl").await?;
    app.wait_for_text("[role=listbox]", "Ärlig-Test").await?;
    app.press("Enter").await?;
    app.fill(&marked("case-due-on"), "2026-11-30").await?;
    app.fill(&marked("case-due-what"), "Sök ersättning").await?;
    app.screenshot("case-open").await?;
    app.press("Enter").await?;
    app.wait_for_text("h1", "Ä2026-0002").await?;

    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("step-note")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("case-state"), "aktivt").await?;
    let file = app.home().files().join("beslut.pdf");
    std::fs::write(&file, vec![b'x'; 1_500_000])?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Alt+H").await?;
    app.wait_for_focus(&marked("attach-kind")).await?;
    app.assert_accessible().await?;
    app.screenshot("case-attach").await?;
    app.click(&marked("attach-save")).await?;
    app.wait_for_text(&marked("case-log"), "Handling, beslut: beslut.pdf.").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.press("Alt+A").await?;
    app.wait_for_focus(&marked("step-note")).await?;
    app.type_text("Underlag begärt från enheten").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("case-log"), "Underlag begärt från enheten").await?;
    app.assert_accessible().await?;
    app.screenshot("case").await
}
