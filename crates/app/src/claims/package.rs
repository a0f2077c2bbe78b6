//! What is sent to the agency: a summary as tagged PDF with the evidence attached, the lines as tables, the
//! evidence as files, and everything in archives no larger than the agency's service takes.

use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use domain::claim::ClaimState;
use exporting::archive::{self, Member};
use exporting::pdf::Attachment;
use exporting::table::Table;
use exporting::workbook::{self, Sheet, WorkbookInfo};
use exporting::{ExportFault, csv_table::CsvTable};
use serde_json::json;
use store::Changed;
use store::claims::{ClaimDocument, ClaimRecord};

use super::ClaimLineShown;
use super::evidence::ending_of;
use crate::booking::export_refusal;
use crate::cases::digest;
use crate::error::{AppError, RefusalCode};
use crate::typed::reason_typed;
use crate::{Action, App, Result};

/// A file of a claim's package. No name holds personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub data: Arc<Vec<u8>>,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// Evidence with the name that it has in the package.
pub(super) struct Numbered {
    pub(super) document: ClaimDocument,
    pub(super) file: PackageFile,
}

/// The list of contents in each archive.
const CONTENTS: &str = "innehall.txt";

impl PackageFile {
    fn new(name: String, data: Vec<u8>) -> PackageFile {
        PackageFile { sha256: digest(&data), name, data: Arc::new(data) }
    }
}

impl App {
    /// The package of a claim: of a submitted one the bytes that were submitted.
    ///
    /// # Errors
    /// When a kept document is not what it was, or a file cannot be made.
    pub fn claim_package(&self, claim: &ClaimRecord) -> Result<Vec<PackageFile>> {
        if claim.state == ClaimState::Submitted {
            return self.submitted_files(claim);
        }
        let lines = self.lines_of_claim(claim)?;
        let evidence = self.numbered_evidence(claim)?;
        let base = file_base(claim);
        let largest = self.settings()?.limits.package_mb << 20;
        let refused = |format| {
            move |fault: ExportFault| export_refusal(self.wording.as_ref(), &fault, format)
        };
        let attached: u64 = evidence.iter().map(|one| one.document.bytes).sum();
        let attachments = if attached < largest { self.attachments(&evidence) } else { Vec::new() };
        let document = self.claim_document(claim, &lines, &evidence, !attachments.is_empty())?;
        let pdf = exporting::pdf::write_with(&document, attachments).map_err(refused("pdf"))?;
        let table = self.service_table(&lines);
        let csv = csv_of(&table)?;
        let title = self.wording.text("claim-print-title", &[]);
        let info = WorkbookInfo {
            title: format!("{title} {}", claim.number),
            author: self.settings()?.municipality.name,
            created: self.today(),
        };
        let sheet = Sheet {
            name: self.wording.text("claim-print-lines", &[]),
            title: None,
            facts: Vec::new(),
            table,
        };
        let xlsx = workbook::write(&info, &[sheet]).map_err(refused("xlsx"))?;
        let mut files = vec![
            PackageFile::new(format!("{base}.pdf"), pdf),
            PackageFile::new(format!("{base}-rader.csv"), csv),
            PackageFile::new(format!("{base}-rader.xlsx"), xlsx),
        ];
        files.extend(evidence.into_iter().map(|one| one.file));
        let archives = self.archives(claim, &files, largest).map_err(refused("zip"))?;
        files.extend(archives);
        Ok(files)
    }

    /// What was submitted, held against its SHA-256.
    fn submitted_files(&self, claim: &ClaimRecord) -> Result<Vec<PackageFile>> {
        let read = self.read();
        let mut files = Vec::new();
        for kept in read.claim_files(claim.claim_no)? {
            let file = PackageFile::new(kept.name.clone(), read.claim_file_bytes(&kept)?);
            if file.sha256 != kept.sha256 {
                return Err(store::StoreError::Damaged("claim_file_piece").into());
            }
            files.push(file);
        }
        Ok(files)
    }

