//! One chapter: its Markdown, and what is found in it.

use crate::building_block::BuildingBlock;
use crate::choice::{Choices, choices};
use crate::heading::{Heading, headings};
use crate::neighbours::{Neighbour, neighbours};
use crate::piece::{Piece, Show};
use crate::questions::{Question, questions, unanswered};
use crate::reader::Reader;
use crate::sidenotes::{Sidenote, sidenotes};
use catalog::Problem;
use pulldown_cmark::Options;
use remembered::Remembered;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its title in the summary.
    pub title: String,
    /// Its number in the summary, `2` or `2.1`; the chapters before the first numbered one have none.
    pub number: Option<String>,
    /// Its file, relative to the folder of the chapters.
    pub path: PathBuf,
    /// The Markdown.
    pub content: String,
    /// What stands for something from the catalog: where, in bytes of the content, and for which.
    pub pieces: Vec<(Range<usize>, Piece)>,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Its images: where, and their addresses.
    pub(crate) images: Vec<(Range<usize>, String)>,
    /// The codes of errors that it names: where, and which.
    pub(crate) codes: Vec<(Range<usize>, String)>,
    /// What it sets in italics, in small letters.
    pub(crate) italics: Vec<String>,
    /// Where it speaks of a neighbour.
    pub(crate) neighbours: Vec<Neighbour>,
    /// What a reader can choose from before the evidence of a listing is seen.
    pub choices: Vec<Choices>,
    /// Its questions.
    pub questions: Vec<Question>,
    /// Its notes.
    pub sidenotes: Vec<Sidenote>,
}

/// What a chapter is read from: its title, its number, its path and its content.
type Written = (String, Option<String>, PathBuf, String);

/// Each chapter of which somebody has asked, and what is wrong with its Markdown.
static READ: Remembered<Written, (Chapter, Vec<Problem>)> = Remembered::new();

impl Chapter {
    /// Reads a chapter. `path` is relative to `src`, the folder of the chapters.
    ///
    /// The problems are those of the Markdown alone: a directive that cannot be read, a code block that is no listing.
    /// It is read once however often one asks: the preprocessor and the backend both do, for every chapter.
    pub fn read(title: &str, number: Option<String>, path: &Path, content: &str) -> (Chapter, Vec<Problem>) {
        let of = (title.to_string(), number, path.to_path_buf(), content.to_string());
        (*READ.of(&of, |(title, number, path, content)| Chapter::read_anew(title, number.clone(), path, content)))
            .clone()
    }

    fn read_anew(title: &str, number: Option<String>, path: &Path, content: &str) -> (Chapter, Vec<Problem>) {
        let mut reader = Reader::new(Path::new("src").join(path), content);
        reader.read();
        let (choices, faults) = choices(content, &reader.pieces);
        let (sidenotes, more) = sidenotes(content, &choices);
        let headings = headings(content, options());
        let questions = questions(content, &headings);
        for (offset, fault, remedy) in faults.into_iter().chain(more).chain(unanswered(content, &questions)) {
            reader.problem(offset, fault, remedy);
        }
        let Reader { pieces, problems, images, codes, italics, .. } = reader;
        let chapter = Chapter {
            title: title.to_string(),
            number,
            path: path.to_path_buf(),
            content: content.to_string(),
            pieces,
            headings,
            images,
            codes,
            italics,
            neighbours: neighbours(content),
            choices,
            questions,
            sidenotes,
        };
        (chapter, problems)
    }

    /// The line of a place in the content, counted from 1.
    pub fn line_of(&self, range: &Range<usize>) -> usize {
        line_of(&self.content, range.start)
    }

    /// The listings that it shows, in its order.
    pub fn shows(&self) -> impl Iterator<Item = &Show> {
        self.pieces.iter().filter_map(|(_, piece)| match piece {
            Piece::Show(show) => Some(show),
            _ => None,
        })
    }

    /// Whether it opens a part: it has a `{{#part}}`.
    pub fn opens_part(&self) -> bool {
        self.pieces.iter().any(|(_, piece)| *piece == Piece::BuildingBlock(BuildingBlock::Part))
    }

    /// Whether it is one of those that are read from the first to the last: it has a number, and opens no part.
    pub fn is_read_through(&self) -> bool {
        self.number.is_some() && !self.opens_part()
    }

    /// The chapter's file, relative to the root of the book.
    pub fn file(&self) -> PathBuf {
        Path::new("src").join(&self.path)
    }
}

/// Those of mdBook, so that a block here is a block there.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_SMART_PUNCTUATION
}

pub(crate) fn line_of(content: &str, offset: usize) -> usize {
    content[..offset].matches('\n').count() + 1
}
