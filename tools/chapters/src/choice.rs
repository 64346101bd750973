//! Reads the choices that a reader is given before the evidence of a listing is seen.
//!
//! They are the list right below a listing that asks, and each item begins with a link whose words are the choice:
//!
//! ```text
//! {{#listing threads/two-cooks predict}}
//!
//! - [`soup` comes first, always](wrong:always-begins) Nothing makes the other cook wait.
//! - [Either, from run to run](right:several) They share nothing, and …
//! ```
//!
//! Behind `right:` or `wrong:` stands what the choice claims of the listing ([`Claim`]); what follows the link
//! answers a reader who has chosen it.

use crate::blocks::{Kind, blocks};
use crate::chapter::options;
use crate::claim::Claim;
use crate::piece::{Piece, Show};
use pulldown_cmark::{Event, Parser, Tag};
use std::ops::Range;

/// The choices of one listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The directive of the listing, below which they stand.
    pub show: Show,
    /// Where the list stands.
    pub range: Range<usize>,
    /// The choices.
    pub list: Vec<Choice>,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Where its link stands.
    pub link: Range<usize>,
    /// What can be chosen, as Markdown.
    pub words: String,
    /// What the author says of it.
    pub judgement: Judgement,
    /// What it claims.
    pub claim: Claim,
    /// Where its answer stands.
    pub answer: Range<usize>,
    /// By how many spaces the lines of the answer are indented, but the first.
    pub indent: usize,
}

/// What the author says a choice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It is so.
    Right,
    /// It is not.
    Wrong,
}

impl Judgement {
    const ALL: [Judgement; 2] = [Judgement::Right, Judgement::Wrong];

    /// The scheme of its links.
    pub fn word(self) -> &'static str {
        match self {
            Judgement::Right => "right",
            Judgement::Wrong => "wrong",
        }
    }
}

/// A place, what is wrong there, and what to do.
pub(crate) type Fault = (usize, String, String);

const REMEDY: &str = "write two to four items right below `{{#listing part/name predict}}`, each of which begins with \
                      `[words](right:CLAIM)` or `[words](wrong:CLAIM)`";

/// The choices of a chapter, and what is wrong with them as Markdown. `pieces` are those of the chapter.
pub(crate) fn choices(content: &str, pieces: &[(Range<usize>, Piece)]) -> (Vec<Choices>, Vec<Fault>) {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    let blocks = blocks(content);
    for pair in blocks.windows(2) {
        let asks = |(range, piece): &(Range<usize>, Piece)| match piece {
            Piece::Show(show) if show.predict && range.start == pair[0].range.start => Some(show.clone()),
            _ => None,
        };
        let Some(show) = pieces.iter().find_map(asks).filter(|_| pair[1].kind == Kind::List) else { continue };
        let range = pair[1].range.clone();
        let items = items(content, &range);
        if items.iter().all(|item| item.link.is_none()) {
            continue;
        }
        let number = items.len();
        let list: Vec<Choice> = items.into_iter().filter_map(|item| choice(content, item, &mut faults)).collect();
        // What an item lacks is told of it.
        if list.len() == number {
            faults.extend(fault_of(&list, range.start));
        }
        found.push(Choices { show, range, list });
    }
    for (range, address) in links(content).filter(|(_, address)| judged(address).is_some()) {
        let is_among = |choices: &&Choices| choices.range.contains(&range.start);
        match found.iter().find(is_among) {
            None => {
                let fault =
                    format!("`{address}` is a choice, but it is not below a listing that asks the reader to predict");
                faults.push((range.start, fault, REMEDY.to_string()));
            }
            Some(choices) if choices.list.iter().any(|choice| choice.answer.contains(&range.start)) => {
                let fault = format!("`{address}` is a choice within an item that is already one");
                faults.push((
                    range.start,
                    fault,
                    "make it an item of its own, or plain words: an answer cannot offer a choice".into(),
                ));
            }
            Some(_) => {}
        }
    }
    (found, faults)
}

