//! The one door to the database.
//!
//! [`App::change`] is the only way to a [`Write`]. It looks at the right that the use case needs and
//! begins the transaction; whatever the use case asks before it writes it asks inside, so that a
//! second writer can come before it or after it and never between its question and its answer.
//! [`App::read`] needs no handle of its own there: while a change is under way it reads inside it.

use std::path::Path;

use store::{Changed, Ending, Ends, Occasion, Read, Store, Write};

use crate::{Action, App, Result, clock};

/// Holds the database. Nothing else in the crate can name it.
pub(crate) struct Door(Store);

impl Door {
    pub(crate) fn of(store: Store) -> Door {
        Door(store)
    }

    /// Closes the database with everything in its one file.
    ///
    /// # Errors
    /// When what the log holds cannot be brought over.
    pub(crate) fn close(self) -> Result<()> {
        Ok(self.0.close()?)
    }
}

impl App {
    /// Where the database lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.door.0.path()
    }

    /// A handle for reading; inside a change it reads inside the change.
    #[must_use]
    pub(crate) fn read(&self) -> Read<'_> {
        self.door.0.read()
    }

    /// Whether the database file is sound.
    ///
    /// # Errors
    /// When it cannot be read at all.
    pub fn is_sound(&self) -> Result<bool> {
        Ok(self.door.0.is_sound()?)
    }

    /// Looks at everything that can be seen of the database: pages, chain, schema, kept files, sums.
    ///
    /// # Errors
    /// When it cannot be read at all.
    pub fn check(&self) -> Result<store::checking::Checked> {
        Ok(self.door.0.check()?)
    }

    /// Tables, views, indexes and triggers that are not as the migrations made them.
    ///
    /// # Errors
    /// When the schema cannot be read.
    pub(crate) fn schema_differs(&self) -> Result<Vec<String>> {
        Ok(self.door.0.schema_differs()?)
    }

    /// What another thread needs to copy the database while this one works.
    ///
    /// # Errors
    /// When the file is not where it was.
    pub(crate) fn source(&self) -> Result<store::Source> {
        Ok(self.door.0.source()?)
    }

    /// Notes files outside the database before they are made. No event: nothing of the city's changes. Not inside a
    /// change, which it would be part of.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn note_unfinished(&self, files: &[store::unfinished::Unfinished]) -> Result<()> {
        Ok(self.door.0.note_unfinished(files)?)
    }

    /// Forgets files that have gone or come to their place.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn forget_unfinished(&self, files: &[store::unfinished::Unfinished]) -> Result<()> {
        Ok(self.door.0.forget_unfinished(files)?)
    }

    /// Does `work` in one transaction, with one event, or not at all.
    ///
    /// # Errors
    /// When the acting person lacks the right, besides those of `work`.
    pub(crate) fn change<W: Ends>(
        &self,
        action: Action,
        work: impl FnOnce(&Write<'_>) -> Result<W>,
    ) -> Result<W::Value> {
        let occasion =
            Occasion { at: clock::now_utc(), actor: self.actor.clone(), action: action.name() };
        // Asked inside: who loses the right meanwhile changes nothing any more.
        let changed = self.door.0.change(&occasion, |write| {
            self.need(action.right())?;
            work(write)
        });
        changed.map_err(|error| self.without_protected(error))
    }

    /// Ends a change as that of another use case, with the right that it needs.
    ///
    /// # Errors
    /// When the acting person lacks it.
    pub(crate) fn as_another<T>(&self, action: Action, changed: Changed<T>) -> Result<Ending<T>> {
        self.need(action.right())?;
        Ok(Ending::ChangedAs(action.name(), changed))
    }

    /// Keeps what the acting person is typing; nothing forgets it. No event: it says nothing of anybody
    /// before it is read in.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn note_typed(&self, typed: Option<&store::typing::TypedRows>) -> Result<()> {
        match typed {
            Some(typed) => self.door.0.keep_typed_rows(&self.actor, typed)?,
            None => self.door.0.forget_typed_rows(&self.actor)?,
        }
        Ok(())
    }

    /// Keeps how the acting person wants to see a list. No event: nothing of the city's changes.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn note_layout(
        &self,
        list: &str,
        layout: &store::layouts::ListLayout,
    ) -> Result<()> {
        Ok(self.door.0.keep_list_layout(&self.actor, list, layout)?)
    }

    /// Cuts what is read to these boards and persons.
    pub(crate) fn door_cut_to(
        &self,
        cut: Option<(&[domain::person::CostCentre], &[store::PersonNo])>,
    ) -> Result<()> {
        Ok(self.door.0.cut_to(cut)?)
    }

    /// Does `work` on everything, whatever is cut beside it.
    pub(crate) fn whole<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.door.0.whole(work)
    }

    /// Notes what the acting person has read. No event: nothing of the city's changes.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub(crate) fn note_rows_read(&self, rows: &[store::readings::NewReading<'_>]) -> Result<()> {
        Ok(self.door.0.note_readings(&clock::now_utc(), &self.actor, rows)?)
    }

    /// Notes that the acting person has looked at somebody, for the order in which persons are
    /// found. No event: it changes nothing that anybody knows.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn note_use(&mut self, person_no: store::PersonNo) -> Result<()> {
        Ok(self.door.0.note_use(&self.actor, person_no)?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use serde_json::Value;

    use super::*;
    use crate::session::{Host, Unlock};
    use crate::settings::Municipality;
    use crate::{Rights, TextValue, Wording};

    struct Mute;

    impl Wording for Mute {
        fn text(&self, id: &str, _: &[(&str, TextValue)]) -> String {
            id.to_owned()
        }

        fn explained(
            &self,
            _: &domain::entitlement::Explanation,
            _: &[domain::facts::Fact],
        ) -> Vec<String> {
            Vec::new()
        }
    }

    fn key() -> Unlock {
        Unlock::from_hex(&"0123456789abcdef".repeat(4)).unwrap()
    }

    fn host(rights: Rights) -> Host {
        let day = "2026-11-02".parse().unwrap();
        let wording = Box::new(Mute);
        Host { actor: "EN".to_owned(), rights, today: day, system_day: day, wording }
    }

    #[test]
    fn no_change_begins_for_somebody_without_its_right() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let municipality = Municipality {
            name: "Exempelstads kommun".to_owned(),
            organisation_number: "219999-9992".to_owned(),
            training: false,
        };
        drop(App::create(&path, key(), municipality, None, host(Rights::all())).unwrap());
        let nobody = std::iter::empty().collect();
        let app = App::open(&path, key(), host(nobody)).unwrap();
        let before = app.read().last_event_no().unwrap();
        for action in Action::ALL {
            let changed: Result<()> = app.change(*action, |_| -> Result<Changed<()>> {
                unreachable!("{} has begun", action.name())
            });
            assert_eq!(changed.unwrap_err().code(), "right-missing", "{}", action.name());
        }
        assert_eq!(app.read().last_event_no().unwrap(), before);
    }

    #[test]
    fn a_change_reads_inside_itself_and_leaves_nothing_where_it_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let municipality = Municipality {
            name: "Exempelstads kommun".to_owned(),
            organisation_number: "219999-9992".to_owned(),
            training: false,
        };
        let app = App::create(&path, key(), municipality, None, host(Rights::all())).unwrap();
        let before = app.read().last_event_no().unwrap();
        let seen = app.change(Action::SaveView, |write| {
            write.put_setting("x", &Value::from(1))?;
            Ok(Ending::Nothing(app.read().setting("x")?))
        });
        assert_eq!(seen.unwrap(), Some(Value::from(1)));
        assert_eq!(app.read().setting("x").unwrap(), None);
        assert_eq!(app.read().last_event_no().unwrap(), before);
    }
}
