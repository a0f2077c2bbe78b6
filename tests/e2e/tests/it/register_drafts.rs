//! Bringing the register in and out, in the window, by keyboard.

use std::fs;

use e2e::{Application, Result, marked, root};
use serde_json::{Value, json};

use crate::scene::{anew, empty_database, example, first_start, written};

/// An old spreadsheet of a district: two rows as they should be, four with something each, and two
/// persons of the register whose board has changed, nobody says when.
const SPREADSHEET: &str = "\
Id;Dossiernr;Namn;Född;Ansvar;Nämnd;Mottagen;Grund;Tillstånd från;Tillstånd till;Folkbokförd från
D0001;99-100001;Distrikt, Person 1;1980-01-02;7110;Exempel stadsdelsnämnd A;2024-03-01;UT;15.01.2024;2027-01-14;2024-04-01
D0002;99-100002;Distrikt, Person 2;2010-02-30;7120;Exempel stadsdelsnämnd B;2024-03-01;UT;15.01.2024;2027-01-14;2024-04-01
D0003;99-100003;Distrikt, Person 3;1980-03-04;7120;Exempel stadsdelsnämnd B;2024-03-01;Turist;15.01.2024;2027-01-14;2024-04-01
D0004;99-100004;Müller-Test, Golf;1990-01-01;7110;Exempel stadsdelsnämnd A;2024-03-01;Asyl;15.01.2024;2027-01-14;2024-04-01
D0005;99-1000x5;Distrikt, Person 5;1980-05-06;7110;Exempel stadsdelsnämnd A;2024-03-01;UT;15.01.2024;2027-01-14;2024-04-01
D0006;99-100006;Distrikt, Person 6;1980-06-07;7110;Exempel stadsdelsnämnd A;2024-03-01;UT;15.01.2024;2027-01-14;2024-04-01
P01;99-000011;Testsson, Alfa;2017-01-01;7120;Exempel stadsdelsnämnd B;;;;;
P02;99-000029;Åström-Test, Bravo;2024-02-29;7120;Exempel stadsdelsnämnd B;;;;;
";

/// A new database that knows the district's layout, with the persons on the page.
async fn among_persons(app: &Application) -> Result {
    first_start(app).await?;
    let profile = fs::read_to_string(root().join("tests/data/register/distrikt.toml"))?;
    app.call("profiles.add", json!({ "toml": profile })).await?;
    anew(app).await?;
    app.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await
}

/// Writes a file and reads it, as one that is chosen.
async fn choose(app: &Application, name: &str, text: &str) -> Result {
    let file = app.home().files().join(name);
    fs::write(&file, text)?;
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+O").await
}

/// Goes from the page of persons into their list.
async fn into_list(app: &Application) -> Result {
    app.wait_for_focus(&marked("find-person")).await?;
    app.press("Down").await?;
    app.wait_for_focus(&marked("persons")).await
}

async fn looked_at(app: &Application, name: &str) -> Result {
    app.assert_accessible().await?;
    app.screenshot(name).await
}

/// The only draft that waits.
async fn the_draft(app: &Application) -> Result<Value> {
    let drafts = app.call("register.drafts", json!({})).await?;
    drafts["drafts"].get(0).cloned().ok_or_else(|| format!("no draft: {drafts}").into())
}

#[tokio::test]
async fn a_spreadsheet_is_reviewed_and_taken_in() -> Result {
    let app = Application::start().await?;
    among_persons(&app).await?;
    choose(&app, "distrikt.csv", SPREADSHEET).await?;
    app.wait_for_focus(&marked("findings")).await?;
    app.wait_for_text(&marked("findings"), "6 rader med anmärkning").await?;
    looked_at(&app, "register-draft-summary").await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.press("F8").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 3").await?;
    app.wait_for_text(&marked("row-detail"), "Felkod: date-impossible").await?;
    looked_at(&app, "register-draft").await?;
    settle(&app).await?;

    app.wait_for_focus(&marked("commit")).await?;
    app.wait_for_text(&marked("left"), "7 rader tas in").await?;
    looked_at(&app, "register-draft-settled").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("totals"), "Registret är intaget").await?;
    for (figure, count) in [("added", "5"), ("changed", "2"), ("unchanged", "0")] {
        app.wait_for_text(&marked(&format!("figure-{figure}")), count).await?;
    }
    app.wait_for_focus(&marked("to-persons")).await?;
    looked_at(&app, "register-taken").await?;

    let report = app.home().files().join("parkerade.csv");
    app.home().answer_dialog(Some(&report))?;
    app.press("Ctrl+P").await?;
    app.wait_for_text("body", "Filen är sparad").await?;
    let report = fs::read_to_string(report)?;
    assert!(report.contains("99-1000x5") && report.lines().count() == 2, "{report}");
    app.press("Enter").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.type_text("distrikt person 2").await?;
    app.wait_for_text(&marked("persons"), "2010-02-28").await
}

