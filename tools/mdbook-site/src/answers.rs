//! Where answers stand in a book for e-readers: at the end of the chapter, as nothing can be unfolded on many of them.
//!
//! In the place of a listing that asks, its choices are a list; in the place of an answer there is a link to it; a note
//! stands below its paragraph.

use crate::xhtml::{self, Page};
use scraper::{CaseSensitivity, ElementRef, Selector};
use std::fmt::Write;

/// The content of a chapter's main part. `link` gives the address of a link in the book for e-readers, if it leads anywhere
/// there.
pub fn content(main: ElementRef<'_>, link: &dyn Fn(&str) -> Option<String>) -> String {
    let text = xhtml::content(main, &Chapter { link, is_answer: false });
    text + &section(main, link)
}

/// A chapter's text, or the answers behind it.
struct Chapter<'a> {
    link: &'a dyn Fn(&str) -> Option<String>,
    is_answer: bool,
}

impl Page for Chapter<'_> {
    fn link(&self, address: &str) -> Option<String> {
        (self.link)(address)
    }

    fn instead(&self, element: ElementRef<'_>) -> Option<String> {
        let has = |class: &str| element.value().has_class(class, CaseSensitivity::CaseSensitive);
        let is_asked = || above(element).any(is_asked);
        match element.value().name() {
            "details" if has("choice-none") => Some(String::new()),
            "details" if has("choice") => Some(self.choice(element)),
            "div" if has("choices") && select(element, "details.choice").is_empty() => Some(String::new()),
            "div" if has("choices") => Some(format!("<ol class=\"choices\">{}</ol>", xhtml::content(element, self))),
            "div" if has("listing-evidence") && !self.is_answer && is_asked() => Some(String::new()),
            "span" if has("listing-caption") && !self.is_answer && is_asked() => Some(String::new()),
            "span" if has("listing-question") && self.is_answer => Some(String::new()),
            "details" if has("answer") && !self.is_answer => Some(self.to_answer(element)),
            "details" if has("sidenote") => Some(self.note(element)),
            // Whoever reads this has it.
            "div" if has("whole-book") => Some(String::new()),
            _ => None,
        }
    }
}

impl Chapter<'_> {
    /// The content of the first such element within another; nothing where there is none.
    fn part(&self, within: ElementRef<'_>, selector: &str) -> String {
        first(within, selector).map(|part| xhtml::content(part, self)).unwrap_or_default()
    }

    fn choice(&self, choice: ElementRef<'_>) -> String {
        let words = self.part(choice, ".choice-words");
        match first(choice, ".choice-answer").filter(|_| self.is_answer) {
            Some(answer) => format!("<li>{words}<div>{}</div></li>", xhtml::content(answer, self)),
            None => format!("<li>{words}</li>"),
        }
    }

    fn to_answer(&self, details: ElementRef<'_>) -> String {
        format!("<p class=\"answer\"><a href=\"#{}\">Answer</a></p>", place_of(details))
    }

    fn note(&self, details: ElementRef<'_>) -> String {
        let (summary, words) = (self.part(details, "summary"), self.part(details, ".sidenote-words"));
        let id = first(details, ".sidenote-words").and_then(|words| words.attr("id")).unwrap_or_default();
        format!("<aside class=\"sidenote\" id=\"{id}\"><p class=\"sidenote-number\">{summary}</p>{words}</aside>")
    }
}

/// The answers of a chapter, in the order in which it asks; nothing where it asks nothing.
fn section(main: ElementRef<'_>, link: &dyn Fn(&str) -> Option<String>) -> String {
    let page = Chapter { link, is_answer: true };
    let mut answers = String::new();
    for asks in select(main, ".listing-asked, details.answer") {
        if is_asked(asks) {
            // What is asked in an answer is answered there.
            if !above(asks).any(|above| above.value().name() == "details") {
                answers += &answer_of_listing(asks, &page);
            }
        } else {
            let question = asks.prev_siblings().find_map(ElementRef::wrap);
            let question = question.map(|question| xhtml::content(question, &page)).unwrap_or_default();
            // The word which unfolds it would say nothing here.
            let answer: String = asks
                .child_elements()
                .filter(|child| child.value().name() != "summary")
                .map(|child| xhtml::whole(child, &page))
                .collect();
            let _ = write!(answers, "<div id=\"{}\"><p>{question}</p>{answer}</div>", place_of(asks));
        }
    }
    if answers.is_empty() { answers } else { format!("<section class=\"answers\"><h2>Answers</h2>{answers}</section>") }
}

