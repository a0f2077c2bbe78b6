//! Last days to apply, set and settled at the keyboard.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{example, first_start};

/// Sets a last day in the open form. Choices are made by typing their beginning.
async fn fill(app: &Application, code: &str, unit: &str, rest: [&str; 3]) -> Result {
    app.wait_for_focus(&marked("last-day-compensation")).await?;
    app.type_text(code).await?;
    app.press("Tab").await?;
    app.type_text(unit).await?;
    for text in rest {
        app.press("Tab").await?;
        app.type_text(text).await?;
    }
    app.press("Enter").await
}

#[tokio::test]
async fn last_days_are_set_by_keyboard_in_a_new_database() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.client().refresh().await?;
    app.wait_for(&marked("first-last-day")).await?;
    app.assert_accessible().await?;
    app.screenshot("start-new").await?;

    app.click(&marked("first-last-day")).await?;
    app.wait_for_focus(&marked("last-day-compensation")).await?;
    app.assert_accessible().await?;
    // A slip: the core says which field and what to do, and what was typed stays.
    fill(&app, "ASYL-BIF", "7120", ["2026Q5", "2026-11-12", "23180"]).await?;
    app.wait_for_text("[role=dialog]", "varken ett kvartal eller ett år").await?;
    app.assert_accessible().await?;
    app.screenshot("last-day-fault").await?;
    app.fill(&marked("last-day-period"), "2026Q1").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("at-risk"), "23 180,00").await?;
    app.wait_for_text(&marked("first-steps"), "En sista dag bevakas").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("last-days"))).await?;
    app.assert_accessible().await?;
    app.screenshot("last-days-new").await
}

#[tokio::test]
async fn money_at_risk_is_worked_off_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let id = "019a0000-0000-7000-8000-000000000001";
    let list = json!({
        "id": id, "path": example("utbetalningslista-exempel.csv"), "bank_ore": 90_925_010,
    });
    app.call("payments.import", list).await?;
    for (code, period, unit, day, amount) in [
        ("ASYL-BIF", "2026Q1", "7120", "2026-11-12", 2_318_000),
        ("EKB-VARD", "2026Q2", "7130", "2026-12-12", 11_824_035),
        ("ASYL-VARD", "2026Q2", "7120", "2026-12-12", 6_490_500),
        ("ASYL-UTB-GYM", "2026Q2", "8100", "2026-12-12", 3_200_000),
        ("EKU-VARD", "2026Q3", "7120", "2027-03-12", 7_431_860),
    ] {
        let typed = json!({
            "compensation": code, "period": period, "unit": unit, "last_day": day,
            "amount_ore": amount, "note": "",
        });
        app.call("last_days.set", typed).await?;
    }
    app.client().refresh().await?;
    app.wait_for_text(&marked("at-risk"), "238 325,35").await?;
    // The first row at risk has the keyboard.
    app.wait_for_focus(&format!("{} [data-row]", marked("last-days"))).await?;
    app.assert_accessible().await?;
    app.screenshot("money-at-risk").await?;

    app.press("k").await?;
    app.wait_for_text(&marked("at-risk"), "215 145,35").await?;
    app.press("Ctrl+Z").await?;
    app.wait_for_text(&marked("at-risk"), "238 325,35").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("last-day-compensation")).await?;
    app.fill(&marked("last-day-amount"), "23 000,00").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("at-risk"), "238 145,35").await
}
