//! Words that mean a chapter by its place beside this one, such as "the next chapter", wherever a line breaks in them.

use crate::chapter::options;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// The words, and how many chapters further on they mean. "The last chapter" is the one before for whoever reads on; the
/// last one of a part or of the book has a title.
const NEIGHBOURS: [(&str, isize); 6] = [
    ("next chapter", 1),
    ("following chapter", 1),
    ("previous chapter", -1),
    ("preceding chapter", -1),
    ("the chapter before", -1),
    ("the last chapter", -1),
];

/// Where a chapter speaks of a neighbour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Neighbour {
    /// Where the words stand.
    pub range: Range<usize>,
    /// The words.
    pub words: &'static str,
    /// How many chapters further on it is; -1 for the one before.
    pub steps: isize,
    /// Where the link leads of which they are part; none where they are no link.
    pub link: Option<String>,
}

/// The words of a paragraph, a cell or a heading that follow each other, in small letters and with a space for each end of a
/// line.
#[derive(Default)]
struct Words {
    text: String,
    /// Where each byte of the text stands in the chapter, and in which of the links.
    places: Vec<(usize, Option<usize>)>,
}

impl Words {
    fn push(&mut self, at: usize, text: &str, link: Option<usize>) {
        // Small letters of one that has more than one byte would move the places behind it.
        self.text += &text.to_ascii_lowercase();
        self.places.extend((at..at + text.len()).map(|at| (at, link)));
    }

    /// Moves what is found in them to `found`, and is empty again.
    fn search(&mut self, links: &[String], found: &mut Vec<Neighbour>) {
        let Words { text, places } = std::mem::take(self);
        for (words, steps) in NEIGHBOURS {
            for at in text.match_indices(words).map(|(at, _)| at) {
                let end = at + words.len();
                // "The following chapters" are no neighbour.
                if text[end..].starts_with(char::is_alphabetic) {
                    continue;
                }
                let ((start, link), (last, to)) = (places[at], places[end - 1]);
                let link = link.filter(|_| link == to).map(|link| links[link].clone());
                found.push(Neighbour { range: start..last + 1, words, steps, link });
            }
        }
    }
}

/// Where this Markdown speaks of a neighbour, outside of code.
pub(crate) fn neighbours(content: &str) -> Vec<Neighbour> {
    let (mut found, mut words) = (Vec::new(), Words::default());
    let mut links: Vec<String> = Vec::new();
    let mut link = None;
    let mut in_code = false;
    for (event, range) in Parser::new_ext(content, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                link = Some(links.len());
                links.push(dest_url.to_string());
            }
            Event::End(TagEnd::Link) => link = None,
            Event::Text(_) if !in_code => words.push(range.start, &content[range], link),
            Event::SoftBreak | Event::HardBreak => words.push(range.start, " ", link),
            // Stress divides no sentence.
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
            other => {
                match other {
                    Event::Start(Tag::CodeBlock(_)) => in_code = true,
                    Event::End(TagEnd::CodeBlock) => in_code = false,
                    _ => {}
                }
                words.search(&links, &mut found);
            }
        }
    }
    found.sort_by_key(|neighbour| neighbour.range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_the_end_of_a_line_a_link_and_stress() {
        let found = |text: &str| {
            let found = neighbours(text).into_iter();
            found.map(|it| (text[it.range].to_string(), it.steps, it.link)).collect::<Vec<_>>()
        };
        let link = |link: &str| Some(link.to_string());
        assert_eq!(found("It’s in the next\nchapter."), [("next\nchapter".to_string(), 1, None)]);
        assert_eq!(
            found("> See [the last\n> chapter](a.md)."),
            [("the last\n> chapter".to_string(), -1, link("a.md"))]
        );
        assert_eq!(found("In the *preceding* chapter"), [("preceding* chapter".to_string(), -1, None)]);
        // What is half a link is none.
        assert_eq!(found("See the next [chapter](a.md)."), [("next [chapter".to_string(), 1, None)]);
        assert_eq!(found("The next chapters, its last chapter, the next `chapter`, the next\n\nchapter"), []);
        assert_eq!(found("| the next | chapter |\n|---|---|\n| a | b |\n\n```text\nthe next chapter\n```\n"), []);
    }
}
