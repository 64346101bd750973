//! The book for e-readers, an EPUB 3 made from the pages as a reader gets them.
//!
//! Its bytes depend on the pages, the styles and the last commit. `epub-builder` and `mdbook-epub`, which builds on it, put
//! the time of the build into the file, and know nothing of pages that are rendered already.

use crate::archive::{Files, zip_after};
use crate::picture::Picture;
use crate::style::for_readers;
use crate::{Settings, answers, page_path, paths, read, revision, to_root, xhtml};
use anyhow::Context;
use at_once::at_once;
use mdbook_renderer::book::{Book, BookItem, Chapter};
use mdbook_renderer::config::Config;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use scraper::{Html, Selector};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The styles of the pages that say how listings look, and what e-readers need besides; those that are there.
const STYLES: [&str; 3] = ["theme/listings.css", "theme/scheduler.css", OWN];

/// The style that is written for e-readers alone.
const OWN: &str = "theme/epub.css";

/// Where a reader's program finds the description of the book.
const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

/// The bytes of the EPUB. `pages` is the folder of the rendered pages.
///
/// # Errors
/// A page or a style cannot be read, or book.toml gives the book no identifier.
pub fn epub(root: &Path, config: &Config, book: &Book, pages: &Path) -> anyhow::Result<Vec<u8>> {
    epub_with(root, config, book, pages, &BTreeMap::new())
}

/// The same, where some pages have been made already, as [`page`] does it.
pub(crate) fn epub_with(
    root: &Path,
    config: &Config,
    book: &Book,
    pages: &Path,
    known: &BTreeMap<String, String>,
) -> anyhow::Result<Vec<u8>> {
    let settings: Settings = config.get("output.site")?.unwrap_or_default();
    let identifier = settings.identifier.context(
        "book.toml: [output.site] gives no `identifier`, and an EPUB needs one\n  help: write `identifier = \"urn:uuid:…\"`, and never change it",
    )?;
    let paths = paths(book);
    let (mut files, mut manifest, mut spine) = (Files::new(), String::new(), String::new());
    let language = language(config);
    let made = at_once(&paths, |path| {
        if let Some(page) = known.get(path) {
            return Ok(page.clone());
        }
        let file = pages.join(path);
        let document = Html::parse_document(&read(&file)?);
        page(&document, path, &paths, language).with_context(|| format!("{} has no main part", file.display()))
    });
    for (at, (path, page)) in paths.iter().zip(made).enumerate() {
        let page = page?;
        let properties = if page.contains("<svg") { " properties=\"svg\"" } else { "" };
        let _ = writeln!(
            manifest,
            "    <item id=\"page-{at}\" href=\"{}\" media-type=\"application/xhtml+xml\"{properties}/>",
            href(path)
        );
        let _ = writeln!(spine, "    <itemref idref=\"page-{at}\"/>");
        files.insert(format!("book/{}", in_epub(path)), page.into_bytes());
    }
    if let Some(cover) = &settings.cover {
        let cover = Picture::read(root, "cover", cover)?;
        manifest += "    <item id=\"cover\" href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>\n";
        files.insert("book/cover.png".into(), cover.bytes);
    }
    // An EPUB must have a title, and its contents a heading.
    let title = config.book.title.clone().filter(|title| !title.is_empty()).unwrap_or_else(|| "Untitled".to_string());
    files.insert("META-INF/container.xml".into(), CONTAINER.into());
    files.insert("book/style.css".into(), style(root)?.into_bytes());
    files.insert("book/contents.xhtml".into(), contents(book, &title, language).into_bytes());
    let mut metadata = metadata(config, &identifier, &title, language, revision::of(root).ok());
    if settings.cover.is_some() {
        // As programs for the second version of the format look for it.
        metadata += "    <meta name=\"cover\" content=\"cover\"/>\n";
    }
    files.insert("book/package.opf".into(), package(&metadata, &manifest, &spine, language).into_bytes());
    zip_after(("mimetype", b"application/epub+zip"), &files)
}

/// The file of a page in the EPUB.
fn in_epub(path: &str) -> String {
    path.strip_suffix(".html").map_or_else(|| path.to_string(), |page| format!("{page}.xhtml"))
}

