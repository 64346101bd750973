//! The names that things have in the code of a listing.

use crate::tokens::tokens;

/// The words of a program by their lines, without comments.
pub struct Names {
    /// Line, column (both counted from 1) and text of each token that is neither white space nor a comment.
    tokens: Vec<(u32, u32, String)>,
}

impl Names {
    /// Reads a program.
    pub fn read(program: &str) -> Names {
        let tokens = tokens(program).into_iter().map(|token| (token.line, token.column, token.text.to_string()));
        Names { tokens: tokens.collect() }
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

    /// How many elements the array of the `static` has whose value is made at this place: 3 of
    /// `static DOORS: [Mutex<u8>; 3] = [const { Mutex::new(0) }; 3];`. None if it is no such array.
    pub fn elements_made_at(&self, line: u32, column: u32) -> Option<usize> {
        let here = self.tokens.iter().position(|(at, from, _)| (*at, *from) >= (line, column))?;
        let begin = begin_of_statement(&self.tokens[..here]);
        let of_static = self.tokens[begin..here].iter().any(|(.., text)| text == "static");
        // From the value on, to the end of the statement, which is the first `;` that is no array's.
        let semicolon = self.tokens[here..].windows(3).find(|three| three[0].2 == ";")?;
        let number = semicolon[1].2.parse().ok().filter(|_| semicolon[2].2 == "]");
        number.filter(|_| of_static)
    }

    /// Whether a guard that is made on this line is gone at its end: it has no name, and the statement ends here.
    pub fn lets_go_on(&self, line: u32) -> bool {
        let on_line: Vec<&str> =
            self.tokens.iter().filter(|(at, ..)| *at == line).map(|(.., text)| text.as_str()).collect();
        let next = self.tokens.iter().find(|(at, ..)| *at > line).map(|(.., text)| text.as_str());
        let ends = match (on_line.first(), on_line.last()) {
            (_, Some(&";")) => true,
            // The condition is over before the block begins, unless it is a pattern.
            (Some(&("if" | "while")), Some(&"{")) => !on_line.contains(&"let"),
            (_, Some(&("{" | "(" | "[" | "|"))) | (_, None) => false,
            // The last expression of a block.
            _ => next == Some("}"),
        };
        ends && !keeps_a_guard(&on_line)
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

/// Whether a line of code gives a guard a name: `let drawer = till.lock().unwrap();`, but not `*till.lock().unwrap()`.
fn keeps_a_guard(line: &[&str]) -> bool {
    const LOCKS: [&str; 6] = ["lock", "try_lock", "read", "try_read", "write", "try_write"];
    // What gives the guard on, and nothing made of it.
    const OPENS: [&str; 4] = ["unwrap", "expect", "unwrap_or_else", "ok"];
    let Some(equals) = line.iter().position(|text| *text == "=").filter(|_| line.contains(&"let")) else {
        return false;
    };
    let value = &line[equals + 1..];
    let Some(lock) = value.windows(2).position(|pair| LOCKS.contains(&pair[0]) && pair[1] == "(") else {
        return false;
    };
    let mut at = after_brackets(value, lock + 1);
    while value.get(at) == Some(&".") && value.get(at + 1).is_some_and(|name| OPENS.contains(name)) {
        at = after_brackets(value, at + 2);
    }
    value[0] != "*" && matches!(value.get(at), Some(&(";" | "else")) | None)
}

/// The place behind the brackets that open at `from`.
fn after_brackets(tokens: &[&str], from: usize) -> usize {
    let mut open = 0_usize;
    for (at, text) in tokens.iter().enumerate().skip(from) {
        match *text {
            "(" => open += 1,
            ")" => open = open.saturating_sub(1),
            _ => {}
        }
        if open == 0 {
            return at + 1;
        }
    }
    tokens.len()
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
        assert_eq!(three.elements_made_at(2, 43), Some(3));
        assert_eq!(names.elements_made_at(1, 26), None);
        assert_eq!(names.elements_made_at(4, 18), None);
    }

    #[test]
    fn a_guard_without_a_name_is_gone_at_the_end_of_its_statement() {
        let gone = |line: &str| Names::read(&format!("{line}\n}}\n")).lets_go_on(1);
        assert!(gone("*till.lock().unwrap() += 1;"));
        assert!(gone("let sold = *till.lock().unwrap();"));
        assert!(gone("let sold = till.lock().unwrap().len();"));
        assert!(gone("let other = thread::spawn(|| *till.lock().unwrap() += 1);"));
        assert!(gone("if till.lock().unwrap().is_empty() {"));
        assert!(gone("*till.lock().unwrap()"));
        assert!(!gone("let drawer = till.lock().unwrap();"));
        assert!(!gone("let mut drawer = till.lock().unwrap_or_else(PoisonError::into_inner);"));
        assert!(!gone("let Ok(drawer) = till.try_lock() else {"));
        assert!(!gone("if let Ok(drawer) = till.try_lock() {"));
        assert!(!gone("for coin in till.lock().unwrap().iter() {"));
        assert!(!gone("match till.lock().unwrap().pop() {"));
    }
}
