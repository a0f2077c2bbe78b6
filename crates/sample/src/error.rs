//! What can go wrong when a sample is made.

use std::io;

/// Why a sample was not made.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// Persons, rows and anomalies do not fit together.
    #[error("the order does not work out")]
    Size,
    /// A field of the request lacks, or stands beside one that it excludes.
    #[error("{field}: {reason}")]
    Request {
        /// The field.
        field: &'static str,
        /// What it may be.
        reason: String,
    },
    /// What samples are made of is damaged.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// A file cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl SampleError {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            SampleError::Size => "sample-size",
            SampleError::Request { .. } => "bad-request",
            SampleError::Damaged(_) => "internal",
            SampleError::Io(error) => match error.kind() {
                io::ErrorKind::StorageFull => "disk-full",
                io::ErrorKind::NotFound => "file-missing",
                _ => "file-system",
            },
        }
    }
}

/// What making a sample gives.
pub type Result<T> = std::result::Result<T, SampleError>;