/// The address of a page in the EPUB, in an attribute: what a name of a file may have and an address may not is encoded.
fn href(path: &str) -> String {
    const IN_PATHS: &AsciiSet =
        &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');
    xhtml::escaped(&utf8_percent_encode(&in_epub(path), IN_PATHS).to_string()).into_owned()
}

/// The language of a book.
pub(crate) fn language(config: &Config) -> &str {
    config.book.language.as_deref().unwrap_or("en")
}

/// The main part of a page as a document of its own.
pub(crate) fn page(document: &Html, path: &str, paths: &[String], language: &str) -> Option<String> {
    let main = document.select(&Selector::parse("main").ok()?).next()?;
    let title = document.select(&Selector::parse("main h1").ok()?).next().map(crate::page::words).unwrap_or_default();
    let body = answers::content(main, &|address| link(path, address, paths));
    Some(wrapped(&title, &format!("<main>{body}</main>"), &to_root(path), language))
}

fn wrapped(title: &str, body: &str, root: &str, language: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n\
         <html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" \
         lang=\"{language}\" xml:lang=\"{language}\">\n\
         <head>\n<meta charset=\"utf-8\"/>\n<title>{}</title>\n\
         <link rel=\"stylesheet\" type=\"text/css\" href=\"{root}style.css\"/>\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        xhtml::escaped(title)
    )
}

/// Where a link of a page leads in the EPUB: to another chapter, to the same one, or out of the book.
fn link(from: &str, address: &str, paths: &[String]) -> Option<String> {
    let (file, place) = address.split_once('#').map_or((address, None), |(file, place)| (file, Some(place)));
    // A scheme ends before the first step of a path: `https:`, `mailto:`.
    if file.split('/').next().is_some_and(|first| first.contains(':')) || file.is_empty() {
        return Some(address.to_string());
    }
    let mut way: Vec<&str> = from.split('/').collect();
    way.pop();
    let decoded = percent_decode_str(file).decode_utf8().ok()?;
    for step in decoded.split('/') {
        if step == ".." {
            way.pop()?;
        } else {
            way.push(step);
        }
    }
    paths.contains(&way.join("/")).then(|| {
        let place = place.map(|place| format!("#{place}")).unwrap_or_default();
        format!("{}{place}", in_epub(file))
    })
}

/// The contents: the parts with their chapters.
fn contents(book: &Book, title: &str, language: &str) -> String {
    let mut list = String::new();
    // A part of which no chapter has come yet: a list must not be empty.
    let mut opened = None;
    let mut in_part = false;
    for item in &book.items {
        match item {
            BookItem::Chapter(chapter) => {
                if let Some(part) = opened.take() {
                    let _ = writeln!(list, "<li><span>{}</span><ol>", xhtml::escaped(part));
                    in_part = true;
                }
                list += &entry(chapter);
                continue;
            }
            BookItem::PartTitle(part) => opened = Some(part),
            BookItem::Separator => opened = None,
        }
        if std::mem::take(&mut in_part) {
            list += "</ol></li>\n";
        }
    }
    if in_part {
        list += "</ol></li>\n";
    }
    let body = format!(
        "<nav epub:type=\"toc\" id=\"toc\" role=\"doc-toc\">\n<h1>{}</h1>\n<ol>\n{list}</ol>\n</nav>",
        xhtml::escaped(title)
    );
    wrapped(title, &body, "", language)
}

fn entry(chapter: &Chapter) -> String {
    let Some(path) = &chapter.path else { return String::new() };
    let file = href(&page_path(path));
    let number = chapter.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
    let below: String = chapter
        .sub_items
        .iter()
        .filter_map(|item| if let BookItem::Chapter(chapter) = item { Some(entry(chapter)) } else { None })
        .collect();
    let below = if below.is_empty() { below } else { format!("<ol>\n{below}</ol>") };
    format!("<li><a href=\"{file}\">{number}{}</a>{below}</li>\n", xhtml::escaped(&chapter.name))
}

