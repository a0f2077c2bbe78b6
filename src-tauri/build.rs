//! Embeds the screen, the icons and the list of commands that the window may be allowed to call.

fn main() {
    let commands = tauri_build::AppManifest::new()
        .commands(&["call", "cancel", "copy", "pick", "quit", "reveal"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
