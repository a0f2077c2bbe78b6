//! What units are asked for: made for a quarter at the keyboard, and whom reminders go to.

use e2e::{Application, Result, marked};

use crate::scene::first_start;

async fn go(app: &Application, place: &str) -> Result {
    app.client().execute(&format!("location.hash = '#{place}'"), vec![]).await?;
    Ok(())
}

#[tokio::test]
async fn a_quarter_is_asked_for_by_keyboard() -> Result {
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
    app.assert_accessible().await?;
    app.screenshot("intake").await?;
    go(&app, "/installningar/inlamning").await?;
    app.wait_for(&marked("recipient-7110")).await?;
    app.assert_accessible().await?;
    app.screenshot("intake-settings").await
}
