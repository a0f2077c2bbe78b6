//! The one door: an operation is permitted, done, and answered without whom it does not show.

use app::Shown;
use app::payments::Watch;
use serde_json::Value;

use crate::areas::payments::{PreviewRequest, preview_rows};
use crate::error::ErrorReply;
use crate::hidden::{Asked, refuse_hidden};
use crate::host::Host;
use crate::operation::{Operation, Shows, decoded, encoded};
use crate::operations::operation;

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
        self.end_background(false);
        let Some(operation) = operation(name) else {
            return Err(ErrorReply::new("unknown-operation", &[]));
        };
        self.permit(operation)?;
        refuse_hidden(operation, &payload)?;
        let asked = Asked::of(operation, &payload);
        let answer = (operation.answer)(self, payload, watch);
        self.hide(operation, &asked, answer)
    }

    /// Refuses an operation that the acting person may not be handed: in a database with users by the
    /// roles of whoever is logged in.
    fn permit(&self, operation: &Operation) -> Result<(), ErrorReply> {
        operation.permit(self.rights)?;
        match self.opened() {
            Some(app) => Ok(app.permit(operation.needs, operation.of_boards)?),
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
        let whole = operation.shows == Shows::Tables;
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
