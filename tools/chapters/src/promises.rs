//! Promises such as "a later part": each is a link to what it promises, so that none is made of what nobody has written.

use crate::book::Book;
use crate::chapter::{Chapter, options};
use at_once::at_once;
use catalog::Problem;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Words that send the reader to another place of the book.
const PROMISES: [&str; 16] = [
    "later chapter",
    "later part",
    "later section",
    "later in the book",
    "later in this book",
    "chapter later",
    "chapters later",
    "of its own later",
    "of their own later",
    "has its chapter",
    "the next part",
    "parts of this book",
    "next two chapters",
    "chapters on",
    "chapter of this part",
    "we'll come to",
];

/// Promises of which not even a word is a link.
pub(crate) fn promises_without_a_place(book: &Book) -> Vec<Problem> {
    let broken = |chapter: &Chapter| {
        let problem = |(offset, words): (usize, &str)| {
            let fault = format!("`{words}` promises something, and no word of it is a link");
            let remedy = "link it to the section that keeps the promise, or say it so that it promises nothing";
            Problem::at_line(&chapter.file(), chapter.line_of(&(offset..offset)), fault, remedy)
        };
        without_a_link(&chapter.content).into_iter().map(problem).collect::<Vec<_>>()
    };
    at_once(&book.chapters, broken).into_iter().flatten().collect()
}

/// Where such promises stand, and in which words.
fn without_a_link(content: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    let mut prose = Prose::default();
    let mut links = 0;
    let mut in_code = false;
    for (event, range) in Parser::new_ext(content, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if in_code => {}
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::End(TagEnd::Link) => links -= 1,
            Event::Text(text) | Event::Code(text) => prose.push(&text, range.start, links > 0),
            Event::SoftBreak | Event::HardBreak => prose.push(" ", range.start, links > 0),
            Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
            // Whatever else begins or ends, the sentence does as well.
            _ => found.extend(std::mem::take(&mut prose).without_a_link()),
        }
    }
    found.extend(prose.without_a_link());
    found
}

/// A piece of text without its markup.
#[derive(Default)]
struct Prose {
    /// In small letters.
    text: String,
    /// The stretches it was put together from.
    stretches: Vec<Stretch>,
}

/// A stretch of a text that is a link or none, from one markup to the next.
struct Stretch {
    /// Where it begins in the text without markup.
    begins: usize,
    /// Where it begins in the chapter.
    offset: usize,
    is_link: bool,
}

impl Prose {
    fn push(&mut self, text: &str, offset: usize, is_link: bool) {
        self.stretches.push(Stretch { begins: self.text.len(), offset, is_link });
        self.text.push_str(&text.to_ascii_lowercase());
    }

    fn without_a_link(&self) -> Vec<(usize, &'static str)> {
        let promises = PROMISES.iter().flat_map(|words| self.text.match_indices(words).map(|(at, _)| (at, *words)));
        let mut found: Vec<(usize, &str)> = promises
            .filter_map(|(at, words)| {
                let first = self.stretches.iter().rposition(|stretch| stretch.begins <= at)?;
                let mut touched = self.stretches[first..].iter().take_while(|one| one.begins < at + words.len());
                let offset = self.stretches[first].offset + at - self.stretches[first].begins;
                (!touched.any(|stretch| stretch.is_link)).then_some((offset, words))
            })
            .collect();
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_of_which_a_word_is_a_link_is_kept() {
        let kept = [
            "Orderings have [a chapter in a later part](orderings.md).",
            "`Arc` has [its chapter](arc.md) later.",
            "*A [later](arc.md) chapter* has it.",
        ];
        for text in kept {
            assert_eq!(without_a_link(text), [], "{text}");
        }
    }

    #[test]
    fn a_promise_without_a_link_is_found_where_it_stands() {
        let text = "[A](a.md) is here.\n\nLater\nparts and a *later* chapter of [B](b.md).\n\n- It has its chapter.\n";
        let found = without_a_link(text);
        let words: Vec<_> = found.iter().map(|(offset, words)| (&text[*offset..offset + 5], *words)).collect();
        assert_eq!(words, [("Later", "later part"), ("later", "later chapter"), ("has i", "has its chapter")]);
    }

    #[test]
    fn what_is_later_and_no_promise_is_let_through() {
        let text =
            "A later edition, another part of the thread, and\n\n```toml\n# a later chapter\n```\n\none potato later.";
        assert_eq!(without_a_link(text), []);
    }
}
