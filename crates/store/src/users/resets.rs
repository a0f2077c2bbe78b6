//! New passwords that two administrators give somebody who has forgotten the old one.

use crate::db::from_row;
use crate::{Read, Result, UserKeyNo, UserNo, Write};

/// A new password that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResetRecord {
    /// The client's id.
    pub id: String,
    /// Who is to have it.
    pub user_no: UserNo,
    /// The name of who is to have it.
    pub user: String,
    /// Who asked for it; empty while the change is under way.
    pub asked_by: String,
    /// When, in UTC.
    pub asked_at: String,
    /// Who gave it; none: it waits, or is being given.
    pub given_by: Option<String>,
    /// The keys that came with it.
    pub key_no: Option<UserKeyNo>,
    /// Whether it was taken back.
    pub ended: bool,
}

from_row!(ResetRecord { id, user_no, user, asked_by, asked_at, given_by, key_no, ended });

/// How the password that a user has now came, where another has given it or the recovery code was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysCame {
    /// `added`, `recovered` or `reset`.
    pub origin: String,
    /// Who gave it.
    pub given_by: String,
    /// When, in UTC.
    pub given_at: String,
}

from_row!(KeysCame { origin, given_by, given_at });

const RESET: &str = "SELECT r.id, r.user_no, u.name AS user, coalesce(e.actor, '') AS asked_by,
        coalesce(e.at, '') AS asked_at, g.actor AS given_by, r.key_no,
        CASE WHEN r.ended_event_no IS NULL THEN 0 ELSE 1 END AS ended
    FROM user_reset r JOIN app_user u ON u.user_no = r.user_no
        LEFT JOIN audit_event e ON e.event_no = r.event_no
        LEFT JOIN audit_event g ON g.event_no = r.given_event_no";

impl Read<'_> {
    /// Every new password that was ever asked for, in the order in which they were.
    pub fn resets(&self) -> Result<Vec<ResetRecord>> {
        self.db.all(&format!("{RESET} ORDER BY r.reset_no"), &[])
    }

    /// The one with that id.
    pub fn reset(&self, id: &str) -> Result<Option<ResetRecord>> {
        self.db.one(&format!("{RESET} WHERE r.id = ?1"), &[&id])
    }

    /// Those of one user that were given.
    pub fn resets_given(&self, user_no: UserNo) -> Result<Vec<ResetRecord>> {
        let given = format!(
            "{RESET} WHERE r.user_no = ?1 AND r.given_event_no IS NOT NULL
             ORDER BY r.reset_no"
        );
        self.db.all(&given, &[&user_no])
    }

    /// How the password of a user came; none where the user chose it, at the beginning or since.
    pub fn keys_came(&self, user_no: UserNo) -> Result<Option<KeysCame>> {
        self.db.one(
            "SELECT k.origin, e.actor AS given_by, e.at AS given_at
             FROM user_key k JOIN app_user u ON u.user_no = k.user_no
                 JOIN audit_event e ON e.event_no = k.event_no
             WHERE k.user_no = ?1 AND u.service = 0
                 AND e.action IN ('user.add', 'user.recover', 'user.give-reset')
                 AND k.key_no = (SELECT max(key_no) FROM user_key WHERE user_no = ?1)
                 AND NOT EXISTS (SELECT 1 FROM audit_event p WHERE p.action = 'user.password'
                     AND p.object = u.name AND p.event_no > k.event_no)",
            &[&user_no],
        )
    }
}

impl Write<'_> {
    /// Asks for a new password for a user; it is given by another.
    pub fn ask_reset(&self, id: &str, user_no: UserNo) -> Result<()> {
        self.db.run(
            "INSERT INTO user_reset (id, user_no, event_no) VALUES (?1, ?2, ?3)",
            &[&id, &user_no, &self.event_no()],
        )?;
        Ok(())
    }

    /// Notes that it was given, with these keys.
    pub fn give_reset(&self, id: &str, key_no: UserKeyNo) -> Result<()> {
        let give = "UPDATE user_reset SET given_event_no = ?2, key_no = ?3 WHERE id = ?1";
        self.db.run(give, &[&id, &self.event_no(), &key_no])?;
        Ok(())
    }

    /// Takes it back.
    pub fn end_reset(&self, id: &str) -> Result<()> {
        let end = "UPDATE user_reset SET ended_event_no = ?2 WHERE id = ?1";
        self.db.run(end, &[&id, &self.event_no()])?;
        Ok(())
    }
}
