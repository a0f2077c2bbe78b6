//! Finding persons: as somebody types, and as pages of a list.

use chrono::NaiveDate;
use domain::facts::known_on;
use domain::identity::as_typed;
use domain::person::CostCentre;
use domain::spelling::fold;

use super::PersonNo;
use super::words::{board_word, id_word, is_whole, parts, sound_word, whole, words_of};
use crate::{Read, Result, Store};

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

/// Conditions on the person `r` beside what is typed, with their values.
fn conditions(filter: &PersonFilter) -> (String, Vec<String>) {
    let mut sql = String::new();
    let mut values: Vec<String> = Vec::new();
    let mut value = |text: String| {
        values.push(text);
        format!(":v{}", values.len())
    };
    let on_day = |kind: &str, day: &str, test: &str| {
        format!(
            "EXISTS (SELECT 1 FROM person m JOIN fact f USING (person_no)
                     WHERE (m.person_no = r.person_no OR m.merged_into = r.person_no)
                       AND f.kind = '{kind}' AND f.superseded = 0 {test}
                       AND coalesce(f.valid_from, '') <= {day}
                       AND coalesce(f.valid_until, '9999-12-31') >= {day})"
        )
    };
    let day = value(filter.day.to_string());
    match &filter.board {
        BoardFilter::Any => {}
        BoardFilter::None => {
            sql += &format!(" AND NOT {}", on_day("responsible-board", &day, ""));
        }
        BoardFilter::Of(centre) => {
            let test = format!("AND f.lookup = {}", value(centre.0.clone()));
            sql += &format!(" AND {}", on_day("responsible-board", &day, &test));
        }
    }
    if let Some(ground) = &filter.ground {
        let place = value(ground.clone());
        let test = format!("AND json_extract(f.content, '$.ground') = {place}");
        sql += &format!(" AND {}", on_day("legal-ground", &day, &test));
    }
    if let Some(from) = filter.born_from {
        sql += &format!(" AND r.birth_date >= {}", value(from.to_string()));
    }
    if let Some(until) = filter.born_until {
        sql += &format!(" AND r.birth_date <= {}", value(until.to_string()));
    }
    if filter.narrows() {
        let day = value(filter.protection_day.to_string());
        sql += &format!(" AND coalesce(r.protected_until, '') < {day}");
    }
    (sql, values)
}

impl Read<'_> {
    /// Persons whom everything typed so far fits, those looked at last by `actor` first, then by
    /// name; at most `count`.
    ///
    /// # Errors
    /// When the database cannot be read.
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
    ///
    /// # Errors
    /// When the database cannot be read.
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
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lets_through(&self, filter: &PersonFilter, person_no: PersonNo) -> Result<bool> {
        let (condition, values) = conditions(filter);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM person r WHERE r.person_no = :person {condition})"
        ))?;
        bind(&mut statement, ":person", &person_no.to_string())?;
        for (place, value) in (1..).zip(&values) {
            bind(&mut statement, &format!(":v{place}"), value)?;
        }
        let mut rows = statement.raw_query();
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?.unwrap_or_default())
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
        for (_, person_no) in matching {
            // Words of merged persons lead to the one they turned out to be, once.
            if !found.contains(&person_no) {
                found.push(person_no);
            }
        }
        Ok((found, more))
    }

    /// Up to [`MOST_FOUND`] persons with their places in lists, and whether there are more.
    fn matching_persons(
        &self,
        typed: &Typed,
        filter: &PersonFilter,
    ) -> Result<(Vec<(String, PersonNo)>, bool)> {
        let (condition, values) = conditions(filter);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT iif(r.protected_until >= :protection, char(1114111), r.sort_name), r.person_no
             FROM person_search s JOIN person p ON p.person_no = s.rowid
                  JOIN person r ON r.person_no = coalesce(p.merged_into, p.person_no)
             WHERE person_search MATCH :typed {condition}
               AND (r.protected_until IS NULL OR r.protected_until < :protection
                    OR s.rowid IN (SELECT rowid FROM person_search
                                   WHERE person_search MATCH :wholes))
             LIMIT {}",
            MOST_FOUND + 1
        ))?;
        bind(&mut statement, ":typed", &typed.expression())?;
        bind(&mut statement, ":wholes", &typed.wholes().expression())?;
        bind(&mut statement, ":protection", &filter.protection_day.to_string())?;
        for (place, value) in (1..).zip(&values) {
            bind(&mut statement, &format!(":v{place}"), value)?;
        }
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((row.get(0)?, row.get(1)?));
        }
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
        matching: &[(String, PersonNo)],
        more: bool,
    ) -> Result<Vec<PersonNo>> {
        let mut fitting = Vec::new();
        for person_no in self.recent_persons(actor)? {
            let read = matching.iter().any(|(_, one)| *one == person_no);
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
        let mut recent: Vec<PersonNo> = Vec::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(p.merged_into, p.person_no)
             FROM (SELECT person_no, used FROM person_use WHERE actor = ?1
                   ORDER BY used DESC LIMIT ?2) u JOIN person p USING (person_no)
             ORDER BY u.used DESC",
        )?;
        for person_no in statement.query_map((actor, RECENT), |row| row.get(0))? {
            let person_no = person_no?;
            if !recent.contains(&person_no) {
                recent.push(person_no);
            }
        }
        Ok(recent)
    }

    /// A page of everybody, by name; protected persons last, whose places would tell their names.
    fn listed_persons(&self, filter: &PersonFilter, offset: usize, count: usize) -> Result<Found> {
        let (condition, values) = conditions(filter);
        let from = format!(
            "FROM person r WHERE r.merged_into IS NULL
                 AND coalesce(r.protected_until, '') < :protection {condition}"
        );
        let ask = |sql: &str| -> Result<Vec<i64>> {
            let mut statement = self.connection.prepare_cached(sql)?;
            bind(&mut statement, ":protection", &filter.protection_day.to_string())?;
            for (place, value) in (1..).zip(&values) {
                bind(&mut statement, &format!(":v{place}"), value)?;
            }
            let mut rows = statement.raw_query();
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(row.get(0)?);
            }
            Ok(found)
        };
        // What narrows leaves protected persons out.
        let (last, total) = if filter.narrows() {
            let total = ask(&format!("SELECT count(*) {from}"))?.pop().unwrap_or_default();
            (Vec::new(), u64::try_from(total).unwrap_or_default())
        } else {
            (self.protected_persons(filter.protection_day)?, self.person_count()?)
        };
        let mut persons = ask(&format!(
            "SELECT r.person_no {from} ORDER BY r.sort_name, r.person_no
             LIMIT {count} OFFSET {offset}"
        ))?;
        let by_name = usize::try_from(total).unwrap_or(usize::MAX) - last.len();
        let (skip, left) = (offset.saturating_sub(by_name), count - persons.len());
        persons.extend(last.into_iter().skip(skip).take(left));
        Ok(Found { persons, total, more: false })
    }
}