    /// The evidence of a claim in its order, each with a name of its own.
    fn numbered_evidence(&self, claim: &ClaimRecord) -> Result<Vec<Numbered>> {
        let read = self.read();
        let mut numbered = Vec::new();
        for (number, document) in (1..).zip(read.claim_documents(claim.claim_no)?) {
            let data = read.claim_document_bytes(&document)?;
            let name = evidence_name(number, &self.evidence_words(&document.evidence), &document);
            let file = PackageFile::new(name, data);
            if file.sha256 != document.sha256 {
                return Err(store::StoreError::Damaged("claim_document_piece").into());
            }
            numbered.push(Numbered { document, file });
        }
        Ok(numbered)
    }

    fn attachments(&self, evidence: &[Numbered]) -> Vec<Attachment> {
        let attachment = |one: &Numbered| Attachment {
            name: one.file.name.clone(),
            description: self.evidence_words(&one.document.evidence),
            media_type: media_type(&one.file.name),
            data: Arc::clone(&one.file.data),
        };
        evidence.iter().map(attachment).collect()
    }

    /// What a code of evidence means.
    pub(super) fn evidence_words(&self, code: &str) -> String {
        self.wording.text(&format!("law-evidence-{code}"), &[])
    }

    /// Archives of the files, each with a list of its contents: one, or as many as the limit asks for. A
    /// file that is larger by itself has an archive of its own.
    fn archives(
        &self,
        claim: &ClaimRecord,
        files: &[PackageFile],
        largest: u64,
    ) -> std::result::Result<Vec<PackageFile>, ExportFault> {
        let size = |file: &PackageFile| {
            // Its line in the list of contents has its name, its size and its digest.
            let line = file.name.len() + 100;
            (file.data.len() + archive::overhead(&file.name) + line) as u64
        };
        let room = largest.saturating_sub(1_000 + archive::overhead(CONTENTS) as u64);
        let mut parts: Vec<(u64, Vec<&PackageFile>)> = Vec::new();
        for file in files {
            match parts.last_mut() {
                Some((taken, part)) if *taken + size(file) <= room => {
                    *taken += size(file);
                    part.push(file);
                }
                _ => parts.push((size(file), vec![file])),
            }
        }
        let base = file_base(claim);
        let several = parts.len() > 1;
        let mut archives = Vec::new();
        for (number, (_, part)) in (1..).zip(&parts) {
            let contents = self.contents(claim, part);
            let list = Member { name: CONTENTS, data: contents.as_bytes() };
            let members = part.iter().map(|file| Member { name: &file.name, data: &file.data });
            let members: Vec<Member<'_>> = std::iter::once(list).chain(members).collect();
            let name =
                if several { format!("{base}-del-{number}.zip") } else { format!("{base}.zip") };
            archives.push(PackageFile::new(name, archive::write(&members)?));
        }
        Ok(archives)
    }

    /// What lies in an archive: size, SHA-256 and name, a file a line.
    fn contents(&self, claim: &ClaimRecord, files: &[&PackageFile]) -> String {
        let number = claim.number.to_string();
        let title =
            self.wording.text("claim-package-contents", &[("number", number.as_str().into())]);
        let mut text = format!("{title}\r\n\r\n");
        for file in files {
            text += &format!("{}  {:>12}  {}\r\n", file.sha256, file.data.len(), file.name);
        }
        text
    }

    /// The lines in the order and form in which the agency's service asks for them.
    pub(super) fn service_table(&self, lines: &[ClaimLineShown]) -> Table {
        use exporting::table::{Cell, Column, Row};
        let w = |id: &str| self.wording.text(id, &[]);
        let rows = (1..).zip(lines).map(|(number, line)| {
            Row::body(vec![
                Cell::Count(number),
                Cell::text(&line.number().unwrap_or_default()),
                Cell::Date(line.line.period.from),
                Cell::Date(line.line.period.until),
                Cell::Amount(line.line.amount),
                line.line.service.map_or(Cell::Empty, Cell::Amount),
                Cell::text(&line.line.cost_centre.0),
            ])
        });
        Table {
            columns: vec![
                Column::number(&w("claim-print-line")),
                Column::code(&w("claim-print-number")),
                Column::code(&w("claim-print-from")),
                Column::code(&w("claim-print-until")),
                Column::number(&w("claim-print-amount")),
                Column::number(&w("claim-print-service")),
                Column::code(&w("claim-print-unit")),
            ],
            rows: rows.collect(),
        }
    }

