//! What a profile must satisfy as a whole.

use std::collections::BTreeMap;

use super::{Profile, ProfileFault, ProfileFaultCode as Code, ProfileKind, SignRule, Target};
use crate::layout::normalised;

/// Columns that must be present for a header to be recognised: one name alone also stands in texts
/// above a table.
const LEAST_REQUIRED: usize = 2;

impl Profile {
    /// Everything wrong with the profile; an empty list means that it can be used.
    #[must_use]
    pub fn check(&self) -> Vec<ProfileFault> {
        let mut faults = Vec::new();
        self.check_labels(&mut faults);
        self.check_columns(&mut faults);
        self.check_needs(&mut faults);
        self.check_forms(&mut faults);
        self.check_facts(&mut faults);
        faults
    }

    fn check_labels(&self, faults: &mut Vec<ProfileFault>) {
        let sum_row = self.sum_row.as_ref();
        let blank = |text: &str| text.trim().is_empty();
        let cases = [
            ("name", blank(&self.name)),
            ("version", self.version == 0),
            ("sheet", self.sheet.as_deref().is_some_and(blank)),
            (
                "preamble.payment_date",
                self.preamble.as_ref().is_some_and(|p| blank(&p.payment_date)),
            ),
            (
                "sum_row.markers",
                sum_row.is_some_and(|r| r.markers.is_empty() || r.markers.iter().any(|m| blank(m))),
            ),
            ("ignored", self.ignored.iter().any(|name| blank(name))),
        ];
        for (path, empty) in cases {
            if empty {
                faults.push(ProfileFault::new(path, Code::Empty));
            }
        }
        if self.preamble.is_some() && self.kind != ProfileKind::PaymentList {
            faults.push(
                ProfileFault::new("preamble", Code::NotInKind).with("kind", self.kind.as_str()),
            );
        }
        self.check_marker_column(faults);
    }

    fn check_marker_column(&self, faults: &mut Vec<ProfileFault>) {
        let Some(column) = self.sum_row.as_ref().and_then(|row| row.column.as_deref()) else {
            return;
        };
        let known = self.columns.values().flat_map(|column| &column.names).chain(&self.ignored);
        if !known.into_iter().any(|name| normalised(name) == normalised(column)) {
            faults.push(
                ProfileFault::new("sum_row.column", Code::UnknownColumn).with("name", column),
            );
        }
    }

    fn check_columns(&self, faults: &mut Vec<ProfileFault>) {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let columns = self
            .columns
            .iter()
            .map(|(target, column)| (format!("columns.{target}.names"), column.names.as_slice()));
        for (path, names) in columns.chain([("ignored".to_owned(), self.ignored.as_slice())]) {
            if path != "ignored" && (names.is_empty() || names.iter().any(|n| n.trim().is_empty()))
            {
                faults.push(ProfileFault::new(&path, Code::Empty));
            }
            for name in names {
                if let Some(other) = seen.insert(normalised(name), path.clone()) {
                    faults.push(
                        ProfileFault::new(&path, Code::NameTwice)
                            .with("name", name)
                            .with("other", other),
                    );
                }
            }
        }
        for target in self.columns.keys().filter(|target| !target.is_in(self.kind)) {
            faults.push(
                ProfileFault::new(&format!("columns.{target}"), Code::NotInKind)
                    .with("kind", self.kind.as_str()),
            );
        }
        for target in self.constants.keys() {
            let path = format!("constants.{target}");
            if !target.is_in(self.kind) {
                faults.push(
                    ProfileFault::new(&path, Code::NotInKind).with("kind", self.kind.as_str()),
                );
            } else if self.columns.contains_key(target) {
                faults.push(
                    ProfileFault::new(&path, Code::Clash)
                        .with("other", format!("columns.{target}")),
                );
            }
        }
    }

    fn check_needs(&self, faults: &mut Vec<ProfileFault>) {
        let of_facts = self.facts.iter().flat_map(|block| block.sources());
        let required = self.columns.values().filter(|column| column.required).count()
            + of_facts.filter(|(_, source)| source.required).count();
        if required < LEAST_REQUIRED {
            faults.push(
                ProfileFault::new("columns", Code::TooFewRequired)
                    .with("found", required)
                    .with("expected", LEAST_REQUIRED),
            );
        }
        // A person is known by any of the three; the first is the one to name when all are missing.
        let identity = [Target::PersonId, Target::DossierNumber, Target::PersonalNumber];
        let needs: &[Target] = match self.kind {
            ProfileKind::PaymentList => &[Target::PaymentCode, Target::Amount],
            ProfileKind::Decisions => {
                &[Target::PaymentCode, Target::PeriodFrom, Target::PeriodUntil, Target::Amount]
            }
            ProfileKind::Costs if !identity.iter().any(|t| self.columns.contains_key(t)) => {
                &identity[..1]
            }
            ProfileKind::Costs if self.columns.contains_key(&Target::Period) => {
                &[Target::Compensation, Target::Amount]
            }
            ProfileKind::Costs => {
                &[Target::Compensation, Target::PeriodFrom, Target::PeriodUntil, Target::Amount]
            }
            ProfileKind::Register | ProfileKind::School
                if identity.iter().any(|t| self.columns.contains_key(t)) =>
            {
                &[]
            }
            ProfileKind::Register | ProfileKind::School => &identity[..1],
        };
        for target in needs {
            if !self.columns.contains_key(target) && !self.constants.contains_key(target) {
                faults.push(ProfileFault::new(&format!("columns.{target}"), Code::Missing));
            }
        }
        if self.columns.contains_key(&Target::FullName) {
            for part in [Target::FamilyName, Target::GivenName] {
                if self.columns.contains_key(&part) {
                    faults.push(
                        ProfileFault::new(&format!("columns.{part}"), Code::Clash)
                            .with("other", "columns.full_name"),
                    );
                }
            }
        }
    }

    fn check_forms(&self, faults: &mut Vec<ProfileFault>) {
        let dates = &self.forms.dates;
        if dates.is_empty() {
            faults.push(ProfileFault::new("forms.dates", Code::Empty));
        }
        for (index, form) in dates.iter().enumerate() {
            if let Some(other) = dates[..index].iter().find(|other| form.has_shape_of(other)) {
                faults.push(
                    ProfileFault::new(&format!("forms.dates[{index}]"), Code::Clash)
                        .with("other", other),
                );
            }
        }
        let amounts = &self.forms.amounts;
        if ![',', '.'].contains(&amounts.decimal_sign) {
            faults.push(
                ProfileFault::new("forms.amounts.decimal_sign", Code::UnknownValue)
                    .with("value", amounts.decimal_sign),
            );
        }
        for (index, sign) in amounts.thousands_signs.iter().enumerate() {
            let path = format!("forms.amounts.thousands_signs[{index}]");
            if *sign == amounts.decimal_sign {
                faults.push(
                    ProfileFault::new(&path, Code::Clash)
                        .with("other", "forms.amounts.decimal_sign"),
                );
            } else if sign.is_alphanumeric() || "+-\u{2212}()\"".contains(*sign) {
                faults.push(ProfileFault::new(&path, Code::UnknownValue).with("value", sign));
            }
        }
        if let SignRule::NegativeForCodes(beginnings) = &self.forms.sign
            && (beginnings.is_empty() || beginnings.iter().any(|text| text.trim().is_empty()))
        {
            faults.push(ProfileFault::new("forms.sign", Code::Empty));
        }
    }
}
