//! An mdBook backend that runs after `html` and adds to its pages what a site needs and mdBook does not make.
//!
//! mdBook runs its backends in the order of their names, so `site` finds the pages there. It reads them as a browser
//! would, and the listings as files; it runs nothing but `git log`, for the date.
//!
//! | What | Where it comes to stand |
//! |---|---|
//! | the index of the search | `search/names.js`, `search/text.js` |
//! | each listing as a Cargo project, each part, the whole book; that for e-readers | `downloads/` |
//! | what was verified, and what can be taken away | in the pages, where `class="verification"`, `class="downloads"` and `class="whole-book"` are |
//! | a description, and what other sites show of a page | in the head of each page |
//! | one end for each item of the contents, and the marks of paths | `toc.html` |
//! | what the marks in the contents need to know | `progress.js` |
//! | `sitemap.xml`, `robots.txt`, the picture that other sites show | beside the pages, if `[output.site]` has a `url` |
//!
//! [`epub`] makes the book for e-readers from the same pages, and [`add_pdf`] adds to them what somebody has printed.

mod answers;
mod archive;
pub mod assets;
mod contents;
mod downloads;
mod epub;
mod head;
mod items;
mod layout;
mod page;
mod picture;
mod place;
mod progress;
mod project;
pub mod revision;
mod search;
mod sitemap;
mod style;
mod verification;
mod whole_book;
mod xhtml;

pub use downloads::file_stem;
pub use epub::epub;
pub use whole_book::add_pdf;

use anyhow::{Context, ensure};
use at_once::{at_once, joined};
use catalog::{Catalog, Evidence, Id, Problems, left_by_an_editor, pinned_compiler, slashes};
use chapters::BOOK_TOML;
use mdbook_renderer::book::{Book, Chapter};
use mdbook_renderer::{RenderContext, Renderer};
use page::Page;
use scraper::Html;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;

/// The backend.
#[derive(Debug, Clone, Copy)]
pub struct Site;

/// `[output.site]` of book.toml.
#[derive(Debug, Clone, Default, Deserialize)]
struct Settings {
    /// Where the book is published, `https://example.org/book/`. mdBook's own `site-url` is only the path of it.
    url: Option<String>,
    /// What the book for e-readers is known by: `urn:uuid:` and a UUID that never changes.
    identifier: Option<String>,
    /// The licence of the listings, as Cargo writes it, for those who take them away.
    licence: Option<String>,
    /// A PNG that other sites show where somebody links to a page, 1200 × 630 pixels large.
    picture: Option<PathBuf>,
    /// A PNG that is the cover of the book for e-readers.
    cover: Option<PathBuf>,
    /// What can be searched for.
    #[serde(default)]
    search: search::Settings,
}

impl Renderer for Site {
    fn name(&self) -> &str {
        "site"
    }

    fn render(&self, context: &RenderContext) -> anyhow::Result<()> {
        let folder = pages_folder(&context.destination)?;
        leave_no_empty_folder(&context.destination);
        ensure!(
            folder.join("index.html").is_file(),
            "there are no pages in {}\n  help: keep `[output.html]` in book.toml, since `[output.site]` adds to its pages",
            folder.display()
        );
        publish_nothing_that_editors_leave(&folder)
            .with_context(|| format!("cannot clear {} of what editors leave", folder.display()))?;
        let settings: Settings = context.config.get("output.site")?.unwrap_or_default();
        let title = context.config.book.title.clone().unwrap_or_default();
        let picture = |setting, file: Option<&PathBuf>| {
            file.map(|file| picture::Picture::read(&context.root, setting, file)).transpose()
        };
        let language = settings.identifier.as_ref().map(|_| epub::language(&context.config));
        let named = chapters::Settings::load(&context.root).map_err(Problems::from)?;
        let for_readers = Build {
            catalog: Catalog::load(&context.root)?,
            compiler: pinned_compiler(&context.root).map_err(Problems::from)?,
            revision: revision::of(&context.root),
            url: settings.url.map(|url| sitemap::checked(&url)).transpose()?,
            picture: picture("picture", settings.picture.as_ref())?,
            licence: settings.licence,
            search: settings.search,
            places: named.chapters,
            paths: named.paths,
            title,
            folder: folder.clone(),
        }
        .run(&context.book, language)?;
        let epub =
            language.map(|_| epub::epub_with(&context.root, &context.config, &context.book, &folder, &for_readers));
        let epub = epub.transpose()?;
        whole_book::add_epub(&context.config, &context.book, &folder, epub.as_deref())
    }
}