/// Binds a value where the statement asks for it.
fn bind(statement: &mut rusqlite::Statement<'_>, name: &str, value: &str) -> Result<()> {
    if let Some(place) = statement.parameter_index(name)? {
        statement.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

impl Read<'_> {
    /// Groups of persons that may be one: with the same number, or the same folded name and birth
    /// date. Each group once, by why it is one; at most `count` groups.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn duplicate_candidates(&self, count: u32) -> Result<Vec<(String, Vec<PersonNo>)>> {
        let mut found: Vec<(String, Vec<PersonNo>)> = Vec::new();
        for (reason, sql) in [
            (
                "",
                "SELECT f.kind, group_concat(DISTINCT coalesce(p.merged_into, p.person_no))
                 FROM fact f JOIN person p USING (person_no)
                 WHERE f.kind IN ('dossier-number', 'national-number')
                   AND f.superseded = 0 AND f.lookup IS NOT NULL
                 GROUP BY f.kind, f.lookup
                 HAVING count(DISTINCT coalesce(p.merged_into, p.person_no)) > 1 LIMIT ?1",
            ),
            (
                "name-and-birth",
                "SELECT '', group_concat(person_no) FROM person
                 WHERE merged_into IS NULL AND birth_date IS NOT NULL AND search_text <> ''
                 GROUP BY birth_date, search_text HAVING count(*) > 1 LIMIT ?1",
            ),
        ] {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([count])?;
            while let Some(row) = rows.next()? {
                let kind: String = row.get(0)?;
                let text: String = row.get(1)?;
                let mut persons: Vec<PersonNo> =
                    text.split(',').filter_map(|no| no.parse().ok()).collect();
                persons.sort_unstable();
                let reason = if reason.is_empty() { kind } else { reason.to_owned() };
                found.push((reason, persons));
            }
        }
        Ok(found)
    }
}

/// The statement that notes a look.
const NOTE_USE: &str = "INSERT INTO person_use VALUES (?1, ?2,
         (SELECT coalesce(max(used), 0) + 1 FROM person_use WHERE actor = ?1))
     ON CONFLICT (actor, person_no) DO UPDATE SET used = excluded.used";

impl Store {
    /// Notes that `actor` has looked at a person. The only thing that is written without an event:
    /// it orders what is found, and says nothing of anybody.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn note_use(&self, actor: &str, person_no: PersonNo) -> Result<()> {
        self.read().connection.prepare_cached(NOTE_USE)?.execute((actor, person_no))?;
        Ok(())
    }
}
