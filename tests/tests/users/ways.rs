//! How users come in: two take over from one, a sheet that is tried, and a password that two others give.

use acceptance::city::CHEAP;
use acceptance::{LIST_A, data, example, text};
use api::Host;
use serde_json::{Value, json};

use super::{ANNA, BO, CILLA, City, ask, fresh, refused};

const PHRASE: &str = "en persons lösenfras";

/// What happens to the window of somebody who has logged in, by what the status says.
fn told(host: &mut Host) -> (Value, Value) {
    let open = ask(host, "session.status", json!({}))["open"].clone();
    (open["password_told"].clone(), open["password_given"].clone())
}

#[test]
fn a_forgotten_password_is_given_by_two_others_who_prepare_nothing_for_it() {
    let city = City::new();
    city.with_user(CILLA, &[json!({ "role": "attestant" })]);
    let own = "Cillas alldeles egna";
    let mut cilla = city.login(CILLA).unwrap();
    ask(&mut cilla, "users.password", json!({ "new_password": own }));
    drop(cilla);
    let order = city.order_by_anna();
    let mut anna = city.login(ANNA).unwrap();
    let attest = json!({ "user": "cilla", "decision": "KS 1", "kinds": ["booking-order"] });
    ask(&mut anna, "attests.enter", attest);
    let asked = |user: &str| json!({ "id": "n1", "user": user });
    assert_eq!(refused(&mut anna, "users.ask_reset", asked("anna")).code, "grant-own");
    ask(&mut anna, "users.ask_reset", asked("cilla"));
    let new = "bytes genast, nytt";
    let give = json!({ "id": "n1", "user_password": new });
    assert_eq!(refused(&mut anna, "users.give_reset", give.clone()).code, "reset-alone");
    drop(anna);
    assert!(city.login((CILLA.0, own)).is_ok(), "nothing is changed by asking");
    let mut bo = city.login(BO).unwrap();
    let waiting = ask(&mut bo, "attests.waiting", json!({}));
    let reset = waiting["waiting"].as_array().unwrap().iter().find(|one| one["kind"] == "reset");
    assert_eq!(reset.unwrap()["may_decide"], true, "{waiting}");
    let without = refused(&mut bo, "attests.decide", json!({ "id": "n1" }));
    assert_eq!(without.code, "new-password-missing");
    ask(&mut bo, "attests.decide", json!({ "id": "n1", "user_password": new }));
    assert_eq!(refused(&mut bo, "users.give_reset", give).code, "nothing-waits");
    drop(bo);
    assert_eq!(city.login((CILLA.0, own)).err().unwrap().code, "login-wrong");
    let mut cilla = city.login((CILLA.0, new)).unwrap();
    let (words, given) = told(&mut cilla);
    assert!(words.as_str().unwrap().starts_with("bo gav dig"), "{words}");
    assert_eq!(given, true);
    ask(&mut cilla, "users.password", json!({ "new_password": own }));
    assert_eq!(told(&mut cilla), (Value::Null, json!(false)));
    // Anna asked for the password, and could have had it: what she has prepared is another's to attest.
    let attest = json!({ "order": order });
    assert_eq!(refused(&mut cilla, "orders.attest", attest).code, "attest-of-giver");
    drop(cilla);
    let verified = city.as_user(BO, &[("audit.verify", json!({}))]).remove(0);
    assert_eq!((&verified["ok"], &verified["signatures"]["broken"]), (&json!(true), &json!([])));
}

#[test]
fn what_another_has_given_signs_nothing_before_it_is_changed() {
    let city = City::new();
    city.with_user(CILLA, &[json!({ "role": "administrator" })]);
    let mut cilla = city.login(CILLA).unwrap();
    assert!(told(&mut cilla).0.as_str().unwrap().contains("anna"));
    let dag = json!({ "name": "dag", "user_password": "Dags långa lösenord" });
    assert_eq!(refused(&mut cilla, "users.add", dag.clone()).code, "password-given");
    ask(&mut cilla, "users.password", json!({ "new_password": "Cillas alldeles egna" }));
    drop(cilla);
    let mut cilla = city.login((CILLA.0, "Cillas alldeles egna")).unwrap();
    ask(&mut cilla, "users.add", dag);
}

