//! Lists of pupils, costs, what may be claimed, and the package of a claim.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Outcome, call, created, timed};

/// How often each row of the ledger is read, with a voucher of its own each time: a sample has a cost a
/// month, a city has several.
const COPIES: u32 = 3;
/// Lines of the claim whose package is written.
const LINES: usize = 200;
/// Documents of evidence in it.
const DOCUMENTS: usize = 300;

/// Brings a sample of claims in, finds what may be claimed, and opens the start page.
pub(super) fn measure(db: &str, folder: &str) -> Outcome {
    let folder = Path::new(folder);
    let key: Value = serde_json::from_slice(&fs::read(folder.join("facit.json"))?)?;
    let mut host = created(db)?;
    let today = key["as_of"].as_str().ok_or("no day")?.to_owned();
    call(&mut host, "session.today", json!({ "today": today }))?;
    let mut document = call(&mut host, "settings.get", json!({}))?;
    let terms = key["terms"].as_array().ok_or("no terms")?.iter();
    document["settings"]["school"]["terms"] =
        terms.map(|days| json!({ "from": days[0], "until": days[1] })).collect();
    document["settings"]["claims"]["since"] = key["since"].clone();
    call(&mut host, "settings.put", document)?;
    let register = folder.join("register.csv");
    call(&mut host, "register.import", json!({ "path": register, "park_faulty": true }))?;
    let mut pupils = 0;
    let (school, ()) = timed(|| {
        for list in key["school_lists"].as_array().ok_or("no lists")? {
            let path = folder.join(list["file"].as_str().ok_or("no file")?);
            let asked = json!({ "path": path, "period": list["period"] });
            let draft = call(&mut host, "school.read", asked)?;
            pupils += draft["rows"]["all"].as_u64().unwrap_or(0);
            call(&mut host, "school.commit", json!({ "draft": draft["draft"] }))?;
        }
        Ok(())
    })?;
    let ledger = folder.join("huvudbok-flera.csv");
    fs::write(&ledger, several(&fs::read_to_string(folder.join("huvudbok.csv"))?))?;
    let (read, draft) = timed(|| call(&mut host, "costs.read", json!({ "path": ledger })))?;
    let of_draft = json!({ "draft": draft["draft"] });
    let (commit, done) = timed(|| call(&mut host, "costs.commit", of_draft))?;
    let as_of = json!({ "as_of": key["as_of"], "page": 0 });
    let (candidates, found) = timed(|| call(&mut host, "candidates.list", as_of))?;
    call(&mut host, "overview.start", json!({}))?;
    let (start, _) = timed(|| call(&mut host, "overview.start", json!({})))?;
    Ok(json!({
        "school": school, "pupil_rows": pupils, "costs": read + commit,
        "cost_rows": done["added"], "candidates": candidates, "found": found["total"],
        "start": start,
    }))
}

/// The rows of the ledger once more, with other vouchers.
fn several(ledger: &str) -> String {
    let mut lines = ledger.lines();
    let mut all = format!("{}\r\n", lines.next().unwrap_or_default());
    for line in lines {
        for copy in 0..COPIES {
            all.push_str(&format!("{copy}{line}\r\n"));
        }
    }
    all
}

/// Writes the package of a claim with so many lines and documents, in a database that `measure` has made.
pub(super) fn package(db: &str, folder: &str) -> Outcome {
    let mut host = super::opened(db)?;
    let found = json!({ "compensation": "ASYL-UTB-GRU", "period": "2026Q2", "page": null });
    let candidates = call(&mut host, "candidates.list", found)?;
    let rows = candidates["rows"].as_array().ok_or("no rows")?;
    let claim = json!({ "compensation": "ASYL-UTB-GRU", "period": "2026Q2", "unit": null });
    let claim = call(&mut host, "claims.create", claim)?["claim"].clone();
    for row in rows.iter().take(LINES) {
        let line = json!({ "claim": claim, "person": row["person"] });
        call(&mut host, "claims.add_line", line)?;
    }
    let paper = Path::new(folder).join("underlag.txt");
    for number in 0..DOCUMENTS {
        fs::write(&paper, format!("Underlag {number}\n{}", "Skriven rad.\n".repeat(2_000)))?;
        let evidence = json!({ "claim": claim, "path": paper, "evidence": "enrolment" });
        call(&mut host, "claims.attach", evidence)?;
    }
    let out = Path::new(folder).join("paket");
    let request = json!({ "claim": claim, "path": out });
    let (whole, written) = timed(|| call(&mut host, "claims.package", request))?;
    let files = written["files"].as_array().map_or(0, Vec::len);
    Ok(json!({ "whole": whole, "lines": rows.len().min(LINES), "files": files }))
}
