//! Whether the acting user may attest something: another has prepared it, and the attest register
//! covers it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::user::{Act, ActKind, AttestRight, NotCovered, covered};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::Read;
use store::claims::ClaimRecord;
use store::orders::OrderRecord;

use super::Secret;
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// How an act was attested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Whether somebody else had prepared it.
    pub(crate) second_person: bool,
}

/// What is decided about something that waits for an attest.
#[derive(Clone)]
pub enum AttestDecision {
    /// It is attested.
    Attest,
    /// It is given with this password: somebody's new one.
    Give(Secret),
    /// It is given back, with a comment.
    Return(String),
}

impl App {
    /// Whether the acting person may attest what these have prepared. In one person's database whoever it
    /// is may, and the act says that nobody else has.
    ///
    /// # Errors
    /// `self-attest`, or `attest-not-covered` with what is lacking.
    pub(crate) fn judge_attest(&self, act: &Act, prepared: &[String]) -> Result<Judged> {
        self.attest_judge()?.judge(act, prepared)
    }

    /// What the acting person's acts are judged by.
    pub(super) fn attest_judge(&self) -> Result<Judge> {
        let Some(user) = &self.user else {
            return Ok(Judge { actor: self.actor.clone(), by: None, givers: Vec::new() });
        };
        let resets = self.read().resets_given(user.user_no)?.into_iter();
        let givers = resets.flat_map(|reset| reset.given_by.into_iter().chain([reset.asked_by]));
        let givers = givers.collect();
        let attests = self.read().attests_of(user.user_no)?;
        let rights = attests.into_iter().map(|attest| attest.right).collect();
        let by = Some((rights, self.rights_day()?));
        Ok(Judge { actor: self.actor.clone(), by, givers })
    }
}

/// Who judges, and in a database with users her or his attests and the day.
pub(super) struct Judge {
    actor: String,
    by: Option<(Vec<AttestRight>, NaiveDate)>,
    // Who has given the acting person a password: either could have logged in in her or his name.
    givers: Vec<String>,
}

impl Judge {
    /// Whether the act may be attested.
    pub(super) fn judge(&self, act: &Act, prepared: &[String]) -> Result<Judged> {
        let second_person = !prepared.contains(&self.actor);
        let Some((rights, day)) = &self.by else { return Ok(Judged { second_person }) };
        if !second_person {
            return Err(AppError::refused(RefusalCode::SelfAttest));
        }
        if prepared.iter().any(|who| self.givers.contains(who)) {
            return Err(AppError::refused(RefusalCode::AttestOfGiver));
        }
        match covered(rights, act, *day) {
            Ok(()) => Ok(Judged { second_person }),
            Err(lacking) => Err(not_covered(lacking, act)),
        }
    }
}

fn not_covered(lacking: NotCovered, act: &Act) -> AppError {
    let (reason, limit) = match lacking {
        NotCovered::NoAttest => ("none", None),
        NotCovered::Kind => ("kind", None),
        NotCovered::Time => ("time", None),
        NotCovered::Board => ("board", None),
        NotCovered::Limit(limit) => ("limit", Some(limit)),
    };
    AppError::refused(RefusalCode::AttestNotCovered)
        .with("reason", reason)
        .with("amount_ore", act.amount.0)
        .with("limit_ore", limit.unwrap_or_default().0)
}

/// An order as an act: its boards are those of its postings, its amount what it debits.
pub(crate) fn order_act(read: &Read<'_>, order: &OrderRecord) -> Result<Act> {
    let vouchers = read.vouchers(order.order_no)?;
    let postings = vouchers.iter().flat_map(|voucher| &voucher.postings);
    let boards: BTreeSet<_> =
        postings.filter_map(|posting| posting.account.cost_centre.clone()).collect();
    Ok(Act { kind: ActKind::BookingOrder, boards, amount: order.debit })
}

/// A claim as an act: its boards are the units of its lines, its amount their sum.
pub(crate) fn claim_act(read: &Read<'_>, claim: &ClaimRecord) -> Result<Act> {
    let lines = read.claim_lines(claim.claim_no)?;
    let boards = lines.iter().map(|line| line.cost_centre.clone()).collect();
    let amount = lines.iter().map(|line| line.amount).sum();
    Ok(Act { kind: ActKind::Claim, boards, amount })
}

/// SHA-256 over what an order books: number, dates and every posting.
pub(crate) fn order_digest(read: &Read<'_>, id: &str) -> Result<Option<[u8; 32]>> {
    let Some(order) = read.order(id)? else { return Ok(None) };
    let posting = |posting: &store::orders::PostingRecord| {
        let account = &posting.account;
        json!([
            posting.voucher,
            posting.posting,
            account.account,
            account.cost_centre,
            account.activity,
            account.counterpart,
            posting.amount,
            posting.text
        ])
    };
    let vouchers = read.vouchers(order.order_no)?;
    let postings: Vec<Value> =
        vouchers.iter().flat_map(|voucher| &voucher.postings).map(posting).collect();
    let content = json!([
        order.number,
        order.voucher_date,
        order.period.to_string(),
        order.debit,
        order.credit,
        postings
    ]);
    Ok(Some(Sha256::digest(content.to_string().as_bytes()).into()))
}
