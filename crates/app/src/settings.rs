//! The municipality's settings, each with a value from the beginning.

use std::collections::BTreeMap;
use std::path::Path;

use domain::entitlement::{Allocation, City, Forecast, Places};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Changed, Read};
use ts_rs::TS;

use crate::backup::BackupSettings;
use crate::days::DaySpan;
use crate::error::{AppError, RefusalCode};
use crate::intake::IntakeSettings;
use crate::law::{Everybodys, check_numbers, read_numbers};
use crate::print::Print;
use crate::{Action, App, Result};

mod claims;
mod security;

pub use claims::{ClaimSettings, EscalationStep};
pub use security::SecuritySettings;

/// Whose database it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Its name.
    pub name: String,
    /// Its organisation number, with hyphen.
    pub organisation_number: String,
    /// Whether the database is for practice.
    #[serde(default)]
    pub training: bool,
}

/// How booking orders and their files are made (Agresso GL07 and XML, SIE 4I).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BookingSettings {
    /// Letters before the year in an order's number.
    pub number_prefix: String,
    /// Whether the bank's own file has booked the credit already.
    pub bank_already_booked: bool,
    /// The account for periods that end before the fiscal year; none: ask.
    pub receivable_account: Option<String>,
    /// Whether there is a thirteenth period for what is booked when the year is closed.
    pub thirteenth_period: bool,
    /// The name of the receivable account.
    pub receivable_account_name: String,
    /// Agresso: code of the sending system.
    pub interface: String,
    /// Agresso: voucher type.
    pub voucher_type: String,
    /// Agresso: client.
    pub client: String,
    /// Agresso: tax code.
    pub tax_code: String,
    /// Who signs the files.
    pub signature: String,
    /// Own texts of vouchers by kind; `{month}` stands for the month of payment.
    pub voucher_texts: BTreeMap<String, String>,
    /// Names of counterparts by code.
    pub counterpart_names: BTreeMap<String, String>,
    /// SIE dimension numbers and names: cost centre, activity, counterpart.
    pub sie_dimensions: [(u16, String); 3],
    /// Agresso dimension numbers, 1 to 7: cost centre, activity, counterpart.
    pub agresso_dimensions: [u8; 3],
    /// Whether letters that a format lacks are replaced by plain ones; else the file is refused.
    pub replace_unencodable: bool,
}

impl Default for BookingSettings {
    fn default() -> BookingSettings {
        BookingSettings {
            number_prefix: "MIGV".to_owned(),
            bank_already_booked: true,
            receivable_account: None,
            thirteenth_period: false,
            receivable_account_name: "Fordran statsbidrag".to_owned(),
            interface: "BI".to_owned(),
            voucher_type: "MV".to_owned(),
            client: "EX".to_owned(),
            tax_code: "0".to_owned(),
            signature: "EXEMPEL".to_owned(),
            voucher_texts: BTreeMap::new(),
            counterpart_names: BTreeMap::from([("813".to_owned(), "Migrationsverket".to_owned())]),
            // 1 is reserved for cost centres, 20 and up are free (SIE 4B, section 8.17).
            sie_dimensions: [
                (1, "Ansvar".to_owned()),
                (20, "Verksamhet".to_owned()),
                (21, "Motpart".to_owned()),
            ],
            agresso_dimensions: [1, 2, 7],
            replace_unencodable: false,
        }
    }
}

/// Largest inputs that are read, and largest files for the agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LimitSettings {
    /// A whole file, in MB (1 048 576 bytes).
    pub file_mb: u64,
    /// One field, in kB (1 024 bytes).
    pub field_kb: u64,
    /// Rows of a spreadsheet.
    pub xlsx_rows: u32,
    /// A spreadsheet unpacked, in MB.
    pub xlsx_unpacked_mb: u64,
    /// A file of a claim's package, in MB: what the agency's service takes.
    pub package_mb: u64,
}

impl Default for LimitSettings {
    fn default() -> LimitSettings {
        LimitSettings {
            file_mb: 512,
            field_kb: 64,
            xlsx_rows: 100_000,
            xlsx_unpacked_mb: 200,
            package_mb: 25,
        }
    }
}

impl LimitSettings {
    pub(crate) fn limits(&self) -> importing::Limits {
        importing::Limits {
            file_bytes: self.file_mb << 20,
            field_bytes: usize::try_from(self.field_kb << 10).unwrap_or(usize::MAX),
            xlsx_rows: self.xlsx_rows,
            xlsx_unpacked_bytes: self.xlsx_unpacked_mb << 20,
        }
    }
}

/// How the screen looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ScreenSettings {
    /// The municipality's colour as `#rrggbb`.
    pub accent: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Whether single letters work as shortcuts in lists.
    pub letter_keys: bool,
    /// `dense` or `airy` rows.
    pub density: String,
}

impl Default for ScreenSettings {
    fn default() -> ScreenSettings {
        ScreenSettings {
            accent: "#1d5380".to_owned(),
            theme: "system".to_owned(),
            letter_keys: true,
            density: "dense".to_owned(),
        }
    }
}

