//! The application, from its start to its end.

use std::ops::Deref;

use crate::driver::Driver;
use crate::{Home, Page, Result};

/// A running application. Dropped, it is killed together with its driver.
pub struct Application {
    page: Page,
    // Ends before the home that it writes in.
    driver: Driver,
    home: Home,
}

impl Application {
    /// Starts in a home where it never ran.
    ///
    /// # Errors
    /// When driver or application do not start, or no page comes.
    pub async fn start() -> Result<Application> {
        Application::start_in(Home::new()?).await
    }

    /// Starts in `home`, where it may have run before.
    ///
    /// # Errors
    /// As [`Application::start`].
    pub async fn start_in(home: Home) -> Result<Application> {
        home.forget_answers()?;
        let mut driver = Driver::start(&home)?;
        let page = Page::new(driver.connect().await?);
        // Vue has mounted when there is something to read.
        if let Err(error) = page.wait_for("main").await {
            return Err(format!("{error}\nIts script says: {}", page.script_fault().await?).into());
        }
        Ok(Application { page, driver, home })
    }

    /// The folders it runs in.
    #[must_use]
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The driver's process, below which the application and the web view's processes are.
    #[must_use]
    pub fn driver_process(&self) -> u32 {
        self.driver.process()
    }

    /// Where the program lies that is driven.
    ///
    /// # Errors
    /// When it was not built.
    pub fn program() -> Result<std::path::PathBuf> {
        crate::driver::program()
    }

    /// Closes the window, as a person does, and leaves the home for the next start.
    ///
    /// # Errors
    /// When the window does not close.
    pub async fn quit(self) -> Result<Home> {
        let Application { page, driver, home } = self;
        page.close().await?;
        drop(driver);
        Ok(home)
    }

    /// Ends it in the middle of whatever it does, as a power cut would.
    #[must_use]
    pub fn kill(self) -> Home {
        let Application { driver, home, .. } = self;
        drop(driver);
        home
    }
}

impl Deref for Application {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}
