//! A layout that no profile knows is described in the window, kept, and known the next time.

use std::fs;

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::first_start;

const LIST: &str = "Betald;Kod;Dossier;Start;Slut;Kronor;Anteckning\r\n\
    30.10.2026;GSKA;99-000011;17.08.2026;13.09.2026;16 800,00;a\r\n\
    30.10.2026;Å-GSK;99-000011;04.05.2026;31.05.2026;-16 800,00;b\r\n";

#[tokio::test]
async fn an_unknown_layout_is_mapped_and_remembered() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let file = app.home().files().join("annan-layout.csv");
    fs::write(&file, LIST)?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+O").await?;
    app.wait_for(&marked("save-profile")).await?;
    app.assert_accessible().await?;
    // Names of fields are typed in the lists; what the rows mean stands beside them at once.
    let fields = [
        "Utbetalningsdatum",
        "Ersättningskod",
        "Dossiernummer",
        "Period från",
        "Period till",
        "Belopp",
    ];
    for (column, field) in (1..).zip(fields) {
        let choice = app.wait_for(&marked(&format!("column-{column}"))).await?;
        choice.select_by_label(field).await?;
    }
    app.wait_for_text(&marked("meant"), "2026-08-17").await?;
    app.wait_for_text(&marked("meant"), "16 800,00").await?;
    app.assert_accessible().await?;
    app.screenshot("mapping").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("totals"), "2 rader").await?;

    let profiles = app.call("profiles.list", json!({})).await?;
    let kept = profiles["profiles"].as_array().is_some_and(|all| {
        all.iter().any(|profile| profile["name"] == "annan-layout" && profile["version"] == 1)
    });
    assert!(kept, "{profiles}");
    let next = app.home().files().join("nasta-manad.csv");
    fs::write(&next, LIST.replace("30.10.2026", "30.11.2026"))?;
    app.home().answer_dialog(Some(&next))?;
    app.press("Ctrl+1").await?;
    app.wait_for(&marked("chain")).await?;
    app.press("Ctrl+O").await?;
    app.wait_for_text("h1", "2026-11-30").await
}
