//! Protected persons do not leave the core but through a door that logs.
//!
//! The areas of the contract already show nothing of a protected person. But payment lists and
//! drafts hold names and numbers as somebody else wrote them, before anybody knows whom they are
//! about; so every answer, and every text that is written to a file, is looked through once more.

mod answer;
mod looking;
mod marks;

use chrono::NaiveDate;
use serde_json::Value;
use std::sync::Arc;
use store::{EventNo, FactNo, PersonNo, Read};

use self::answer::Walk;
use self::marks::{Index, Marks};
use crate::error::{AppError, RefusalCode};
use crate::{App, Result};

/// What must not be seen: by which words and numbers each protected person could be known.
#[derive(Clone, Debug)]
pub(crate) struct Masking {
    /// Protected on this day or from a later one.
    day: NaiveDate,
    /// The event and the entry of the register after which it was made.
    event_no: EventNo,
    fact_no: FactNo,
    index: Index,
}

/// Who is shown in an answer.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'s> {
    /// Protected persons that somebody has opened with a reason.
    pub opened: &'s [PersonNo],
    /// Lists whose elements tell more of the thing that they stand in; the elements of others are about
    /// different things.
    pub parts: &'s [&'s str],
}

impl Shown<'_> {
    /// Nobody, in what has no such lists.
    const NOBODY: Shown<'static> = Shown { opened: &[], parts: &[] };
}

impl Masking {
    fn of_all(read: &Read<'_>, day: NaiveDate) -> Result<Masking> {
        let (event_no, fact_no) = (read.last_event_no()?, read.last_fact_no()?);
        let mut index = Index::default();
        for person_no in read.protected_persons(day)? {
            index.put(person_no, Marks::of(&read.person(person_no)?));
        }
        Ok(Masking { day, event_no, fact_no, index })
    }

    /// Brings it up to now: only persons about whom something has been entered since, and those who
    /// were merged or split, are looked up again.
    fn follow(&mut self, read: &Read<'_>, event_no: EventNo) -> Result<()> {
        let fact_no = read.last_fact_no()?;
        for person_no in read.persons_changed(self.fact_no, self.event_no)? {
            self.index.remove(person_no);
            if read.is_protected(person_no, self.day)? {
                self.index.put(person_no, Marks::of(&read.person(person_no)?));
            }
        }
        (self.event_no, self.fact_no) = (event_no, fact_no);
        Ok(())
    }
}

/// Hides every protected person in what goes out piece by piece while the database is busy.
#[derive(Clone, Debug)]
pub struct Mask {
    masking: Arc<Masking>,
    words: String,
}

impl Mask {
    /// Hides every protected person in a piece.
    pub fn hide(&self, piece: &mut Value) {
        // Without the database nothing can go wrong, and every namesake is hidden too.
        let _ = Walk::new(&self.masking.index, None, Shown::NOBODY, &self.words).hide(piece);
    }
}

impl App {
    /// What hides the protected persons of now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn mask(&self) -> Result<Mask> {
        let words = self.wording.text("protected-person", &[]);
        Ok(Mask { masking: self.masking()?, words })
    }

    /// What must not be seen as the register is now; looked up again only where it has changed.
    /// Whoever is cut to some boards is protected from everybody else too, so that it is made of all.
    fn masking(&self) -> Result<Arc<Masking>> {
        let read = self.read();
        let (day, event_no) = (self.protection_day(), read.last_event_no()?);
        let mut kept = self.masking.borrow_mut();
        match kept.as_mut().filter(|masking| masking.day == day) {
            Some(masking) if masking.event_no == event_no => {}
            Some(masking) => {
                self.whole(|| Arc::make_mut(masking).follow(&read, event_no))?;
            }
            None => *kept = Some(Arc::new(self.whole(|| Masking::of_all(&read, day))?)),
        }
        match kept.as_ref() {
            Some(masking) => Ok(Arc::clone(masking)),
            None => Ok(Arc::new(self.whole(|| Masking::of_all(&read, day))?)),
        }
    }

    /// Hides every protected person in an answer, but for those that are shown.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn hide_protected(&self, answer: &mut Value, shown: Shown<'_>) -> Result<()> {
        let masking = self.masking()?;
        if masking.index.is_empty() {
            return Ok(());
        }
        let words = self.wording.text("protected-person", &[]);
        Walk::new(&masking.index, Some(self.read()), shown, &words).hide(answer)
    }

    /// Texts that stand together in a file, such as the cells of a row, with every protected person
    /// hidden, but for one who is only a namesake of the person `about` whom they are.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn masked_row(
        &self,
        texts: Vec<String>,
        about: Option<&str>,
    ) -> Result<Vec<String>> {
        let cells: Vec<Value> = texts.into_iter().map(Value::from).collect();
        let mut row = serde_json::json!({ "person": about, "cells": cells });
        self.hide_protected(&mut row, Shown::NOBODY)?;
        let cells = row["cells"].as_array_mut().map(std::mem::take).unwrap_or_default();
        let text = |cell: Value| cell.as_str().map(str::to_owned).unwrap_or_default();
        Ok(cells.into_iter().map(text).collect())
    }

    /// What is meant by a text that somebody has sent back who was shown the one that is `kept`: where
    /// that one was hidden, what stood in its place stands for it.
    ///
    /// # Errors
    /// When the text only hides something, and not what is kept.
    pub(crate) fn as_meant(&self, typed: String, kept: Option<&str>) -> Result<String> {
        if typed != self.wording.text("protected-person", &[]) {
            return Ok(typed);
        }
        match kept {
            Some(kept) if self.masked(kept.to_owned())? == typed => Ok(kept.to_owned()),
            _ => Err(AppError::refused(RefusalCode::TextHidden)),
        }
    }

    /// One text of a file with every protected person hidden.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn masked(&self, text: String) -> Result<String> {
        Ok(self.masked_row(vec![text], None)?.pop().unwrap_or_default())
    }
}