    /// Writes the package into a folder, which is made where it is missing, and leaves an event. Where a
    /// protected person stands in the claim a reason is asked for and kept.
    ///
    /// # Errors
    /// When no reason is given where one is asked for, or a file cannot be made or written.
    pub fn write_claim_package(
        &mut self,
        claim: &str,
        folder: &Path,
        reason: &str,
    ) -> Result<Vec<PackageFile>> {
        let reason = reason.trim();
        if folder.as_os_str().is_empty() {
            return Err(AppError::refused(RefusalCode::TargetMissing).in_field("path"));
        }
        let known = self.claim(claim)?;
        if !self.protected_persons_of_claim(&known)?.is_empty() {
            reason_typed(reason)?;
        }
        if !folder.exists() {
            std::fs::create_dir(folder)?;
        }
        // What is noted before the change is what is made in it, unless somebody comes between.
        let names: Vec<String> =
            self.claim_package(&known)?.into_iter().map(|file| file.name).collect();
        let mut places = Vec::new();
        for name in &names {
            places.push(self.place_for(&folder.join(name))?);
        }
        let (beside, files) = self.change(Action::WriteClaimPackage, |_| {
            let claim = self.claim(claim)?;
            if !self.protected_persons_of_claim(&claim)?.is_empty() {
                reason_typed(reason)?;
            }
            let files = self.claim_package(&claim)?;
            if !files.iter().map(|file| &file.name).eq(&names) {
                return Err(AppError::refused(RefusalCode::ClaimChanged)
                    .with("version", claim.version)
                    .with("changes", ""));
            }
            let mut beside = Vec::new();
            for (place, file) in places.into_iter().zip(&files) {
                beside.push(place.write(&file.data)?);
            }
            let told: Vec<_> = files
                .iter()
                .map(|file| json!({ "name": file.name, "sha256": file.sha256 }))
                .collect();
            let detail = json!({
                "number": claim.number.to_string(), "files": told, "reason": reason,
            });
            Ok(Changed { value: (beside, files), object: claim.id, detail })
        })?;
        for file in beside {
            file.place()?;
        }
        Ok(files)
    }
}

fn csv_of(table: &Table) -> Result<Vec<u8>> {
    use exporting::table::Cell;
    let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
    let mut csv = CsvTable::new(Vec::new(), &titles)?;
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            // As a Swedish spreadsheet reads it: without groups, with a comma.
            Cell::Amount(amount) => amount.kronor().to_string().replace('.', ","),
            Cell::Count(count) => count.to_string(),
            Cell::Date(day) => day.to_string(),
        });
        csv.row(&cells.collect::<Vec<_>>())?;
    }
    let mut bytes = csv.finish()?;
    bytes.flush()?;
    Ok(bytes)
}

/// What every file of a claim's package begins with.
fn file_base(claim: &ClaimRecord) -> String {
    format!("ansokan-{:04}-{:04}", claim.number.year, claim.number.sequence)
}

/// The name of evidence in the package: its number and what it is, in letters that every system's file names
/// take. The file's own name may hold anything.
fn evidence_name(number: u32, words: &str, document: &ClaimDocument) -> String {
    let ending = match ending_of(&document.name) {
        ending if ending.is_empty() => ending,
        ending => format!(".{ending}"),
    };
    format!("underlag-{number:02}-{}{ending}", plain_name(words))
}

/// What stands before a colon or a parenthesis, in small letters from a to z with hyphens between.
fn plain_name(words: &str) -> String {
    let words = words.split([':', '(']).next().unwrap_or_default().trim().to_lowercase();
    let plain = words.chars().map(|sign| match sign {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        sign if sign.is_ascii_alphanumeric() => sign,
        _ => '-',
    });
    let plain: String = plain.collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

fn media_type(name: &str) -> &'static str {
    match ending_of(name).as_str() {
        "pdf" => "application/pdf",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "tif" | "tiff" => "image/tiff",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
