//! Evidence of a claim: what proves its lines.

use std::path::{Path, PathBuf};

use domain::case_document::is_encrypted;
use serde_json::json;
use store::claims::{ClaimDocument, ClaimRecord, NewClaimDocument};

use super::{StepAt, require_open};
use crate::cases::{digest, read_document};
use crate::error::{AppError, RefusalCode};
use crate::{Action, App, Result};

/// Evidence to be attached.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Where the file lies.
    pub path: PathBuf,
    /// Code of the evidence that it is.
    pub evidence: String,
    /// The line that it proves; none: the whole claim.
    pub line: Option<String>,
}

impl App {
    /// Keeps evidence of a claim in the encrypted database.
    ///
    /// # Errors
    /// When the file is empty, larger than 50 MB, encrypted, of a kind that runs, there already, or
    /// cannot be read; or the claim cannot be changed any more.
    pub fn attach_evidence(&mut self, at: &StepAt, attach: &Evidence) -> Result<ClaimRecord> {
        self.claim_step(Action::AttachEvidence, at, |write, claim| {
            require_open(claim)?;
            let evidence = self.evidence_typed(&attach.evidence)?;
            let line = match &attach.line {
                Some(line) => Some(self.line_of(claim, line)?),
                None => None,
            };
            let name = attach.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let data = read_document(&attach.path, &name)?;
            if is_encrypted(&data) {
                return Err(AppError::refused(RefusalCode::DocumentEncrypted).in_field("path"));
            }
            let line_no = line.as_ref().map(|line| line.line_no);
            let sha256 = digest(&data);
            let same = |kept: &ClaimDocument| {
                kept.sha256 == sha256 && kept.evidence == evidence && kept.line_no == line_no
            };
            if write.claim_documents(claim.claim_no)?.iter().any(same) {
                return Err(AppError::refused(RefusalCode::EvidenceThereAlready).in_field("path"));
            }
            write.add_claim_document(&NewClaimDocument {
                id: &at.step,
                claim_no: claim.claim_no,
                line_no,
                evidence: &evidence,
                name: &name,
                sha256: &sha256,
                data: &data,
            })?;
            Ok(json!({ "step": "attached", "evidence": evidence, "sha256": sha256 }))
        })
    }

    /// Takes evidence out of a claim.
    ///
    /// # Errors
    /// When there is no such document, or the claim cannot be changed any more.
    pub fn detach_evidence(&mut self, at: &StepAt, document: &str) -> Result<ClaimRecord> {
        self.claim_step(Action::DetachEvidence, at, |write, claim| {
            require_open(claim)?;
            let kept = write.claim_documents(claim.claim_no)?;
            let found = kept.into_iter().find(|kept| kept.id == document);
            let missing = || AppError::refused(RefusalCode::NoSuchDocument).in_field("document");
            let found = found.ok_or_else(missing)?;
            write.remove_claim_document(&found)?;
            Ok(json!({
                "step": "detached", "evidence": found.evidence, "document": found.id,
            }))
        })
    }

    /// A code of evidence that the catalogue knows.
    fn evidence_typed(&self, code: &str) -> Result<String> {
        let law = self.law_in_force()?;
        let mut wordings = law.catalogue.iter().flat_map(|found| &found.wordings);
        let code = code.trim();
        if wordings.any(|wording| wording.evidence.iter().any(|known| known == code)) {
            return Ok(code.to_owned());
        }
        let unknown = AppError::refused(RefusalCode::UnknownEvidence);
        Err(unknown.with("text", code).in_field("evidence"))
    }

    /// What evidence a claim of these days needs, by code, in the order of the law.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn evidence_needed(&self, claim: &ClaimRecord) -> Result<Vec<String>> {
        let law = self.law_in_force()?;
        let Some(found) = law.catalogue.get(&claim.compensation) else { return Ok(Vec::new()) };
        let wording = found.wording_in(claim.period);
        Ok(wording.map(|wording| wording.evidence.clone()).unwrap_or_default())
    }
}

/// The ending of a file's name as it may stand in another, in small letters; empty where it has none.
pub(super) fn ending_of(name: &str) -> String {
    let ending = Path::new(name).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let plain = ending.len() <= 5 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain { ending } else { String::new() }
}
