//! What the rows of changes are taken back by is put together here.

use serde_json::{Value, json};

use super::rules::Seen;
use super::steps::Asked;
use crate::texts;

/// Why something was taken back, where a reason is asked for.
pub(super) fn reason() -> String {
    texts::text("undo-reason", &[])
}

/// The element whose field is that value.
pub(super) fn one_of<'v>(list: &'v Value, field: &str, value: &Value) -> Option<&'v Value> {
    list.as_array()?.iter().find(|one| one[field] == *value)
}

/// What stands in the second list and not in the first, by a field; none where nothing does.
pub(super) fn new_of<'v>(before: &Value, after: &'v Value, field: &str) -> Option<Vec<&'v Value>> {
    let known = before.as_array()?;
    let new = after.as_array()?.iter().map(|one| &one[field]);
    let new: Vec<_> = new.filter(|id| !known.iter().any(|one| one[field] == **id)).collect();
    (!new.is_empty()).then_some(new)
}

pub(super) fn of_case(request: &Value) -> Asked {
    ("cases.view", json!({ "case": request["case"] }))
}

pub(super) fn of_claim(request: &Value) -> Asked {
    ("claims.view", json!({ "claim": request["claim"] }))
}

pub(super) fn of_cost(request: &Value) -> Asked {
    ("costs.show", json!({ "cost": request["cost"] }))
}

pub(super) fn every_day() -> Value {
    json!({ "include_done": true, "shown": { "all": true } })
}

/// Decisions about rows are taken back one by one, the last first.
pub(super) fn decided(seen: &Seen<'_>, undo: &'static str, of: &str) -> Option<Vec<Asked>> {
    let about = &seen.request[of];
    let decisions = seen.request["decisions"].as_array()?;
    // What a draft decided about at once it takes back at once.
    if of == "draft" {
        return Some(vec![(undo, json!({ "draft": about, "line": null }))]);
    }
    let back = |one: &Value| (undo, json!({ of: about, "line": one["line"] }));
    Some(decisions.iter().rev().map(back).collect())
}

/// What was entered about a person is corrected to what stood before.
pub(super) fn entries_back(seen: &Seen<'_>) -> Option<Vec<Asked>> {
    let new = usize::try_from(seen.detail["facts"].as_u64()?).ok()?;
    let entries = seen.answer["entries"].as_array()?;
    let first = entries.len().checked_sub(new)?;
    let ids: Vec<&Value> = entries.get(first..)?.iter().map(|entry| &entry["id"]).collect();
    let back = json!({ "person": seen.answer["brief"]["person"], "entries": ids });
    (new > 0).then(|| vec![("persons.take_back", back)])
}

/// Lines that a claim was given are taken out of it.
pub(super) fn lines_back(seen: &Seen<'_>) -> Option<Vec<Asked>> {
    let new = new_of(&seen.before["lines"], &seen.answer["lines"], "line")?;
    let remove = |id| ("claims.remove_line", json!({ "claim": seen.request["claim"], "line": id }));
    Some(new.into_iter().map(remove).collect())
}

/// Rows of the intake say what they said: one request for each answer that they had.
pub(super) fn marked_back(seen: &Seen<'_>) -> Option<Vec<Asked>> {
    let mut groups: Vec<(Value, Vec<&Value>)> = Vec::new();
    for id in seen.request["rows"].as_array()? {
        let row = one_of(&seen.before["rows"], "row", id)?;
        let said = json!({ "state": row["state"], "from": row["from"], "on": row["on"] });
        match groups.iter_mut().find(|(known, _)| *known == said) {
            Some((_, rows)) => rows.push(id),
            None => groups.push((said, vec![id])),
        }
    }
    let asked = groups.into_iter().map(|(mut said, rows)| {
        said["rows"] = json!(rows);
        ("intake.mark", said)
    });
    Some(asked.collect())
}

pub(super) fn answer_back(seen: &Seen<'_>) -> Option<Vec<Asked>> {
    Some(vec![("candidates.withdraw", json!({ "id": seen.answer["answer"] }))])
}

/// A cost as it would be typed; none where a part of it is hidden.
pub(super) fn typed_cost(cost: &Value) -> Option<Value> {
    let shares = cost["shares"].as_array()?.iter();
    let persons = shares.map(
        |share| json!({ "person": share["person"]["person"], "amount_ore": share["amount_ore"] }),
    );
    Some(json!({
        "persons": persons.collect::<Vec<_>>(), "compensation": cost["compensation"],
        "from": cost["from"], "until": cost["until"], "amount_ore": cost["amount_ore"],
        "fee_ore": cost["fee_ore"], "item": cost["item"].as_str().unwrap_or_default(),
        "voucher": cost["voucher"], "unit": cost["unit"].as_str()?, "note": cost["note"],
        "not_the_same": reason(),
    }))
}
