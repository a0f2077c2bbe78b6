//! A municipality that two persons have set up, for tests of what two stand for.

use std::path::PathBuf;

use api::{ErrorReply, Host, Unwatched};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{LIST_A, data, example, text};

/// Administrator, handler and attestant from the first day.
pub const ANNA: (&str, &str) = ("anna", "Annas långa lösenord");
/// The same.
pub const BO: (&str, &str) = ("bo", "Bos helt egna lösenord");
/// Somebody who comes later.
pub const CILLA: (&str, &str) = ("cilla", "Cillas eget lösenord");

/// A municipality that two persons have set up.
pub struct City {
    /// Where it lies.
    pub folder: TempDir,
    /// What was told once.
    pub recovery_code: String,
}

/// What a password takes to be tried where a test logs in a hundred times.
pub const CHEAP: api::Derivation = api::Derivation { memory_kib: 32, passes: 1, lanes: 1 };

/// A host that nobody has logged in with.
#[must_use]
pub fn fresh() -> Host {
    // A key of the environment would be tried for want of a login.
    let host = Host::new("OKÄND", "2026-11-02".parse().ok()).with_key("").signing();
    host.with_derivation(CHEAP)
}

/// Does an operation that must succeed.
///
/// # Panics
/// When it is refused.
pub fn ask(host: &mut Host, name: &str, request: Value) -> Value {
    match host.call(name, request, &Unwatched) {
        Ok(answer) => answer,
        Err(reply) => panic!("{name}: {} {}", reply.code, reply.message),
    }
}

/// Does an operation that must be refused.
///
/// # Panics
/// When it is done.
pub fn refused(host: &mut Host, name: &str, request: Value) -> ErrorReply {
    match host.call(name, request, &Unwatched) {
        Ok(answer) => panic!("{name} was not refused: {answer}"),
        Err(reply) => reply,
    }
}

impl City {
    /// Sets it up.
    #[must_use]
    pub fn new() -> City {
        let folder = tempfile::tempdir().unwrap();
        let user = |(name, password)| json!({ "name": name, "password": password });
        let request = json!({
            "path": folder.path().join("stad.db"), "municipality": "Exempelstads kommun",
            "organisation_number": "219999-9992", "first": user(ANNA), "second": user(BO),
        });
        let mut host = fresh();
        let status = ask(&mut host, "session.create", request);
        assert_eq!(status["open"]["user"], "anna");
        let recovery_code = text(&status["recovery_code"]);
        ask(&mut host, "session.close", json!({}));
        City { folder, recovery_code }
    }

    /// Its database.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("stad.db")
    }

    /// Logs a user in.
    ///
    /// # Errors
    /// What the login is refused with.
    pub fn login(&self, (user, password): (&str, &str)) -> Result<Host, ErrorReply> {
        self.login_in(fresh(), (user, password))
    }

    /// Logs a user in with this host.
    ///
    /// # Errors
    /// What the login is refused with.
    pub fn login_in(
        &self,
        mut host: Host,
        (user, password): (&str, &str),
    ) -> Result<Host, ErrorReply> {
        let request = json!({ "path": self.path(), "user": user, "passphrase": password });
        host.call("session.open", request, &Unwatched).map(|_| host)
    }

    /// Does operations as a user, one after the other.
    pub fn as_user(&self, user: (&str, &str), asked: &[(&str, Value)]) -> Vec<Value> {
        let mut host = self.login(user).unwrap();
        asked.iter().map(|(name, request)| ask(&mut host, name, request.clone())).collect()
    }

    /// Adds somebody with roles, which Anna proposes and Bo confirms.
    pub fn with_user(&self, (name, password): (&str, &str), roles: &[Value]) {
        let mut anna = self.login(ANNA).unwrap();
        let service = roles.iter().any(|role| role["role"] == "service");
        let user = json!({ "name": name, "user_password": password, "service": service });
        ask(&mut anna, "users.add", user);
        for (place, role) in roles.iter().enumerate() {
            let mut role = role.clone();
            role["user"] = json!(name);
            role["id"] = json!(format!("{name}-{place}"));
            ask(&mut anna, "roles.propose", role);
        }
        drop(anna);
        let mut bo = self.login(BO).unwrap();
        for place in 0..roles.len() {
            ask(&mut bo, "roles.confirm", json!({ "id": format!("{name}-{place}") }));
        }
    }

    /// Bo may attest booking orders up to a limit.
    pub fn attest_for_bo(&self, limit_ore: Value) {
        let attest = json!({
            "id": "attest-bo", "user": "bo", "decision": "KS 2026/12", "kinds": ["booking-order"],
            "limit_ore": limit_ore,
        });
        self.as_user(ANNA, &[("attests.enter", attest)]);
    }

    /// Anna takes the sample month in, shares it and makes its order.
    pub fn order_by_anna(&self) -> String {
        let mut anna = self.login(ANNA).unwrap();
        let register = json!({ "path": example("register-exempel.csv") });
        ask(&mut anna, "register.import", register);
        let list = json!({ "id": "lista", "path": data(LIST_A), "bank_ore": 90_925_010 });
        let done = ask(&mut anna, "payments.import", list);
        ask(&mut anna, "match.run", json!({ "list": done["list"] }));
        let run = ask(&mut anna, "distribution.run", json!({ "month": "2026-10" }));
        let order = json!({ "distribution": run["distribution"] });
        text(&ask(&mut anna, "orders.create", order)["order"])
    }
}

impl Default for City {
    fn default() -> City {
        City::new()
    }
}
