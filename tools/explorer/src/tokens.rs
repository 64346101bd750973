//! The words and signs of a listing's code, with their places.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// A token of the compiler's lexer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// Its line, counted from 1.
    pub line: u32,
    /// Its first letter in the line, counted from 1.
    pub column: u32,
    /// What it is: a name without the `r#` that it may have.
    pub text: &'a str,
}

/// The tokens that are neither white space nor comments. What stands in a text is one token with it.
pub fn tokens(program: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut at, mut line, mut start) = (0, 1, 0);
    for token in tokenize(program, FrontmatterAllowed::No) {
        let text = &program[at..at + token.len as usize];
        let passed_over = matches!(
            token.kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        );
        if !passed_over {
            let column = program[start..at].chars().count() as u32 + 1;
            let name = text.strip_prefix("r#").filter(|_| token.kind == TokenKind::RawIdent);
            tokens.push(Token { line, column, text: name.unwrap_or(text) });
        }
        for (offset, _) in text.match_indices('\n') {
            line += 1;
            start = at + offset + 1;
        }
        at += token.len as usize;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_knows_its_line_and_its_letter() {
        let token = |line, column, text| Token { line, column, text };
        let found = tokens("let größe = 1; // let\n/* a\n b */ r#type\n");
        let first = [token(1, 1, "let"), token(1, 5, "größe"), token(1, 11, "="), token(1, 13, "1"), token(1, 14, ";")];
        assert_eq!(found[..5], first);
        assert_eq!(found[5..], [token(3, 7, "type")]);
    }
}
