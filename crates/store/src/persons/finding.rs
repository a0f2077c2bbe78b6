//! Finding persons: as somebody types, and as pages of a list.

use chrono::NaiveDate;
use domain::facts::known_on;
use domain::identity::as_typed;
use domain::person::CostCentre;
use domain::spelling::fold;

use super::words::{board_word, id_word, is_whole, parts, sound_word, whole, words_of};
use crate::db::{FromRow, Row, Values, search};
use crate::{PersonNo, Read, Result, Store};

/// Persons found at most; whoever types a few letters in a large register has to type more.
pub const MOST_FOUND: usize = 1_000;
/// Persons looked at last, who come first.
const RECENT: u32 = 30;

/// Which persons a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonFilter {
    /// Name parts in any order, the beginning of a number, a board or a district; empty: everybody.
    pub text: String,
    /// Only those of a board.
    pub board: BoardFilter,
    /// Only those whose legal ground on `day` is this.
    pub ground: Option<String>,
    /// Only those born on this day or later.
    pub born_from: Option<NaiveDate>,
    /// Only those born on this day or earlier.
    pub born_until: Option<NaiveDate>,
    /// The day for board and ground.
    pub day: NaiveDate,
    /// Persons protected on this day or from a later one are left out of what is narrowed: where
    /// they belong and how old they are is protected too.
    pub protection_day: NaiveDate,
}

impl PersonFilter {
    /// Whether more is asked for than words.
    #[must_use]
    pub fn narrows(&self) -> bool {
        self.board != BoardFilter::Any
            || self.ground.is_some()
            || self.born_from.is_some()
            || self.born_until.is_some()
    }
}

/// The board of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BoardFilter {
    /// Any board or none.
    #[default]
    Any,
    /// Persons that no board answers for.
    None,
    /// Persons that this board answers for.
    Of(CostCentre),
}

/// Persons that fit, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The persons of the page.
    pub persons: Vec<PersonNo>,
    /// How many fit; no more than [`MOST_FOUND`] are counted where something was typed.
    pub total: u64,
    /// Whether more fit than were counted.
    pub more: bool,
}

/// What was typed: all of the groups must fit, and of each group one of the ways.
struct Typed(Vec<Vec<Way>>);

/// Words that must all be there; a word with `true` may go on.
type Way = Vec<(String, bool)>;

impl Typed {
    fn read(text: &str, boards: &[(CostCentre, String)]) -> Typed {
        let group = |part: &str| {
            let mut ways = Vec::new();
            let digits: String = part.chars().filter(char::is_ascii_digit).collect();
            let is_number = part.chars().all(|c| c.is_ascii_digit() || "-+/".contains(c));
            if is_number && !digits.is_empty() {
                ways.push(vec![(digits.clone(), true)]);
                ways.push(vec![(whole(&digits), false)]);
            } else {
                let words = parts(part);
                if words.is_empty() {
                    return None;
                }
                ways.push(words.into_iter().map(|word| (word, true)).collect());
            }
            let id = id_word(part);
            ways.push(vec![(whole(&id), false)]);
            ways.push(vec![(id, true)]);
            let folded = fold(part);
            let of_board = boards.iter().filter(|(centre, name)| {
                let named = parts(name).iter().any(|word| word.starts_with(&folded));
                centre.0.starts_with(part) || named
            });
            ways.extend(of_board.map(|(centre, _)| vec![(board_word(centre), false)]));
            Some(ways)
        };
        Typed(as_typed(text).split_whitespace().filter_map(group).collect())
    }

    /// The same, by how the words sound; none where no word is long enough to tell.
    fn by_sound(&self) -> Option<Typed> {
        let mut any = false;
        let groups = self.0.iter().map(|ways| {
            let mut ways = ways.clone();
            let sounds: Option<Way> = ways.first().and_then(|way| {
                way.iter().map(|(word, _)| Some((sound_word(word)?, false))).collect()
            });
            any |= sounds.is_some();
            ways.extend(sounds);
            ways
        });
        let typed = Typed(groups.collect());
        any.then_some(typed)
    }

    /// The same, by whole numbers and ids alone: what somebody types by chance shows no protected
    /// person.
    fn wholes(&self) -> Typed {
        let is_whole = |way: &&Way| way.iter().all(|(word, _)| is_whole(word));
        let groups = self.0.iter();
        Typed(groups.map(|ways| ways.iter().filter(is_whole).cloned().collect()).collect())
    }

