//! The places of a chapter that stand for something from the catalog.

use crate::building_block::BuildingBlock;
use crate::counted::Count;
use catalog::Id;

/// A place in a chapter's Markdown that stands for something from the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A listing is shown here.
    Show(Show),
    /// A listing is referred to here.
    Reference(Reference),
    /// A number that the catalog knows stands here.
    Count(Count),
    /// A time stands here.
    Time(Time),
    /// The version of a crate stands here.
    Version(Version),
    /// A building block stands here.
    BuildingBlock(BuildingBlock),
    /// A schedule is shown here.
    Timeline(Timeline),
    /// A table stands here.
    Table(Table),
}

/// A line that shows a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Show {
    /// Which listing.
    pub id: Id,
    /// Which excerpt of it; the whole where there is none.
    pub anchor: Option<String>,
    /// Whether the reader is asked to guess before the evidence is seen.
    pub predict: bool,
}

/// A link to a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Which listing.
    pub id: Id,
    /// The words of the link, as Markdown; empty where the listing's number is to stand there.
    pub words: String,
}

/// A line that shows one schedule of an explored listing as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Which listing.
    pub id: Id,
    /// Which of its outcomes the schedule leads to, counted from 1 as its table does.
    pub outcome: usize,
}

/// How long something takes to read, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// What is read: `book`, the name of a path, or a chapter.
    pub target: String,
}

/// The version of a crate that listings use, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The crate's name, as in a manifest.
    pub name: String,
}

/// A table that is made from the catalog.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The listings that have an error of this code, a lint of this name, or, as [`NO_CODE`], an error without a code.
    Error(String),
    /// The listings of one verdict, by [`Intent::word`](catalog::Intent::word).
    Index(String),
    /// Types by `Send` and `Sync`.
    Matrix,
    /// The listings that have this shape of memory, by [`Shape::name`](catalog::Shape::name), and what each permits.
    Shape(String),
    /// All shapes of memory that have a table in the same chapter, at a glance.
    Shapes,
    /// A measurement, by its name.
    Measured(String),
}

/// Stands in a directive for the errors that have no code.
pub const NO_CODE: &str = "no-code";

/// The verdicts that an index can be of.
pub const VERDICTS: [&str; 6] = ["runs", "panics", "hangs", "may-hang", "races", "fails"];
