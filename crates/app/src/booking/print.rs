//! The printed booking order.

use std::path::Path;

use domain::voucher::{OrderState, Voucher};
use exporting::document::{Fact, Signature};
use exporting::order::{OrderPrint, PostingColumns, Section, order_pdf};
use serde_json::json;
use store::Place;
use store::distributions::DistributionRecord;
use store::orders::{OrderRecord, OrderStep};

use super::export::{export_refusal, file_voucher};
use super::names::OrderBook;
use crate::print::{Print, day_text, number_format, print_head};
use crate::wording::TextValue;
use crate::{Action, App, Result};

impl App {
    /// Writes the printable booking order.
    ///
    /// # Errors
    /// When there is no such order, or the file cannot be written.
    pub fn print_order(&mut self, id: &str, target: &Path) -> Result<u64> {
        self.write_print(target, Action::PrintOrder, || {
            let order = self.order(id)?;
            let data = order_pdf(&self.order_print(&order)?)
                .map_err(|fault| export_refusal(self.wording.as_ref(), &fault, "pdf"))?;
            let detail = json!({ "number": order.number, "print": true, "bytes": data.len() });
            Ok(Print { data, object: order.made.id, detail })
        })
    }

    fn word(&self, id: &str, values: &[(&str, TextValue)]) -> String {
        self.wording.text(id, values)
    }

    fn order_print(&self, order: &OrderRecord) -> Result<OrderPrint> {
        let read = self.read();
        let book = self.order_book(order)?;
        let steps = read.order_steps(order.order_no)?;
        let vouchers = read.vouchers(order.order_no)?;
        let heading = |number: u32, text: &str| {
            let number = TextValue::Count(i64::from(number));
            self.word("order-voucher", &[("number", number), ("text", text.into())])
        };
        let sections: Vec<Section<Voucher>> = vouchers
            .iter()
            .map(|voucher| Section {
                heading: heading(voucher.voucher, &voucher.text),
                content: file_voucher(order, voucher),
            })
            .collect();
        let lines = sections.iter().map(|section| section.content.postings.len()).sum();
        let distribution = read.distribution_by_no(order.distribution_no)?;
        let w = |id: &str| self.word(id, &[]);
        Ok(OrderPrint {
            head: print_head(self, &w("order-title"), &order.number, order.example)?,
            numbers: number_format(),
            facts: self.order_facts(order, &book, &steps)?,
            basis: Section {
                heading: w("order-basis"),
                content: self.order_basis(order, &book, &distribution)?,
            },
            columns: PostingColumns {
                account: w("order-account"),
                cost_centre: w("order-cost-centre"),
                activity: w("order-activity"),
                counterpart: w("order-counterpart"),
                text: w("order-text"),
                debit: w("order-debit"),
                credit: w("order-credit"),
            },
            vouchers: sections,
            total: w("order-total"),
            closing: Section {
                heading: w("order-totals"),
                content: self.order_closing(order, lines)?,
            },
            signatures: self.order_signatures(&steps),
        })
    }

    fn order_facts(
        &self,
        order: &OrderRecord,
        book: &OrderBook,
        steps: &[OrderStep],
    ) -> Result<Vec<Fact>> {
        let state = steps.last().map_or(OrderState::Created, |step| step.state).as_str();
        let mut facts = vec![
            Fact::new(&self.word("order-municipality", &[]), &book.municipality.name),
            Fact::new(
                &self.word("order-organisation-number", &[]),
                &book.municipality.organisation_number,
            ),
            Fact::new(&self.word("order-date", &[]), &day_text(order.voucher_date)),
            Fact::new(&self.word("order-period", &[]), &order.period.compact()),
            Fact::new(
                &self.word("order-state", &[]),
                &self.word(&format!("order-state-{state}"), &[]),
            ),
        ];
        if let Some(reversed) = order.reverses {
            let number = self.read().order_by_no(reversed)?.made.number;
            facts.push(Fact::new(&self.word("order-reverses", &[]), &number));
        }
        Ok(facts)
    }

    fn order_basis(
        &self,
        order: &OrderRecord,
        book: &OrderBook,
        distribution: &DistributionRecord,
    ) -> Result<String> {
        let read = self.read();
        let entries = read.entries_of_order(order.order_no)?;
        let mut rows: Vec<Place> =
            entries.iter().filter_map(|entry| entry.origin.payment()).collect();
        rows.sort_unstable();
        rows.dedup();
        let mut files = Vec::new();
        for (list_no, _) in &rows {
            let file = read.list_by_no(*list_no)?.file_name;
            if !files.contains(&file) {
                files.push(file);
            }
        }
        let keys: Vec<&str> =
            distribution.keys.iter().map(|key| key.decision_number.as_str()).collect();
        let bank = if book.settings.bank_already_booked { "booked" } else { "own" };
        let count = TextValue::Count(i64::try_from(rows.len()).unwrap_or(i64::MAX));
        Ok(self.word(
            "order-basis-text",
            &[
                ("month", distribution.month.into()),
                ("rows", count),
                ("files", files.join(", ").as_str().into()),
                ("keys", keys.join(", ").as_str().into()),
                ("bank", bank.into()),
            ],
        ))
    }

    fn order_closing(&self, order: &OrderRecord, lines: usize) -> Result<Vec<Fact>> {
        let amount = |amount: domain::Ore| self.word("amount", &[("amount", amount.into())]);
        let mut facts = vec![
            Fact::new(&self.word("order-debit-total", &[]), &amount(order.debit)),
            Fact::new(&self.word("order-credit-total", &[]), &amount(order.credit)),
            Fact::new(&self.word("order-lines", &[]), &lines.to_string()),
        ];
        for (format, sha256, _) in self.read().booking_files(order.order_no)? {
            let label = self.word("order-file", &[("format", format.as_str().into())]);
            facts.push(Fact::new(&label, &sha256));
        }
        Ok(facts)
    }

    fn order_signatures(&self, steps: &[OrderStep]) -> Vec<Signature> {
        let step = |state: OrderState| steps.iter().find(|step| step.state == state);
        let attested = step(OrderState::Attested);
        let alone = attested.is_some_and(|step| !step.second_person);
        let signature = |role: &str, step: Option<&OrderStep>, mark: Option<String>| Signature {
            role: self.word(role, &[]),
            name_label: self.word("order-signature", &[]),
            date_label: self.word("order-signed-on", &[]),
            name: step.map(|step| step.actor.clone()),
            date: step.map(|step| step.at.chars().take(10).collect()),
            mark,
        };
        vec![
            signature("order-prepared-by", step(OrderState::Created), None),
            signature(
                "order-attested-by",
                attested,
                alone.then(|| self.word("print-no-second-person", &[])),
            ),
        ]
    }
}
