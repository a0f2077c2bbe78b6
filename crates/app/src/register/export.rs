//! The whole register in open formats: persons, every entry, and a description of the columns.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use domain::facts::{Fact, FactContent, FactKind, FieldType, Holding};
use domain::person::board_on;
use exporting::csv_table::CsvTable;
use serde_json::{Value, json};
use store::persons::Person;
use store::{Changed, PersonNo, Read};

use super::relatives::{Relatives, Teller};
use crate::error::{AppError, RefusalCode};
use crate::files::{Beside, Place};
use crate::wording::TextValue;
use crate::{Action, App, Result};

/// One row a person.
pub const PERSONS_FILE: &str = "personer.csv";
/// One row an entry; the profile `uppgifter` reads it.
pub const FACTS_FILE: &str = "uppgifter.csv";
/// What the columns hold.
pub const GUIDE_FILE: &str = "kolumner.md";

/// What is known of a protected person's facts outside the register: nothing that names the person
/// or tells where it is.
const OPEN_KINDS: [FactKind; 8] = [
    FactKind::Protection,
    FactKind::LegalGround,
    FactKind::Unaccompanied,
    FactKind::StudyGrant,
    FactKind::ResponsibilityConfirmed,
    FactKind::Absconded,
    FactKind::ConfirmedAbroad,
    FactKind::Died,
];

/// Columns of [`PERSONS_FILE`]: ids of their texts, `export-column-` before.
const PERSON_COLUMNS: [&str; 12] = [
    "person-id",
    "family-name",
    "given-name",
    "birth-date",
    "dossier-number",
    "personal-number",
    "cost-centre",
    "board",
    "group",
    "received",
    "protected",
    "merged-into",
];

/// Columns of [`FACTS_FILE`] before those of the fields.
const ENTRY_COLUMNS: [&str; 2] = ["person-id", "kind"];
/// Columns of [`FACTS_FILE`] after those of the fields.
const ENTRY_ENDINGS: [&str; 11] = [
    "board",
    "valid-from",
    "valid-until",
    "known-since",
    "according-to-import",
    "document-date",
    "source",
    "entered-by",
    "entry-id",
    "corrects",
    "withdrawn",
];

/// What an export has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The files.
    pub files: Vec<PathBuf>,
    /// Persons, merged ones too.
    pub persons: u64,
    /// Entries.
    pub entries: u64,
    /// Protected persons, of whom the Person-id and what tells nothing of them was written.
    pub pseudonymised: u64,
}

/// The fields of all kinds, each name once, in the order of the kinds.
fn field_names() -> Vec<&'static str> {
    let mut names = Vec::new();
    for field in FactKind::ALL.iter().flat_map(|kind| kind.fields()) {
        if !names.contains(&field.name) {
            names.push(field.name);
        }
    }
    names
}

/// The files of an export, in a folder that is made where it is missing; a CSV file stands alone.
fn paths_in(target: &Path) -> Result<Vec<PathBuf>> {
    if target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return Ok(vec![target.to_owned()]);
    }
    fs::create_dir_all(target)?;
    Ok([FACTS_FILE, PERSONS_FILE, GUIDE_FILE].map(|name| target.join(name)).to_vec())
}

impl App {
    /// Writes the whole register into a folder; where `target` is a CSV file, every entry into that
    /// file alone. Protected persons stop it, or have nothing written of them but the Person-id and
    /// facts that tell neither who nor where they are; nor do others' entries tell it.
    ///
    /// # Errors
    /// When there are protected persons and `pseudonymise` is false: how many, never who. When the
    /// files cannot be written.
    pub fn export_register(&mut self, target: &Path, pseudonymise: bool) -> Result<Exported> {
        if target.as_os_str().is_empty() {
            return Err(AppError::refused(RefusalCode::TargetMissing));
        }
        let paths = paths_in(target)?;
        let places = paths.iter().map(|path| self.place_for(path)).collect::<Result<Vec<_>>>()?;
        let (written, exported) = self.change(Action::ExportRegister, |write| {
            let protected = write.protected_count(self.protection_day())?;
            if protected > 0 && !pseudonymise {
                let refused = AppError::refused(RefusalCode::ExportProtected);
                return Err(refused.with("count", protected));
            }
            let mut exported =
                Exported { files: Vec::new(), persons: 0, entries: 0, pseudonymised: protected };
            let begun = places.into_iter().map(Place::begin).collect::<Result<Vec<_>>>()?;
            let written = self.write_tables(begun, &mut exported)?;
            let detail = json!({
                "persons": exported.persons, "entries": exported.entries,
                "pseudonymised": exported.pseudonymised,
            });
            exported.files = paths;
            Ok(Changed { value: (written, exported), object: "register".to_owned(), detail })
        })?;
        written.into_iter().try_for_each(Beside::place)?;
        Ok(exported)
    }

