//! The profiles that ship with the program.

use super::{Profile, ProfileFault};

/// The texts of `assets/import-profiles`.
const TEXTS: [&str; 10] = [
    include_str!("../../../../assets/import-profiles/utbetalningslista-a.toml"),
    include_str!("../../../../assets/import-profiles/utbetalningslista-b.toml"),
    include_str!("../../../../assets/import-profiles/utbetalningslista-c.toml"),
    include_str!("../../../../assets/import-profiles/manual.toml"),
    include_str!("../../../../assets/import-profiles/register.toml"),
    include_str!("../../../../assets/import-profiles/uppgifter.toml"),
    include_str!("../../../../assets/import-profiles/kostnader-ekonomi.toml"),
    include_str!("../../../../assets/import-profiles/kostnader-underlag.toml"),
    include_str!("../../../../assets/import-profiles/elever.toml"),
    include_str!("../../../../assets/import-profiles/elever-namn.toml"),
];

/// The profiles that ship with the program, of every kind.
///
/// # Errors
/// What is wrong with a shipped profile; a test holds that nothing is.
pub fn built_in() -> Result<Vec<Profile>, Vec<ProfileFault>> {
    TEXTS.into_iter().map(Profile::from_toml).collect()
}
