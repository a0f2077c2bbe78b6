//! What an operation of the contract is: one row, from which everything about it comes.

use app::payments::Watch;
use app::readings::ReadingKind;
use app::{App, Right, Rights, Target};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::error::ErrorReply;
use crate::host::Host;
use crate::listing::{List, SHOWN};
use crate::visitor::Visitor;

/// Whom an answer shows: which protected persons are not hidden in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// Nobody who is protected.
    Nobody,
    /// Nobody at all: the law and what the city adds to it, and the database as a whole.
    Rules,
    /// Nobody at all: tables and settings of the city. A person may be called as a board is, and what
    /// is shown is saved again, so that nothing in them is hidden.
    Tables,
    /// Persons that somebody has opened with a reason: a person's page, on which others of the family
    /// may stand, or persons side by side.
    OpenedPersons,
    /// The persons at whom a row of a draft points, where somebody has opened the row.
    OpenedRow,
    /// Whom the answer of another operation shows, of which it is made: hidden there already, row by row.
    AsAnswered,
}

/// What of an answer counts as reading about somebody. Objects are JSON pointers into the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// Nothing: the answer names nobody.
    Nothing,
    /// Nothing: who is named there is a hit of a list, or tells one row from another.
    Hits,
    /// About the persons whom these fields of the request name.
    Asked(ReadingKind, &'static [&'static str]),
    /// About the person whose case has the document that the field names.
    OfDocument(ReadingKind, &'static str),
    /// About the persons whom the answer names.
    Answered(ReadingKind, &'static [&'static str]),
    /// About nobody alone: what leaves the program and may hold anybody.
    Leaves(ReadingKind, &'static [&'static str]),
}

/// One operation of the contract.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// The right it needs.
    pub needs: Right,
    /// Whom its answer shows.
    pub shows: Shows,
    /// What of its answer counts as reading about somebody.
    pub reads: Reads,
    /// Whether it works on an open database; else with or without one.
    pub needs_database: bool,
    /// Whether it tells how far it has come, and can be stopped.
    pub follows: bool,
    /// Whether what others have answered may be old after it: the screen fetches anew.
    pub stirs: bool,
    /// Whether what it shows and changes is cut to the boards of whoever has the right for boards
    /// alone; else it is refused to those.
    pub of_boards: bool,
    /// What it changes, by fields of the request: inside a change nothing is cut, so that it is asked
    /// before.
    pub targets: &'static [(&'static str, Target)],
    /// Lists of the answer whose elements tell more of the thing that they stand in; the elements of
    /// others are about different things.
    pub(crate) parts: &'static [&'static str],
    /// The field of free text whose use case knows what was hidden and keeps it.
    pub(crate) keeps: Option<&'static str>,
    /// Whether all its text is looked for, and none is kept.
    pub(crate) looks: bool,
    /// The list that it answers with, which can be sorted, looked through, copied and written.
    pub list: Option<&'static List>,
    pub(crate) answer: Answer,
    pub(crate) types: fn(&mut Visitor),
    pub(crate) fields: Fields,
}

/// Names the fields of the request.
pub(crate) type Fields = fn() -> Option<&'static [&'static str]>;

/// Decodes the request, does the operation and encodes the response.
pub(crate) type Answer = fn(&mut Host, Value, &dyn Watch) -> Result<Value, ErrorReply>;

impl Operation {
    pub(crate) const fn new(
        name: &'static str,
        needs: Right,
        needs_database: bool,
        answer: Answer,
        types: fn(&mut Visitor),
        fields: Fields,
    ) -> Operation {
        Operation {
            name,
            needs,
            shows: Shows::Nobody,
            reads: Reads::Nothing,
            needs_database,
            follows: false,
            stirs: false,
            of_boards: false,
            targets: &[],
            parts: &[],
            keeps: None,
            looks: false,
            list: None,
            answer,
            types,
            fields,
        }
    }

    pub(crate) const fn stirs(self) -> Operation {
        Operation { stirs: true, ..self }
    }

    pub(crate) const fn follows(self) -> Operation {
        Operation { follows: true, ..self }
    }

    pub(crate) const fn looks(self) -> Operation {
        Operation { looks: true, ..self }
    }

    pub(crate) const fn shows(self, shows: Shows) -> Operation {
        Operation { shows, ..self }
    }

    pub(crate) const fn reads(self, reads: Reads) -> Operation {
        Operation { reads, ..self }
    }

