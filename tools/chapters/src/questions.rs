//! The questions at the end of a chapter: which there are, and which a chapter must have.
//!
//! In the section *Questions*, a paragraph that is bold as a whole is a question, and all that follows up to the next one is
//! its answer.

use crate::blocks::{Block, Kind, blocks};
use crate::book::Book;
use crate::chapter::{Chapter, options};
use crate::choice::Fault;
use crate::heading::Heading;
use crate::piece::Piece;
use catalog::Problem;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// The name of the section.
pub(crate) const SECTION: &str = "Questions";

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Where the question stands.
    pub range: Range<usize>,
    /// The question, without what makes it bold.
    pub words: String,
    /// Where its answer stands.
    pub answer: Range<usize>,
}

/// A chapter has at least so many.
const FEWEST: usize = 5;

/// A question that asks for a change of code begins with one of these.
const CHANGES: [&str; 8] = ["Change", "Make", "Repair", "Rewrite", "Add", "Remove", "Turn", "Let"];

/// The questions of a chapter.
pub(crate) fn questions(content: &str, headings: &[Heading]) -> Vec<Question> {
    let Some(place) = headings.iter().position(|heading| heading.level == 2 && heading.words == SECTION) else {
        return Vec::new();
    };
    let start = headings[place].range.end;
    let end =
        headings[place + 1..].iter().find(|heading| heading.level <= 2).map_or(content.len(), |next| next.range.start);
    let bold =
        |block: &Block| block.kind == Kind::Paragraph { bold: true } && (start..end).contains(&block.range.start);
    let mut questions: Vec<Question> = Vec::new();
    for block in blocks(content).into_iter().filter(bold) {
        if let Some(before) = questions.last_mut() {
            before.answer.end = block.range.start;
        }
        let words = within_bold(&content[block.range.clone()]);
        questions.push(Question { answer: block.range.end..end, range: block.range, words });
    }
    questions
}

/// What stands within the bold text of a paragraph, as Markdown in one line.
fn within_bold(paragraph: &str) -> String {
    let (mut words, mut bold) = (String::new(), 0..0);
    for (event, range) in Parser::new_ext(paragraph, options()).into_offset_iter() {
        match event {
            // Bold text has two signs at either end, which are asterisks or underscores.
            Event::Start(Tag::Strong) => bold = range.start + 2..range.end - 2,
            Event::End(TagEnd::Strong) => words.push_str(&paragraph[bold.clone()]),
            Event::SoftBreak if !bold.contains(&range.start) => words.push(' '),
            _ => {}
        }
    }
    words.replace('\n', " ")
}