/// The same backend for the pages of some chapters alone, which are then as in the whole book. Nothing is made of all pages:
/// no search, no zips, no EPUB. A page that says something of those is removed, since only the whole book can complete it.
///
/// It has the same name, so that mdBook runs it in the place of the other.
#[derive(Debug, Clone)]
pub struct Only(
    /// The chapters' files, relative to the folder of the chapters.
    pub Vec<PathBuf>,
);

impl Renderer for Only {
    fn name(&self) -> &str {
        Site.name()
    }

    fn render(&self, context: &RenderContext) -> anyhow::Result<()> {
        let folder = pages_folder(&context.destination)?;
        leave_no_empty_folder(&context.destination);
        let settings: Settings = context.config.get("output.site")?.unwrap_or_default();
        let named = chapters::Settings::load(&context.root).map_err(Problems::from)?;
        let url = settings.url.map(|url| sitemap::checked(&url)).transpose()?;
        let picture = settings.picture.as_ref().map(|file| picture::Picture::read(&context.root, "picture", file));
        let picture = picture.transpose()?;
        let frame = Frame {
            heads: head::Heads {
                book: context.config.book.title.as_deref().unwrap_or_default(),
                url: url.as_deref(),
                picture: picture.as_ref(),
            },
            index: named.chapters.index.as_deref(),
        };
        let saved: Vec<String> = self.0.iter().map(|chapter| page_path(chapter)).collect();
        for (at, path) in paths(&context.book).iter().enumerate().filter(|(_, path)| saved.contains(path)) {
            let file = folder.join(path);
            let html = read(&file)?;
            if OF_THE_WHOLE.iter().any(|place| place.is_in(&html)) {
                std::fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
                continue;
            }
            let html = frame.around(&frame.filled(&html, &to_root(path)), &Page::read(path, &html, false), at)?;
            write_page(&folder, path, at, &html)?;
        }
        Ok(())
    }
}

/// The places for what is known once the whole book has been made.
const OF_THE_WHOLE: [place::Place; 3] = [verification::PLACE, downloads::PLACE, whole_book::PLACE];

/// What every page gets, whatever is in the others.
struct Frame<'a> {
    heads: head::Heads<'a>,
    /// The chapter that stands in the place of the search where there is none.
    index: Option<&'a Path>,
}

impl Frame<'_> {
    /// A page with the place of the search filled. Without a script there is no search, and its place has a link to what can
    /// be searched by eye.
    fn filled(&self, html: &str, root: &str) -> String {
        let with = |index| search::PLACE.fill(html, || search::without_script(index, root));
        self.index.map_or_else(|| html.to_string(), with)
    }

    /// The page that comes at this place in the book, with its head and its layout.
    fn around(&self, html: &str, page: &Page, at: usize) -> anyhow::Result<String> {
        // The first page is that of the book itself.
        self.heads.complete(&layout::told(html, &page.path)?, page, if at == 0 { "" } else { &page.path })
    }
}

/// Writes the page that comes at this place in the book.
fn write_page(folder: &Path, path: &str, at: usize, html: &str) -> anyhow::Result<()> {
    write(&folder.join(path), html.as_bytes())?;
    match at {
        // The first chapter, once more.
        0 => write(&folder.join("index.html"), html.as_bytes()),
        _ => Ok(()),
    }
}