    /// Writes the entries, and where there are more files than one the persons and the guide too:
    /// each lies beside its path, to be placed when the export is noted.
    fn write_tables(
        &self,
        begun: Vec<(Beside, fs::File)>,
        exported: &mut Exported,
    ) -> Result<Vec<Beside>> {
        let (written, files): (Vec<Beside>, Vec<fs::File>) = begun.into_iter().unzip();
        let mut files = files.into_iter();
        let table = |file: fs::File, header: &[String]| -> Result<CsvTable<BufWriter<fs::File>>> {
            Ok(CsvTable::new(BufWriter::new(file), header)?)
        };
        let Some(facts_file) = files.next() else { return Ok(Vec::new()) };
        let (persons_file, guide_file) = (files.next(), files.next());
        let titles = |names: &[&str]| -> Vec<String> {
            names.iter().map(|name| self.column_title(name)).collect()
        };
        let fields = field_names();
        let mut header = titles(&ENTRY_COLUMNS);
        header.extend(fields.iter().map(|field| self.field_title(field)));
        header.extend(titles(&ENTRY_ENDINGS));
        let mut facts = table(facts_file, &header)?;
        let persons = persons_file.map(|file| table(file, &titles(&PERSON_COLUMNS)));
        let mut persons = persons.transpose()?;
        let read = self.read();
        let relatives = Relatives::of(&read, self.protection_day())?;
        let boards: BTreeMap<String, String> =
            read.boards()?.into_iter().map(|(centre, name)| (centre.0, name)).collect();
        read.each_person(|person_no, card, merged| {
            let into = merged.map(|into| read.person_card(into)).transpose()?;
            let hidden = self.hides(&card) || into.as_ref().is_some_and(|into| self.hides(into));
            exported.persons += 1;
            let id = card.id.0.clone();
            let into_id = into.map(|into| into.id.0).unwrap_or_default();
            let person = Person { person_no, card, facts: own_facts(&read, person_no)? };
            if let Some(persons) = &mut persons {
                let cells = self.person_cells(&person, &into_id, hidden, &boards);
                persons.row(&self.masked_row(cells, Some(&id))?)?;
            }
            let shares = relatives.share(&read.facts_of(merged.unwrap_or(person_no))?);
            // A merged person's entries are those of the person it turned out to be.
            let of = if into_id.is_empty() { &id } else { &into_id };
            for entry in &person.facts {
                if hidden && !OPEN_KINDS.contains(&entry.kind()) {
                    continue;
                }
                exported.entries += 1;
                let entry = relatives.told(entry, Teller { hidden, shares });
                let cells = self.entry_cells(of, &entry, &fields, &boards);
                facts.row(&self.masked_row(cells, Some(of))?)?;
            }
            Ok::<(), AppError>(())
        })?;
        for table in persons.into_iter().chain([facts]) {
            table.finish()?.into_inner().map_err(|error| error.into_error())?.sync_all()?;
        }
        if let Some(mut guide) = guide_file {
            guide.write_all(self.guide(&fields).as_bytes())?;
            guide.sync_all()?;
        }
        Ok(written)
    }

    fn column_title(&self, name: &str) -> String {
        self.wording.text(&format!("export-column-{name}"), &[])
    }

    /// The heading of a field: its own where it differs from that of another with the same label.
    fn field_title(&self, field: &str) -> String {
        self.wording.text(&format!("export-field-{}", field.replace('_', "-")), &[])
    }

    fn person_cells(
        &self,
        person: &Person,
        into: &str,
        hidden: bool,
        boards: &BTreeMap<String, String>,
    ) -> Vec<String> {
        let card = &person.card;
        let yes = self.wording.text("export-yes", &[]);
        let mut cells = vec![card.id.0.clone()];
        if hidden {
            cells.resize(PERSON_COLUMNS.len() - 2, String::new());
            cells.extend([yes, into.to_owned()]);
            return cells;
        }
        let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        let numbers = |numbers: Vec<String>| numbers.first().cloned().unwrap_or_default();
        let centre = board_on(&person.boards(), self.today).map(|centre| centre.0.clone());
        let centre = centre.unwrap_or_default();
        cells.extend([
            card.family_name.clone(),
            card.given_name.clone(),
            day(card.birth_date),
            numbers(person.dossier_numbers().iter().map(ToString::to_string).collect()),
            numbers(person.national_numbers().iter().map(ToString::to_string).collect()),
            centre.clone(),
            boards.get(&centre).cloned().unwrap_or_default(),
            card.group.clone().unwrap_or_default(),
            day(card.received),
            String::new(),
            into.to_owned(),
        ]);
        cells
    }

