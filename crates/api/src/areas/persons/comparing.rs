//! Two persons beside each other, before they are noted as one.

use app::App;
use app::model::Person;
use domain::facts::FactKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::{disorder_view, fact_view, fact_words, kind_name};
use super::{PersonBrief, brief, only_id, shown_of};
use crate::{ErrorReply, texts};

/// Names two persons.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CompareRequest {
    /// The person that may turn out to be the other.
    pub person: String,
    /// The person that would stand for both.
    pub into: String,
}

/// What each of the two says of a kind.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ComparedKind {
    /// The kind of fact.
    pub kind: String,
    /// The kind in words.
    pub kind_name: String,
    /// What is known of the first.
    pub one: Vec<String>,
    /// What is known of the second.
    pub other: Vec<String>,
    /// Whether they say the same.
    pub same: bool,
}

/// Two persons beside each other. Of a protected one whom nobody has opened nothing is told of
/// either.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Compared {
    /// The two, in the order in which they were named.
    pub persons: Vec<PersonBrief>,
    /// Whether everything below is hidden until somebody opens the persons with a reason.
    pub closed: bool,
    /// Why they may be one, in words.
    pub reasons: Vec<String>,
    /// What is known of both, kind by kind.
    pub kinds: Vec<ComparedKind>,
    /// What would contradict each other, a sentence each.
    pub contradictions: Vec<String>,
    /// What a merge does with them.
    pub outcome_text: String,
}

/// Two persons beside each other.
///
/// # Errors
/// When they are one already, or there is no such person.
pub fn compare(app: &mut App, request: CompareRequest) -> Result<Compared, ErrorReply> {
    let (one, other) = (app.person_no(&request.person)?, app.person_no(&request.into)?);
    let found = app.compare_persons(one, other)?;
    let closed = found.persons.iter().any(|one| app.is_closed(one.person_no, &one.card));
    let persons = found.persons.iter().map(|person| {
        let shown = shown_of(app, person.person_no)?;
        if closed { Ok(only_id(&shown)) } else { Ok(brief(&shown, false)) }
    });
    let persons = persons.collect::<Result<_, ErrorReply>>()?;
    let told = |id: &str| texts::text(id, &[]);
    if closed {
        let outcome_text = told("compare-closed");
        let (reasons, kinds, contradictions) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(Compared { persons, closed, reasons, kinds, contradictions, outcome_text });
    }
    let contradicts = !found.contradictions.is_empty();
    let outcome = if contradicts { "compare-contradicts" } else { "compare-fits" };
    Ok(Compared {
        persons,
        closed,
        reasons: match found.reasons.as_slice() {
            [] => vec![told("compare-no-reason")],
            reasons => reasons.iter().map(|reason| told(&format!("duplicate-{reason}"))).collect(),
        },
        kinds: kinds(app, &found.persons)?,
        contradictions: found.contradictions.iter().map(|one| disorder_view(one).text).collect(),
        outcome_text: told(outcome),
    })
}

fn kinds(app: &App, persons: &[Person; 2]) -> Result<Vec<ComparedKind>, ErrorReply> {
    let boards = app.boards()?;
    let words = |person: &Person, kind: FactKind| {
        let known = person.known().into_iter().filter(|fact| fact.kind() == kind);
        let words =
            known.map(|fact| fact_view(app, &boards, fact, true).map(|view| fact_words(&view)));
        words.collect::<Result<Vec<_>, _>>()
    };
    let mut compared = Vec::new();
    for &kind in FactKind::ALL {
        let (one, other) = (words(&persons[0], kind)?, words(&persons[1], kind)?);
        if !one.is_empty() || !other.is_empty() {
            let same = one == other;
            let (kind, kind_name) = (kind.name().to_owned(), kind_name(kind));
            compared.push(ComparedKind { kind, kind_name, one, other, same });
        }
    }
    Ok(compared)
}
