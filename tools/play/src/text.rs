//! Lines that are as wide as there is room.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// A text in as many lines as it takes, each of which but the first begins with `indent`.
pub fn wrapped(text: &str, width: u16, indent: &str) -> Vec<String> {
    let options = textwrap::Options::new(usize::from(width).max(indent.len() + 4)).subsequent_indent(indent);
    // A tab is as wide as the terminal pleases.
    textwrap::wrap(&text.replace('\t', "    "), options).into_iter().map(String::from).collect()
}

/// The same behind a beginning that has a style of its own, below which the further lines are indented.
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
