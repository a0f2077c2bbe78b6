//! A database with users: who gets in, who may do what, and what two persons do together.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod ways;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use acceptance::city::{ANNA, BO, CILLA, City, ask, fresh, refused};
use acceptance::{Desk, KEY, example, text};
use api::{Host, Unwatched};
use serde_json::{Value, json};

#[test]
fn only_a_login_opens_a_database_with_users() {
    let city = City::new();
    let path = city.path();
    let open = |host: Host, request: Value| {
        let mut host = host;
        refused(&mut host, "session.open", request).code
    };
    let key = Host::new("anna", None).with_key(KEY);
    assert_eq!(open(key, json!({ "path": path })), "database-wrong-key");
    let phrase = json!({ "path": path, "passphrase": ANNA.1 });
    assert_eq!(open(fresh(), phrase), "login-needed");
    // A wrong name and a wrong password are told in the same words.
    let wrong_password = city.login((ANNA.0, BO.1)).err().unwrap();
    let wrong_name = city.login(("dag", ANNA.1)).err().unwrap();
    assert_eq!(wrong_password, wrong_name);
    assert_eq!(wrong_name.code, "login-wrong");
    let mut anna = city.login(ANNA).unwrap();
    let status = ask(&mut anna, "session.status", json!({}));
    assert_eq!(
        (&status["open"]["user"], &status["open"]["logged_in"]),
        (&json!("anna"), &json!(true))
    );
    // One person's database has nobody to log in as.
    let mut host = Host::new("EN", None).with_key(KEY);
    let other = city.folder.path().join("en.db");
    let request = json!({
        "path": other, "municipality": "Exempelstads kommun", "organisation_number": "219999-9992",
        "single_person": "KS 2026/1",
    });
    let status = ask(&mut host, "session.create", request);
    assert_eq!(status["open"]["single_person"], "KS 2026/1");
    ask(&mut host, "session.close", json!({}));
    let request = json!({ "path": other, "user": "anna", "passphrase": ANNA.1 });
    assert_eq!(refused(&mut host, "session.open", request).code, "database-no-key-file");
}

#[test]
fn wrong_passwords_wait_after_a_restart_too() {
    let city = City::new();
    let at = |second| fresh().with_second(second);
    let wrong = |second| city.login_in(at(second), (ANNA.0, BO.1)).err().unwrap();
    for _ in 0..3 {
        assert_eq!(wrong(1_000).code, "login-wrong");
    }
    assert_eq!(wrong(1_000).code, "login-too-many-tries");
    // The right one waits as well, and as long as it is told.
    let waits = city.login_in(at(1_000), ANNA).err().unwrap();
    assert_eq!(waits.code, "login-too-many-tries");
    assert!(waits.message.contains("om 1 sekunder"), "{}", waits.message);
    assert!(city.login_in(at(1_001), ANNA).is_ok());
    assert_eq!(wrong(1_001).code, "login-wrong");
}

#[test]
fn a_role_is_given_by_two_and_never_to_oneself() {
    let city = City::new();
    city.as_user(ANNA, &[("users.add", json!({ "name": CILLA.0, "user_password": CILLA.1 }))]);
    let mut anna = city.login(ANNA).unwrap();
    let role = |user: &str| json!({ "id": "r1", "user": user, "role": "auditor" });
    assert_eq!(refused(&mut anna, "roles.propose", role("anna")).code, "grant-own");
    ask(&mut anna, "roles.propose", role("cilla"));
    let confirm = json!({ "id": "r1" });
    assert_eq!(refused(&mut anna, "roles.confirm", confirm.clone()).code, "grant-alone");
    drop(anna);
    // Until it is confirmed it gives nothing, not even to come in.
    let mut cilla = city.login(CILLA).unwrap();
    assert_eq!(refused(&mut cilla, "users.list", json!({})).code, "right-missing");
    assert_eq!(refused(&mut cilla, "roles.confirm", confirm.clone()).code, "right-missing");
    drop(cilla);
    city.as_user(BO, &[("roles.confirm", confirm)]);
    let users = city.as_user(CILLA, &[("users.list", json!({}))]).remove(0);
    let cilla = users["users"].as_array().unwrap().iter().find(|one| one["user"] == "cilla");
    assert_eq!(cilla.unwrap()["roles"][0]["in_force"], true);
}

