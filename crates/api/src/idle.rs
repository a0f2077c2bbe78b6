//! Locking by itself: a desk that is left is nobody's.

use serde_json::Value;

use crate::Unwatched;
use crate::areas::Nothing;
use crate::areas::session;
use crate::host::Host;

impl Host {
    /// Whether nobody has been at work for as long as the settings say. What the screen asks by itself is
    /// nobody's work, and a clock that is set back puts it off by no more than the same time again.
    fn is_idle(&mut self) -> bool {
        let now = self.second();
        self.stirred = self.stirred.min(now);
        let (Some(app), quiet) = (self.opened(), now - self.stirred) else { return false };
        // No setting is shorter.
        quiet >= 60
            && app
                .settings()
                .is_ok_and(|settings| quiet >= 60 * i64::from(settings.security.lock_minutes))
    }

    /// Closes the database when nobody has been at work for as long as the settings say: the connection
    /// is closed and the key wiped, after the backup that is due. Gives what is so then.
    pub fn lock_when_idle(&mut self) -> Option<Value> {
        if !self.is_idle() {
            return None;
        }
        let status = session::close(self, Nothing {}, &Unwatched);
        status.ok().and_then(|status| serde_json::to_value(status).ok())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn ask(host: &mut Host, name: &str, request: Value) -> Value {
        host.call(name, request, &Unwatched).unwrap()
    }

    #[test]
    fn it_is_locked_when_nobody_has_been_at_work_for_as_long_as_the_settings_say() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let mut host = Host::new("EN", None).with_key(&"ab".repeat(32)).with_second(1_000);
        let request = json!({
            "path": path, "municipality": "Exempelstads kommun",
            "organisation_number": "219999-9992",
        });
        ask(&mut host, "session.create", request);
        let minutes = 60;
        host.second = Some(1_000 + 10 * minutes - 1);
        assert_eq!(host.lock_when_idle(), None, "ten minutes are not over");
        // What the screen asks by itself is nobody's work; a key or a pointer is.
        ask(&mut host, "session.status", json!({}));
        host.second = Some(1_000 + 10 * minutes);
        assert!(host.is_idle());
        ask(&mut host, "session.awake", json!({}));
        assert_eq!(host.lock_when_idle(), None);
        // A clock that is set back puts it off by no more than the same time again.
        host.second = Some(500);
        assert_eq!(host.lock_when_idle(), None);
        host.second = Some(500 + 10 * minutes);
        let status = host.lock_when_idle().unwrap();
        assert_eq!(status["open"], Value::Null);
        assert!(!host.is_open());
        assert_eq!(host.lock_when_idle(), None);

        ask(&mut host, "session.open", json!({ "path": path }));
        let mut settings = ask(&mut host, "settings.get", json!({}))["settings"].clone();
        settings["security"]["lock_minutes"] = json!(0);
        let refused = host.call("settings.put", json!({ "settings": settings }), &Unwatched);
        let place = refused.unwrap_err().place.unwrap();
        assert_eq!(place.field.as_deref(), Some("security.lock_minutes"));
        settings["security"]["lock_minutes"] = json!(1);
        ask(&mut host, "settings.put", json!({ "settings": settings }));
        host.second = Some(500 + 11 * minutes);
        assert!(host.lock_when_idle().is_some());
    }
}
