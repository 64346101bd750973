//! Small pieces of Markdown, the captions and notes of listings, as HTML.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Paragraphs and what they hold.
pub fn block(markdown: &str) -> Markup {
    let mut text = String::new();
    html::push_html(&mut text, parser(markdown));
    PreEscaped(text)
}

/// One line, without a paragraph around it.
pub fn inline(markdown: &str) -> Markup {
    let within = |event: &Event<'_>| !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
    let mut text = String::new();
    html::push_html(&mut text, parser(markdown).filter(within));
    PreEscaped(text)
}

/// One line as [`inline`] has it, in which code with ` | ` is several lines, as in `//@ outcome:`.
pub fn inline_with_lines(markdown: &str) -> Markup {
    let within = |event: &Event<'_>| !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
    let lines = parser(markdown).filter(within).flat_map(|event| match event {
        Event::Code(text) => {
            let lines = text.split(" | ").map(|line| Event::Code(line.to_string().into()));
            lines.flat_map(|line| [Event::HardBreak, line]).skip(1).collect()
        }
        other => vec![other],
    });
    let mut text = String::new();
    html::push_html(&mut text, lines);
    PreEscaped(text.replace('\n', ""))
}

/// With the quotation marks of the chapters.
fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_SMART_PUNCTUATION)
}

/// One line as plain text, for an attribute.
pub fn plain(markdown: &str) -> String {
    parser(markdown)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        })
        .collect()
}

/// One line as pieces, each with whether it is code; for places where there is no HTML, such as a picture.
///
/// Only code is told apart: a tag or an entity in the line stays the text that it is.
pub fn pieces(markdown: &str) -> Vec<(bool, String)> {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for event in Parser::new(markdown) {
        let (code, text) = match event {
            Event::Code(text) => (true, text.into_string()),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => (false, text.into_string()),
            Event::SoftBreak | Event::HardBreak => (false, " ".to_string()),
            _ => continue,
        };
        match pieces.last_mut() {
            Some((false, last)) if !code => last.push_str(&text),
            _ => pieces.push((code, text)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_tell_code_from_words_and_a_tag_stays_text() {
        let piece = |code, text: &str| (code, text.to_string());
        assert_eq!(
            pieces("locks `a<b>` of <i>x</i>"),
            [piece(false, "locks "), piece(true, "a<b>"), piece(false, " of <i>x</i>")]
        );
    }
}
