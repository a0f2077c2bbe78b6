//! The one door: an operation is permitted, done, and answered without whom it does not show.

use app::Shown;
use app::payments::Watch;
use serde_json::Value;

use crate::areas::payments::{PreviewRequest, preview_rows};
use crate::areas::training::refuse_files;
use crate::error::ErrorReply;
use crate::hidden::{Asked, refuse_hidden};
use crate::host::Host;
use crate::listing::{Arranged, List, Listing, SHOWN};
use crate::operation::{Operation, Shows, decoded, encoded};
use crate::operations::operation;
use crate::reading::Readable;

/// Whether a fault is of the file itself, as where a stick was pulled out.
fn is_of_file(code: &str) -> bool {
    ["database-fault", "database-corrupt", "file-system", "file-missing"].contains(&code)
}

impl Host {
    /// Does the operation `name` with the request `payload`.
    ///
    /// # Errors
    /// [`ErrorReply`] with a code, a Swedish text and, where there is one, a place.
    pub fn call(
        &mut self,
        name: &str,
        payload: Value,
        watch: &dyn Watch,
    ) -> Result<Value, ErrorReply> {
        let mut answer = self.called(name, payload, watch);
        if let (Err(reply), Some(app)) = (&mut answer, self.opened())
            && is_of_file(&reply.code)
            && !app.path().exists()
        {
            *reply = ErrorReply::new("database-gone", &[]);
        }
        if let (Err(reply), Some(log)) = (&answer, self.log()) {
            // A name that is none could be anything.
            let known = operation(name).map_or("-", |operation| operation.name);
            log.note(&app::clock::now_utc(), known, &reply.code);
        }
        answer
    }

    fn called(
        &mut self,
        name: &str,
        payload: Value,
        watch: &dyn Watch,
    ) -> Result<Value, ErrorReply> {
        self.end_background(false);
        let Some(operation) = operation(name) else {
            return Err(ErrorReply::new("unknown-operation", &[]));
        };
        self.permit(operation)?;
        // What was meant by a field that is not there would be left undone unseen.
        if let Some(field) = operation.unknown_field(&payload) {
            return Err(ErrorReply::bad_request(&field, &field));
        }
        refuse_hidden(operation, &payload)?;
        if let Some(app) = self.opened().filter(|app| app.is_cut()) {
            operation.require_in_scope(app, &payload)?;
        }
        refuse_files(self, &payload)?;
        if let Some(list) = operation.list {
            let listing = Listing::of(&payload)?;
            if listing.wants_order() {
                return self.arranged(operation, list, &listing, payload, watch);
            }
        }
        self.answered(operation, payload, watch)
    }

    /// What an operation answers, hidden what it does not show. What takes it back is noted before that,
    /// and what was read of whom after it.
    fn answered(
        &mut self,
        operation: &Operation,
        payload: Value,
        watch: &dyn Watch,
    ) -> Result<Value, ErrorReply> {
        let before = self.before(operation, &payload);
        let asked = Asked::of(operation, &payload);
        let readable = Readable::of(operation, &payload);
        let answer = (operation.answer)(self, payload, watch);
        if let (Some(before), Ok(answer)) = (before, &answer) {
            self.note_step(before, answer);
        }
        let answer = self.hide(operation, &asked, answer)?;
        if let (Some(readable), Some(app)) = (readable, self.opened()) {
            app.note_reading(&readable.seen(&answer))?;
        }
        Ok(answer)
    }

    /// A list in the order that is asked for: all its rows are answered as ever, and put in order as they
    /// are shown.
    fn arranged(
        &mut self,
        operation: &Operation,
        list: &'static List,
        listing: &Listing,
        mut payload: Value,
        watch: &dyn Watch,
    ) -> Result<Value, ErrorReply> {
        let sorted = Listing { page: 0, at: None, all: true, ..listing.clone() };
        payload[SHOWN] = serde_json::to_value(&sorted).unwrap_or_default();
        let made_from = self.made_from(operation, &payload)?;
        if self.arranged.as_ref().is_none_or(|kept| kept.made_from != made_from) {
            let answer = self.answered(operation, payload, watch)?;
            self.arranged = Some(Arranged::of(list, listing, made_from, answer)?);
        }
        Ok(self.arranged.as_ref().map(|kept| kept.part(list, listing)).unwrap_or_default())
    }

    /// All that an answer hangs on: what was asked, what has happened, on which day, and who is shown.
    fn made_from(&self, operation: &Operation, payload: &Value) -> Result<String, ErrorReply> {
        let of_database = match self.opened() {
            None => String::new(),
            Some(app) => format!(
                "{:?} {:?} {:?} {}",
                app.newest()?,
                app.actor(),
                app.opened_persons(),
                app.protection_day(),
            ),
        };
        Ok(format!("{} {payload} {} {of_database}", operation.name, self.today()))
    }

    /// Refuses an operation that the acting person may not be handed: in a database with users by the
    /// roles of whoever is logged in.
    fn permit(&self, operation: &Operation) -> Result<(), ErrorReply> {
        operation.permit(self.rights)?;
        match self.opened() {
            Some(app) => Ok(app.permit(operation.needs, operation.is_for_boards())?),
            None => Ok(()),
        }
    }

    /// An answer without the protected persons that it does not show.
    fn hide(
        &self,
        operation: &Operation,
        asked: &Asked,
        answer: Result<Value, ErrorReply>,
    ) -> Result<Value, ErrorReply> {
        let whole = matches!(operation.shows, Shows::Tables | Shows::AsAnswered);
        let Some(app) = self.opened().filter(|_| !whole) else { return answer };
        let opened = asked.shown(app)?;
        let shown = Shown { opened: &opened, parts: operation.parts };
        match answer {
            Ok(mut answer) => {
                app.hide_protected(&mut answer, shown)?;
                Ok(answer)
            }
            Err(mut reply) => {
                reply.hide_protected(app, shown)?;
                Err(reply)
            }
        }
    }

    /// Does `payments.preview`, but hands every payment to `each` as soon as it has been read; `each`
    /// says whether to go on. The answer holds no payments.
    ///
    /// # Errors
    /// As [`Host::call`].
    pub fn preview(
        &mut self,
        request: Value,
        watch: &dyn Watch,
        each: &mut dyn FnMut(Value) -> bool,
    ) -> Result<Value, ErrorReply> {
        let Some(operation) = operation("payments.preview") else {
            return Err(ErrorReply::new("unknown-operation", &[]));
        };
        self.permit(operation)?;
        let request: PreviewRequest = decoded(request)?;
        let app = self.app()?;
        // The database is busy meanwhile.
        let mask = app.mask()?;
        let answer = preview_rows(app, &request, watch, &mut |payment| {
            let mut payment = serde_json::to_value(&payment).unwrap_or_default();
            mask.hide(&mut payment);
            each(payment)
        });
        let answer = answer.and_then(|answer| encoded(&answer));
        self.hide(operation, &Asked::Nobody, answer)
    }
}
