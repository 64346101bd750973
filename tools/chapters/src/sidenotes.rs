//! What a first reading can skip: the notes of a chapter, each with the one place that refers to it.
//!
//! An author writes a footnote of Markdown, `text[^core]` and, in a paragraph of its own, `[^core]: The note.`

use crate::blocks::{Block, Kind, blocks};
use crate::chapter::options;
use crate::choice::{Choices, Fault};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::ops::Range;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sidenote {
    /// Its name, `core`.
    pub label: String,
    /// Where the text refers to it.
    pub reference: Range<usize>,
    /// The block that refers to it, one that stands in no other.
    pub block: Range<usize>,
    /// Where the note stands.
    pub definition: Range<usize>,
    /// Where its own words stand in that.
    pub words: Range<usize>,
}

const REMEDY: &str = "write `[^name]` after the sentence, and `[^name]: The note.` in a paragraph of its own";

/// The notes of a chapter in the order in which its text refers to them, and what is wrong with them.
pub(crate) fn sidenotes(content: &str, choices: &[Choices]) -> (Vec<Sidenote>, Vec<Fault>) {
    let (mut faults, mut notes): (Vec<Fault>, Vec<Sidenote>) = (Vec::new(), Vec::new());
    let blocks = blocks(content);
    let (definitions, references) = (definitions(content), references(content));
    for (label, reference) in &references {
        let (label, reference) = (label.clone(), reference.clone());
        let mut fault = |fault: String, remedy: &str| faults.push((reference.start, fault, remedy.to_string()));
        let block = blocks.iter().find(|block| block.range.contains(&reference.start));
        let definition = definitions.iter().find(|(name, _)| *name == label);
        match (block, definition) {
            (_, None) => fault(format!("refers to the note `{label}`, which this chapter does not have"), REMEDY),
            (Some(Block { kind: Kind::Footnote | Kind::Heading(_) | Kind::Other, .. }) | None, _) => fault(
                format!("refers to the note `{label}` from somewhere that is neither a paragraph nor a list"),
                "move the reference into a paragraph beside it",
            ),
            _ if choices.iter().any(|choices| choices.range.contains(&reference.start)) => fault(
                format!("refers to the note `{label}` from a choice"),
                "say it in the answer, or in a paragraph after the listing",
            ),
            _ if notes.iter().any(|note| note.label == label) => {
                fault(
                    format!("refers to the note `{label}` a second time"),
                    "keep one reference: the note stands beside it",
                );
            }
            (Some(block), Some((_, definition))) => {
                let words = definition.start + content[definition.clone()].find("]:").map_or(0, |end| end + 2);
                notes.push(Sidenote {
                    label,
                    block: block.range.clone(),
                    words: words..definition.end,
                    definition: definition.clone(),
                    reference,
                });
            }
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for (label, range) in &definitions {
        if !label.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-') {
            let fault = format!("the note `{label}` has a name that cannot be part of an address");
            faults.push((range.start, fault, "use small letters, digits and hyphens".to_string()));
        }
        if seen.contains(&label.as_str()) {
            faults.push((range.start, format!("the note `{label}` is defined twice"), "keep one".to_string()));
        } else if !references.iter().any(|(name, _)| name == label) {
            let fault = format!("nothing refers to the note `{label}`");
            faults.push((range.start, fault, REMEDY.to_string()));
        }
        seen.push(label);
    }
    (notes, faults)
}

fn definitions(content: &str) -> Vec<(String, Range<usize>)> {
    let events = Parser::new_ext(content, options()).into_offset_iter();
    let definition = |(event, range)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => Some((label.to_string(), range)),
        _ => None,
    };
    events.filter_map(definition).collect()
}

/// Where notes are referred to, including ones that do not exist, which the parser takes for text.
fn references(content: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let mut in_code = false;
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(content, options()).into_offset_iter()) {
        match event {
            Event::FootnoteReference(label) => found.push((label.to_string(), range)),
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let text = &content[range.clone()];
                let labels = text.match_indices("[^").filter_map(|(at, _)| {
                    let label = text[at + 2..].split_once(']')?.0;
                    (!label.contains(char::is_whitespace))
                        .then(|| (label.to_string(), range.start + at..range.start + at))
                });
                found.extend(labels);
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapter::Chapter;
    use std::path::Path;

    fn read(content: &str) -> (Vec<Sidenote>, Vec<String>) {
        let (chapter, problems) = Chapter::read("T", None, Path::new("t.md"), content);
        let faults = problems.iter().map(|problem| format!("{}: {}", problem.line.unwrap(), problem.fault)).collect();
        (chapter.sidenotes, faults)
    }

    #[test]
    fn a_note_belongs_to_the_block_that_refers_to_it() {
        let content = "# T\n\nA core[^core] runs\none thread.\n\n[^core]: Or two, *as*\n    chips are made.\n\n- An item.[^two]\n- More.\n\nIn code: `a[^b]`.\n\n[^two]: Last.\n";
        let (notes, faults) = read(content);
        assert!(faults.is_empty(), "{faults:?}");
        let text = |range: &Range<usize>| content[range.clone()].trim();
        let told: Vec<_> =
            notes.iter().map(|note| (note.label.as_str(), text(&note.block), text(&note.words))).collect();
        assert_eq!(
            told,
            [
                ("core", "A core[^core] runs\none thread.", "Or two, *as*\n    chips are made."),
                ("two", "- An item.[^two]\n- More.", "Last."),
            ]
        );
        assert_eq!(text(&notes[0].reference), "[^core]");
        assert!(text(&notes[0].definition).starts_with("[^core]: Or"));
    }

    #[test]
    fn a_note_is_referred_to_once_and_from_a_paragraph_or_a_list() {
        let faults = |content: &str| read(content).1;
        assert_eq!(faults("A.[^a] B.[^a]\n\n[^a]: N.\n"), ["1: refers to the note `a` a second time"]);
        assert_eq!(faults("A.[^gone]\n"), ["1: refers to the note `gone`, which this chapter does not have"]);
        assert_eq!(faults("A.\n\n[^a]: N.\n"), ["3: nothing refers to the note `a`"]);
        assert_eq!(faults("A.[^a]\n\n[^a]: N.\n\n[^a]: M.\n"), ["5: the note `a` is defined twice"]);
        assert_eq!(
            faults("# T[^a]\n\n[^a]: N.\n"),
            ["1: refers to the note `a` from somewhere that is neither a paragraph nor a list"]
        );
        assert_eq!(
            faults("A.[^A_b]\n\n[^A_b]: N.\n"),
            ["3: the note `A_b` has a name that cannot be part of an address"]
        );
        assert_eq!(
            faults("{{#listing a/b predict}}\n\n- [a](right:runs) A.[^a]\n- [b](wrong:fails) B.\n\n[^a]: N.\n"),
            ["3: refers to the note `a` from a choice"],
        );
    }
}