/// Settles the six rows of the spreadsheet that wait, from the first on.
async fn settle(app: &Application) -> Result {
    // A day that the calendar has.
    app.press("F2").await?;
    app.wait_for_focus(&marked("correct-birth-date")).await?;
    app.press("Ctrl+A").await?;
    app.type_text("2010-02-28").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 4").await?;
    app.wait_for_text(&marked("filters"), "Rättade 1").await?;
    // A word that the program does not know is chosen among those that it does.
    app.press("F2").await?;
    app.wait_for_focus(&marked("correct-legal-ground-ground")).await?;
    app.type_text("Upp").await?;
    looked_at(app, "register-draft-choice").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 5").await?;
    app.press("g").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 6").await?;
    app.press("p").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 8").await?;
    // What was decided last is undone, and decided again.
    app.press("Ctrl+Z").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 6").await?;
    app.press("p").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 8").await?;
    // The day is asked for once; it holds for both rows.
    app.press("F2").await?;
    app.wait_for_focus(&marked("board-from")).await?;
    app.type_text("2026-11-01").await?;
    looked_at(app, "register-draft-day").await?;
    app.press("Enter").await
}

#[tokio::test]
async fn a_clean_register_is_taken_in_by_one_key() -> Result {
    let app = Application::start().await?;
    among_persons(&app).await?;
    app.home().answer_dialog(Some(&example("register-exempel.csv")))?;
    app.press("Ctrl+O").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("figure-unchanged"), "19").await
}

#[tokio::test]
async fn a_draft_is_left_found_again_and_thrown_away() -> Result {
    let app = Application::start().await?;
    among_persons(&app).await?;
    choose(&app, "distrikt.csv", SPREADSHEET).await?;
    app.wait_for_focus(&marked("findings")).await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.click(&marked("park-rest")).await?;
    app.wait_for_text("[role=dialog]", "6 rader är kvar").await?;
    app.assert_accessible().await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.wait_for_text(&marked("filters"), "Parkerade 6").await?;
    assert_eq!(the_draft(&app).await?["ready"], json!(true));

    app.press("Esc").await?;
    app.wait_for_text(&marked("open-drafts"), "En påbörjad inläsning").await?;
    app.wait_for_text(&marked("open-drafts"), "distrikt.csv").await?;
    looked_at(&app, "persons-open-draft").await?;
    app.click(&format!("{} a", marked("open-drafts"))).await?;
    app.wait_for(&marked("rows")).await?;
    app.click(&marked("discard")).await?;
    app.wait_for_text("[role=dialog]", "Inget har ändrats i personkretsen").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("persons")).await?;
    app.wait_until_gone(&marked("open-drafts")).await?;
    assert!(the_draft(&app).await.is_err());
    Ok(())
}

#[tokio::test]
async fn protected_persons_stay_closed_in_a_draft_and_stop_an_export() -> Result {
    let app = Application::start().await?;
    among_persons(&app).await?;
    let protection =
        json!([{ "kind": "protection", "marking": "secrecy-marking", "valid_from": "2026-10-01" }]);
    app.call("persons.enter", json!({ "person": "P01", "facts": protection })).await?;
    anew(&app).await?;
    choose(&app, "distrikt.csv", SPREADSHEET).await?;
    app.wait_for_focus(&marked("findings")).await?;
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;
    app.press("End").await?;
    app.press("Up").await?;
    app.wait_for_text(&marked("row-detail"), "Skyddade personuppgifter").await?;
    let page = written(&app, "main").await?;
    assert!(page.contains("Åström-Test"), "{page}");
    assert!(!page.contains("Testsson") && !page.contains("99-000011"), "{page}");
    looked_at(&app, "register-draft-closed").await?;
    app.press("F2").await?;
    app.wait_for_focus("textarea").await?;
    app.type_text("Nämnden ska rättas").await?;
    app.press("Tab").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("row-detail"), "Testsson, Alfa").await?;

    app.press("Esc").await?;
    into_list(&app).await?;
    let folder = app.home().files().join("register");
    fs::create_dir(&folder)?;
    app.home().answer_dialog(Some(&folder))?;
    app.press("e").await?;
    app.wait_for_text("[role=dialog]", "skyddade personer").await?;
    looked_at(&app, "register-export-question").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("export-result"), "19 personer").await?;
    app.wait_for_text(&marked("export-result"), "En skyddad person").await?;
    looked_at(&app, "register-exported").await?;
    let written = fs::read_dir(&folder)?.collect::<std::io::Result<Vec<_>>>()?;
    assert_eq!(written.len(), 3, "{written:?}");
    for file in written {
        let text = fs::read_to_string(file.path())?;
        assert!(!text.contains("Testsson") && !text.contains("99000011"), "{text}");
    }
    Ok(())
}

