//! The law at the keyboard: its compensations, an own value, the calculator, what is left open.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start};

/// A picture of what has been drawn: on a busy machine the page is painted later than it is changed.
async fn picture(app: &Application, name: &str) -> Result {
    let drawn = "
        const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)));
    ";
    app.client().execute_async(drawn, vec![]).await?;
    app.screenshot(name).await
}

/// Replaces what stands in the field that has the keyboard.
async fn retype(app: &Application, text: &str) -> Result {
    app.press("Ctrl+A").await?;
    app.type_text(text).await
}

#[tokio::test]
async fn next_years_amount_is_added_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+K").await?;
    app.type_text("ersättningar och regler").await?;
    app.wait_for_text("[role=listbox]", "Ersättningar och regler").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("find-law")).await?;
    app.wait_for_text(&marked("compensations"), "Förordning 1990:927").await?;
    app.assert_accessible().await?;
    picture(&app, "law").await?;

    // Found by its code; down leads from the search into the list, and Enter to what is written about it.
    app.type_text("ekb-dygn").await?;
    app.press("Down").await?;
    app.wait_for_focus("[data-row-key=EKB-DYGN]").await?;
    app.wait_for_text(&marked("history"), "SFS 2023:922").await?;
    app.wait_for_text(&marked("value-2017-07-01"), "1 350 kr").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&format!("{} [role=region]", marked("compensation"))).await?;
    app.press("Esc").await?;
    app.wait_for_focus("[data-row-key=EKB-DYGN]").await?;

    // A slip stands at its field; then what the value changes is shown before it is added.
    app.press("n").await?;
    app.wait_for_focus(&marked("value-from")).await?;
    app.type_text("2027-01-01").await?;
    app.press("Tab").await?;
    app.press("Tab").await?;
    app.type_text("tusen").await?;
    app.press("Enter").await?;
    app.wait_for_text("[role=dialog]", "Skriv beloppet som ett tal").await?;
    app.wait_for_text("[role=dialog]", "Skriv var beloppet står").await?;
    app.wait_for_focus(&marked("value-value")).await?;
    app.assert_accessible().await?;
    picture(&app, "law-value-fault").await?;
    retype(&app, "1 050").await?;
    app.press("Tab").await?;
    app.type_text("SFS 2026:999, läst i författningssamlingen").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("value-changes"), "2027-01-01").await?;
    app.assert_accessible().await?;
    picture(&app, "law-value-changes").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(&marked("value-2027-01-01"), "Kommunens eget").await?;
    app.wait_for_text(&marked("value-2024-01-01"), "2024-01-01 – 2026-12-31").await?;
    app.assert_accessible().await?;
    picture(&app, "law-own-value").await?;

    // Its values were held against their source today.
    app.press("Alt+K").await?;
    app.wait_for_focus(&marked("check-source")).await?;
    app.assert_accessible().await?;
    picture(&app, "law-check").await?;
    app.type_text("SFS 2023:922").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;

    // And back: the value that it had ended holds until further notice again.
    app.click(&marked("withdraw-2027-01-01")).await?;
    app.wait_for_text("[role=dialog]", "tas tillbaka").await?;
    app.assert_accessible().await?;
    app.press("Enter").await?;
    app.wait_until_gone(&marked("value-2027-01-01")).await?;
    app.wait_for_text(&marked("value-2024-01-01"), "tills vidare").await
}

#[tokio::test]
async fn a_compensation_is_calculated_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/ersattningar/rakna'", vec![]).await?;
    app.wait_for_focus(&marked("calculator-code")).await?;
    app.assert_accessible().await?;
    picture(&app, "law-calculator-empty").await?;

    // The example: amounts by quarter, and the steps of the one that has the keyboard.
    app.press("Alt+E").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("amounts"))).await?;
    app.wait_for_text(&marked("amounts"), "91 000,00").await?;
    app.press("Down").await?;
    app.wait_for_text(&marked("explanation"), "91 × 1 000 = 91 000").await?;
    app.assert_accessible().await?;
    picture(&app, "law-calculator").await?;

    // A day that is none stands at its row and has the keyboard; then the sentence why nothing is given.
    app.fill(&marked("fact-1-valid_from"), "2026-02-30").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("fact-1-valid_from")).await?;
    app.assert_accessible().await?;
    picture(&app, "law-calculator-fault").await?;
    retype(&app, "2026-10-01").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("amounts")).await?;

    app.fill(&marked("last-day-period"), "2026Q2").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("last-day-none")).await?;
    // A choice is made by typing its beginning.
    let code = "document.querySelector('[data-test=calculator-code]').focus()";
    app.client().execute(code, vec![]).await?;
    app.type_text("EKB-VARD").await?;
    app.fill(&marked("last-day-period"), "2026Q2").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("last-day-answer"), "2026-12-30").await?;
    app.assert_accessible().await?;

    // Somebody of the register, from the person's own page.
    app.client().execute("location.hash = '#/personkrets/P07'", vec![]).await?;
    app.wait_for(&marked("calculate-person")).await?;
    app.press("Alt+R").await?;
    app.wait_for(&marked("calculator-person")).await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&format!("{}, {}", marked("amounts"), marked("reason"))).await?;
    app.assert_accessible().await?;
    picture(&app, "law-calculator-person").await
}

