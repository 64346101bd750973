//! The blocks of a chapter that stand in no other one: its paragraphs, lists and headings, in their order.

use crate::chapter::options;
use pulldown_cmark::{Event, Parser, Tag};
use std::ops::Range;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A paragraph; whether all of it is bold.
    Paragraph { bold: bool },
    /// A list, bulleted or numbered.
    List,
    /// A heading of this level.
    Heading(usize),
    /// A note that is defined here, by its label.
    Footnote,
    /// Any other.
    Other,
}

/// A block: what it is, and where it stands in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub kind: Kind,
    pub range: Range<usize>,
}

/// The outermost blocks of some Markdown.
pub(crate) fn blocks(content: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0;
    // Whether the outermost paragraph that is open has had anything but bold text.
    let mut only_bold = true;
    for (event, range) in Parser::new_ext(content, options()).into_offset_iter() {
        match &event {
            Event::Start(tag) => {
                if depth == 0 {
                    blocks.push(Block { kind: kind(tag), range });
                    only_bold = true;
                } else if depth == 1 && !matches!(tag, Tag::Strong) {
                    only_bold = false;
                }
                depth += 1;
            }
            Event::End(_) => {
                depth -= 1;
                if let Some(Block { kind: Kind::Paragraph { bold }, .. }) = blocks.last_mut().filter(|_| depth == 0) {
                    *bold = only_bold;
                }
            }
            Event::Rule if depth == 0 => blocks.push(Block { kind: Kind::Other, range }),
            // A reference to a footnote is not part of the sentence.
            Event::FootnoteReference(_) | Event::SoftBreak => {}
            _ if depth == 1 => only_bold = false,
            _ => {}
        }
    }
    blocks
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::Paragraph => Kind::Paragraph { bold: false },
        Tag::List(_) => Kind::List,
        Tag::Heading { level, .. } => Kind::Heading(*level as usize),
        Tag::FootnoteDefinition(_) => Kind::Footnote,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outermost_blocks_are_found_with_what_they_are() {
        let content =
            "# T\n\n**Why?**\n\n**Not** so.\n\n- a\n\n  b\n\n---\n\n> c\n\n**Two** **words**[^a]\n\n[^a]: A note.\n";
        let found: Vec<(Kind, &str)> =
            blocks(content).iter().map(|block| (block.kind, content[block.range.clone()].trim_end())).collect();
        let paragraph = |bold| Kind::Paragraph { bold };
        assert_eq!(
            found,
            [
                (Kind::Heading(1), "# T"),
                (paragraph(true), "**Why?**"),
                (paragraph(false), "**Not** so."),
                (Kind::List, "- a\n\n  b"),
                (Kind::Other, "---"),
                (Kind::Other, "> c"),
                (paragraph(false), "**Two** **words**[^a]"),
                (Kind::Footnote, "[^a]: A note."),
            ]
        );
    }
}
