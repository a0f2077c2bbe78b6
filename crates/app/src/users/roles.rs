//! Roles: proposed by one administrator, given by another, ended by any. Nobody grants to herself or
//! himself.

use domain::person::CostCentre;
use domain::user::Role;
use serde_json::json;
use store::key::slots::new_recovery_code;
use store::users::{NewRole, RoleRecord};
use store::{Changed, Ending, Read};

use super::entering::user_named;
use crate::error::{AppError, RefusalCode};
use crate::session::Secret;
use crate::typed::keep;
use crate::{Action, App, Result};

/// A role to be granted, as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedRole {
    /// The client's id: the same once more is the same role.
    pub id: String,
    /// Who is to hold it.
    pub user: String,
    /// Its name in contracts.
    pub role: String,
    /// Boards (ansvar) that it is held for.
    pub boards: Vec<String>,
    /// For whom it is held as a stand-in; none: in its own right.
    pub stands_in_for: Option<String>,
    /// First day, ISO; none: today.
    pub from: Option<String>,
    /// Last day, ISO; none: until further notice.
    pub until: Option<String>,
}

/// A role as meant.
struct Meant {
    role: Role,
    boards: Vec<CostCentre>,
    held: domain::user::Held,
}

impl App {
    /// Proposes a role. It gives nothing before another administrator has confirmed it. Signed.
    ///
    /// # Errors
    /// When what is typed is wrong, the role is the acting person's own, or its password is missing.
    pub fn propose_role(&mut self, typed: &TypedRole, proof: Option<&str>) -> Result<RoleRecord> {
        self.need_users()?;
        let meant = self.role_typed(typed)?;
        let prover = self.prove(proof)?;
        self.change(Action::ProposeRole, |write| {
            if let Some(there) = write.role(&typed.id)? {
                let user = user_named(write, &typed.user)?;
                let same = there.user_no == user.user_no && there.role == meant.role;
                AppError::require_same(same, &typed.id)?;
                return Ok(Ending::Nothing(there));
            }
            let user = user_named(write, &typed.user)?;
            self.refuse_own(&user.name)?;
            if user.ended {
                return Err(AppError::refused(RefusalCode::UserNotActive).in_field("user"));
            }
            if user.service != (meant.role == Role::Service) {
                return Err(AppError::refused(RefusalCode::RoleOfServices).in_field("role"));
            }
            let instead = typed.stands_in_for.as_deref();
            let instead = instead.map(|name| user_named(write, name)).transpose();
            let instead = instead.map_err(|fault| fault.in_field("stands_in_for"))?;
            if let Some(instead) = &instead {
                let held = write.roles_of(instead.user_no)?;
                let has = held
                    .iter()
                    .any(|one| one.role == meant.role && one.confirmed.is_some() && !one.ended);
                if !has || meant.held.until.is_none() || instead.user_no == user.user_no {
                    let refused = AppError::refused(RefusalCode::StandInWrong);
                    return Err(refused.in_field("stands_in_for"));
                }
            }
            write.propose_role(&NewRole {
                id: &typed.id,
                user_no: user.user_no,
                role: meant.role,
                boards: &meant.boards,
                stands_in_for: instead.map(|one| one.user_no),
                held: meant.held,
            })?;
            self.sign(write, &prover, Action::ProposeRole, &typed.id)?;
            let value = role_there(write, &typed.id)?;
            let detail = json!({ "user": user.name, "role": meant.role.as_str() });
            Ok(Ending::Changed(Changed { value, object: typed.id.clone(), detail }))
        })
    }

    /// Confirms a role that another administrator has proposed: from here it gives its rights. Signed.
    ///
    /// # Errors
    /// When there is no such role, the acting person proposed it or is to hold it, or it was ended.
    pub fn confirm_role(&mut self, id: &str, proof: Option<&str>) -> Result<RoleRecord> {
        self.need_users()?;
        let prover = self.prove(proof)?;
        self.change(Action::ConfirmRole, |write| {
            let role = role_there(write, id)?;
            if role.ended {
                return Err(AppError::refused(RefusalCode::NoSuchRole).in_field("id"));
            }
            if role.confirmed.is_some() {
                return Ok(Ending::Nothing(role));
            }
            self.may_confirm(&role)?;
            write.confirm_role(id)?;
            self.sign(write, &prover, Action::ConfirmRole, id)?;
            let detail = json!({ "user": role.user, "role": role.role.as_str() });
            let value = role_there(write, id)?;
            Ok(Ending::Changed(Changed { value, object: id.to_owned(), detail }))
        })
    }

