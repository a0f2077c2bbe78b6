//! The one door.

use std::path::PathBuf;

use app::model::PersonNo;
use app::payments::Watch;
use app::session::{Host as Hosting, Unlock};
use app::{App, Mask, Shown, clock};
use chrono::NaiveDate;
use serde_json::Value;

use crate::background::Background;
use crate::error::ErrorReply;
use crate::hidden::refuse_hidden;
use crate::operations;
use crate::texts::SwedishTexts;

/// Environment variable with the database key in 64 hexadecimal digits.
const KEY_VARIABLE: &str = "ATERSOK_KEY";

/// Answers operations, with or without an open database.
pub struct Host {
    pub(crate) background: Option<Background>,
    app: Option<App>,
    actor: String,
    today: Option<NaiveDate>,
    system_day: Option<NaiveDate>,
    key: Option<String>,
}

/// Operations whose answers hold tables and settings of the city, and nobody's data.
const TABLES_OF_THE_CITY: [&str; 6] =
    ["settings.", "boards.", "codes.", "key.", "accounts.", "compensations."];

impl Host {
    /// A host for the acting person, without a database. `today` is the business date; none: the
    /// system's day.
    #[must_use]
    pub fn new(actor: &str, today: Option<NaiveDate>) -> Host {
        let key = std::env::var(KEY_VARIABLE).ok();
        Host { background: None, app: None, actor: actor.to_owned(), today, system_day: None, key }
    }

    /// The same on another day than the system's, by which protection is decided beside the business
    /// date.
    #[must_use]
    pub fn with_system_day(self, day: NaiveDate) -> Host {
        Host { system_day: Some(day), ..self }
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
        self.end_background(false);
        // Asked before: an operation may close the database, or open another.
        let asked = Asked::of(name, &payload);
        // A person may be called as a board is; what is shown here is saved again.
        let of_the_city = TABLES_OF_THE_CITY.iter().any(|area| name.starts_with(area));
        if !of_the_city {
            refuse_hidden(name, &payload)?;
        }
        let answer = operations::dispatch(self, name, payload, watch);
        let Some(app) = self.app.as_ref().filter(|_| !of_the_city) else { return answer };
        let shown = asked.shown(app)?;
        let shown = Shown { opened: &shown };
        match answer {
            Ok(mut answer) => {
                app.hide_protected(&mut answer, shown)?;
                Ok(answer)
            }
            Err(mut reply) => {
                reply.hide_protected(app, shown)?;
                Err(reply)
            }
        }
    }

    /// What hides protected persons in what goes out piece by piece; none where no database is open.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn mask(&self) -> Result<Option<Mask>, ErrorReply> {
        Ok(self.app.as_ref().map(App::mask).transpose()?)
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
    }

    pub(crate) fn close(&mut self) {
        self.end_background(true);
        self.app = None;
    }

    /// The business date.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today.unwrap_or_else(clock::today)
    }

    pub(crate) fn set_today(&mut self, today: NaiveDate) {
        self.today = Some(today);
        if let Some(app) = &mut self.app {
            app.set_today(today);
        }
    }

    pub(crate) fn hosting(&self) -> Hosting {
        Hosting {
            actor: self.actor.clone(),
            today: self.today(),
            system_day: self.system_day.unwrap_or_else(clock::today),
            wording: Box::new(SwedishTexts),
        }
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

/// What a request says about who may be shown.
enum Asked {
    /// A person's page, on which others of the family may stand, or persons side by side.
    Persons,
    /// A row of a draft.
    Row { draft: String, line: u32, person: Option<String> },
    /// Lists and everything else: nobody.
    Nobody,
}

impl Asked {
    fn of(name: &str, payload: &Value) -> Asked {
        let text = |field: &str| payload.get(field).and_then(Value::as_str).map(str::to_owned);
        match name {
            "register.row" => Asked::Row {
                draft: text("draft").unwrap_or_default(),
                line: payload["line"].as_u64().and_then(|line| line.try_into().ok()).unwrap_or(0),
                person: text("person"),
            },
            "persons.find" => Asked::Nobody,
            _ if name.starts_with("persons.") => Asked::Persons,
            _ => Asked::Nobody,
        }
    }

    /// The protected persons whom somebody has opened with a reason, and whom the request is about.
    fn shown(&self, app: &App) -> Result<Vec<PersonNo>, ErrorReply> {
        let opened = app.opened_persons();
        Ok(match self {
            Asked::Persons => opened,
            Asked::Row { draft, line, person } => {
                let person = person.as_ref().and_then(|id| app.person_no(id).ok());
                let person = person.filter(|person_no| opened.contains(person_no));
                let mut shown = app.opened_in_draft_row(draft, *line)?;
                shown.extend(person);
                shown
            }
            Asked::Nobody => Vec::new(),
        })
    }
}
