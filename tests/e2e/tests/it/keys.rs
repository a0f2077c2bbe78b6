//! The key of the city: changed, tried and decided in the window; and the periods that it books in.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::first_start;
use crate::screens::a_month;

/// Goes to a page of the settings.
async fn page(app: &Application, name: &str) -> Result {
    let script = format!("location.hash = '#/installningar/{name}'");
    app.client().execute(&script, vec![]).await?;
    Ok(())
}

#[tokio::test]
async fn a_key_is_changed_tried_and_decided_by_keyboard() -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    page(&app, "nyckel").await?;
    app.wait_for_focus(&marked("key")).await?;
    app.press("e").await?;
    app.wait_for_focus(&marked("key-draft")).await?;
    app.assert_accessible().await?;
    app.screenshot("key-draft").await?;

    app.click("[data-row-key=\"ASYL-BIF\"]").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("key-line-0-target")).await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("key-line-0-percent")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("60").await?;
    app.press("Enter").await?;
    // Kept as it is, and told where it is put right.
    app.wait_for_text(&marked("key-lines"), "andelarna är 90 procent").await?;
    app.wait_for_focus(&marked("key-line-1-percent")).await?;
    app.assert_accessible().await?;
    app.screenshot("key-lines-fault").await?;
    app.press("Ctrl+A").await?;
    app.type_text("40").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text("[data-row-key='ASYL-BIF']", "ändrad").await?;

    app.wait_for_focus(&marked("key-draft")).await?;
    app.press("p").await?;
    app.wait_for_focus(&marked("key-try-month")).await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("key-try-run")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("key-tried"), "8200").await?;
    app.wait_for_text(&marked("key-tried"), "ASYL-BIF").await?;
    app.assert_accessible().await?;
    app.screenshot("key-tried").await?;
    app.press("Esc").await?;
    app.wait_until_gone("[role=dialog]").await?;

    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("key-decide-number")).await?;
    app.type_text("KF 2026/4").await?;
    app.press("Tab").await?;
    app.type_text("2026-01-01").await?;
    app.assert_accessible().await?;
    app.screenshot("key-decide").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("key-changes"), "KF 2026/4").await?;
    app.wait_for_written(&marked("key"), "60 % nämnd · 40 % 8200").await?;
    app.assert_accessible().await?;
    app.screenshot("key-decided").await
}

#[tokio::test]
async fn a_table_is_saved_as_a_template() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    for (name, file) in [("nyckel", "nyckel.csv"), ("konton", "konton.csv"), ("koder", "koder.csv")]
    {
        page(&app, name).await?;
        app.wait_for(&format!("{}[aria-current=page]", marked(&format!("settings-{name}"))))
            .await?;
        let target = app.home().files().join(file);
        app.home().answer_dialog(Some(&target))?;
        app.press("Alt+M").await?;
        app.wait_for_text(&marked("template-saved"), file).await?;
        assert!(std::fs::metadata(&target)?.len() > 0, "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn a_period_is_closed_and_opened_by_enter() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    page(&app, "perioder").await?;
    app.wait_for_focus(&marked("periods")).await?;
    app.press("Enter").await?;
    app.wait_for("[role=dialog]").await?;
    app.assert_accessible().await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("periods"), "stängd av").await?;
    app.assert_accessible().await?;
    app.screenshot("periods-closed").await?;
    let periods = app.call("periods.list", json!({})).await?;
    assert_eq!(periods["periods"][0]["closed"], json!(true), "{periods}");
    app.wait_for_focus(&marked("periods")).await?;
    app.press("Enter").await?;
    app.wait_for("[role=dialog]").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("periods"), "öppnad av").await
}
