//! HTML as a browser reads it, written as XML for a reader that runs no scripts.
//!
//! What is left out is what only a script or a site can do: buttons, downloads, and all that is hidden until a script
//! shows it. A link to a page that is not in the book for e-readers stays as words.

use scraper::{ElementRef, Node};
use std::borrow::Cow;
use std::fmt::Write;

/// Elements that have no content, and need no end.
const VOID: [&str; 6] = ["br", "col", "hr", "img", "input", "wbr"];

/// Elements that do nothing without a script.
const SCRIPTED: [&str; 5] = ["button", "noscript", "script", "style", "template"];

/// The attributes that mean something there. `space` is `xml:space`, as a parser of HTML calls it in SVG.
const SCRIPTED_ATTRIBUTES: [&str; 5] = ["download", "rel", "style", "tabindex", "target"];

/// What a page in the book for e-readers has in another way than the site.
pub trait Page {
    /// The address of a link there, if it leads anywhere.
    fn link(&self, address: &str) -> Option<String>;

    /// What stands there in the place of an element, if it is not the element.
    fn instead(&self, element: ElementRef<'_>) -> Option<String>;
}

/// The content of an element.
pub fn content(element: ElementRef<'_>, page: &impl Page) -> String {
    let mut text = String::new();
    write_content(&mut text, element, page);
    text
}

fn write_content(text: &mut String, element: ElementRef<'_>, page: &impl Page) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) => *text += &escaped(words),
            Node::Element(_) => {
                if let Some(child) = ElementRef::wrap(child)
                    && !is_left_out(child)
                {
                    write_whole(text, child, page);
                }
            }
            _ => {}
        }
    }
}

fn is_left_out(element: ElementRef<'_>) -> bool {
    SCRIPTED.contains(&element.value().name())
        || element.attr("hidden").is_some()
        || element.attr("download").is_some()
        || element.attr("role") == Some("status")
}

/// An element, or what stands in its place.
pub fn whole(element: ElementRef<'_>, page: &impl Page) -> String {
    let mut text = String::new();
    write_whole(&mut text, element, page);
    text
}

fn write_whole(text: &mut String, element: ElementRef<'_>, page: &impl Page) {
    if let Some(instead) = page.instead(element) {
        *text += &instead;
        return;
    }
    let name = element.value().name();
    // The way back from a heading to itself is for the address bar.
    if name == "a" && element.value().classes().any(|class| class == "header") {
        return write_content(text, element, page);
    }
    let _ = write!(text, "<{name}");
    if name == "svg" {
        *text += " xmlns=\"http://www.w3.org/2000/svg\"";
    }
    for (attribute, value) in element.value().attrs() {
        let value = match attribute {
            "href" => match page.link(value) {
                Some(address) => Cow::Owned(address),
                None => continue,
            },
            "xmlns" => continue,
            // epubcheck 4, which systems install, lets a section be a group no more than ARIA 1.1 did.
            "role" if name == "section" => continue,
            _ if SCRIPTED_ATTRIBUTES.contains(&attribute) || attribute.starts_with("on") => continue,
            _ => Cow::Borrowed(value),
        };
        let attribute = if attribute == "space" { "xml:space" } else { attribute };
        let _ = write!(text, " {attribute}=\"{}\"", with_entities(&value, &['&', '<', '>', '"']));
    }
    if VOID.contains(&name) {
        *text += "/>";
    } else {
        *text += ">";
        write_content(text, element, page);
        let _ = write!(text, "</{name}>");
    }
}

/// Text in which nothing is markup.
pub fn escaped(text: &str) -> Cow<'_, str> {
    with_entities(text, &['&', '<', '>'])
}

/// Text in which these signs are written as entities. Most has none of them.
fn with_entities<'a>(text: &'a str, signs: &[char]) -> Cow<'a, str> {
    if !text.contains(signs) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    for piece in text.split_inclusive(signs) {
        let sign = piece.chars().next_back().filter(|last| signs.contains(last));
        let (plain, entity) = match sign {
            Some('&') => (&piece[..piece.len() - 1], "&amp;"),
            Some('<') => (&piece[..piece.len() - 1], "&lt;"),
            Some('>') => (&piece[..piece.len() - 1], "&gt;"),
            Some('"') => (&piece[..piece.len() - 1], "&quot;"),
            _ => (piece, ""),
        };
        written += plain;
        written += entity;
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    struct Plain;

    impl Page for Plain {
        fn link(&self, address: &str) -> Option<String> {
            address.strip_suffix(".html").map(|page| format!("{page}.xhtml"))
        }

        fn instead(&self, _: ElementRef<'_>) -> Option<String> {
            None
        }
    }

    fn written(html: &str) -> String {
        content(Html::parse_fragment(html).root_element(), &Plain)
    }

    #[test]
    fn what_html_leaves_open_is_closed_and_signs_of_markup_are_escaped() {
        assert_eq!(
            written("<p>a &lt; b<br>&amp;c <a title='\"'>d"),
            "<p>a &lt; b<br/>&amp;c <a title=\"&quot;\">d</a></p>"
        );
    }

    #[test]
    fn what_needs_a_script_is_left_out() {
        assert_eq!(
            written("<p>a<button>Copy</button><span hidden>b</span><a download href=x.zip>c</a></p>"),
            "<p>a</p>"
        );
    }

    #[test]
    fn a_link_leads_to_a_page_of_the_book_or_nowhere() {
        assert_eq!(written("<a href='a.html'>a</a><a href='b.zip'>b</a>"), "<a href=\"a.xhtml\">a</a><a>b</a>");
    }

    #[test]
    fn a_picture_keeps_its_names_as_xml_knows_them() {
        assert_eq!(
            written("<svg viewbox='0 0 1 1'><text xml:space='preserve'>a</text></svg>"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><text xml:space=\"preserve\">a</text></svg>"
        );
    }
}
