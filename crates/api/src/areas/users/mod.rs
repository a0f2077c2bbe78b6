//! Users, their roles and attests, and what waits for a second person.

mod attests;
mod coming;
mod people;
mod roles;

pub use self::attests::{
    AttestRegister, AttestView, DecideWaiting, EnterAttest, ReturnWaiting, WaitingList,
    WaitingView, decide, end_attest, enter_attest, give_back, register, waiting,
};
pub use self::coming::{
    AskReset, ConvertToUsers, ConvertedToUsers, GiveReset, MakeSheet, ResetAsked, SheetMade,
    SheetTried, TrySheet, ask_reset, convert, give_reset, make_sheet, try_sheet,
};
pub use self::people::{
    AddUser, ChangeDatabaseKey, ChangePassword, DatabaseKeyChanged, PasswordChanged, Recover,
    Recovered, UserRequest, UserView, Users, add, change_key, end, list, password, recover,
};
pub use self::roles::{
    ConfirmAlone, HeldRequest, ProposeRole, RoleView, SignedRequest, confirm, confirm_alone,
    end_role, propose,
};
pub use super::Nothing;
use super::secret;

/// A password of a request, wiped when it is dropped.
pub(super) fn proof(password: Option<String>) -> Option<app::session::Secret> {
    password.map(secret)
}
