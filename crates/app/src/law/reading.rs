//! Parts of a document read field by field: everything that is wrong is told at its own field, and what
//! is wrong with one hides nothing about the others.

use chrono::NaiveDate;
use domain::Ore;
use domain::calendar::EARLIEST;
use domain::codes::CompensationCode;
use domain::facts::Municipality;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::Result;
use crate::error::{AppError, RefusalCode};
use crate::typed::{day_typed, keep, name_typed};

/// An object of a document that is being read. A field that is wrong leaves something in its place that
/// may be looked at with the rest; what that brings up at the same field is no second fault.
pub(super) struct Fields<'v, 'f> {
    fields: Option<&'v Map<String, Value>>,
    /// Where it stands; empty for the document itself, whose fields are called parts.
    place: String,
    known: Vec<&'static str>,
    passed_over: &'static [&'static str],
    faults: &'f mut Vec<AppError>,
}

/// A value that is not of the form that its place asks for: a word of the texts.
pub(super) fn form(form: &str) -> AppError {
    AppError::refused(RefusalCode::CalculationForm).with("form", form)
}

impl<'v> Fields<'v, '_> {
    /// Reads an object at a place of the document.
    pub(super) fn read<T>(
        value: &'v Value,
        place: String,
        faults: &mut Vec<AppError>,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> T {
        let (fields, known) = (value.as_object(), Vec::new());
        let mut fields = Fields { fields, place, known, passed_over: &[], faults };
        if fields.fields.is_none() {
            fields.faults.push(form("object").in_field(&fields.place));
        }
        let read = read(&mut fields);
        fields.tell_unknown();
        read
    }

    /// Fields that may be there and are not read.
    pub(super) fn pass_over(&mut self, names: &'static [&'static str]) {
        self.passed_over = names;
    }

    fn tell_unknown(&mut self) {
        let (code, one, all) = match self.place.as_str() {
            "" => (RefusalCode::CalculationPart, "part", "parts"),
            _ => (RefusalCode::CalculationField, "field", "fields"),
        };
        for name in self.fields.iter().flat_map(|fields| fields.keys()) {
            let name = name.as_str();
            if !self.known.contains(&name) && !self.passed_over.contains(&name) {
                let unknown = AppError::refused(code).with(one, name);
                let unknown = unknown.with(all, self.known.join(", "));
                self.faults.push(unknown.in_field(&self.at(name)));
            }
        }
    }

    fn at(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    /// What stands in a field.
    fn value(&mut self, name: &'static str) -> Option<&'v Value> {
        self.known.push(name);
        self.fields.and_then(|fields| fields.get(name)).filter(|value| !value.is_null())
    }

    /// What stands in a field; an empty text is nothing.
    fn typed(&mut self, name: &'static str) -> Option<&'v Value> {
        self.value(name).filter(|value| value.as_str().is_none_or(|text| !text.trim().is_empty()))
    }

    /// What a part holds that has fields of its own.
    pub(super) fn object<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Fields<'v, '_>) -> T,
    ) -> Option<T> {
        let place = self.at(name);
        let value = self.value(name)?;
        Some(Fields::read(value, place, self.faults, read))
    }

    /// What a field holds that may be left out.
    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&Value) -> Result<T>,
    ) -> Option<T> {
        let value = self.typed(name)?;
        self.keep(name, read(value))
    }

    /// What a field holds that the object cannot do without.
    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&Value) -> Result<T>,
    ) -> Option<T> {
        if let Some(value) = self.typed(name) {
            return self.keep(name, read(value));
        }
        if self.fields.is_some() {
            let missing = AppError::refused(RefusalCode::CalculationFieldMissing);
            self.faults.push(missing.with("field", name).in_field(&self.at(name)));
        }
        None
    }

    fn keep<T>(&mut self, name: &str, read: Result<T>) -> Option<T> {
        let place = self.at(name);
        keep(read, &place, self.faults)
    }

    /// First and last day. A wrong one is taken to be the other, so that it is not in its way.
    pub(super) fn days(&mut self) -> (NaiveDate, NaiveDate) {
        let (from, until) = (self.required("from", day), self.required("until", day));
        let any = from.or(until).unwrap_or(EARLIEST);
        (from.unwrap_or(any), until.unwrap_or(any))
    }

    /// The objects of a list, each read for itself; none where there is no list.
    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Fields<'v, '_>) -> T,
    ) -> Vec<T> {
        self.values(name, |value, place, faults| Fields::read(value, place, faults, &read))
    }

    /// The years of a list; a wrong one is year 0.
    pub(super) fn years(&mut self, name: &'static str) -> Vec<i32> {
        self.values(name, |value, place, faults| {
            keep(year(value), &place, faults).unwrap_or_default()
        })
    }

    /// The values of a list with their places; none where there is no list.
    pub(super) fn values<T>(
        &mut self,
        name: &'static str,
        mut read: impl FnMut(&'v Value, String, &mut Vec<AppError>) -> T,
    ) -> Vec<T> {
        let place = self.at(name);
        match self.value(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => values
                .iter()
                .enumerate()
                .map(|(number, value)| read(value, format!("{place}[{number}]"), self.faults))
                .collect(),
            Some(_) => {
                self.faults.push(form("list").in_field(&place));
                Vec::new()
            }
        }
    }
}

