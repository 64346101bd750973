//! Small pieces of Markdown, the captions and notes of listings, as HTML.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// Paragraphs and what they hold.
pub fn block(markdown: &str) -> Markup {
    let mut text = String::new();
    html::push_html(&mut text, Parser::new(markdown));
    PreEscaped(text)
}

/// One line, without a paragraph around it.
pub fn inline(markdown: &str) -> Markup {
    let within = |event: &Event<'_>| !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
    let mut text = String::new();
    html::push_html(&mut text, Parser::new(markdown).filter(within));
    PreEscaped(text)
}

/// One line as plain text, for an attribute.
pub fn plain(markdown: &str) -> String {
    Parser::new(markdown)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        })
        .collect()
}
