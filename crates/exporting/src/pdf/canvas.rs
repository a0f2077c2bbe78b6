//! What is drawn on the pages, before it is a file: drawings with their place in the structure.

use krilla::tagging::TagKind;

use super::font::Line;
use super::style::{Colour, Type};

/// A node of the structure that assistive technology reads; an index into [`Structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node(pub(super) usize);

/// The structure of the document in reading order.
#[derive(Default)]
pub(super) struct Structure {
    /// Kind and children of each node.
    pub(super) nodes: Vec<(TagKind, Vec<Node>)>,
    /// The nodes right below the document.
    pub(super) top: Vec<Node>,
}

impl Structure {
    /// Adds a node below `parent`, or below the document.
    pub(super) fn add(&mut self, parent: Option<Node>, kind: impl Into<TagKind>) -> Node {
        let node = Node(self.nodes.len());
        self.nodes.push((kind.into(), Vec::new()));
        match parent {
            Some(parent) => self.nodes[parent.0].1.push(node),
            None => self.top.push(node),
        }
        node
    }
}

/// What a drawing is for those who do not see it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Role {
    /// Content of a node.
    Content(Node),
    /// Repeated at the top of pages.
    Header,
    /// A table's heading row where the table goes on.
    Repetition,
    /// Repeated at the foot of pages.
    Footer,
    /// Lines and grounds.
    Decoration,
}

/// One drawing; points from the upper left corner of the page.
pub(super) enum Drawing {
    /// Text with its baseline at `y`.
    Text { line: Line, style: Type, x: f32, y: f32 },
    /// A filled rectangle.
    Fill { x: f32, y: f32, width: f32, height: f32, colour: Colour },
    /// The edge of a mark.
    Edge { x: f32, y: f32, width: f32, height: f32 },
}

/// The drawings of one page, in order.
pub(super) type Page = Vec<(Role, Drawing)>;
