//! All chapters in the order of the summary, and where each listing stands in them.

use crate::chapter::Chapter;
use crate::section::Section;
use catalog::{Id, Problem, Problems, left_by_an_editor};
use mdbook_summary::{Summary, SummaryItem, parse_summary};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The chapters of the book, and the places of its listings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// In the order of the summary.
    pub chapters: Vec<Chapter>,
    /// Where each listing is shown first: the chapter's file, relative to the folder of the chapters.
    pub places: BTreeMap<Id, PathBuf>,
}

impl Book {
    /// A book of these chapters.
    pub fn new(chapters: Vec<Chapter>) -> Book {
        let mut places = BTreeMap::new();
        for chapter in &chapters {
            for show in chapter.shows() {
                places.entry(show.id.clone()).or_insert_with(|| chapter.path.clone());
            }
        }
        Book { chapters, places }
    }

    /// The listings that the book shows, in its order.
    pub fn listings(&self) -> impl Iterator<Item = &Id> {
        self.chapters
            .iter()
            .flat_map(|chapter| chapter.shows().map(|show| &show.id).filter(|id| self.places[*id] == chapter.path))
    }

    /// The chapters that one reads from the first to the last: those that have a number and open no part.
    pub fn read_through(&self) -> impl Iterator<Item = &Chapter> {
        self.chapters.iter().filter(|chapter| chapter.is_read_through())
    }

    /// The chapters that the summary has below this one.
    pub fn below<'a>(&'a self, opener: &Chapter) -> impl Iterator<Item = &'a Chapter> {
        let below = opener.number.as_ref().map(|number| format!("{number}."));
        let is_below = move |number: &String| below.as_ref().is_some_and(|below| number.starts_with(below));
        self.chapters.iter().filter(move |chapter| chapter.number.as_ref().is_some_and(&is_below))
    }

    /// The section that an address names, `threads/spawning.md#joining`, or the whole chapter, `threads/spawning.md`.
    pub fn section(&self, address: &str) -> Option<Section<'_>> {
        let (path, id) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
        let chapter = self.chapters.iter().find(|chapter| chapter.path == Path::new(path))?;
        Section::of(chapter, id)
    }

    /// Reads the chapters that `src/SUMMARY.md` below `root` names.
    ///
    /// # Errors
    /// Faults of the Markdown, chapters that do not exist, and Markdown files in `src` that the summary leaves out.
    pub fn load(root: &Path) -> Result<Book, Problems> {
        let file = Path::new("src/SUMMARY.md");
        let text = std::fs::read_to_string(root.join(file)).map_err(|error| Problem::io(file, "read", &error))?;
        let summary = parse_summary(&text).map_err(|error| {
            Problem::in_file(
                file,
                format!("is no summary: {}", error.root_cause()),
                "mend it as the guide of mdBook says",
            )
        })?;
        let mut problems = Problems::default();
        let mut chapters = Vec::new();
        let (listed, drafts) = listed(&summary);
        for title in drafts {
            let remedy = "write it, or leave it out until it is written";
            problems.push(Problem::in_file(file, format!("the chapter `{title}` has no file"), remedy));
        }
        let known: BTreeSet<PathBuf> = listed.iter().map(|(.., path)| Path::new("src").join(path)).collect();
        for (title, number, path) in listed {
            let file = Path::new("src").join(&path);
            match std::fs::read_to_string(root.join(&file)) {
                Ok(content) => {
                    let (chapter, found) = Chapter::read(&title, number, &path, &content);
                    chapters.push(chapter);
                    problems.extend(found);
                }
                Err(error) => problems.push(Problem::io(&file, "read", &error)),
            }
        }
        for file in markdown_below(root, Path::new("src")) {
            if !NO_CHAPTERS.iter().any(|other| file == Path::new(other)) && !known.contains(&file) {
                let remedy = "add it to src/SUMMARY.md, or remove it";
                problems.push(Problem::in_file(&file, "is a chapter that is not in the summary", remedy));
            }
        }
        problems.or(Book::new(chapters))
    }
}

/// Markdown in `src` that mdBook reads for itself: the summary, and what to show in place of a page that does not exist.
const NO_CHAPTERS: [&str; 2] = ["src/SUMMARY.md", "src/404.md"];

/// Title, number and path.
type Listed = (String, Option<String>, PathBuf);

/// Every chapter that has a file, and the titles of those that have none.
fn listed(summary: &Summary) -> (Vec<Listed>, Vec<String>) {
    fn walk(items: &[SummaryItem], found: &mut Vec<Listed>, drafts: &mut Vec<String>) {
        for item in items {
            if let SummaryItem::Link(link) = item {
                if let Some(path) = &link.location {
                    let number =
                        link.number.as_ref().map(|number| number.to_string().trim_end_matches('.').to_string());
                    found.push((link.name.clone(), number, path.clone()));
                } else {
                    drafts.push(link.name.clone());
                }
                walk(&link.nested_items, found, drafts);
            }
        }
    }
    let (mut found, mut drafts) = (Vec::new(), Vec::new());
    for items in [&summary.prefix_chapters, &summary.numbered_chapters, &summary.suffix_chapters] {
        walk(items, &mut found, &mut drafts);
    }
    (found, drafts)
}

fn markdown_below(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else { return found };
    for entry in entries.flatten() {
        let path = folder.join(entry.file_name());
        if left_by_an_editor(&path) {
            continue;
        }
        if entry.path().is_dir() {
            found.extend(markdown_below(root, &path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}
