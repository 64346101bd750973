//! What the marks in the contents need to know of each chapter: the paths on which it is, and how many outcomes its boards
//! have. A script hands it to `theme/progress.js`, since a page on the disk can read nothing else.
//!
//! What a reader has read and found stays in their browser; nobody else knows it.

use crate::page_path;
use anyhow::Context;
use catalog::{Explored, Id, Schedules, slashes};
use chapters::{Book, Chapter, Paths};
use serde::Serialize;
use std::collections::BTreeMap;

/// Where the script is, beside the pages.
pub const FILE: &str = "progress.js";

/// The function of `theme/progress.js` that it calls.
const TAKE: &str = "mdbookSiteProgress";

/// What is known of a chapter.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Marks {
    /// The names of the paths that lead through it.
    paths: Vec<String>,
    /// Its listings with a board, and how many outcomes each has.
    boards: BTreeMap<String, usize>,
}

/// The script.
pub fn script(book: &Book, paths: &Paths, explored: &Explored) -> String {
    let marks: BTreeMap<String, Marks> = book
        .chapters
        .iter()
        .map(|chapter| {
            let of_board = |id: &Id| Some((id.to_string(), outcomes(explored.get(id)?)?));
            let boards = chapter.shows().filter_map(|show| of_board(&show.id)).collect();
            (page_path(&chapter.path), Marks { paths: paths_through(chapter, paths), boards })
        })
        .filter(|(_, marks)| *marks != Marks::default())
        .collect();
    format!("{TAKE}({});\n", serde_json::to_string(&marks).unwrap_or_default())
}

/// The names of the paths that lead through a chapter.
fn paths_through(chapter: &Chapter, paths: &Paths) -> Vec<String> {
    let leads_through = |section: &&String| section.split('#').next() == Some(slashes(&chapter.path).as_str());
    paths
        .iter()
        .filter(|(_, sections)| sections.iter().any(|it| leads_through(&it)))
        .map(|(name, _)| name.clone())
        .collect()
}

/// How many outcomes the board of a listing has, if it has a board: for that, every state has to be known.
fn outcomes(found: &Schedules) -> Option<usize> {
    found.has_every_state().then_some(found.outcomes.len())
}

/// `toc.html`, the frame that shows the contents without JavaScript, with the chapters marked that are on a path.
///
/// # Errors
/// A chapter on a path to which no link leads there.
pub fn marked(contents: &str, book: &Book, paths: &Paths) -> anyhow::Result<String> {
    let mut marked = contents.to_string();
    for chapter in &book.chapters {
        for name in paths_through(chapter, paths) {
            let start = format!("<a href=\"{}\"", page_path(&chapter.path));
            let end = marked.find(&start).and_then(|at| Some(at + marked[at..].find("</a>")? + "</a>".len()));
            let end = end.with_context(|| {
                format!(
                    "toc.html has no `{start}`, to be marked as on the path `{name}`\n  help: has the template changed by which \
                     mdBook makes it, or theme/toc.html.hbs? see tools/mdbook-site/src/progress.rs"
                )
            })?;
            marked.insert_str(end, &mark(&name));
        }
    }
    Ok(marked)
}

/// As `theme/progress.js` makes it.
fn mark(path: &str) -> String {
    maud::html! { span.path-mark title=(format!("On the {path} path")) { span { " (on the " (path) " path)" } } }
        .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_chapter_is_marked_once_whose_sections_are_on_a_path() {
        let chapter = |path: &str| Chapter::read("T", None, Path::new(path), "# T\n\n## A\n\n## B\n").0;
        let book = Book::new(vec![chapter("p/one.md"), chapter("p/two.md")]);
        let paths = Paths::from([("one-hour".into(), vec!["p/two.md#a".into(), "p/two.md#b".into()])]);
        let contents = "<a href=\"p/one.html\">One</a><a href=\"p/two.html\" target=\"_parent\">Two</a>";
        assert_eq!(
            marked(contents, &book, &paths).unwrap(),
            "<a href=\"p/one.html\">One</a><a href=\"p/two.html\" target=\"_parent\">Two</a>\
             <span class=\"path-mark\" title=\"On the one-hour path\"><span> (on the one-hour path)</span></span>"
        );
        let told = marked(&contents.replace("two.html", "2.html"), &book, &paths).unwrap_err().to_string();
        assert!(told.starts_with("toc.html has no `<a href=\"p/two.html\"`"), "{told}");
    }
}
