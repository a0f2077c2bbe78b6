//! Lists of pupils from those who run schools: bytes to rows. A row says where somebody goes to school.

use crate::draft::{GivenDays, RowKind};
use crate::layout::Layout;
use crate::profile::{Profile, ProfileKind};
use crate::register::{RegisterInterpreter, RegisterRow};

/// A list of pupils. Its rows are those of a register with one block, of schooling.
#[derive(Clone, Copy, Debug)]
pub struct SchoolList;

/// The place of that block among those of its profile.
pub const SCHOOLING: usize = 0;

impl RowKind for SchoolList {
    const PROFILES: &'static [ProfileKind] = &[ProfileKind::School];
    type Row = RegisterRow;
    type Interpreter<'l> = RegisterInterpreter<'l>;

    fn interpreter<'l>(
        profile: &'l Profile,
        layout: &'l Layout,
        given: GivenDays,
    ) -> RegisterInterpreter<'l> {
        RegisterInterpreter::new(profile, layout, given.reference)
    }
}
