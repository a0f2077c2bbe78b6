//! Lists as tables, in the window, by keyboard: sorted, looked through, picked, copied, saved; and what was
//! copied and saved is read back by libraries that know nothing of the program.

use std::path::Path;

use arboard::Clipboard;
use calamine::{Data, Reader, Xlsx, open_workbook};
use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, data, first_start};

/// The words of a list's rows, in its order.
async fn rows(app: &Application, list: &str) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll(arguments[0] + ' [data-row]')]
        .map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent.trim()).join('|'))";
    let found = app.client().execute(script, vec![marked(list).into()]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Waits until the first row of a list begins so.
async fn wait_for_first(app: &Application, list: &str, words: &str) -> Result {
    let first = format!("{} [data-row]:first-child", marked(list));
    app.wait_for_written(&first, words).await
}

fn sheet(path: &Path) -> Result<Vec<Vec<Data>>> {
    let mut book: Xlsx<_> = open_workbook(path)?;
    let sheet = book.worksheet_range_at(0).ok_or("no sheet")??;
    Ok(sheet.rows().map(<[Data]>::to_vec).collect())
}

#[tokio::test]
async fn persons_are_sorted_picked_copied_and_saved_by_keyboard() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    anew(&app).await?;
    app.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.press("Down").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("persons"))).await?;

    // By heading: the arrow leads there from the first row.
    app.press("Up").await?;
    app.wait_for_focus(&marked("sort-name")).await?;
    app.press("Right").await?;
    app.press("Enter").await?;
    app.press("Enter").await?;
    app.wait_for("[aria-sort=descending]").await?;
    app.assert_accessible().await?;
    app.screenshot("tables-sorted").await?;
    let found = app
        .call(
            "persons.find",
            json!({ "text": "", "shown": { "sort": { "column": "dossier", "descending": true } } }),
        )
        .await?;
    let first = found["persons"][0]["person"].as_str().unwrap_or_default().to_owned();
    wait_for_first(&app, "persons", &first).await?;
    app.press("Down").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("persons"))).await?;
    app.press("Home").await?;
    app.wait_for_focus(&format!("{} [data-row]:first-child", marked("persons"))).await?;

    // Three rows, as cells and as a table.
    app.press("Shift+Down").await?;
    app.press("Shift+Down").await?;
    app.wait_for_text(&marked("list-said"), "3 rader markerade").await?;
    app.assert_accessible().await?;
    app.screenshot("tables-picked").await?;
    app.press("Ctrl+C").await?;
    app.wait_for_text(&marked("list-said"), "3 rader är kopierade").await?;
    let mut clipboard = Clipboard::new()?;
    let text = clipboard.get_text()?;
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert_eq!(lines[0], ["Namn", "Dossiernummer", "Född", "Ansvar", "Nämnd", "Person-id"]);
    assert_eq!(lines[1].last(), Some(&first.as_str()), "{text}");
    let html = clipboard.get().html()?;
    assert_eq!(html.matches("<tr>").count(), 4, "{html}");
    assert!(html.contains("mso-number-format:'\\@'"), "{html}");

    // All of them to a workbook.
    app.press("Esc").await?;
    let file = app.home().files().join("personer.xlsx");
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+S").await?;
    app.wait_for_text(&marked("list-said"), "Sparad:").await?;
    let written = sheet(&file)?;
    assert_eq!(written.len(), 1 + 19);
    assert_eq!(written[1].last(), Some(&Data::String(first)));
    Ok(())
}

#[tokio::test]
async fn payment_rows_are_looked_through_and_saved_and_a_row_has_a_menu() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let list = data("utbetalningslista-trasig-15-fel.csv");
    let read = app.call("payments.read", json!({ "id": "trasig", "path": list })).await?;
    anew(&app).await?;
    let id = read["summary"]["list"].as_str().unwrap_or_default();
    app.client().execute(&format!("location.hash = '#/inbetalningar/{id}'"), vec![]).await?;
    app.wait_for_focus(&marked("rows")).await?;

    // The menu of a row has what its keys do.
    app.press("Shift+F10").await?;
    app.wait_for_focus("[role=menuitem]").await?;
    app.assert_accessible().await?;
    app.screenshot("tables-menu").await?;
    let choices = app.texts("[role=menuitem]").await?;
    for words in ["Kopiera rader", "Spara listan som Excel", "Gå till rad", "Kolumner"] {
        assert!(choices.iter().any(|one| one.contains(words)), "{words}: {choices:?}");
    }
    app.press("Esc").await?;
    app.wait_for_focus(&marked("rows")).await?;

    // Looked through, and what is found is saved.
    app.press("Ctrl+F").await?;
    app.wait_for_focus(&marked("list-find")).await?;
    app.type_text("test").await?;
    app.press("Enter").await?;
    app.wait_for_focus(&format!("{} [data-row]", marked("rows"))).await?;
    app.assert_accessible().await?;
    app.screenshot("tables-found").await?;
    let shown = json!({ "list": id, "shown": { "find": "test" } });
    let found = app.call("review.rows", shown).await?["listed"]["total"].as_u64().unwrap_or(0);
    assert!(found > 0);
    assert_eq!(rows(&app, "rows").await?.len() as u64, found);
    let file = app.home().files().join("rader.xlsx");
    app.home().answer_dialog(Some(&file))?;
    app.press("Ctrl+S").await?;
    app.wait_for_text(&marked("list-said"), "Sparad:").await?;
    let written = sheet(&file)?;
    assert_eq!(written.len() as u64, 1 + found);
    let amount = written[0].iter().position(|head| *head == Data::String("Belopp".to_owned()));
    let is_number = |row: &Vec<Data>| amount.is_some_and(|at| matches!(row[at], Data::Float(_)));
    assert!(written.iter().skip(1).any(is_number), "{written:?}");

    // Columns are chosen, and are so after a new start.
    app.press("Ctrl+K").await?;
    app.type_text("kolumner").await?;
    app.wait_for_text("[role=search] [role=option]", "Kolumner").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("list-columns")).await?;
    app.assert_accessible().await?;
    app.screenshot("tables-columns").await?;
    app.click(&marked("column-period")).await?;
    app.click(&marked("list-columns-keep")).await?;
    app.wait_until_gone(&marked("list-columns")).await?;
    app.wait_until_unsaid(&format!("{} [role=columnheader]", marked("rows")), "Period").await?;
    anew(&app).await?;
    app.wait_for(&marked("rows")).await?;
    app.wait_until_unsaid(&format!("{} [role=columnheader]", marked("rows")), "Period").await
}