#[tokio::test]
async fn an_unknown_layout_of_a_register_is_described_and_remembered() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    let sheet = "Nr;Vem;Född;Status;Sedan;Övrigt\n\
        99-100001;Distrikt, Person 1;1980-01-02;Uppehållstillstånd;2024-01-15;x\n\
        99-100002;Distrikt, Person 2;1981-01-02;AT-UND;2024-01-15;y\n";
    choose(&app, "gammal lista.csv", sheet).await?;
    app.wait_for_text(&marked("read-failure"), "Ingen importprofil").await?;
    app.wait_for_focus(&marked("map-layout")).await?;
    looked_at(&app, "register-unknown").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("profile-name")).await?;
    let fields = [
        "Dossiernummer",
        "Efternamn, förnamn",
        "Födelsedatum",
        "Rättslig grund: Grund",
        "Rättslig grund: första dag",
    ];
    for (column, field) in (1..).zip(fields) {
        let choice = app.wait_for(&marked(&format!("column-{column}"))).await?;
        choice.select_by_label(field).await?;
    }
    app.wait_for(&marked("word-AT-UND")).await?.select_by_label("Asylsökande").await?;
    looked_at(&app, "register-mapping").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("commit")).await?;
    app.wait_for_text(&marked("left"), "2 rader tas in").await?;
    looked_at(&app, "register-mapped").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("figure-added"), "2").await?;

    app.press("Esc").await?;
    app.wait_for(&marked("persons")).await?;
    choose(&app, "nasta.csv", &sheet.replace("1000", "2000").replace("Person", "Annan")).await?;
    app.wait_for_focus(&marked("commit")).await?;
    let about = written(&app, "main").await?;
    assert!(about.contains("nasta.csv · gammal lista"), "{about}");
    Ok(())
}

#[tokio::test]
async fn a_payment_list_proposes_persons() -> Result {
    let app = Application::start().await?;
    app.wait_for_focus(&marked("municipality")).await?;
    empty_database(&app).await?;
    let id = "019a0000-0000-7000-8000-000000000003";
    let list = json!({
        "id": id, "path": example("utbetalningslista-exempel.csv"), "bank_ore": 90_925_010,
    });
    app.call("payments.import", list).await?;
    app.call("match.run", json!({ "list": id })).await?;
    anew(&app).await?;
    app.client()
        .execute(
            "location.hash = arguments[0]",
            vec![format!("#/inbetalningar/{id}/matcha").into()],
        )
        .await?;
    app.wait_for_focus(&marked("match-rows")).await?;
    app.press("f").await?;
    app.wait_for_focus(&marked("proposals")).await?;
    looked_at(&app, "proposals").await?;
    // One is left out.
    app.press("Space").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("proposals-taken"), "personer är tillagda").await?;
    looked_at(&app, "proposals-taken").await?;
    let left = app.call("register.proposals", json!({ "list": id })).await?;
    assert!(left["persons"].as_array().is_some_and(|left| !left.is_empty()), "{left}");
    app.press("Esc").await?;
    app.wait_for_text(&marked("suspense"), "observationskontot").await
}

#[tokio::test]
async fn a_persons_cases_stand_beside_the_facts() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+2").await?;
    into_list(&app).await?;
    app.press("Enter").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("k").await?;
    app.wait_for_focus(&marked("add-case-of-person")).await?;
    looked_at(&app, "person-no-cases").await?;
    let due = json!({ "due_on": "2026-11-20", "what": "Begär in kvitton" });
    let case = json!({ "person": "P01", "kind": "claim", "due": due });
    app.call("cases.open", case).await?;
    anew(&app).await?;
    app.client().execute("location.hash = '#/personkrets/P01'", vec![]).await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("k").await?;
    app.wait_for_focus(&marked("cases-of-person")).await?;
    app.wait_for_written(&marked("cases-of-person"), "Begär in kvitton").await?;
    looked_at(&app, "person-cases").await?;
    app.press("Esc").await?;
    into_list(&app).await?;
    app.press("a").await?;
    app.wait_for_text("h1", "Ärenden").await
}
