//! Users with their roles, and the register of attests.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use store::UserNo;
use store::users::{AttestRecord, RoleRecord, UserRecord};

use crate::{App, Result};

/// A user with everything that she or he holds or has held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserStands {
    /// The user.
    pub user: UserRecord,
    /// Whether the user can log in today.
    pub active: bool,
    /// Roles, with whether each gives its rights today.
    pub roles: Vec<(RoleRecord, bool)>,
    /// The beginning of the digest of the key that the user signs with, to be held against paper.
    pub fingerprint: String,
    /// Whether the key came with a recovery code.
    pub recovered: bool,
}

/// Users and attests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standings {
    /// Every user, by name.
    pub users: Vec<UserStands>,
    /// Every attest, with whether it covers something today.
    pub attests: Vec<(AttestRecord, bool)>,
}

impl App {
    /// Every user with her or his roles, and the register of attests.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn standings(&self) -> Result<Standings> {
        let (read, day) = (self.read(), self.rights_day()?);
        let mut roles: BTreeMap<UserNo, Vec<RoleRecord>> = BTreeMap::new();
        for role in read.roles()? {
            roles.entry(role.user_no).or_default().push(role);
        }
        let keys = read.user_keys()?;
        let stands = |user: UserRecord| {
            let of_user = roles.remove(&user.user_no).unwrap_or_default();
            let active = user.is_active(day);
            let gives = |role: RoleRecord| {
                let gives = active && role.is_held(day);
                (role, gives)
            };
            let key = keys.iter().rev().find(|key| key.user_no == user.user_no);
            UserStands {
                active,
                roles: of_user.into_iter().map(gives).collect(),
                fingerprint: key.map(|key| fingerprint(&key.signing)).unwrap_or_default(),
                recovered: key.is_some_and(|key| key.recovered),
                user,
            }
        };
        let users = read.users()?.into_iter().map(stands).collect();
        let covers = |attest: AttestRecord| {
            let covers = !attest.ended && attest.right.held.on(day);
            (attest, covers)
        };
        Ok(Standings { users, attests: read.attests()?.into_iter().map(covers).collect() })
    }
}

/// Sixteen hexadecimal digits in groups of four.
fn fingerprint(signing: &[u8; 32]) -> String {
    let digest = Sha256::digest(signing);
    let pairs: Vec<String> = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.chunks(2).map(<[String]>::concat).collect::<Vec<_>>().join(" ")
}
