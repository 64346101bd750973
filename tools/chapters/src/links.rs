//! Links from chapter to chapter: each leads to a chapter or a file that is there, and to a section of it.

use crate::book::Book;
use crate::chapter::{Chapter, options};
use crate::reader::scheme;
use at_once::at_once;
use catalog::{Problem, slashes};
use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Parser, Tag};
use std::ops::Range;
use std::path::{Component, Path};

/// The page with the whole book, which mdBook makes beside those of the chapters.
const WHOLE_BOOK: &str = "print.html";

/// Links that lead nowhere. `root` is the folder of the book.
pub(crate) fn dead_links(book: &Book, root: &Path) -> Vec<Problem> {
    let dead_links_of = |chapter: &Chapter| {
        let fault_of = |(range, link): (Range<usize>, String)| {
            let (fault, remedy) = leads_somewhere(chapter, &link, book, root).err()?;
            Some(Problem::at_line(&chapter.file(), chapter.line_of(&range), fault, remedy))
        };
        links(chapter).filter_map(fault_of).collect::<Vec<_>>()
    };
    at_once(&book.chapters, dead_links_of).into_iter().flatten().collect()
}

/// The path of the chapter that a link of another leads to, relative to the folder of the chapters.
pub(crate) fn leads_to(from: &Chapter, link: &str) -> String {
    let page = link.split('#').next().unwrap_or_default();
    let mut path: Vec<String> = from.path.parent().into_iter().flat_map(Path::components).map(name).collect();
    for component in Path::new(page).components() {
        match component {
            Component::ParentDir => drop(path.pop()),
            Component::CurDir => {}
            other => path.push(name(other)),
        }
    }
    path.join("/")
}

fn name(component: Component<'_>) -> String {
    component.as_os_str().to_string_lossy().into_owned()
}

/// The links that stay within the book: where they stand, and where they lead. Those with a scheme lead elsewhere, or to
/// a listing.
fn links(chapter: &Chapter) -> impl Iterator<Item = (Range<usize>, String)> {
    let events = Parser::new_ext(&chapter.content, options()).into_offset_iter();
    events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) if scheme(&dest_url).is_none() => {
            Some((range, percent_decode_str(&dest_url).decode_utf8_lossy().into_owned()))
        }
        _ => None,
    })
}

/// What is wrong with a link, and what to do.
fn leads_somewhere(from: &Chapter, link: &str, book: &Book, root: &Path) -> Result<(), (String, String)> {
    let (page, section) = link.split_once('#').map_or((link, None), |(page, section)| (page, Some(section)));
    let path = if page.is_empty() { slashes(&from.path) } else { leads_to(from, page) };
    let Some(chapter) = book.chapters.iter().find(|chapter| chapter.path == Path::new(&path)) else {
        if path == WHOLE_BOOK || root.join("src").join(&path).is_file() {
            return Ok(());
        }
        let up = "../".repeat(from.path.components().count() - 1);
        let paths: Vec<String> = book.chapters.iter().map(|chapter| up.clone() + &slashes(&chapter.path)).collect();
        // Where a chapter or a link has moved, the name of the file is still the same.
        let name = path.rsplit('/').next().unwrap_or_default();
        let same = paths.iter().find(|other| other.rsplit('/').next() == Some(name));
        let remedy = match same {
            Some(same) => format!("is it `{same}`?"),
            None => meant(&paths, &(up + &path)).unwrap_or("write it as src/SUMMARY.md does".to_string()),
        };
        return Err((format!("the link `{link}` leads to no chapter"), remedy));
    };
    let sections = || chapter.headings.iter().map(|heading| heading.id.clone());
    let is_there = |id: &str| sections().chain(chapter.shows().map(|show| show.id.in_html())).any(|own| own == id);
    if section.is_none_or(is_there) {
        return Ok(());
    }
    let sections: Vec<String> = sections().collect();
    let remedy = meant(&sections, section.unwrap_or_default()).unwrap_or(format!("it has {}", sections.join(", ")));
    Err((format!("the link `{link}` leads to no section of {}", slashes(&chapter.file())), remedy))
}

/// So alike have two names to be that one may be meant by the other; 1 is the same.
const ALIKE: f64 = 0.5;

/// Which of the names may be meant.
pub(crate) fn meant(names: &[String], written: &str) -> Option<String> {
    let likeness = |name: &String| strsim::normalized_damerau_levenshtein(name, written);
    let nearest = names.iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (likeness(nearest) >= ALIKE).then(|| format!("is it `{nearest}`?"))
}
