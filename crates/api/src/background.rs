//! A backup that is made beside the work: the window goes on answering meanwhile.

use std::thread;

use app::payments::Unwatched;

use crate::{ErrorReply, Host};

impl Host {
    /// Begins the day's backup where one is due and none is on its way.
    ///
    /// # Errors
    /// When no database is open, or the place is not there.
    pub(crate) fn begin_daily_backup(&mut self) -> Result<bool, ErrorReply> {
        if self.background.is_some() {
            return Ok(false);
        }
        let app = self.app()?;
        let Some(reason) = app.backup_due(false)? else { return Ok(false) };
        let job = app.begin_backup(None, reason)?;
        self.background = Some(thread::spawn(move || job.run(&Unwatched)));
        Ok(true)
    }

    /// Ends a backup that is made; `wait` for one that is not yet. What went wrong is seen by the age
    /// of the last one.
    pub(crate) fn end_background(&mut self, wait: bool) {
        if !self.background.as_ref().is_some_and(|made| wait || made.is_finished()) {
            return;
        }
        let made = self.background.take().and_then(|made| made.join().ok());
        if let (Some(Ok(done)), Ok(app)) = (made, self.app()) {
            let _ = app.end_backup(done);
        }
    }
}
