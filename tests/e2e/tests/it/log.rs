//! The auditor draws a sample of the log of reading, judges it, signs it and makes a person's extract, by
//! keyboard alone.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::example;

const ANNA: &str = "Annas långa lösenord";
const BO: &str = "Bos helt egna lösenord";

/// A database in which Anna has read about three persons; Bo is logged in.
async fn read_by_anna(app: &Application) -> Result {
    app.wait_for_focus(&marked("municipality")).await?;
    app.call(
        "session.create",
        json!({
            "path": null, "municipality": "Exempelstads kommun",
            "organisation_number": "219999-9992", "passphrase": null,
            "first": { "name": "anna", "full_name": "Anna Exempel", "password": ANNA },
            "second": { "name": "bo", "full_name": "Bo Exempel", "password": BO },
        }),
    )
    .await?;
    app.call("session.today", json!({ "today": "2026-11-02" })).await?;
    app.call("register.import", json!({ "path": example("register-exempel.csv") })).await?;
    for person in ["P01", "P02", "P03"] {
        app.call("persons.view", json!({ "person": person })).await?;
    }
    app.call("session.close", json!({})).await?;
    app.client().refresh().await?;
    app.wait_for_focus(&marked("user")).await?;
    app.type_text("bo").await?;
    app.press("Tab").await?;
    app.type_text(BO).await?;
    app.press("Enter").await?;
    app.wait_for("[role=search] input").await?;
    Ok(())
}

#[tokio::test]
async fn a_sample_is_drawn_judged_and_signed_and_a_person_gets_an_extract() -> Result {
    let app = Application::start().await?;
    read_by_anna(&app).await?;
    app.client().execute("location.hash = '#/installningar/loggranskning'", vec![]).await?;
    app.wait_for(&marked("log-empty")).await?;
    app.assert_accessible().await?;
    app.press("Alt+N").await?;
    app.wait_for_focus(&marked("log-size")).await?;
    app.assert_accessible().await?;
    app.screenshot("log-draw").await?;
    app.fill(&marked("log-seed"), "7").await?;
    app.press("Enter").await?;

    app.wait_for_focus(&marked("log-readings")).await?;
    app.wait_for_written(&marked("log-readings"), "anna").await?;
    app.assert_accessible().await?;
    app.press("I").await?;
    app.wait_for_text(&marked("log-readings"), "I sin ordning").await?;
    app.press("F").await?;
    app.wait_for("[role=dialog] textarea").await?;
    app.assert_accessible().await?;
    app.type_text("Fråga varför").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_written(&marked("log-readings"), "Fråga varför").await?;
    app.wait_for_focus(&marked("log-readings")).await?;
    app.press("I").await?;
    app.wait_for_text(&marked("log-state"), "3 av 3 bedömda").await?;
    app.screenshot("log-review").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("password-again")).await?;
    app.assert_accessible().await?;
    app.type_text(BO).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("log-state"), "bo").await?;
    app.assert_accessible().await?;
    app.screenshot("log-signed").await?;
    let verified = app.call("audit.verify", json!({})).await?;
    assert_eq!(verified["signatures"]["hold"], json!(1), "{verified}");

    app.press("Esc").await?;
    app.wait_for_text(&marked("log-reviews"), "bo").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.assert_accessible().await?;
    app.screenshot("log-reviews").await?;

    app.client().execute("location.hash = '#/personkrets/P01'", vec![]).await?;
    app.wait_for_text("main", "P01").await?;
    app.press("Alt+L").await?;
    app.wait_for_written(&marked("extract"), "anna").await?;
    app.assert_accessible().await?;
    app.screenshot("log-extract").await?;
    Ok(())
}
