//! The index of the search: two scripts, since a page on the disk can read nothing else.
//!
//! `search/names.js` has what ranks the entries, and what things are called: chapters, sections, listings, error codes,
//! what the compiler and running programs say, terms, misconceptions, items of std. It answers alone until
//! `search/text.js` is there, which has the words of the sections and the code of the listings. How entries are ranked is
//! for `search/ranking.js` beside this file to say; `theme/search.js` shows them.

mod messages;
mod synonyms;

use crate::items::{Item, items};
use crate::page::{Figure, Page, Row, Section};
use crate::page_path;
use crate::place::Place;
use anyhow::{Context, ensure};
use catalog::{Catalog, CompileError, Evidence, EvidenceKind, Id, Listing, Problem, Problems, panics};
use messages::{Message, Messages};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use synonyms::Synonyms;

/// What ranks the entries, as the reader's browser runs it.
const RANKING: &str = include_str!("search/ranking.js");

/// The function of `theme/search.js` that the scripts call.
const TAKE: &str = "mdbookSiteSearch";

/// Where a page has the place for its button.
pub const PLACE: Place = Place("<div id=\"search-place\"></div>");

/// What stands there until a script makes the button: a link to the chapter in which all listings can be searched by eye.
/// `root` leads from the page to the folder of the pages.
pub fn without_script(index: &Path, root: &str) -> String {
    let page = page_path(index);
    format!("<div id=\"search-place\"><a class=\"icon-button\" href=\"{root}{page}\">Index</a></div>")
}

/// `[output.site.search]` of book.toml: what the search knows beside chapters, sections and listings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The chapter whose tables have a term in each row, and its meaning.
    glossary: Option<PathBuf>,
    /// The chapter whose tables have in each row what people say, and what is true.
    misconceptions: Option<PathBuf>,
    /// The file of words that readers call otherwise than the book, relative to the root of the book.
    synonyms: Option<PathBuf>,
}

/// What an entry names. The scripts know them by these names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Chapter,
    Section,
    Listing,
    Error,
    Misconception,
    Term,
    Item,
    Label,
    Message,
}

/// One thing that can be found: kind, page, id there, title, and what else is known of it. Of a listing the last of that is
/// its part, from which `ranking.js` makes its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Entry(Kind, usize, String, String, Vec<String>);

/// The words of a place: its page, its id there, its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Text(usize, String, Vec<String>);

/// What the first script has.
#[derive(Serialize)]
struct Names<'a> {
    /// Path and title of each page, and whether it is an appendix.
    pages: Vec<(&'a str, &'a str, bool)>,
    entries: Vec<Entry>,
    synonyms: &'a Synonyms,
}

/// All that the index is made from.
pub struct Search<'a> {
    catalog: &'a Catalog,
    evidence: &'a BTreeMap<&'a Id, Evidence>,
    pages: &'a [Page],
    /// The index of the page with the terms.
    glossary: Option<usize>,
    /// The index of the page with what people say.
    misconceptions: Option<usize>,
    synonyms: Synonyms,
    /// Each listing by the id of its figure, with the compiler's errors.
    listings: BTreeMap<String, (&'a Listing, Vec<CompileError>)>,
}

