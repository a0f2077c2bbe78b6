//! Looking through a list without keeping anything: the same reading, row by row.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::codes::{CodeEntry, CodeTable};
use domain::payment::PaymentRow;
use domain::{Finding, Ore};
use importing::{Given, Profile, ProfileKind, ReadPayments};
use store::Read;
use store::lists::StateSum;

use super::Watch;
use super::doubles::Looking;
use super::format::{ControlTotal, container_of};
use super::reading::{
    ListSource, choose_profile, has_errors, row_findings, unreadable, unreadable_sum,
};
use crate::error::AppError;
use crate::{App, Result};

/// One row of a preview.
#[derive(Debug)]
pub struct PreviewRow<'a> {
    /// Line in the file.
    pub line: u32,
    /// As meant.
    pub row: &'a PaymentRow,
    /// What the payment code means on the payment date, where it is known.
    pub code: Option<&'a CodeEntry>,
    /// What is wrong with it.
    pub findings: &'a [Finding],
}

/// What a preview has counted.
#[derive(Clone, Debug)]
pub struct PreviewSummary {
    /// The profile's name.
    pub profile: String,
    /// `text` or `xlsx`.
    pub container: String,
    /// Encoding of a text.
    pub encoding: Option<String>,
    /// Separator of a text.
    pub separator: Option<char>,
    /// Rows and sums of everything that can be read.
    pub all: StateSum,
    /// What is found only when all rows have been read: of the list as a whole, and of rows that
    /// differ from the others.
    pub findings: Vec<Finding>,
}

/// Rows that are looked up together.
const PAGE: usize = 500;

/// The rows that have been read and not yet been handed over.
struct Page {
    looking: Looking,
    rows: Vec<(u32, PaymentRow, Vec<Finding>)>,
}

impl Page {
    fn hand_over(
        &mut self,
        read: &Read<'_>,
        codes: &CodeTable,
        each: &mut dyn FnMut(PreviewRow<'_>) -> Result<()>,
    ) -> Result<()> {
        let whole = self.rows.iter().filter(|(.., findings)| !has_errors(findings));
        let whole = whole.map(|(line, row, _)| (*line, row)).collect();
        let mut doubles = self.looking.doubles(read, codes, &whole)?;
        for (line, row, mut findings) in std::mem::take(&mut self.rows) {
            findings.extend(doubles.remove(&line));
            let code = row.payment_code.as_deref().zip(row.payment_date);
            let code = code.and_then(|(code, date)| codes.get(code, date));
            each(PreviewRow { line, row: &row, code, findings: &findings })?;
        }
        Ok(())
    }
}

impl App {
    /// Reads a list as [`App::read_list`] would and hands every row to `each`; keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be read, or no single profile suits.
    pub fn preview_list(
        &self,
        source: &ListSource,
        asked_profile: Option<&str>,
        payment_date: Option<NaiveDate>,
        watch: &dyn Watch,
        each: &mut dyn FnMut(PreviewRow<'_>) -> Result<()>,
    ) -> Result<PreviewSummary> {
        let mut opened = source.open()?;
        let limits = self.settings()?.limits.limits();
        let inspection = importing::inspect(opened.source.as_mut(), &limits, &mut |_| {})
            .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        let profiles = self.profiles_of(ProfileKind::PaymentList)?;
        let profile = choose_profile(profiles, asked_profile, &mut opened, &inspection, &limits)?;
        let read = self.read();
        let codes = read.code_table()?;
        let given = Given { payment_date, reference: self.today, usual_days: None };
        let mut all = StateSum::default();
        let mut failed: Option<AppError> = None;
        let mut bytes = 0u64;
        let mut page = Page { looking: Looking::default(), rows: Vec::new() };
        let mut take = |row: importing::ReadRow<'_>| -> Result<()> {
            bytes += row.written.joined().len() as u64 + 1;
            if all.rows.is_multiple_of(1000) && !watch.at_row(bytes, inspection.bytes, all.rows) {
                return Err(AppError::Cancelled);
            }
            all.add(row.row.amount)?;
            page.looking.see(&row.row);
            let findings = row_findings(&row, &codes);
            page.rows.push((row.line, row.row, findings));
            if page.rows.len() < PAGE { Ok(()) } else { page.hand_over(&read, &codes, each) }
        };
        let read_list = importing::read_payments(
            opened.source.as_mut(),
            &inspection,
            &profile,
            given,
            &limits,
            &mut |row| {
                let line = row.line;
                match take(row) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(error) => {
                        failed = Some(unreadable_sum(error, &opened.name, line));
                        ControlFlow::Break(())
                    }
                }
            },
        )
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        if let Some(error) = failed {
            return Err(error);
        }
        page.hand_over(&read, &codes, each)?;
        let mut findings = found_at_the_end(&read_list, all.net());
        let header_line = read_list.summary.layout.header_line;
        findings.extend(page.looking.list_again(&read, all.net(), header_line)?);
        let (container, encoding) = container_of(&inspection);
        Ok(PreviewSummary {
            profile: profile.name,
            container,
            encoding,
            separator: read_list.summary.layout.separator.map(importing::Separator::as_char),
            all,
            findings,
        })
    }

    /// Reads rows with a profile that is being made, until `each` says false. Gives what is wrong
    /// with the profile itself: path and words.
    ///
    /// # Errors
    /// When the file cannot be read, or the profile does not suit it.
    pub fn try_profile(
        &self,
        source: &ListSource,
        toml: &str,
        payment_date: Option<NaiveDate>,
        each: &mut dyn FnMut(PreviewRow<'_>) -> bool,
    ) -> Result<Vec<String>> {
        let profile = match Profile::from_toml(toml) {
            Ok(profile) => profile,
            Err(faults) => {
                let text = |fault| self.wording.profile_fault(&fault);
                return Ok(faults.into_iter().map(text).collect());
            }
        };
        let mut opened = source.open()?;
        let limits = self.settings()?.limits.limits();
        let inspection = importing::inspect(opened.source.as_mut(), &limits, &mut |_| {})
            .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        let codes = self.read().code_table()?;
        let given = Given { payment_date, reference: self.today, usual_days: None };
        importing::read_payments(
            opened.source.as_mut(),
            &inspection,
            &profile,
            given,
            &limits,
            &mut |row| {
                let findings = row_findings(&row, &codes);
                let code = row.row.payment_code.as_deref().zip(row.row.payment_date);
                let code = code.and_then(|(code, date)| codes.get(code, date));
                let shown = PreviewRow { line: row.line, row: &row.row, code, findings: &findings };
                if each(shown) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            },
        )
        .map_err(|refusal| unreadable(&refusal, &opened.name))?;
        Ok(Vec::new())
    }
}

/// What is found when all rows have been read, whose amounts sum to `net`.
fn found_at_the_end(read: &ReadPayments, net: Ore) -> Vec<Finding> {
    let layout = &read.summary.layout;
    let total = read.summary.control_total.and_then(|total| {
        let (line, stated_ore) = (total.line, total.amount.map(|Ore(ore)| ore));
        ControlTotal { line, stated_ore, counted_ore: net.0 }.finding(layout)
    });
    let far = read.far.iter().map(|(line, fault)| layout.place(fault, *line));
    read.summary.findings.iter().cloned().chain(far).chain(total).collect()
}
