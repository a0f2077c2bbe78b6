//! The table of commands: words, options, and what each does.

mod house;
mod law;
mod money;
mod persons;

use std::sync::LazyLock;

use crate::arguments::Command;

/// Every command.
pub(crate) fn table() -> &'static [Command] {
    static TABLE: LazyLock<Vec<Command>> = LazyLock::new(|| {
        [house::COMMANDS, persons::COMMANDS, money::COMMANDS, law::COMMANDS].concat()
    });
    &TABLE
}
