//! One file to one compensation, with every fault in it.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::codes::CompensationCode;
use domain::law::{AgeAt, AgeBound, Case, CaseLimits, Compensation, Counting, LimitBy, Rate};
use toml::Spanned;

use crate::checks;
use crate::fault::Reason;
use crate::file::{CaseFile, CompensationFile, ValueFile};
use crate::intervals::between;
use crate::reading::{FileRead, Reading, code_of};
use crate::value::{amount, has_source, in_order, rate_id};
use crate::wordings;

/// Reads one file.
pub(crate) fn read(file: &str, text: &str) -> FileRead {
    let mut reading = Reading::of(file, text);
    let (code, compensation) = match toml::from_str::<CompensationFile>(text) {
        Ok(written) => {
            let code = written.code.span();
            (reading.line(code), reading.compensation(written))
        }
        Err(error) => {
            let message = error.message().to_owned();
            reading.fault(error.span().unwrap_or_default(), Reason::Format { message });
            (1, None)
        }
    };
    let held = compensation.as_ref().map(|found| found.code.clone());
    FileRead {
        file: file.to_owned(),
        code: held.unwrap_or_else(|| code_of(file)),
        code_line: code,
        references: reading.references,
        compensation,
        faults: reading.faults,
    }
}

impl Reading<'_> {
    fn compensation(&mut self, written: CompensationFile) -> Option<Compensation> {
        let code = CompensationCode(written.code.get_ref().clone());
        let expected = code_of(self.file);
        if code != expected {
            let reason = Reason::FileName { compensation: code.clone(), expected };
            self.fault(written.code.span(), reason);
        }
        let (code_span, counting_span) = (written.code.span(), written.counting.span());
        let checked_on = self.day("checked_on", &written.checked_on);
        let unit = self.word("unit", &written.unit);
        let ask = self.word("ask", &written.ask);
        let rate_by = self.word("rate_by", &written.rate_by);
        let age_at = match &written.age_at {
            Some(word) => self.word("age_at", word),
            None => Some(AgeAt::Day),
        };
        let limit_by = match &written.limit_by {
            Some(word) => self.word("limit_by", word),
            None => Some(LimitBy::Reception),
        };
        let payment = self.word("payment", &written.payment);
        let counting: Option<Counting> = self.table(written.counting);
        let wordings = wordings::read(self, written.wording, code_span.clone());
        let names = [
            self.name("name", written.name),
            self.name("short_name", written.short_name),
            self.name("ordinance", written.ordinance),
        ];
        let cases = self.cases(&code, checked_on, written.case);
        let instead = match written.instead {
            Some(table) => {
                let span = table.span();
                let found = self.table(table);
                found.as_ref().inspect(|found| checks::instead(self, found, span));
                found.map(Some)
            }
            None => Some(None),
        };
        let [name, short_name, ordinance] = names;
        let found = Compensation {
            code,
            name,
            short_name,
            ordinance: ordinance.into(),
            section: written.section,
            unit: unit?,
            ask: ask?,
            rate_by: rate_by?,
            age_at: age_at?,
            limit_by: limit_by?,
            payment: payment?,
            counting: counting?,
            wordings: wordings?,
            appealable: written.appealable,
            allowed_age_days: written.allowed_age_days,
            set_yearly: written.set_yearly,
            instead: instead?,
            cases,
        };
        checks::whole(self, &found, code_span, counting_span);
        Some(found)
    }

    fn cases(
        &mut self,
        code: &CompensationCode,
        checked_on: Option<NaiveDate>,
        written: Vec<Spanned<CaseFile>>,
    ) -> Vec<Case> {
        let mut cases: Vec<Case> = Vec::new();
        for case in written {
            let span = case.get_ref().name.span();
            let case = self.case(code, checked_on, case.into_inner());
            checks::beside(self, &cases, &case, span);
            cases.push(case);
        }
        cases
    }

    fn case(
        &mut self,
        code: &CompensationCode,
        checked_on: Option<NaiveDate>,
        written: CaseFile,
    ) -> Case {
        let span = written.name.span();
        let name = self.kebab("case.name", written.name);
        let limits = CaseLimits {
            age_from: self.age("age_from", written.age_from),
            age_below: self.age("age_below", written.age_below),
            item: written.item.map(|item| self.kebab("item", item)),
            received_from: self.day_of("received_from", written.received_from.as_ref()),
            received_until: self.day_of("received_until", written.received_until.as_ref()),
            settled: written.settled.iter().filter_map(|law| self.word("settled", law)).collect(),
        };
        if written.value.is_empty() {
            self.fault(span, Reason::CaseWithoutValues { case: name.clone() });
        }
        let written_values = written.value.len();
        let mut rates: Vec<(Range<usize>, Rate)> = Vec::new();
        for value in written.value {
            let span = value.get_ref().valid_from.span();
            let rate = self.rate(code, &name, checked_on, value.into_inner());
            rates.extend(rate.map(|rate| (span, rate)));
        }
        rates.sort_by_key(|(_, rate)| rate.valid_from);
        // Where the days of one cannot be read, it would look like a gap.
        let neighbours = rates.windows(2).filter(|_| rates.len() == written_values);
        for pair in neighbours {
            if let [(_, first), (span, second)] = pair
                && let Some(reason) = between(&name, first, second)
            {
                self.fault(span.clone(), reason);
            }
        }
        let rates = rates.into_iter().map(|(_, rate)| Arc::new(rate)).collect();
        Case { name, limits, rates }
    }

    fn day_of(&mut self, field: &'static str, text: Option<&Spanned<String>>) -> Option<NaiveDate> {
        text.and_then(|text| self.day(field, text))
    }

    fn age(&mut self, field: &'static str, age: Option<Spanned<toml::Value>>) -> Option<AgeBound> {
        let age = age?;
        match age.get_ref() {
            toml::Value::Integer(years) if u8::try_from(*years).is_ok() => {
                u8::try_from(*years).ok().map(AgeBound::Years)
            }
            toml::Value::String(word) if word == "limit" => Some(AgeBound::Limit),
            other => {
                let word = other.as_str().map_or_else(|| other.to_string(), str::to_owned);
                self.fault(age.span(), Reason::UnknownWord { field, word });
                None
            }
        }
    }

    fn rate(
        &mut self,
        code: &CompensationCode,
        case: &str,
        checked_on: Option<NaiveDate>,
        written: ValueFile,
    ) -> Option<Rate> {
        let from = self.day("valid_from", &written.valid_from);
        let until = written.valid_until.as_ref();
        let until_day = until.map(|until| self.day("valid_until", until));
        let checked_on = match &written.checked_on {
            Some(checked_on) => self.day("checked_on", checked_on),
            None => checked_on,
        };
        let value = self.value(&written);
        let (valid_from, valid_until) = (from?, until_day.map_or(Some(None), |day| day.map(Some))?);
        let span = until.map_or_else(|| written.valid_from.span(), Spanned::span);
        self.noted(span, in_order(valid_from, valid_until))?;
        Some(Rate {
            id: rate_id(&code.0, case, valid_from),
            valid_from,
            valid_until,
            value,
            amended_by: written.amended_by,
            source: written.source,
            verified: written.verified && value.is_some(),
            // Where the file's own day is wrong the file is refused for that.
            checked_on: checked_on.unwrap_or_default(),
            note: written.note,
            own: false,
        })
    }

    fn value(&mut self, written: &ValueFile) -> Option<rust_decimal::Decimal> {
        let whole = written.valid_from.span();
        let noted = written.note.as_deref().is_some_and(|note| !note.trim().is_empty());
        let Some(value) = &written.value else {
            let reason = match (written.hole, noted) {
                (false, _) => Reason::NoValue,
                (true, false) => Reason::HoleWithoutNote,
                (true, true) => return None,
            };
            self.fault(whole, reason);
            return None;
        };
        if written.hole {
            self.fault(value.span(), Reason::HoleWithValue);
        }
        self.noted(value.span(), has_source(&written.source, written.verified));
        if !written.verified && !noted {
            self.fault(value.span(), Reason::UnverifiedWithoutNote);
        }
        self.noted(value.span(), amount(value.get_ref()))
    }
}
