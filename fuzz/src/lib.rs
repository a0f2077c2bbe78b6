//! What the fuzz targets try.

pub mod readers;