impl<'a> Search<'a> {
    /// Reads what the settings name.
    ///
    /// # Errors
    /// A setting that names no chapter or no file, a chapter without a table, a file of synonyms that is none, evidence
    /// that is none.
    pub fn new(
        settings: &Settings,
        catalog: &'a Catalog,
        evidence: &'a BTreeMap<&'a Id, Evidence>,
        pages: &'a [Page],
    ) -> anyhow::Result<Search<'a>> {
        let with_errors = |listing: &'a Listing| {
            let text = evidence[&listing.id].text(EvidenceKind::Errors);
            let errors = if text.is_empty() { Ok(Vec::new()) } else { CompileError::parse(text) };
            let errors = errors.map_err(|(line, fault)| {
                let remedy = format!("run `cargo book bless {}` and read what it writes", listing.id);
                Problem::at_line(&EvidenceKind::Errors.file(&listing.file), line, fault, remedy)
            });
            Ok((listing.id.in_html(), (listing, errors.map_err(Problems::from)?)))
        };
        let synonyms = settings.synonyms.as_deref().map(|file| Synonyms::read(&catalog.root, file)).transpose()?;
        Ok(Search {
            catalog,
            evidence,
            pages,
            glossary: settings.glossary.as_deref().map(|path| with_table("glossary", path, pages)).transpose()?,
            misconceptions: settings
                .misconceptions
                .as_deref()
                .map(|path| with_table("misconceptions", path, pages))
                .transpose()?,
            synonyms: synonyms.unwrap_or_default(),
            listings: catalog.listings.values().map(with_errors).collect::<anyhow::Result<_>>()?,
        })
    }

    /// The two scripts, by their paths.
    ///
    /// # Errors
    /// A synonym that the book does not have.
    pub fn scripts(&self) -> anyhow::Result<[(&'static str, String); 2]> {
        let entries = self.entries()?;
        let texts = self.texts()?;
        self.synonyms.check(&words_of(&entries, &texts))?;
        let pages = self.pages.iter().map(|page| (page.path.as_str(), page.title(), page.is_appendix)).collect();
        let names = script("names", &Names { pages, entries, synonyms: &self.synonyms })?;
        Ok([("search/names.js", ranking() + &names), ("search/text.js", script("text", &texts)?)])
    }

    fn entries(&self) -> anyhow::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        let (mut labels, mut messages) = (Messages::default(), Messages::default());
        let mut of_codes: BTreeMap<&str, Messages> = BTreeMap::new();
        for (page, section) in self.sections() {
            for figure in &section.figures {
                let (listing, errors) = self.listing(figure)?;
                for error in errors {
                    if let Some(code) = &error.code {
                        of_codes.entry(code).or_default().add(&error.message, None, page, figure);
                    }
                    for label in error.places.iter().filter(|place| place.words != error.message) {
                        labels.add(&label.words, error.code.as_deref(), page, figure);
                    }
                }
                if listing.is_program() {
                    for panic in panics(self.evidence[&listing.id].text(EvidenceKind::Stderr)) {
                        messages.add(&panic.message, None, page, figure);
                    }
                }
            }
        }
        for (page, section) in self.sections() {
            let of_code = of_codes.get(section.title.as_str());
            entries.push(heading(page, section, section.is_first_of(&self.pages[page]), of_code));
            for row in &section.rows {
                entries.extend(self.row(page, section, row)?);
            }
            for figure in &section.figures {
                entries.push(self.figure(page, figure)?);
            }
        }
        for Item { name, paths, place: (page, within) } in items(self.catalog, self.pages) {
            let section = &self.pages[page].sections[within];
            let known = paths.into_iter().chain([section.title.clone()]).collect();
            entries.push(Entry(Kind::Item, page, section.id.clone(), name, known));
        }
        for (kind, messages) in [(Kind::Label, labels), (Kind::Message, messages)] {
            let entry = |it: Message| Entry(kind, it.page, it.figure.clone(), it.text.clone(), vec![it.place()]);
            entries.extend(messages.into_all().map(entry));
        }
        Ok(entries)
    }

    fn sections(&self) -> impl Iterator<Item = (usize, &'a Section)> {
        self.pages.iter().enumerate().flat_map(|(at, page)| page.sections.iter().map(move |section| (at, section)))
    }

    fn listing(&self, figure: &Figure) -> anyhow::Result<&(&'a Listing, Vec<CompileError>)> {
        self.listings.get(&figure.id).with_context(|| {
            format!(
                "{} has the id `{}`, which is that of no listing\n  help: a figure with a number is made by the \
                 preprocessor `listings`, from a line `{{{{#listing part/name}}}}`",
                figure.name, figure.id
            )
        })
    }

    /// A term with its meaning, or what people say with what is true.
    fn row(&self, page: usize, section: &Section, row: &Row) -> anyhow::Result<Option<Entry>> {
        let kind = match Some(page) {
            at if at == self.glossary => Kind::Term,
            at if at == self.misconceptions => Kind::Misconception,
            _ => return Ok(None),
        };
        let [said, meant, ..] = row.cells.as_slice() else {
            anyhow::bail!(
                "{}: the row {:?} has one cell\n  help: give each row of the chapter a second, with what the first means",
                self.pages[page].path,
                row.cells
            );
        };
        Ok(Some(Entry(kind, page, section.id.clone(), said.clone(), vec![meant.clone()])))
    }

    fn figure(&self, page: usize, figure: &Figure) -> anyhow::Result<Entry> {
        let (listing, errors) = self.listing(figure)?;
        let mut known: Vec<String> = Vec::new();
        for error in errors {
            let message = match &error.code {
                Some(code) => format!("{code}: {}", error.message),
                None => error.message.clone(),
            };
            if !known.contains(&message) {
                known.push(message);
            }
        }
        // With its id in the page, which is there already, that is its id.
        known.push(listing.id.part.clone());
        Ok(Entry(Kind::Listing, page, figure.id.clone(), format!("{}: {}", figure.name, figure.caption), known))
    }

    fn texts(&self) -> anyhow::Result<Vec<Text>> {
        let mut texts = Vec::new();
        for (page, section) in self.sections() {
            texts.push(Text(page, section.id.clone(), self.text(page, section)));
            for figure in &section.figures {
                let (listing, _) = self.listing(figure)?;
                let lines = listing.shown.lines.iter().map(|line| line.text.trim()).filter(|line| line.len() > 1);
                let lines = listing.note.iter().map(String::as_str).chain(lines).map(str::to_string).collect();
                texts.push(Text(page, figure.id.clone(), lines));
            }
        }
        texts.retain(|text| !text.2.is_empty());
        Ok(texts)
    }

    /// The words of a section; of its tables only what no entry has.
    fn text(&self, page: usize, section: &Section) -> Vec<String> {
        let is_entry = |row: &&Row| {
            Some(page) == self.glossary
                || Some(page) == self.misconceptions
                || row.leads_to.as_ref().is_some_and(|id| self.listings.contains_key(id))
        };
        let rows = section.rows.iter().filter(|row| !is_entry(row)).map(|row| row.cells.join(" · "));
        section.blocks.iter().cloned().chain(rows).collect()
    }
}

