//! The book for e-readers: what an e-reader needs to find, and epubcheck's judgement of the whole.
//!
//! epubcheck is a program in Java. Where it is missing, its test is reported as ignored, with the reason.

use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::LazyLock;
use tempfile::TempDir;
use toolchain::tested::package as root;
use trials::{Asked, Failed, Trial};
use zip::{CompressionMethod, ZipArchive};

fn main() -> ExitCode {
    let trial = |name: &str, test: fn()| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    };
    let trials = vec![
        trial("it_says_what_it_is_before_anything_else", it_says_what_it_is_before_anything_else),
        trial("it_has_a_cover_and_its_motif", it_has_a_cover_and_its_motif),
        trial("two_of_the_same_book_have_the_same_bytes", two_of_the_same_book_have_the_same_bytes),
        trial("every_chapter_is_in_it_and_in_its_contents", every_chapter_is_in_it_and_in_its_contents),
        trial(
            "every_link_leads_to_a_place_in_it_or_out_of_the_book",
            every_link_leads_to_a_place_in_it_or_out_of_the_book,
        ),
        trial("every_listing_is_in_it_with_its_figure", every_listing_is_in_it_with_its_figure),
        trial(
            "what_is_asked_is_answered_at_the_end_of_its_chapter",
            what_is_asked_is_answered_at_the_end_of_its_chapter,
        ),
        trial("it_has_no_script_and_nothing_that_needs_one", it_has_no_script_and_nothing_that_needs_one),
        epubcheck(),
    ];
    Asked::by_the_command_line().run(trials).exit_code()
}

/// The pages, rendered once.
static RENDERED: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut book = book();
    book.config.build.build_dir = folder.path().to_path_buf();
    book.with_preprocessor(Listings).with_renderer(Site);
    book.build().expect("the book builds");
    folder
});

fn book() -> MDBook {
    MDBook::load(root()).expect("book.toml and the summary are readable")
}

/// The EPUB.
static EPUB: LazyLock<Vec<u8>> = LazyLock::new(epub);

fn epub() -> Vec<u8> {
    let book = book();
    let pages = RENDERED.path().join("html");
    mdbook_site::epub(root(), &book.config, &book.book, &pages).expect("the EPUB can be made")
}

/// Its files that are text, by their paths.
static FILES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut archive = ZipArchive::new(Cursor::new(EPUB.as_slice())).unwrap();
    let count = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        Some((file.name().unwrap().into_owned(), String::from_utf8(bytes).ok()?))
    };
    (0..count).filter_map(read).collect()
});

/// The pages of chapters, by their paths below `book/`.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().filter_map(|(path, text)| Some((path.strip_prefix("book/")?, text.as_str()))).filter(|(path, _)| {
        Path::new(path).extension().is_some_and(|extension| extension == "xhtml") && *path != "contents.xhtml"
    })
}

fn it_says_what_it_is_before_anything_else() {
    let mut archive = ZipArchive::new(Cursor::new(EPUB.as_slice())).unwrap();
    let first = archive.by_index(0).unwrap();
    assert_eq!(first.name().unwrap(), "mimetype");
    assert_eq!(first.compression(), CompressionMethod::Stored);
    assert_eq!(FILES["mimetype"], "application/epub+zip");
    let package = &FILES["book/package.opf"];
    let toml = fs::read_to_string(root().join("book.toml")).unwrap();
    let identifier = toml.lines().find_map(|line| line.strip_prefix("identifier = ")).unwrap().trim_matches('"');
    for said in [identifier, "<dc:language>en</dc:language>", "<dc:title>Every Interleaving</dc:title>", "<dc:creator>"]
    {
        assert!(package.contains(said), "{said} is not in\n{package}");
    }
}

/// Programs for e-readers show it among other books. What is known of its size is that it is higher than wide, and sharp.
fn it_has_a_cover_and_its_motif() {
    let mut archive = ZipArchive::new(Cursor::new(EPUB.as_slice())).unwrap();
    let mut cover = Vec::new();
    archive.by_name("book/cover.png").unwrap().read_to_end(&mut cover).unwrap();
    let number = |at: usize| u32::from_be_bytes(cover[at..at + 4].try_into().unwrap());
    assert_eq!((&cover[1..4], number(16), number(20)), (&b"PNG"[..], 1200, 1920));
    let item = "<item id=\"cover\" href=\"cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>";
    let package = &FILES["book/package.opf"];
    // The motif of the pages has its colours without their style sheet, too.
    assert_eq!(FILES["book/welcome.xhtml"].matches("<path class=\"motif-").count(), 15);
    assert_eq!(FILES["book/welcome.xhtml"].matches(" stroke=\"#").count(), 15);
    assert!(package.contains(item) && package.contains("<meta name=\"cover\" content=\"cover\"/>"), "{package}");
}

