//! One binary for all tests of the window: they run beside each other, each in a home of its own.

#![cfg(target_os = "linux")]

mod dialogs;
mod main_job;
mod mapping;
mod review;
mod scene;
mod screens;
mod start;