#[test]
fn the_last_administrator_cannot_leave_and_whoever_left_is_out() {
    let city = City::new();
    city.as_user(ANNA, &[("users.end", json!({ "user": "bo" }))]);
    assert_eq!(city.login(BO).err().unwrap().code, "login-wrong");
    let mut anna = city.login(ANNA).unwrap();
    let end = json!({ "user": "anna" });
    assert_eq!(refused(&mut anna, "users.end", end).code, "last-administrator");
    let users = ask(&mut anna, "users.list", json!({}));
    let roles = users["users"][0]["roles"].as_array().unwrap();
    let administrator = roles.iter().find(|role| role["role"] == "administrator").unwrap();
    let end = json!({ "id": administrator["id"] });
    assert_eq!(refused(&mut anna, "roles.end", end).code, "last-administrator");
    assert!(
        refused(&mut anna, "users.end", json!({ "user": "anna" })).message.contains("kuvertet")
    );
    let again = json!({ "name": "BO", "user_password": BO.1 });
    assert_eq!(refused(&mut anna, "users.add", again).code, "user-name-taken");
}

#[test]
fn an_administrator_who_is_alone_confirms_a_role_by_the_recovery_code() {
    let city = City::new();
    let mut anna = city.login(ANNA).unwrap();
    let cilla = json!({ "name": CILLA.0, "user_password": CILLA.1 });
    ask(&mut anna, "users.add", cilla);
    let role = json!({ "id": "r1", "user": "cilla", "role": "administrator" });
    ask(&mut anna, "roles.propose", role);
    let by_code = |code: &str| json!({ "id": "r1", "recovery_code": code });
    // While Bo can log in, he is the second person; the code is not spent.
    let other = refused(&mut anna, "roles.confirm_alone", by_code(&city.recovery_code));
    assert_eq!(other.code, "grant-alone");
    ask(&mut anna, "users.end", json!({ "user": "bo" }));
    let alone = refused(&mut anna, "roles.confirm", json!({ "id": "r1" }));
    assert_eq!(alone.code, "grant-alone-left");
    let wrong = refused(&mut anna, "roles.confirm_alone", by_code("0000"));
    assert_eq!(wrong.code, "login-wrong");
    let confirmed = ask(&mut anna, "roles.confirm_alone", by_code(&city.recovery_code));
    let next = text(&confirmed["recovery_code"]);
    assert_ne!(next, city.recovery_code);
    let verified = ask(&mut anna, "audit.verify", json!({}));
    assert_eq!(verified["signatures"]["to_review"][0]["action"], "role.confirm", "{verified}");
    drop(anna);
    let mut cilla = city.login(CILLA).unwrap();
    ask(&mut cilla, "roles.end", json!({ "id": "r1" }));
}

/// The head on paper is its user's, whoever holds the database key.
#[test]
fn a_head_is_signed_by_whoever_prints_it() {
    let city = City::new();
    let head = city.as_user(ANNA, &[("audit.head", json!({}))]).remove(0);
    assert_eq!(head["signed_by"], "anna");
    let paper = |user: &str, event: i64| {
        json!({ "against": {
            "event": event, "hash": head["printed"], "signature": head["signature"],
            "signed_by": user,
        }})
    };
    let event = head["event"].as_i64().unwrap();
    let mut bo = city.login(BO).unwrap();
    let verified = ask(&mut bo, "audit.verify", paper("anna", event));
    assert_eq!((&verified["ok"], &verified["paper_signed"]), (&json!(true), &json!(true)));
    let verified = ask(&mut bo, "audit.verify", paper("bo", event));
    assert_eq!((&verified["ok"], &verified["paper_signed"]), (&json!(false), &json!(false)));
    ask(&mut bo, "boards.put", json!({ "cost_centre": "7110", "name": "Nämnd A" }));
    let verified = ask(&mut bo, "audit.verify", paper("anna", event + 1));
    assert_eq!((&verified["against"], &verified["paper_signed"]), (&json!("other"), &json!(false)));
    let mut short = paper("anna", event);
    short["against"]["signature"] = json!("0f");
    assert_eq!(refused(&mut bo, "audit.verify", short).code, "paper-signature");
    assert_eq!(refused(&mut bo, "audit.verify", paper("dag", event)).code, "no-such-user");
    // The words of the foot have both.
    let values = [("user", "anna".into()), ("signature", "0f".into())];
    assert_eq!(api::texts::text("print-footer-signed", &values), "Underskrift anna: 0f");
    let one = Desk::new().call("audit.head", json!({}));
    assert_eq!((&one["signed_by"], &one["signature"]), (&Value::Null, &Value::Null));
}