fn two_of_the_same_book_have_the_same_bytes() {
    assert!(*EPUB == epub());
}

fn every_chapter_is_in_it_and_in_its_contents() {
    let book = chapters::Book::load(root()).unwrap();
    let contents = &FILES["book/contents.xhtml"];
    let mut at = 0;
    for chapter in &book.chapters {
        let file = catalog::slashes(&chapter.path.with_extension("xhtml"));
        assert!(FILES.contains_key(&format!("book/{file}")), "{file}");
        let link = format!("<a href=\"{file}\">");
        at += contents[at..].find(&link).unwrap_or_else(|| panic!("{file} is in the contents, in its order"));
    }
    assert_eq!(pages().count(), book.chapters.len());
}

fn every_link_leads_to_a_place_in_it_or_out_of_the_book() {
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages().map(|(path, text)| (path, values(text, " id=\""))).collect();
    for (path, text) in pages() {
        for link in values(&text[text.find("<body>").unwrap()..], " href=\"") {
            if link.contains("://") {
                continue;
            }
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { path.to_string() } else { resolved(path, file) };
            let places = ids.get(target.as_str()).unwrap_or_else(|| panic!("{path}: {link} leads to no page"));
            assert!(place.is_empty() || places.contains(place), "{path}: {link} leads to no place");
        }
    }
}

/// What stands between `start` and the next quote, wherever it does.
fn values<'a>(text: &'a str, start: &str) -> BTreeSet<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn resolved(from: &str, file: &str) -> String {
    let mut way: Vec<&str> = from.split('/').collect();
    way.pop();
    for step in file.split('/') {
        if step == ".." {
            way.pop();
        } else {
            way.push(step);
        }
    }
    way.join("/")
}

fn every_listing_is_in_it_with_its_figure() {
    let catalog = catalog::Catalog::load(root()).unwrap();
    let ids: BTreeSet<&str> = pages().flat_map(|(_, text)| values(text, " id=\"")).collect();
    for listing in catalog.listings.values() {
        let id = format!("{}-{}", listing.id.part, listing.id.name);
        assert!(ids.contains(id.as_str()), "{id}");
    }
}

fn what_is_asked_is_answered_at_the_end_of_its_chapter() {
    let mut asked = 0;
    for (path, text) in pages().filter(|(_, text)| text.contains("listing-asked") || text.contains("answer-1")) {
        let (place, answers) = text.split_once("<section class=\"answers\">").expect(path);
        for told in ["choice-said", "listing-caption\"></span>", "<details class=\"answer", "<details class=\"choice"] {
            assert!(!place.contains(told), "{path} has {told} before its answers");
        }
        for figure in place.split("<figure class=\"listing ").skip(1).filter(|figure| figure.contains("listing-asked"))
        {
            let figure = figure.split("</figure>").next().unwrap();
            assert!(!figure.contains("listing-verdict"), "{path}: {figure}");
            let id = figure.split("id=\"").nth(1).and_then(|id| id.split('"').next()).unwrap();
            assert!(answers.contains(&format!("href=\"#{id}\"")), "{path}: {id} is not answered");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}

fn it_has_no_script_and_nothing_that_needs_one() {
    for (path, text) in pages() {
        for tag in ["<script", "<button", " onclick=", " hidden=\"", "data:text"] {
            assert!(!text.contains(tag), "{path} has {tag}");
        }
    }
}

fn epubcheck() -> Trial {
    let name = "epubcheck_finds_nothing";
    match checker() {
        Ok(mut command) => Trial::test(name, move || {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("every-interleaving.epub");
            fs::write(&file, &*EPUB).unwrap();
            let output =
                command.arg("--failonwarnings").arg(&file).output().map_err(|error| Failed::from(error.to_string()))?;
            let told =
                format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            if output.status.success() { Ok(()) } else { Err(Failed::from(told)) }
        }),
        Err(missing) => {
            eprintln!("{name} is ignored: {missing}");
            Trial::test(name, move || Err(Failed::from(missing))).with_kind("no epubcheck").with_ignored_flag(true)
        }
    }
}

/// The command, which a test adds its file to. Debian installs the jar itself as `epubcheck`.
fn checker() -> Result<Command, String> {
    let missing = "there is no `epubcheck` on the path; install it (Debian and Ubuntu have a package of that name)";
    let program = which::which("epubcheck").map_err(|_| missing)?;
    if fs::read(&program).is_ok_and(|bytes| bytes.starts_with(b"PK")) {
        let java = which::which("java").map_err(|_| "epubcheck needs Java, and there is no `java` on the path")?;
        let mut command = Command::new(java);
        command.arg("-jar").arg(program);
        return Ok(command);
    }
    Ok(Command::new(program))
}
