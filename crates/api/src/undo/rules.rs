//! How each change is taken back, or why it cannot be: a row for every operation that changes something.

use serde_json::{Value, json};

use super::backs::{
    answer_back, decided, entries_back, every_day, lines_back, marked_back, new_of, of_case,
    of_claim, of_cost, one_of, reason, typed_cost,
};
use super::steps::{Again, Asked};

/// What is known of a change.
pub(crate) struct Seen<'s> {
    pub(crate) request: &'s Value,
    pub(crate) answer: &'s Value,
    /// What was answered before it.
    pub(crate) before: &'s Value,
    /// What its event says.
    pub(crate) detail: &'s Value,
}

/// What takes a change back; none where what it needs is hidden.
pub(crate) type Back = fn(&Seen<'_>) -> Option<Vec<Asked>>;

/// How a change is taken back.
pub(crate) enum Undo {
    /// By requests that correct it; `seeing` is asked before it is made.
    By { seeing: Option<fn(&Value) -> Asked>, back: Back, again: Again },
    /// It takes back what one of these did.
    TakesBack(&'static [&'static str]),
    /// It is not, for a reason with that text (`undo-never-…`).
    Never(&'static str),
}

/// The row of an operation.
pub(crate) struct Rule {
    pub(crate) operation: &'static str,
    pub(crate) undo: Undo,
}

/// How that operation is taken back; none where it changes nothing.
pub(crate) fn rule(operation: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.operation == operation)
}

const fn by(operation: &'static str, again: Again, back: Back) -> Rule {
    Rule { operation, undo: Undo::By { seeing: None, back, again } }
}

const fn seeing(
    operation: &'static str,
    again: Again,
    asked: fn(&Value) -> Asked,
    back: Back,
) -> Rule {
    Rule { operation, undo: Undo::By { seeing: Some(asked), back, again } }
}