    fn entry_cells(
        &self,
        id: &str,
        entry: &Fact,
        fields: &[&str],
        boards: &BTreeMap<String, String>,
    ) -> Vec<String> {
        let truth = |truth: bool| match truth {
            true => self.wording.text("export-yes", &[]),
            false => self.wording.text("export-no", &[]),
        };
        let content = serde_json::to_value(&entry.content).unwrap_or_default();
        let value = |field: &&str| match content.get(*field) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Bool(said)) => truth(*said),
            _ => String::new(),
        };
        let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        let board = match &entry.content {
            FactContent::ResponsibleBoard(board) => boards.get(&board.cost_centre.0).cloned(),
            _ => None,
        };
        let mut cells = vec![id.to_owned(), entry.kind().name().to_owned()];
        cells.extend(fields.iter().map(value));
        cells.extend([
            board.unwrap_or_default(),
            day(entry.validity.valid_from),
            day(entry.validity.valid_until),
            entry.known_since.to_string(),
            truth(entry.according_to_import),
            day(entry.document_date),
            entry.source.clone().unwrap_or_default(),
            entry.entered_by.clone(),
            entry.id.0.clone(),
            entry.corrects.clone().map(|id| id.0).unwrap_or_default(),
            truth(entry.withdrawn),
        ]);
        cells
    }

    /// The description of the columns, in Markdown.
    fn guide(&self, fields: &[&str]) -> String {
        let w = |id: &str, values: &[(&str, TextValue)]| self.wording.text(id, values);
        let day = [("day", TextValue::Day(self.today))];
        let mut page =
            format!("# {}\n\n{}\n", w("export-guide-title", &[]), w("export-guide", &day));
        let mut section = |file: &str, help: &str, rows: Vec<(String, String)>| {
            page.push_str(&format!("\n## {file}\n\n{}\n\n", w(help, &[])));
            page.push_str(&w("export-guide-head", &[]));
            page.push_str("\n|---|---|\n");
            for (title, text) in rows {
                page.push_str(&format!("| {title} | {text} |\n"));
            }
        };
        let of_columns = |names: &[&str]| -> Vec<(String, String)> {
            let help = |name: &str| w(&format!("export-column-{name}.help"), &[]);
            names.iter().map(|name| (self.column_title(name), help(name))).collect()
        };
        section(PERSONS_FILE, "export-guide-persons", of_columns(&PERSON_COLUMNS));
        let mut rows = of_columns(&ENTRY_COLUMNS);
        rows.extend(fields.iter().map(|field| (self.field_title(field), self.field_help(field))));
        rows.extend(of_columns(&ENTRY_ENDINGS));
        section(FACTS_FILE, "export-guide-facts", rows);
        page.push_str(&format!("\n## {}\n\n", w("export-guide-kinds", &[])));
        page.push_str(&w("export-guide-kinds-head", &[]));
        page.push_str("\n|---|---|---|\n");
        for kind in FactKind::ALL {
            let several = match kind.holding() {
                Holding::Once => "export-holding-once",
                Holding::OneAtATime => "export-holding-one",
                Holding::Several => "export-holding-several",
            };
            let name = w(&format!("fact-{}", kind.name()), &[]);
            page.push_str(&format!("| {} | {name} | {} |\n", kind.name(), w(several, &[])));
        }
        page
    }

    /// In which kinds a field stands, and which words it takes.
    fn field_help(&self, field: &str) -> String {
        let mut kinds = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for kind in FactKind::ALL {
            for spec in kind.fields().iter().filter(|spec| spec.name == field) {
                kinds.push(kind.name());
                if let FieldType::Choice(choices) = spec.holds {
                    for choice in choices {
                        let text = self.wording.choice(choice);
                        let word = format!("`{choice}` {text}");
                        if !words.contains(&word) {
                            words.push(word);
                        }
                    }
                }
            }
        }
        let values = [("kinds", TextValue::Text(kinds.join(", ")))];
        let of = self.wording.text("export-field-of", &values);
        if words.is_empty() { of } else { format!("{of} {}", words.join("; ")) }
    }
}

/// The entries made about a person itself, not those of persons merged into it.
fn own_facts(read: &Read<'_>, person_no: PersonNo) -> Result<Vec<Fact>> {
    let mut facts = read.facts_of(person_no)?;
    if !read.merged_into(person_no)?.is_empty() {
        let mut own = Vec::with_capacity(facts.len());
        for fact in facts {
            if read.person_of_fact(&fact.id)? == Some(person_no) {
                own.push(fact);
            }
        }
        facts = own;
    }
    Ok(facts)
}
