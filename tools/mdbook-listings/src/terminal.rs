//! What a terminal showed, as HTML: the compiler's words in its own colours, and the output of programs.

use anstream::adapter::WinconBytes;
use anstyle::{AnsiColor, Color, Effects, Style};
use maud::{Markup, html};

/// A text with terminal colours, line by line. A plain text is one too.
///
/// No line is empty text: Markdown would take that for the end of the HTML.
pub fn lines(ansi: &str) -> Markup {
    let mut lines: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let mut parser = WinconBytes::new();
    for (style, text) in parser.extract_next(ansi.as_bytes()) {
        for (index, piece) in text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut()
                && !piece.is_empty()
            {
                line.push((classes(style), piece.to_string()));
            }
        }
    }
    // A panic message begins with an empty line, to stand apart from what a terminal showed before. Here it does.
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    while lines.first().is_some_and(Vec::is_empty) {
        lines.remove(0);
    }
    html! {
        @for pieces in &lines {
            @let margin = has_margin(pieces);
            @let hanging = if margin { behind_marks(pieces) } else { behind_spaces(pieces) };
            span.line.prose[!margin] style=[hanging.map(|columns| format!("--hanging: {columns}ch"))] {
                @for (class, text) in pieces {
                    (piece(class, text))
                }
                "\n"
            }
        }
    }
}

/// A text without the folder in which the standard library was compiled, `/rustc/` and a number of forty digits: what is
/// behind it, `library/std/src/thread/mod.rs`, is where the source can be found.
pub fn without_the_folder_of_rustc(text: &str) -> String {
    const FOLDER: &str = "/rustc/";
    let mut pieces = text.split(FOLDER);
    let mut short = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        match piece.split_once('/') {
            Some((number, rest)) if number.len() == 40 && number.chars().all(|c| c.is_ascii_hexdigit()) => {
                short += rest
            }
            _ => short += &format!("{FOLDER}{piece}"),
        }
    }
    short
}

/// A piece in its colour. What is bold is strong; what the compiler would add is in plain green, what it would take out
/// in plain red.
fn piece(class: &str, text: &str) -> Markup {
    html! {
        @match class {
            "" => (text),
            "ansi-green" => ins class=(class) { (text) },
            "ansi-red" => del class=(class) { (text) },
            _ if class.starts_with("ansi-bold") => strong class=(class) { (text) },
            _ => span class=(class) { (text) },
        }
    }
}

/// Whether a line stands behind the compiler's margin, so that columns matter in it and it must not be wrapped.
fn has_margin(pieces: &[(String, String)]) -> bool {
    let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
    let behind = text.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    text.trim_start().starts_with("...") || behind.starts_with(['|', '+', '-', '~'])
}

/// How many columns of a line with a margin find room on paper in type that can be read.
const PAPER: usize = 100;

/// How far a sentence that is wrapped is continued from the edge: as far as it begins from there.
fn behind_spaces(pieces: &[(String, String)]) -> Option<usize> {
    let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
    let spaces = text.len() - text.trim_start_matches(' ').len();
    (spaces > 0 && spaces < text.len()).then_some(spaces)
}

/// How far from the edge the words begin that stand behind the margin and the marks below the code, where the line is longer
/// than paper is wide. There it's wrapped, and the marks still point at their columns.
fn behind_marks(pieces: &[(String, String)]) -> Option<usize> {
    let text: String = pieces.iter().map(|(_, text)| text.as_str()).collect();
    let is_mark = |c: char| c.is_ascii_digit() || " |-^~_+.>=:".contains(c);
    let words = text.chars().take_while(|c| is_mark(*c)).count();
    (text.chars().count() > PAPER && words < PAPER).then_some(words)
}

fn classes(style: Style) -> String {
    let colour = match style.get_fg_color() {
        Some(Color::Ansi(AnsiColor::Red | AnsiColor::BrightRed)) => "ansi-red",
        Some(Color::Ansi(AnsiColor::Yellow | AnsiColor::BrightYellow)) => "ansi-yellow",
        Some(Color::Ansi(AnsiColor::Green | AnsiColor::BrightGreen)) => "ansi-green",
        Some(Color::Ansi(AnsiColor::Blue | AnsiColor::BrightBlue)) => "ansi-blue",
        Some(Color::Ansi(AnsiColor::Cyan | AnsiColor::BrightCyan)) => "ansi-cyan",
        Some(Color::Ansi(AnsiColor::Magenta | AnsiColor::BrightMagenta)) => "ansi-magenta",
        _ => "",
    };
    let bold = if style.get_effects().contains(Effects::BOLD) { "ansi-bold" } else { "" };
    [bold, colour].into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_rustc_is_left_out_where_it_is_one() {
        let text = "--> /rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/marker.rs:814:11\n--> /rustc/mine/a.rs";
        assert_eq!(without_the_folder_of_rustc(text), "--> library/core/src/marker.rs:814:11\n--> /rustc/mine/a.rs");
    }

    #[test]
    fn what_the_compiler_suggests_is_told_apart() {
        let ansi = "7 | \u{1b}[91m- \u{1b}[0ma\n7 | \u{1b}[92m+ \u{1b}[0mb\n";
        assert_eq!(
            lines(ansi).into_string(),
            "<span class=\"line\">7 | <del class=\"ansi-red\">- </del>a\n</span>\
             <span class=\"line\">7 | <ins class=\"ansi-green\">+ </ins>b\n</span>"
        );
    }

    #[test]
    fn a_sentence_is_continued_below_its_beginning() {
        let text = lines("   = note: it is so\n").into_string();
        assert_eq!(text, "<span class=\"line prose\" style=\"--hanging: 3ch\">   = note: it is so\n</span>");
    }

    #[test]
    fn what_is_too_long_for_paper_is_continued_behind_its_marks() {
        let long = format!("  |   ---- ^^^ {}\n", "word ".repeat(20));
        assert!(
            lines(&long)
                .into_string()
                .starts_with("<span class=\"line\" style=\"--hanging: 15ch\">  |   ---- ^^^ word")
        );
        assert!(lines("  |   ---- ^^^ short\n").into_string().starts_with("<span class=\"line\">"));
    }

    #[test]
    fn colours_become_classes_and_empty_lines_stay() {
        let ansi = "\u{1b}[1m\u{1b}[91merror\u{1b}[0m: `Rc<i32>`\n7 | \n\nend\n";
        assert_eq!(
            lines(ansi).into_string(),
            "<span class=\"line prose\"><strong class=\"ansi-bold ansi-red\">error</strong>: `Rc&lt;i32&gt;`\n</span>\
             <span class=\"line\">7 | \n</span><span class=\"line prose\">\n</span><span class=\"line prose\">end\n</span>"
        );
    }
}
