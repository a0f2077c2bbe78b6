//! Every screen that the main job does not pass: it comes, has the keyboard and is accessible.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{example, first_start};

/// Pages of the settings, by the last part of their address.
const PAGES: [&str; 16] = [
    "kommun",
    "bokforing",
    "konton",
    "nyckel",
    "perioder",
    "namnder",
    "brev",
    "lasar",
    "tal",
    "koder",
    "profiler",
    "granser",
    "kopior",
    "utseende",
    "lasning",
    "historik",
];

/// The sample month, taken as far as a booking order that waits.
pub(crate) async fn a_month(app: &Application) -> Result {
    first_start(app).await?;
    let id = "019a0000-0000-7000-8000-000000000001";
    let list = json!({
        "id": id, "path": example("utbetalningslista-exempel.csv"), "bank_ore": 90_925_010,
    });
    app.call("payments.import", list).await?;
    app.call("match.run", json!({ "list": id })).await?;
    let run = app.call("distribution.run", json!({ "month": "2026-10" })).await?;
    app.call("orders.create", json!({ "distribution": run["distribution"] })).await?;
    // What was done behind the window's back is seen when it is loaded anew.
    app.client().refresh().await?;
    app.wait_for(&marked("chain")).await?;
    Ok(())
}

#[tokio::test]
async fn the_sections_come_with_what_waits_there() -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    app.press("Ctrl+2").await?;
    app.wait_for_text(&marked("persons"), "99-000045").await?;
    app.assert_accessible().await?;
    app.screenshot("persons").await?;

    app.press("Ctrl+1").await?;
    app.wait_for_text(&marked("chain"), "909 250,10").await?;
    app.assert_accessible().await?;
    app.screenshot("start").await?;

    app.press("Ctrl+4").await?;
    app.wait_for_text(&marked("payment-lists"), "909 250,10").await?;
    app.assert_accessible().await?;
    app.screenshot("lists").await?;

    app.press("Ctrl+5").await?;
    app.wait_for_text(&marked("months"), "oktober 2026").await?;
    app.assert_accessible().await?;
    app.screenshot("months").await?;

    app.press("Ctrl+6").await?;
    app.wait_for_text(&marked("orders"), "MIGV2026-0001").await?;
    app.assert_accessible().await?;
    app.screenshot("orders").await
}

#[tokio::test]
async fn a_person_is_found_and_opened() -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    app.press("Ctrl+2").await?;
    app.wait_for(&marked("persons")).await?;
    app.type_text("ärl").await?;
    app.wait_for_text(&marked("persons"), "99-000045").await?;
    app.press("Down").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("p").await?;
    app.wait_for_text(&marked("money"), "152 617,45").await?;
    app.assert_accessible().await?;
    app.screenshot("person").await
}

#[tokio::test]
async fn rows_are_typed_in_a_table() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.press("Ctrl+4").await?;
    app.wait_for(&marked("enter-rows")).await?;
    app.press("Ctrl+N").await?;
    app.wait_for(&marked("read")).await?;
    app.assert_accessible().await?;
    app.screenshot("entry").await
}

#[tokio::test]
async fn every_page_of_the_settings_is_accessible() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.client().execute("location.hash = '#/installningar'", vec![]).await?;
    for page in PAGES {
        app.click(&marked(&format!("settings-{page}"))).await?;
        app.wait_for(&format!("{}[aria-current=page]", marked(&format!("settings-{page}"))))
            .await?;
        app.assert_accessible().await?;
        app.screenshot(&format!("settings-{page}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_locked_database_asks_for_its_passphrase() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.press("Ctrl+L").await?;
    app.wait_for(&marked("open-database")).await?;
    app.assert_accessible().await?;
    app.screenshot("unlock").await?;
    app.wait_for_focus("input[type=password]").await?;
    app.type_text("fel lösenfras").await?;
    app.press("Enter").await?;
    app.wait_for_text("main, body", "passar inte").await?;
    app.press("Ctrl+A").await?;
    app.type_text("korrekt häst batteri").await?;
    app.press("Enter").await?;
    app.wait_until_gone(&marked("open-database")).await
}

#[tokio::test]
async fn school_terms_are_set_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.client().execute("location.hash = '#/installningar/lasar'", vec![]).await?;
    app.wait_for_focus(&marked("term-add")).await?;
    for (index, days) in
        [["2026-08-17", "2026-12-18"], ["2026-12-01", "2027-06-11"]].iter().enumerate()
    {
        app.press("Alt+N").await?;
        app.wait_for_focus(&marked(&format!("term-{index}-from"))).await?;
        app.type_text(days[0]).await?;
        app.press("Tab").await?;
        app.type_text(days[1]).await?;
    }
    app.press("Ctrl+Enter").await?;
    // The second begins before the first has ended: told at that day.
    app.wait_for_focus(&marked("term-1-from")).await?;
    app.wait_for_text("main", "går inte ihop vid terminen som börjar 2026-12-01").await?;
    app.assert_accessible().await?;
    app.screenshot("settings-lasar-fault").await?;
    app.press("Ctrl+A").await?;
    app.type_text("2027-01-11").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text("main", "Sparat").await?;
    app.assert_accessible().await?;
    app.screenshot("settings-lasar-terms").await
}
