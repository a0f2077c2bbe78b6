//! Drawings to a PDF file.

use chrono::{Datelike, NaiveDate};
use krilla::Document as Pdf;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node as TagNode, SpanTag, TagGroup, TagTree,
};

use super::Attachment;
use super::canvas::{Drawing, Node, Page, Role, Structure};
use super::flow::Laid;
use super::font::Fonts;
use super::style::Colour;
use crate::document::{Document, Head};
use crate::{Cause, ExportFault};

fn fault(reason: String) -> ExportFault {
    Cause::Writer { format: "pdf", reason }.into()
}

/// Writes the pages that were laid out.
pub(super) fn emit(
    document: &Document,
    attachments: Vec<Attachment>,
    fonts: &Fonts,
    laid: Laid,
) -> Result<Vec<u8>, ExportFault> {
    // Files of any kind may lie in the third part of the standard only.
    let archival = if attachments.is_empty() { Archival::A2_A } else { Archival::A3_A };
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(archival)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| fault(format!("{error:?}")))?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..Default::default() });
    let mut leaves: Vec<Vec<Identifier>> = vec![Vec::new(); laid.structure.nodes.len()];
    let (width, height) = laid.size;
    for page in laid.pages {
        let settings = PageSettings::from_wh(width, height)
            .ok_or_else(|| fault("page without size".to_owned()))?;
        let mut sheet = pdf.start_page_with(settings);
        let mut surface = sheet.surface();
        draw_page(&mut surface, fonts, page, &mut leaves);
        surface.finish();
        sheet.finish();
    }
    let mut outline = Outline::new();
    for (text, page, y) in laid.outline {
        let place = XyzDestination::new(page, Point::from_xy(0.0, y));
        outline.push_child(OutlineNode::new(text, place));
    }
    pdf.set_outline(outline);
    pdf.set_tag_tree(tag_tree(&laid.structure, &leaves, &document.head.language));
    pdf.set_metadata(metadata(&document.head));
    for attachment in attachments {
        attach(&mut pdf, attachment, document.head.created)?;
    }
    pdf.finish().map_err(|error| fault(format!("{error:?}")))
}

/// Puts a file into the document, unchanged.
fn attach(pdf: &mut Pdf, attachment: Attachment, day: NaiveDate) -> Result<(), ExportFault> {
    let name = attachment.name.clone();
    let file = EmbeddedFile {
        path: attachment.name,
        mime_type: MimeType::new(attachment.media_type),
        description: Some(attachment.description),
        association_kind: AssociationKind::Supplement,
        data: attachment.data.into(),
        modification_date: Some(date(day)),
        compress: Some(false),
        location: None,
    };
    pdf.embed_file(file).ok_or_else(|| fault(format!("two attachments are called {name}")))
}

fn metadata(head: &Head) -> Metadata {
    Metadata::new()
        .title(head.whole_title())
        .authors(vec![head.municipality.clone()])
        .creator(head.producer.clone())
        .producer(head.producer.clone())
        .language(head.language.clone())
        .creation_date(date(head.created))
}

/// Midnight UTC of the day: the standards want a whole point in time, and a day is what we have.
fn date(day: NaiveDate) -> DateTime {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(day.year()).unwrap_or(0))
        .month(part(day.month()))
        .day(part(day.day()))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
}

fn tag_tree(structure: &Structure, leaves: &[Vec<Identifier>], language: &str) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for node in &structure.top {
        tree.push(tag_group(structure, leaves, *node));
    }
    tree
}

fn tag_group(structure: &Structure, leaves: &[Vec<Identifier>], node: Node) -> TagGroup {
    let (kind, children) = &structure.nodes[node.0];
    let own = leaves[node.0].iter().map(|leaf| TagNode::Leaf(*leaf));
    let below = children.iter().map(|child| TagNode::Group(tag_group(structure, leaves, *child)));
    TagGroup::with_children(kind.clone(), own.chain(below).collect())
}

fn draw_page(surface: &mut Surface<'_>, fonts: &Fonts, page: Page, leaves: &mut [Vec<Identifier>]) {
    for (role, drawing) in page {
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let identifier = surface.start_tagged(match role {
            Role::Content(_) => ContentTag::Span(SpanTag::empty()),
            Role::Header => artifact(ArtifactType::Header),
            Role::Repetition => artifact(ArtifactType::PaginationOther),
            Role::Footer => artifact(ArtifactType::Footer),
            Role::Decoration => artifact(ArtifactType::Layout),
        });
        if let Role::Content(node) = role {
            leaves[node.0].push(identifier);
        }
        draw(surface, fonts, drawing);
        surface.end_tagged();
    }
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, drawing: Drawing) {
    let fill = |colour: Colour| Some(Fill { paint: colour.rgb().into(), ..Default::default() });
    match drawing {
        Drawing::Text { line, style, x, y } => {
            surface.set_stroke(None);
            surface.set_fill(fill(style.colour));
            let font = fonts.font(style.weight);
            let start = Point::from_xy(x, y);
            surface.draw_glyphs(start, &line.glyphs, font, &line.text, style.size, false);
        }
        Drawing::Fill { x, y, width, height, colour } => {
            surface.set_stroke(None);
            surface.set_fill(fill(colour));
            if let Some(path) = rectangle(x, y, width, height) {
                surface.draw_path(&path);
            }
        }
        Drawing::Edge { x, y, width, height } => {
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: Colour::Strong.rgb().into(),
                width: 0.75,
                ..Default::default()
            }));
            if let Some(path) = rounded(x, y, width, height) {
                surface.draw_path(&path);
            }
        }
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

/// A rectangle whose corners have a radius of two points.
fn rounded(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let (right, bottom, r) = (x + width, y + height, 2.0);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.quad_to(right, y, right, y + r);
    path.line_to(right, bottom - r);
    path.quad_to(right, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.quad_to(x, bottom, x, bottom - r);
    path.line_to(x, y + r);
    path.quad_to(x, y, x + r, y);
    path.close();
    path.finish()
}
