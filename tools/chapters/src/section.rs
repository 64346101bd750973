//! A section of a chapter: its heading, and what stands below it up to the next one that is no lower.

use crate::chapter::Chapter;
use crate::reading_time::Reading;
use catalog::Catalog;
use std::ops::Range;

/// A section, or a whole chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'a> {
    /// The chapter.
    pub chapter: &'a Chapter,
    /// The id of its heading; none for the whole chapter.
    pub id: Option<&'a str>,
    /// Its heading as Markdown; the chapter's title for the whole.
    pub words: &'a str,
    /// Where it stands, in bytes of the chapter's content.
    range: Range<usize>,
}

impl<'a> Section<'a> {
    /// The section with this id, or the whole chapter where that is none. None where the chapter has no such section.
    pub(crate) fn of(chapter: &'a Chapter, id: Option<&str>) -> Option<Section<'a>> {
        let end = chapter.content.len();
        let Some(id) = id else { return Some(Section { chapter, id: None, words: &chapter.title, range: 0..end }) };
        let at = chapter.headings.iter().position(|heading| heading.id == id)?;
        let heading = &chapter.headings[at];
        let next = chapter.headings[at + 1..].iter().find(|next| next.level <= heading.level);
        let range = heading.range.start..next.map_or(end, |next| next.range.start);
        Some(Section { chapter, id: Some(&heading.id), words: &heading.words, range })
    }

    /// What there is to read in it.
    pub fn reading(&self, catalog: &Catalog) -> Reading {
        Reading::of_range(self.chapter, &self.range, catalog)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_section_ends_where_one_begins_that_is_no_lower() {
        let (chapter, _) =
            Chapter::read("T", None, Path::new("t.md"), "# T\n\n## A\n\none\n\n### a\n\ntwo\n\n## B\n\nthree\n");
        let text = |id: &str| Section::of(&chapter, Some(id)).map(|section| &chapter.content[section.range]);
        assert_eq!(text("a"), Some("## A\n\none\n\n### a\n\ntwo\n\n"));
        assert_eq!(text("a-1"), Some("### a\n\ntwo\n\n"));
        assert_eq!(text("b"), Some("## B\n\nthree\n"));
        assert_eq!(text("c"), None);
    }
}
