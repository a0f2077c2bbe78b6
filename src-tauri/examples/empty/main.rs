//! An empty window: the floor that `cargo xtask bench` holds the program's start against.
//!
//! The same framework, web view and window size; a page that says one word and no core behind it.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/empty/tauri.conf.json"))
}