#[test]
fn an_order_is_attested_by_another_whose_attest_covers_it_and_signed() {
    let city = City::new();
    let order = city.order_by_anna();
    let attest = json!({ "order": order });
    let out = city.folder.path().join("order.csv");
    let export = json!({ "order": order, "format": "csv", "path": out, "attest": true });

    let mut anna = city.login(ANNA).unwrap();
    assert_eq!(refused(&mut anna, "orders.attest", attest.clone()).code, "self-attest");
    assert_eq!(refused(&mut anna, "orders.export", export.clone()).code, "order-state");
    assert!(!out.exists(), "nothing has left");
    drop(anna);
    let mut bo = city.login(BO).unwrap();
    assert_eq!(refused(&mut bo, "orders.attest", attest.clone()).code, "attest-not-covered");
    let own = json!({ "user": "bo", "decision": "KS 1", "kinds": ["booking-order"] });
    assert_eq!(refused(&mut bo, "attests.enter", own).code, "grant-own");
    drop(bo);
    city.attest_for_bo(json!(100));
    let mut bo = city.login(BO).unwrap();
    let over = refused(&mut bo, "orders.attest", attest.clone());
    assert!(over.message.contains("1,00 kronor"), "{}", over.message);
    let waiting = ask(&mut bo, "attests.waiting", json!({}));
    assert_eq!(waiting["waiting"][0]["may_decide"], false, "{waiting}");
    drop(bo);
    city.as_user(ANNA, &[("attests.end", json!({ "id": "attest-bo" }))]);
    let attest = json!({
        "id": "bo-2", "user": "bo", "decision": "KS 2026/13", "kinds": ["booking-order"],
    });
    city.as_user(ANNA, &[("attests.enter", attest)]);
    let mut bo = city.login(BO).unwrap();
    let waiting = ask(&mut bo, "attests.waiting", json!({}));
    assert_eq!(waiting["waiting"][0]["may_decide"], true, "{waiting}");
    let number = text(&waiting["waiting"][0]["name"]);
    let left = ask(&mut bo, "attests.decide", json!({ "id": number }));
    assert_eq!(left["waiting"], json!([]));
    let view = ask(&mut bo, "orders.view", json!({ "order": order }));
    assert_eq!(view["brief"]["without_second_person"], false, "{view}");
    drop(bo);
    city.as_user(ANNA, &[("orders.export", export)]);
    assert!(out.exists());
    let verified = city.as_user(BO, &[("audit.verify", json!({}))]).remove(0);
    assert_eq!((&verified["ok"], &verified["signatures"]["hold"]), (&json!(true), &json!(3)));
}

#[test]
fn a_window_asks_the_password_again_for_what_is_signed() {
    let city = City::new();
    let order = city.order_by_anna();
    city.attest_for_bo(Value::Null);
    let window = Host::new("OKÄND", "2026-11-02".parse().ok()).with_key("");
    let mut bo = city.login_in(window, BO).unwrap();
    let attest = |password: Value| json!({ "order": order, "password": password });
    assert_eq!(refused(&mut bo, "orders.attest", attest(Value::Null)).code, "password-needed");
    assert_eq!(refused(&mut bo, "orders.attest", attest(json!(ANNA.1))).code, "password-wrong");
    ask(&mut bo, "orders.attest", attest(json!(BO.1)));
}

#[test]
fn an_order_that_is_given_back_is_withdrawn_and_made_anew() {
    let city = City::new();
    let order = city.order_by_anna();
    let mut bo = city.login(BO).unwrap();
    let back = |comment: &str| json!({ "id": order, "comment": comment });
    assert_eq!(refused(&mut bo, "attests.return", back(" ")).code, "reason-missing");
    let left = ask(&mut bo, "attests.return", back("Fel period"));
    assert_eq!(left["waiting"], json!([]));
    let view = ask(&mut bo, "orders.view", json!({ "order": order }));
    assert_eq!(view["brief"]["state"], "withdrawn", "{view}");
}

