//! Users, the public halves of their keys, and the roles they hold.

mod attests;
mod resets;
mod signatures;
mod waiting;

use chrono::NaiveDate;
use domain::person::CostCentre;
use domain::user::{Held, Role};

pub use attests::{AttestRecord, NewAttest};
pub use resets::{KeysCame, ResetRecord};
pub use signatures::{NewSignature, Signed, signed_message};
pub use waiting::ClaimParts;

use crate::db::{FromRow, Row, from_row, json, named_words};
use crate::key::PublicKeys;
use crate::{Read, Result, UserKeyNo, UserNo, Write};

named_words!(Role);

/// Somebody who may log in, or could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserRecord {
    /// The user.
    pub user_no: UserNo,
    /// The name at the login and in events.
    pub name: String,
    /// The name of the person.
    pub full_name: String,
    /// The account in the operating system, where it was told.
    pub os_account: Option<String>,
    /// Where to write to, where it was told.
    pub email: Option<String>,
    /// Whether it is a program.
    pub service: bool,
    /// Days on which the user may log in.
    pub active: Held,
    /// Whether somebody has ended the user.
    pub ended: bool,
}

impl UserRecord {
    /// Whether the user may log in on a day.
    #[must_use]
    pub fn is_active(&self, day: NaiveDate) -> bool {
        !self.ended && self.active.on(day)
    }
}

impl FromRow for UserRecord {
    fn from_row(row: &Row<'_>) -> Result<UserRecord> {
        Ok(UserRecord {
            user_no: row.get("user_no")?,
            name: row.get("name")?,
            full_name: row.get("full_name")?,
            os_account: row.get("os_account")?,
            email: row.get("email")?,
            service: row.get("service")?,
            active: Held { from: row.get("active_from")?, until: row.get("active_until")? },
            ended: row.get("ended")?,
        })
    }
}

/// A user to be added.
#[derive(Clone, Debug)]
pub struct NewUser<'a> {
    /// The name at the login.
    pub name: &'a str,
    /// The name of the person.
    pub full_name: &'a str,
    /// The account in the operating system.
    pub os_account: Option<&'a str>,
    /// Where to write to.
    pub email: Option<&'a str>,
    /// Whether it is a program.
    pub service: bool,
    /// Days on which the user may log in.
    pub active: Held,
}

/// A role somebody holds or was to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleRecord {
    /// The client's id.
    pub id: String,
    /// Who holds it.
    pub user_no: UserNo,
    /// The name of who holds it.
    pub user: String,
    /// The role.
    pub role: Role,
    /// For which boards; empty: every board.
    pub boards: Vec<CostCentre>,
    /// For whom it is held as a stand-in.
    pub stands_in_for: Option<String>,
    /// Days on which it is held.
    pub held: Held,
    /// Who proposed it, and when in UTC; empty while the change is under way.
    pub by: (String, String),
    /// Who confirmed it, and when in UTC; none: it waits.
    pub confirmed: Option<(String, String)>,
    /// Whether somebody has ended it.
    pub ended: bool,
}

impl RoleRecord {
    /// Whether the role gives its rights on a day.
    #[must_use]
    pub fn is_held(&self, day: NaiveDate) -> bool {
        self.confirmed.is_some() && !self.ended && self.held.on(day)
    }
}

impl FromRow for RoleRecord {
    fn from_row(row: &Row<'_>) -> Result<RoleRecord> {
        let confirmed = if row.get("confirmed")? {
            Some((row.get("confirmed_by")?, row.get("confirmed_at")?))
        } else {
            None
        };
        Ok(RoleRecord {
            id: row.get("id")?,
            user_no: row.get("user_no")?,
            user: row.get("user_name")?,
            role: row.get("role")?,
            boards: row.json("boards")?,
            stands_in_for: row.get("stands_in_for")?,
            held: Held { from: row.get("valid_from")?, until: row.get("valid_until")? },
            by: (row.get("by_actor")?, row.get("by_at")?),
            confirmed,
            ended: row.get("ended")?,
        })
    }
}

/// A role to be proposed.
#[derive(Clone, Debug)]
pub struct NewRole<'a> {
    /// The client's id.
    pub id: &'a str,
    /// Who is to hold it.
    pub user_no: UserNo,
    /// The role.
    pub role: Role,
    /// For which boards; empty: every board.
    pub boards: &'a [CostCentre],
    /// For whom it is held as a stand-in.
    pub stands_in_for: Option<UserNo>,
    /// Days on which it is held.
    pub held: Held,
}

/// A user's keys as the database knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserKey {
    /// Their number.
    pub key_no: UserKeyNo,
    /// Whose.
    pub user_no: UserNo,
    /// Ed25519.
    pub signing: [u8; 32],
    /// X25519.
    pub sealing: [u8; 32],
    /// Ed25519, of heads of the chain alone.
    pub heads: [u8; 32],
    /// Whether they came with a recovery code, or from two others.
    pub recovered: bool,
}

from_row!(UserKey { key_no, user_no, signing, sealing, heads, recovered });

const USER: &str = "SELECT user_no, name, full_name, os_account, email, service, active_from,
    active_until, CASE WHEN ended_event_no IS NULL THEN 0 ELSE 1 END AS ended FROM app_user";

const ROLE: &str = "SELECT r.id, r.user_no, u.name AS user_name, r.role, r.boards,
        s.name AS stands_in_for, r.valid_from, r.valid_until, coalesce(e.actor, '') AS by_actor,
        coalesce(e.at, '') AS by_at, coalesce(c.actor, '') AS confirmed_by,
        coalesce(c.at, '') AS confirmed_at,
        CASE WHEN r.confirmed_event_no IS NULL THEN 0 ELSE 1 END AS confirmed,
        CASE WHEN r.ended_event_no IS NULL THEN 0 ELSE 1 END AS ended
    FROM user_role r JOIN app_user u ON u.user_no = r.user_no
        LEFT JOIN app_user s ON s.user_no = r.stands_in_for
        LEFT JOIN audit_event e ON e.event_no = r.event_no
        LEFT JOIN audit_event c ON c.event_no = r.confirmed_event_no";

