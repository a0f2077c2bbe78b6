//! Choosing files: as the tests answer, and once in the system's own dialog.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use e2e::{Application, Home, Page, Result};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Asks for a dialog; what was chosen stands in `window.chosen` when it has been answered.
async fn ask(page: &Page, kind: &str, title: &str) -> Result {
    let script = "
        const [kind, title] = arguments;
        const kinds = [{ name: 'Listor', extensions: ['csv', 'txt'] }];
        window.chosen = undefined;
        window.__TAURI_INTERNALS__.invoke('pick', { kind, title, kinds, name: 'förslag.csv' })
            .then((path) => { window.chosen = { path } }, (error) => { window.chosen = { error } });
    ";
    page.client().execute(script, vec![kind.into(), title.into()]).await?;
    Ok(())
}

/// Waits for the answer.
async fn chosen(page: &Page) -> Result<Value> {
    let started = std::time::Instant::now();
    while started.elapsed() < PATIENCE {
        let chosen = page.client().execute("return window.chosen ?? null", vec![]).await?;
        if chosen != Value::Null {
            return Ok(chosen);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Err("the dialog was not answered".into())
}

#[tokio::test]
async fn dialogs_are_answered_in_order() -> Result {
    let app = Application::start().await?;
    app.home().answer_dialog(Some(Path::new("/tmp/lista å.csv")))?;
    app.home().answer_dialog(None)?;
    ask(&app, "open", "Välj fil").await?;
    assert_eq!(chosen(&app).await?, json!({ "path": "/tmp/lista å.csv" }));
    ask(&app, "save", "Spara").await?;
    assert_eq!(chosen(&app).await?, json!({ "path": null }));
    ask(&app, "folder", "Välj mapp").await?;
    assert_eq!(chosen(&app).await?["error"]["code"], json!("dialog-unavailable"));
    Ok(())
}

#[tokio::test]
async fn the_systems_own_dialog_gives_the_file_that_was_chosen() -> Result {
    let app = Application::start_in(Home::new()?.with_own_dialogs()).await?;
    let file = app.home().files().join("lista.csv");
    std::fs::write(&file, "a;b\n")?;
    // A title of its own: other tests' windows stand on the same display.
    let title = format!("Välj fil {}", std::process::id());
    ask(&app, "open", &title).await?;
    let dialog = xdotool(&["search", "--sync", "--onlyvisible", "--name", &title]).await?;
    xdotool(&["windowfocus", "--sync", &dialog]).await?;
    // Ctrl+L opens GTK's line for a path.
    let path = file.to_str().ok_or("a path that is not Unicode")?;
    xdotool(&["key", "--window", &dialog, "ctrl+l"]).await?;
    xdotool(&["type", "--window", &dialog, "--delay", "20", path]).await?;
    tokio::time::sleep(BETWEEN_LOOKS * 5).await;
    xdotool(&["key", "--window", &dialog, "Return"]).await?;
    assert_eq!(chosen(&app).await?, json!({ "path": path }));
    Ok(())
}

async fn xdotool(words: &[&str]) -> Result<String> {
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let asked = tokio::task::spawn_blocking(move || {
        Command::new("timeout").args(["15", "xdotool"]).args(&words).output()
    });
    let output = asked.await??;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("xdotool (package xdotool): {} {words}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().lines().last().unwrap_or_default().to_owned())
}