/// Words of which one is meant: "Add, Remove or Turn".
fn one_of(words: &[&str]) -> String {
    match words {
        [before @ .., last] if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// Questions that nothing answers.
pub(crate) fn unanswered(content: &str, questions: &[Question]) -> Vec<Fault> {
    let empty = questions.iter().filter(|question| content[question.answer.clone()].trim().is_empty());
    let fault = |question: &Question| {
        let fault = format!("nothing answers “{}”", question.words);
        (question.range.start, fault, "write the answer below it; the page folds it away".to_string())
    };
    empty.map(fault).collect()
}

/// Chapters that ask too little. If one chapter has five questions, of which one asks for a change of code and one for a
/// reason, then each that is read through has: the readers of another book need not expect any.
pub(crate) fn missing_questions(book: &Book) -> Vec<Problem> {
    let asks_enough = |chapter: &Chapter| !chapter.questions.is_empty() && missing(chapter).is_empty();
    match book.read_through().any(asks_enough) {
        true => book.read_through().flat_map(missing).collect(),
        false => Vec::new(),
    }
}

/// What the questions of one chapter lack.
fn missing(chapter: &Chapter) -> Vec<Problem> {
    let section = chapter.headings.iter().find(|heading| heading.words == SECTION);
    // That there is no such section is a fault of its own.
    let Some(line) = section.map(|section| chapter.line_of(&section.range)) else { return Vec::new() };
    let mut problems = Vec::new();
    let mut problem = |fault: String, remedy: String| {
        problems.push(Problem::at_line(&chapter.file(), line, fault, remedy));
    };
    let questions = &chapter.questions;
    if questions.len() < FEWEST {
        let fault = match questions.len() {
            1 => "has one question".to_string(),
            number => format!("has {number} questions"),
        };
        problem(fault, format!("ask {FEWEST}: each is a paragraph set wholly in bold, followed by its answer"));
    }
    let changes = |question: &Question| CHANGES.contains(&question.words.split(' ').next().unwrap_or_default());
    let has_listing = |question: &Question| {
        chapter.pieces.iter().any(|(range, piece)| {
            question.answer.contains(&range.start) && matches!(piece, Piece::Show(_) | Piece::Reference(_))
        })
    };
    if !questions.iter().any(|question| changes(question) && has_listing(question)) {
        let remedy = format!(
            "ask one that begins with {}, and show the changed listing in its answer, or link to it",
            one_of(&CHANGES)
        );
        problem("has no question that asks for a change of code".to_string(), remedy);
    }
    let asks_why = |question: &Question| {
        let words = question.words.to_lowercase();
        let has_why = words.split(|sign: char| !sign.is_alphabetic()).any(|word| word == "why");
        has_why || words.starts_with("what is the reason")
    };
    if !questions.iter().any(asks_why) {
        let remedy = "ask one with the word “why”, or one that begins with “What is the reason”".to_string();
        problem("has no question that asks for a reason".to_string(), remedy);
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn read(content: &str) -> Chapter {
        Chapter::read("T", Some("1".into()), Path::new("t.md"), content).0
    }

    #[test]
    fn a_bold_paragraph_is_a_question_and_what_follows_is_its_answer() {
        let content = "# T\n\n**Bold before.**\n\n## Questions\n\n**One?**\n\nYes.\n\n{{#listing a/b}}\n\n**Two\nlines, `**p`?**\n\nA **bold** word.\n\n## After\n\n**No.**\n";
        let found: Vec<(String, String)> = read(content)
            .questions
            .iter()
            .map(|question| (question.words.clone(), content[question.answer.clone()].trim().to_string()))
            .collect();
        let expected = [("One?", "Yes.\n\n{{#listing a/b}}"), ("Two lines, `**p`?", "A **bold** word.")];
        assert_eq!(found, expected.map(|(words, answer)| (words.to_string(), answer.to_string())));
    }

    #[test]
    fn a_question_without_an_answer_is_told_by_its_line() {
        let content = "# T\n\n## Questions\n\n**One?**\n\n**Two?**\n\nYes.\n";
        let problems = Chapter::read("T", None, Path::new("t.md"), content).1;
        let told: Vec<_> = problems.iter().map(|problem| (problem.line.unwrap(), problem.fault.as_str())).collect();
        assert_eq!(told, [(5, "nothing answers “One?”")]);
    }

    #[test]
    fn a_chapter_asks_five_questions_of_which_one_changes_code_and_one_asks_why() {
        let faults = |questions: &str| -> Vec<String> {
            let problems = missing(&read(&format!("# T\n\n## Questions\n\n{questions}")));
            problems.into_iter().map(|problem| format!("{}: {}", problem.line.unwrap(), problem.fault)).collect()
        };
        let plain = "**What?**\n\nThis.\n\n".repeat(3);
        let change = "**Make it print 2.**\n\nAs in [](listing:a/b).\n\n";
        let why = "**Tell why.**\n\nSo.\n\n";
        assert!(faults(&format!("{plain}{change}{why}")).is_empty());
        assert_eq!(faults(&format!("{change}{why}")), ["3: has 2 questions"]);
        assert_eq!(faults(&format!("{plain}{why}{why}")), ["3: has no question that asks for a change of code"]);
        let only_words = "**Make it print 2.**\n\nMove the line.\n\n";
        assert_eq!(
            faults(&format!("{plain}{only_words}{why}")),
            ["3: has no question that asks for a change of code"],
            "the answer has no listing"
        );
        assert_eq!(
            faults(&format!("{plain}{change}**Whyever?**\n\nNo.\n")),
            ["3: has no question that asks for a reason"]
        );
        assert!(faults(&format!("{plain}{change}**What is the reason?**\n\nSo.\n")).is_empty());
    }
}
