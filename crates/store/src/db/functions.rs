//! What SQL asks the program.

use domain::codes::CodeTable;
use rusqlite::functions::FunctionFlags;

use super::Db;
use super::columns::day_of;
use crate::Result;

impl Db<'_> {
    /// Teaches SQL `compensation(payment_code, payment_date)` by the code table, so that the entries
    /// of a list are made inside the database.
    pub(crate) fn teach_compensation(self, codes: CodeTable) -> Result<()> {
        let flags = FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_UTF8;
        self.connection.create_scalar_function("compensation", 2, flags, move |arguments| {
            let code = arguments.get_raw(0).as_str().unwrap_or_default();
            let date = arguments.get_raw(1).as_str().ok().and_then(day_of);
            let entry = date.and_then(|date| codes.get(code, date));
            Ok(entry.and_then(|entry| entry.compensation.as_ref()).map(|code| code.0.clone()))
        })?;
        Ok(())
    }
}
