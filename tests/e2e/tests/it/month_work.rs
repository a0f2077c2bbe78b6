//! The work of a month at the keyboard: lists that nobody has read, the letter about chosen rows, the
//! decisions of the month, the amounts of the year, and what a change of the law does.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::expected::city;

async fn go(app: &Application, place: &str) -> Result {
    app.client().execute(&format!("location.hash = '#{place}'"), vec![]).await?;
    Ok(())
}

#[tokio::test]
async fn rows_are_chosen_and_unread_lists_are_told_by_keyboard() -> Result {
    let app = Application::start().await?;
    city(&app).await?;
    app.wait_for_text(&marked("unread-text"), "listor som inte är inlästa").await?;
    app.assert_accessible().await?;
    app.screenshot("start-unread").await?;

    go(&app, "/forvantat/saknas").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("missing"))).await?;
    app.wait_for_text(&marked("unread"), "listan är sen").await?;
    // What came unasked is not asked for; what is missing is.
    app.press("Home").await?;
    app.press("Down").await?;
    app.wait_for_text(&marked("line"), "för lite").await?;
    app.press("Space").await?;
    app.wait_for_text(&marked("fresh"), "En rad är vald").await?;
    app.assert_accessible().await?;
    app.screenshot("missing-chosen").await?;
    let file = app.home().files().join("saknas.xlsx");
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+P").await?;
    app.wait_for_text("body", "Rapporten är skriven till").await?;
    assert!(std::fs::read(&file)?.starts_with(b"PK"));
    app.press("Ctrl+Enter").await?;
    app.wait_for_text("[role=dialog]", "Den valda raden").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;

    // The report that the row stands in is written once more from what was reported.
    go(&app, "/forvantat/anmalt").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("reported"))).await?;
    let file = app.home().files().join("igen.pdf");
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+P").await?;
    app.wait_for_text("body", "igen.pdf").await?;
    assert!(std::fs::read(&file)?.starts_with(b"%PDF"));
    app.assert_accessible().await
}

#[tokio::test]
async fn the_decisions_of_a_month_are_gone_through_by_keyboard() -> Result {
    let app = Application::start().await?;
    city(&app).await?;
    let decision = json!({
        "person": "P08", "compensation": "NYA-SCHABLON", "period_from": "2026-08-01",
        "period_until": "2026-09-30", "decided_on": "2026-10-13", "amount_ore": 100,
    });
    app.call("expectation.decide", decision).await?;
    go(&app, "/forvantat/beslutskoll").await?;
    app.wait_for(&marked("check-month")).await?;
    app.press("Alt+Left").await?;
    app.wait_for_text(&marked("check-month"), "oktober").await?;
    app.wait_for_text(&marked("decisions-check"), "saknas i beslutet").await?;
    app.wait_for_text(&marked("decisions-check"), "annat belopp").await?;
    app.assert_accessible().await?;
    app.screenshot("decisions-check").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("decisions-check"))).await?;
    app.press("k").await?;
    app.wait_for_text("body", "En rad är genomgången").await?;
    app.assert_accessible().await?;
    app.client().execute("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    app.client().set_window_size(960, 600).await?;
    app.assert_accessible().await?;
    app.screenshot("decisions-check-small").await
}

#[tokio::test]
async fn the_amounts_of_the_year_are_checked_in_one_go_by_keyboard() -> Result {
    let app = Application::start().await?;
    city(&app).await?;
    app.call("session.today", json!({ "today": "2026-12-28" })).await?;
    crate::scene::anew(&app).await?;
    go(&app, "/ersattningar/ar").await?;
    app.wait_for_focus(&marked("year")).await?;
    app.wait_for_text(&marked("year-rows"), "inte kontrollerat").await?;
    app.assert_accessible().await?;
    app.screenshot("year").await?;
    // Without a source nothing is noted, and it is told where.
    app.press("Alt+M").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text("main", "Skriv var beloppet står").await?;
    app.assert_accessible().await?;
    app.fill(&marked("year-source"), "SFS 2026:1").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text("body", "Sparat:").await?;
    app.assert_accessible().await?;
    app.screenshot("year-checked").await
}

#[tokio::test]
async fn what_a_change_did_is_seen_by_keyboard() -> Result {
    let app = Application::start().await?;
    city(&app).await?;
    go(&app, "/ersattningar/andring").await?;
    app.wait_for_focus(&marked("effect-day")).await?;
    app.wait_for(&marked("effect-empty")).await?;
    app.assert_accessible().await?;
    app.press("Ctrl+A").await?;
    app.type_text("igår").await?;
    app.press("Enter").await?;
    app.wait_for(&format!("{}[aria-invalid=true]", marked("effect-day"))).await?;
    app.assert_accessible().await?;
    app.press("Ctrl+A").await?;
    app.type_text("2026-01-01").await?;
    app.press("Enter").await?;
    app.wait_for_text("h1 ~ *, header", "Ändringen rör").await?;
    app.assert_accessible().await?;
    app.screenshot("effect").await
}