#[test]
fn a_sheet_counts_when_its_code_was_typed_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stad.db");
    let user = |(name, password)| json!({ "name": name, "password": password });
    let request = json!({
        "path": path, "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992", "first": user(ANNA), "second": user(BO),
        "try_sheet": true,
    });
    let mut host = fresh();
    let status = ask(&mut host, "session.create", request);
    let code = text(&status["recovery_code"]);
    assert_eq!(status["open"]["sheet_missing"], true);
    ask(&mut host, "session.close", json!({}));
    let recover = json!({
        "path": path, "name": "bo", "recovery_code": code, "new_password": "Bos nya lösenord",
    });
    let early = refused(&mut host, "users.recover", recover.clone());
    assert_eq!(early.code, "recovery-code-wrong", "nobody has typed it");
    let typed = |code: &str| json!({ "path": path, "recovery_code": code });
    let wrong = refused(&mut host, "users.try_sheet", typed("AAAA-BBBB"));
    assert_eq!(wrong.code, "recovery-code-wrong");
    ask(&mut host, "users.try_sheet", typed(&code.to_lowercase().replace('-', " ")));
    let login = json!({ "path": path, "user": "anna", "passphrase": ANNA.1 });
    let status = ask(&mut host, "session.open", login);
    assert_eq!(status["open"]["sheet_missing"], false);
    // The old sheet counts until the next one was tried.
    let next = ask(&mut host, "users.sheet", json!({ "try_sheet": true }));
    ask(&mut host, "session.close", json!({}));
    ask(&mut host, "users.try_sheet", typed(next["recovery_code"].as_str().unwrap()));
    assert_eq!(refused(&mut host, "users.recover", recover).code, "recovery-code-wrong");
}

/// One person has worked and attested alone; two take over, and what was done stands.
#[test]
fn two_take_over_one_persons_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stad.db");
    let mut host =
        Host::new("ENSAM", "2026-11-02".parse().ok()).with_key("").with_derivation(CHEAP);
    let request = json!({
        "path": path, "municipality": "Exempelstads kommun",
        "organisation_number": "219999-9992", "passphrase": PHRASE, "single_person": "KS 2026/1",
    });
    ask(&mut host, "session.create", request);
    ask(&mut host, "register.import", json!({ "path": example("register-exempel.csv") }));
    let list = json!({ "id": "lista", "path": data(LIST_A), "bank_ore": 90_925_010 });
    let done = ask(&mut host, "payments.import", list);
    ask(&mut host, "match.run", json!({ "list": done["list"] }));
    let run = ask(&mut host, "distribution.run", json!({ "month": "2026-10" }));
    let order = ask(&mut host, "orders.create", json!({ "distribution": run["distribution"] }));
    ask(&mut host, "orders.attest", json!({ "order": order["order"] }));

    let user =
        |(name, password), roles| json!({ "name": name, "password": password, "roles": roles });
    let convert = |passphrase: &str| {
        json!({
            "first": user(ANNA, json!(["handler"])), "second": user(BO, Value::Null),
            "passphrase": passphrase,
        })
    };
    let wrong = refused(&mut host, "users.convert", convert("en annan lösenfras"));
    assert_eq!(wrong.code, "database-wrong-key");
    assert_eq!(ask(&mut host, "session.status", json!({}))["open"]["single_person"], "KS 2026/1");
    let converted = ask(&mut host, "users.convert", convert(PHRASE));
    assert!(converted["note"].as_str().unwrap().contains("gamla lösenfrasen"), "{converted}");
    let open = json!({ "path": path, "passphrase": PHRASE });
    assert_eq!(refused(&mut host, "session.open", open).code, "login-needed");

    let login = json!({ "path": path, "user": "bo", "passphrase": BO.1 });
    let status = ask(&mut host, "session.open", login);
    assert_eq!(status["open"]["single_person"], Value::Null);
    let verified = ask(&mut host, "audit.verify", json!({}));
    assert_eq!((&verified["ok"], &verified["signatures"]["broken"]), (&json!(true), &json!([])));
    let events = ask(&mut host, "audit.events", json!({}));
    let last = events["events"].as_array().unwrap().iter();
    let takeover = last.clone().find(|one| one["action"] == "database.introduce-users").unwrap();
    assert_eq!(takeover["actor"], "ENSAM", "{takeover}");
    let users = ask(&mut host, "users.list", json!({}));
    let roles = |place: usize| {
        let roles = users["users"][place]["roles"].as_array().unwrap().iter();
        roles.map(|role| text(&role["role"])).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(roles(0), "administrator handler");
    assert_eq!(roles(1), "administrator handler attestant");
    let again = json!({ "first": user(ANNA, Value::Null), "second": user(BO, Value::Null) });
    assert_eq!(refused(&mut host, "users.convert", again).code, "has-users");
}
