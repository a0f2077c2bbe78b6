//! The application starts where it never ran before.

use e2e::{Application, Result, marked};
use serde_json::json;

#[tokio::test]
async fn the_first_start_is_there_and_accessible() -> Result {
    let app = Application::start().await?;
    assert_eq!(app.client().title().await?, "Återsök");
    // Nothing is open and nothing was ever made: the way to a first database.
    app.wait_for(&marked("create-database")).await?;
    app.assert_accessible().await?;
    app.screenshot("first-start").await?;
    app.quit().await?;
    Ok(())
}

#[tokio::test]
async fn the_core_answers_the_window() -> Result {
    let app = Application::start().await?;
    let status = app.call("session.status", json!({})).await?;
    let place = status["default_path"].as_str().ok_or("no default path")?;
    assert!(place.starts_with(app.home().data().to_str().ok_or("Unicode")?), "{place}");
    assert_eq!(status["default_exists"], json!(false));
    let refusal = app.call("no.such", json!({})).await;
    assert!(refusal.is_err_and(|error| error.to_string().contains("unknown-operation")));
    Ok(())
}

#[tokio::test]
async fn nothing_foreign_runs_in_the_window() -> Result {
    let app = Application::start().await?;
    let script = "
        const done = arguments[0];
        const refused = [];
        document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        try { window.eval('1') } catch (error) { refused.push(error.name) }
        fetch('http://127.0.0.1:9/').catch(() => {}).then(() => setTimeout(() =>
            done({ refused, tauri: typeof window.__TAURI__ }), 50));
    ";
    let seen = app.client().execute_async(script, vec![]).await?;
    let refused = seen["refused"].as_array().ok_or("no answer")?;
    assert!(refused.contains(&json!("EvalError")), "{seen}");
    assert!(refused.contains(&json!("connect-src")), "{seen}");
    assert_eq!(seen["tauri"], json!("undefined"), "{seen}");
    Ok(())
}

#[tokio::test]
async fn the_window_shows_own_pages_only() -> Result {
    let app = Application::start().await?;
    let before = app.client().current_url().await?;
    app.client().execute("location.href = 'http://127.0.0.1:9/'", vec![]).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(app.client().current_url().await?, before);
    app.wait_for("h1").await?;
    Ok(())
}

#[tokio::test]
async fn text_can_be_made_larger_from_the_keyboard() -> Result {
    let app = Application::start().await?;
    let width = async || -> Result<f64> {
        let width = app.client().execute("return window.innerWidth", vec![]).await?;
        Ok(width.as_f64().ok_or("no width")?)
    };
    let before = width().await?;
    for _ in 0..5 {
        app.press("Ctrl+=").await?;
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(width().await? < before, "{before} before, {} after", width().await?);
    app.assert_accessible().await?;
    app.screenshot("large-text").await
}
