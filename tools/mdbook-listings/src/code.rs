//! Rust code as HTML, highlighted when the book is built, so that the page needs no highlighter.
//!
//! The compiler's own lexer cuts the text; what it calls an identifier is told apart by its neighbours and its case.

use maud::{Markup, html};
use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};
use std::ops::Range;

const KEYWORDS: [&str; 38] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "Self",
    "static", "struct", "super", "trait", "true", "type", "unsafe", "use", "where", "while",
];

/// Lines that are blamed, and whether a reader may know.
#[derive(Debug, Clone, Copy)]
pub enum Blamed<'a> {
    /// These are, counted from 1, and each is a `mark`.
    Marked(&'a [usize]),
    /// These are, and each is an element which says nothing: only the style sheet shows it, once the reader may know.
    Asked(&'a [usize]),
}

/// The lines `range` (counted from 0) of a program, each an element. `figure` is the id of the figure that they stand in.
///
/// No line is empty text: Markdown would take that for the end of the HTML.
pub fn lines(program: &str, range: Range<usize>, blamed: Blamed<'_>, figure: &str) -> Markup {
    let lines = highlighted(program);
    html! {
        @for (index, pieces) in lines.iter().enumerate().take(range.end).skip(range.start) {
            @let id = line_id(figure, index + 1);
            @let class = format!("line{}", indent(pieces));
            @match blamed {
                Blamed::Marked(lines) if lines.contains(&(index + 1)) => {
                    mark class=(format!("{class} blamed")) id=(id) { (line(pieces)) }
                }
                Blamed::Asked(lines) if lines.contains(&(index + 1)) => {
                    span class=(format!("{class} blamed")) id=(id) { (line(pieces)) }
                }
                _ => span class=(class) id=(id) { (line(pieces)) },
            }
        }
    }
}

/// The id of a line, counted from 1, of the listing whose figure has the id `figure`.
pub fn line_id(figure: &str, line: usize) -> String {
    format!("{figure}-L{line}")
}

/// A class that says how deep a line is indented, in steps of four columns, so that its continuation is too where the
/// page is narrow and the line is wrapped.
fn indent(pieces: &[(&str, String)]) -> String {
    let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
    match (text.len() - text.trim_start_matches(' ').len()) / 4 {
        0 => String::new(),
        deep => format!(" indent-{}", deep.min(DEEPEST)),
    }
}

/// Deeper lines are wrapped as if they were so deep; the style sheet knows no more.
const DEEPEST: usize = 6;

fn line(pieces: &[(&'static str, String)]) -> Markup {
    let long = pieces.iter().map(|(_, text)| text.chars().count()).sum::<usize>() > SHORT;
    html! {
        @for (index, (class, text)) in pieces.iter().enumerate() {
            @if long && may_break(pieces, index) { wbr; }
            @let class = if long && stays_whole(class, text) { format!("{class} whole") } else { class.to_string() };
            @if class.is_empty() { (text) } @else { span class=(class.trim()) { (text) } }
        }
        "\n"
    }
}

/// Whether a piece in which a browser may break a line is too short for that: a text with a space, an arrow.
fn stays_whole(class: &str, text: &str) -> bool {
    const LONGEST: usize = 10;
    text.starts_with('-') && text.len() == 2 || class == "hl-string" && text.chars().count() <= LONGEST
}

/// A line of so many letters is whole on any phone.
const SHORT: usize = 32;

/// Whether a line that is too long for a page may be continued below from this piece on, besides behind its spaces: as
/// rustfmt would, before the dot of a method, and behind a parenthesis.
fn may_break(pieces: &[(&'static str, String)], index: usize) -> bool {
    let text = |at: usize| pieces.get(at).map_or("", |(_, text)| text.as_str());
    let before = |back: usize| index.checked_sub(back).map_or("", text);
    let name = |text: &str| text.starts_with(|c: char| c.is_alphabetic() || c == '_');
    match text(index) {
        "." => name(text(index + 1)) && before(1) != ".",
        ")" | " " => false,
        _ => before(1) == "(",
    }
}

/// The pieces of each line, with their classes; no class for plain text.
pub fn highlighted(program: &str) -> Vec<Vec<(&'static str, String)>> {
    let mut lines: Vec<Vec<(&'static str, String)>> = vec![Vec::new()];
    let mut at = 0;
    for token in tokenize(program, FrontmatterAllowed::No) {
        let end = at + token.len as usize;
        let class = class(token.kind, &program[at..end], &program[end..]);
        for (index, text) in program[at..end].split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) else { continue };
            match line.last_mut() {
                // The lexer has one sign in each token.
                Some((_, sign)) if sign == "-" && [">", "="].contains(&text) => sign.push_str(text),
                _ => line.push((class, text.to_string())),
            }
        }
        at = end;
    }
    lines
}

fn class(kind: TokenKind, text: &str, rest: &str) -> &'static str {
    match kind {
        TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => "hl-comment",
        TokenKind::Literal { kind: LiteralKind::Int { .. } | LiteralKind::Float { .. }, .. } => "hl-number",
        TokenKind::Literal { .. } => "hl-string",
        TokenKind::Lifetime { .. } => "hl-lifetime",
        TokenKind::Ident if KEYWORDS.contains(&text) => "hl-keyword",
        TokenKind::Ident if rest.starts_with('!') && !rest.starts_with("!=") => "hl-macro",
        TokenKind::Ident if text.starts_with(char::is_uppercase) => "hl-type",
        TokenKind::Ident if rest.starts_with('(') => "hl-function",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_may_be_continued_where_rustfmt_would_break_it() {
        let long = "let soup = kitchen.cooks(1..=2).first().serve(Soup::Leek, bowl);\n";
        let text = lines(long, 0..1, Blamed::Marked(&[]), "a").into_string().replace("<wbr>", "|");
        let text: String = scraped(&text);
        assert_eq!(text, "let soup = kitchen|.cooks(|1..=2)|.first()|.serve(|Soup::Leek, bowl);\n");
        let arrow = "fn serve(soup: Soup, bowl: Bowl) -> Table { table(\"leek\") }\n";
        let arrow = lines(arrow, 0..1, Blamed::Marked(&[]), "a").into_string();
        assert!(arrow.contains("<span class=\"whole\">-&gt;</span>"), "{arrow}");
        assert!(arrow.contains("<span class=\"hl-string whole\">&quot;leek&quot;</span>"), "{arrow}");
        assert!(!lines("f(a::b());\n", 0..1, Blamed::Marked(&[]), "a").into_string().contains("wbr"));
    }

    /// The text of some HTML.
    fn scraped(html: &str) -> String {
        html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
    }

    #[test]
    fn code_is_highlighted_line_by_line_and_the_blamed_line_is_marked() {
        let program = "fn main() {\n    print!(\"<\n1\", 2);\n}\n";
        assert_eq!(
            lines(program, 0..4, Blamed::Marked(&[2]), "a-b").into_string(),
            "<span class=\"line\" id=\"a-b-L1\"><span class=\"hl-keyword\">fn</span> <span class=\"hl-function\">main</span>() {\n</span>\
             <mark class=\"line indent-1 blamed\" id=\"a-b-L2\">    <span class=\"hl-macro\">print</span>!(<span class=\"hl-string\">&quot;&lt;</span>\n</mark>\
             <span class=\"line\" id=\"a-b-L3\"><span class=\"hl-string\">1&quot;</span>, <span class=\"hl-number\">2</span>);\n</span>\
             <span class=\"line\" id=\"a-b-L4\">}\n</span>"
        );
    }
}