    /// In the words of the index.
    fn expression(&self) -> String {
        let word = |(word, goes_on): &(String, bool)| {
            format!("\"{word}\"{}", if *goes_on { " *" } else { "" })
        };
        let way = |way: &Way| way.iter().map(word).collect::<Vec<_>>().join(" AND ");
        let group = |ways: &Vec<Way>| {
            let ways: Vec<String> = ways.iter().map(|one| format!("({})", way(one))).collect();
            format!("({})", ways.join(" OR "))
        };
        self.0.iter().map(group).collect::<Vec<_>>().join(" AND ")
    }

    /// Whether a person with these words fits.
    fn fits(&self, words: &str) -> bool {
        let has = |(word, goes_on): &(String, bool)| {
            words.split(' ').any(|one| if *goes_on { one.starts_with(word) } else { one == word })
        };
        self.0.iter().all(|ways| ways.iter().any(|way| way.iter().all(has)))
    }
}

/// Conditions on the person `r` beside what is typed.
fn conditions(filter: &PersonFilter, values: &mut Values) -> Result<String> {
    let mut sql = String::new();
    if filter.board != BoardFilter::Any || filter.ground.is_some() {
        let day = values.add(&filter.day)?;
        let on_day = |kind: &str, test: &str| {
            format!(
                "EXISTS (SELECT 1 FROM person m JOIN fact f ON f.person_no = m.person_no
                         WHERE (m.person_no = r.person_no OR m.merged_into = r.person_no)
                           AND f.kind = '{kind}' AND f.superseded = 0 {test}
                           AND coalesce(f.valid_from, '') <= {day}
                           AND coalesce(f.valid_until, '9999-12-31') >= {day})"
            )
        };
        match &filter.board {
            BoardFilter::Any => {}
            BoardFilter::None => sql += &format!(" AND NOT {}", on_day("responsible-board", "")),
            BoardFilter::Of(centre) => {
                let test = format!("AND f.lookup = {}", values.add(centre)?);
                sql += &format!(" AND {}", on_day("responsible-board", &test));
            }
        }
        if let Some(ground) = &filter.ground {
            let test = format!("AND f.lookup = {}", values.add(ground)?);
            sql += &format!(" AND {}", on_day("legal-ground", &test));
        }
    }
    if let Some(from) = &filter.born_from {
        sql += &format!(" AND r.birth_date >= {}", values.add(from)?);
    }
    if let Some(until) = &filter.born_until {
        sql += &format!(" AND r.birth_date <= {}", values.add(until)?);
    }
    if filter.narrows() {
        let day = values.add(&filter.protection_day)?;
        sql += &format!(" AND coalesce(r.protected_until, '') < {day}");
    }
    Ok(sql)
}

/// A person that fits, in the order of lists: whoever is protected on the day stands last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fitting {
    protected: bool,
    sort_name: String,
    person_no: PersonNo,
}

impl FromRow for Fitting {
    fn from_row(row: &Row<'_>) -> Result<Fitting> {
        let protected = row.get("protected")?;
        // The place by name would tell the name.
        let sort_name = if protected { String::new() } else { row.get("sort_name")? };
        Ok(Fitting { protected, sort_name, person_no: row.get("person_no")? })
    }
}

