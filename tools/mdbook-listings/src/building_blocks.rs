//! The building blocks of landing pages, of what opens a part, and of paths through the book.
//!
//! A list of chapters or sections is Markdown, as if an author had written it, so every renderer can take it.

use crate::schedules::Program;
use crate::{board, code, words};
use catalog::{Listing, Schedules};
use chapters::duration;
use maud::{Markup, PreEscaped, html};

/// An entry of a list: where it leads, and how long it takes.
pub struct TimedLink {
    /// A Markdown link.
    pub link: String,
    /// What stands behind it, as Markdown.
    pub suffix: String,
    /// How long it takes to read.
    pub minutes: usize,
}

/// The links as a list, below how many there are and what they take together. `what` names one and several of them.
pub fn list(links: &[TimedLink], what: [&str; 2], minutes: usize) -> String {
    written(links, what, minutes, |TimedLink { link, suffix, minutes }| {
        format!("{link}{suffix}, {}", duration(*minutes))
    })
}

/// The list on a page, where what leads somewhere, what stands behind it and its time are columns. Without a style sheet, and
/// for a screen reader, it is the sentence that it is in Markdown. `class` says of what kind it is.
pub fn columns(links: &[TimedLink], what: [&str; 2], minutes: usize, class: &str) -> String {
    let list = written(links, what, minutes, |TimedLink { link, suffix, minutes }| {
        let suffix = if suffix.is_empty() {
            String::new()
        } else {
            format!("<span class=\"way-behind\">{}</span>", hidden_comma(suffix))
        };
        format!("{link}{suffix}<span class=\"way-time\">{}</span>", hidden_comma(&format!(", {}", duration(*minutes))))
    });
    format!("<div class=\"ways {class}\">\n\n{list}\n</div>\n")
}

/// The words of a column, whose comma is for who reads on from the one before.
fn hidden_comma(words: &str) -> String {
    words.strip_prefix(", ").map_or(words.to_string(), |rest| format!("<span class=\"way-comma\">, </span>{rest}"))
}

fn written(links: &[TimedLink], what: [&str; 2], minutes: usize, line: impl Fn(&TimedLink) -> String) -> String {
    let mut text = format!("{} {}, {}.\n\n", links.len(), what[usize::from(links.len() != 1)], duration(minutes));
    for link in links {
        text += &format!("1. {}\n", line(link));
    }
    text
}

/// The motif on a page. It says nothing, so nobody is told of it who cannot see it.
pub fn motif(svg: &str) -> String {
    format!(
        "<div class=\"motif\" aria-hidden=\"true\">{}</div>\n",
        svg.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}

/// The code and the board of an explored listing. `name` is what a reader calls it, `address` where its evidence stands.
///
/// There is no empty line in it, which Markdown would take for its end.
pub fn play(listing: &Listing, found: &Schedules, name: &str, address: &str) -> String {
    let text = listing.shown.text();
    let program = Program { name: &listing.id.to_string(), code: &text, told: html! {} };
    let markup = html! {
        section.schedules.play role="group" aria-label=(format!("The board of {name}")) {
            (without(listing, found, name))
            details.scheduler hidden open {
                summary { "Be the scheduler" }
            }
            script.schedules-data type="application/json" { (PreEscaped(board::data(&program, found))) }
            p.play-evidence {
                a href=(address) { (name) } " has the evidence: every schedule of it, and a picture of one for each outcome."
            }
        }
    };
    markup.into_string()
}

/// What there is without a script: the program, and what can come of it.
fn without(listing: &Listing, found: &Schedules, name: &str) -> Markup {
    let lines = 0..listing.shown.lines.len();
    html! {
        div.play-without {
            pre.listing-code tabindex="0" role="group" aria-label=(format!("Code of {name}")) {
                code.nohighlight { (code::lines(&listing.shown.text(), lines, code::Blamed::Marked(&[]), &format!("play-{}", listing.id.in_html()))) }
            }
            p { strong { (words::sentence(found)) } " In a browser with JavaScript there’s a board here, on which you choose who goes next." }
        }
    }
}

/// The button that forgets. A script shows it and makes it work.
pub fn forget() -> String {
    let markup = html! {
        div.forget hidden {
            button type="button" { "Forget what I’ve read, predicted and found" }
            span role="status" {}
        }
    };
    markup.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_how_many_there_are_and_what_each_takes() {
        let link = |markdown: &str, minutes| TimedLink { link: markdown.into(), suffix: String::new(), minutes };
        assert_eq!(
            list(&[link("[A](a.md)", 1), link("[B](b.md)", 64)], ["chapter", "chapters"], 65),
            "2 chapters, 1 hour 5 minutes.\n\n1. [A](a.md), 1 minute\n1. [B](b.md), 1 hour 4 minutes\n"
        );
        assert!(list(&[link("[A](a.md)", 1)], ["chapter", "chapters"], 1).starts_with("1 chapter, 1 minute."));
    }

    #[test]
    fn a_motif_is_one_line_so_that_markdown_does_not_end_it() {
        assert_eq!(
            motif("<svg>\n\n  <path/>\n</svg>\n"),
            "<div class=\"motif\" aria-hidden=\"true\"><svg> <path/> </svg></div>\n"
        );
    }
}
