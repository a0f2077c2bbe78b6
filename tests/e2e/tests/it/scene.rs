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

/// A new database with the sample register, made in the window by keyboard, on 2 November 2026.
pub(crate) async fn first_start(app: &Application) -> Result {
    app.wait_for_focus(&marked("municipality")).await?;
    app.type_text("Exempelstads kommun").await?;
    for text in ["219999-9992", PASSPHRASE, PASSPHRASE] {
        app.press("Tab").await?;
        app.type_text(text).await?;
    }
    app.press("Enter").await?;
    app.wait_for(&marked("first-steps")).await?;
    app.call("session.today", json!({ "today": "2026-11-02" })).await?;
    app.call("register.import", json!({ "path": example("register-exempel.csv") })).await?;
    Ok(())
}
