//! The one door.

use std::path::PathBuf;
use std::sync::Arc;

use app::model::PersonNo;
use app::payments::Watch;
use app::session::{Host as Hosting, Unlock};
use app::{App, clock};
use chrono::NaiveDate;
use serde_json::Value;

use crate::error::ErrorReply;
use crate::masking::Masking;
use crate::operations;
use crate::texts::SwedishTexts;

/// Environment variable with the database key in 64 hexadecimal digits.
const KEY_VARIABLE: &str = "ATERSOK_KEY";

/// Answers operations, with or without an open database.
pub struct Host {
    app: Option<App>,
    actor: String,
    today: Option<NaiveDate>,
    key: Option<String>,
    masking: Option<Arc<Masking>>,
}

impl Host {
    /// A host for the acting person, without a database. `today` is the business date; none: the
    /// system's day.
    #[must_use]
    pub fn new(actor: &str, today: Option<NaiveDate>) -> Host {
        let key = std::env::var(KEY_VARIABLE).ok();
        Host { app: None, actor: actor.to_owned(), today, key, masking: None }
    }

    /// The same with the database key, 64 hexadecimal digits, in place of the environment's.
    #[must_use]
    pub fn with_key(self, key: &str) -> Host {
        Host { key: Some(key.to_owned()), ..self }
    }

    /// Does the operation `name` with the request `payload`.
    ///
    /// # Errors
    /// [`ErrorReply`] with a code, a Swedish text and, where there is one, a place.
    pub fn call(
        &mut self,
        name: &str,
        payload: Value,
        watch: &dyn Watch,
    ) -> Result<Value, ErrorReply> {
        // Asked before: an operation may close the database, or open another.
        let person = payload.get("person").and_then(Value::as_str).map(str::to_owned);
        let mut answer = operations::dispatch(self, name, payload, watch)?;
        let Some(masking) = self.masking()? else { return Ok(answer) };
        let opened = person.filter(|_| name.starts_with("persons.") || name == "register.row");
        let opened = opened.and_then(|person| self.opened_person(&person));
        masking.hide(&mut answer, opened);
        Ok(answer)
    }

    /// What must not be seen of protected persons; none where no database is open.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn masking(&mut self) -> Result<Option<Arc<Masking>>, ErrorReply> {
        let Some(app) = &self.app else { return Ok(None) };
        let masking = Masking::of(app, self.masking.as_ref())?;
        self.masking = Some(Arc::clone(&masking));
        Ok(Some(masking))
    }

    /// The person of a request, where somebody has opened it with a reason.
    fn opened_person(&self, person: &str) -> Option<PersonNo> {
        let app = self.app.as_ref()?;
        let person_no = app.person_no(person).ok()?;
        let card = app.read().person_card(person_no).ok()?;
        (!app.is_closed(person_no, &card)).then_some(person_no)
    }

    /// The open database.
    ///
    /// # Errors
    /// When none is open.
    pub fn app(&mut self) -> Result<&mut App, ErrorReply> {
        self.app.as_mut().ok_or_else(|| ErrorReply::new("no-database", &[]))
    }

    pub(crate) fn opened(&self) -> Option<&App> {
        self.app.as_ref()
    }

    pub(crate) fn open(&mut self, app: App) {
        self.app = Some(app);
        self.masking = None;
    }

    pub(crate) fn close(&mut self) {
        self.app = None;
        self.masking = None;
    }

    /// The business date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(clock::today)
    }

    pub(crate) fn set_today(&mut self, today: NaiveDate) {
        self.today = Some(today);
        self.masking = None;
        if let Some(app) = &mut self.app {
            app.set_today(today);
        }
    }

    pub(crate) fn hosting(&self) -> Hosting {
        Hosting { actor: self.actor.clone(), today: self.today(), wording: Box::new(SwedishTexts) }
    }

    /// The key that was given in place of a passphrase, if one was.
    pub(crate) fn given_key(&self) -> Option<Unlock> {
        self.key.as_deref().and_then(Unlock::from_hex)
    }

    /// Whether a key was given that is none: not 64 hexadecimal digits.
    pub(crate) fn has_malformed_key(&self) -> bool {
        self.key.is_some() && self.given_key().is_none()
    }

    /// Where a database lies when nobody says otherwise: the user's local application data.
    #[must_use]
    pub fn default_path() -> PathBuf {
        let from = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let folder = if cfg!(windows) {
            from("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            from("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            from("XDG_DATA_HOME").or_else(|| from("HOME").map(|home| home.join(".local/share")))
        };
        folder.unwrap_or_default().join("Atersok").join("atersok.db")
    }
}