fn answer_of_listing(figure: ElementRef<'_>, page: &Chapter<'_>) -> String {
    let classes: Vec<&str> = figure.value().classes().filter(|class| *class != "listing-asked").collect();
    let answers: String = select(figure, ".choice-answer")
        .into_iter()
        .map(|answer| format!("<li>{}</li>", xhtml::content(answer, page)))
        .collect();
    let answers = if answers.is_empty() { answers } else { format!("<ol class=\"choices\">{answers}</ol>") };
    format!(
        "<div class=\"{}\"><p><a href=\"#{}\">{}</a> {}</p>{answers}<div class=\"listing-evidence\">{}</div></div>",
        classes.join(" "),
        figure.attr("id").unwrap_or_default(),
        page.part(figure, ".listing-number"),
        page.part(figure, ".listing-caption"),
        page.part(figure, ".listing-evidence")
    )
}

/// The elements that an element stands in, the nearest first.
fn above(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    element.ancestors().filter_map(ElementRef::wrap)
}

fn is_asked(element: ElementRef<'_>) -> bool {
    element.value().has_class("listing-asked", CaseSensitivity::CaseSensitive)
}

/// The id of an answer: its place among those of its page.
fn place_of(details: ElementRef<'_>) -> String {
    let before = above(details)
        .last()
        .map_or(0, |root| select(root, "details.answer").iter().take_while(|other| other.id() != details.id()).count());
    format!("answer-{}", before + 1)
}

fn select<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    // The selectors are those of this file.
    Selector::parse(selector).map(|selector| within.select(&selector).collect()).unwrap_or_default()
}

fn first<'a>(within: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    select(within, selector).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn written(html: &str) -> String {
        let document = Html::parse_document(&format!("<main>{html}</main>"));
        let main = first(document.root_element(), "main").unwrap();
        content(main, &|address| Some(address.to_string()))
    }

    const FIGURE: &str = "<figure class=\"listing listing-hangs listing-asked\" id=\"a-b\"><figcaption>\
        <a class=listing-number>Listing 1</a> <span class=listing-caption>It hangs</span><span class=listing-question>What?</span></figcaption>\
        <div class=choices><details class=choice><summary><span class=choice-words>It ends</span></summary>\
        <div class=choice-answer><p>No.</p></div></details><details class=choice-none><summary>Show me</summary></details></div>\
        <div class=listing-evidence><p>Hangs.</p></div></figure>";

    #[test]
    fn a_listing_that_asks_has_its_choices_in_place_and_its_answers_at_the_end() {
        let text = written(&format!("{FIGURE}<p>After.</p>"));
        let (place, end) = text.split_once("<p>After.</p>").unwrap();
        assert!(place.contains("<ol class=\"choices\"><li>It ends</li></ol>") && place.contains("What?"), "{place}");
        for told in ["It hangs", "Hangs.", "No.", "Show me", "details"] {
            assert!(!place.contains(told), "{told}: {place}");
        }
        assert!(
            end.contains(
                "<h2>Answers</h2><div class=\"listing listing-hangs\"><p><a href=\"#a-b\">Listing 1</a> It hangs</p>"
            ),
            "{end}"
        );
        assert!(end.contains("<li><p>No.</p></li>") && end.contains("<p>Hangs.</p>"), "{end}");
    }

    #[test]
    fn a_question_leads_to_its_answer_which_has_what_it_asks_answered() {
        let answer = format!("<p>Why?</p><details class=answer><summary>Answer</summary><p>So.</p>{FIGURE}</details>");
        let text = written(&answer);
        let (place, end) = text.split_once("<section").unwrap();
        assert_eq!(place, "<p>Why?</p><p class=\"answer\"><a href=\"#answer-1\">Answer</a></p>");
        assert!(end.contains("<div id=\"answer-1\"><p>Why?</p><p>So.</p>"), "{end}");
        assert!(end.contains("<li>It ends<div><p>No.</p></div></li>") && end.contains("Hangs."), "{end}");
        assert_eq!(end.matches("Hangs.").count(), 1, "{end}");
        assert!(!written("<p>Text.</p>").contains("Answers"));
    }

    #[test]
    fn who_reads_the_book_on_an_e_reader_is_not_offered_it() {
        assert_eq!(written("<p>A</p><div class=whole-book><p>every.epub</p></div>"), "<p>A</p>");
    }

    #[test]
    fn a_note_stands_open_below_its_paragraph() {
        let note = "<details class=sidenote><summary>Note 1</summary><div class=sidenote-words id=note-a><p>N.</p></div></details>";
        let aside = "<aside class=\"sidenote\" id=\"note-a\"><p class=\"sidenote-number\">Note 1</p><p>N.</p></aside>";
        assert_eq!(written(note), aside);
    }
}
