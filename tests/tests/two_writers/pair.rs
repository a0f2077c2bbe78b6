//! Two connections to one database, and what each is told.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use acceptance::{Desk, KEY, SYSTEM_DAY};
use api::{Host, Unwatched};
use serde_json::{Value, json};

/// Something somebody asks for.
#[derive(Clone, Debug)]
pub(crate) struct Ask {
    name: &'static str,
    request: Value,
}

pub(crate) fn ask(name: &'static str, request: Value) -> Ask {
    Ask { name, request }
}

/// A database as it stands when both come.
pub(crate) struct Stage {
    desk: Desk,
    today: String,
}

impl Stage {
    pub(crate) fn of(mut desk: Desk) -> Stage {
        let status = desk.call("session.status", json!({}));
        let today = status["open"]["today"].as_str().unwrap().to_owned();
        desk.call("session.close", json!({}));
        Stage { desk, today }
    }

    /// The database once more, in a folder of its own.
    fn copy(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(self.desk.path("desk.db"), folder.path().join("desk.db")).unwrap();
        for person in ["EN", "ANNAN"] {
            std::fs::create_dir(folder.path().join(person)).unwrap();
        }
        folder
    }
}

/// Somebody at a connection of their own.
struct Writer {
    host: Host,
    out: PathBuf,
}

impl Writer {
    fn open(stage: &Stage, folder: &Path, who: &str) -> Writer {
        let path = folder.join("desk.db");
        // The lock keeps a second program out; a host of many windows will have none.
        store::open_next_among_others();
        let today = stage.today.parse().ok();
        let host = Host::new(who, today).with_key(KEY).with_system_day(SYSTEM_DAY);
        let mut writer = Writer { host, out: folder.join(who) };
        writer.does(&ask("session.open", json!({ "path": path }))).unwrap();
        writer
    }

    /// What is answered; of a refusal its code and sentence.
    fn does(&mut self, asked: &Ask) -> Result<Value, String> {
        let mut request = asked.request.clone();
        if let Some(file) = request["path"].as_str().and_then(|path| path.strip_prefix("UT/")) {
            request["path"] = json!(self.out.join(file));
        }
        let answer = self.host.call(asked.name, request, &Unwatched);
        answer.map_err(|reply| format!("{}: {}", reply.code, reply.message))
    }

    /// Everything that has happened, the newest first.
    fn events(&mut self) -> Value {
        self.does(&ask("audit.events", json!({}))).unwrap()["events"].clone()
    }
}

/// Holds, for every two of the `asks`, what comes of one that is let in before the other's change
/// against what comes of the two one after the other.
pub(crate) fn every_pair(stage: &Stage, asks: &[Ask]) {
    for first in asks {
        for second in asks {
            let apart = one_after_the_other(stage, second, first);
            let between = one_in_between(stage, second, first);
            for (between, apart) in between.iter().zip(&apart) {
                let differs = || {
                    let same = between.bytes().zip(apart.bytes()).take_while(|(a, b)| a == b);
                    let from = same.count().saturating_sub(80);
                    let end =
                        |text: &str| -> String { text.chars().skip(from).take(300).collect() };
                    format!("in between: {}\napart: {}", end(between), end(apart))
                };
                let (one, other) = (second.name, first.name);
                assert!(between == apart, "{one} before the change of {other}\n{}", differs());
            }
        }
    }
}

/// What the two are told, and what stands afterwards.
type Told = [String; 3];

fn one_after_the_other(stage: &Stage, before: &Ask, after: &Ask) -> Told {
    let folder = stage.copy();
    let mut writer = Writer::open(stage, folder.path(), "EN");
    let mut rival = Writer::open(stage, folder.path(), "ANNAN");
    let told_rival = rival.does(before);
    let told = writer.does(after);
    masked(folder.path(), told_rival, told, writer.events())
}

fn one_in_between(stage: &Stage, between: &Ask, asked: &Ask) -> Told {
    let folder = stage.copy();
    let mut writer = Writer::open(stage, folder.path(), "EN");
    let mut rival = Writer::open(stage, folder.path(), "ANNAN");
    let told_rival = Rc::new(RefCell::new(None));
    let (telling, asking) = (Rc::clone(&told_rival), between.clone());
    store::before_next_change(move || *telling.borrow_mut() = Some(rival.does(&asking)));
    let told = writer.does(asked);
    let told_rival = told_rival.borrow_mut().take();
    let told_rival = told_rival.unwrap_or_else(|| panic!("{} has no door: {told:?}", asked.name));
    masked(folder.path(), told_rival, told, writer.events())
}

/// The same for two runs that do the same: ids by the order in which they come, no times.
fn masked(
    folder: &Path,
    rival: Result<Value, String>,
    told: Result<Value, String>,
    events: Value,
) -> Told {
    let mut ids = BTreeMap::new();
    let mut mask = |text: String| mask_ids(&text.replace(&*folder.to_string_lossy(), ""), &mut ids);
    let told_of = |told: Result<Value, String>| match told {
        Ok(answer) => answer.to_string(),
        Err(reply) => reply,
    };
    let rival = mask(told_of(rival));
    let told = mask(told_of(told));
    let events = events.as_array().unwrap().iter().map(|event| {
        let of = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        mask([of("actor"), of("action"), of("object"), of("detail")].join(" "))
    });
    let events: Vec<String> = events.collect();
    [rival, told, events.join("\n")]
}

/// Puts a number in place of every UUID, the same for the same one, and of every moment.
fn mask_ids(text: &str, ids: &mut BTreeMap<String, usize>) -> String {
    let is_id = |part: &str| {
        part.len() == 36
            && part.bytes().enumerate().all(|(place, byte)| match place {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    };
    let mut masked = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(id) = rest.get(..36).filter(|part| is_id(part)) {
            let next = ids.len();
            let number = *ids.entry(id.to_owned()).or_insert(next);
            masked.push_str(&format!("#{number}"));
            rest = &rest[36..];
        } else if is_moment(rest) {
            masked.push('@');
            let end = rest.find('Z').unwrap_or(rest.len());
            rest = &rest[end..];
        } else {
            masked.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    masked
}

/// Whether a text begins with a moment such as 2026-11-02T10:00:00.
fn is_moment(text: &str) -> bool {
    let form = "dddd-dd-ddTdd:dd:dd";
    text.get(..form.len()).is_some_and(|part| {
        part.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'd' => byte.is_ascii_digit(),
            _ => byte == form,
        })
    })
}
