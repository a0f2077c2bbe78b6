//! The training month of the handbook, by keyboard alone: fifteen troubles are met where they are seen,
//! until everything is shared, corrected, booked and acknowledged.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, empty_database, example};

const OCTOBER: &str = "019a0000-0000-7000-8000-000000000010";
/// What the bank credited for October, in öre.
const OCTOBER_BANK_ORE: i64 = 90_925_010;
/// Presses of Tab after which something is out of reach.
const FAR: usize = 40;

/// A file of the training month.
fn file(name: &str) -> std::path::PathBuf {
    example("training-month").join(name)
}

/// October shared, handed over and acknowledged; on 1 December November's period is closed.
async fn october(app: &Application) -> Result {
    empty_database(app).await?;
    app.call("register.import", json!({ "path": example("register-exempel.csv") })).await?;
    let list = json!({
        "id": OCTOBER, "path": example("utbetalningslista-exempel.csv"), "bank_ore": OCTOBER_BANK_ORE,
    });
    app.call("payments.import", list).await?;
    app.call("match.run", json!({ "list": OCTOBER })).await?;
    let run = app.call("distribution.run", json!({ "month": "2026-10" })).await?;
    let order = json!({ "distribution": run["distribution"] });
    let order = app.call("orders.create", order).await?["number"].clone();
    let path = app.home().files().join("oktober.si");
    let export = json!({ "order": order, "format": "sie4i", "path": path, "attest": true });
    app.call("orders.export", export).await?;
    for voucher in 1..=2 {
        let number = (70_000 + voucher).to_string();
        let one = json!({ "voucher": voucher, "number": number, "day": "2026-11-02" });
        app.call("orders.booked", json!({ "order": order, "numbers": [one] })).await?;
    }
    app.call("session.today", json!({ "today": "2026-12-01" })).await?;
    app.call("periods.set", json!({ "period": "2026-11", "closed": true })).await?;
    anew(app).await
}

/// Goes to a page by its words in the search.
async fn go(app: &Application, words: &str, page: &str) -> Result {
    app.press("Ctrl+K").await?;
    app.wait_for_focus("[role=search] input").await?;
    app.type_text(words).await?;
    app.wait_for_text("[role=search] [role=option]", page).await?;
    app.press("Enter").await
}

/// Goes on with Tab until the keyboard stands at `selector`.
async fn tab_to(app: &Application, selector: &str) -> Result {
    app.wait_for(selector).await?;
    let script = "return document.activeElement?.closest(arguments[0]) != null";
    for _ in 0..FAR {
        if app.client().execute(script, vec![selector.into()]).await? == json!(true) {
            return Ok(());
        }
        app.press("Tab").await?;
    }
    Err(format!("{selector} is not reached by Tab").into())
}

/// The key, the facts and the list of November come in; 13 is told at once.
async fn read(app: &Application) -> Result {
    go(app, "fördelningsnyckel", "nyckel").await?;
    app.wait_for_focus(&marked("key")).await?;
    app.home().answer_dialog(Some(&file("nyckelbeslut.csv")))?;
    app.press("l").await?;
    app.wait_for_text(&marked("import-result"), "har ingen nyckel").await?;
    app.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.home().answer_dialog(Some(&file("uppgifter-2026-11.csv")))?;
    app.press("Ctrl+O").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("figure-added"), "4").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.press("Ctrl+4").await?;
    app.wait_for_text("h1", "Inbetalningar").await?;
    app.home().answer_dialog(Some(&file("utbetalningslista-2026-11.csv")))?;
    app.press("Ctrl+O").await?;
    app.wait_for_focus(&marked("findings")).await?;
    app.screenshot("training-read").await
}

