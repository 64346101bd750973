//! The compiler's errors as a person reads them: what is wrong, in which line, and then from place to place what the
//! compiler says of each.
//!
//! The places are a figure of their own: where a value was moved or lent, and where it was used after all. They are made
//! from the compiler's own, so that a line on a phone may be wrapped and no caret points beside it.

use crate::code::line_id;
use crate::verdict::number;
use catalog::{CompileError, Listing, Pointed, Role};
use maud::{Markup, html};
use std::collections::BTreeMap;
use std::ops::Range;

/// Where an error is explained: its code, and the address of the place that tells of it.
pub type Explanations = BTreeMap<String, String>;

/// The figure of a listing, for links to its lines.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Its id.
    pub figure: &'a str,
    /// The lines of the listing that it shows, counted from 0.
    pub shown: &'a Range<usize>,
}

/// The errors of a listing, which is shown here.
pub fn errors(listing: &Listing, errors: &[CompileError], at: Place<'_>, explanations: &Explanations) -> Markup {
    let figure = at.figure;
    html! {
        @for (index, error) in errors.iter().enumerate() {
            div.error id=(format!("{figure}-error-{}", index + 1)) {
                p.error-summary {
                    (code(error, explanations)) " "
                    span.error-words { (words(&error.message)) }
                    @if let Some(line) = error.line() { " " (line_link(at, line)) }
                }
                (way(listing, error, at))
            }
        }
    }
}

/// The code of an error, with a link to where the book tells of it.
fn code(error: &CompileError, explanations: &Explanations) -> Markup {
    html! {
        @match &error.code {
            None => strong.error-code { "error" },
            Some(code) => @match explanations.get(code) {
                Some(address) => a.error-code href=(address) { (code) },
                None => strong.error-code { (code) },
            },
        }
    }
}

/// A link to a line, unless an excerpt leaves it out.
fn line_link(at: Place<'_>, line: usize) -> Markup {
    html! {
        @if line.checked_sub(1).is_some_and(|line| at.shown.contains(&line)) {
            a.error-line href=(format!("#{}", line_id(at.figure, line))) { "line " (line) }
        } @else {
            span.error-line { "line " (line) }
        }
    }
}