/// What is wrong with choices together.
fn fault_of(list: &[Choice], at: usize) -> Option<Fault> {
    let has = |judgement: Judgement| list.iter().any(|choice| choice.judgement == judgement);
    let read: Vec<String> = list.iter().map(|choice| as_read(&choice.words)).collect();
    let same = list.iter().enumerate().find(|(index, _)| read[..*index].contains(&read[*index]));
    let fault = match (list, same) {
        (_, Some((_, choice))) => {
            return Some((choice.link.start, format!("“{}” can be chosen twice", choice.words), "keep one".into()));
        }
        ([] | [_], _) => "gives no choice".to_string(),
        ([_, _, _, _, _, ..], _) => format!("gives {} choices", list.len()),
        _ if !has(Judgement::Right) => "has no choice that is right".to_string(),
        _ if !has(Judgement::Wrong) => "has no choice that is wrong".to_string(),
        _ => return None,
    };
    Some((at, fault, "give two to four, at least one of them right and one wrong".to_string()))
}

/// The words of a choice without their marks: by these a page knows again which one a reader has made.
fn as_read(words: &str) -> String {
    let text = Parser::new_ext(words, options()).map(|event| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::SoftBreak | Event::HardBreak => " ".to_string(),
        _ => String::new(),
    });
    text.collect::<String>().trim().to_string()
}

/// An item of a list: where it stands, and the link it begins with, if that is a choice.
struct Item {
    range: Range<usize>,
    link: Option<(Range<usize>, String)>,
}

