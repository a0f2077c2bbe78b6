//! Dates, exactly in the declared form and against the real calendar.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use domain::FindingCode;
use domain::calendar::is_possible;
use serde::{Deserialize, Serialize};

use super::Flaw;

/// A date pattern such as `yyyy-mm-dd`, `yyyymmdd` or `dd.mm.yyyy`: each of the three parts once,
/// in any order, and between them any signs that are neither letters nor digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DateForm {
    pattern: String,
    year: usize,
    month: usize,
    day: usize,
}

/// The text is no date pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date pattern of yyyy, mm and dd")]
pub struct NotADateForm;

impl DateForm {
    /// `yyyy-mm-dd`, the form of Swedish offices (SS-ISO 8601).
    #[must_use]
    pub fn iso() -> DateForm {
        DateForm { pattern: "yyyy-mm-dd".to_owned(), year: 0, month: 5, day: 8 }
    }

    /// The pattern as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.pattern
    }

    /// The day in this form.
    #[must_use]
    pub fn write(&self, day: NaiveDate) -> String {
        self.pattern
            .replace("yyyy", &format!("{:04}", day.year()))
            .replace("mm", &format!("{:02}", day.month()))
            .replace("dd", &format!("{:02}", day.day()))
    }

    /// Whether every text in this form is also in the other: then they cannot be told apart.
    #[must_use]
    pub fn has_shape_of(&self, other: &DateForm) -> bool {
        let shape = |form: &DateForm| form.pattern.replace(['y', 'm', 'd'], "0");
        shape(self) == shape(other)
    }

    /// Year, month and day; none unless the text has exactly this form.
    fn parts(&self, text: &str) -> Option<(u32, u32, u32)> {
        let bytes = text.as_bytes();
        if bytes.len() != self.pattern.len() {
            return None;
        }
        for (byte, sign) in bytes.iter().zip(self.pattern.bytes()) {
            let fits = match sign {
                b'y' | b'm' | b'd' => byte.is_ascii_digit(),
                sign => *byte == sign,
            };
            if !fits {
                return None;
            }
        }
        let number = |at: usize, digits: usize| {
            bytes[at..at + digits].iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0'))
        };
        Some((number(self.year, 4), number(self.month, 2), number(self.day, 2)))
    }
}

impl FromStr for DateForm {
    type Err = NotADateForm;

    fn from_str(pattern: &str) -> Result<DateForm, NotADateForm> {
        let place = |part: &str| pattern.find(part).ok_or(NotADateForm);
        let (year, month, day) = (place("yyyy")?, place("mm")?, place("dd")?);
        let others = pattern.replacen("yyyy", "", 1).replacen("mm", "", 1).replacen("dd", "", 1);
        if !others.is_ascii() || others.chars().any(char::is_alphanumeric) {
            return Err(NotADateForm);
        }
        Ok(DateForm { pattern: pattern.to_owned(), year, month, day })
    }
}

impl TryFrom<String> for DateForm {
    type Error = NotADateForm;
    fn try_from(pattern: String) -> Result<DateForm, NotADateForm> {
        pattern.parse()
    }
}

impl From<DateForm> for String {
    fn from(form: DateForm) -> String {
        form.pattern
    }
}

impl fmt::Display for DateForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.pattern)
    }
}

/// Reads a date in one of the forms. The text is trimmed and not empty.
pub(crate) fn read_date(text: &str, forms: &[DateForm]) -> Result<NaiveDate, Flaw> {
    for form in forms {
        let Some((year, month, day)) = form.parts(text) else { continue };
        let date = i32::try_from(year).ok().and_then(|y| NaiveDate::from_ymd_opt(y, month, day));
        let date = date.filter(|day| is_possible(*day));
        return date.ok_or_else(|| Flaw::new(FindingCode::DateImpossible).quoting(text));
    }
    let form = forms.first().map_or("", DateForm::as_str);
    Err(Flaw::new(FindingCode::DateForm).quoting(text).with("form", form))
}