fn metadata(
    config: &Config,
    identifier: &str,
    title: &str,
    language: &str,
    revision: Option<revision::Revision>,
) -> String {
    // A file that says it was changed when the first zip could have been, where nothing is known.
    let modified = revision.map_or_else(|| "1980-01-01T00:00:00Z".to_string(), |revision| revision.time);
    let mut text = format!(
        "    <dc:identifier id=\"identifier\">{}</dc:identifier>\n    <dc:title>{}</dc:title>\n    \
         <dc:language>{language}</dc:language>\n",
        xhtml::escaped(identifier),
        xhtml::escaped(title)
    );
    for author in &config.book.authors {
        let _ = writeln!(text, "    <dc:creator>{}</dc:creator>", xhtml::escaped(author));
    }
    if let Some(description) = &config.book.description {
        let _ = writeln!(text, "    <dc:description>{}</dc:description>", xhtml::escaped(description));
    }
    let _ = writeln!(text, "    <meta property=\"dcterms:modified\">{modified}</meta>");
    for (property, value) in [
        ("accessMode", "textual"),
        ("accessMode", "visual"),
        ("accessModeSufficient", "textual"),
        ("accessibilityFeature", "alternativeText"),
        ("accessibilityFeature", "longDescription"),
        ("accessibilityFeature", "structuralNavigation"),
        ("accessibilityFeature", "tableOfContents"),
        ("accessibilityHazard", "none"),
        ("accessibilitySummary", "Every picture has its story in words. Colours repeat what words say."),
    ] {
        let _ = writeln!(text, "    <meta property=\"schema:{property}\">{value}</meta>");
    }
    text
}

fn package(metadata: &str, manifest: &str, spine: &str, language: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"identifier\" xml:lang=\"{language}\">\n  \
         <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n{metadata}  </metadata>\n  <manifest>\n    \
         <item id=\"contents\" href=\"contents.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n    \
         <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n{manifest}  </manifest>\n  <spine>\n    \
         <itemref idref=\"contents\"/>\n{spine}  </spine>\n</package>\n"
    )
}

/// The styles in one file.
fn style(root: &Path) -> anyhow::Result<String> {
    let mut all = String::new();
    for style in STYLES.iter().filter(|style| root.join(style).is_file()) {
        let text = std::fs::read_to_string(root.join(style)).with_context(|| format!("cannot read {style}"))?;
        let read = || for_readers(&text).map_err(|fault| anyhow::anyhow!("{style}:{fault}"));
        all += &if *style == OWN { text.clone() } else { read()? };
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encoded_and_a_link_to_it_is_found() {
        assert_eq!(href("a/send&sync 2.html"), "a/send&amp;sync%202.xhtml");
        let paths = ["send&sync 2.html".to_string()];
        assert_eq!(link("b.html", "send&sync%202.html", &paths).as_deref(), Some("send&sync%202.xhtml"));
    }

    #[test]
    fn a_part_without_chapters_is_not_in_the_contents() {
        let chapter = |name: &str| BookItem::Chapter(Chapter::new(name, String::new(), format!("{name}.md"), vec![]));
        let part = |name: &str| BookItem::PartTitle(name.to_string());
        let book = Book::new_with_items(vec![part("Empty"), part("Full"), chapter("one"), part("Last")]);
        let text = contents(&book, "T", "en");
        assert!(
            text.contains("<li><span>Full</span><ol>") && !text.contains("Empty") && !text.contains("Last"),
            "{text}"
        );
        assert_eq!(text.matches("<ol>").count(), text.matches("</ol>").count());
    }

    #[test]
    fn a_link_keeps_to_the_chapters_of_the_book() {
        let paths = ["a/b.html".to_string(), "c.html".to_string()];
        let from = |address| link("a/b.html", address, &paths);
        assert_eq!(from("../c.html#d").as_deref(), Some("../c.xhtml#d"));
        assert_eq!(from("#d").as_deref(), Some("#d"));
        assert_eq!(from("https://rustup.rs").as_deref(), Some("https://rustup.rs"));
        assert_eq!(from("mailto:somebody@example.org").as_deref(), Some("mailto:somebody@example.org"));
        assert_eq!(from("../print.html"), None);
        assert_eq!(from("../downloads/a.zip"), None);
    }
}