/// The page that a setting names by its chapter, `appendices/glossary.md`. A table has to be on it.
fn with_table(setting: &str, chapter: &Path, pages: &[Page]) -> anyhow::Result<usize> {
    let named = format!("book.toml: `{setting} = \"{}\"` of [output.site.search] names", chapter.display());
    let path = page_path(chapter);
    let at = pages.iter().position(|page| page.path == path).with_context(|| {
        format!(
            "{named} no chapter of the book\n  help: give its path as it stands in SUMMARY.md, or take the line out"
        )
    })?;
    ensure!(
        pages[at].sections.iter().any(|section| !section.rows.is_empty()),
        "{named} a chapter without a table\n  help: each row of its tables is found by itself: write one, or take the line out"
    );
    Ok(at)
}

/// The ranking without its comments and its indentation: they are a third of it, and the first result waits for it.
fn ranking() -> String {
    let lines = RANKING.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn script(step: &str, content: &impl Serialize) -> serde_json::Result<String> {
    Ok(format!("{TAKE}(\"{step}\",{});\n", serde_json::to_string(content)?))
}

/// A heading, which is that of an error where its words are the error's code, or the name of its lint.
fn heading(page: usize, section: &Section, is_first: bool, of_code: Option<&Messages>) -> Entry {
    let kind = match of_code {
        Some(_) => Kind::Error,
        None if is_first => Kind::Chapter,
        None => Kind::Section,
    };
    let first_sentence = section.blocks.first().map(|block| first_sentence(block).to_string());
    let messages = of_code.cloned().into_iter().flat_map(|messages| messages.into_all().map(|message| message.text));
    Entry(kind, page, section.id.clone(), section.title.clone(), first_sentence.into_iter().chain(messages).collect())
}

fn first_sentence(text: &str) -> &str {
    text.find(['.', '?', ':', ';']).map_or(text, |end| &text[..=end])
}

/// Each word that an entry has or a text, as a reader types it.
fn words_of(entries: &[Entry], texts: &[Text]) -> BTreeSet<String> {
    let named = entries.iter().flat_map(|entry| entry.4.iter().chain([&entry.3]));
    named.chain(texts.iter().flat_map(|text| &text.2)).flat_map(|line| words(line)).collect()
}

/// Words of letters, digits and underscores, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, html: &str) -> Page {
        Page::read(path, &format!("<main>{html}</main>"), false)
    }

    #[test]
    fn a_setting_that_names_nothing_is_an_error_with_what_to_do() {
        let pages = [page("a.html", "<h1>A</h1>"), page("b.html", "<h1>B</h1><table><tr><td>x</td></tr></table>")];
        let fault = |path: &str| with_table("glossary", Path::new(path), &pages).unwrap_err().to_string();
        assert!(fault("c.md").starts_with("book.toml: `glossary = \"c.md\"` of [output.site.search] names no chapter"));
        assert!(fault("a.md").contains("names a chapter without a table\n  help: "), "{}", fault("a.md"));
        assert_eq!(with_table("glossary", Path::new("b.md"), &pages).unwrap(), 1);
    }

    #[test]
    fn words_are_found_as_a_reader_types_them() {
        assert_eq!(words("`Rc<Cell<u32>>`, split_at_mut!").collect::<Vec<_>>(), ["rc", "cell", "u32", "split_at_mut"]);
    }
}
