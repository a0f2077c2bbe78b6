//! Lists of pupils in the window, by keyboard: read for a quarter, somebody new added, somebody missing parked,
//! and the four-week periods that come of it.

use std::fs;

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start};

const HEAD: &str = "Personnummer;Dossiernummer;Efternamn;Förnamn;Skolform;Från;Till\r\n";
/// Two pupils of the example register, one of them twice, and one whom it lacks.
const THIRD: &str = "\
20090228-2391;;Provsson;Foxtrot;Gymnasieskola;2026-08-17;
20100514-2391;;Ärlig-Test;Delta;Grundskola;2026-08-17;2026-09-30
20100514-2391;;Ärlig-Test;Delta;Grundskola;2026-08-17;2026-09-30
;99-999999;Ny-Test;Elev;Grundskola;2026-08-17;
";
/// The same without the first.
const FOURTH: &str = "\
20100514-2391;;Ärlig-Test;Delta;Grundskola;2026-10-01;2026-11-13
;99-999999;Ny-Test;Elev;Grundskola;2026-08-17;
";

async fn looked_at(app: &Application, name: &str) -> Result {
    app.assert_accessible().await?;
    app.screenshot(name).await
}

async fn terms(app: &Application) -> Result {
    let mut document = app.call("settings.get", json!({})).await?;
    document["settings"]["school"]["terms"] = json!([
        { "from": "2026-01-12", "until": "2026-06-11" },
        { "from": "2026-08-17", "until": "2026-12-18" },
    ]);
    app.call("settings.put", document).await?;
    Ok(())
}

async fn read(app: &Application, name: &str, rows: &str) -> Result {
    let file = app.home().files().join(name);
    fs::write(&file, format!("{HEAD}{rows}"))?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+O").await
}

#[tokio::test]
async fn lists_of_pupils_are_read_and_whoever_is_missing_is_asked_for() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    terms(&app).await?;
    app.client().execute("location.hash = '#/atersokning/elever'", vec![]).await?;
    app.wait_for(&marked("no-pupils")).await?;
    looked_at(&app, "school-none").await?;

    read(&app, "elever-q3.csv", THIRD).await?;
    app.wait_for_text(&marked("findings"), "rader med anmärkning").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.press("F8").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 4").await?;
    looked_at(&app, "school-draft").await?;
    app.press("g").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 5").await?;
    app.press("g").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("totals"), "Skollistan är intagen").await?;
    app.wait_for_text(&marked("figure-added"), "3").await?;
    app.wait_for_focus(&marked("to-pupils")).await?;
    looked_at(&app, "school-taken").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("read-school")).await?;

    let request = json!({ "facts": [
        { "kind": "legal-ground", "ground": "asylum-seeker", "valid_from": "2026-01-10" },
    ], "person": "P06" });
    app.call("persons.enter", request).await?;
    app.wait_for(&marked("school-period")).await?.select_by_value("2026Q4").await?;
    read(&app, "elever-q4.csv", FOURTH).await?;
    app.wait_for_text(&marked("figure-absent"), "1").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.press("F8").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 4").await?;
    looked_at(&app, "school-absent").await?;
    app.press("p").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("figure-ended"), "0").await?;
    app.wait_for_focus(&marked("to-pupils")).await?;
    app.press("Enter").await?;
    app.wait_for(&marked("school-period")).await?.select_by_value("2026Q3").await?;
    app.wait_for_written(&marked("pupils"), "ASYL-UTB-GYM").await?;
    looked_at(&app, "school").await
}