/// The places of an error, line by line, if there is more to say than the error has said.
fn way(listing: &Listing, error: &CompileError, at: Place<'_>) -> Markup {
    let places: Vec<&Pointed> = error.places.iter().filter(|place| says_more(place, error)).collect();
    let lines: Vec<&[&Pointed]> = places.chunk_by(|a, b| a.line == b.line).collect();
    if lines.is_empty() {
        return html! {};
    }
    let label = match lines.len() {
        1 => "What the compiler says of this line".to_string(),
        more => format!("What the compiler says of {} lines", number(more)),
    };
    html! {
        ol.error-way aria-label=(label) {
            @for places in lines {
                li.error-stop.error-blamed[is_blamed(error, places[0].line)] {
                    (line_link(at, places[0].line)) " "
                    code { (line(listing, places)) }
                    ul {
                        @for place in places {
                            li class=(class(place.role)) {
                                @if let Some(excerpt) = excerpt(listing, place) { code { (excerpt) } " " }
                                span.error-says { (words(&place.words)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Whether the error is in this line, also where the compiler has no words for its place.
fn is_blamed(error: &CompileError, line: usize) -> bool {
    error.places.iter().any(|place| place.role == Role::Blamed && place.line == line)
}

/// A place without words says nothing, and one that repeats the message says it twice.
fn says_more(place: &Pointed, error: &CompileError) -> bool {
    !place.words.is_empty() && place.words != error.message
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Blamed => "error-blames",
        Role::Beside => "error-beside",
        Role::Note => "error-note",
    }
}

/// The line of code that these places begin in, without its indentation, and with the places marked.
fn line(listing: &Listing, places: &[&Pointed]) -> Markup {
    let text: Vec<char> = shown(listing, places[0].line);
    let indent = text.iter().take_while(|c| c.is_whitespace()).count();
    let marked = |at: &usize| {
        let within =
            |place: &&Pointed| place.column <= *at + 1 && (place.last_line > place.line || *at + 1 < place.end);
        let inner =
            places.iter().filter(|place| within(place)).min_by_key(|place| place.end.wrapping_sub(place.column));
        inner.map(|place| place.role)
    };
    let columns: Vec<usize> = (indent..text.len()).collect();
    html! {
        @for piece in columns.chunk_by(|a, b| marked(a) == marked(b)) {
            @let words: String = piece.iter().map(|at| text[*at]).collect();
            @match marked(&piece[0]) {
                Some(role) => span class=(format!("{}-place", class(role))) { (words) },
                None => (words),
            }
        }
    }
}

/// The code of a place, if it is a part of its line and short enough to be read as a name.
fn excerpt(listing: &Listing, place: &Pointed) -> Option<String> {
    const LONGEST: usize = 32;
    let text = shown(listing, place.line);
    let whole = text.iter().collect::<String>();
    let piece: String = text.get(place.column - 1..place.end - 1)?.iter().collect();
    let part = place.line == place.last_line && piece.trim() != whole.trim().trim_end_matches([';', ',', '{', ' ']);
    (part && !piece.trim().is_empty() && piece.chars().count() <= LONGEST).then_some(piece)
}

fn shown(listing: &Listing, line: usize) -> Vec<char> {
    listing.shown.lines.get(line - 1).map_or_else(Vec::new, |line| line.text.chars().collect())
}

/// The compiler's words: what stands between backticks is code, and nothing else is told apart.
pub fn words(text: &str) -> Markup {
    html! {
        @for (index, piece) in text.split('`').enumerate() {
            @if index % 2 == 1 { code { (piece) } } @else { (piece) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, parse};
    use std::path::Path;

    fn shown_as(places: Vec<Pointed>) -> String {
        let source = "//! A name\n//!\n//! If this compiled, x.\n//@ fixed-by: a/b\n\nfn main() {\n    f(name, name); //~ E0382: borrow\n}\n";
        let listing = parse(Id::parse("a/c").unwrap(), Path::new("listings/a/fails/c.rs"), source).unwrap();
        let error = CompileError { code: Some("E0382".into()), message: "use of `name`".into(), places };
        let explanations = Explanations::from([("E0382".to_string(), "errors.html#e0382".to_string())]);
        let shown = 0..listing.shown.lines.len();
        let at = Place { figure: "a-c", shown: &shown };
        errors(&listing, &[error], at, &explanations).into_string()
    }

    fn place(column: usize, end: usize, role: Role, words: &str) -> Pointed {
        Pointed { line: 2, column, last_line: 2, end, role, words: words.into() }
    }

    #[test]
    fn an_error_is_summed_up_with_its_code_its_words_and_its_line() {
        let text = shown_as(vec![place(13, 17, Role::Blamed, "")]);
        assert_eq!(
            text,
            "<div class=\"error\" id=\"a-c-error-1\"><p class=\"error-summary\"><a class=\"error-code\" href=\"errors.html#e0382\">E0382</a> \
             <span class=\"error-words\">use of <code>name</code></span> <a class=\"error-line\" href=\"#a-c-L2\">line 2</a>\
             </p></div>"
        );
    }

    #[test]
    fn each_place_is_marked_in_its_line_and_told_of_below() {
        let moved = place(7, 11, Role::Beside, "value moved here");
        let text = shown_as(vec![moved, place(13, 17, Role::Blamed, "value used after move")]);
        assert!(
            text.contains(
                "<code>f(<span class=\"error-beside-place\">name</span>, <span class=\"error-blames-place\">name</span>);</code>"
            ),
            "{text}"
        );
        assert!(
            text.contains(
                "<li class=\"error-beside\"><code>name</code> <span class=\"error-says\">value moved here</span></li>"
            ),
            "{text}"
        );
    }
}
