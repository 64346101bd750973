//! The headings of a chapter, with the ids that mdBook gives them.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::collections::BTreeMap;
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
pub fn headings(content: &str, options: pulldown_cmark::Options) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut text = String::new();
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(content, options).into_offset_iter()) {
        match event {
            Event::Start(Tag::Heading { .. }) => text.clear(),
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::End(TagEnd::Heading(level)) => {
                let words = content[range.clone()].trim().trim_start_matches('#').trim().to_string();
                headings.push(Heading { level: level as usize, words, id: unique(&text, &mut used), range });
            }
            _ => {}
        }
    }
    headings
}

/// The id that mdBook makes of a heading: small letters and hyphens, and a number where it is not the first of its name.
fn unique(text: &str, used: &mut BTreeMap<String, usize>) -> String {
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
    let count = used.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id}-{}", *count - 1) }
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
}
