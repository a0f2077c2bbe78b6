//! One binary for all tests of the window: they run beside each other, each in a home of its own.

mod dialogs;
mod start;
