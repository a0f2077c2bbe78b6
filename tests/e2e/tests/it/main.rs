//! One binary for all tests of the window: they run beside each other, each in a home of its own.

#![cfg(target_os = "linux")]

mod backup;
mod booked;
mod candidates;
mod cases;
mod claims;
mod costs;
mod decisions;
mod dialogs;
mod distribution;
mod expected;
mod family;
mod intake;
mod keys;
mod last_days;
mod law;
mod log;
mod main_job;
mod mapping;
mod month_work;
mod persons;
mod program;
mod register_drafts;
mod review;
mod scene;
mod school;
mod screens;
mod sizes;
mod sockets;
mod start;
mod tables;
mod training_month;
mod two_persons;
mod users;
mod views;
mod watches;