/// The schools of the city.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SchoolSettings {
    /// The terms, in order.
    pub terms: Vec<DaySpan>,
}

/// The city's own numbers, which sums without persons are paid by (SFS 2017:193, 7, 14 and 18 a §§).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct NumberSettings {
    /// Forecasts of the number of children, and the city's share.
    #[ts(type = "{ year: number; children: number; share_per_mille: number | string }[]")]
    pub forecasts: Vec<Forecast>,
    /// Allocation numbers, in the order in which they were set.
    #[ts(type = "{ from: string; until: string; set_on: string; number: number }[]")]
    pub allocations: Vec<Allocation>,
    /// Places made ready, stage by stage.
    #[ts(type = "{ from: string; until: string; number: number }[]")]
    pub places: Vec<Places>,
}

/// What is decided for the whole country and no ordinance says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct NationalSettings {
    /// Days on which mass influx has been judged to be (mottagandelagen 2026:999, 2 kap. 4 § 2).
    pub mass_influx: Vec<DaySpan>,
}

impl From<NumberSettings> for City {
    fn from(numbers: NumberSettings) -> City {
        let NumberSettings { forecasts, allocations, places } = numbers;
        City { forecasts, allocations, places, ..City::default() }
    }
}

/// Who writes to the agency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LetterSettings {
    /// Whom to answer: name, telephone, e-mail.
    pub contact: String,
    /// Postal address.
    pub address: String,
    /// The city's reference, such as a diary number.
    pub reference: String,
}

/// All settings together, as they are exported and imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Whose database it is.
    pub municipality: Municipality,
    /// Booking orders.
    pub booking: BookingSettings,
    /// Limits of input.
    pub limits: LimitSettings,
    /// The screen.
    pub screen: ScreenSettings,
    /// The schools.
    pub school: SchoolSettings,
    /// The city's own numbers.
    pub numbers: NumberSettings,
    /// What is decided for the whole country.
    pub national: NationalSettings,
    /// How units are asked for what claims build on.
    pub intake: IntakeSettings,
    /// Where backups go, and how often.
    pub backup: BackupSettings,
    /// Claims.
    pub claims: ClaimSettings,
    /// Letters to the agency.
    pub letters: LetterSettings,
    /// Locking.
    pub security: SecuritySettings,
}

impl Settings {
    /// The same with the city's numbers as somebody has written them.
    ///
    /// # Errors
    /// Every fault of the numbers and of the rest, each at its field.
    pub fn with_numbers(self, written: &Value) -> Result<Settings> {
        let rest = Settings { numbers: NumberSettings::default(), ..self };
        let City { forecasts, allocations, places, .. } = match read_numbers(written) {
            Ok(city) => city,
            Err(fault) => {
                let faults = check(&rest).err().into_iter().chain([fault]);
                return Err(AppError::one_or_several(faults.collect()));
            }
        };
        Ok(Settings { numbers: NumberSettings { forecasts, allocations, places }, ..rest })
    }
}

fn part<T: DeserializeOwned + Default>(read: &Read<'_>, name: &str) -> Result<T> {
    match read.setting(name)? {
        Some(value) => {
            serde_json::from_value(value).map_err(|_| store::StoreError::Damaged("setting").into())
        }
        None => Ok(T::default()),
    }
}

/// Reads every setting.
///
/// # Errors
/// When the database cannot be read.
pub(crate) fn read_settings(read: &Read<'_>) -> Result<Settings> {
    Ok(Settings {
        municipality: part(read, "municipality")?,
        booking: part(read, "booking")?,
        limits: part(read, "limits")?,
        screen: part(read, "screen")?,
        school: part(read, "school")?,
        numbers: part(read, "numbers")?,
        national: part(read, "national")?,
        intake: part(read, "intake")?,
        backup: part(read, "backup")?,
        claims: part(read, "claims")?,
        letters: part(read, "letters")?,
        security: part(read, "security")?,
    })
}

