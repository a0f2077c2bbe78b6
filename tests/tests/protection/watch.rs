//! Looks at everything that comes out: answers, refusals and files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use acceptance::Desk;
use serde_json::{Value, json};

/// A person of the sample month with payments, board, district, address and birth date.
pub(crate) const PERSON: &str = "P07";
/// Somebody with one name only.
pub(crate) const SINGLE: &str = "E1";

/// What tells who they are, in every written form that files and answers use.
const MARKS: [&str; 21] = [
    "Müller",
    "MUELLER",
    "Golf",
    "GOLF",
    "99000078",
    "99-000078",
    "199001012385",
    "19900101-2385",
    "900101-2385",
    "9001012385",
    "1990-01-01",
    "Hemliga gatan",
    "Hakimullah",
    "HAKIMULLAH",
    "98000077",
    "98-000077",
    "2001-07-13",
    "Norra distriktet",
    "Västra distriktet",
    "5 kap. 3 a",
    "Sagt av grannen",
];

/// The boards that answer for them: not beside their ids.
const BOARDS: [&str; 4] = ["7110", "7120", "Exempel stadsdelsnämnd A", "Exempel stadsdelsnämnd B"];

/// A desk that remembers which operations were asked, and looks at every answer.
pub(crate) struct Watchman {
    pub(crate) desk: Desk,
    pub(crate) asked: BTreeSet<String>,
}

impl Watchman {
    pub(crate) fn new(desk: Desk) -> Watchman {
        std::fs::create_dir(desk.path("ut")).unwrap();
        Watchman { desk, asked: BTreeSet::new() }
    }

    /// A file to be written: every one is looked at in the end.
    pub(crate) fn out(&self, name: &str) -> PathBuf {
        self.desk.path("ut").join(name)
    }

    pub(crate) fn ask(&mut self, name: &str, request: Value) -> Value {
        let answer = self.desk.answer(name, request.clone());
        self.asked.insert(name.to_owned());
        match answer {
            Ok(answer) => {
                look(&answer.to_string(), name);
                // Of one person or one row everything stands beside the id.
                let of_one = request.get("person").is_some()
                    || request.get("line").is_some()
                    || request.get("case").is_some();
                // Whoever opens a case has typed the board; what is asked for by it stands beside it.
                let of_board = request["cost_centre"].is_string() && name != "cases.open";
                // Somebody else's page has that person's own board.
                let of_other =
                    request["person"].as_str().is_some_and(|id| ![PERSON, SINGLE].contains(&id));
                if !of_other {
                    look_beside(&answer, of_one, of_board, &format!("{name} {request}"));
                }
                answer
            }
            Err(reply) => {
                look(&serde_json::to_string(&reply).unwrap(), name);
                Value::Null
            }
        }
    }

    pub(crate) fn must(&mut self, name: &str, request: Value) -> Value {
        let answer = self.ask(name, request.clone());
        assert_ne!(answer, Value::Null, "{name} was refused: {request}");
        answer
    }

    pub(crate) fn refused(&mut self, name: &str, request: Value) {
        let answer = self.ask(name, request.clone());
        assert_eq!(answer, Value::Null, "{name} was not refused: {request}");
    }

    pub(crate) fn every(&mut self, names: &[&str]) {
        for name in names {
            self.must(name, json!({}));
        }
    }
}

fn look(text: &str, what: &str) {
    for mark in MARKS {
        assert!(!text.contains(mark), "{what} tells {mark}: {text}");
    }
}

fn texts<'v>(value: &'v Value, lists_too: bool, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Object(fields) => {
            fields.values().for_each(|field| texts(field, lists_too, found));
        }
        Value::Array(elements) if lists_too => {
            elements.iter().for_each(|one| texts(one, lists_too, found));
        }
        _ => {}
    }
}

/// Whether a text names a board. Ids that programs make may hold its digits by chance.
fn has_a_board(text: &str) -> bool {
    let id =
        |part: &str| part.len() >= 36 && part.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    text.split(|c: char| !c.is_alphanumeric() && !"- ".contains(c))
        .filter(|part| !id(part))
        .any(|part| BOARDS.iter().any(|board| part.contains(board)))
}

/// No board beside one of the ids: in the smallest part that has the id, or in what it stands in.
/// `whole`: the answer is about one person or row, so its lists belong together.
fn look_beside(value: &Value, whole: bool, has_board: bool, what: &str) {
    let mut found = Vec::new();
    texts(value, whole, &mut found);
    let ids = found.iter().filter(|text| [PERSON, SINGLE].contains(*text)).count();
    let board = found.iter().find(|text| has_a_board(text));
    assert!(ids == 0 || board.is_none() && !has_board, "{what} tells a board: {value}");
    lists_below(value, &mut |element| {
        look_beside(element, whole || ids > 0, has_board || board.is_some(), what);
    });
}

fn lists_below(value: &Value, each: &mut impl FnMut(&Value)) {
    match value {
        Value::Array(elements) => elements.iter().for_each(each),
        Value::Object(fields) => fields.values().for_each(|field| lists_below(field, each)),
        _ => {}
    }
}

/// Looks at every file below a folder; gives how many there are.
pub(crate) fn look_at_files(folder: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            count += look_at_files(&path);
        } else {
            look_at_file(&path);
            count += 1;
        }
    }
    count
}

/// Looks at the bytes of a file, and at what is packed inside them: no mark, and no id in a line
/// with a board, nor in a file that is a board's own.
fn look_at_file(path: &Path) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut lines: Vec<String> = Vec::new();
    let bytes = std::fs::read(path).unwrap();
    look(&String::from_utf8_lossy(&bytes), &name);
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("xlsx") => {
            use calamine::{Reader as _, Xlsx};
            let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
            for name in book.sheet_names() {
                let sheet = book.worksheet_range(&name).unwrap();
                let cells = |row: &[calamine::Data]| {
                    row.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
                };
                lines.extend(sheet.rows().map(cells));
            }
        }
        Some("pdf") => {
            let document = lopdf::Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = document.get_pages().into_keys().collect();
            let text = document.extract_text(&pages).unwrap();
            lines.extend(text.lines().map(str::to_owned));
        }
        _ => lines.extend(String::from_utf8_lossy(&bytes).lines().map(str::to_owned)),
    }
    let of_board = has_a_board(&name);
    for line in lines {
        look(&line, &name);
        // Whom they live with is a way to where.
        assert!(!line.contains("HH-7"), "{name} tells the household: {line}");
        let mut words = line.split(|letter: char| !letter.is_alphanumeric());
        let has_id = words.any(|word| [PERSON, SINGLE].contains(&word));
        let has_board = of_board || has_a_board(&line);
        assert!(!(has_id && has_board), "{name} tells a board: {line}");
    }
}
