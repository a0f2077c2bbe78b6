//! No process of the program opens an internet socket, whatever the window does.
//!
//! What is left out is the connection of the WebDriver, which the test itself brings along: one loopback port that the
//! driver names in the environment. The second test starts the program without a driver and leaves nothing out.

use std::process::{Command, Stdio};
use std::time::Duration;

use e2e::{Application, Home, Result, SocketWatch};

use crate::main_job::main_job;

#[tokio::test]
async fn no_process_opens_an_internet_socket_while_the_main_job_is_done() -> Result {
    let app = Application::start().await?;
    let watch = SocketWatch::begin(app.driver_process(), true);
    main_job(&app).await?;
    let seen = watch.end();
    assert!(seen.processes.iter().any(|name| name == "atersok"), "{seen:?}");
    assert!(seen.processes.iter().any(|name| name.starts_with("WebKitNet")), "{seen:?}");
    assert!(seen.processes.iter().any(|name| name.starts_with("WebKitWeb")), "{seen:?}");
    // The driver's own is seen, so that others would be.
    assert!(!seen.drivers.is_empty(), "{seen:?}");
    assert!(seen.sockets.is_empty(), "{seen:?}");
    Ok(())
}

#[tokio::test]
async fn the_program_by_itself_has_no_internet_socket_at_all() -> Result {
    let home = Home::new()?;
    let mut command = Command::new(Application::program()?);
    command.envs(home.environment()).env_remove("ATERSOK_KEY");
    command.env_remove("TAURI_WEBVIEW_AUTOMATION").stdout(Stdio::null()).stderr(Stdio::null());
    let mut process = command.spawn()?;
    let watch = SocketWatch::begin(process.id(), false);
    tokio::time::sleep(Duration::from_secs(8)).await;
    let alive = process.try_wait()?.is_none();
    let seen = watch.end();
    process.kill()?;
    process.wait()?;
    assert!(alive, "the window stands");
    assert!(seen.processes.iter().any(|name| name.starts_with("WebKitWeb")), "{seen:?}");
    assert!(seen.sockets.is_empty() && seen.drivers.is_empty(), "{seen:?}");
    Ok(())
}
