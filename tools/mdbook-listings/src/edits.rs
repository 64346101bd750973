//! A chapter's text with some of its places replaced, and with what is put between others.

use std::ops::Range;

/// What comes first where several stand at one place: what is open is closed before anything else begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// The end of a block with notes.
    EndsNoted,
    /// The end of a question's answer.
    EndsAnswer,
    /// The beginning of a question's answer.
    BeginsAnswer,
    /// The beginning of a block with notes.
    BeginsNoted,
    /// Whatever stands for something in the text.
    Stands,
    /// What stands at the end of a page.
    Foot,
}

/// What stands in another place than it was written, and in other words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edits {
    edits: Vec<(Range<usize>, Order, String)>,
}

impl Edits {
    /// No edit.
    pub fn new() -> Edits {
        Edits { edits: Vec::new() }
    }

    /// Puts a text in the place of another one.
    pub fn replace(&mut self, range: Range<usize>, with: String) {
        self.edits.push((range, Order::Stands, with));
    }

    /// Puts a text between what is there.
    pub fn insert(&mut self, at: usize, order: Order, text: String) {
        self.edits.push((at..at, order, text));
    }

    /// The edited text of a part of the content. What lies within a place that is replaced is gone with it.
    pub fn apply(&self, content: &str, part: Range<usize>) -> String {
        let mut edits: Vec<_> =
            self.edits.iter().filter(|(range, ..)| part.start <= range.start && range.end <= part.end).collect();
        edits.sort_by_key(|(range, order, _)| (range.start, *order));
        let mut text = String::with_capacity(part.len());
        let mut at = part.start;
        for (range, _, with) in edits {
            if range.start < at {
                continue;
            }
            text.push_str(&content[at..range.start]);
            text.push_str(with);
            at = range.end;
        }
        text.push_str(&content[at..part.end]);
        text
    }
}

/// A text whose lines but the first lose so many spaces at their beginning: what stood in an item of a list, or in a note.
pub fn outdented(text: &str, by: usize) -> String {
    let mut lines = text.trim().split('\n');
    let first = lines.next().unwrap_or_default().to_string();
    let less = |line: &str| line.trim_start_matches(' ').len().max(line.len().saturating_sub(by));
    lines.fold(first, |text, line| format!("{text}\n{}", &line[line.len() - less(line)..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_a_replaced_place_is_gone_with_it_and_what_is_open_is_closed_first() {
        let mut edits = Edits::new();
        edits.insert(4, Order::BeginsAnswer, "<".into());
        edits.insert(4, Order::EndsNoted, ">".into());
        edits.replace(1..2, "B".into());
        edits.replace(5..8, "-".into());
        edits.replace(6..7, "never".into());
        assert_eq!(edits.apply("abcdefghi", 0..9), "aBcd><e-i");
        assert_eq!(edits.apply("abcdefghi", 5..9), "-i");
        assert_eq!(edits.apply("abcdefghi", 6..8), "neverh");
    }

    #[test]
    fn lines_lose_their_indent_and_no_more() {
        assert_eq!(outdented(" A\n  b\n\n    c\n d\n", 2), "A\nb\n\n  c\nd");
    }
}
