//! The month's runs at the keyboard: drafts, taking back, what was shared to the wrong board, and the
//! observation account.

use e2e::{Application, Result, marked};
use serde_json::{Value, json};

use crate::scene::{anew, first_start};

const LIST: &str = "019a0000-0000-7000-8000-000000000001";

/// A payment for P01, shared between its board (70 %) and 8200; one for nobody in the register.
const ROWS: &str = "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
                    2026-10-30\tBIF\t99-000011\t2026-09-01\t2026-09-30\t1000,01\n\
                    2026-10-30\tBIF\t97-123456\t2026-09-01\t2026-09-30\t500,00\n";

/// A matched list of October 2026, on 2 November 2026.
async fn paid(app: &Application) -> Result {
    first_start(app).await?;
    let list = json!({ "id": LIST, "name": "Oktober", "text": ROWS, "bank_ore": 150_001, "park_faulty": true });
    app.call("payments.import", list).await?;
    app.call("match.run", json!({ "list": LIST })).await?;
    Ok(())
}

async fn run(app: &Application) -> Result<Value> {
    Ok(app.call("distribution.run", json!({ "month": "2026-10" })).await?["distribution"].clone())
}

/// P01 has had another board since before the period.
async fn moved(app: &Application) -> Result {
    let board =
        json!({ "kind": "responsible-board", "cost_centre": "7130", "valid_from": "2026-07-01" });
    app.call("persons.enter", json!({ "person": "P01", "facts": [board] })).await?;
    Ok(())
}

#[tokio::test]
async fn a_draft_is_seen_locked_and_taken_back_by_keyboard() -> Result {
    let app = Application::start().await?;
    paid(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+5").await?;
    app.wait_for(&format!("{}:enabled", marked("run"))).await?;
    app.press("Alt+u").await?;
    app.wait_for_text("h1", "Utkast oktober 2026").await?;
    app.wait_for_focus(&marked("matrix")).await?;
    app.wait_for_text(&marked("totals"), "1 000,01").await?;
    // The cells are explained before anything is locked.
    app.wait_for_text(&marked("explanation"), "700,01").await?;
    app.wait_for(&marked("compared")).await?;
    app.assert_accessible().await?;
    app.screenshot("run-draft").await?;

    // Locked as it was seen, and beside the month before.
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("matrix")).await?;
    app.wait_for_text(&marked("run-state"), "Låst").await?;
    app.press("Alt+j").await?;
    app.wait_for(&marked("compared")).await?;
    app.assert_accessible().await?;
    app.screenshot("run-compared").await?;
    app.press("Alt+j").await?;
    app.wait_for(&marked("matrix")).await?;

    // Statements that somebody holds are void once the run is taken back, and no number comes again.
    let folder = app.home().files().join("besked");
    std::fs::create_dir_all(&folder)?;
    app.home().answer_dialog(Some(&folder))?;
    app.press("Alt+b").await?;
    app.wait_for(&marked("statement-written")).await?;
    app.press("Alt+t").await?;
    app.wait_for_text(&marked("take-back-consequences"), "ogiltiga").await?;
    app.wait_for_focus("textarea").await?;
    app.type_text("Fel nyckel").await?;
    app.assert_accessible().await?;
    app.screenshot("run-take-back").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("void-statements"), "7110").await?;
    app.wait_for_text(&marked("run-state"), "Tillbakatagen").await?;
    app.wait_for_focus(&marked("again")).await?;
    app.assert_accessible().await?;
    app.screenshot("run-taken-back").await?;

    // The month again: its rows are free.
    app.press("Enter").await?;
    app.wait_for_text(&marked("months"), "Tillbakatagen").await?;
    app.wait_for(&format!("{}:enabled", marked("run"))).await?;
    app.assert_accessible().await?;
    app.screenshot("month-runs").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("matrix")).await?;
    app.wait_for_text(&marked("run-state"), "Låst").await
}