/// 5, 8, 10, 11 and 12: what the list has wrong is settled, and what the bank kept back is noted.
async fn reviewed(app: &Application) -> Result {
    app.press("Esc").await?;
    app.press("n").await?;
    let detail = marked("row-detail");
    app.wait_for_text(&detail, "Rad 12").await?;
    app.press("p").await?;
    app.wait_for_text(&detail, "Rad 15").await?;
    tab_to(app, &marked("code-compensation")).await?;
    app.type_text("Grundskola").await?;
    tab_to(app, &marked("code-person-bound")).await?;
    tab_to(app, &marked("code-add")).await?;
    app.press("Enter").await?;
    app.wait_until_gone(&marked("code-add")).await?;
    app.press("n").await?;
    app.wait_for_text(&detail, "Rad 17").await?;
    app.press("F2").await?;
    app.press("Ctrl+A").await?;
    app.type_text("2026-10-01").await?;
    app.press("Enter").await?;
    app.wait_for_text("main", "Inga anmärkningar kvar").await?;
    app.wait_for_text(&marked("list-findings"), "224 848,00").await?;
    app.press("Alt+g").await?;
    app.wait_until_gone(&marked("list-findings")).await?;
    app.screenshot("training-reviewed").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("bank-ore")).await?;
    app.type_text("224 698,00").await?;
    tab_to(app, &marked("bank-reason")).await?;
    app.type_text("Banken höll inne 50 kronor; utreds").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("match-rows")).await
}

/// 1, 2 and 7: whom the rows are about.
async fn matched(app: &Application) -> Result {
    let detail = marked("match-detail");
    app.press("n").await?;
    app.wait_for_text(&detail, "Rad 8").await?;
    tab_to(app, &marked("add-person")).await?;
    app.press("Enter").await?;
    tab_to(app, &marked("person-board")).await?;
    app.type_text("7110").await?;
    tab_to(app, &marked("person-add")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("suspense"), "1 rad,").await?;
    app.wait_for_focus(&marked("match-rows")).await?;
    app.press("n").await?;
    app.wait_for_text(&detail, "Rad 9").await?;
    app.press("F2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    tab_to(app, &marked("choose-P20")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("suspense"), "Alla").await?;
    app.screenshot("training-matched").await?;

    app.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.press("Down").await?;
    app.wait_for_focus(&marked("persons")).await?;
    app.press("d").await?;
    app.wait_for_focus(&marked("duplicates")).await?;
    app.press("Enter").await?;
    app.wait_for(&marked("compare")).await?;
    app.press("m").await?;
    app.wait_for("[role=dialog]").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("merge-done")).await?;
    app.screenshot("training-merged").await
}

/// 4, 6, 7, 13 and 14: what cannot be shared waits, and is shared by a run of its own.
async fn shared(app: &Application) -> Result {
    share(app).await?;
    app.wait_for_text("main", "3 rader ligger kvar på observationskontot").await?;
    app.screenshot("training-waits").await?;
    order(app, "första", 80_001).await?;

    // A board for who has none.
    go(app, "P21", "Utannämnd-Test").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("b").await?;
    app.wait_for_focus(&marked("board")).await?;
    app.type_text("7130").await?;
    tab_to(app, &marked("valid-from")).await?;
    app.press("Enter").await?;
    app.wait_until_gone(&marked("fact-form")).await?;
    // A key for what has none.
    go(app, "fördelningsnyckel", "nyckel").await?;
    app.wait_for_focus(&marked("key")).await?;
    app.press("e").await?;
    app.wait_for_focus(&marked("key-draft")).await?;
    app.press("n").await?;
    app.wait_for_focus(&marked("key-compensation")).await?;
    app.type_text("MASS-DYGN").await?;
    tab_to(app, &marked("key-line-0-target")).await?;
    app.type_text("8200").await?;
    tab_to(app, &marked("key-line-0-percent")).await?;
    app.type_text("100").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_focus(&marked("key-draft")).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("key-decide-number")).await?;
    app.type_text("KS 2026/8").await?;
    app.press("Tab").await?;
    app.type_text("2026-11-01").await?;
    app.press("Tab").await?;
    app.type_text("2026-11-30").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("key-decided"), "KS 2026/8").await?;

    share(app).await?;
    order(app, "andra", 80_011).await
}

/// The months. The section opens where it was left, and from within it at its first page.
async fn to_months(app: &Application) -> Result {
    app.press("Ctrl+5").await?;
    app.wait_for_text("h1", "Fördelning").await?;
    let here = "return location.hash === '#/fordelning'";
    if app.client().execute(here, vec![]).await? != json!(true) {
        app.press("Ctrl+5").await?;
    }
    app.wait_for_focus(&marked("months")).await
}

/// The month with its rows is shared; the page shows the run.
async fn share(app: &Application) -> Result {
    to_months(app).await?;
    app.wait_for_text(&marked("months"), "november 2026").await?;
    app.wait_for(&format!("{}:enabled", marked("run"))).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("matrix")).await?;
    Ok(())
}

