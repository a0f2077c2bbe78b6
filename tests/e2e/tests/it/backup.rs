//! The machine is gone in the middle of a month: everything comes back on another, in the window.

use std::path::PathBuf;

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, empty_database, first_start};

const PASSPHRASE: &str = "korrekt häst batteri";

/// A database with the sample register and a place for backups in the home's files.
async fn with_place(app: &Application) -> Result<PathBuf> {
    first_start(app).await?;
    let folder = app.home().files().join("kopior");
    std::fs::create_dir(&folder)?;
    let mut document = app.call("settings.get", json!({})).await?;
    document["settings"]["backup"]["folder"] = json!(folder);
    app.call("settings.put", document).await?;
    Ok(folder)
}

#[tokio::test]
async fn backups_are_made_looked_through_and_tried_in_the_window() -> Result {
    let app = Application::start().await?;
    let folder = with_place(&app).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/installningar/kopior'", vec![]).await?;
    app.wait_for(&marked("backup-state")).await?;
    app.press("Alt+G").await?;
    app.wait_for_text("main", "på begäran").await?;
    app.press("Alt+K").await?;
    app.wait_for_focus(&marked("backup-passphrase")).await?;
    app.assert_accessible().await?;
    app.type_text(PASSPHRASE).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("backup-found"), "Säkerhetskopian är hel").await?;
    app.assert_accessible().await?;
    app.screenshot("backups").await?;
    let protocol = folder.with_file_name("protokoll.pdf");
    app.home().answer_dialog(Some(&protocol))?;
    app.press("Alt+V").await?;
    app.wait_for_focus(&marked("backup-passphrase")).await?;
    app.type_text(PASSPHRASE).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("drill-held"), "protokoll.pdf").await?;
    assert!(std::fs::read(&protocol)?.starts_with(b"%PDF"));
    Ok(())
}

#[tokio::test]
async fn a_backup_is_read_in_on_a_new_computer_by_keyboard() -> Result {
    let old = Application::start().await?;
    let folder = with_place(&old).await?;
    old.call("backup.make", json!({ "folder": null })).await?;
    let gone = old.kill();

    let app = Application::start().await?;
    app.wait_for_focus(&marked("municipality")).await?;
    app.click(&marked("opening-restore")).await?;
    app.wait_for_focus(&marked("restore-choose-folder")).await?;
    app.assert_accessible().await?;
    app.home().answer_dialog(Some(&folder))?;
    app.press("Enter").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("restore-backups"))).await?;
    app.assert_accessible().await?;
    app.screenshot("restore-choose").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("backup-passphrase")).await?;
    app.type_text(PASSPHRASE).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("backup-found"), "Säkerhetskopian är hel").await?;
    app.screenshot("restore-contents").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("left-number")).await?;
    app.click(&marked("left-later")).await?;
    app.assert_accessible().await?;
    app.screenshot("restore-into").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("restore-open")).await?;
    app.press("Enter").await?;

    // The register is there, and the numbering waits until it is answered.
    app.wait_for_text(&marked("restoration-waits"), "Numreringen väntar").await?;
    let start = app.call("overview.start", json!({})).await?;
    assert!(start["persons"].as_u64().is_some_and(|persons| persons > 0), "{start}");
    app.click(&marked("restoration-answer")).await?;
    app.wait_for_focus(&marked("left-number")).await?;
    app.assert_accessible().await?;
    app.screenshot("restore-answer").await?;
    app.press("Space").await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("last-order")).await?;
    app.type_text("MIGV2026-0003").await?;
    app.press("Enter").await?;
    app.wait_until_gone(&marked("restoration-waits")).await?;
    drop(gone);
    Ok(())
}

#[tokio::test]
async fn locking_makes_the_backup_that_is_due() -> Result {
    let app = Application::start().await?;
    let folder = with_place(&app).await?;
    app.press("Ctrl+L").await?;
    app.wait_for(&marked("passphrase")).await?;
    let names =
        std::fs::read_dir(&folder)?.filter_map(|one| one.ok()?.file_name().into_string().ok());
    assert_eq!(names.filter(|name| name.ends_with(".db")).count(), 1);
    Ok(())
}

#[tokio::test]
async fn the_window_may_say_whether_it_closes() -> Result {
    let app = Application::start().await?;
    empty_database(&app).await?;
    let script = "const done = arguments[0];
        window.__TAURI_INTERNALS__.invoke('quit', { going: false }).then(() => done('stays'), done);";
    assert_eq!(app.client().execute_async(script, vec![]).await?, json!("stays"));
    Ok(())
}
