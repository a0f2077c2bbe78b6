//! What the finance system answers: numbers of vouchers, and orders that it refuses.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::anew;
use crate::screens::a_month;

const ORDER: &str = "MIGV2026-0001";

/// The sample month, handed over, with its order shown.
async fn handed_over(app: &Application) -> Result {
    a_month(app).await?;
    let path = app.home().files().join("order.si");
    let export = json!({ "order": ORDER, "format": "sie4i", "path": path, "attest": true });
    app.call("orders.export", export).await?;
    show(app).await
}

/// Shows the order as it is now.
async fn show(app: &Application) -> Result {
    let script = format!("location.hash = '#/bokforingsorder/{ORDER}'");
    app.client().execute(&script, vec![]).await?;
    anew(app).await?;
    app.wait_for_focus(&marked("postings")).await
}

#[tokio::test]
async fn vouchers_get_their_numbers_by_keyboard_and_the_chain_ends() -> Result {
    let app = Application::start().await?;
    handed_over(&app).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("book-1-number")).await?;
    app.assert_accessible().await?;
    app.screenshot("book").await?;
    app.type_text("80001").await?;
    app.press("Tab").await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("book-2-number")).await?;
    app.type_text("80001").await?;
    app.press("Enter").await?;
    // All or none: the second is told why it cannot have that number, where it is typed.
    app.wait_for_text("[role=dialog]", "80001 har redan order").await?;
    app.wait_for(&marked("book-1-number")).await?;
    app.wait_for_focus(&marked("book-2-number")).await?;
    app.assert_accessible().await?;
    app.screenshot("book-fault").await?;
    app.press("Ctrl+A").await?;
    app.type_text("80002").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(&marked("voucher-numbers"), "80002").await?;
    app.wait_for_text(".steps li:last-child.step-done", "Bokförd").await?;
    app.assert_accessible().await?;
    app.screenshot("order-booked").await?;
    app.press("Ctrl+1").await?;
    app.wait_for_text(&marked("chain-booked"), "909 250,10").await
}

#[tokio::test]
async fn an_order_that_is_refused_leads_to_a_new_one() -> Result {
    let app = Application::start().await?;
    handed_over(&app).await?;
    let number = json!({ "voucher": 1, "number": "80001", "day": "2026-11-01" });
    let booked = json!({ "order": ORDER, "numbers": [number] });
    app.call("orders.booked", booked).await?;
    show(&app).await?;
    app.click(&marked("unbook-1")).await?;
    app.wait_for_focus("[role=dialog] textarea").await?;
    app.type_text("Fel order").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.click(&marked("reject")).await?;
    app.wait_for_focus("[role=dialog] textarea").await?;
    app.type_text("GL07: okänt ansvar 7110").await?;
    app.assert_accessible().await?;
    app.screenshot("order-reject").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("order-pane"), "GL07: okänt ansvar 7110").await?;
    app.assert_accessible().await?;
    app.screenshot("order-rejected").await?;
    app.click(&marked("order-anew")).await?;
    app.wait_for(&marked("matrix")).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text("h1", "MIGV2026-0002").await
}

#[tokio::test]
async fn an_order_in_another_period_asks_for_its_voucher_date() -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    let withdrawn = json!({ "order": ORDER, "reason": "Annan period" });
    app.call("orders.withdraw", withdrawn).await?;
    let run = app.call("orders.view", json!({ "order": ORDER })).await?;
    let run = run["brief"]["distribution"].as_str().ok_or("no distribution")?.to_owned();
    let script = format!("location.hash = '#/fordelning/{run}'");
    app.client().execute(&script, vec![]).await?;
    anew(&app).await?;
    app.wait_for(&marked("order-period")).await?;
    app.click(&marked("order-period")).await?;
    app.wait_for_focus(&marked("order-period")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("202611").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("voucher-date")).await?;
    app.wait_for_text("[role=dialog]", "2026-11-30").await?;
    app.assert_accessible().await?;
    app.screenshot("order-voucher-date").await?;
    app.type_text("2026-11-02").await?;
    app.press("Enter").await?;
    app.wait_for_text("h1", "MIGV2026-0002").await?;
    app.wait_for_text("main", "daterad 2026-11-02, period 202611").await
}