/// What every role may be handed, and nothing else, by what the table in `docs/SECURITY.md` says.
#[test]
fn every_operation_is_handed_to_the_roles_that_have_its_right_and_refused_to_others() {
    let city = City::new();
    let board = json!({ "cost_centre": "7110", "name": "Nämnd A" });
    city.as_user(ANNA, &[("boards.put", board)]);
    for role in domain::user::Role::ALL {
        let name = role.as_str();
        let boards = if role.is_of_boards() { json!(["7110"]) } else { json!([]) };
        let user = (name, "ett långt lösenord");
        city.with_user(user, &[json!({ "role": name, "boards": boards })]);
        let mut host = city.login(user).unwrap();
        let rights: BTreeSet<&str> = role.rights().iter().map(|right| right.as_str()).collect();
        for operation in api::operations() {
            // They would close the database, or take a long way to say no.
            if ["session.close", "session.open", "session.create", "users.recover", "key.change"]
                .contains(&operation.name)
            {
                continue;
            }
            let code = host.call(operation.name, json!({ "x": 0 }), &Unwatched).err();
            let code = code.map(|reply| reply.code).unwrap_or_default();
            let about_rights = ["right-missing", "right-of-boards"].contains(&code.as_str());
            let has = rights.contains(operation.needs.as_str());
            let whole = !role.is_of_boards() || operation.is_for_boards();
            assert_eq!(about_rights, !(has && whole), "{} as {name}: {code}", operation.name);
        }
    }
}

#[test]
fn a_password_is_changed_and_the_old_one_is_spent() {
    let city = City::new();
    let new = "Annas nya lösenord";
    let mut anna = city.login(ANNA).unwrap();
    let short = json!({ "new_password": "kort" });
    assert_eq!(refused(&mut anna, "users.password", short).code, "passphrase-short");
    ask(&mut anna, "users.password", json!({ "new_password": new }));
    drop(anna);
    assert_eq!(city.login(ANNA).err().unwrap().code, "login-wrong");
    assert!(city.login((ANNA.0, new)).is_ok());
    assert!(city.login(BO).is_ok());
}

#[test]
fn a_forgotten_password_is_survived_by_the_recovery_code_once() {
    let city = City::new();
    let order = city.order_by_anna();
    city.attest_for_bo(Value::Null);
    let new = ("bo", "Bos nya långa lösenord");
    let recover = |code: &str| {
        json!({
            "path": city.path(), "recovery_code": code, "name": "bo", "new_password": new.1,
        })
    };
    let mut host = fresh();
    assert_eq!(
        refused(&mut host, "users.recover", recover("0000-0000")).code,
        "recovery-code-wrong"
    );
    let recovered = ask(&mut host, "users.recover", recover(&city.recovery_code));
    let next = text(&recovered["recovery_code"]);
    assert_ne!(next, city.recovery_code);
    let spent = refused(&mut host, "users.recover", recover(&city.recovery_code));
    assert_eq!(spent.code, "recovery-code-wrong");
    assert_eq!(city.login(BO).err().unwrap().code, "login-wrong");
    // What is attested from here on is to be looked at: it was not the password that proved it.
    let asked = [("orders.attest", json!({ "order": order })), ("audit.verify", json!({}))];
    let verified = city.as_user(new, &asked).remove(1);
    assert_eq!(verified["ok"], true, "{verified}");
    assert_eq!(verified["signatures"]["to_review"][0]["action"], "order.attest");
    let users = city.as_user(ANNA, &[("users.list", json!({}))]).remove(0);
    assert_eq!(users["users"][1]["recovered"], true);
}

#[test]
fn the_database_key_is_changed_for_those_who_are_left() {
    let city = City::new();
    city.with_user(CILLA, &[json!({ "role": "auditor" })]);
    let old_key_file = std::fs::read(key_file(&city.path())).unwrap();
    city.as_user(ANNA, &[("users.end", json!({ "user": "cilla" }))]);
    let changed = city.as_user(ANNA, &[("key.change", json!({}))]).remove(0);
    // Anna, Bo and the recovery code.
    assert_eq!(changed["slots"], 3);
    assert!(city.login(ANNA).is_ok() && city.login(BO).is_ok());
    let verified = city.as_user(BO, &[("session.check", json!({}))]).remove(0);
    assert_eq!(verified["sound"], true, "{verified}");
    // Whoever has kept the key file from before has the old key, which opens nothing.
    std::fs::write(key_file(&city.path()), old_key_file).unwrap();
    assert_eq!(city.login(CILLA).err().unwrap().code, "database-key-file-of-another");
}