impl Read<'_> {
    /// Persons whom everything typed so far fits, those looked at last by `actor` first, then by
    /// name; at most `count`.
    pub fn search_persons(
        &self,
        text: &str,
        actor: &str,
        protection_day: NaiveDate,
        count: usize,
    ) -> Result<Vec<PersonNo>> {
        let text = text.to_owned();
        let filter = PersonFilter { text, protection_day, ..PersonFilter::default() };
        let mut found = self.typed_persons(&filter, actor)?.0;
        found.truncate(count);
        Ok(found)
    }

    /// A page of the persons that `filter` lets through: where something is typed those looked at
    /// last by `actor` first, and by name.
    pub fn find_persons(
        &self,
        filter: &PersonFilter,
        actor: &str,
        offset: usize,
        count: usize,
    ) -> Result<Found> {
        if filter.text.trim().is_empty() {
            return self.listed_persons(filter, offset, count);
        }
        let (found, more) = self.typed_persons(filter, actor)?;
        Ok(Found {
            total: found.len() as u64,
            persons: found.into_iter().skip(offset).take(count).collect(),
            more,
        })
    }

    /// Whether `filter` lets a person through, whatever is typed.
    pub fn lets_through(&self, filter: &PersonFilter, person_no: PersonNo) -> Result<bool> {
        let mut values = Values::default();
        let person = values.add(&person_no)?;
        let condition = conditions(filter, &mut values)?;
        let fits = format!("SELECT 1 FROM person r WHERE r.person_no = {person} {condition}");
        self.db.only(&format!("SELECT EXISTS ({fits})"), &values.params())
    }

    fn typed_persons(&self, filter: &PersonFilter, actor: &str) -> Result<(Vec<PersonNo>, bool)> {
        let typed = Typed::read(&filter.text, &self.boards()?);
        if typed.0.is_empty() {
            // Signs alone are nobody's name or number.
            return Ok((Vec::new(), false));
        }
        let (mut matching, more) = self.matching_persons(&typed, filter)?;
        if matching.is_empty()
            && let Some(sounds) = typed.by_sound()
        {
            matching = self.matching_persons(&sounds, filter)?.0;
        }
        matching.sort_unstable();
        let mut found = self.fitting_recent(&typed, filter, actor, &matching, more)?;
        for fitting in matching {
            // Words of merged persons lead to the one they turned out to be, once.
            if !found.contains(&fitting.person_no) {
                found.push(fitting.person_no);
            }
        }
        Ok((found, more))
    }

    /// Up to [`MOST_FOUND`] persons, and whether there are more.
    fn matching_persons(
        &self,
        typed: &Typed,
        filter: &PersonFilter,
    ) -> Result<(Vec<Fitting>, bool)> {
        let mut values = Values::default();
        let words = search::fitting(&values.add(&typed.expression())?);
        let wholes = search::fitting(&values.add(&typed.wholes().expression())?);
        let day = values.add(&filter.protection_day)?;
        let condition = conditions(filter, &mut values)?;
        let mut found: Vec<Fitting> = self.db.all(
            &format!(
                "SELECT CASE WHEN r.protected_until >= {day} THEN 1 ELSE 0 END AS protected,
                        r.sort_name, r.person_no
                 FROM {words} s JOIN person p ON p.person_no = s.person_no
                      JOIN person r ON r.person_no = coalesce(p.merged_into, p.person_no)
                 WHERE (r.protected_until IS NULL OR r.protected_until < {day}
                        OR s.person_no IN (SELECT w.person_no FROM {wholes} w)) {condition}
                 LIMIT {}",
                MOST_FOUND + 1
            ),
            &values.params(),
        )?;
        let more = found.len() > MOST_FOUND;
        found.truncate(MOST_FOUND);
        Ok((found, more))
    }

    /// Of those looked at last the ones that fit. Where not everybody was read they are asked one by
    /// one: they may be among those that were not.
    fn fitting_recent(
        &self,
        typed: &Typed,
        filter: &PersonFilter,
        actor: &str,
        matching: &[Fitting],
        more: bool,
    ) -> Result<Vec<PersonNo>> {
        let mut fitting = Vec::new();
        for person_no in self.recent_persons(actor)? {
            let read = matching.iter().any(|one| one.person_no == person_no);
            let fits = || -> Result<bool> {
                let words = self.words_of_person(person_no)?;
                let protected = self.is_protected(person_no, filter.protection_day)?;
                Ok(if protected { typed.wholes().fits(&words) } else { typed.fits(&words) })
            };
            if read || (more && !filter.narrows() && fits()?) {
                fitting.push(person_no);
            }
        }
        Ok(fitting)
    }

    fn words_of_person(&self, person_no: PersonNo) -> Result<String> {
        let facts = self.facts_of(person_no)?;
        let id = self.person_id(person_no)?;
        Ok(words_of(&known_on(&facts, NaiveDate::MAX), &id.0))
    }

    /// Persons whom `actor` has looked at, the last one first.
    fn recent_persons(&self, actor: &str) -> Result<Vec<PersonNo>> {
        let looked_at: Vec<PersonNo> = self.db.all(
            "SELECT coalesce(p.merged_into, p.person_no) AS root
             FROM (SELECT person_no, used FROM person_use WHERE actor = ?1
                   ORDER BY used DESC LIMIT ?2) u JOIN person p ON p.person_no = u.person_no
             ORDER BY u.used DESC",
            &[&actor, &RECENT],
        )?;
        let mut recent: Vec<PersonNo> = Vec::new();
        for person_no in looked_at {
            if !recent.contains(&person_no) {
                recent.push(person_no);
            }
        }
        Ok(recent)
    }

    /// A page of everybody, by name; protected persons last, whose places would tell their names.
    fn listed_persons(&self, filter: &PersonFilter, offset: usize, count: usize) -> Result<Found> {
        let mut values = Values::default();
        let day = values.add(&filter.protection_day)?;
        let condition = conditions(filter, &mut values)?;
        let from = format!(
            "FROM person r WHERE r.merged_into IS NULL
                 AND coalesce(r.protected_until, '') < {day} {condition}"
        );
        // What narrows leaves protected persons out.
        let (last, total) = if filter.narrows() {
            let total = self.db.only(&format!("SELECT count(*) {from}"), &values.params())?;
            (Vec::new(), total)
        } else {
            (self.protected_persons(filter.protection_day)?, self.person_count()?)
        };
        let (most, skipped) = (values.add(&count)?, values.add(&offset)?);
        let mut persons: Vec<PersonNo> = self.db.all(
            &format!(
                "SELECT r.person_no {from} ORDER BY r.sort_name, r.person_no
                 LIMIT {most} OFFSET {skipped}"
            ),
            &values.params(),
        )?;
        let by_name = usize::try_from(total).unwrap_or(usize::MAX) - last.len();
        let (skip, left) = (offset.saturating_sub(by_name), count - persons.len());
        persons.extend(last.into_iter().skip(skip).take(left));
        Ok(Found { persons, total, more: false })
    }
}

