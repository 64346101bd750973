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

/// The lines `range` (counted from 0) of a program, each a `span` or, where it is blamed (a line counted from 1), a
/// `mark`.
///
/// No line is empty text: Markdown would take that for the end of the HTML.
pub fn lines(program: &str, range: Range<usize>, blamed: &[usize]) -> Markup {
    let lines = highlighted(program);
    html! {
        @for (index, pieces) in lines.iter().enumerate().take(range.end).skip(range.start) {
            @if blamed.contains(&(index + 1)) {
                mark.line { (line(pieces)) }
            } @else {
                span.line { (line(pieces)) }
            }
        }
    }
}

fn line(pieces: &[(&'static str, String)]) -> Markup {
    html! {
        @for (class, text) in pieces {
            @if class.is_empty() { (text) } @else { span class=(class) { (text) } }
        }
        "\n"
    }
}

/// The pieces of each line, with their classes; no class for plain text.
pub fn highlighted(program: &str) -> Vec<Vec<(&'static str, String)>> {
    let mut lines = vec![Vec::new()];
    let mut at = 0;
    for token in tokenize(program, FrontmatterAllowed::No) {
        let end = at + token.len as usize;
        let class = class(token.kind, &program[at..end], &program[end..]);
        for (index, text) in program[at..end].split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut()
                && !text.is_empty()
            {
                line.push((class, text.to_string()));
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
    fn code_is_highlighted_line_by_line_and_the_blamed_line_is_marked() {
        let program = "fn main() {\n    print!(\"<\n1\", 2);\n}\n";
        assert_eq!(
            lines(program, 0..4, &[2]).into_string(),
            "<span class=\"line\"><span class=\"hl-keyword\">fn</span> <span class=\"hl-function\">main</span>() {\n</span>\
             <mark class=\"line\">    <span class=\"hl-macro\">print</span>!(<span class=\"hl-string\">&quot;&lt;</span>\n</mark>\
             <span class=\"line\"><span class=\"hl-string\">1&quot;</span>, <span class=\"hl-number\">2</span>);\n</span>\
             <span class=\"line\">}\n</span>"
        );
    }
}