    pub(crate) const fn parts(self, parts: &'static [&'static str]) -> Operation {
        Operation { parts, ..self }
    }

    pub(crate) const fn keeps(self, field: &'static str) -> Operation {
        Operation { keeps: Some(field), ..self }
    }

    pub(crate) const fn of_boards(self) -> Operation {
        Operation { of_boards: true, ..self }
    }

    pub(crate) const fn of_boards_by(
        self,
        targets: &'static [(&'static str, Target)],
    ) -> Operation {
        Operation { of_boards: true, targets, ..self }
    }

    pub(crate) const fn lists(self, list: &'static List) -> Operation {
        Operation { list: Some(list), ..self }
    }

    /// The first field of the request that the operation does not have.
    pub fn unknown_field(&self, request: &Value) -> Option<String> {
        let fields = (self.fields)()?;
        let given = request.as_object()?.keys();
        let is_known = |name: &str| fields.contains(&name) || name == SHOWN && self.list.is_some();
        given.into_iter().find(|name| !is_known(name)).cloned()
    }

    /// Whether nobody's data pass through it.
    #[must_use]
    pub fn is_impersonal(&self) -> bool {
        matches!(self.shows, Shows::Rules | Shows::Tables)
    }

    /// Whether somebody who has the right for some boards alone is handed it: it is cut to them, or
    /// concerns nobody.
    #[must_use]
    pub fn is_for_boards(&self) -> bool {
        let everybodys = matches!(self.needs, Right::Enter | Right::SeeWork | Right::SeeRules);
        self.of_boards || self.needs == Right::Enter || self.is_impersonal() && everybodys
    }

    /// Refuses to change what is not of the boards that somebody has.
    pub(crate) fn require_in_scope(&self, app: &App, request: &Value) -> Result<(), ErrorReply> {
        for (field, target) in self.targets {
            let named = request.get(*field).unwrap_or(&Value::Null);
            let one = |value: &Value| -> Result<(), ErrorReply> {
                let name = value.as_str().or_else(|| value["person"].as_str());
                match name.filter(|name| !name.trim().is_empty()) {
                    Some(name) => Ok(app
                        .require_in_scope(*target, name)
                        .map_err(|error| error.in_field(field))?),
                    None => Ok(()),
                }
            };
            match named {
                Value::Array(several) => several.iter().try_for_each(one)?,
                value => one(value)?,
            }
        }
        Ok(())
    }

    /// Refuses somebody who lacks the right.
    pub(crate) fn permit(&self, rights: Rights) -> Result<(), ErrorReply> {
        Ok(rights.need(self.needs)?)
    }
}

pub(crate) fn decoded<T: DeserializeOwned>(payload: Value) -> Result<T, ErrorReply> {
    serde_json::from_value(payload).map_err(|error| ErrorReply::bad_request("", &error.to_string()))
}

pub(crate) fn encoded<T: Serialize>(response: &T) -> Result<Value, ErrorReply> {
    serde_json::to_value(response).map_err(|_| ErrorReply::new("internal", &[]))
}

/// The types of an operation, told to whoever gathers them.
pub(crate) fn tell<Request, Response>(visitor: &mut Visitor, name: &str)
where
    Request: TS + 'static,
    Response: TS + 'static,
{
    visitor.operation::<Request, Response>(name);
}

/// Makes the table. A row is
///
/// ```text
/// name => app|host area::handler(Request[, watch|part]) -> Response, Right [, property [= value]]…;
/// ```
///
/// `app` hands the handler the open database, `host` the host, with or without one; `watch` what
/// follows it, `part` which rows of its list are asked for. The properties are the functions of [`Operation`].
macro_rules! operations {
    ($($name:literal => $on:ident $area:ident::$handler:ident($request:ident $(, $watch:ident)?)
        -> $response:ident, $needs:ident $(, $how:ident $(= $value:expr)?)*;)+) => {
        /// Every operation.
        const TABLE: &[Operation] = &[$(
            Operation::new(
                $name,
                Right::$needs,
                operations!(@needs_database $on),
                |host, payload, watch| {
                    let _ = watch;
                    let part = $crate::listing::Part::of(&payload);
                    let _ = part;
                    let request: $area::$request = $crate::operation::decoded(payload)?;
                    let response: $area::$response = $area::$handler(
                        operations!(@on $on, host),
                        request
                        $(, operations!(@$watch watch, part))?
                    )?;
                    $crate::operation::encoded(&response)
                },
                |visitor| {
                    $crate::operation::tell::<$area::$request, $area::$response>(visitor, $name);
                },
                $crate::request::fields_of::<$area::$request>,
            )
            $(.$how($($value)?))*
        ),+];
    };
    (@needs_database app) => { true };
    (@needs_database host) => { false };
    (@on app, $host:ident) => { $host.app()? };
    (@on host, $host:ident) => { $host };
    (@watch $watch:ident, $part:ident) => { $watch };
    (@part $watch:ident, $part:ident) => { $part };
}
pub(crate) use operations;