/// As [`read_date`] for a typed correction, which may also be an ISO date.
pub(crate) fn read_plain_date(text: &str, forms: &[DateForm]) -> Result<NaiveDate, Flaw> {
    read_date(text, forms).or_else(|flaw| match flaw.code {
        FindingCode::DateForm => {
            read_date(text, &[DateForm::iso()]).map_err(|iso| match iso.code {
                FindingCode::DateImpossible => iso,
                _ => flaw,
            })
        }
        _ => Err(flaw),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use FindingCode as C;

    fn read(text: &str, forms: &[&str]) -> Result<String, FindingCode> {
        let forms: Vec<DateForm> = forms.iter().map(|form| form.parse().unwrap()).collect();
        read_date(text, &forms).map(|day| day.to_string()).map_err(|flaw| flaw.code)
    }

    #[test]
    fn years_that_nobody_means_are_impossible() {
        for text in ["0226-10-30", "1899-12-31", "2201-01-01"] {
            assert_eq!(read(text, &["yyyy-mm-dd"]), Err(C::DateImpossible), "{text}");
        }
    }

    #[test]
    fn exactly_the_declared_form() {
        let ok = || Ok("2026-10-30".to_owned());
        assert_eq!(read("2026-10-30", &["yyyy-mm-dd"]), ok());
        assert_eq!(read("20261030", &["yyyymmdd"]), ok());
        assert_eq!(read("30.10.2026", &["dd.mm.yyyy"]), ok());
        assert_eq!(read("10/30/2026", &["mm/dd/yyyy"]), ok());
        assert_eq!(read("20261030", &["yyyy-mm-dd", "yyyymmdd"]), ok());
        for text in [
            "20261030",
            "2026-10-3",
            "26-10-30",
            "2026/10/30",
            "46325",
            "2026-10-30 00:00",
            "å026-10-3",
        ] {
            assert_eq!(read(text, &["yyyy-mm-dd"]), Err(C::DateForm), "{text}");
        }
    }

    #[test]
    fn against_the_real_calendar() {
        assert_eq!(read("2028-02-29", &["yyyy-mm-dd"]), Ok("2028-02-29".into()));
        for text in ["2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31"] {
            assert_eq!(read(text, &["yyyy-mm-dd"]), Err(C::DateImpossible), "{text}");
        }
        assert_eq!(read("30/10/2026", &["mm/dd/yyyy"]), Err(C::DateImpossible));
    }

    #[test]
    fn a_correction_may_be_an_iso_date() {
        let forms = ["yyyymmdd".parse().unwrap()];
        let read = |text| read_plain_date(text, &forms).map_err(|flaw| flaw.code);
        assert_eq!(read("2026-10-30"), Ok("2026-10-30".parse().unwrap()));
        assert_eq!(read("20261030"), Ok("2026-10-30".parse().unwrap()));
        assert_eq!(read("2026-02-30"), Err(C::DateImpossible));
        assert_eq!(read("30/10 2026"), Err(C::DateForm));
    }

    #[test]
    fn writes_what_it_reads() {
        let day = "2026-01-02".parse().unwrap();
        for (pattern, text) in [("yyyymmdd", "20260102"), ("dd/mm/yyyy", "02/01/2026")] {
            let form: DateForm = pattern.parse().unwrap();
            assert_eq!(form.write(day), text);
            assert_eq!(read_date(text, &[form]), Ok(day));
        }
    }

    #[test]
    fn a_pattern_has_each_part_once() {
        for pattern in
            ["", "yyyy-mm", "yy-mm-dd", "yyyy-mm-dd hh", "yyyymmddmm", "d/m/yyyy", "yyyyåmmdd"]
        {
            assert_eq!(pattern.parse::<DateForm>(), Err(NotADateForm), "{pattern}");
        }
    }
}
