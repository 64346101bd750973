//! Which items of the standard library the listings use, and which section of the book is about each.
//!
//! An item is a name that listings use and define nowhere, and that the prose sets as code. The first page that names
//! it about as often as any other is about it, and on that page the section of which this holds; to name it in a heading
//! counts as much as many paragraphs.

use crate::page::{Page, Section};
use catalog::Catalog;
use rust_source::Paths;
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
    let used = used(catalog.listings.values().map(|listing| listing.shown.text()));
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

/// Names that programs use and none of them defines.
fn used(programs: impl Iterator<Item = String>) -> Used {
    let (mut used, mut defined) = (Used::new(), BTreeSet::new());
    for program in programs {
        let program = Paths::in_text(&program);
        for path in &program.uses {
            for (at, word) in path.words.iter().enumerate() {
                // A part of a path, or a type: what stands alone in small letters is a variable.
                let before = at.checked_sub(1).map(|before| &path.words[before]);
                if before.is_some() || word.starts_with(char::is_uppercase) {
                    let paths = used.entry(word.clone()).or_default();
                    paths.extend(before.map(|before| format!("{before}::{word}")));
                }
            }
        }
        for call in &program.calls {
            used.entry(call.name.clone()).or_default();
        }
        defined.extend(program.defined.iter().cloned());
    }
    used.retain(|name, _| !defined.contains(name));
    used
}

/// The names in a piece of code, longer than one letter.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|name| name.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_used_with_its_paths_unless_a_program_defines_it() {
        let programs = [
            "use std::sync::{Mutex, mpsc::{self, Sender}};\nfn main() { let lock = Mutex::new(0); lock.lock(); }",
            "enum Kind { Own } struct Till; impl Till { fn open(&self) {} } fn f(take: Sender<u8>) { take.open(Kind::Own); }",
            "fn main() { println!(\"{}\", all.iter().max(thread::scope(f))); // Never::named\n }",
        ];
        let used = used(programs.map(String::from).into_iter());
        let paths = |name: &str| used.get(name).map(|paths| paths.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(paths("Mutex"), Some(vec!["sync::Mutex"]));
        assert_eq!(paths("Sender"), Some(vec!["mpsc::Sender"]));
        assert_eq!(paths("lock"), Some(vec![]));
        assert_eq!(paths("scope"), Some(vec!["thread::scope"]));
        assert_eq!(paths("max"), Some(vec![]));
        for name in ["Kind", "Own", "Till", "open", "take", "Never", "main"] {
            assert_eq!(paths(name), None, "{name}");
        }
    }
}
