//! What the backend adds to the pages: what can be taken away, what is said of a page elsewhere, what was verified.

use catalog::{Catalog, Intent, Listing};
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;
use tempfile::TempDir;
use toolchain::tested::package as root;
use zip::ZipArchive;

/// The book as it is, and as it is when it is told where it is published.
static LOCAL: LazyLock<TempDir> = LazyLock::new(|| rendered(None));
static PUBLISHED: LazyLock<TempDir> = LazyLock::new(|| rendered(Some("https://example.org/book")));

fn rendered(url: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut book = MDBook::load(root()).expect("book.toml and the summary are readable");
    book.config.build.build_dir = folder.path().to_path_buf();
    if let Some(url) = url {
        book.config.set("output.site.url", url).unwrap();
    }
    book.with_preprocessor(Listings).with_renderer(Site);
    book.build().expect("the book builds");
    folder
}

fn file(folder: &TempDir, path: &str) -> PathBuf {
    folder.path().join("html").join(path)
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(file(folder, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files in a zip, by their paths.
fn unpacked(zip: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive =
        ZipArchive::new(File::open(zip).unwrap_or_else(|error| panic!("{}: {error}", zip.display()))).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(files.insert(name.clone(), bytes).is_none(), "{name} stands there once");
    }
    files
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The files in the zip of the listing, without the folder they are in.
fn project(listing: &Listing) -> BTreeMap<String, Vec<u8>> {
    let files = unpacked(&file(&LOCAL, &format!("downloads/{}/{}.zip", listing.id.part, listing.id.name)));
    let below = |path: String| path.strip_prefix(&format!("{}/", listing.id.name)).unwrap().to_string();
    files.into_iter().map(|(path, bytes)| (below(path), bytes)).collect()
}

fn page(folder: &TempDir, path: &str) -> Html {
    Html::parse_document(&read(folder, path))
}

fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    page.select(&Selector::parse(selector).unwrap()).next().map(|element| element.attr(name).unwrap().to_string())
}

#[test]
fn a_page_that_is_made_alone_is_as_in_the_whole_book_or_is_left_to_it() {
    let mut book = MDBook::load(root()).expect("book.toml and the summary are readable");
    let chapters: Vec<PathBuf> = book.book.chapters().filter_map(|chapter| chapter.path.clone()).collect();
    // The first page is there twice; the last but some speak of all others.
    let saved: Vec<PathBuf> = chapters.iter().step_by(7).chain(chapters.iter().rev().take(5)).cloned().collect();
    let folder = tempfile::tempdir().unwrap();
    book.config.build.build_dir = folder.path().to_path_buf();
    book.with_preprocessor(mdbook_listings::Only(saved.clone())).with_renderer(mdbook_site::Only(saved.clone()));
    book.build().expect("the pages are made");
    let (mut made, mut left) = (BTreeSet::from(["index.html".to_string()]), Vec::new());
    for path in saved.iter().map(|chapter| catalog::slashes(&chapter.with_extension("html"))) {
        if file(&folder, &path).is_file() {
            made.insert(path);
        } else {
            left.push(path);
        }
    }
    let differ: Vec<&String> = made.iter().filter(|path| read(&folder, path) != read(&LOCAL, path)).collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert!(made.len() > 15 && left.contains(&"appendices/downloads.html".to_string()), "{made:?} {left:?}");
}

#[test]
fn every_listing_can_be_taken_away_as_a_project_with_what_its_page_shows_byte_for_byte() {
    let catalog = Catalog::load(root()).unwrap();
    let book = unpacked(&file(&LOCAL, "downloads/every-interleaving.zip"));
    let of_part =
        |part: &catalog::Part| (part.name.clone(), unpacked(&file(&LOCAL, &format!("downloads/{}.zip", part.name))));
    let parts: BTreeMap<String, _> = catalog.parts.iter().map(of_part).collect();
    for listing in catalog.listings.values() {
        let (part, name) = (&listing.id.part, &listing.id.name);
        let shown = listing.shown.text().into_bytes();
        let mut files = project(listing);
        assert!(files.remove("src/main.rs").unwrap() == shown, "{}", listing.id);
        if let Intent::Fails { fixed_by } = &listing.intent {
            let repair = catalog.listings[fixed_by].shown.text();
            assert_eq!(text(&files.remove("examples/repaired.rs").unwrap()), repair, "{}", listing.id);
        }
        assert_eq!(files.keys().collect::<Vec<_>>(), ["Cargo.toml", "README.md"], "{}", listing.id);
        let edition = format!("edition = \"{}\"", listing.edition.year());
        assert!(text(&files["Cargo.toml"]).contains(&edition), "{}", listing.id);
        // rayon is asked for in the version that it was checked with, and by nobody who doesn't use it.
        let rayon = format!("\nrayon = \"{}\"\n", catalog.version_of("rayon").unwrap());
        let repair = match &listing.intent {
            Intent::Fails { fixed_by } => catalog.listings[fixed_by].shown.text(),
            _ => String::new(),
        };
        let names_rayon = (listing.shown.text() + &repair).contains("rayon::");
        assert_eq!(text(&files["Cargo.toml"]).contains(&rayon), names_rayon, "{}", listing.id);
        assert_eq!(text(&files["README.md"]).contains("this was seen with rayon 1."), names_rayon, "{}", listing.id);

        let kind = if listing.is_program() { "programs" } else { "fails" };
        assert!(parts[part][&format!("{part}/{kind}/{name}/src/main.rs")] == shown, "{}", listing.id);
        assert!(book[&format!("every-interleaving/{part}/{kind}/{name}/src/main.rs")] == shown, "{}", listing.id);
    }
}

#[test]
fn each_project_says_what_it_does_and_where_the_book_shows_it() {
    let catalog = Catalog::load(root()).unwrap();
    for listing in catalog.listings.values() {
        let files = project(listing);
        let readme = text(&files["README.md"]);
        assert!(readme.contains(&format!("`{}`, in the chapter “", listing.id)), "{}", listing.id);
        // What is relative leads nowhere in a folder of its own.
        assert!(!readme.contains(".html") && !readme.contains(".md"), "{}", listing.id);
        for mark in listing.marks.iter().filter(|_| !listing.is_program()) {
            assert!(
                readme.contains(&format!("{} in line {}: {}", mark.blame, mark.line, mark.phrase)),
                "{}",
                listing.id
            );
        }
        let (evidence, _) = catalog.evidence(listing);
        let printed = evidence.text(catalog::EvidenceKind::Stdout).trim_matches('\n');
        assert!(readme.contains(printed), "{}:\n{readme}", listing.id);
    }
}

/// The checker has compiled, linked and run the same code, with notes in comments, so here it is enough that Cargo finds and
/// accepts each program, with its manifest and edition.
#[test]
fn the_whole_book_is_a_workspace_in_which_every_program_compiles() {
    let folder = tempfile::tempdir().unwrap();
    unpack(&file(&LOCAL, "downloads/every-interleaving.zip"), folder.path());
    let target = folder.path().join("target");
    let output = cargo(&folder.path().join("every-interleaving"), &target, &["check", "--message-format", "json"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let compiled: BTreeSet<String> = told
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|message| message["reason"] == "compiler-artifact")
        // And not the crates that some of them use.
        .filter(|message| message["package_id"].as_str().unwrap().starts_with("path+"))
        .map(|message| message["target"]["name"].as_str().unwrap().to_string())
        .collect();
    let catalog = Catalog::load(root()).unwrap();
    let programs = catalog.listings.values().filter(|listing| listing.is_program());
    assert_eq!(compiled, programs.map(|listing| listing.id.name.clone()).collect());
}

#[test]
fn every_project_that_must_not_compile_is_refused_with_its_code_in_its_line() {
    let catalog = Catalog::load(root()).unwrap();
    let fails: Vec<&Listing> = catalog.listings.values().filter(|listing| !listing.is_program()).collect();
    let cores = thread::available_parallelism().unwrap().get();
    let faults: Vec<String> = thread::scope(|scope| {
        let checks: Vec<_> = fails
            .chunks(fails.len().div_ceil(cores))
            .map(|fails| {
                scope.spawn(|| {
                    // One for many, so that a crate is compiled once.
                    let target = tempfile::tempdir().unwrap();
                    fails.iter().flat_map(|listing| faults_of_refused(listing, target.path())).collect::<Vec<_>>()
                })
            })
            .collect();
        checks.into_iter().flat_map(|check| check.join().unwrap()).collect()
    });
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What someone would miss who unpacks the listing's zip and calls Cargo there, for the program and for its repair.
fn faults_of_refused(listing: &Listing, target: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    unpack(&file(&LOCAL, &format!("downloads/{}/{}.zip", listing.id.part, listing.id.name)), folder.path());
    // Together they take half the time of one after the other.
    let arguments = ["check", "--bins", "--examples", "--keep-going", "--message-format", "json"];
    let output = cargo(&folder.path().join(&listing.id.name), target, &arguments);
    let mut told = String::from_utf8(output.stderr).unwrap();
    let mut compiled = BTreeSet::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let message: serde_json::Value = serde_json::from_str(line).unwrap();
        match message["reason"].as_str() {
            Some("compiler-message") if message["target"]["kind"][0] == "bin" => {
                told += message["message"]["rendered"].as_str().unwrap();
            }
            Some("compiler-artifact") => {
                let target = &message["target"];
                compiled.insert(format!(
                    "{} {}",
                    target["kind"][0].as_str().unwrap(),
                    target["name"].as_str().unwrap()
                ));
            }
            _ => {}
        }
    }
    let codes = listing.codes().into_iter().map(|code| format!("error[{code}]"));
    let lines = listing.marks.iter().map(|mark| format!("src/main.rs:{}:", mark.line));
    let phrases = listing.marks.iter().map(|mark| mark.phrase.clone());
    let missed = codes.chain(lines).chain(phrases).filter(|wanted| !told.contains(wanted));
    let mut faults: Vec<String> = missed.map(|wanted| format!("{}: no `{wanted}` in\n{told}", listing.id)).collect();
    if compiled.contains(&format!("bin {}", listing.id.name)) {
        faults.push(format!("{} compiles", listing.id));
    }
    if !compiled.contains("example repaired") {
        faults.push(format!("{}: its repair does not compile as an example:\n{told}", listing.id));
    }
    faults
}

fn unpack(zip: &Path, folder: &Path) {
    for (path, bytes) in unpacked(zip) {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// Cargo as a reader would call it, with the book's compiler, and with those versions of crates that are on this machine
/// because the book's Cargo.lock has them.
fn cargo(folder: &Path, target: &Path, arguments: &[&str]) -> std::process::Output {
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut command = toolchain::cargo();
    command.args(arguments).arg("--offline").current_dir(folder);
    // The folder is not below rust-toolchain.toml.
    command.env("RUSTUP_TOOLCHAIN", catalog::pinned_compiler(root()).unwrap());
    command.env("CARGO_TARGET_DIR", target);
    command.output().unwrap()
}

#[test]
fn two_builds_of_the_same_book_have_the_same_bytes_to_take_away_and_to_search() {
    let again = rendered(None);
    for path in ["search/names.js", "search/text.js", "downloads/threads.zip", "downloads/every-interleaving.zip"] {
        assert!(fs::read(file(&LOCAL, path)).unwrap() == fs::read(file(&again, path)).unwrap(), "{path}");
    }
}

#[test]
fn what_the_search_is_told_to_take_from_a_chapter_has_to_be_there() {
    let fault = |setting: &str, chapter: &str| {
        let folder = tempfile::tempdir().unwrap();
        let mut book = MDBook::load(root()).unwrap();
        book.config.build.build_dir = folder.path().to_path_buf();
        book.config.set(format!("output.site.search.{setting}"), chapter).unwrap();
        book.with_preprocessor(Listings).with_renderer(Site);
        book.build().expect_err(setting).chain().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let told = fault("misconceptions", "appendices/mistakes.md");
    assert!(
        told.contains("`misconceptions = \"appendices/mistakes.md\"` of [output.site.search] names no chapter"),
        "{told}"
    );
    let told = fault("glossary", "appendices/downloads.md");
    assert!(told.contains("names a chapter without a table"), "{told}");
    assert!(fault("synonyms", "theme/no-such-file.toml").contains("theme/no-such-file.toml: cannot read"));
    assert!(fault("mistakes", "appendices/misconceptions.md").contains("unknown field `mistakes`"));
}

#[test]
fn every_chapter_has_a_description_of_its_own() {
    let book = chapters::Book::load(root()).unwrap();
    let mut descriptions = BTreeSet::new();
    for chapter in &book.chapters {
        let path = chapter.path.with_extension("html").display().to_string();
        let page = page(&LOCAL, &path);
        let description = attribute(&page, "meta[name=description]", "content").unwrap();
        assert!((20..=162).contains(&description.chars().count()), "{path}: {description}");
        assert_eq!(attribute(&page, "meta[property='og:description']", "content"), Some(description.clone()));
        assert_eq!(attribute(&page, "meta[property='og:site_name']", "content").unwrap(), "Every Interleaving");
        assert_eq!(page.select(&Selector::parse("head meta[name=description]").unwrap()).count(), 1, "{path}");
        assert!(descriptions.insert(description), "{path} has that of another page");
    }
}

#[test]
fn a_book_that_does_not_know_its_address_gives_none() {
    let page = page(&LOCAL, "sharing/mutex.html");
    assert_eq!(attribute(&page, "link[rel=canonical]", "href"), None);
    assert_eq!(attribute(&page, "meta[property='og:url']", "content"), None);
    assert!(!file(&LOCAL, "sitemap.xml").exists() && !file(&LOCAL, "robots.txt").exists());
}

#[test]
fn a_published_book_says_where_each_page_is_and_lists_them_all() {
    let address = "https://example.org/book/sharing/mutex.html";
    let mutex = page(&PUBLISHED, "sharing/mutex.html");
    assert_eq!(attribute(&mutex, "link[rel=canonical]", "href").unwrap(), address);
    assert_eq!(attribute(&mutex, "meta[property='og:url']", "content").unwrap(), address);
    // The first chapter is at two addresses; the book's own is the one to give.
    for first in ["index.html", "welcome.html"] {
        let first = page(&PUBLISHED, first);
        assert_eq!(attribute(&first, "link[rel=canonical]", "href").unwrap(), "https://example.org/book/");
        assert_eq!(attribute(&first, "meta[property='og:type']", "content").unwrap(), "website");
    }
    let sitemap = read(&PUBLISHED, "sitemap.xml");
    let book = chapters::Book::load(root()).unwrap();
    assert_eq!(sitemap.matches("<loc>").count(), book.chapters.len());
    assert!(sitemap.contains(&format!("<loc>{address}</loc>")), "{sitemap}");
    assert!(read(&PUBLISHED, "robots.txt").contains("Sitemap: https://example.org/book/sitemap.xml"));
}

/// The page for an address that leads nowhere is shown at that address, in whatever folder it would be.
#[test]
fn the_page_for_what_is_not_there_leads_into_the_book_where_it_is_published() {
    assert_eq!(attribute(&page(&PUBLISHED, "404.html"), "base", "href").unwrap(), "/book/");
    assert_eq!(attribute(&page(&LOCAL, "404.html"), "base", "href").unwrap(), "/");
}

/// Where another site shows a picture of a page depends on its size: most want 1200 × 630 pixels.
#[test]
fn a_published_book_has_a_picture_for_other_sites_and_another_one_names_none() {
    let mutex = page(&PUBLISHED, "sharing/mutex.html");
    let content = |property: &str| attribute(&mutex, &format!("meta[property='og:{property}']"), "content").unwrap();
    assert_eq!(content("image"), "https://example.org/book/share.png");
    assert_eq!([content("image:width"), content("image:height")], ["1200", "630"]);
    let picture = fs::read(file(&PUBLISHED, "share.png")).unwrap();
    let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((&picture[1..4], number(16), number(20)), (&b"PNG"[..], 1200, 630));
    assert_eq!(attribute(&page(&LOCAL, "sharing/mutex.html"), "meta[property='og:image']", "content"), None);
}

#[test]
fn the_page_of_what_was_verified_counts_the_listings() {
    let catalog = Catalog::load(root()).unwrap();
    let count = |word: &str| catalog.listings.values().filter(|listing| listing.intent.word() == word).count();
    let seen: usize = catalog
        .listings
        .values()
        .map(|listing| match &listing.intent {
            Intent::Runs(catalog::Stdout::OneOf(outcomes)) => outcomes.len(),
            _ => 0,
        })
        .sum();
    // Counted once more, without the catalog.
    let files =
        |folder: &str| fs::read_dir(root().join("measurements").join(folder)).unwrap().map(|file| file.unwrap().path());
    let claims: usize = files("benches")
        .map(|file| fs::read_to_string(file).unwrap().lines().filter(|line| line.starts_with("//@ claim: ")).count())
        .sum();
    let measured = format!(
        "{}, with {claims} claims about ratios, borne out by {} records",
        files("benches").count(),
        files("records").count()
    );
    for path in ["appendices/verification.html", "print.html"] {
        let page = page(&LOCAL, path);
        let rows: BTreeMap<String, String> = page
            .select(&Selector::parse(".verification tbody tr").unwrap())
            .map(|row| {
                let cells: Vec<String> = row.child_elements().map(|cell| cell.text().collect()).collect();
                (cells[0].clone(), cells[1].clone())
            })
            .collect();
        assert_eq!(rows["the compiler"], format!("rustc {}", catalog::pinned_compiler(root()).unwrap()), "{path}");
        assert_eq!(rows["listings"], catalog.listings.len().to_string());
        assert_eq!(rows["of these do not compile"], count("fails").to_string());
        assert_eq!(rows["of these run to their end"], count("runs").to_string());
        assert!(rows["listings with several outcomes"].contains(&format!("{seen} outcomes")));
        assert_eq!(rows["measurements"], measured);
    }
}

#[test]
fn the_page_to_take_away_from_links_to_each_part_and_the_book() {
    let catalog = Catalog::load(root()).unwrap();
    let page = page(&LOCAL, "appendices/downloads.html");
    let links: Vec<&str> = page
        .select(&Selector::parse(".downloads a[download]").unwrap())
        .map(|link| link.attr("href").unwrap())
        .collect();
    let parts = catalog.parts.iter().map(|part| part.name.as_str()).chain(["every-interleaving"]);
    let expected: BTreeSet<String> = parts.map(|name| format!("../downloads/{name}.zip")).collect();
    assert_eq!(links.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), expected);
    assert_eq!(links.len(), expected.len(), "each once: {links:?}");
    // In the order in which they are read, and the whole at the end.
    assert_eq!(links[..2], ["../downloads/threads.zip", "../downloads/messages.zip"]);
    assert_eq!(links.last(), Some(&"../downloads/every-interleaving.zip"));
}

#[test]
fn the_book_for_e_readers_is_offered_with_its_size_and_no_pdf_is_where_none_was_printed() {
    let published = fs::read(file(&LOCAL, "downloads/every-interleaving.epub")).expect("it lies beside the pages");
    let book = MDBook::load(root()).unwrap();
    let made = mdbook_site::epub(root(), &book.config, &book.book, &LOCAL.path().join("html")).unwrap();
    assert!(published == made, "what is published is what `cargo book epub` makes of the pages");
    let page = page(&LOCAL, "appendices/downloads.html");
    let links: Vec<_> = page.select(&Selector::parse(".whole-book p").unwrap()).collect();
    let words: Vec<String> = links.iter().map(|link| link.text().collect()).collect();
    let [words] = &words[..] else { panic!("{words:?}") };
    let size =
        words.strip_prefix("every-interleaving.epub, ").and_then(|words| words.strip_suffix(" MB, for an e-reader"));
    // Rounded up to a tenth.
    let tenths = (size.expect(words).parse::<f64>().unwrap() * 10.0).round();
    assert_eq!(tenths as usize, published.len().div_ceil(100_000), "{words}");
    let href = attribute(&page, ".whole-book a[download]", "href");
    assert_eq!(href.as_deref(), Some("../downloads/every-interleaving.epub"));
    // Where all chapters are one page, they are a folder higher.
    assert!(read(&LOCAL, "print.html").contains("href=\"downloads/every-interleaving.epub\""));
}
