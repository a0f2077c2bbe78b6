//! The process of WebKitWebDriver, and with it the application that it starts.

use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::{Home, Result, target};

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// A driver; dropped, it takes the application with it.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port, with the environment of `home`.
    pub(crate) fn start(home: &Home) -> Result<Driver> {
        // The port is free again when the listener goes, and the system hands it out anew last.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env_remove("ATERSOK_KEY")
            .envs(home.environment())
            .stdout(Stdio::null())
            // A group of its own, so that the application and the web view's processes end with it.
            .process_group(0)
            .spawn()
            .map_err(|error| format!("WebKitWebDriver (package webkit2gtk-driver): {error}"))?;
        Ok(Driver { process, port })
    }

    /// Starts the application and gives the way to its page.
    pub(crate) async fn connect(&mut self) -> Result<Client> {
        let application = program()?;
        let capabilities = json!({
            "browserName": "wry",
            "webkitgtk:browserOptions": { "binary": application, "args": [] },
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities.as_object().cloned().unwrap_or_default());
        self.wait_until_it_listens().await?;
        Ok(builder.connect(&format!("http://127.0.0.1:{}", self.port)).await?)
    }

    /// The driver's process; the application and the web view's processes are below it.
    pub(crate) fn process(&self) -> u32 {
        self.process.id()
    }

    async fn wait_until_it_listens(&mut self) -> Result {
        let started = std::time::Instant::now();
        while std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait()? {
                return Err(format!("WebKitWebDriver ended: {status}").into());
            }
            if started.elapsed() > PATIENCE {
                return Err("WebKitWebDriver does not answer".into());
            }
            tokio::time::sleep(BETWEEN_TRIES).await;
        }
        Ok(())
    }
}

/// The application that was built for tests.
pub(crate) fn program() -> Result<std::path::PathBuf> {
    let application = target()?.join("debug/atersok");
    if !application.exists() {
        let words = "build it first: cargo build --package atersok --features e2e";
        return Err(format!("{}: {words}", application.display()).into());
    }
    Ok(application)
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        // What has ended already needs no end.
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}
