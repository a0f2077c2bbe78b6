//! One person's database is given to two: broken off at each step it is the one or the other.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use store::key::Derivation;

use super::*;
use crate::session::{LoginTyped, Unlock};
use crate::users::Sheet;
use crate::{Rights, TextValue, Wording};

const ANNA: (&str, &str) = ("anna", "Annas långa lösenord");
const BO: (&str, &str) = ("bo", "Bos helt egna lösenord");
const PHRASE: &str = "en persons lösenfras";

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
    Host { actor: "ENSAM".to_owned(), rights: Rights::all(), today: day, system_day: day, wording }
}

fn login(path: &Path, (name, password): (&str, &str)) -> Result<App> {
    let password = Secret::new(password.to_owned());
    let login = LoginTyped { name: name.to_owned(), password, at: 1_000, signs: true };
    App::open(path, Unlock::Login(login), host())
}

fn by_phrase(path: &Path) -> Result<App> {
    App::open(path, Unlock::Passphrase(PHRASE.to_owned()), host())
}

/// A derivation that costs nothing.
const CHEAP: Derivation = Derivation { memory_kib: 32, passes: 1, lanes: 1 };

fn two() -> [FirstUser; 2] {
    [ANNA, BO].map(|(name, password)| FirstUser {
        name: name.to_owned(),
        full_name: String::new(),
        roles: None,
        password: Secret::new(password.to_owned()),
    })
}

fn city(path: &Path) -> App {
    let municipality = Municipality {
        name: "Exempelstads kommun".to_owned(),
        organisation_number: "219999-9992".to_owned(),
        training: false,
    };
    let unlock = Unlock::Passphrase(PHRASE.to_owned());
    App::create(path, unlock, municipality, Some("KS 2026/1"), host()).unwrap()
}

#[test]
fn broken_off_at_any_step_it_is_one_persons_or_the_twos() {
    for stopped in ["copied", "entered", "written", "never"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let app = city(&path);
        let old = fs::read(&path).unwrap();
        let stop = |step: &str| if step == stopped { Err(AppError::Cancelled) } else { Ok(()) };
        let done = app.convert_to_users(&two(), Sheet::AtOnce, CHEAP, &stop);
        assert_eq!(done.is_ok(), stopped == "never", "{stopped}");
        if ["copied", "entered"].contains(&stopped) {
            let app = by_phrase(&path).unwrap();
            assert_eq!(app.hands().unwrap(), Hands::One(Some("KS 2026/1".to_owned())), "{stopped}");
            assert!(!part_of(&path).exists(), "{stopped}: nothing is left beside it");
            // And it can be tried again.
            app.convert_to_users(&two(), Sheet::AtOnce, CHEAP, &|_| Ok(())).unwrap();
        } else if stopped == "written" {
            assert_eq!(by_phrase(&path).err().unwrap().code(), "login-needed");
        }
        for user in [BO, ANNA] {
            let app = login(&path, user).unwrap();
            assert_eq!(app.hands().unwrap(), Hands::Several, "{stopped}");
            assert!(app.check().unwrap().is_whole(), "{stopped}");
            assert_eq!(app.verify_signatures().unwrap().broken, [], "{stopped}");
        }
        assert!(!part_of(&path).exists(), "{stopped}");
        assert_eq!(by_phrase(&path).err().unwrap().code(), "login-needed", "{stopped}");
        assert_ne!(fs::read(&path).unwrap()[..4096], old[..4096], "{stopped}: another key");
    }
}

#[test]
fn what_is_wrong_with_the_two_is_said_before_anything_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let app = city(&path);
    let mut typed = two();
    typed[1].name = "ANNA".to_owned();
    typed[0].password = Secret::new("kort".to_owned());
    typed[0].roles = Some(vec!["service".to_owned()]);
    let AppError::Several(faults) = app.check_two(&typed).err().unwrap() else { panic!() };
    let codes: Vec<&str> = faults.iter().map(AppError::code).collect();
    assert_eq!(codes, ["passphrase-short", "unknown-role", "user-name-taken"]);
    assert_eq!(
        app.check_passphrase(Some("en annan lösenfras")).err().unwrap().code(),
        "database-wrong-key"
    );
    app.check_passphrase(Some(PHRASE)).unwrap();
    assert!(app.convert_to_users(&typed, Sheet::AtOnce, CHEAP, &|_| Ok(())).is_err());
    assert!(by_phrase(&path).is_ok());
}
