//! Settling the broken file in the window, by keyboard alone.

use e2e::{Application, Result, marked};

use crate::scene::{data, first_start};

#[tokio::test]
async fn rows_are_settled_one_a_second() -> Result {
    let app = Application::start().await?;
    first_start(&app).await?;
    app.home().answer_dialog(Some(&data("utbetalningslista-trasig-15-fel.csv")))?;
    app.press("Ctrl+O").await?;
    app.wait_for(&marked("findings")).await?;
    app.wait_for_focus(&marked("findings")).await?;
    app.assert_accessible().await?;
    app.screenshot("review-summary").await?;
    app.press("Esc").await?;
    app.press("n").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 4").await?;
    app.wait_for_text(&marked("row-detail"), "Kontrollsiffran stämmer inte").await?;
    app.screenshot("review").await?;

    // The value is put right in place; the keyboard goes on to the next row that waits.
    app.press("F2").await?;
    app.press("Ctrl+A").await?;
    app.type_text("20170101-2393").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 5").await?;
    app.wait_for_text(&marked("filters"), "Rättade 1").await?;

    // Each row in turn: r takes the proposal, p parks, g accepts a warning.
    let rest = [
        (7, "p"),
        (8, "p"),
        (10, "r"),
        (11, "p"),
        (12, "r"),
        (14, "r"),
        (15, "r"),
        (17, "p"),
        (18, "p"),
        (20, "r"),
        (21, "g"),
        (23, "p"),
        (25, "p"),
    ];
    for (next, key) in rest {
        app.press(key).await?;
        app.wait_for_text(&marked("row-detail"), &format!("Rad {next}")).await?;
    }
    app.press("g").await?;
    app.wait_for_focus(&marked("to-match")).await?;
    app.wait_for_text(&marked("totals"), "0,00 kvar").await?;
    app.assert_accessible().await?;
    app.screenshot("review-settled").await?;

    app.press("Ctrl+Z").await?;
    app.wait_for_text(&marked("left"), "1").await?;
    app.wait_for_text(&marked("row-detail"), "Rad 25").await
}