#[tokio::test]
async fn an_open_question_gets_another_answer() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/ersattningar/fragor'", vec![]).await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("questions"))).await?;
    app.assert_accessible().await?;
    picture(&app, "law-questions").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("answer")).await?;
    app.assert_accessible().await?;
    app.press("Tab").await?;
    app.type_text("2027-01-01").await?;
    app.press("Tab").await?;
    app.type_text("dom i kammarrätten").await?;
    picture(&app, "law-answer").await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_for_text(&marked("question"), "Valt här från 2027-01-01").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("questions"))).await
}

#[tokio::test]
async fn the_law_is_dark_too() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.client().execute("document.documentElement.dataset.theme = 'dark'", vec![]).await?;
    app.client().execute("location.hash = '#/ersattningar?kod=NYA-SCHABLON'", vec![]).await?;
    app.wait_for_text(&marked("history"), "165 000 kr").await?;
    app.assert_accessible().await?;
    picture(&app, "law-dark").await?;
    app.client().execute("location.hash = '#/ersattningar/rakna?kod=NYA-SCHABLON'", vec![]).await?;
    app.wait_for_focus(&marked("calculator-code")).await?;
    app.press("Alt+E").await?;
    app.wait_for_text(&marked("total"), "165 000,00").await?;
    app.assert_accessible().await?;
    picture(&app, "law-calculator-dark").await
}

/// A compensation whose rules changed has its wordings side by side, and an amount names the one it is of.
#[tokio::test]
async fn an_amount_names_the_wording_that_it_is_of() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.call("session.today", json!({ "today": "2027-02-01" })).await?;
    let city = "Exempelstads kommun";
    let added = app.call("persons.add", json!({ "family_name": "Settled" })).await?;
    let person = added["brief"]["person"].as_str().unwrap_or_default().to_owned();
    let facts = json!([
        { "kind": "birth", "date": "1986-03-01", "basis": "stated" },
        { "kind": "legal-ground", "ground": "permit", "valid_from": "2026-10-15", "decided": "2026-10-15" },
        { "kind": "assignment", "municipality": city, "law": "2016:38", "valid_from": "2026-11-01", "decided": "2026-10-20" },
        { "kind": "reception", "municipality": city, "housing": "assigned", "valid_from": "2026-11-01" },
        { "kind": "registration", "municipality": city, "valid_from": "2027-01-20", "decided": "2027-01-20" },
    ]);
    app.call("persons.enter", json!({ "person": person, "facts": facts })).await?;
    anew(&app).await?;

    let page = format!("location.hash = '#/personkrets/{person}'");
    app.client().execute(&page, vec![]).await?;
    app.wait_for(&marked("calculate-person")).await?;
    app.press("Alt+R").await?;
    app.wait_for(&marked("calculator-person")).await?;
    let code = "document.querySelector('[data-test=calculator-code]').focus()";
    for (typed, amount, act) in [
        ("BOS-DYGN", "18 300,00", "2026:1728"),
        ("BOS-ENGANG", "15 000,00", "2026:1728"),
        ("NYA-SCHABLON", "18 070,00", "2026:1697"),
    ] {
        app.client().execute(code, vec![]).await?;
        // Letters that follow within a second on earlier ones are read as one word with them.
        tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
        app.type_text(typed).await?;
        app.press("Ctrl+Enter").await?;
        app.wait_for_text(&marked("amounts"), amount).await?;
        app.wait_for_text(&marked("explanation"), act).await?;
        app.assert_accessible().await?;
        picture(&app, &format!("law-settled-{}", typed.to_lowercase())).await?;
    }

    app.client().execute("location.hash = '#/ersattningar'", vec![]).await?;
    app.wait_for_focus(&marked("find-law")).await?;
    app.type_text("asyl-dygn").await?;
    app.press("Down").await?;
    app.wait_for_text(&marked("wording-2026-10-01"), "2026:1728").await?;
    app.wait_for(&marked("wording-2017-07-01")).await?;
    app.assert_accessible().await?;
    picture(&app, "law-wordings").await
}
