//! What two persons cannot be to each other.

use chrono::NaiveDate;

use super::Relationship;

/// Why one person cannot be that to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationFault {
    /// Nobody is related to itself.
    ToItself,
    /// A parent is born before the child.
    ParentNotOlder,
    /// Each would be the other's parent.
    BothWays,
}

/// One of the two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// Day of birth, where it is known.
    pub birth: Option<NaiveDate>,
    /// What the other one is to it, by what is known about it.
    pub says: Vec<Relationship>,
}

/// Why `other` cannot be that to `own`; none where it can. Two spouses at once, or a caretaker who is
/// younger, are unusual and not impossible.
#[must_use]
pub fn relation_fault(
    relationship: Relationship,
    own: &Side,
    other: &Side,
) -> Option<RelationFault> {
    let (parent, child, reverse) = match relationship {
        Relationship::Parent => (other, own, Relationship::Child),
        Relationship::Child => (own, other, Relationship::Parent),
        _ => return None,
    };
    if parent.birth.zip(child.birth).is_some_and(|(parent, child)| parent >= child) {
        return Some(RelationFault::ParentNotOlder);
    }
    let both = own.says.contains(&reverse) || other.says.contains(&relationship);
    both.then_some(RelationFault::BothWays)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(day: &str) -> Side {
        Side { birth: day.parse().ok(), says: Vec::new() }
    }

    fn saying(says: Relationship) -> Side {
        Side { birth: None, says: vec![says] }
    }

    #[test]
    fn a_parent_is_older_and_only_one_of_two_is_one() {
        let (old, young) = (born("1980-01-01"), born("2010-01-01"));
        let younger = Some(RelationFault::ParentNotOlder);
        assert_eq!(relation_fault(Relationship::Parent, &young, &old), None);
        assert_eq!(relation_fault(Relationship::Child, &old, &young), None);
        assert_eq!(relation_fault(Relationship::Parent, &old, &young), younger);
        assert_eq!(relation_fault(Relationship::Child, &young, &old), younger);
        assert_eq!(relation_fault(Relationship::Parent, &old, &old), younger);
        let (parent, child) = (saying(Relationship::Parent), saying(Relationship::Child));
        let nothing = Side::default();
        let both = Some(RelationFault::BothWays);
        assert_eq!(relation_fault(Relationship::Parent, &nothing, &parent), both);
        assert_eq!(relation_fault(Relationship::Parent, &child, &nothing), both);
        assert_eq!(relation_fault(Relationship::Parent, &parent, &child), None);
        assert_eq!(relation_fault(Relationship::Spouse, &young, &old), None);
    }
}