/// All that the pages are completed from.
struct Build {
    catalog: Catalog,
    compiler: String,
    revision: Result<revision::Revision, revision::Nameless>,
    url: Option<String>,
    picture: Option<picture::Picture>,
    licence: Option<String>,
    search: search::Settings,
    places: chapters::Chapters,
    paths: chapters::Paths,
    title: String,
    folder: PathBuf,
}

impl Build {
    /// Completes the pages. Those that are as they are for e-readers, whatever is in the others, are returned for them, by
    /// their paths: a page is parsed once for both. There are none without a language.
    fn run(&self, book: &Book, language: Option<&str>) -> anyhow::Result<BTreeMap<String, String>> {
        let evidence: BTreeMap<&Id, Evidence> =
            at_once(&self.catalog.listings, |(id, listing)| (id, Evidence::as_it_stands(&self.catalog.root, listing)))
                .into_iter()
                .collect();
        let explored = self.catalog.explored();
        let chapters = chapters(book);
        let paths = paths(book);
        let rendered: Vec<String> = paths.iter().map(|path| self.read(path)).collect::<anyhow::Result<_>>()?;
        let appendices = appendices(book);
        let read = at_once(paths.iter().zip(&rendered), |(path, html)| {
            let document = Html::parse_document(html);
            let is_alone = !OF_THE_WHOLE.iter().any(|place| place.is_in(html));
            let for_readers =
                language.filter(|_| is_alone).and_then(|language| epub::page(&document, path, &paths, language));
            (Page::of(path, &document, appendices.contains(path)), for_readers.map(|page| (path.clone(), page)))
        });
        let (pages, for_readers): (Vec<Page>, Vec<_>) = read.into_iter().unzip();
        let downloads = downloads::Downloads {
            catalog: &self.catalog,
            evidence: &evidence,
            shown: downloads::Figures::of(&pages),
            compiler: &self.compiler,
            url: self.url.as_deref(),
            title: &self.title,
            licence: self.licence.as_deref(),
        };
        let search = search::Search::new(&self.search, &self.catalog, &evidence, &pages)?;
        // Neither needs the other, and each takes a while.
        let (downloads, scripts) = thread::scope(|scope| {
            let scripts = scope.spawn(|| search.scripts());
            (downloads.write(&self.folder), joined(scripts))
        });
        let downloads = downloads?;
        let verified = verification::html(&self.catalog, &explored, &self.compiler, &self.revision);
        let frame = Frame {
            heads: head::Heads { book: &self.title, url: self.url.as_deref(), picture: self.picture.as_ref() },
            index: self.places.index.as_deref(),
        };
        let filled = |html: &str, root: &str| {
            let html = verification::PLACE.fill(html, || verified.clone());
            frame.filled(&downloads::PLACE.fill(&html, || downloads::table(&downloads, root)), root)
        };
        let rendered_of = |path: &Path| {
            let at = paths.iter().position(|page| Path::new(page) == path.with_extension("html"));
            at.map_or("", |at| rendered[at].as_str())
        };
        for (setting, chapter, place) in [
            ("verification", &self.places.verification, verification::PLACE),
            ("downloads", &self.places.downloads, downloads::PLACE),
        ] {
            let Some(chapter) = chapter else { continue };
            ensure!(
                place.is_in(rendered_of(chapter)),
                "src/{}: has no `{}`, and is the `{setting}` of {BOOK_TOML}\n  help: put it where the table is to stand, or \
                 correct the setting",
                chapter.display(),
                place.0
            );
        }
        let complete = |(at, (page, html)): (usize, (&Page, &String))| {
            let html = frame.around(&filled(html, &to_root(&page.path)), page, at)?;
            write_page(&self.folder, &page.path, at, &html)
        };
        at_once(pages.iter().zip(&rendered).enumerate(), complete).into_iter().collect::<anyhow::Result<()>>()?;
        if self.folder.join("print.html").is_file() {
            self.write("print.html", &filled(&self.read("print.html")?, ""))?;
        }
        if self.folder.join("404.html").is_file() {
            let html = filled(&self.read("404.html")?, "");
            let html = self.url.as_ref().map_or_else(|| Ok(html.clone()), |url| head::based(&html, url))?;
            self.write("404.html", &html)?;
        }
        if self.folder.join("toc.html").is_file() {
            let contents = contents::mended(&self.read("toc.html")?)?;
            self.write("toc.html", &progress::marked(&contents, &chapters, &self.paths)?)?;
        }
        self.write(progress::FILE, &progress::script(&chapters, &self.paths, &explored))?;
        for (path, script) in scripts? {
            self.write(path, &script)?;
        }
        if let Some(url) = &self.url {
            self.write("sitemap.xml", &sitemap::sitemap(url, &paths, self.revision.as_ref().ok()))?;
            self.write("robots.txt", &sitemap::robots(url))?;
            if let Some(picture) = &self.picture {
                write(&self.folder.join(&picture.name), &picture.bytes)?;
            }
        }
        Ok(for_readers.into_iter().flatten().collect())
    }