const KEY: &str = "SELECT key_no, user_no, signing, sealing, heads,
    CASE WHEN origin = 'added' THEN 0 ELSE 1 END AS recovered FROM user_key";

impl Read<'_> {
    /// Whether the database has users; else it is one person's.
    pub fn has_users(&self) -> Result<bool> {
        self.db.only("SELECT EXISTS (SELECT 1 FROM app_user)", &[])
    }

    /// Everybody who ever was a user, by name.
    pub fn users(&self) -> Result<Vec<UserRecord>> {
        self.db.all(&format!("{USER} ORDER BY name"), &[])
    }

    /// The user of that name.
    pub fn user(&self, name: &str) -> Result<Option<UserRecord>> {
        self.db.one(&format!("{USER} WHERE name = ?1"), &[&name])
    }

    /// Every role that was ever proposed, in the order in which they were.
    pub fn roles(&self) -> Result<Vec<RoleRecord>> {
        self.db.all(&format!("{ROLE} ORDER BY r.role_no"), &[])
    }

    /// The roles of one user.
    pub fn roles_of(&self, user_no: UserNo) -> Result<Vec<RoleRecord>> {
        self.db.all(&format!("{ROLE} WHERE r.user_no = ?1 ORDER BY r.role_no"), &[&user_no])
    }

    /// The role with that id.
    pub fn role(&self, id: &str) -> Result<Option<RoleRecord>> {
        self.db.one(&format!("{ROLE} WHERE r.id = ?1"), &[&id])
    }

    /// The keys of every user, the last of each last.
    pub fn user_keys(&self) -> Result<Vec<UserKey>> {
        self.db.all(&format!("{KEY} ORDER BY key_no"), &[])
    }

    /// The keys that a user has now.
    pub fn key_of_user(&self, user_no: UserNo) -> Result<Option<UserKey>> {
        let last = format!("{KEY} WHERE user_no = ?1 ORDER BY key_no DESC LIMIT 1");
        self.db.one(&last, &[&user_no])
    }

    /// The day (UTC) of the last event; none before the first.
    pub fn last_event_day(&self) -> Result<Option<NaiveDate>> {
        let last = "SELECT at FROM audit_event ORDER BY event_no DESC LIMIT 1";
        let at: Option<String> = self.db.one(last, &[])?;
        Ok(at.and_then(|at| at.get(..10).and_then(|day| day.parse().ok())))
    }
}

impl Write<'_> {
    /// Adds a user with the keys.
    pub fn add_user(&self, new: &NewUser<'_>, keys: &PublicKeys) -> Result<UserNo> {
        let user_no = self.db.only(
            "INSERT INTO app_user (name, full_name, os_account, email, service, active_from,
                 active_until, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING user_no",
            &[
                &new.name,
                &new.full_name,
                &new.os_account,
                &new.email,
                &new.service,
                &new.active.from,
                &new.active.until,
                &self.event_no(),
            ],
        )?;
        self.add_user_key(user_no, keys, "added")?;
        Ok(user_no)
    }

    /// Gives a user other keys: the password was lost.
    pub fn add_recovered_keys(&self, user_no: UserNo, keys: &PublicKeys) -> Result<()> {
        self.add_user_key(user_no, keys, "recovered").map(drop)
    }

    /// Gives a user other keys: two others have given a new password.
    pub fn add_reset_keys(&self, user_no: UserNo, keys: &PublicKeys) -> Result<UserKeyNo> {
        self.add_user_key(user_no, keys, "reset")
    }

    fn add_user_key(&self, user_no: UserNo, keys: &PublicKeys, origin: &str) -> Result<UserKeyNo> {
        self.db.only(
            "INSERT INTO user_key (user_no, signing, sealing, heads, origin, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING key_no",
            &[&user_no, &keys.signing, &keys.sealing, &keys.heads, &origin, &self.event_no()],
        )
    }

    /// Ends a user, and every role and attest of hers or his.
    pub fn end_user(&self, user_no: UserNo) -> Result<()> {
        for table in ["app_user", "user_role", "attest_right"] {
            let sql = format!(
                "UPDATE {table} SET ended_event_no = ?2
                 WHERE user_no = ?1 AND ended_event_no IS NULL"
            );
            self.db.run(&sql, &[&user_no, &self.event_no()])?;
        }
        Ok(())
    }

    /// Proposes a role; it gives nothing before another confirms it.
    pub fn propose_role(&self, new: &NewRole<'_>) -> Result<()> {
        self.db.run(
            "INSERT INTO user_role (id, user_no, role, boards, stands_in_for, valid_from,
                 valid_until, event_no)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            &[
                &new.id,
                &new.user_no,
                &new.role,
                &json(new.boards)?,
                &new.stands_in_for,
                &new.held.from,
                &new.held.until,
                &self.event_no(),
            ],
        )?;
        Ok(())
    }

    /// Confirms a role.
    pub fn confirm_role(&self, id: &str) -> Result<()> {
        let confirm = "UPDATE user_role SET confirmed_event_no = ?2 WHERE id = ?1";
        self.db.run(confirm, &[&id, &self.event_no()])?;
        Ok(())
    }

    /// Ends a role.
    pub fn end_role(&self, id: &str) -> Result<()> {
        let end = "UPDATE user_role SET ended_event_no = ?2 WHERE id = ?1";
        self.db.run(end, &[&id, &self.event_no()])?;
        Ok(())
    }
}