/// The shares become an order of December, which is handed over and gets its numbers.
async fn order(app: &Application, name: &str, first: u32) -> Result {
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("order"), "stängd").await?;
    tab_to(app, &marked("order-period")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("202612").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("voucher-date")).await?;
    app.type_text("2026-12-01").await?;
    app.press("Enter").await?;
    hand_over(app, name).await?;
    number(app, first).await
}

async fn hand_over(app: &Application, name: &str) -> Result {
    app.wait_for(&marked("postings")).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for("[role=dialog]").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("order-pane"), "utan andra person").await?;
    app.home().answer_dialog(Some(&app.home().files().join(format!("{name}.si"))))?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("format")).await?;
    app.press("s").await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("hand-over-save")).await?;
    app.press("Enter").await?;
    app.wait_for(&marked("handed-over")).await?;
    app.wait_for_focus(&marked("postings")).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("book-1-number")).await
}

/// Numbers each voucher of the order that is shown, from `first` on.
async fn number(app: &Application, first: u32) -> Result {
    let mut voucher = 1;
    while !app.texts(&marked(&format!("book-{voucher}-number"))).await?.is_empty() {
        tab_to(app, &marked(&format!("book-{voucher}-number"))).await?;
        app.type_text(&(first + voucher - 1).to_string()).await?;
        voucher += 1;
    }
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(".steps li:last-child.step-done", "Bokförd").await
}

/// 9: less than the law says for the age; it is reported.
async fn reported(app: &Application) -> Result {
    app.press("Ctrl+3").await?;
    app.wait_for_text("h1", "Förväntat").await?;
    app.press("Alt+2").await?;
    app.wait_for_text("h1", "Saknas").await?;
    app.wait_for_text("main", "7 240,00").await?;
    app.wait_for_focus(&format!("{} [aria-selected=true]", marked("missing"))).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for("[role=dialog]").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("fresh"), "Allt som saknas är anmält").await?;
    app.screenshot("training-reported").await
}

/// 3 and 15: a correction of October, whose order is first given a number that another has.
async fn corrected(app: &Application) -> Result {
    to_months(app).await?;
    app.press("Alt+2").await?;
    app.wait_for_focus(&marked("wrong")).await?;
    app.press("Space").await?;
    app.wait_for(&format!("{}:enabled", marked("correct"))).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("nothing-wrong")).await?;
    app.screenshot("training-corrected").await?;
    tab_to(app, &marked("to-correction")).await?;
    app.press("Enter").await?;
    app.wait_for(&marked("matrix")).await?;
    app.press("Ctrl+Enter").await?;
    hand_over(app, "rättelse").await?;
    app.type_text("70001").await?;
    app.press("Enter").await?;
    app.wait_for_text("[role=dialog]", "70001 har redan order").await?;
    app.wait_for_focus(&marked("book-1-number")).await?;
    app.screenshot("training-number-used").await?;
    app.press("Ctrl+A").await?;
    number(app, 80_021).await
}

/// What lies on the observation account, now and at the end of November.
async fn reconciled(app: &Application) -> Result {
    to_months(app).await?;
    app.press("Alt+3").await?;
    app.wait_for_focus(&marked("suspense")).await?;
    app.wait_for_text(&marked("balance"), "16 450,00").await?;
    app.wait_for_text(&marked("suspense-kinds"), "16 500,00").await?;
    app.wait_for_text(&marked("suspense-kinds"), "−50,00").await?;
    app.assert_accessible().await?;
    app.screenshot("training-reconciled").await?;
    tab_to(app, &marked("suspense-day")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("2026-11-30").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("balance"), "224 698,00").await
}

#[tokio::test]
async fn fifteen_troubles_are_met_by_keyboard_alone() -> Result {
    let app = Application::start().await?;
    october(&app).await?;
    read(&app).await?;
    reviewed(&app).await?;
    matched(&app).await?;
    shared(&app).await?;
    reported(&app).await?;
    corrected(&app).await?;
    reconciled(&app).await?;
    let orders = app.call("orders.list", json!({})).await?;
    let states = orders["orders"].as_array().into_iter().flatten();
    let open: Vec<_> = states.filter(|order| order["state"] != "booked").collect();
    assert!(open.is_empty(), "{open:?}");
    Ok(())
}
