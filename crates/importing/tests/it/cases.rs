//! Every folder of `tests/data/importing` is a case: `input.*`, perhaps `case.toml` and own profiles,
//! and `expected.json` beside it. `UPDATE=1 cargo test -p importing --test it` refreshes these.

use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;

use crate::support::{
    codes, data, finding_json, given, given_days, look, read_with, refusal_json, row_json,
    without_nulls,
};
use importing::{
    FileRefusal, Given, Interpreter, Limits, Profile, Recognition, RegisterRow, TableRead,
    built_in, inspect, read_accounts, read_codes, read_key, read_rows, recognise,
};
use serde_json::{Value, json};

struct Case {
    bytes: Vec<u8>,
    kind: String,
    payment_date: Option<chrono::NaiveDate>,
    profiles: Vec<Profile>,
}

fn case(folder: &Path) -> Case {
    let mut bytes = None;
    let mut profiles = Vec::new();
    let mut settings = toml::Table::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with("input.") {
            bytes = Some(fs::read(&path).unwrap());
        } else if name.starts_with("profile") {
            let profile = Profile::from_toml(&fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(Profile::from_toml(&profile.to_toml().unwrap()), Ok(profile.clone()));
            profiles.push(profile);
        } else if name == "case.toml" {
            settings = fs::read_to_string(&path).unwrap().parse().unwrap();
        }
    }
    profiles.sort_by(|a, b| a.name.cmp(&b.name));
    profiles.extend(built_in().unwrap());
    let setting = |key: &str| settings.get(key).and_then(toml::Value::as_str);
    Case {
        bytes: bytes.expect("an input"),
        kind: setting("kind").unwrap_or("payments").to_owned(),
        payment_date: setting("payment_date").map(|day| day.parse().unwrap()),
        profiles,
    }
}

fn answer(case: &Case) -> Result<Value, FileRefusal> {
    match case.kind.as_str() {
        "payments" => payments(case),
        "register" => register(case),
        "key" => table(case, read_key, |key| json!(key)),
        "codes" => table(case, read_codes, |code| json!(code)),
        "accounts" => table(case, read_accounts, |line| {
            json!([
                format!("{:?}", line.purpose),
                line.rule(),
                line.account_name,
                line.activity_name,
                line.example
            ])
        }),
        other => panic!("no kind {other}"),
    }
}

fn payments(case: &Case) -> Result<Value, FileRefusal> {
    let inspection = look(&case.bytes)?;
    let limits = Limits::default();
    let recognition =
        recognise(&mut Cursor::new(&case.bytes), &inspection, &case.profiles, &limits)?;
    if let Recognition::None(raw) = recognition {
        let rows: Vec<_> = raw.rows.iter().map(|row| json!([row.line, row.cells])).collect();
        return Ok(json!({ "unrecognised": rows, "separator": raw.separator, "sheet": raw.sheet }));
    }
    let given = given(case.payment_date);
    let list = read_with(&case.bytes, &case.profiles, given, &codes())?;
    let given = Given { usual_days: list.usual_days, ..given };
    let interpreter = Interpreter::new(&list.profile, &list.layout, given);
    let proposals: Vec<_> = list
        .rows
        .iter()
        .filter_map(|row| {
            let proposal = interpreter.propose(&row.written, &row.faults)?;
            let (corrected, left) = interpreter.interpret(&row.written, &proposal.overrides);
            assert_eq!(left, [], "line {}", row.line);
            Some(json!({
                "line": row.line,
                "reason": proposal.reason.as_str(),
                "overrides": proposal.overrides,
                "corrected": row_json(&corrected),
            }))
        })
        .collect();
    let mut json = json!({
        "container": format!("{:?}", list.inspection.container),
        "profile": list.profile.name,
        "layout": list.layout,
        "rows": list.rows.iter().map(|row| json!([row.line, row_json(&row.row)])).collect::<Vec<_>>(),
        "findings": list.findings().iter().map(finding_json).collect::<Vec<_>>(),
        "of_file": list.summary.findings.iter().map(finding_json).collect::<Vec<_>>(),
        "proposals": proposals,
        "blank_rows": list.summary.blank_rows,
        "repeated_headers": list.summary.repeated_headers,
        "control_total": list.summary.control_total.map(|t| json!([t.line, t.amount])),
    });
    without_nulls(&mut json);
    Ok(json)
}

