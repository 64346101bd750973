//! Words and code broken into lines, as wide as a picture lets them be. How wide a text comes out depends on the reader's
//! fonts, so words are broken where a wide font would need it.

/// What a letter of the words takes in a wide font, in tenths of a pixel; and one of code, which are all as wide.
pub(super) const LETTER: (usize, usize) = (68, 73);

pub(super) type Line = Vec<(bool, String)>;

/// Pieces of words and code, broken into lines at spaces.
pub(super) fn wrapped(pieces: &[(bool, String)], width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut line = Line::new();
    let mut used = 0;
    for (code, text) in pieces {
        let letter = if *code { LETTER.1 } else { LETTER.0 };
        for word in text.split_inclusive(' ') {
            for part in cut(word, width * 10 / letter) {
                let needed = width_of(part.trim_end(), letter);
                // A comma never begins a line.
                let joined = part.starts_with([',', '.', ';', ':']);
                if used + needed > width * 10 && !line.is_empty() && !joined {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                used += width_of(&part, letter);
                match line.last_mut() {
                    Some((same, last)) if same == code => last.push_str(&part),
                    _ => line.push((*code, part)),
                }
            }
        }
    }
    lines.push(line);
    lines
}

/// What a text takes, in tenths of a pixel. An arrow is wider than a letter, also among those of code.
fn width_of(text: &str, letter: usize) -> usize {
    text.chars().map(|c| if c == '→' { 2 * letter } else { letter }).sum()
}

/// A printed line in parts of at most so many letters, broken at spaces where it can be. A part that is not the first
/// begins with no space.
pub(super) fn broken(line: &str, letters: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in line.split_inclusive(' ') {
        for piece in cut(word, letters) {
            let last = parts.len() - 1;
            let needed = parts[last].chars().count() + piece.trim_end().chars().count();
            if needed > letters && !parts[last].is_empty() {
                parts.push(piece);
            } else {
                parts[last] += &piece;
            }
        }
    }
    parts
}

/// A text in parts of at most so many letters; an empty one is one part.
fn cut(text: &str, letters: usize) -> Vec<String> {
    let all: Vec<char> = text.chars().collect();
    if all.is_empty() {
        return vec![String::new()];
    }
    all.chunks(letters.max(1)).map(|chunk| chunk.iter().collect()).collect()
}

/// A thread's name, which stays in one line.
pub(super) fn unbroken(name: &str) -> String {
    name.replace(' ', "\u{a0}")
}

/// The pieces of a line as a sentence says them.
pub(super) fn spoken(line: &[(bool, String)]) -> String {
    line.iter().map(|(_, text)| text.replace('\u{a0}', " ")).collect()
}

pub(super) fn sentence_case(text: &str) -> String {
    // A thread's name stays as it is.
    if text.starts_with("main ") {
        return text.to_string();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_breaks_at_spaces_where_it_can() {
        assert_eq!(broken("closed after 20 orders", 15), ["closed after 20 ", "orders"]);
        assert_eq!(broken("  indented", 10), ["  indented"]);
        assert_eq!(broken("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(broken("", 4), [""]);
    }

    #[test]
    fn words_break_at_spaces_and_a_long_word_breaks_where_it_must() {
        let line = |text: &str| vec![(false, text.to_string())];
        assert_eq!(wrapped(&line("one two three"), 55), [line("one two "), line("three")]);
        assert_eq!(wrapped(&line("abcdefgh"), 41), [line("abcdef"), line("gh")]);
        assert_eq!(
            wrapped(&[(false, "locks ".into()), (true, "a".into()), (false, ", x".into())], 50),
            [vec![(false, "locks ".to_string()), (true, "a".into()), (false, ", ".into())], line("x")]
        );
    }
}
