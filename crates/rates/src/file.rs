//! The format of a file in `assets/rates`, as it is written. Words and days are texts here, so that
//! one that is wrong is told with its line and hides no other.

use serde::Deserialize;
use toml::Spanned;

/// A compensation as its file writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CompensationFile {
    pub(crate) code: Spanned<String>,
    pub(crate) name: Spanned<String>,
    pub(crate) short_name: Spanned<String>,
    pub(crate) ordinance: Spanned<String>,
    pub(crate) section: String,
    pub(crate) unit: Spanned<String>,
    pub(crate) ask: Spanned<String>,
    pub(crate) rate_by: Spanned<String>,
    pub(crate) age_at: Option<Spanned<String>>,
    pub(crate) limit_by: Option<Spanned<String>>,
    pub(crate) payment: Spanned<String>,
    pub(crate) appealable: bool,
    pub(crate) checked_on: Spanned<String>,
    pub(crate) allowed_age_days: u16,
    pub(crate) set_yearly: bool,
    pub(crate) counting: Spanned<toml::Table>,
    pub(crate) instead: Option<Spanned<toml::Table>>,
    pub(crate) wording: Vec<Spanned<WordingFile>>,
    #[serde(default)]
    pub(crate) case: Vec<Spanned<CaseFile>>,
}

/// A wording: what it does not say is as in the one before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordingFile {
    pub(crate) from: Option<Spanned<String>>,
    pub(crate) until: Option<Spanned<String>>,
    pub(crate) sfs: Spanned<String>,
    pub(crate) changed: Option<Spanned<String>>,
    pub(crate) for_whom: Option<Spanned<String>>,
    pub(crate) source: Option<String>,
    pub(crate) whose: Option<Spanned<String>>,
    pub(crate) last_day: Option<Spanned<String>>,
    pub(crate) evidence: Option<Vec<Spanned<String>>>,
    pub(crate) open: Option<Vec<Spanned<String>>>,
    pub(crate) entitled: Option<Vec<Spanned<toml::Table>>>,
}

/// A case with its values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseFile {
    pub(crate) name: Spanned<String>,
    pub(crate) age_from: Option<Spanned<toml::Value>>,
    pub(crate) age_below: Option<Spanned<toml::Value>>,
    pub(crate) item: Option<Spanned<String>>,
    pub(crate) received_from: Option<Spanned<String>>,
    pub(crate) received_until: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) settled: Vec<Spanned<String>>,
    #[serde(default)]
    pub(crate) value: Vec<Spanned<ValueFile>>,
}

/// A value between two days, or a hole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ValueFile {
    pub(crate) valid_from: Spanned<String>,
    pub(crate) valid_until: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) hole: bool,
    pub(crate) value: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) amended_by: Vec<String>,
    #[serde(default)]
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) verified: bool,
    pub(crate) checked_on: Option<Spanned<String>>,
    pub(crate) note: Option<String>,
}