fn register(case: &Case) -> Result<Value, FileRefusal> {
    let inspection = look(&case.bytes)?;
    let limits = Limits::default();
    let mut source = Cursor::new(&case.bytes);
    let found = recognise(&mut source, &inspection, &case.profiles, &limits)?;
    let profile = &case.profiles[found.only(&case.profiles)?.profile];
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let on_row = &mut |read: importing::ReadDraftRow<'_, importing::RegisterRow>| {
        rows.push(json!([read.line, register_json(&read.row)]));
        faults.extend(read.faults.into_iter().map(|fault| (read.line, fault)));
        ControlFlow::Continue(())
    };
    let summary = read_rows::<importing::Register>(
        &mut source,
        &inspection,
        profile,
        given_days(),
        &limits,
        on_row,
    )?;
    let place = |(line, fault)| finding_json(&summary.layout.place_row(fault, line));
    let findings: Vec<_> = faults.iter().map(|(line, fault)| place((*line, fault))).collect();
    let of_file: Vec<_> = summary.findings.iter().map(finding_json).collect();
    let layout = summary.layout;
    Ok(json!({ "layout": layout, "rows": rows, "findings": findings, "of_file": of_file }))
}

fn register_json(row: &RegisterRow) -> Value {
    let mut json = json!({
        "person_id": row.person_id,
        "national_number": row.national_number.map(|number| number.to_string()),
        "dossier_number": row.dossier_number.map(|number| number.to_string()),
        "family_name": row.family_name,
        "given_name": row.given_name,
        "birth_date": row.birth_date,
        "board_name": row.board_name,
        "cost_centre": row.cost_centre,
        "group": row.group,
        "received": row.received,
        "board_from": row.board_from,
    });
    without_nulls(&mut json);
    if !row.facts.is_empty() {
        json["facts"] = row.facts.iter().map(fact_json).collect();
    }
    json
}

fn fact_json(fact: &importing::RowFact) -> Value {
    let mut json = serde_json::to_value(&fact.content).unwrap();
    let days = json!({
        "valid_from": fact.validity.valid_from,
        "valid_until": fact.validity.valid_until,
        "known_since": fact.known_since,
        "document_date": fact.document_date,
        "source": fact.source,
    });
    json.as_object_mut().unwrap().extend(days.as_object().unwrap().clone());
    without_nulls(&mut json);
    json
}

type ReadTable<T> = fn(
    &mut dyn importing::Source,
    &importing::Inspection,
    &Limits,
) -> Result<TableRead<T>, FileRefusal>;

fn table<T>(
    case: &Case,
    read: ReadTable<T>,
    line: impl Fn(&T) -> Value,
) -> Result<Value, FileRefusal> {
    let mut source = Cursor::new(&case.bytes);
    let inspection = inspect(&mut source, &Limits::default(), &mut |_| {})?;
    let table = read(&mut source, &inspection, &Limits::default())?;
    Ok(json!({
        "lines": table.lines.iter().map(line).collect::<Vec<_>>(),
        "findings": table.findings.iter().map(finding_json).collect::<Vec<_>>(),
    }))
}

/// One line of the file per row or finding: a change shows as the lines that changed.
fn printed(value: &Value) -> String {
    let Value::Object(map) = value else { panic!("an object") };
    let mut entries = Vec::new();
    for (key, value) in map {
        let text = match value {
            Value::Array(items) if !items.is_empty() => {
                let lines: Vec<_> = items.iter().map(|item| format!("  {item}")).collect();
                format!("[\n{}\n ]", lines.join(",\n"))
            }
            other => other.to_string(),
        };
        entries.push(format!(" {}: {text}", Value::from(key.as_str())));
    }
    format!("{{\n{}\n}}\n", entries.join(",\n"))
}

#[test]
fn every_case_gives_what_is_expected() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut cases = 0;
    let mut differing = Vec::new();
    for entry in fs::read_dir(data()).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.is_dir() {
            continue;
        }
        cases += 1;
        let given = answer(&case(&folder)).unwrap_or_else(|refusal| refusal_json(&refusal));
        let path = folder.join("expected.json");
        if update {
            fs::write(&path, printed(&given)).unwrap();
        } else if fs::read_to_string(&path).unwrap() != printed(&given) {
            differing.push(format!("{}:\n{}", folder.display(), printed(&given)));
        }
    }
    assert!(cases >= 25, "only {cases} cases found");
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
