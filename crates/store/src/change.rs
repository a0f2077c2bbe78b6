//! Who changes something, and how a change ends.

use serde_json::Value;

/// Who does what, when: the head of an audit event.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Moment in UTC from the system clock, RFC 3339 with a Z.
    pub at: String,
    /// The acting person.
    pub actor: String,
    /// The use case, such as `payments.commit`.
    pub action: &'static str,
}

/// What a change leaves behind: its value, and what the audit event says of it.
pub struct Changed<T> {
    /// The use case's own result.
    pub value: T,
    /// The id of what was changed.
    pub object: String,
    /// Counts, sums in öre and digests; never personal data.
    pub detail: Value,
}

/// How a change ends.
pub enum Ending<T> {
    /// Something was changed.
    Changed(Changed<T>),
    /// Something was changed, by another use case than the occasion names: which one it is may hang
    /// on what is found inside the transaction.
    ChangedAs(&'static str, Changed<T>),
    /// Nothing was changed, as when the same is asked for once more: no event is left.
    Nothing(T),
}

impl<T> Ending<T> {
    /// The same with another result.
    pub fn giving<U>(self, value: U) -> Ending<U> {
        let giving = |changed: Changed<T>, value| {
            let Changed { object, detail, .. } = changed;
            Changed { value, object, detail }
        };
        match self {
            Ending::Changed(changed) => Ending::Changed(giving(changed, value)),
            Ending::ChangedAs(action, changed) => Ending::ChangedAs(action, giving(changed, value)),
            Ending::Nothing(_) => Ending::Nothing(value),
        }
    }
}

/// What the work of a change may give: a [`Changed`], or an [`Ending`] where it may be nothing.
pub trait Ends {
    /// The use case's own result.
    type Value;

    /// How it ends.
    fn ending(self) -> Ending<Self::Value>;
}

impl<T> Ends for Changed<T> {
    type Value = T;

    fn ending(self) -> Ending<T> {
        Ending::Changed(self)
    }
}

impl<T> Ends for Ending<T> {
    type Value = T;

    fn ending(self) -> Ending<T> {
        self
    }
}
