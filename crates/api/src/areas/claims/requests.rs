//! What is asked about claims. Every step carries the version of the claim that was seen: of an older one
//! the difference is told instead.

use app::Stated;
use serde::Deserialize;
use ts_rs::TS;

/// Names a claim.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ClaimRequest {
    /// Its id or number.
    pub claim: String,
}

/// Asks for claims.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct ClaimsRequest {
    /// In this state; none: in every one.
    #[serde(default)]
    pub state: Option<String>,
    /// Code of the law; none: any.
    #[serde(default)]
    pub compensation: Option<String>,
    /// Cost centre of the unit; none: any.
    #[serde(default)]
    pub unit: Option<String>,
}

/// Names something that may be claimed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NameCandidate {
    /// The register's own Person-id.
    pub person: String,
    /// Its period as lists show it; none: all of the person that fit the claim.
    #[serde(default)]
    pub period: Option<String>,
}

/// Makes a claim.
#[derive(Clone, Debug, Default, Deserialize, TS)]
pub struct CreateClaim {
    /// The client's id; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// Code of the law; none: that of the claim before.
    #[serde(default)]
    pub compensation: Option<String>,
    /// `2026Q2`, `2026` or two days with a slash between them; none: the one after the claim before.
    #[serde(default)]
    pub period: Option<String>,
    /// Cost centre of the unit; none: several share the claim, or that of the claim before.
    #[serde(default)]
    pub unit: Option<String>,
    /// Candidates that become its lines, all that fit where none is named; none: no lines yet.
    #[serde(default)]
    pub candidates: Option<Vec<NameCandidate>>,
    /// Id or number of a claim that it goes on from, with the same persons.
    #[serde(default)]
    pub from: Option<String>,
}

/// Adds lines of what may be claimed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TakeCandidates {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// Which; none named: all that fit.
    #[serde(default)]
    pub candidates: Vec<NameCandidate>,
}

/// Adds a line.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddClaimLine {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The register's own Person-id.
    pub person: String,
    /// ISO day; none with `until`: the days of the claim that give a right.
    #[serde(default)]
    pub from: Option<String>,
    /// ISO day, inclusive.
    #[serde(default)]
    pub until: Option<String>,
    /// What is asked for; none: what the law gives.
    #[serde(default)]
    pub amount_ore: Option<i64>,
    /// Ids of costs; the person's part of each is asked for.
    #[serde(default)]
    pub costs: Vec<String>,
    /// Cost centre of the unit; none: that of the claim, of the costs, or of the person.
    #[serde(default)]
    pub unit: Option<String>,
}

/// Removes a line.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RemoveClaimLine {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The line's id.
    pub line: String,
}

/// Keeps what the agency's service computed for a line.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TypeAgencyAmount {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The line's id.
    pub line: String,
    /// What it computed; none: nothing after all.
    #[serde(default)]
    pub service_ore: Option<i64>,
    /// Why that is another amount.
    #[serde(default)]
    pub difference: String,
}

/// Notes numbers of a claim; what is left out stays.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NoteClaimNumbers {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The city's own diary number.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub diary_number: Stated<String>,
    /// The agency's case number.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub agency_number: Stated<String>,
}

/// Attaches evidence.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AttachEvidence {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// Path of the file.
    pub path: String,
    /// Code of the evidence that it is.
    pub evidence: String,
    /// The id of the line that it proves; none: the whole claim.
    #[serde(default)]
    pub line: Option<String>,
}

/// Takes evidence out.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DetachEvidence {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The document's id.
    pub document: String,
}

/// Passes a finding with a reason.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PassClaimFinding {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The finding's code.
    pub code: String,
    /// The id of the line that it is about; none: the whole claim.
    #[serde(default)]
    pub line: Option<String>,
    /// Why.
    pub reason: String,
}

/// A step that needs no more than the claim.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StepClaim {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
}

/// Approves a claim.
#[derive(Clone, Deserialize, TS)]
pub struct ApproveClaim {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// The acting user's password, once more; nothing in one person's database.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub password: Option<String>,
}

/// Gives a claim back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ReturnClaim {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// Why.
    pub reason: String,
    /// What is said about its lines.
    #[serde(default)]
    pub comments: Vec<LineComment>,
}

/// Takes a claim back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WithdrawClaim {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// Why.
    pub reason: String,
}

/// Notes that a claim was submitted.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SubmitClaim {
    /// The client's id of the step; none: a new one.
    #[serde(default)]
    pub id: Option<String>,
    /// The claim's id or number.
    pub claim: String,
    /// The version of the claim that was seen; none: whichever it has.
    #[serde(default)]
    pub version: Option<u32>,
    /// Receipt number, or proof of dispatch.
    pub receipt: String,
    /// The moment on it: an ISO day, with the time where it is known.
    pub on: String,
}

/// What is said about a line when a claim is given back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct LineComment {
    /// The line's id.
    pub line: String,
    /// What is said.
    pub text: String,
}

/// Writes the package of a claim.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WriteClaimPackage {
    /// The claim's id or number.
    pub claim: String,
    /// Path of the folder; it is made where it is missing.
    pub path: String,
    /// Why; needed where a protected person stands in the claim, and kept in the log.
    #[serde(default)]
    pub reason: Option<String>,
}
