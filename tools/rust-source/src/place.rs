//! Where something is in a text.

use proc_macro2::Span;
use syn::spanned::Spanned;

/// A place in a text, as the compiler tells it in a panic's message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its line, counted from 1.
    pub line: u32,
    /// Its letter in the line, counted from 1.
    pub column: u32,
}

impl Place {
    /// Where a part of the text begins.
    pub fn of(part: &impl Spanned) -> Place {
        Extent::of(part).from
    }
}

/// From where to where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Its first letter.
    pub from: Place,
    /// What follows its last letter.
    pub to: Place,
}

impl Extent {
    /// That of a part of the text.
    pub fn of(part: &impl Spanned) -> Extent {
        let span: Span = part.span();
        let place = |at: proc_macro2::LineColumn| Place { line: at.line as u32, column: at.column as u32 + 1 };
        Extent { from: place(span.start()), to: place(span.end()) }
    }

    /// Whether it contains a place.
    pub fn contains(&self, place: Place) -> bool {
        self.from <= place && place < self.to
    }
}