#[tokio::test]
async fn a_draft_is_discarded() -> Result {
    let app = Application::start().await?;
    paid(&app).await?;
    let draft = json!({ "month": "2026-10", "draft": true });
    app.call("distribution.run", draft).await?;
    anew(&app).await?;
    app.press("Ctrl+5").await?;
    app.wait_for_text(&marked("months"), "Utkast").await?;
    app.wait_for_focus(&marked("months")).await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("matrix")).await?;
    app.press("Alt+k").await?;
    app.wait_for("[role=dialog]").await?;
    app.assert_accessible().await?;
    app.press("Enter").await?;
    app.wait_until_unsaid(&marked("months"), "Utkast").await?;
    app.wait_for(&format!("{}:enabled", marked("run"))).await?;
    Ok(())
}

#[tokio::test]
async fn what_was_shared_to_the_wrong_board_is_corrected_by_keyboard() -> Result {
    let app = Application::start().await?;
    paid(&app).await?;
    let distribution = run(&app).await?;
    moved(&app).await?;
    anew(&app).await?;

    // Not handed over: the way leads to the run.
    app.press("Ctrl+5").await?;
    app.wait_for_text(&marked("distribution-wrong"), "1").await?;
    app.press("Alt+2").await?;
    app.wait_for_focus(&marked("wrong")).await?;
    app.wait_for_text(&marked("wrong-pane"), "ta tillbaka körningen").await?;
    app.assert_accessible().await?;
    app.screenshot("wrong-take-back").await?;
    app.press("k").await?;
    app.wait_for(&marked("take-back")).await?;

    // Handed over: a correction of what differs.
    let order = app.call("orders.create", json!({ "distribution": distribution })).await?;
    let path = app.home().files().join("order.csv");
    let export = json!({ "order": order["order"], "format": "csv", "path": path, "attest": true });
    app.call("orders.export", export).await?;
    app.client().execute("location.hash = '#/fordelning/fel-namnd'", vec![]).await?;
    anew(&app).await?;
    app.wait_for_focus(&marked("wrong")).await?;
    app.wait_for_text(&marked("wrong-now"), "7130").await?;
    app.press("a").await?;
    app.wait_for(&format!("{}:enabled", marked("correct"))).await?;
    app.assert_accessible().await?;
    app.screenshot("wrong").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("corrected"), "Rättelse, körning 2 i oktober 2026").await?;
    app.wait_for(&marked("nothing-wrong")).await?;
    app.assert_accessible().await?;
    app.screenshot("wrong-corrected").await?;
    app.click(&marked("to-correction")).await?;
    app.wait_for_text("h1", "Rättelse, körning 2").await?;
    app.wait_for(&marked("matrix")).await?;
    app.assert_accessible().await?;
    app.screenshot("correction").await
}

#[tokio::test]
async fn the_observation_account_is_read_followed_and_printed_by_keyboard() -> Result {
    let app = Application::start().await?;
    paid(&app).await?;
    run(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+K").await?;
    app.type_text("2898").await?;
    app.wait_for_text("[role=search] [role=option]", "Observationskonto").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("suspense")).await?;
    app.wait_for_text(&marked("balance"), "1 500,01").await?;
    app.wait_for_text(&marked("suspense-kinds"), "Ej matchad 500,00").await?;
    app.assert_accessible().await?;
    app.screenshot("suspense").await?;

    let file = app.home().files().join("observationskonto.pdf");
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+P").await?;
    app.wait_for_text("body", "Observationskontot är skrivet till").await?;
    assert!(std::fs::metadata(&file)?.len() > 2_000);

    // Before the payment nothing lay there; at the end of its month all of it did.
    app.click(&marked("suspense-day")).await?;
    app.wait_for_focus(&marked("suspense-day")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("2026-09-30").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("suspense-empty")).await?;
    app.click(&marked("suspense-day")).await?;
    app.wait_for_focus(&marked("suspense-day")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("2026-10-31").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("balance"), "1 500,01").await?;

    // One kind, and from its row to where it is done.
    app.click(&format!("{} button:last-child", marked("suspense-kinds"))).await?;
    app.wait_for_text(&marked("suspense-pane"), "Matcha raden").await?;
    app.press("Alt+g").await?;
    app.wait_for(&marked("match-rows")).await?;
    Ok(())
}
