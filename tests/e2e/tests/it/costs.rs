//! Costs in the window, by keyboard: entered, refused as a double, corrected, and read from a file.

use std::fs;

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start};

/// A ledger extract: two shares of one invoice, and an amount that is none.
const LEDGER: &str = "\
Verifikation;Ansvar;Dossiernummer;Ersättning;Avser;Belopp;Moms;Valuta
7001;7120;99-000037;EKB-VARD;2026-07;10 000,00;0;SEK
7001;7120;99-000045;EKB-VARD;2026-07;10 000,00;0;SEK
7002;7120;99-000045;EKB-VARD;2026-08;tusen;0;SEK
";

async fn looked_at(app: &Application, name: &str) -> Result {
    app.assert_accessible().await?;
    app.screenshot(name).await
}

#[tokio::test]
async fn costs_are_read_from_the_ledger_and_corrected() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/atersokning/kostnader'", vec![]).await?;
    app.wait_for(&marked("no-costs")).await?;
    looked_at(&app, "costs-none").await?;
    let file = app.home().files().join("kostnader.csv");
    fs::write(&file, LEDGER)?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+O").await?;
    app.wait_for_text(&marked("findings"), "En rad med anmärkning").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.press("F8").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 4").await?;
    looked_at(&app, "costs-draft").await?;
    app.press("p").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("totals"), "Kostnaderna är intagna").await?;
    app.wait_for_focus(&marked("to-costs")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("costs"), "7001").await?;
    looked_at(&app, "costs").await?;

    app.press("Alt+R").await?;
    app.wait_for(&marked("cost-reason")).await?;
    looked_at(&app, "costs-correct").await?;
    app.click(&marked("cost-voucher")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("7009").await?;
    app.click(&marked("cost-reason")).await?;
    app.type_text("Fel nummer").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("costs"), "7009").await?;
    let costs = app.call("costs.list", json!({})).await?;
    assert_eq!(costs["costs"][0]["voucher"], "7009", "{costs}");
    assert_eq!(costs["amount_ore"], 2_000_000);
    Ok(())
}
