//! Building blocks of a page beside listings and tables: the board alone, what opens a part, a path through the book, the
//! motif, and the button that forgets.

use catalog::Id;

/// A block that stands in a paragraph of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildingBlock {
    /// `{{#motif}}`: the book's motif, `theme/motif.svg`.
    Motif,
    /// `{{#play part/name}}`: the code and the board of an explored listing, which another chapter shows. A page with it is
    /// a landing page, whose lists are rows of cards.
    Play(Id),
    /// `{{#part}}`: the chapters below this one, with how long they take. A chapter with it opens a part.
    Part,
    /// `{{#path one-hour}}`: the sections of a path of book.toml, with how long they take.
    Path(String),
    /// `{{#forget}}`: a button that forgets what was read, predicted and found. A page without JavaScript has nothing there.
    Forget,
}

impl BuildingBlock {
    /// The block that the words of a directive name.
    pub(crate) fn parse(words: &[&str]) -> Option<BuildingBlock> {
        match words {
            ["motif"] => Some(BuildingBlock::Motif),
            ["play", id] => Id::parse(id).map(BuildingBlock::Play),
            ["part"] => Some(BuildingBlock::Part),
            ["path", name] => Some(BuildingBlock::Path((*name).to_string())),
            ["forget"] => Some(BuildingBlock::Forget),
            _ => None,
        }
    }
}

/// Whether a directive, without its braces, begins with the name of a block.
pub(crate) fn is_named(directive: &str) -> bool {
    let name = directive.split(|sign: char| !sign.is_alphanumeric()).next().unwrap_or_default();
    ["motif", "play", "part", "path", "forget"].contains(&name)
}

/// What to write.
pub(crate) const REMEDY: &str = "write `{{#motif}}`, `{{#play part/name}}`, `{{#part}}`, `{{#path name}}` or `{{#forget}}` in a paragraph of its own";
