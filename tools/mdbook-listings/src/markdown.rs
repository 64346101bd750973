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

/// With the quotation marks of the chapters. A tag is text: `Arc<T>` is none, and what it opened would swallow the page.
fn parser(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(markdown, Options::ENABLE_SMART_PUNCTUATION).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    })
}

/// A link in Markdown. `words` are Markdown; an address with a blank or a bracket stands between `<` and `>`.
pub fn link(words: &str, address: &str) -> String {
    match address.contains([' ', '(', ')']) {
        true => format!("[{words}](<{address}>)"),
        false => format!("[{words}]({address})"),
    }
}

/// Plain text as Markdown that says the same.
pub fn escaped(text: &str) -> String {
    text.chars().flat_map(|sign| "\\`*_[]<>&".contains(sign).then_some('\\').into_iter().chain([sign])).collect()
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
    fn a_title_and_an_address_are_what_they_are_in_a_link() {
        let text = link(&escaped("Arc<T> [2] * 3"), "../p/one (1).md");
        assert_eq!(inline(&text).into_string(), "<a href=\"../p/one%20(1).md\">Arc&lt;T&gt; [2] * 3</a>");
    }

    #[test]
    fn a_tag_in_a_caption_is_text() {
        assert_eq!(inline("An Arc<T> of *two*").into_string(), "An Arc&lt;T&gt; of <em>two</em>");
        assert_eq!(plain("An Arc<T>"), "An Arc<T>");
    }

    #[test]
    fn pieces_tell_code_from_words_and_a_tag_stays_text() {
        let piece = |code, text: &str| (code, text.to_string());
        assert_eq!(
            pieces("locks `a<b>` of <i>x</i>"),
            [piece(false, "locks "), piece(true, "a<b>"), piece(false, " of <i>x</i>")]
        );
    }
}
