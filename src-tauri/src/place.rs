//! Where the window was and how large: it comes back there, as far as the screens of today let it.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use tauri::webview::WebviewWindow;
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, Window, WindowEvent};

use crate::WINDOW;

/// Beside what else the system keeps of the program's own. It says nothing of any city.
const FILE: &str = "window.json";

/// The least of a window's top edge that must lie on a screen for it to be taken hold of, in pixels.
const HOLD: i64 = 120;

/// A rectangle in physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    /// Whether it fills its screen; then the rest is where it was before.
    #[serde(default)]
    maximized: bool,
}

impl Place {
    fn right(self) -> i64 {
        i64::from(self.x) + i64::from(self.width)
    }

    fn bottom(self) -> i64 {
        i64::from(self.y) + i64::from(self.height)
    }

    /// The place on the screen where its top edge can be taken hold of, no larger than the screen and
    /// wholly on it; none where no screen of today has it.
    fn on(self, screens: &[Place]) -> Option<Place> {
        let holds = |screen: &&Place| {
            let seen = self.right().min(screen.right()) - i64::from(self.x.max(screen.x));
            let top = i64::from(self.y);
            seen >= HOLD && top >= i64::from(screen.y) - HOLD && top < screen.bottom() - HOLD
        };
        let screen = screens.iter().find(holds)?;
        let (width, height) = (self.width.min(screen.width), self.height.min(screen.height));
        let within = |at: i32, length: u32, from: i32, until: i64| {
            let last = until - i64::from(length);
            i32::try_from(i64::from(at).min(last).max(i64::from(from))).unwrap_or(from)
        };
        Some(Place {
            x: within(self.x, width, screen.x, screen.right()),
            y: within(self.y, height, screen.y, screen.bottom()),
            width,
            height,
            maximized: self.maximized,
        })
    }
}

fn file(app: &AppHandle) -> Option<PathBuf> {
    Some(app.path().app_config_dir().ok()?.join(FILE))
}

fn kept(app: &AppHandle) -> Option<Place> {
    serde_json::from_slice(&fs::read(file(app)?).ok()?).ok()
}

/// Puts the window where it was. False where nothing is known, or no screen of today has the place.
///
/// # Errors
/// When the window does not answer.
pub(crate) fn restore(window: &WebviewWindow) -> tauri::Result<bool> {
    let screens: Vec<Place> = window
        .available_monitors()?
        .iter()
        .map(|monitor| {
            let (at, size) = (monitor.position(), monitor.size());
            let (width, height) = (size.width, size.height);
            Place { x: at.x, y: at.y, width, height, maximized: false }
        })
        .collect();
    let Some(place) = kept(window.app_handle()).and_then(|place| place.on(&screens)) else {
        return Ok(false);
    };
    window.set_size(PhysicalSize::new(place.width, place.height))?;
    window.set_position(PhysicalPosition::new(place.x, place.y))?;
    if place.maximized {
        window.maximize()?;
    }
    Ok(true)
}

/// Keeps where the window is when it is about to go. What cannot be kept is not worth a word: the window
/// comes up in the middle then.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let is_going = matches!(event, WindowEvent::CloseRequested { .. } | WindowEvent::Destroyed);
    if is_going && window.label() == WINDOW {
        let _ = keep(window);
    }
}

fn keep(window: &Window) -> Option<()> {
    let app = window.app_handle();
    let maximized = window.is_maximized().ok()?;
    let (at, size) = (window.outer_position().ok()?, window.inner_size().ok()?);
    if window.is_minimized().ok()? || size.width == 0 || size.height == 0 {
        return None;
    }
    let now = Place { x: at.x, y: at.y, width: size.width, height: size.height, maximized };
    // What fills the screen comes back to the size it had before.
    let place = match kept(app).filter(|_| maximized) {
        Some(before) => Place { maximized, ..before },
        None => now,
    };
    let file = file(app)?;
    fs::create_dir_all(file.parent()?).ok()?;
    fs::write(file, serde_json::to_vec(&place).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn place(x: i32, y: i32, width: u32, height: u32) -> Place {
        Place { x, y, width, height, maximized: false }
    }

    const LAPTOP: Place = place(0, 0, 1280, 720);
    const BESIDE: Place = place(1280, -200, 1920, 1080);

    #[test]
    fn a_window_comes_back_where_it_was() {
        let was = place(1400, -100, 1440, 900);
        assert_eq!(was.on(&[LAPTOP, BESIDE]), Some(was));
    }

    #[test]
    fn what_is_larger_than_its_screen_or_over_its_edge_comes_onto_it() {
        assert_eq!(place(-80, -90, 1440, 900).on(&[LAPTOP]), Some(LAPTOP));
        assert_eq!(place(900, 500, 960, 600).on(&[LAPTOP]), Some(place(320, 120, 960, 600)));
    }

    #[test]
    fn a_place_on_a_screen_that_is_gone_is_none() {
        for gone in
            [place(1400, 100, 960, 600), place(-900, 10, 960, 600), place(100, 700, 960, 600)]
        {
            assert_eq!(gone.on(&[LAPTOP]), None, "{gone:?}");
        }
        assert_eq!(place(0, 0, 960, 600).on(&[]), None);
    }
}
