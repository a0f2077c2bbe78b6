//! Made-up registers and lists.

use api::{ErrorReply, Host};
use sample::{SampleError, SampleRequest};
use serde_json::Value;

use crate::arguments::Arguments;

/// Writes a sample; no database is opened.
pub(super) fn sample(_: &mut Host, arguments: &Arguments) -> Result<Value, ErrorReply> {
    let request = SampleRequest {
        persons: arguments.number("persons")?,
        months: arguments.number("months")?,
        rows: arguments.number("rows")?,
        seed: arguments.number("seed")?.unwrap_or_default(),
        anomalies: arguments.number("anomalies")?.unwrap_or_default(),
        expected: arguments.flag("expected"),
        claims: arguments.flag("claims"),
        training: arguments.flag("training-month"),
        folder: arguments.required("out")?,
    };
    let written = sample::write(request).map_err(told)?;
    serde_json::to_value(written).map_err(|_| ErrorReply::new("internal", &[]))
}

fn told(error: SampleError) -> ErrorReply {
    match &error {
        SampleError::Request { field, reason } => ErrorReply::bad_request(field, reason),
        SampleError::Size => ErrorReply { by_rule: true, ..ErrorReply::new(error.code(), &[]) },
        SampleError::Damaged(_) | SampleError::Io(_) => ErrorReply::new(error.code(), &[]),
    }
}