fn parts_of(settings: &Settings) -> [(&'static str, Value); 12] {
    [
        ("municipality", json!(settings.municipality)),
        ("booking", json!(settings.booking)),
        ("limits", json!(settings.limits)),
        ("screen", json!(settings.screen)),
        ("school", json!(settings.school)),
        ("numbers", json!(settings.numbers)),
        ("national", json!(settings.national)),
        ("intake", json!(settings.intake)),
        ("backup", json!(settings.backup)),
        ("claims", json!(settings.claims)),
        ("letters", json!(settings.letters)),
        ("security", json!(settings.security)),
    ]
}

/// Refuses settings that nothing could work with: every fault at once.
pub(crate) fn check(settings: &Settings) -> Result<()> {
    let mut faults = Vec::new();
    let wrong = |name: &str, reason: &str| {
        AppError::refused(RefusalCode::SettingValue)
            .with("name", name)
            .with("reason", reason)
            .in_field(name)
    };
    if settings.municipality.name.trim().is_empty() {
        let unnamed = AppError::refused(RefusalCode::MunicipalityName);
        faults.push(unnamed.in_field("municipality.name"));
    }
    let number = &settings.municipality.organisation_number;
    if domain::identity::OrganisationNumber::parse(number).is_err() {
        let wrong = AppError::refused(RefusalCode::OrganisationNumber);
        faults.push(wrong.in_field("municipality.organisation_number"));
    }
    let mut last = None;
    for (index, term) in settings.school.terms.iter().enumerate() {
        let backwards = term.until <= term.from;
        if backwards || last.is_some_and(|last| term.from <= last) {
            let day = if backwards { "until" } else { "from" };
            let refused = AppError::refused(RefusalCode::SchoolTerms).with("term", term.from);
            faults.push(refused.in_field(&format!("school.terms[{index}].{day}")));
        }
        last = Some(term.until);
    }
    for (index, days) in settings.national.mass_influx.iter().enumerate() {
        if days.until < days.from {
            let refused = AppError::refused(RefusalCode::MassInfluxDays).with("from", days.from);
            faults.push(refused.in_field(&format!("national.mass_influx[{index}].until")));
        }
    }
    let accent = settings.screen.accent.strip_prefix('#');
    if !accent.is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit())) {
        faults.push(wrong("screen.accent", "colour"));
    }
    for (name, text) in [
        ("booking.number_prefix", &settings.booking.number_prefix),
        ("booking.interface", &settings.booking.interface),
        ("booking.voucher_type", &settings.booking.voucher_type),
        ("booking.client", &settings.booking.client),
    ] {
        // 25 characters is the width of these fields in GL07; the number adds year and sequence.
        if text.is_empty() || text.chars().count() > 15 {
            faults.push(wrong(name, "length"));
        }
    }
    faults.extend(settings.claims.faults());
    for (name, text) in [
        ("letters.contact", &settings.letters.contact),
        ("letters.address", &settings.letters.address),
        ("letters.reference", &settings.letters.reference),
    ] {
        if text.chars().count() > 200 || text.chars().any(char::is_control) {
            faults.push(wrong(name, "text"));
        }
    }
    if !settings.security.is_possible() {
        faults.push(wrong("security.lock_minutes", "minutes"));
    }
    let backup = settings.backup.faults().into_iter();
    faults.extend(backup.map(|(name, reason)| wrong(name, reason)));
    faults.extend(check_numbers(&settings.numbers.clone().into()).err());
    AppError::all(faults).map_or(Ok(()), Err)
}

pub(crate) fn put_settings(write: &store::Write<'_>, settings: &Settings) -> Result<()> {
    check(settings)?;
    for (name, value) in parts_of(settings) {
        write.put_setting(name, &value)?;
    }
    Ok(())
}

/// The municipality whose database it is.
pub(crate) fn own_municipality(read: &Read<'_>) -> Result<domain::facts::Municipality> {
    let own: Municipality = part(read, "municipality")?;
    Ok(domain::facts::Municipality(own.name))
}

/// The terms of the city's schools.
pub(crate) fn school_terms(read: &Read<'_>) -> Result<Vec<domain::Period>> {
    let school: SchoolSettings = part(read, "school")?;
    let days = |span: &DaySpan| domain::Period::new(span.from, span.until);
    Ok(school.terms.iter().filter_map(days).collect())
}

impl Settings {
    /// What holds for everybody.
    #[must_use]
    pub fn everybodys(&self) -> Everybodys {
        Everybodys::of(&self.school.terms, &self.national.mass_influx)
    }
}

impl App {
    /// All settings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn settings(&self) -> Result<Settings> {
        read_settings(&self.read())
    }

    /// Writes all settings to a file, as a document that can be brought in elsewhere.
    ///
    /// # Errors
    /// When nothing may be written there, or the disk says no.
    pub fn export_settings(&mut self, target: &Path) -> Result<u64> {
        self.write_print(target, Action::ExportSettings, || {
            let text = format!("{:#}\n", json!(self.settings()?));
            let detail = json!({ "bytes": text.len() });
            Ok(Print { data: text.into_bytes(), object: "settings".to_owned(), detail })
        })
    }

    /// Replaces all settings.
    ///
    /// # Errors
    /// When a value cannot work, or the database cannot be written.
    pub fn change_settings(&mut self, settings: &Settings) -> Result<()> {
        self.change(Action::ChangeSettings, |write| {
            let before = self.settings()?;
            let faults =
                check(settings).err().into_iter().chain(self.intake_faults(&settings.intake)?);
            AppError::all(faults.collect()).map_or(Ok(()), Err)?;
            put_settings(write, settings)?;
            let changed = parts_of(&before)
                .into_iter()
                .zip(parts_of(settings))
                .filter(|(before, after)| before.1 != after.1)
                .map(|((name, was), (_, is))| (name.to_owned(), json!({ "was": was, "is": is })));
            let detail = json!({ "changed": changed.collect::<serde_json::Map<_, _>>() });
            Ok(Changed { value: (), object: "settings".to_owned(), detail })
        })
    }
}