const fn takes_back(operation: &'static str, what: &'static [&'static str]) -> Rule {
    Rule { operation, undo: Undo::TakesBack(what) }
}

const fn never(operation: &'static str, why: &'static str) -> Rule {
    Rule { operation, undo: Undo::Never(why) }
}

/// Decisions about rows are their drafts' own.
const DECISIONS: &[&str] =
    &["review.decide", "register.decide", "decisions.decide", "costs.decide", "school.decide"];

/// Every change.
pub(crate) const RULES: &[Rule] = &[
    never("session.today", "day"),
    never("users.add", "users"),
    never("users.end", "users"),
    never("roles.propose", "users"),
    never("roles.confirm", "users"),
    never("roles.confirm_alone", "users"),
    never("roles.end", "users"),
    never("users.ask_reset", "users"),
    never("users.give_reset", "users"),
    never("log.draw", "stays"),
    never("log.note", "correct-it"),
    never("log.sign", "attested"),
    never("exit.ask", "own-way"),
    never("exit.write", "left"),
    never("persons.extract", "left"),
    never("training.begin", "stays"),
    never("attests.enter", "users"),
    never("attests.end", "users"),
    never("attests.decide", "attested"),
    never("attests.return", "attested"),
    never("backup.answer", "stays"),
    never("payments.read", "own-way"),
    never("payments.import", "own-way"),
    never("payments.commit", "own-way"),
    never("payments.bank", "correct-it"),
    never("payments.discard", "stays"),
    never("payments.reverse", "stays"),
    by("review.decide", Again::Same, |seen| decided(seen, "review.undo", "list")),
    takes_back("review.undo", DECISIONS),
    never("match.run", "correct-it"),
    by("match.choose", Again::Same, |seen| {
        let row = json!({ "list": seen.request["list"], "line": seen.request["line"] });
        Some(vec![("match.undo", row)])
    }),
    takes_back("match.undo", &["match.choose"]),
    never("match.add_person", "person"),
    never("match.add_numbers", "person"),
    seeing(
        "persons.save_view",
        Again::Same,
        |_| ("persons.views", json!({})),
        |seen| {
            let name = &seen.request["name"];
            let before = one_of(&seen.before["views"], "name", name);
            Some(vec![match before {
                Some(view) => ("persons.save_view", view.clone()),
                None => ("persons.forget_view", json!({ "name": name })),
            }])
        },
    ),
    seeing(
        "persons.forget_view",
        Again::Same,
        |_| ("persons.views", json!({})),
        |seen| {
            let view = one_of(&seen.before["views"], "name", &seen.request["name"])?;
            Some(vec![("persons.save_view", view.clone())])
        },
    ),
    never("persons.add", "person"),
    by("persons.enter", Again::Fresh, entries_back),
    by("persons.end", Again::No, entries_back),
    never("persons.take_back", "stays"),
    never("persons.open", "looked"),
    by("persons.merge", Again::Same, |seen| {
        Some(vec![("persons.split", json!({ "person": seen.request["person"] }))])
    }),
    never("persons.split", "correct-it"),
    never("register.import", "taken-in"),
    never("register.read", "own-way"),
    by("register.decide", Again::Same, |seen| decided(seen, "register.undo", "draft")),
    takes_back("register.undo", DECISIONS),
    never("register.commit", "taken-in"),
    never("register.discard", "stays"),
    never("register.take_proposals", "person"),
    never("cases.open", "correct-it"),
    seeing("cases.move", Again::Fresh, of_case, |seen| {
        let to = &seen.before["brief"]["state"];
        let may = seen.answer["moves"].as_array()?.iter().any(|step| step["to"] == *to);
        may.then(|| vec![("cases.move", json!({ "case": seen.request["case"], "to": to }))])
    }),
    seeing("cases.change", Again::Fresh, of_case, |seen| {
        let (given, before) = (seen.request, &seen.before["brief"]);
        if !given["due"].is_null() || !given["settle"].is_null() {
            return None;
        }
        let mut back = json!({ "case": given["case"] });
        for field in
            ["officer", "cost_centre"].into_iter().filter(|field| given[*field].is_string())
        {
            back[field] = json!(before[field].as_str()?);
        }
        (back.as_object()?.len() > 1).then(|| vec![("cases.change", back)])
    }),
    never("cases.attach", "stays"),
    never("cases.save_document", "left"),
    by("claims.create", Again::Fresh, |seen| {
        let claim = &seen.answer["claim"];
        Some(vec![("claims.withdraw", json!({ "claim": claim, "reason": reason() }))])
    }),
    seeing("claims.take", Again::Fresh, of_claim, lines_back),
    seeing("claims.add_line", Again::Fresh, of_claim, lines_back),
    seeing("claims.remove_line", Again::No, of_claim, |seen| {
        let line = one_of(&seen.before["lines"], "line", &seen.request["line"])?;
        let costs: Vec<&Value> =
            line["costs"].as_array()?.iter().map(|cost| &cost["cost"]).collect();
        Some(vec![(
            "claims.add_line",
            json!({
                "claim": seen.request["claim"], "person": line["person"], "from": line["from"],
                "until": line["until"], "amount_ore": line["amount_ore"], "costs": costs,
                "difference": line["difference"],
            }),
        )])
    }),
    seeing("claims.service", Again::Fresh, of_claim, |seen| {
        let line = one_of(&seen.before["lines"], "line", &seen.request["line"])?;
        Some(vec![(
            "claims.service",
            json!({
                "claim": seen.request["claim"], "line": line["line"],
                "service_ore": line["service_ore"], "difference": line["difference"],
            }),
        )])
    }),
    seeing("claims.numbers", Again::Fresh, of_claim, |seen| {
        let mut back = json!({ "claim": seen.request["claim"] });
        for field in ["diary_number", "agency_number"] {
            if seen.request.get(field).is_some() {
                back[field] = seen.before[field].clone();
            }
        }
        Some(vec![("claims.numbers", back)])
    }),
    seeing("claims.attach", Again::Fresh, of_claim, |seen| {
        let new = new_of(&seen.before["documents"], &seen.answer["documents"], "document")?;
        let detach =
            |id| ("claims.detach", json!({ "claim": seen.request["claim"], "document": id }));
        Some(new.into_iter().map(detach).collect())
    }),
    never("claims.detach", "stays"),
    never("claims.pass", "stays"),
    never("claims.send", "own-way"),
    never("claims.return", "own-way"),
    never("claims.approve", "attested"),
    never("claims.withdraw", "own-way"),
    never("claims.submit", "left"),
    seeing(
        "last_days.set",
        Again::Same,
        |_| ("last_days.list", every_day()),
        |seen| {
            let day = one_of(&seen.before["days"], "id", &seen.answer["id"])?;
            Some(vec![(
                "last_days.set",
                json!({
                    "id": day["id"], "compensation": day["compensation"], "unit": day["unit"],
                    "period": day["period"], "last_day": day["last_day"],
                    "amount_ore": day["amount_ore"], "note": day["note"],
                }),
            )])
        },
    ),
    by("last_days.done", Again::Same, |seen| {
        let done = seen.request["done"] != true;
        Some(vec![("last_days.done", json!({ "id": seen.request["id"], "done": done }))])
    }),
    by("costs.add", Again::Fresh, |seen| {
        let cost = &seen.answer["costs"][0]["cost"];
        Some(vec![("costs.withdraw", json!({ "cost": cost, "reason": reason() }))])
    }),
    seeing("costs.correct", Again::No, of_cost, |seen| {
        let mut back = typed_cost(&seen.before["cost"])?;
        back["cost"] = seen.answer["costs"][0]["cost"].clone();
        back["reason"] = json!(reason());
        Some(vec![("costs.correct", back)])
    }),
    seeing("costs.withdraw", Again::No, of_cost, |seen| {
        Some(vec![("costs.add", typed_cost(&seen.before["cost"])?)])
    }),
    never("costs.read", "own-way"),
    by("costs.decide", Again::Same, |seen| decided(seen, "costs.undo", "draft")),
    takes_back("costs.undo", DECISIONS),
    never("costs.commit", "taken-in"),
    never("costs.discard", "stays"),
    never("school.read", "own-way"),
    by("school.decide", Again::Same, |seen| decided(seen, "school.undo", "draft")),
    takes_back("school.undo", DECISIONS),
    never("school.commit", "taken-in"),
    never("school.discard", "stays"),
    never("intake.open", "stays"),
    seeing(
        "intake.mark",
        Again::Same,
        |_| ("intake.list", json!({ "shown": { "all": true } })),
        marked_back,
    ),
    by("law.add", Again::Fresh, |seen| {
        Some(vec![("law.withdraw", json!({ "id": seen.answer["id"] }))])
    }),
    never("law.withdraw", "correct-it"),
    never("law.check", "correct-it"),
    never("law.set_year", "correct-it"),
    never("law.answer", "correct-it"),
    by("candidates.answer", Again::Fresh, answer_back),
    by("candidates.lose", Again::Fresh, answer_back),
    never("candidates.confirm_lost", "attested"),
    seeing(
        "candidates.withdraw",
        Again::No,
        |_| ("candidates.answers", json!({ "shown": { "all": true } })),
        |seen| {
            let before = one_of(&seen.before["rows"], "answer", &seen.request["id"])?;
            let lost = before["kind"] == "lost";
            Some(vec![(
                if lost { "candidates.lose" } else { "candidates.answer" },
                json!({
                    "id": crate::new_id(), "person": before["person"],
                    "compensation": before["compensation"], "period": before["period"],
                    "reason": before["reason"],
                }),
            )])
        },
    ),
    never("expectation.keep", "reported"),
    by("expectation.write_off", Again::Same, |seen| {
        let mut back = seen.request.clone();
        back["written_off"] = json!(seen.request["written_off"] != true);
        back["reason"] = json!(reason());
        Some(vec![("expectation.write_off", back)])
    }),
    by("expectation.note_fault", Again::Fresh, |seen| {
        Some(vec![("expectation.end_fault", json!({ "id": seen.request["id"] }))])
    }),
    seeing(
        "expectation.end_fault",
        Again::No,
        |_| ("expectation.faults", json!({})),
        |seen| {
            let mut fault = one_of(&seen.before["faults"], "id", &seen.request["id"])?.clone();
            fault["id"] = json!(crate::new_id());
            Some(vec![("expectation.note_fault", fault)])
        },
    ),
    seeing(
        "expectation.decide",
        Again::Fresh,
        |_| ("expectation.grants", json!({})),
        |seen| {
            let new = new_of(&seen.before["grants"], &seen.answer["grants"], "id")?;
            let back = |id| ("expectation.withdraw_grant", json!({ "id": id }));
            Some(new.into_iter().map(back).collect())
        },
    ),
    by("expectation.mark_decisions", Again::Same, |seen| {
        let mut back = seen.request.clone();
        back["done"] = json!(seen.request["done"] != true);
        Some(vec![("expectation.mark_decisions", back)])
    }),
    never("expectation.read_decisions", "taken-in"),
    seeing(
        "expectation.withdraw_grant",
        Again::No,
        |_| ("expectation.grants", json!({})),
        |seen| {
            let grant = one_of(&seen.before["grants"], "id", &seen.request["id"])?;
            Some(vec![(
                "expectation.decide",
                json!({
                    "person": grant["brief"]["person"], "compensation": grant["compensation"],
                    "period_from": grant["period_from"], "period_until": grant["period_until"],
                    "decided_on": grant["decided_on"], "amount_ore": grant["amount_ore"],
                    "source": grant["source"],
                }),
            )])
        },
    ),
    never("decisions.read", "own-way"),
    never("decisions.give_day", "correct-it"),
    by("decisions.decide", Again::Same, |seen| decided(seen, "decisions.undo", "draft")),
    takes_back("decisions.undo", DECISIONS),
    never("decisions.commit", "taken-in"),
    never("decisions.discard", "stays"),
    seeing(
        "watches.mark",
        Again::Same,
        |request| {
            let person = &request["person"];
            ("watches.list", json!({ "person": person, "shown": { "all": true } }))
        },
        |seen| {
            let before = one_of(&seen.before["watches"], "watch", &seen.request["watch"]);
            let moved = before.filter(|watch| watch["moved"].is_string());
            let mut back =
                json!({ "person": seen.request["person"], "watch": seen.request["watch"] });
            match moved {
                Some(watch) => {
                    back["mark"] = json!("moved");
                    back["day"] = watch["due"].clone();
                    back["reason"] = watch["moved"].clone();
                }
                None => back["mark"] = json!("undone"),
            }
            // What was taken off is not known any more.
            (seen.request["mark"] != "undone").then(|| vec![("watches.mark", back)])
        },
    ),
    never("distribution.run", "own-way"),
    never("distribution.lock", "own-way"),
    never("distribution.discard", "stays"),
    never("distribution.take_back", "own-way"),
    never("distribution.correct", "own-way"),
    never("orders.create", "own-way"),
    never("orders.attest", "attested"),
    never("orders.withdraw", "own-way"),
    never("orders.booked", "own-way"),
    never("orders.booked_file", "own-way"),
    never("orders.unbook", "own-way"),
    never("orders.reject", "own-way"),
    never("orders.export", "left"),
    seeing(
        "settings.put",
        Again::Same,
        |_| ("settings.get", json!({})),
        |seen| Some(vec![("settings.put", seen.before.clone())]),
    ),
    never("codes.add", "correct-it"),
    never("codes.import", "correct-it"),
    seeing(
        "boards.put",
        Again::Same,
        |_| ("boards.list", json!({})),
        |seen| {
            let board =
                one_of(&seen.before["boards"], "cost_centre", &seen.request["cost_centre"])?;
            Some(vec![("boards.put", board.clone())])
        },
    ),
    never("key.import", "correct-it"),
    never("key.edit", "correct-it"),
    never("key.decide", "own-way"),
    never("accounts.import", "correct-it"),
    by("periods.set", Again::Same, |seen| {
        let closed = seen.request["closed"] != true;
        let period = &seen.request["period"];
        Some(vec![("periods.set", json!({ "period": period, "closed": closed }))])
    }),
    never("profiles.add", "correct-it"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::texts;

    /// Taking steps back and doing them again are no steps.
    const THEMSELVES: [&str; 2] = ["undo.back", "undo.again"];

    #[test]
    fn every_change_says_how_it_is_taken_back_or_why_it_cannot_be() {
        let stirring = crate::operations().iter().filter(|operation| operation.stirs);
        let changing: BTreeSet<&str> = stirring.map(|operation| operation.name).collect();
        let changing: BTreeSet<&str> =
            changing.into_iter().filter(|name| !THEMSELVES.contains(name)).collect();
        let ruled: BTreeSet<&str> = RULES.iter().map(|rule| rule.operation).collect();
        assert_eq!(ruled.len(), RULES.len(), "an operation stands twice");
        assert_eq!(changing, ruled);
        for rule in RULES {
            if let Undo::Never(why) = rule.undo {
                assert!(texts::has(&format!("undo-never-{why}")), "{why}");
            }
        }
    }
}
