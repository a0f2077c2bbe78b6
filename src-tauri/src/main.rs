//! The desktop program: one window around the contract of `api`.
//!
//! The window may call six commands and nothing else ([`host::call`], [`host::cancel`],
//! [`clipboard::copy`], [`pick::pick`], [`reveal::reveal`], [`closing::quit`]); which is held by `capabilities/main.json` and the content policy in
//! `tauri.conf.json`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[cfg(all(feature = "e2e", not(debug_assertions)))]
compile_error!("the feature e2e lets a file answer the file dialogs and is never released");

mod clipboard;
mod closing;
mod host;
mod idle;
mod pick;
mod place;
mod progress;
mod reveal;

use tauri::webview::{WebviewWindow, WebviewWindowBuilder};
use tauri::{App, Url};

/// The one window, as `capabilities/main.json` and `tauri.conf.json` name it.
const WINDOW: &str = "main";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .manage(host::Shell::new())
        .manage(pick::Picker::default())
        .manage(clipboard::Copying::default())
        .manage(closing::Closing::default())
        .invoke_handler(tauri::generate_handler![
            host::call,
            host::cancel,
            clipboard::copy,
            pick::pick,
            reveal::reveal,
            closing::quit
        ])
        .on_window_event(|window, event| {
            place::on_window_event(window, event);
            closing::on_window_event(window, event);
        })
        .setup(|app| {
            idle::watch(app.handle().clone());
            Ok(open_window(app)?)
        })
        .run(tauri::generate_context!())
}

/// Opens the window that the configuration describes, shut in with the program's own pages.
fn open_window(app: &mut App) -> tauri::Result<()> {
    let development = app.config().build.dev_url.clone().filter(|_| tauri::is_dev());
    let config = app.config().app.windows.iter().find(|window| window.label == WINDOW).cloned();
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(app.handle(), &config)?
        .on_navigation(move |url| is_own_page(url, development.as_ref()))
        .build()?;
    if place::restore(&window)? { Ok(()) } else { fit(&window) }
}

/// A window that is larger than its screen fills it, so that its title bar can be reached.
fn fit(window: &WebviewWindow) -> tauri::Result<()> {
    let Some(monitor) = window.current_monitor()? else { return Ok(()) };
    let (screen, outer) = (monitor.size(), window.outer_size()?);
    if outer.width > screen.width || outer.height > screen.height {
        window.set_position(*monitor.position())?;
        window.maximize()?;
    }
    Ok(())
}

/// Whether `url` is a page of the program: its own scheme (on Windows the host that stands for it)
/// or, while developing, the development server.
fn is_own_page(url: &Url, development: Option<&Url>) -> bool {
    url.scheme() == "tauri"
        || url.host_str() == Some("tauri.localhost")
        || development.is_some_and(|server| server.origin() == url.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    #[test]
    fn only_own_pages_open_in_the_window() {
        let server = url("http://localhost:5173");
        for own in ["tauri://localhost/index.html#/x", "http://tauri.localhost/"] {
            assert!(is_own_page(&url(own), None), "{own}");
        }
        assert!(is_own_page(&url("http://localhost:5173/gallery.html"), Some(&server)));
        for foreign in ["http://localhost:5173/", "https://example.org/", "file:///etc/hosts"] {
            assert!(!is_own_page(&url(foreign), None), "{foreign}");
        }
    }
}
