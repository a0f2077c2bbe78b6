//! Row 7: from start to a usable start page, against an empty window.

use super::report::Figure;

/// The figure's place in the table. It needs a window on a display and an empty window to compare
/// with, built by the same tools; neither is built by this command yet.
pub(super) fn figures() -> Vec<Figure> {
    let words = "not measured yet: at most 1.3 times an empty window";
    vec![Figure::shown("start to usable start page", words.to_owned())]
}
