//! The program about itself: everything leaves, a paper for whoever helps, the handbook, and a year to
//! practise with.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::first_start;

async fn go(app: &Application, place: &str) -> Result {
    app.client().execute(&format!("location.hash = '#{place}'"), vec![]).await?;
    Ok(())
}

#[tokio::test]
async fn everything_leaves_with_a_reason_in_the_window() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let folder = app.home().files().join("utlämning");
    go(&app, "/installningar/lamna").await?;
    app.wait_for_text(&marked("exit-standing"), "en persons").await?;
    app.assert_accessible().await?;
    app.screenshot("lamna-programmet").await?;
    app.press("Alt+U").await?;
    app.wait_for_focus("[role=dialog] textarea").await?;
    app.assert_accessible().await?;
    app.type_text("Avtalet upphör").await?;
    std::fs::create_dir(&folder)?;
    app.home().answer_dialog(Some(&folder))?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("exit-written"), "Kontrollsumma").await?;
    app.assert_accessible().await?;
    app.screenshot("lamna-programmet-skrivet").await?;
    let sums = std::fs::read_to_string(folder.join("SHA256SUMS"))?;
    assert!(sums.lines().count() > 150, "{} files", sums.lines().count());
    Ok(())
}

#[tokio::test]
async fn the_paper_for_whoever_helps_is_read_before_it_is_saved() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    go(&app, "/installningar/om").await?;
    app.wait_for_text(&marked("about"), "Kedjans slut").await?;
    app.press("Alt+H").await?;
    app.wait_for_text(&marked("support-paper"), "tables_version").await?;
    app.assert_accessible().await?;
    app.screenshot("om-atersok").await?;
    let paper = app.home().files().join("hjälp.json");
    app.home().answer_dialog(Some(&paper))?;
    app.press("Alt+P").await?;
    app.wait_for_text(&marked("support-saved"), "hjälp.json").await?;
    let saved = std::fs::read_to_string(&paper)?;
    assert!(!saved.contains("Exempelstad") && saved.contains("\"whole\": true"), "{saved}");
    Ok(())
}

#[tokio::test]
async fn the_handbook_opens_at_the_page_where_one_stands_and_is_searched() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    go(&app, "/installningar/kopior").await?;
    app.wait_for(&marked("backup-state")).await?;
    app.press("F1").await?;
    app.wait_for_focus(&marked("help")).await?;
    app.assert_accessible().await?;
    app.click(&marked("help-handbook")).await?;
    app.wait_for_text(&marked("handbook-page"), "Säkerhetskopia").await?;
    app.assert_accessible().await?;
    app.screenshot("handboken").await?;
    app.press("Alt+L").await?;
    app.wait_for_focus(&marked("handbook-find")).await?;
    app.type_text("observationskonto").await?;
    app.wait_for_text(&marked("handbook-found"), "bservationskonto").await?;
    app.assert_accessible().await?;
    app.screenshot("handboken-sok").await?;
    // From anywhere, without the panel.
    go(&app, "/bokforingsorder").await?;
    app.press("Shift+F1").await?;
    app.wait_for_text(&marked("handbook-page"), "Bokföringsorder").await?;
    Ok(())
}

#[tokio::test]
async fn a_year_to_practise_with_opens_without_a_passphrase_and_is_checked() -> Result {
    let app = Application::start().await?;
    app.wait_for_focus(&marked("municipality")).await?;
    app.click(&marked("training-begin")).await?;
    app.wait_for_text("body", "Övningsdatabas").await?;
    let status = app.call("session.status", json!({})).await?;
    assert_eq!(status["open"]["today"], "2026-12-01");
    go(&app, "/installningar/ova").await?;
    app.wait_for(&marked("training-files")).await?;
    app.press("Alt+R").await?;
    app.wait_for_text(&marked("exercise-month"), "10 delar är kvar").await?;
    app.assert_accessible().await?;
    app.screenshot("ova").await?;
    // It is not what the next start asks for.
    app.press("Ctrl+L").await?;
    app.wait_for(&marked("training-begin")).await?;
    app.wait_for(&marked("municipality")).await?;
    Ok(())
}