/// Persons with the same number, each with the kind of number.
const SAME_NUMBER: &str = "
    SELECT DISTINCT f.kind AS reason, f.lookup AS same, coalesce(p.merged_into, p.person_no) AS root
    FROM (SELECT f.kind, f.lookup FROM fact f JOIN person p ON p.person_no = f.person_no
          WHERE f.kind IN ('dossier-number', 'national-number')
            AND f.superseded = 0 AND f.lookup IS NOT NULL
          GROUP BY f.kind, f.lookup
          HAVING count(DISTINCT coalesce(p.merged_into, p.person_no)) > 1
          ORDER BY f.kind, f.lookup LIMIT ?1) g
    JOIN fact f ON f.kind = g.kind AND f.lookup = g.lookup AND f.superseded = 0
                AND f.lookup IS NOT NULL
    JOIN person p ON p.person_no = f.person_no
    ORDER BY reason, same, root";

/// Persons with the same folded name and birth date.
const SAME_NAME: &str = "
    SELECT 'name-and-birth' AS reason, p.birth_date || p.search_text AS same, p.person_no AS root
    FROM (SELECT birth_date, search_text FROM person
          WHERE merged_into IS NULL AND birth_date IS NOT NULL AND search_text <> ''
          GROUP BY birth_date, search_text HAVING count(*) > 1
          ORDER BY birth_date, search_text LIMIT ?1) g
    JOIN person p ON p.birth_date = g.birth_date AND p.search_text = g.search_text
                  AND p.merged_into IS NULL
    ORDER BY same, root";

impl Read<'_> {
    /// Groups of persons that may be one: with the same number, or the same folded name and birth
    /// date. Each group once, by why it is one, its persons by number; at most `count` groups for each
    /// of the two reasons.
    pub fn duplicate_candidates(&self, count: u32) -> Result<Vec<(String, Vec<PersonNo>)>> {
        let mut found: Vec<(String, Vec<PersonNo>)> = Vec::new();
        for sql in [SAME_NUMBER, SAME_NAME] {
            let mut group: Option<(String, String)> = None;
            self.db.each(sql, &[&count], |row| -> Result<()> {
                let next = (row.get("reason")?, row.get("same")?);
                if group.as_ref() != Some(&next) {
                    found.push((next.0.clone(), Vec::new()));
                    group = Some(next);
                }
                if let Some((_, persons)) = found.last_mut() {
                    persons.push(row.get("root")?);
                }
                Ok(())
            })?;
        }
        Ok(found)
    }
}

impl Store {
    /// Notes that `actor` has looked at a person. The only thing that is written without an event:
    /// it orders what is found, and says nothing of anybody.
    pub fn note_use(&self, actor: &str, person_no: PersonNo) -> Result<()> {
        self.read().db.run(
            "INSERT INTO person_use (actor, person_no, used)
             VALUES (?1, ?2, (SELECT coalesce(max(u.used), 0) + 1 FROM person_use u
                              WHERE u.actor = ?1))
             ON CONFLICT (actor, person_no) DO UPDATE SET used = excluded.used",
            &[&actor, &person_no],
        )?;
        Ok(())
    }
}
