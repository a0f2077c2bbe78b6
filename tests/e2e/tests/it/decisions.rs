//! Bringing decisions of the agency in from a file, in the window, by keyboard.

use std::fs;

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start};

/// A letter of decisions: one as it should be, one whose amount is in words, one about nobody, and the
/// first once more.
const LETTER: &str = "\
Beslutad;Diarienr;Typ;Dossier;Från dag;Till dag;Kronor
2026-10-15;B-1;GSKA;99-000011;2026-07-01;2026-09-30;9 000,00
2026-10-15;B-2;GSKA;99-000029;2026-07-01;2026-09-30;nio tusen
2026-10-15;B-3;GSKA;97-999999;2026-07-01;2026-09-30;9 000,00
2026-10-15;B-1;GSKA;99-000011;2026-07-01;2026-09-30;9 000,00
";

async fn looked_at(app: &Application, name: &str) -> Result {
    app.assert_accessible().await?;
    app.screenshot(name).await
}

/// The page of decisions of a database that has none.
async fn among_decisions(app: &Application) -> Result {
    first_start(app).await?;
    anew(app).await?;
    app.press("Ctrl+3").await?;
    app.wait_for(&marked("nothing-expected")).await?;
    app.click(&marked("anyway")).await?;
    app.wait_for(&marked("by-compensation")).await?;
    app.press("Alt+5").await?;
    app.wait_for(&marked("no-grants")).await?;
    Ok(())
}

#[tokio::test]
async fn a_letter_in_an_unknown_layout_is_described_reviewed_and_taken_in() -> Result {
    let app = Application::start().await?;
    among_decisions(&app).await?;
    let file = app.home().files().join("beslut.csv");
    fs::write(&file, LETTER)?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+O").await?;
    app.wait_for_text(&marked("read-failure"), "Ingen importprofil").await?;
    app.wait_for_focus(&marked("map-layout")).await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("profile-name")).await?;
    let fields = [
        (1, "Beslutsdatum"),
        (2, "Ärendenummer"),
        (3, "Ersättningskod"),
        (4, "Dossiernummer"),
        (5, "Period från"),
        (6, "Period till"),
        (7, "Belopp"),
    ];
    for (column, field) in fields {
        let selector = marked(&format!("column-{column}"));
        let choice = app.wait_for(&selector).await?;
        // The driver does not scroll what is beside the page.
        let script = "document.querySelector(arguments[0]).scrollIntoView({ inline: 'center' })";
        app.client().execute(script, vec![json!(selector)]).await?;
        choice.select_by_label(field).await?;
    }
    looked_at(&app, "decisions-mapping").await?;
    app.press("Ctrl+Enter").await?;

    app.wait_for_focus(&marked("findings")).await?;
    app.wait_for_text(&marked("findings"), "3 rader med anmärkning").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.press("F8").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 3").await?;
    looked_at(&app, "decisions-draft").await?;
    app.press("F2").await?;
    app.wait_for_focus(&marked("correct-amount")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("9000,00").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 4").await?;
    app.wait_for_text(&marked("row-detail"), "Felkod: decision-person-unknown").await?;
    app.press("p").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 5").await?;
    app.press("g").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("totals"), "Besluten är intagna").await?;
    app.wait_for_text(&marked("figure-added"), "2").await?;
    app.wait_for_text(&marked("figure-unchanged"), "1").await?;
    app.wait_for_focus(&marked("to-grants")).await?;
    looked_at(&app, "decisions-taken").await?;

    // The file is given back as it came.
    let copy = app.home().files().join("tillbaka.csv");
    app.home().answer_dialog(Some(&copy))?;
    app.click(&marked("save-original")).await?;
    app.wait_for_text("body", "Filen är sparad").await?;
    assert_eq!(fs::read_to_string(copy)?, LETTER);

    let grants = app.call("expectation.grants", json!({})).await?;
    assert_eq!(grants["amount_ore"], 1_800_000, "{grants}");
    Ok(())
}

#[tokio::test]
async fn the_day_that_a_file_leaves_out_is_given_by_keyboard() -> Result {
    let app = Application::start().await?;
    among_decisions(&app).await?;
    let file = app.home().files().join("utan-dag.txt");
    fs::write(
        &file,
        "Utbetalningsdag\tKod\tDossiernummer\tFrån och med\tTill och med\tBelopp\n\
         2026-10-30\tGSKA\t99-000011\t2026-07-01\t2026-09-30\t9000,00\n",
    )?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+O").await?;
    app.wait_for_text(&marked("decided-on"), "dagen då filen lästes in").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Alt+d").await?;
    app.wait_for_focus(&marked("decisions-day")).await?;
    looked_at(&app, "decisions-day").await?;
    app.press("Ctrl+A").await?;
    app.type_text("2026-10-15").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("decided-on"), "Beslutsdag: 2026-10-15").await?;
    looked_at(&app, "decisions-day-given").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("totals"), "Besluten är intagna").await?;
    let grants = app.call("expectation.grants", json!({})).await?;
    assert_eq!(grants["grants"][0]["decided_on"], "2026-10-15", "{grants}");
    Ok(())
}
