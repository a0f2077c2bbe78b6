//! Scenes that tests begin with.

use std::path::PathBuf;

use e2e::{Application, Result, marked, root};
use serde_json::json;

const PASSPHRASE: &str = "korrekt häst batteri";

/// A file of `assets/examples`.
pub(crate) fn example(name: &str) -> PathBuf {
    root().join("assets/examples").join(name)
}

/// A file of the acceptance tests.
pub(crate) fn data(name: &str) -> PathBuf {
    root().join("tests/data/main-job").join(name)
}

/// A new database with the sample register, on 2 November 2026.
pub(crate) async fn first_start(app: &Application) -> Result {
    empty_database(app).await?;
    app.call("register.import", json!({ "path": example("register-exempel.csv") })).await?;
    Ok(())
}

/// A new database, made in the window by keyboard, on 2 November 2026.
pub(crate) async fn empty_database(app: &Application) -> Result {
    app.wait_for_focus(&marked("municipality")).await?;
    app.type_text("Exempelstads kommun").await?;
    app.press("Tab").await?;
    app.type_text("219999-9992").await?;
    app.press("Tab").await?;
    app.press("Down").await?;
    for text in ["", PASSPHRASE, PASSPHRASE] {
        app.press("Tab").await?;
        app.type_text(text).await?;
    }
    app.press("Enter").await?;
    app.wait_for(&marked("first-steps")).await?;
    app.call("session.today", json!({ "today": "2026-11-02" })).await?;
    Ok(())
}

/// Loads the window anew: what was done behind its back is seen then.
pub(crate) async fn anew(app: &Application) -> Result {
    app.client().refresh().await?;
    app.wait_for("[role=search] input").await?;
    Ok(())
}

/// All words at `selector`, also those of names that a list has shortened.
pub(crate) async fn written(app: &Application, selector: &str) -> Result<String> {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let words = app.client().execute(script, vec![selector.into()]).await?;
    Ok(words.as_str().unwrap_or_default().to_owned())
}
