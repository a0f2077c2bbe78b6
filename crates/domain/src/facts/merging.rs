//! Persons that turned out to be one, by the day on which that was known.

use chrono::NaiveDate;

/// Somebody who turned out to be somebody else, and perhaps turned out not to be after all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge<P> {
    /// Who.
    pub person: P,
    /// Who it turned out to be.
    pub into: P,
    /// First day on which that was known.
    pub known_since: NaiveDate,
    /// First day on which it was known to be wrong; none: it stands.
    pub split_since: Option<NaiveDate>,
}

impl<P> Merge<P> {
    /// Whether the two were one by what was known at the end of `day`.
    #[must_use]
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.known_since <= day && self.split_since.is_none_or(|split| split > day)
    }
}

/// Who stood for `person` by what was known at the end of `day`: itself, or the one it had turned out
/// to be by then.
#[must_use]
pub fn root_on<P: Copy + PartialEq>(merges: &[Merge<P>], person: P, day: NaiveDate) -> P {
    let mut root = person;
    // Nobody is merged into somebody who stands for nobody, so the way is no longer than this.
    for _ in merges {
        let next = merges.iter().find(|merge| merge.person == root && merge.stands_on(day));
        let Some(next) = next else { break };
        root = next.into;
    }
    root
}

/// Everybody for whom `root` stood by what was known at the end of `day`, itself first.
#[must_use]
pub fn members_on<P: Copy + PartialEq>(merges: &[Merge<P>], root: P, day: NaiveDate) -> Vec<P> {
    let mut members = vec![root];
    for merge in merges {
        if !members.contains(&merge.person) && root_on(merges, merge.person, day) == root {
            members.push(merge.person);
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn persons_are_one_from_the_merge_until_the_split() {
        let merge = |person, into, since: &str, split: Option<&str>| Merge {
            person,
            into,
            known_since: day(since),
            split_since: split.map(day),
        };
        let merges = [
            merge(3, 1, "2026-11-01", None),
            merge(1, 2, "2026-11-05", Some("2026-11-09")),
            merge(2, 1, "2026-11-09", None),
        ];
        let root = |person, on: &str| root_on(&merges, person, day(on));
        assert_eq!(
            (root(1, "2026-11-04"), root(3, "2026-10-31"), root(3, "2026-11-04")),
            (1, 3, 1)
        );
        assert_eq!((root(1, "2026-11-05"), root(3, "2026-11-08")), (2, 2));
        assert_eq!(
            (root(1, "2026-11-09"), root(2, "2026-11-09"), root(3, "2026-11-20")),
            (1, 1, 1)
        );
        let members = |of, on: &str| members_on(&merges, of, day(on));
        assert_eq!(members(2, "2026-11-08"), [2, 3, 1]);
        assert_eq!(members(2, "2026-11-04"), [2]);
        assert_eq!(members(1, "2026-11-09"), [1, 3, 2]);
    }
}
