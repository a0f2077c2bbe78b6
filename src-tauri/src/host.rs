//! The one command into the core, and cancelling.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tauri::{AppHandle, Emitter, Manager, State, UserAttentionType};

use crate::WINDOW;
use crate::progress::{Follower, Job, Jobs};

/// What the window's commands work on.
pub(crate) struct Shell {
    host: Arc<Mutex<api::Host>>,
    jobs: Jobs,
}

impl Shell {
    /// Works for the person who is logged in to the computer, on the system's day.
    pub(crate) fn new() -> Shell {
        let host = api::Host::new(&logged_in(), None).with_log();
        Shell { host: Arc::new(Mutex::new(host)), jobs: Jobs::default() }
    }
}

impl Shell {
    /// Closes the database when nobody has been at work for long enough. What is under way is not
    /// interrupted.
    pub(crate) fn lock_when_idle(&self) -> Option<Value> {
        self.host.try_lock().ok()?.lock_when_idle()
    }
}

/// The user name that Windows, or else the login shell, gives.
fn logged_in() -> String {
    let named =
        ["USERNAME", "USER", "LOGNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    named.into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

/// Runs the use case `name` with `payload`. With a `progress_id` it is followed by the event
/// `progress` and can be cancelled.
///
/// # Errors
/// The core's reply {code, message, place?}; `internal` without a sentence when the core broke down.
#[tauri::command]
pub(crate) async fn call(
    app: AppHandle,
    name: String,
    payload: Value,
    progress_id: Option<String>,
) -> Result<Value, Value> {
    let shell = app.state::<Shell>();
    let host = Arc::clone(&shell.host);
    let job = progress_id.clone().map(|id| shell.jobs.start(id));
    let began = Instant::now();
    let window = app.clone();
    // Databases and files block; the window must not.
    let work =
        tauri::async_runtime::spawn_blocking(move || run(&host, &name, payload, job, &window));
    let reply = work.await;
    if let Some(id) = &progress_id {
        shell.jobs.end(id);
        tell(&app, began.elapsed());
    }
    reply.unwrap_or_else(|_| Err(broken()))
}

/// How long a job takes before somebody turns to something else.
const LONG: Duration = Duration::from_secs(5);

/// A job that took its time is done: whoever works in another window sees it in the taskbar.
fn tell(app: &AppHandle, took: Duration) {
    let window = app.get_webview_window(WINDOW).filter(|_| took >= LONG);
    if let Some(window) = window.filter(|window| !window.is_focused().unwrap_or(true)) {
        // A desktop that cannot say it is no reason to fail what was done.
        let _ = window.request_user_attention(Some(UserAttentionType::Informational));
    }
}

/// Asks the job `id` to stop at its next safe place.
#[tauri::command]
pub(crate) fn cancel(shell: State<'_, Shell>, id: String) {
    shell.jobs.cancel(&id);
}

fn run(
    host: &Mutex<api::Host>,
    name: &str,
    payload: Value,
    job: Option<Job>,
    window: &AppHandle,
) -> Result<Value, Value> {
    let follower = Follower::new(job, |progress| {
        // A window that is closing misses nothing by missing a report.
        let _ = window.emit_to(WINDOW, "progress", progress);
    });
    // A poisoned lock means that a call broke down half-way: what the host holds is not to be trusted.
    let mut host = host.lock().map_err(|_| broken())?;
    host.call(name, payload, &follower)
        .map_err(|error| serde_json::to_value(error).unwrap_or_else(|_| broken()))
}

/// The reply when the core broke down; the screen has the sentence.
fn broken() -> Value {
    json!({ "code": "internal", "message": "" })
}
