//! Where bytes come from.

use std::io::{Read, Seek};

/// Where bytes come from: an open file, or bytes in memory.
pub trait Source: Read + Seek {}

impl<S: Read + Seek> Source for S {}
