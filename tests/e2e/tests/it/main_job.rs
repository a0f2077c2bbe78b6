//! The main job on the sample month, by keyboard alone, from the first start to the file that the
//! finance system reads.

use e2e::{Application, Result, marked};

use crate::scene::{example, first_start};

#[tokio::test]
async fn the_main_job_is_done_by_keyboard_alone() -> Result {
    let app = Application::start().await?;
    main_job(&app).await
}

/// From the first start to the file.
pub(crate) async fn main_job(app: &Application) -> Result {
    first_start(app).await?;
    read_and_take_in(app).await?;
    distribute(app).await?;
    hand_over(app).await
}

async fn read_and_take_in(app: &Application) -> Result {
    app.home().answer_dialog(Some(&example("utbetalningslista-exempel.csv")))?;
    app.press("Ctrl+O").await?;
    app.wait_for(&marked("totals")).await?;
    app.wait_for_text(&marked("totals"), "909 250,10").await?;
    app.assert_accessible().await?;
    app.screenshot("review-clean").await?;
    // What the bank credited is asked for; the same amount leaves no difference.
    app.press("Ctrl+Enter").await?;
    app.wait_for_focus(&marked("bank-ore")).await?;
    app.type_text("909 250,10").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("match-rows")).await?;
    app.wait_for_text(&marked("match-detail"), "Dossiernummer lika; personnummer lika").await?;
    app.assert_accessible().await?;
    app.screenshot("match").await
}

async fn distribute(app: &Application) -> Result {
    app.press("Ctrl+Enter").await?;
    app.wait_for_text(&marked("months"), "oktober 2026").await?;
    app.wait_for(&format!("{}:enabled", marked("run"))).await?;
    app.screenshot("months").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("matrix")).await?;
    app.wait_for_text(&marked("totals"), "909 250,10").await?;
    // The keyboard stands in the first cell that holds an öre from rounding, and says why.
    app.wait_for_focus(&marked("cell-ASYL-BIF-7110")).await?;
    app.wait_for_text(&marked("explanation"), "43 006,481").await?;
    app.assert_accessible().await?;
    app.screenshot("distribution").await?;
    app.press("o").await?;
    app.wait_for_text(&marked("explanation"), "27 233,62").await
}

async fn hand_over(app: &Application) -> Result {
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("postings")).await?;
    app.wait_for_text("h1", "MIGV2026-0001").await?;
    app.assert_accessible().await?;
    app.screenshot("order-created").await?;
    app.press("Ctrl+Enter").await?;
    app.wait_for("[role=dialog]").await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("order-pane"), "utan andra person").await?;

    let target = app.home().files().join("MIGV2026-0001.si");
    app.home().answer_dialog(Some(&target))?;
    app.press("Ctrl+Enter").await?;
    app.wait_for(&marked("format")).await?;
    app.assert_accessible().await?;
    app.screenshot("hand-over").await?;
    app.press("s").await?;
    app.press("Tab").await?;
    app.wait_for_focus(&marked("hand-over-save")).await?;
    app.press("Enter").await?;
    app.wait_for_text(&marked("handed-over"), "MIGV2026-0001.si").await?;
    app.screenshot("order-handed-over").await?;
    let sie = std::fs::read(&target)?;
    assert!(sie.windows(8).any(|bytes| bytes == b"#SIETYP "), "SIE 4I was chosen");

    // From a posting to the rows of the file, in one step.
    app.wait_for_focus(&marked("postings")).await?;
    app.press("Down").await?;
    app.press("Enter").await?;
    app.wait_for(&marked("posting-trace")).await?;
    app.assert_accessible().await?;
    app.screenshot("trace").await
}
