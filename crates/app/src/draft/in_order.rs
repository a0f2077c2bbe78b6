//! Kinds whose rows are judged one after the other: what they share.

use std::collections::{BTreeMap, BTreeSet};

use domain::Finding;
use domain::person::PersonId;
use importing::{Profile, ProfileKind, RowFields, RowInterpreter, RowKind};
use store::{DraftNo, PersonNo, Read};

use super::{
    About, Actions, AskedRow, Content, Draft, MeantRow, Pass, Reading, Settling, Taken, Undecided,
    Who,
};
use crate::Result;
use crate::payments::OpenSource;

/// What only such a kind knows.
pub(crate) trait InOrder: RowKind + 'static {
    /// The use cases of its drafts.
    const ACTIONS: Actions;
    /// What rows are judged with: what is there, and the rows before.
    type Judge<'p>;
    /// What was said of a row.
    type Judged;

    /// What rows are judged with; of `lines` where only these have been decided about.
    fn judge_of<'p>(pass: &'p Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<Self::Judge<'p>>;

    /// Judges a row. None where nothing can have changed about it.
    fn judge_row(
        judge: &mut Self::Judge<'_>,
        meant: &MeantRow<Self::Row>,
    ) -> Result<Option<Self::Judged>>;

    /// What was found of a row.
    fn found(judged: Self::Judged) -> Vec<Finding>;

    /// Judges every row and enters what it says, as long as none waits for a decision.
    fn enter(pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken>;

    /// As [`Content::lacks_day`].
    fn lacks_day(_draft: &Draft) -> bool {
        false
    }

    /// How a row names somebody.
    fn who(row: &Self::Row) -> Who<'_>;

    /// Whom a row is about that the program has made; nobody where it stands in the file.
    fn made_about(_draft: &Draft, _line: u32) -> Option<&PersonId> {
        None
    }

    /// Adds rows that the file lacks, once it has been read; `last` is its last line.
    fn complete(_reading: &Reading<'_>, _draft: &mut Draft, _last: u32) -> Result<()> {
        Ok(())
    }

    /// Adds to what is said of rows what only a look at the register tells.
    fn add_meaning(
        _read: &Read<'_>,
        _draft: &Draft,
        _asked: &mut [(About, Self::Row)],
    ) -> Result<()> {
        Ok(())
    }
}

impl<Kind: InOrder> Content for Kind {
    fn profiles(&self) -> &'static [ProfileKind] {
        Kind::PROFILES
    }

    fn actions(&self) -> Actions {
        Kind::ACTIONS
    }

    fn read(
        &self,
        reading: &Reading<'_>,
        opened: &mut OpenSource,
        draft_no: DraftNo,
        profile: Profile,
    ) -> Result<Draft> {
        let mut last = 0;
        let each = |_: &mut Draft, line: u32, _| last = last.max(line);
        let (mut draft, standing) = reading.rows::<Kind>(opened, draft_no, profile, each)?;
        Kind::complete(reading, &mut draft, last)?;
        reading.end(&draft)?;
        let (write, actor, today) = (reading.write, reading.actor, reading.today);
        let pass = Pass { write, draft: &draft, standing: &standing, actor, today };
        self.judge(&pass, None)?;
        Ok(draft)
    }

    fn fields<'d>(&self, draft: &'d Draft) -> Box<dyn RowFields + 'd> {
        Box::new(draft.interpreter::<Kind>())
    }

    fn lacks_day(&self, draft: &Draft) -> bool {
        Kind::lacks_day(draft)
    }

    fn judge(&self, pass: &Pass<'_>, lines: Option<&BTreeSet<u32>>) -> Result<()> {
        let mut settling = Settling::of(pass)?;
        // Any row may be the first now that says what another does.
        each_judged::<Kind>(pass, lines, |line, judged| {
            settling.judged(line, Kind::found(judged));
        })?;
        settling.keep(lines)
    }

    fn take_in(&self, pass: &Pass<'_>, undecided: &mut Undecided) -> Result<Taken> {
        Kind::enter(pass, undecided)
    }

    fn about(&self, read: &Read<'_>, draft: &Draft, rows: &[AskedRow]) -> Result<Vec<About>> {
        let interpreter = draft.interpreter::<Kind>();
        let index = read.identity_index()?;
        let meanings: Vec<_> =
            rows.iter().map(|row| interpreter.explain(&row.written, &row.overrides)).collect();
        let made = |row: &AskedRow| Kind::made_about(draft, row.line);
        let ids = meanings.iter().filter_map(|meaning| Kind::who(&meaning.row).person_id.cloned());
        let ids: Vec<PersonId> = ids.chain(rows.iter().filter_map(made).cloned()).collect();
        let by_id = read.person_nos(&ids)?;
        let mut all: Vec<(About, Kind::Row)> = Vec::new();
        for (asked, meaning) in rows.iter().zip(meanings) {
            let who = Kind::who(&meaning.row);
            let pointed = index.propose(who.dossier_number, who.national_number, true);
            let named = made(asked).or(who.person_id).and_then(|id| by_id.get(id)).copied();
            let about = About {
                name: who.name(),
                owner: named.or(pointed.person),
                persons: pointed.candidates.into_iter().chain(named).collect(),
                meant: meaning.meant,
                ..About::default()
            };
            all.push((about, meaning.row));
        }
        let owners: BTreeSet<PersonNo> = all.iter().filter_map(|(about, _)| about.owner).collect();
        let lines: BTreeMap<PersonNo, _> =
            read.person_lines(&owners.into_iter().collect::<Vec<_>>())?.into_iter().collect();
        for (about, _) in &mut all {
            let Some(line) = about.owner.and_then(|owner| lines.get(&owner)) else { continue };
            about.id = Some(line.card.id.clone());
            // A file that has numbers alone is read more easily with the names of the register.
            if about.name.is_empty() {
                let names = [line.card.family_name.as_str(), line.card.given_name.as_str()];
                about.name = names
                    .into_iter()
                    .filter(|name| !name.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
            }
        }
        Kind::add_meaning(read, draft, &mut all)?;
        Ok(all.into_iter().map(|(about, _)| about).collect())
    }
}

/// Judges every row that is not parked, in order; of `lines` where only these have been decided about.
pub(crate) fn each_judged<Kind: InOrder>(
    pass: &Pass<'_>,
    lines: Option<&BTreeSet<u32>>,
    mut each: impl FnMut(u32, Kind::Judged),
) -> Result<()> {
    let interpreter = pass.draft.interpreter::<Kind>();
    let mut judge = Kind::judge_of(pass, lines)?;
    pass.write.each_draft_row(pass.draft.record.draft_no, |line, written, _| {
        let meant = pass.draft.meant(&interpreter, pass.standing, line, written);
        if !meant.parked
            && let Some(judged) = Kind::judge_row(&mut judge, &meant)?
        {
            each(line, judged);
        }
        Ok::<(), crate::AppError>(())
    })
}