pub(super) fn day(value: &Value) -> Result<NaiveDate> {
    day_typed(value.as_str().ok_or_else(|| form("day"))?)
}

pub(super) fn text(value: &Value) -> Result<String> {
    Ok(name_typed(value.as_str().ok_or_else(|| form("text"))?)?.to_owned())
}

pub(super) fn municipality(value: &Value) -> Result<Municipality> {
    text(value).map(Municipality)
}

pub(super) fn code(value: &Value) -> Result<CompensationCode> {
    text(value).map(|code| CompensationCode(code.to_uppercase()))
}

pub(super) fn truth(value: &Value) -> Result<bool> {
    value.as_bool().ok_or_else(|| form("truth"))
}

/// A number in decimal form, as a number or as a text; one with more digits than can be held is larger
/// than any.
pub(super) fn decimal(value: &Value) -> Result<Decimal> {
    let (written, is_number) = match value {
        Value::Number(number) => (number.to_string(), true),
        Value::String(text) => {
            let text = text.trim().replace(',', ".");
            let digits = text.strip_prefix('-').unwrap_or(&text).replacen('.', "0", 1);
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            (text, is_number)
        }
        _ => return Err(form("number")),
    };
    match written.parse().or_else(|_| Decimal::from_scientific(&written)) {
        Ok(number) => Ok(number),
        Err(_) if !is_number => Err(form("number")),
        // Smaller than can be held.
        Err(_) if written.contains("e-") => Ok(Decimal::ZERO),
        Err(_) if written.starts_with('-') => Ok(Decimal::MIN),
        Err(_) => Ok(Decimal::MAX),
    }
}

/// A whole number; one that `T` cannot hold is its largest or least.
fn whole<T: TryFrom<Decimal>>(value: &Value, least: T, largest: T) -> Result<T> {
    if !value.is_number() {
        return Err(form("whole-number"));
    }
    let number = decimal(value)?;
    if !number.fract().is_zero() {
        return Err(form("whole-number"));
    }
    let end = if number.is_sign_negative() { least } else { largest };
    Ok(T::try_from(number).unwrap_or(end))
}

pub(super) fn amount(value: &Value) -> Result<Ore> {
    whole(value, i64::MIN, i64::MAX).map(Ore)
}

/// How many; fewer than none is no number of things.
pub(super) fn count(value: &Value) -> Result<u32> {
    match whole(value, i64::MIN, i64::MAX)? {
        ..0 => Err(AppError::refused(RefusalCode::CostNegative)),
        number => Ok(u32::try_from(number).unwrap_or(u32::MAX)),
    }
}

pub(super) fn year(value: &Value) -> Result<i32> {
    whole(value, i32::MIN, i32::MAX)
}