/// The items of the list at `list`.
fn items(content: &str, list: &Range<usize>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut depth = 0;
    // Whether nothing of the item has come yet.
    let mut begins = false;
    let within = |range: Range<usize>| list.start + range.start..list.start + range.end;
    for (event, range) in Parser::new_ext(&content[list.clone()], options()).into_offset_iter() {
        match &event {
            Event::Start(Tag::Item) if depth == 1 => {
                items.push(Item { range: within(range), link: None });
                begins = true;
            }
            Event::Start(Tag::Paragraph) if begins => {}
            Event::Start(Tag::Link { dest_url, .. }) if begins && judged(dest_url).is_some() => {
                if let Some(item) = items.last_mut() {
                    item.link = Some((within(range), dest_url.to_string()));
                }
                begins = false;
            }
            _ => begins = false,
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    items
}

fn choice(content: &str, item: Item, faults: &mut Vec<Fault>) -> Option<Choice> {
    let Some((link, address)) = item.link else {
        faults.push((item.range.start, "this item is not a choice, but others in its list are".into(), REMEDY.into()));
        return None;
    };
    let (judgement, claim) = judged(&address)?;
    let text = &content[link.clone()];
    let words = text.strip_prefix('[').and_then(|text| text.strip_suffix(&format!("]({address})")));
    let Some(words) = words.filter(|words| !words.trim().is_empty()) else {
        faults.push((link.start, format!("`{text}` is no choice"), REMEDY.into()));
        return None;
    };
    let Some(claim) = Claim::parse(claim) else {
        let fault = format!("`{claim}` is not something a choice can claim");
        faults.push((link.start, fault, format!("it can claim one of {}", Claim::vocabulary())));
        return None;
    };
    let words = words.to_string();
    let answer = link.end..item.range.end;
    if content[answer.clone()].trim().is_empty() {
        let fault = format!("the choice “{words}” has no answer");
        faults.push((link.start, fault, "say after the link why it is so, or why it is not".into()));
    }
    let indent = link.start - content[..link.start].rfind('\n').map_or(0, |end| end + 1);
    Some(Choice { link, words, judgement, claim, answer, indent })
}

/// What the address of a choice's link says, and claims.
fn judged(address: &str) -> Option<(Judgement, &str)> {
    let (word, claim) = address.split_once(':')?;
    Judgement::ALL.into_iter().find(|judgement| judgement.word() == word).map(|judgement| (judgement, claim))
}

fn links(content: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    Parser::new_ext(content, options()).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some((range, dest_url.to_string())),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapter::Chapter;
    use std::path::Path;

    fn read(below: &str) -> (Vec<Choices>, Vec<String>) {
        let content = format!("# T\n\n{{{{#listing a/b predict}}}}\n\n{below}");
        let (chapter, problems) = Chapter::read("T", None, Path::new("t.md"), &content);
        (
            chapter.choices,
            problems.iter().map(|problem| format!("{}: {}", problem.line.unwrap(), problem.fault)).collect(),
        )
    }

    #[test]
    fn choices_have_words_claims_and_answers_of_several_paragraphs() {
        let (found, faults) = read(
            "- [`a | b`](wrong:always) No [](listing:a/b).\n- [Either](right:several)\n  Yes.\n\n  More.\n\nText.\n",
        );
        assert!(faults.is_empty(), "{faults:?}");
        let [choices] = &found[..] else { panic!("{found:?}") };
        let told: Vec<_> =
            choices.list.iter().map(|choice| (choice.words.as_str(), choice.judgement, &choice.claim)).collect();
        let always = Claim::parse("always").unwrap();
        let several = Claim::parse("several").unwrap();
        assert_eq!(told, [("`a | b`", Judgement::Wrong, &always), ("Either", Judgement::Right, &several)]);
        assert_eq!(choices.list[1].indent, 2);
        assert_eq!(choices.list[0].answer.len(), " No [](listing:a/b).\n".len());
    }

    #[test]
    fn a_list_without_choices_is_a_list() {
        let (found, faults) = read("- [words](listing:a/b) of it\n- more\n");
        assert!(found.is_empty() && faults.is_empty(), "{found:?} {faults:?}");
    }

    #[test]
    fn what_reads_the_same_can_be_chosen_once_and_an_answer_has_no_choices() {
        let faults = |below: &str| read(below).1;
        for same in ["[``a``](wrong:fails)", "[ `a`](wrong:fails)", "[*`a`*](wrong:fails)"] {
            let found = faults(&format!("- [`a`](right:runs) A.\n- {same} B.\n"));
            assert_eq!(found.len(), 1, "{same}: {found:?}");
            assert!(found[0].ends_with("can be chosen twice"), "{same}: {found:?}");
        }
        assert!(faults("- [`a`](right:runs) A.\n- [`a`, always](wrong:fails) B.\n").is_empty());
        assert_eq!(
            faults("- [a](right:runs) A, [not b](wrong:fails).\n- [b](wrong:fails) B:\n  - [c](right:one) C.\n"),
            [
                "5: `wrong:fails` is a choice within an item that is already one",
                "7: `right:one` is a choice within an item that is already one"
            ]
        );
    }

    #[test]
    fn what_is_no_choice_is_told_by_its_line() {
        let faults = |below: &str| read(below).1;
        assert_eq!(
            faults("- [a](right:runs) A.\n- [b](wrong:print) B.\n- c\n- [d](wrong:fails)\n"),
            [
                "6: `print` is not something a choice can claim",
                "7: this item is not a choice, but others in its list are",
                "8: the choice “d” has no answer"
            ]
        );
        assert_eq!(faults("- [a](right:runs) A.\n- [b](right:one) B.\n"), ["5: has no choice that is wrong"]);
        assert_eq!(faults("- [a](wrong:fails) A.\n- [b](wrong:hangs) B.\n"), ["5: has no choice that is right"]);
        assert_eq!(faults("- [a](right:runs) A.\n"), ["5: gives no choice"]);
        let five: String = (0..5).map(|n| format!("- [{n}](wrong:prints) No.\n")).collect();
        assert_eq!(faults(&five), ["5: gives 5 choices"]);
        assert_eq!(faults("- [a](right:runs) A.\n- [a](wrong:fails) B.\n"), ["6: “a” can be chosen twice"]);
        assert_eq!(
            faults("Text.\n\n- [a](right:runs) A.\n"),
            ["7: `right:runs` is a choice, but it is not below a listing that asks the reader to predict"]
        );
    }
}