    /// Ends a role, or takes a proposal back.
    ///
    /// # Errors
    /// When there is no such role, or nobody could manage users after it.
    pub fn end_role(&mut self, id: &str) -> Result<()> {
        self.need_users()?;
        self.change(Action::EndRole, |write| {
            let role = role_there(write, id)?;
            if role.ended {
                return Ok(Ending::Nothing(()));
            }
            write.end_role(id)?;
            self.refuse_without_administrator(write)?;
            let detail = json!({ "user": role.user, "role": role.role.as_str() });
            Ok(Ending::Changed(Changed { value: (), object: id.to_owned(), detail }))
        })
    }

    /// Whether the acting person may confirm the role.
    pub(super) fn may_confirm(&self, role: &RoleRecord) -> Result<()> {
        self.refuse_own(&role.user)?;
        if role.by.0 != self.actor {
            return Ok(());
        }
        let alone = !self.has_other_administrator(&self.read())?;
        let code = if alone { RefusalCode::GrantAloneLeft } else { RefusalCode::GrantAlone };
        Err(AppError::refused(code))
    }

    /// Confirms a role as the only administrator who is left: the recovery code, which others keep in a
    /// sealed envelope, is the second person. It is spent, and the new one told once. Signed, and marked as
    /// to be looked at.
    ///
    /// # Errors
    /// When another administrator can log in, the code is wrong, or those of [`App::confirm_role`].
    pub fn confirm_role_alone(
        &mut self,
        id: &str,
        proof: Option<&str>,
        code: &Secret,
    ) -> Result<Secret> {
        self.need_users()?;
        let prover = self.prove(proof)?;
        let mut slots = self.slots()?;
        let at = crate::clock::now().timestamp();
        slots.open_by_recovery(self.path(), code, at)?;
        let next = new_recovery_code()?;
        slots.put_recovery(&next, &prover.keys)?;
        self.change(Action::ConfirmRole, |write| {
            let role = role_there(write, id)?;
            if role.ended || role.confirmed.is_some() {
                return Err(AppError::refused(RefusalCode::NoSuchRole).in_field("id"));
            }
            self.refuse_own(&role.user)?;
            if self.has_other_administrator(write)? {
                return Err(AppError::refused(RefusalCode::GrantAlone));
            }
            write.confirm_role(id)?;
            self.sign(write, &prover, Action::ConfirmRole, id)?;
            // Last: where the file cannot be written the old code goes on.
            slots.write(self.path())?;
            let detail = json!({ "user": role.user, "role": role.role.as_str(), "recovery": true });
            Ok(Changed { value: (), object: id.to_owned(), detail })
        })?;
        Ok(next)
    }

    /// Whether somebody else could confirm what the acting person has proposed.
    fn has_other_administrator(&self, read: &Read<'_>) -> Result<bool> {
        let day = self.rights_day()?;
        let users = read.users()?;
        let active = |user_no| users.iter().any(|one| one.user_no == user_no && one.is_active(day));
        let roles = read.roles()?;
        Ok(roles.iter().any(|role| {
            role.role == Role::Administrator
                && role.is_held(day)
                && active(role.user_no)
                && role.user != self.actor
        }))
    }

    /// Refuses to give the acting person anything.
    pub(super) fn refuse_own(&self, user: &str) -> Result<()> {
        if user == self.actor {
            return Err(AppError::refused(RefusalCode::GrantOwn).in_field("user"));
        }
        Ok(())
    }

    fn role_typed(&self, typed: &TypedRole) -> Result<Meant> {
        let mut faults = Vec::new();
        let unknown = || AppError::refused(RefusalCode::UnknownRole).with("text", &typed.role);
        let role = keep(Role::parse(&typed.role).ok_or_else(unknown), "role", &mut faults);
        let boards = keep(self.boards_typed(&typed.boards), "boards", &mut faults);
        let held =
            self.held_typed(typed.from.as_deref(), typed.until.as_deref(), ["from", "until"]);
        let held = held.map_err(|fault| faults.push(fault)).ok();
        if let (Some(role), Some(boards)) = (role, &boards)
            && role.is_of_boards() == boards.is_empty()
        {
            faults.push(AppError::refused(RefusalCode::RoleBoards).in_field("boards"));
        }
        if let Some(faults) = AppError::all(faults) {
            return Err(faults);
        }
        match (role, boards, held) {
            (Some(role), Some(boards), Some(held)) => Ok(Meant { role, boards, held }),
            _ => Err(store::StoreError::Damaged("role").into()),
        }
    }

    /// Boards that the city has.
    pub(super) fn boards_typed(&self, typed: &[String]) -> Result<Vec<CostCentre>> {
        typed.iter().map(|board| self.unit_typed(board)).collect()
    }
}

fn role_there(read: &Read<'_>, id: &str) -> Result<RoleRecord> {
    read.role(id)?.ok_or_else(|| AppError::refused(RefusalCode::NoSuchRole).in_field("id"))
}
