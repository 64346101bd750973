//! How long the book takes to read. This is a rule and no measurement: so many words of prose in a minute, and so many
//! lines of code.

use crate::book::Book;
use crate::chapter::{Chapter, options};
use crate::piece::{Piece, Show};
use catalog::{Catalog, slashes};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, TextMergeWithOffset};
use remembered::Remembered;
use std::ops::Range;

/// Words of prose that are read in a minute. Brysbaert's review of 190 studies has 238 for English prose in silence; here
/// one has to think in between.
const WORDS: usize = 220;

/// Lines of a listing that are read in a minute, what they do being worked out.
const LINES: usize = 12;

/// What there is to read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// Words of prose.
    pub words: usize,
    /// Lines of code that are not empty: of listings as the chapter shows them, and of commands.
    pub lines: usize,
}

impl Reading {
    /// That of a chapter.
    pub fn of(chapter: &Chapter, catalog: &Catalog) -> Reading {
        Reading::of_range(chapter, &(0..chapter.content.len()), catalog)
    }

    /// That of a stretch of a chapter, in bytes of its content.
    pub(crate) fn of_range(chapter: &Chapter, range: &Range<usize>, catalog: &Catalog) -> Reading {
        let shown = chapter.pieces.iter().filter(|(place, _)| range.contains(&place.start));
        let listings = shown.map(|(_, piece)| match piece {
            Piece::Show(show) => lines(show, catalog),
            _ => 0,
        });
        let Reading { words, lines } = written(chapter, range);
        Reading { words, lines: lines + listings.sum::<usize>() }
    }

    /// Whole minutes, rounded, and one at least.
    pub fn minutes(self) -> usize {
        // Half a minute more, and then rounded down.
        let of_both = self.words * LINES + self.lines * WORDS;
        ((2 * of_both + WORDS * LINES) / (2 * WORDS * LINES)).max(1)
    }
}

/// What each stretch has of each content of which somebody has asked.
static WRITTEN: Remembered<(String, usize, usize), Reading> = Remembered::new();

/// What the chapter itself has there, without what its directives stand for. It's counted once: the head of the chapter
/// tells it, what opens the part, each path, and the whole book.
fn written(chapter: &Chapter, range: &Range<usize>) -> Reading {
    // What the directives of a chapter are is decided by its content.
    *WRITTEN.of(&(chapter.content.clone(), range.start, range.end), |_| counted(chapter, range))
}

fn counted(chapter: &Chapter, range: &Range<usize>) -> Reading {
    let is_directive = |at: usize| {
        chapter.pieces.iter().any(|(place, piece)| !matches!(piece, Piece::Reference(_)) && place.contains(&at))
    };
    let mut reading = Reading::default();
    let mut in_code = false;
    for (event, place) in TextMergeWithOffset::new(Parser::new_ext(&chapter.content, options()).into_offset_iter()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) | Event::Code(text) if range.contains(&place.start) && !is_directive(place.start) => {
                if in_code {
                    reading.lines += text.lines().filter(|line| !line.trim().is_empty()).count();
                } else {
                    let is_word = |word: &&str| word.contains(char::is_alphanumeric);
                    reading.words += text.split_whitespace().filter(is_word).count();
                }
            }
            _ => {}
        }
    }
    reading
}

/// Lines of a listing, as far as a chapter shows them, that are not empty.
fn lines(show: &Show, catalog: &Catalog) -> usize {
    // That there is no such listing or no such anchor is one of the inconsistencies.
    let Some(shown) = catalog.listings.get(&show.id).map(|listing| &listing.shown) else { return 0 };
    let lines = match &show.anchor {
        Some(anchor) => shown.anchors.get(anchor).cloned().unwrap_or_default(),
        None => 0..shown.lines.len(),
    };
    shown.lines[lines].iter().filter(|line| !line.text.trim().is_empty()).count()
}

/// The minutes of several chapters: the sum of what is said at the head of each, so that it adds up for a reader.
pub fn minutes_of<'a>(chapters: impl Iterator<Item = &'a Chapter>, catalog: &Catalog) -> usize {
    chapters.map(|chapter| Reading::of(chapter, catalog).minutes()).sum()
}

/// The minutes of what a `time:` link names, `book` for all chapters: a path of book.toml, a chapter, or a part by the
/// chapter that opens it. None where there is no such thing.
pub fn time_of(target: &str, book: &Book, paths: &crate::settings::Paths, catalog: &Catalog) -> Option<usize> {
    if target == "book" {
        return Some(minutes_of(book.read_through(), catalog));
    }
    if let Some(sections) = paths.get(target) {
        // What is told of each adds up here, too.
        return sections.iter().map(|section| Some(book.section(section)?.reading(catalog).minutes())).sum();
    }
    let chapter = book.chapters.iter().find(|chapter| slashes(&chapter.path) == target)?;
    match chapter.opens_part() {
        true => Some(minutes_of(book.below(chapter), catalog)),
        false => Some(Reading::of(chapter, catalog).minutes()),
    }
}

/// Minutes as one says them: `1 minute`, `40 minutes`, `1 hour 5 minutes`, `2 hours`.
pub fn duration(minutes: usize) -> String {
    let of = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    match (minutes / 60, minutes % 60) {
        (0, minutes) => of(minutes, "minute"),
        (hours, 0) => of(hours, "hour"),
        (hours, minutes) => format!("{} {}", of(hours, "hour"), of(minutes, "minute")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_lines_add_up_to_minutes_which_are_rounded() {
        let minutes = |words, lines| Reading { words, lines }.minutes();
        assert_eq!(
            [minutes(0, 0), minutes(329, 0), minutes(330, 0), minutes(0, 12), minutes(220, 18)],
            [1, 1, 2, 1, 3]
        );
    }

    #[test]
    fn prose_is_counted_by_words_and_commands_by_lines() {
        let content = "# Two words\n\nCall `spawn`, – *then*  join.[^a]\n\n```console\n$ cargo run\n\n$ cargo test\n```\n\n| a | b |\n|---|---|\n| c | d |\n\n{{#matrix}}\n\n[^a]: Or not.\n";
        let (chapter, _) = Chapter::read("T", None, std::path::Path::new("t.md"), content);
        assert_eq!(written(&chapter, &(0..content.len())), Reading { words: 2 + 4 + 4 + 2, lines: 2 });
    }

    #[test]
    fn a_duration_is_said_as_one_says_it() {
        assert_eq!(
            [1, 40, 60, 65, 121].map(duration),
            ["1 minute", "40 minutes", "1 hour", "1 hour 5 minutes", "2 hours 1 minute"]
        );
    }
}
