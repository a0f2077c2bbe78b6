//! Watches: from the start page to the list, marked and moved at the keyboard.

use e2e::{Application, Result, marked};

use crate::scene::first_start;

#[tokio::test]
async fn watches_are_marked_moved_and_undone_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.client().refresh().await?;
    app.wait_for(&marked("watches-all")).await?;
    app.click(&marked("watches-all")).await?;
    let row = format!("{} [data-row]", marked("watches"));
    app.wait_for(&row).await?;
    app.wait_for_text(&marked("watches"), "samordningsnummer saknas").await?;
    app.assert_accessible().await?;
    app.screenshot("watches").await?;

    app.click(&row).await?;
    app.press("K").await?;
    app.wait_for_text(&marked("watch-marked"), "Klar:").await?;
    app.press("Ctrl+Z").await?;
    app.wait_for_text(&marked("watch-marked"), "Markeringen är borttagen:").await?;

    // A slip: the core says what is wrong, and what was typed stays.
    app.click(&row).await?;
    app.press("S").await?;
    app.wait_for_focus(&marked("watch-day")).await?;
    app.type_text("i morgon").await?;
    app.press("Tab").await?;
    app.type_text("Väntar på beslut").await?;
    app.press("Enter").await?;
    app.wait_for_text("[role=dialog]", "är ingen dag").await?;
    app.assert_accessible().await?;
    app.screenshot("watch-move").await?;
    app.fill(&marked("watch-day"), "2026-12-15").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("watch-marked"), "Flyttad:").await?;
    app.wait_for_text(&marked("watches"), "Väntar på beslut").await
}