fn key_file(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".key");
    PathBuf::from(name)
}

#[test]
fn a_service_reads_in_and_exports_and_gives_nobodys_word() {
    let city = City::new();
    let service = ("schema", "programmets hemlighet 1");
    city.with_user(service, &[json!({ "role": "service" })]);
    let mut host = city.login(service).unwrap();
    ask(&mut host, "register.import", json!({ "path": example("register-exempel.csv") }));
    for (name, request) in [
        ("orders.attest", json!({ "order": "x" })),
        ("claims.approve", json!({ "claim": "x" })),
        ("roles.confirm", json!({ "id": "x" })),
        ("persons.open", json!({ "person": "P01", "reason": "Handlägger" })),
    ] {
        assert_eq!(refused(&mut host, name, request).code, "right-missing", "{name}");
    }
    drop(host);
    let mut anna = city.login(ANNA).unwrap();
    let person = json!({ "user": "schema", "role": "handler" });
    assert_eq!(refused(&mut anna, "roles.propose", person).code, "role-of-services");
}

/// The head on an old paper finds what the chain cannot show by itself.
#[test]
fn an_old_paper_finds_an_older_file_and_a_chain_that_is_another() {
    let city = City::new();
    let older = std::fs::read(city.path()).unwrap();
    let boards = json!({ "cost_centre": "7110", "name": "Nämnd A" });
    let asked = [("boards.put", boards), ("audit.head", json!({}))];
    let head = city.as_user(ANNA, &asked).remove(1);
    let paper = json!({ "event": head["event"], "hash": head["printed"] });
    let verify = json!({ "against": paper });
    let verified = city.as_user(BO, &[("audit.verify", verify.clone())]).remove(0);
    assert_eq!((&verified["against"], &verified["ok"]), (&json!("same"), &json!(true)));
    let other = json!({ "against": { "event": 1, "hash": head["hash"] } });
    let verified = city.as_user(BO, &[("audit.verify", other)]).remove(0);
    assert_eq!((&verified["against"], &verified["ok"]), (&json!("other"), &json!(false)));
    let mut bo = city.login(BO).unwrap();
    let short = json!({ "against": { "event": 1, "hash": "abc" } });
    assert_eq!(refused(&mut bo, "audit.verify", short).code, "paper-hash");
    drop(bo);
    std::fs::write(city.path(), older).unwrap();
    let verified = city.as_user(BO, &[("audit.verify", verify)]).remove(0);
    assert_eq!((&verified["against"], &verified["ok"]), (&json!("cut"), &json!(false)));
    assert_eq!(verified["first_broken"], Value::Null, "the chain itself is whole");
}

/// A role that ends while its holder works gives nothing any more, and a clock that is set back nothing
/// back.
#[test]
fn what_is_held_has_its_days() {
    let city = City::new();
    let role = json!({ "role": "auditor", "from": "2026-11-01", "until": "2027-03-31" });
    city.with_user(CILLA, &[role]);
    let on = |day: &str| {
        let host = fresh().with_system_day(day.parse().unwrap());
        let mut host = city.login_in(host, CILLA).unwrap();
        host.call("audit.head", json!({}), &Unwatched).err().map(|reply| reply.code)
    };
    assert_eq!(on("2027-03-31"), None);
    assert_eq!(on("2027-04-01").as_deref(), Some("right-missing"));
    // A business date gives nothing, and neither does a clock before the last event.
    let late = fresh().with_system_day("2027-04-01".parse().unwrap());
    let mut host = city.login_in(late, CILLA).unwrap();
    let back = host.call("session.today", json!({ "today": "2027-03-01" }), &Unwatched);
    assert_eq!(back.unwrap_err().code, "right-missing");
    drop(host);
    let mut cilla = city.login(CILLA).unwrap();
    assert!(cilla.call("audit.head", json!({}), &Unwatched).is_ok());
    drop(cilla);
    city.as_user(ANNA, &[("roles.end", json!({ "id": "cilla-0" }))]);
    let mut cilla = city.login(CILLA).unwrap();
    assert_eq!(refused(&mut cilla, "audit.head", json!({})).code, "right-missing");
}
