//! A new user and a family: registered from nothing, found, moved back in time, and seen as it was
//! known before. Nothing but keys, and each is counted.

use std::cell::Cell;
use std::time::{Duration, Instant};

use e2e::{Application, Result, marked};
use serde_json::json;

use crate::scene::{anew, empty_database};

/// Keys that registering the four may take at most, of which the names, numbers and days themselves
/// are 129.
const FAMILY_KEYS: usize = 152;

/// Presses keys and counts them, a chord as one.
struct Hands<'a> {
    app: &'a Application,
    keys: Cell<usize>,
}

impl Hands<'_> {
    async fn press(&self, keys: &str) -> Result {
        self.keys.set(self.keys.get() + 1);
        self.app.press(keys).await
    }

    async fn type_text(&self, text: &str) -> Result {
        self.keys.set(self.keys.get() + text.chars().count());
        self.app.type_text(text).await
    }

    /// Types in one field after the other; a field that is left as it is has no text.
    async fn fill(&self, texts: &[&str]) -> Result {
        for (index, text) in texts.iter().enumerate() {
            if index > 0 {
                self.press("Tab").await?;
            }
            if !text.is_empty() {
                self.type_text(text).await?;
            }
        }
        Ok(())
    }

    #[expect(clippy::print_stdout, reason = "how many keys it takes is what the trial is for")]
    fn counted(&self, what: &str, time: Duration) {
        println!("{what}: {} keys, {:.1} s driven", self.keys.get(), time.as_secs_f64());
    }
}

#[tokio::test]
async fn a_family_of_four_is_registered_found_and_moved() -> Result {
    let app = Application::start().await?;
    empty_database(&app).await?;
    for (centre, name) in [("7110", "Nämnden i norr"), ("7120", "Nämnden i söder")] {
        app.call("boards.put", json!({ "cost_centre": centre, "name": name })).await?;
    }
    anew(&app).await?;
    register(&app).await?;

    // Later, half a name is enough.
    app.call("session.today", json!({ "today": "2026-11-20" })).await?;
    anew(&app).await?;
    let hands = Hands { app: &app, keys: Cell::new(0) };
    let started = Instant::now();
    hands.press("Ctrl+K").await?;
    hands.type_text("ny dot").await?;
    app.wait_for_text("[role=search] [role=option]", "Ny-Test, Dotter").await?;
    hands.press("Enter").await?;
    app.wait_for_text("h1", "Ny-Test, Dotter").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.wait_for_text(&marked("household"), "Ny-Test, Mor").await?;
    move_back(&hands).await?;
    hands.counted("found, moved and compared", started.elapsed());
    assert!(hands.keys.get() <= 70, "{}", hands.keys.get());
    as_table_and_entries(&app).await
}

/// Both adults and both children, one after the other, the common fields once.
async fn register(app: &Application) -> Result {
    let hands = Hands { app, keys: Cell::new(0) };
    let started = Instant::now();
    hands.press("Ctrl+2").await?;
    app.wait_for_focus(&marked("find-person")).await?;
    app.assert_accessible().await?;
    app.screenshot("persons-none").await?;
    hands.press("Alt+N").await?;
    app.wait_for_focus(&marked("family-name")).await?;
    hands.fill(&["Ny-Test", "Mor", "99-000078", "19900101-2393 19900101-2385"]).await?;
    // The number tells when she was born and that she is grown.
    hands.fill(&["", "", "", "7110", "2026-09-01", "U", "2026-08-20", "2026-09-01"]).await?;
    app.assert_accessible().await?;
    app.screenshot("family-first").await?;
    hands.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("household-so-far"), "Mor (vuxen)").await?;
    app.wait_for_focus(&marked("given-name")).await?;
    hands.fill(&["Far", "", "", "1988-12-24"]).await?;
    hands.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("household-so-far"), "Far (vuxen)").await?;
    app.wait_for_focus(&marked("given-name")).await?;
    hands.fill(&["Dotter", "", "20170101-2393"]).await?;
    hands.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("household-so-far"), "Dotter (barn)").await?;
    app.wait_for_focus(&marked("given-name")).await?;
    hands.fill(&["Son", "", "20240229-2383"]).await?;
    app.assert_accessible().await?;
    app.screenshot("person-household").await?;
    hands.press("Enter").await?;
    app.wait_for_text("h1", "Ny-Test, Mor").await?;
    hands.counted("a family of four", started.elapsed());
    for other in ["Ny-Test, Far", "Ny-Test, Dotter", "Ny-Test, Son"] {
        app.wait_for_text(&marked("household"), other).await?;
    }
    app.wait_for_text(&marked("identity"), "19900101-••••, 19900101-••••").await?;
    app.wait_for_text(&marked("facts"), "1990-01-01").await?;
    app.wait_for_text(&marked("facts"), "Uppehållstillstånd").await?;
    app.assert_accessible().await?;
    app.screenshot("person-new").await?;
    assert!(hands.keys.get() <= FAMILY_KEYS, "{}", hands.keys.get());
    Ok(())
}

/// She moved in October, and nobody knew; then what that changes.
async fn move_back(hands: &Hands<'_>) -> Result {
    let app = hands.app;
    hands.press("b").await?;
    app.wait_for_focus(&marked("board")).await?;
    hands.fill(&["7120", "", "2026-08-01"]).await?;
    app.wait_for_focus(&marked("valid-from")).await?;
    hands.press("Enter").await?;
    // The board begins in September; what is typed stays, and the fault stands at its field.
    app.wait_for_text(&marked("fact-form"), "finns redan från 2026-09-01").await?;
    app.wait_for_focus(&marked("valid-from")).await?;
    hands.press("Ctrl+A").await?;
    hands.type_text("2026-10-01").await?;
    app.wait_for_text(&marked("fact-preview"), "avslutas 2026-09-30").await?;
    app.assert_accessible().await?;
    app.screenshot("person-move").await?;
    hands.press("Enter").await?;
    app.wait_until_gone(&marked("fact-form")).await?;
    app.wait_for_text(&marked("board-today"), "7120").await?;
    app.wait_for_focus(&marked("facts")).await?;

    hands.press("d").await?;
    app.wait_for_focus(&marked("typed-day")).await?;
    hands.type_text("2026-11-31").await?;
    hands.press("Enter").await?;
    app.wait_for_text(&marked("typed-day-wrong"), "”2026-11-31” är ingen dag").await?;
    app.assert_accessible().await?;
    app.screenshot("person-typed-day-wrong").await?;
    hands.press("Ctrl+A").await?;
    hands.type_text("20261119").await?;
    hands.press("Enter").await?;
    app.wait_until_gone(&marked("typed-day-wrong")).await?;
    app.wait_for_text(&marked("known-then-text"), "7110").await?;
    app.wait_for_text(&marked("known-now-text"), "från 2026-10-01, känt sedan 2026-11-20").await?;
    app.assert_accessible().await?;
    app.screenshot("person-then-and-now").await
}

/// The same as a table, and everything that was entered.
async fn as_table_and_entries(app: &Application) -> Result {
    app.press("Esc").await?;
    app.wait_for_focus(&marked("facts")).await?;
    app.press("t").await?;
    app.wait_for_text(&marked("timeline-table"), "som vi visste 2026-11-19").await?;
    app.assert_accessible().await?;
    app.press("t").await?;
    app.press("Alt+Right").await?;
    app.wait_until_gone(&marked("known-then")).await?;
    app.press("h").await?;
    app.wait_for_text(&marked("facts"), "rättad").await?;
    app.assert_accessible().await?;
    app.screenshot("person-entries").await
}
