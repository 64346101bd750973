//! Which items of the standard library the listings use, and which section of the book is about each.
//!
//! An item is a name that listings use and define nowhere, and that the prose sets as code. The first page that names
//! it about as often as any other is about it, and on that page the section of which this holds; to name it in a heading
//! counts as much as many paragraphs.

use crate::page::{Page, Section};
use catalog::Catalog;
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use std::collections::{BTreeMap, BTreeSet};

/// How many times a page has to name an item, to be about it.
const NAMED: usize = 3;

/// How many times as much a heading counts as a paragraph.
const HEADING: usize = 10;

/// Where a section is: the place of its page among the pages, and its own among those of the page.
pub type Place = (usize, usize);

/// An item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// As listings write it with what it is part of: `thread::scope`.
    pub paths: Vec<String>,
    /// The section about it.
    pub place: Place,
}

/// Each item that has a section about it, by name.
pub fn items(catalog: &Catalog, pages: &[Page]) -> Vec<Item> {
    let used = used(catalog);
    let mut found: BTreeMap<String, Vec<(Place, usize)>> = BTreeMap::new();
    for (at, page) in pages.iter().enumerate() {
        for (within, section) in page.sections.iter().enumerate() {
            for (name, count) in named(section, &used) {
                found.entry(name.to_string()).or_default().push(((at, within), count));
            }
        }
    }
    let item = |(name, counts): (String, Vec<(Place, usize)>)| {
        let paths = used.get(&name)?.iter().cloned().collect();
        Some(Item { place: most_about(&counts)?, paths, name })
    };
    found.into_iter().filter_map(item).collect()
}

/// How often a section names each item.
fn named<'a>(section: &'a Section, used: &Used) -> BTreeMap<&'a str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in section.code.iter().flat_map(|code| names(code)).filter(|name| used.contains_key(*name)) {
        *counts.entry(name).or_default() += 1;
    }
    for name in section.title_code.iter().flat_map(|code| names(code)).filter(|name| used.contains_key(*name)) {
        *counts.entry(name).or_default() += HEADING;
    }
    // A heading need not set the name of a type as code. What only looks like one is not named below it.
    for name in names(&section.title).filter(|name| name.starts_with(char::is_uppercase)) {
        if let Some(count) = counts.get_mut(name) {
            *count += HEADING;
        }
    }
    counts
}

/// The page that explains an item, and its section that does.
fn most_about(counts: &[(Place, usize)]) -> Option<Place> {
    let mut pages: BTreeMap<usize, usize> = BTreeMap::new();
    for ((page, _), count) in counts {
        *pages.entry(*page).or_default() += count;
    }
    let page =
        first_at_length(pages.iter().map(|(page, count)| (*page, *count))).filter(|(_, count)| *count >= NAMED)?.0;
    let sections = counts.iter().filter(|((at, _), _)| *at == page);
    Some(first_at_length(sections.copied())?.0)
}

/// The first that has at least half of the most: a book explains a thing where it first speaks of it at length.
fn first_at_length<T>(counts: impl Iterator<Item = (T, usize)> + Clone) -> Option<(T, usize)> {
    let most = counts.clone().map(|(_, count)| count).max()?;
    counts.into_iter().find(|(_, count)| 2 * count >= most)
}

/// Names, each with the paths that it is written in.
type Used = BTreeMap<String, BTreeSet<String>>;

/// Names that listings use without defining them.
fn used(catalog: &Catalog) -> Used {
    let (mut used, mut defined) = (Used::new(), BTreeSet::new());
    for listing in catalog.listings.values() {
        let text = listing.shown.text();
        let words: Vec<(bool, &str)> = code_words(&text);
        for (at, (is_name, word)) in words.iter().enumerate() {
            let before = |steps: usize| at.checked_sub(steps).map_or("", |at| words[at].1);
            if !is_name {
                continue;
            }
            if introduces(before(1)) || (before(1) == "mut" && introduces(before(2))) {
                defined.insert((*word).to_string());
            } else if before(1) == "." || before(1) == ":" || word.starts_with(char::is_uppercase) {
                // A method, a part of a path, or a type: what stands alone in small letters is a variable.
                let paths = used.entry((*word).to_string()).or_default();
                if before(1) == ":" && before(2) == ":" && !before(3).is_empty() && words[at - 3].0 {
                    paths.insert(format!("{}::{word}", before(3)));
                }
            }
        }
    }
    used.retain(|name, _| !defined.contains(name));
    used
}

/// The words and signs of a program, and whether each is a name.
fn code_words(text: &str) -> Vec<(bool, &str)> {
    let mut at = 0;
    let mut words = Vec::new();
    for token in tokenize(text, FrontmatterAllowed::No) {
        let word = &text[at..at + token.len as usize];
        at += token.len as usize;
        if !matches!(token.kind, TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. })
        {
            words.push((token.kind == TokenKind::Ident, word));
        }
    }
    words
}

/// Whether the next word is a new name.
fn introduces(word: &str) -> bool {
    matches!(
        word,
        "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "mod" | "let" | "for" | "macro_rules"
    )
}

/// The names in a piece of code, longer than one letter.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|name| name.len() > 1)
}
