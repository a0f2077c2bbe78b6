//! Finished values to bytes: booking files for the finance system, printed documents, workbooks.
//!
//! What is written comes in as arguments: strings, dates, names, amounts. Nothing here reads a
//! clock, opens a file or knows a sentence of any language, so the same input gives the same bytes.
//!
//! - [`archive`]: several files in one;
//! - [`booking`]: one booking order as Agresso XML, Agresso GL07, SIE 4I, CSV or XLSX;
//! - [`cells`]: whole tables of a database in formats that outlive a program;
//! - [`document`]: what a printed document is made of; [`pdf`] turns it into bytes;
//! - [`statement`] and [`order`]: the documents of this program;
//! - [`table`]: typed tables, which [`pdf`] prints and [`workbook`] writes as sheets.

pub mod archive;
pub mod booking;
pub mod cells;
pub mod csv_table;
pub mod document;
pub mod fault;
pub mod order;
pub mod pdf;
pub mod statement;
pub mod table;
pub mod workbook;

pub use fault::{Cause, ExportFault};
