//! Every page in the window of a small laptop, and at twice the size of its text: nothing falls outside, and
//! everything is accessible.

use std::time::Duration;

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::screens::a_month;

/// Addresses of pages, with the names of their pictures.
const PAGES: [(&str, &str); 33] = [
    ("/start", "start"),
    ("/personkrets", "persons"),
    ("/personkrets/P01", "person"),
    ("/personkrets/dubbletter", "duplicates"),
    ("/personkrets/arenden", "cases"),
    ("/bevakningar", "watches"),
    ("/forvantat", "expected"),
    ("/forvantat/saknas", "missing"),
    ("/forvantat/anmalt", "reported"),
    ("/forvantat/beslut", "grants"),
    ("/forvantat/beslutskoll", "check"),
    ("/forvantat/fel", "faults"),
    ("/forvantat/kalender", "calendar"),
    ("/atersokning", "candidates"),
    ("/atersokning/ansokningar", "claims"),
    ("/atersokning/kostnader", "costs"),
    ("/atersokning/inlamning", "intake"),
    ("/atersokning/elever", "school"),
    ("/atersokning/netto", "net"),
    ("/inbetalningar", "lists"),
    ("/inbetalningar/skriv", "entry"),
    ("/fordelning", "months"),
    ("/fordelning/observationskonto", "suspense"),
    ("/fordelning/fel-namnd", "wrong"),
    ("/bokforingsorder", "orders"),
    ("/ersattningar", "law"),
    ("/ersattningar/rakna", "calculator"),
    ("/ersattningar/ar", "year"),
    ("/ersattningar/fragor", "questions"),
    ("/ersattningar/andring", "effect"),
    ("/bokforingsorder/att-attestera", "attest"),
    ("/installningar/nyckel", "settings-key"),
    ("/installningar/historik", "settings-history"),
];

/// What lies beside the window, or is wider than it: buttons and headings that nobody can see.
const OUTSIDE: &str = "
    const wide = document.documentElement.scrollWidth > innerWidth + 1 ? ['the page itself'] : [];
    const cut = [...document.querySelectorAll('main h1, main .act-primary')].filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 0 && (left < 0 || right > innerWidth + 1);
    });
    return [...wide, ...cut.map((one) => one.textContent.trim())];";

async fn every_page(size: (u32, u32), name: &str) -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    let cost = json!({
        "persons": [{ "person": "P01" }], "compensation": "EKB-VARD", "from": "2026-08-01",
        "until": "2026-08-31", "amount_ore": 12_345_678_900_i64, "unit": "7110",
    });
    app.call("costs.add", cost).await?;
    app.client().set_window_size(size.0, size.1).await?;
    let mut outside = Vec::new();
    for (address, picture) in PAGES {
        app.client().execute(&format!("location.hash = '#{address}'"), vec![]).await?;
        app.wait_for("main").await?;
        // What the page reads comes after its frame.
        app.wait_until_gone("main .bone").await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        app.assert_accessible().await.map_err(|error| format!("{address}: {error}"))?;
        app.screenshot(&format!("{name}-{picture}")).await?;
        let found = app.client().execute(OUTSIDE, vec![]).await?;
        if found.as_array().is_none_or(|found| !found.is_empty()) {
            outside.push(format!("{address}: {found}"));
        }
    }
    assert!(outside.is_empty(), "{}", outside.join("\n"));
    Ok(())
}

#[tokio::test]
async fn every_page_fits_the_window_of_a_small_laptop() -> Result {
    every_page((1280, 720), "s").await
}

/// A window of 1440 × 900 at 200 % has room for half as much either way.
#[tokio::test]
async fn every_page_fits_at_twice_the_size() -> Result {
    every_page((720, 450), "z").await
}

/// Keys that are pressed right after a page was asked for are its own: none is lost, and none acts twice.
#[tokio::test]
async fn no_key_is_lost_or_doubled_while_a_page_comes() -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    for wait in [0, 20, 60, 200] {
        let wait = Duration::from_millis(wait);
        app.press("Ctrl+1").await?;
        app.wait_for(&marked("chain")).await?;
        // The law, and from there the calculator.
        app.client().execute("location.hash = '#/ersattningar'", vec![]).await?;
        app.press_at_once("Ctrl+1").await?;
        app.wait_for(&marked("chain")).await?;
        app.press_at_once("Ctrl+4").await?;
        tokio::time::sleep(wait).await;
        app.press_at_once("Ctrl+N").await?;
        app.wait_for(&marked("read")).await?;
        // Costs: one dialog for one key.
        app.client().execute("location.hash = '#/atersokning/kostnader'", vec![]).await?;
        tokio::time::sleep(wait).await;
        app.press_at_once("Alt+N").await?;
        app.wait_for("[role=dialog]").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let dialogs = app.texts("[role=dialog] h2").await?;
        assert_eq!(dialogs.len(), 1, "after {wait:?}: {dialogs:?}");
        app.press("Esc").await?;
        app.wait_until_gone("[role=dialog]").await?;
        tokio::time::sleep(Duration::from_millis(1300)).await;
        assert!(app.texts("[role=dialog] h2").await?.is_empty(), "a key that waited came again");
    }
    Ok(())
}

/// A move of board is taken back by Ctrl Z from wherever one is, and done again; each step is listed.
#[tokio::test]
async fn what_was_done_is_taken_back_and_done_again() -> Result {
    let app = Application::start().await?;
    a_month(&app).await?;
    let fact =
        json!({ "kind": "responsible-board", "cost_centre": "7120", "valid_from": "2026-10-01" });
    app.call("persons.enter", json!({ "person": "P01", "facts": [fact] })).await?;
    app.client().refresh().await?;
    app.wait_for(&marked("chain")).await?;
    app.press("F10").await?;
    app.press("Right").await?;
    app.press("Down").await?;
    app.wait_for_text("[role=menu]", "Ångra: Uppgifter om person ändrade P01").await?;
    app.press("Esc").await?;
    app.press("Ctrl+Z").await?;
    app.wait_for_text("footer", "Ångrat: Uppgifter om person ändrade P01").await?;
    app.press("Ctrl+Y").await?;
    app.wait_for_text("footer", "Gjort om: Uppgifter om person ändrade P01").await?;
    app.press("Ctrl+K").await?;
    app.type_text("gjort i dag").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("steps"), "Uppgifter om person ändrade P01").await?;
    app.assert_accessible().await?;
    app.screenshot("done-today").await?;
    app.click(&marked("step-back-0")).await?;
    app.wait_until_unsaid(&marked("steps"), "Uppgifter om person ändrade P01").await?;
    let view = app.call("persons.view", json!({ "person": "P01" })).await?;
    assert!(!view["boards"].to_string().contains("7120"), "{}", view["boards"]);
    Ok(())
}
