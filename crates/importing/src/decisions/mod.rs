//! Decisions of the agency: bytes to rows. A row says what a row of a payment list says, before it is
//! paid.

use std::collections::BTreeMap;

use domain::checks::Fault;
use domain::facts::FieldType;
use domain::{Field, Ore, PaymentRow};

use crate::draft::{
    GivenDays, RowField, RowFields, RowInterpreter, RowKind, RowMeant, RowOverrides, by_column,
};
use crate::fault::RowFault;
use crate::layout::Layout;
use crate::payments::{Given, Interpreter};
use crate::profile::{Profile, ProfileKind, Target};
use crate::records::Cells;
use crate::row::Overrides;

/// What could be understood of one decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionRow {
    /// What it grants to whom.
    pub row: PaymentRow,
    /// Its faults of form, by field: what is wrong with its meaning is found beside them.
    pub of_form: Vec<Fault>,
}

/// A file of decisions; a payment list's layout says the same and is read too.
#[derive(Clone, Copy, Debug)]
pub struct Decisions;

impl RowKind for Decisions {
    const PROFILES: &'static [ProfileKind] = &[ProfileKind::Decisions, ProfileKind::PaymentList];
    type Row = DecisionRow;
    type Interpreter<'l> = DecisionInterpreter<'l>;

    fn interpreter<'l>(
        profile: &'l Profile,
        layout: &'l Layout,
        given: GivenDays,
    ) -> DecisionInterpreter<'l> {
        let GivenDays { reference, day } = given;
        // A decision is paid on no day yet: codes are looked up on that of the decision.
        let given = Given { payment_date: day.or(Some(reference)), reference, usual_days: None };
        DecisionInterpreter { profile, layout, of_row: Interpreter::new(profile, layout, given) }
    }
}

/// Understands the rows of one file of decisions.
pub struct DecisionInterpreter<'l> {
    profile: &'l Profile,
    layout: &'l Layout,
    of_row: Interpreter<'l>,
}

impl RowFields for DecisionInterpreter<'_> {
    fn fields(&self) -> Vec<RowField> {
        let targets = Target::ALL.iter().filter(|target| target.is_in(self.profile.kind));
        by_column(targets.filter(|target| self.has_field(target.name())).map(|target| RowField {
            name: target.name().to_owned(),
            column: self.layout.column(*target),
            holds: target.is_date().then_some(FieldType::Day),
            constant: self.profile.constants.get(target).cloned(),
        }))
    }

    fn has_field(&self, name: &str) -> bool {
        Field::from_name(name).is_some_and(|field| Target::from(field).is_in(self.profile.kind))
    }

    fn column(&self, name: &str) -> Option<u16> {
        self.layout.column(Target::from_name(name)?)
    }
}

impl RowInterpreter for DecisionInterpreter<'_> {
    type Row = DecisionRow;

    fn interpret(&self, written: &Cells, overrides: &RowOverrides) -> (DecisionRow, Vec<RowFault>) {
        let overrides: Overrides = overrides
            .iter()
            .filter_map(|(name, text)| Some((Field::from_name(name)?, text.clone())))
            .collect();
        let (row, of_form) = self.of_row.interpret(written, &overrides);
        let faults = of_form.iter().map(|fault| RowFault {
            column: self.layout.column_of(fault),
            code: fault.code,
            values: fault.values.clone(),
        });
        let faults = faults.collect();
        (DecisionRow { row, of_form }, faults)
    }

    fn explain(&self, written: &Cells, overrides: &RowOverrides) -> RowMeant<DecisionRow> {
        let (row, faults) = self.interpret(written, overrides);
        let meant: BTreeMap<String, String> = Field::ALL
            .iter()
            .filter_map(|field| Some((field.name().to_owned(), text_of(&row.row, *field)?)))
            .collect();
        RowMeant { row, faults, meant }
    }
}

/// What a field means, in the form that a correction is typed in.
fn text_of(row: &PaymentRow, field: Field) -> Option<String> {
    match field {
        Field::PaymentDate => row.payment_date.map(|day| day.to_string()),
        Field::DecisionDate => row.decision_date.map(|day| day.to_string()),
        Field::CaseNumber => row.case_number.clone(),
        Field::PaymentCode => row.payment_code.clone(),
        Field::CompensationText => row.compensation_text.clone(),
        Field::DossierNumber => row.dossier_number.map(|number| number.to_string()),
        Field::PersonalNumber => row.national_number.map(|number| number.to_string()),
        Field::FamilyName => row.family_name.clone(),
        Field::GivenName => row.given_name.clone(),
        Field::PeriodFrom => row.period_from.map(|day| day.to_string()),
        Field::PeriodUntil => row.period_until.map(|day| day.to_string()),
        Field::Days => row.days.map(|days| days.to_string()),
        Field::Amount => row.amount.map(kronor_text),
    }
}

fn kronor_text(amount: Ore) -> String {
    format!("{:.2}", amount.kronor()).replace('.', ",")
}
