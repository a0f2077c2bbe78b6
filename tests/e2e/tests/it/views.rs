//! What narrows the list of persons, and the views that keep it.

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, first_start, written};

/// The words of the list, when `count` persons are in it.
async fn listed(app: &Application, count: &str) -> Result<String> {
    app.wait_for_text("main", count).await?;
    written(app, &marked("persons")).await
}

#[tokio::test]
async fn a_choice_gets_a_name_and_a_key() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    let alone = json!({ "family_name": "Nämndlös-Test", "given_name": "Viktor", "birth_date": "2010-01-01", "facts": [] });
    app.call("persons.add", alone).await?;
    app.call("persons.save_view", json!({ "name": "Utan nämnd", "without_board": true })).await?;
    anew(&app).await?;
    app.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.wait_for_text("main", "20 personer").await?;

    app.press("Alt+1").await?;
    let list = listed(&app, "En person").await?;
    assert!(list.contains("Nämndlös-Test"), "{list}");
    app.press("Tab").await?;
    app.wait_for_focus(&marked("filter-board")).await?;
    app.type_text("7130").await?;
    listed(&app, "7 personer").await?;
    app.press("Tab").await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("filter-age")).await?;
    app.type_text("0–17").await?;
    let list = listed(&app, "4 personer").await?;
    assert!(list.contains("Exempel, Echo") && !list.contains("Senior-Test"), "{list}");
    app.assert_accessible().await?;
    app.screenshot("persons-filtered").await?;

    app.press("Alt+S").await?;
    app.wait_for_focus(&marked("view-name")).await?;
    app.wait_until_marked(&marked("view-name")).await?;
    app.assert_accessible().await?;
    app.screenshot("persons-view").await?;
    // Now and then, with every core busy, what was marked is no longer so here; why is not known. What is asked is
    // that the name comes marked, which was seen above.
    app.press("Ctrl+A").await?;
    app.type_text("Barn i C").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("views"), "Barn i C").await?;
    app.wait_for_focus(&marked("filter-age")).await?;

    // Everybody, and back by its key; from the list, where the row that had the keyboard may go.
    app.press("Alt+0").await?;
    listed(&app, "20 personer").await?;
    app.press("F6").await?;
    app.wait_for_focus(&marked("persons")).await?;
    app.press("Alt+1").await?;
    listed(&app, "4 personer").await?;
    app.wait_for_focus(&marked("persons")).await?;
    app.assert_accessible().await?;
    app.screenshot("persons-view-in-force").await?;

    // What was chosen is there when one comes back.
    app.press("Enter").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("Esc").await?;
    listed(&app, "4 personer").await?;
    app.wait_for_focus(&marked("persons")).await?;

    app.press("Alt+Delete").await?;
    app.wait_for_text("[role=dialog]", "Vyn ”Barn i C” tas bort").await?;
    app.assert_accessible().await?;
    app.press("Enter").await?;
    app.wait_until_gone("[role=dialog]").await?;
    app.wait_until_unsaid(&marked("views"), "Barn i C").await?;
    listed(&app, "4 personer").await?;
    app.wait_for_focus(&marked("persons")).await
}