    fn read(&self, path: &str) -> anyhow::Result<String> {
        read(&self.folder.join(path))
    }

    fn write(&self, path: &str, content: &str) -> anyhow::Result<()> {
        write(&self.folder.join(path), content.as_bytes())
    }
}

fn read(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

/// Writes a file, and the folders above it.
fn write(file: &Path, content: &[u8]) -> anyhow::Result<()> {
    let written = match file.parent() {
        Some(folder) => std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, content)),
        None => std::fs::write(file, content),
    };
    written.with_context(|| format!("cannot write {}", file.display()))
}

/// The pages of the chapters, in the order of the book.
fn paths(book: &Book) -> Vec<String> {
    book.chapters().filter_map(page_of).collect()
}

/// The chapters as they are written: this backend is none for which the preprocessor makes them.
fn chapters(book: &Book) -> chapters::Book {
    let read = |chapter: &Chapter| {
        let number = chapter.number.as_ref().map(|number| number.to_string().trim_end_matches('.').to_string());
        // Their faults have been told by the preprocessor.
        Some(chapters::Chapter::read(&chapter.name, number, chapter.path.as_ref()?, &chapter.content).0)
    };
    chapters::Book::new(at_once(book.chapters(), read).into_iter().flatten().collect())
}

/// Those behind the last chapter that has a number.
fn appendices(book: &Book) -> Vec<String> {
    let chapters: Vec<&Chapter> = book.chapters().collect();
    let behind = chapters.iter().rposition(|chapter| chapter.number.is_some()).map_or(chapters.len(), |last| last + 1);
    chapters[behind..].iter().filter_map(|chapter| page_of(chapter)).collect()
}

fn page_of(chapter: &Chapter) -> Option<String> {
    chapter.path.as_deref().map(page_path)
}

/// The page of a chapter's file.
fn page_path(chapter: &Path) -> String {
    slashes(&chapter.with_extension("html"))
}

/// The way from a page up to the folder of the pages.
fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The folder of the pages: with more than one backend, mdBook gives each a folder of its name beside the others.
fn pages_folder(destination: &Path) -> anyhow::Result<PathBuf> {
    let parent = destination.parent().context("the folder of the backend has no parent")?;
    Ok(parent.join("html"))
}

/// mdBook makes a folder for a backend that is a command, and this one puts everything into that of the pages.
fn leave_no_empty_folder(destination: &Path) {
    // It may not be there, or not be empty; then it is not ours to remove.
    let _ = std::fs::remove_dir(destination);
}

/// mdBook copies whatever lies beside the chapters: half-written text too, and names of folders on somebody's disk.
fn publish_nothing_that_editors_leave(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            publish_nothing_that_editors_leave(&path)?;
        } else if left_by_an_editor(&path) {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}
