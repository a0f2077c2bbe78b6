//! Two persons at one computer: one prepares, the other logs in and attests from a list.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{data, example};

const ANNA: &str = "Annas långa lösenord";
const BO: &str = "Bos helt egna lösenord";

/// A database that Anna and Bo have set up, with an order of Anna's that Bo may attest; closed.
async fn prepared_by_anna(app: &Application) -> Result {
    app.wait_for_focus(&marked("municipality")).await?;
    let made = app
        .call(
            "session.create",
            json!({
                "path": null, "municipality": "Exempelstads kommun",
                "organisation_number": "219999-9992", "passphrase": null,
                "first": { "name": "anna", "full_name": "Anna Exempel", "password": ANNA },
                "second": { "name": "bo", "full_name": "Bo Exempel", "password": BO },
            }),
        )
        .await?;
    assert_eq!(made["open"]["user"], json!("anna"));
    app.call("session.today", json!({ "today": "2026-11-02" })).await?;
    app.call("register.import", json!({ "path": example("register-exempel.csv") })).await?;
    let list = data("utbetalningslista-a-semikolon-windows1252.csv");
    let list = json!({ "id": "lista", "path": list, "bank_ore": 90_925_010 });
    let taken = app.call("payments.import", list).await?;
    app.call("match.run", json!({ "list": taken["list"] })).await?;
    let run = app.call("distribution.run", json!({ "month": "2026-10" })).await?;
    app.call("orders.create", json!({ "distribution": run["distribution"] })).await?;
    let attest = json!({
        "user": "bo", "decision": "KS 2026/12", "kinds": ["booking-order"], "password": ANNA,
    });
    app.call("attests.enter", attest).await?;
    app.call("session.close", json!({})).await?;
    Ok(())
}

#[tokio::test]
async fn another_logs_in_and_attests_from_the_list_by_keyboard() -> Result {
    let app = Application::start().await?;
    prepared_by_anna(&app).await?;
    app.client().refresh().await?;

    app.wait_for_focus(&marked("user")).await?;
    app.assert_accessible().await?;
    app.screenshot("login").await?;
    app.type_text("bo").await?;
    app.press("Tab").await?;
    app.type_text(ANNA).await?;
    app.press("Enter").await?;
    app.wait_for_text("main", "Namnet eller lösenordet stämmer inte").await?;
    app.wait_for_focus(&marked("passphrase")).await?;
    app.type_text(BO).await?;
    app.press("Enter").await?;
    app.wait_for("[role=search] input").await?;

    app.client().execute("location.hash = '#/bokforingsorder/att-attestera'", vec![]).await?;
    app.wait_for_focus(&marked("waiting")).await?;
    app.wait_for_text(&marked("waiting"), "anna").await?;
    app.assert_accessible().await?;
    app.screenshot("attest-waiting").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("password-again")).await?;
    app.assert_accessible().await?;
    app.type_text(ANNA).await?;
    app.press("Enter").await?;
    app.wait_for_text("[role=dialog]", "stämmer inte").await?;
    app.screenshot("attest-refused").await?;
    app.press("Ctrl+A").await?;
    app.type_text(BO).await?;
    app.press("Enter").await?;
    app.wait_for(&marked("nothing-waits")).await?;
    app.assert_accessible().await?;
    let verified = app.call("audit.verify", json!({})).await?;
    assert_eq!(verified["signatures"]["hold"], json!(2), "{verified}");

    app.client().execute("location.hash = '#/installningar/anvandare'", vec![]).await?;
    app.wait_for_text(&marked("users"), "administratör").await?;
    app.wait_for_text(&marked("attest-register"), "KS 2026/12").await?;
    app.assert_accessible().await?;
    app.screenshot("users").await?;
    Ok(())
}
