//! The headings of a chapter, with the ids that mdBook gives them.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::collections::HashSet;
use std::ops::Range;

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 for that of the chapter, 2 for those of its sections.
    pub level: usize,
    /// Its text, as Markdown.
    pub words: String,
    /// Its id on the page.
    pub id: String,
    /// Where it stands, in bytes of the content.
    pub range: Range<usize>,
}

/// The headings of a chapter, in their order.
pub(crate) fn headings(content: &str, options: pulldown_cmark::Options) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut used: HashSet<String> = HashSet::new();
    let mut given: Option<String> = None;
    let mut text = String::new();
    // Where the text stands, without the marks around it.
    let mut inner: Option<Range<usize>> = None;
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(content, options).into_offset_iter()) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                given = id.map(|id| id.to_string());
                text.clear();
                inner = None;
            }
            Event::End(TagEnd::Heading(level)) => {
                let words = inner.take().map_or("", |inner| content[inner].trim()).to_string();
                // mdBook keeps no account of ids that are written down: it may make the same once more.
                let id = given.take().unwrap_or_else(|| unique(&text, &mut used));
                headings.push(Heading { level: level as usize, words, id, range });
            }
            // A term that is defined takes an id from the same store.
            Event::Start(Tag::DefinitionListTitle) => text.clear(),
            Event::End(TagEnd::DefinitionListTitle) => {
                unique(&text, &mut used);
            }
            _ => {
                match event {
                    Event::Text(words) | Event::Code(words) => text.push_str(&words),
                    Event::SoftBreak => text.push('\n'),
                    _ => {}
                }
                let start = inner.map_or(range.start, |inner| inner.start);
                inner = Some(start..range.end);
            }
        }
    }
    headings
}

/// The id that mdBook makes of a heading: small letters and hyphens, and the first number that makes it one of its own.
fn unique(text: &str, used: &mut HashSet<String>) -> String {
    let id: String = text
        .trim()
        .to_lowercase()
        .chars()
        .filter_map(|c| match c {
            c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c),
            c if c.is_whitespace() => Some('-'),
            _ => None,
        })
        .collect();
    let mut own = id.clone();
    let mut number = 0;
    while !used.insert(own.clone()) {
        number += 1;
        own = format!("{id}-{number}");
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_the_ids_that_mdbook_gives_them() {
        let content = "# Two things\n\nText.\n\n## What `spawn` does, and why\n\n## It's _so_\n\n## It's _so_\n";
        let found = headings(content, pulldown_cmark::Options::empty());
        let shown: Vec<(usize, &str, &str)> =
            found.iter().map(|heading| (heading.level, heading.words.as_str(), heading.id.as_str())).collect();
        assert_eq!(
            shown,
            [
                (1, "Two things", "two-things"),
                (2, "What `spawn` does, and why", "what-spawn-does-and-why"),
                (2, "It's _so_", "its-so"),
                (2, "It's _so_", "its-so-1"),
            ]
        );
        assert_eq!(&content[found[0].range.clone()], "# Two things\n");
    }

    #[test]
    fn an_id_is_as_it_was_given_and_else_one_that_nothing_has() {
        let content = "# T {#x}\n\n## Notes\n\n## Notes 1 ##\n\n## *Notes*\n\n## X\n\nNotes\n: A term.\n\n## Notes\n\nOn --\nand `on`\n---\n\n##\n";
        let shown: Vec<(String, String)> =
            headings(content, crate::chapter::options()).into_iter().map(|it| (it.words, it.id)).collect();
        assert_eq!(
            shown.iter().map(|(words, id)| (words.as_str(), id.as_str())).collect::<Vec<_>>(),
            [
                ("T", "x"),
                ("Notes", "notes"),
                ("Notes 1", "notes-1"),
                ("*Notes*", "notes-2"),
                ("X", "x"),
                ("Notes", "notes-4"),
                ("On --\nand `on`", "on--and-on"),
                ("", ""),
            ]
        );
    }
}
