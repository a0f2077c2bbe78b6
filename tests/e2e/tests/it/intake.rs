//! What units are asked for: made for a quarter, answered and reminded of at the keyboard.

use e2e::{Application, Result, marked};

use crate::scene::first_start;

async fn go(app: &Application, place: &str) -> Result {
    app.client().execute(&format!("location.hash = '#{place}'"), vec![]).await?;
    Ok(())
}

#[tokio::test]
async fn a_quarter_is_asked_for_and_answered_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    go(&app, "/atersokning/inlamning").await?;
    app.wait_for(&marked("no-intake")).await?;
    app.assert_accessible().await?;

    app.press("Alt+N").await?;
    app.wait_for_focus(&marked("intake-period")).await?;
    app.wait_for_text(&marked("intake-plan"), "rader skapas").await?;
    app.assert_accessible().await?;
    app.screenshot("intake-plan").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("intake"), "Barn i familj").await?;
    app.wait_for_focus(&marked("intake")).await?;
    app.assert_accessible().await?;
    app.screenshot("intake").await?;

    // Two rows at once have nothing to claim: who said it, and that it was today.
    app.press("Space").await?;
    app.press("Down").await?;
    app.press("Space").await?;
    app.press("i").await?;
    app.wait_for_focus(&marked("tell-from")).await?;
    app.assert_accessible().await?;
    app.type_text("Ekonomen").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("intake-chips"), "Inget att söka 2").await?;
    app.wait_for_focus(&marked("intake")).await?;
    app.press("Ctrl+Z").await?;
    app.wait_for_text(&marked("intake-chips"), "Inget att söka 0").await?;
    app.press("Alt+P").await?;
    app.wait_for(&marked("reminder-text")).await?;
    app.assert_accessible().await?;
    app.screenshot("intake-reminder").await?;
    app.press("Esc").await?;
    go(&app, "/installningar/inlamning").await?;
    app.wait_for(&marked("recipient-7110")).await?;
    app.assert_accessible().await?;
    app.screenshot("intake-settings").await
}
