//! A change of the database key that is broken off at each of its steps leaves one key that works.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use store::key::Derivation;

use super::*;
use crate::session::Unlock;
use crate::settings::Municipality;
use crate::users::FirstUser;
use crate::{Rights, TextValue, Wording};

const ANNA: (&str, &str) = ("anna", "Annas långa lösenord");
const BO: (&str, &str) = ("bo", "Bos helt egna lösenord");

struct Mute;

impl Wording for Mute {
    fn text(&self, id: &str, _: &[(&str, TextValue)]) -> String {
        id.to_owned()
    }

    fn explained(
        &self,
        _: &domain::entitlement::Explanation,
        _: &[domain::facts::Fact],
    ) -> Vec<String> {
        Vec::new()
    }
}

fn host() -> Host {
    let day = "2026-11-02".parse().unwrap();
    let wording = Box::new(Mute);
    Host { actor: "INGEN".to_owned(), rights: Rights::all(), today: day, system_day: day, wording }
}

fn login(path: &Path, (name, password): (&str, &str)) -> Result<App> {
    let password = Secret::new(password.to_owned());
    let login = LoginTyped { name: name.to_owned(), password, at: 1_000, signs: true };
    App::open(path, Unlock::Login(login), host())
}

fn city(path: &Path) {
    let cheap = Derivation { memory_kib: 32, passes: 1, lanes: 1 };
    let user = |(name, password): (&str, &str)| FirstUser {
        name: name.to_owned(),
        full_name: String::new(),
        roles: None,
        password: Secret::new(password.to_owned()),
    };
    let municipality = Municipality {
        name: "Exempelstads kommun".to_owned(),
        organisation_number: "219999-9992".to_owned(),
        training: false,
    };
    let two = [user(ANNA), user(BO)];
    drop(App::create_for_two(path, &two, Sheet::AtOnce, municipality, cheap, host()).unwrap());
}

#[test]
fn broken_off_at_any_step_one_key_works_for_everybody() {
    let steps = ["noted", "sealed", "copied", "closed", "renamed"];
    for (place, stopped) in steps.into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        city(&path);
        let seen = std::cell::RefCell::new(Vec::new());
        let stop = |step: &str| {
            seen.borrow_mut().push(step.to_owned());
            if step == stopped { Err(AppError::Cancelled) } else { Ok(()) }
        };
        let app = login(&path, ANNA).unwrap();
        assert!(app.change_database_key(None, &stop).is_err(), "{stopped}");
        assert_eq!(seen.into_inner(), steps[..=place], "every step before it was taken");
        for user in [BO, ANNA] {
            let app = login(&path, user).unwrap();
            assert!(app.check().unwrap().is_whole(), "{stopped}");
        }
        let typed = Login { name: BO.0, password: BO.1, at: 1_000 };
        let keys = Slots::read(&path).unwrap().open(&path, &typed).unwrap().keys;
        assert_eq!(keys.len(), 1, "{stopped}: the other key is forgotten");
        assert!(!part_of(&path).exists(), "{stopped}: nothing is left beside it");
        // And it can be changed again.
        let app = login(&path, BO).unwrap();
        app.change_database_key(None, &|_| Ok(())).unwrap();
        assert!(login(&path, ANNA).is_ok(), "{stopped}");
    }
}
