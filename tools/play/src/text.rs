//! Lines that are as wide as there is room.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use textwrap::core::Word;

/// A text in as many lines as it takes, each after the first beginning with `indent`.
pub fn wrapped(text: &str, width: u16, indent: &str) -> Vec<String> {
    let options = textwrap::Options::new(usize::from(width).max(indent.len() + 4)).subsequent_indent(indent);
    // A tab's width depends on the terminal.
    textwrap::wrap(&text.replace('\t', "    "), options).into_iter().map(String::from).collect()
}

/// A line of code in as many lines as it takes, each after the first beginning with `indent`. It is broken where a
/// person would break it: at a space, after a `(`, and before the `.` of a method.
pub fn wrapped_code(line: &str, width: u16, indent: &str) -> Vec<String> {
    let options = textwrap::Options::new(usize::from(width).max(indent.len() + 4))
        .subsequent_indent(indent)
        .word_separator(textwrap::WordSeparator::Custom(pieces));
    textwrap::wrap(&line.replace('\t', "    "), options).into_iter().map(String::from).collect()
}

fn pieces(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    let may_break = |window: &[(usize, char)]| {
        let [(_, before), (at, here), (_, next)] = *window else { return None };
        let breaks = match (before, here, next) {
            (' ', ' ', _) => false,
            ('(', ')', _) => false,
            (' ' | '(', ..) => true,
            (_, '.', next) => next.is_alphabetic(),
            _ => false,
        };
        breaks.then_some(at)
    };
    let breaks: Vec<usize> = letters.windows(3).filter_map(may_break).chain([line.len()]).collect();
    let mut from = 0;
    Box::new(breaks.into_iter().map(move |to| {
        let piece = &line[from..to];
        from = to;
        Word::from(piece)
    }))
}

/// A text after a prefix with a style of its own, with further lines indented by its width.
pub fn hung<'a>(beginning: Vec<Span<'a>>, text: &str, style: Style, width: u16) -> Vec<Line<'a>> {
    let indent = beginning.iter().map(Span::width).sum::<usize>();
    let room = width.saturating_sub(u16::try_from(indent).unwrap_or(width));
    let mut lines = Vec::new();
    for (place, part) in wrapped(text, room, "").into_iter().enumerate() {
        let mut spans = if place == 0 { beginning.clone() } else { vec![Span::raw(" ".repeat(indent))] };
        spans.push(Span::styled(part, style));
        lines.push(Line::from(spans));
    }
    lines
}

/// As much of a text as there is room for.
pub fn cut(text: &str, width: u16) -> String {
    let width = usize::from(width);
    if Span::raw(text).width() <= width {
        return text.to_string();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if Span::raw(format!("{kept}{letter}…")).width() > width {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}
