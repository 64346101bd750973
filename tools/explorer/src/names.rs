//! The names that things have in the code of a listing.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// The words of a program by their lines, without comments and texts.
pub struct Names {
    /// Line, column (both counted from 1) and text of each token that is neither white space nor a comment.
    tokens: Vec<(u32, u32, String)>,
}

impl Names {
    /// Reads a program.
    pub fn read(program: &str) -> Names {
        let mut tokens = Vec::new();
        let (mut at, mut line, mut start) = (0, 1, 0);
        for token in tokenize(program, FrontmatterAllowed::No) {
            let text = &program[at..at + token.len as usize];
            let kept = !matches!(
                token.kind,
                TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
            );
            if kept {
                let column = program[start..at].chars().count() as u32 + 1;
                tokens.push((line, column, text.to_string()));
            }
            for (offset, _) in text.match_indices('\n') {
                line += 1;
                start = at + offset + 1;
            }
            at += token.len as usize;
        }
        Names { tokens }
    }

    /// Where a word stands in a line for the first time.
    pub fn column_of(&self, word: &str, line: u32) -> Option<u32> {
        self.tokens.iter().find(|(at, _, text)| *at == line && text == word).map(|(_, column, _)| *column)
    }

    /// The function whose name alone is handed to another one in this line, as `carry` in `scope.spawn(carry)`.
    pub fn function_passed_to(&self, word: &str, line: u32) -> Option<String> {
        let from = self.tokens.iter().position(|(at, _, text)| *at == line && text == word)?;
        let texts: Vec<&str> = self.tokens[from..].iter().map(|(.., text)| text.as_str()).take(4).collect();
        match texts[..] {
            [_, "(", name, ")"] if is_name(name) => Some(name.to_string()),
            _ => None,
        }
    }

    /// The line on which a word is handed over without being called, as `spawn` in `map(thread::spawn)`, if there is one
    /// such line alone.
    pub fn only_line_that_passes(&self, word: &str) -> Option<u32> {
        let passed = self.tokens.windows(2).filter(|pair| pair[0].2 == word && pair[1].2 == ")");
        let lines: Vec<u32> = passed.map(|pair| pair[0].0).collect();
        match lines[..] {
            [line] => Some(line),
            _ => None,
        }
    }

    /// The names that the statement at this place gives to what it makes: of a `let`, in its order, or of a `static`.
    /// None if the statement gives none.
    pub fn given_at(&self, line: u32, column: u32) -> Vec<String> {
        let here = self.tokens.iter().position(|(at, from, _)| (*at, *from) >= (line, column));
        let before = &self.tokens[..here.unwrap_or(self.tokens.len())];
        let statement = &before[begin_of_statement(before)..];
        let Some(start) = statement.iter().position(|(.., text)| text == "let" || text == "static") else {
            return Vec::new();
        };
        let names = statement[start + 1..].iter().map(|(.., text)| text.as_str());
        // Up to the type or the value.
        let names = names.take_while(|text| !["=", ":"].contains(text));
        names.filter(|text| is_name(text) && !["mut", "ref"].contains(text)).map(str::to_string).collect()
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Where the statement begins that these tokens are the first part of.
fn begin_of_statement(tokens: &[(u32, u32, String)]) -> usize {
    // How many brackets have been closed on the way back and are not open yet: what stands in them is passed over.
    let mut closed = 0;
    for (at, (.., text)) in tokens.iter().enumerate().rev() {
        match text.as_str() {
            ")" | "]" => closed += 1,
            "}" if closed > 0 => closed += 1,
            "(" | "[" => closed = usize::saturating_sub(closed, 1),
            "{" if closed > 0 => closed -= 1,
            // A block of which the value is made.
            "{" if at > 0 && tokens[at - 1].2 == "const" => {}
            ";" if closed > 0 => {}
            ";" | "{" | "}" => return at + 1,
            _ => {}
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_before_the_place_where_something_is_made() {
        let program = "static DOOR: Mutex<u8> = Mutex::new(0); // let x\nfn main() {\n    let (sender, receiver) = \
                       mpsc::channel();\n    let mut shared =\n        Arc::new(Mutex::new(1));\n    use_it(Mutex::new(2));\n}\n";
        let names = Names::read(program);
        assert_eq!(names.given_at(1, 26), ["DOOR"]);
        assert_eq!(names.given_at(3, 30), ["sender", "receiver"]);
        assert_eq!(names.given_at(5, 18), ["shared"]);
        assert!(names.given_at(6, 12).is_empty());
        let three = Names::read("fn main() {}\nstatic BRUSHES: [Mutex<()>; 3] = [const { Mutex::new(()) }; 3];\n");
        assert_eq!(three.given_at(2, 43), ["BRUSHES"]);
    }
}
