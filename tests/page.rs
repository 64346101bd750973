//! What a reader gets: the rendered pages, checked against the listings and their evidence.

mod rendered;

use catalog::{Catalog, CompileError, EvidenceKind, Id, Intent, Listing};
use chapters::{Book, Piece, Show, Table, errors_of};
use percent_encoding::percent_decode_str;
use rendered::{RENDERED, root};
use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// The folder of its pages.
fn rendered() -> PathBuf {
    RENDERED.path().join("html")
}

/// Every page by its path in the rendered book, parsed once. A parsed page is for one thread at a time, so the tests take
/// turns; one that fails leaves the pages as they were.
fn pages() -> MutexGuard<'static, BTreeMap<PathBuf, Html>> {
    static PAGES: LazyLock<Mutex<BTreeMap<PathBuf, Html>>> = LazyLock::new(|| Mutex::new(parsed()));
    PAGES.lock().unwrap_or_else(PoisonError::into_inner)
}

fn parsed() -> BTreeMap<PathBuf, Html> {
    fn walk(folder: &Path, pages: &mut BTreeMap<PathBuf, Html>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, pages);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                let text = std::fs::read_to_string(&path).unwrap();
                pages.insert(path.strip_prefix(rendered()).unwrap().to_path_buf(), Html::parse_document(&text));
            }
        }
    }
    let mut pages = BTreeMap::new();
    walk(&rendered(), &mut pages);
    assert!(pages.len() > 3, "{:?}", pages.keys());
    pages
}

/// The listings, read once.
static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::load(root()).unwrap());

/// The chapters, read once.
static BOOK: LazyLock<Book> = LazyLock::new(|| Book::load(root()).unwrap());

fn select<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// Calls `check` with every listing that a chapter shows, how it is shown there, and its figure on the page.
fn for_each_figure(check: impl Fn(&Listing, &Show, ElementRef<'_>)) {
    let (catalog, book, pages) = (&*CATALOG, &*BOOK, pages());
    let mut figures = 0;
    for chapter in &book.chapters {
        let on_page = select(pages[&chapter.path.with_extension("html")].root_element(), "figure[id]");
        for (_, piece) in &chapter.pieces {
            let Piece::Show(show) = piece else { continue };
            let id = format!("{}-{}", show.id.part, show.id.name);
            let found: Vec<_> = on_page.iter().filter(|figure| figure.attr("id") == Some(&id)).copied().collect();
            assert_eq!(found.len(), 1, "{id} stands once on {}", chapter.path.display());
            check(&catalog.listings[&show.id], show, found[0]);
            figures += 1;
        }
    }
    assert!(figures >= catalog.listings.len());
}

#[test]
fn every_listing_shows_its_code_with_the_blamed_lines_marked() {
    for_each_figure(|listing, show, figure| {
        let code = select(figure, ".listing-code code")[0];
        let lines = match &show.anchor {
            Some(anchor) => listing.shown.anchors[anchor].clone(),
            None => 0..listing.shown.lines.len(),
        };
        let expected: String = listing.shown.lines[lines].iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
        assert_eq!(text(code), expected, "{}", listing.id);
        let mut blamed: Vec<&str> =
            listing.marks.iter().map(|mark| listing.shown.lines[mark.line - 1].text.as_str()).collect();
        blamed.dedup();
        let marked: Vec<String> = select(code, ".line.blamed").into_iter().map(text).collect();
        // An element that says so would answer the question to anyone who hears the page.
        assert_eq!(
            select(code, "mark").is_empty(),
            show.predict || blamed.is_empty() || marked.is_empty(),
            "{}",
            listing.id
        );
        if show.anchor.is_none() {
            assert_eq!(
                marked.iter().map(|line| line.trim_end_matches('\n')).collect::<Vec<_>>(),
                blamed,
                "{}",
                listing.id
            );
        }
    });
}

#[test]
fn a_listing_that_asks_has_a_choice_for_each_of_the_chapter_and_no_name_that_answers() {
    let asked = BOOK.chapters.iter().flat_map(|chapter| chapter.choices.clone()).count();
    let with_choices = std::cell::Cell::new(0);
    for_each_figure(|listing, show, figure| {
        let choices = select(figure, ".choices > details.choice");
        assert!(choices.is_empty() || show.predict, "{}", listing.id);
        if !show.predict {
            return;
        }
        with_choices.set(with_choices.get() + usize::from(!choices.is_empty()));
        assert_eq!(select(figure, ".choices > details.choice-none").len(), 1, "{}", listing.id);
        for choice in choices {
            let said = text(select(choice, ".choice-said")[0]);
            let right = choice.value().classes().any(|class| class == "choice-right");
            assert_eq!(said, if right { "✓ Right" } else { "✗ Not so" }, "{}", listing.id);
            assert!(select(choice, ".choice-answer > p").len() > 1, "{}: no answer", listing.id);
        }
        let evidence = select(figure, ".listing-evidence")[0];
        let caption = text(select(figure, ".listing-caption")[0]);
        for named in select(figure, "[aria-label]") {
            let is_hidden = named.ancestors().any(|above| above.id() == evidence.id());
            let name = named.attr("aria-label").unwrap();
            assert!(is_hidden || !name.contains(&caption), "{}: {name}", listing.id);
        }
    });
    assert_eq!(with_choices.get(), asked);
    assert!(asked > 0);
}

#[test]
fn the_answers_to_questions_are_folded() {
    let (book, pages) = (&*BOOK, pages());
    for chapter in &book.chapters {
        let page = &pages[&chapter.path.with_extension("html")];
        let answers = select(page.root_element(), "details.answer:not([open])");
        assert_eq!(answers.len(), chapter.questions.len(), "{}", chapter.path.display());
        for answer in answers {
            let question = answer.prev_siblings().find_map(ElementRef::wrap).unwrap();
            assert_eq!(text(question).trim(), text(select(question, "strong")[0]).trim(), "{}", chapter.path.display());
            assert!(answer.child_elements().count() > 1, "{}: an empty answer", text(question));
        }
    }
}

#[test]
fn copy_program_and_save_file_give_what_the_page_shows_byte_for_byte() {
    for_each_figure(|listing, _, figure| {
        let link = select(figure, "a.listing-whole")[0];
        let data = link.attr("href").unwrap().strip_prefix("data:text/plain;charset=utf-8,").unwrap();
        let whole = percent_decode_str(data).decode_utf8().unwrap();
        assert_eq!(whole, listing.shown.text(), "{}", listing.id);
        assert_eq!(link.attr("download"), Some(format!("{}.rs", listing.id.name).as_str()));
    });
}

/// A text without `/rustc/` and the number of the commit after it, with which the compiler names the files of `std`. It
/// says nothing to a reader.
fn without_the_folder_of_rustc(text: &str) -> String {
    let mut text = text.to_string();
    while let Some(at) = text.find("/rustc/") {
        text.replace_range(at..at + "/rustc/".len() + 41, "");
    }
    text
}

#[test]
fn every_listing_shows_its_evidence_word_for_word() {
    let catalog = &*CATALOG;
    for_each_figure(|listing, _, figure| {
        let words = |places: &str| select(figure, places).into_iter().map(text).collect::<String>();
        let shown = words(".listing-screen");
        let (evidence, missing) = catalog.evidence(listing);
        assert!(missing.is_empty());
        for kind in [EvidenceKind::Stdout, EvidenceKind::Stderr] {
            let expected = without_the_folder_of_rustc(evidence.text(kind).trim_matches('\n'));
            assert!(shown.contains(&expected), "{}: {expected}\nis not in\n{shown}", listing.id);
        }
        // Where all schedules are followed, the outcomes are in their table.
        let shown = words(".listing-screen, .schedules-output");
        for outcome in evidence.outcomes() {
            assert!(shown.contains(outcome), "{}: {outcome}", listing.id);
        }
    });
}

#[test]
fn every_verdict_names_the_compiler_and_the_codes() {
    let compiler = catalog::pinned_compiler(root()).unwrap();
    for_each_figure(|listing, _, figure| {
        let verdict = text(select(figure, ".listing-verdict")[0]);
        assert!(verdict.contains(&format!("rustc {compiler}")), "{}: {verdict}", listing.id);
        for code in listing.codes() {
            assert!(verdict.contains(code), "{}: {verdict}", listing.id);
        }
    });
}

#[test]
fn every_verdict_says_what_the_listing_does() {
    for_each_figure(|listing, _, figure| {
        let (word, sentence) = match listing.intent {
            Intent::Runs(_) if listing.leaks => ("Runs, ", "It runs to its end"),
            Intent::Runs(_) => ("Runs", "It runs to its end"),
            Intent::Panics => ("Panics", "exit status 101"),
            Intent::Hangs => ("Hangs", "the test has to stop it"),
            Intent::MayHang => ("May hang", "It may run to its end, "),
            Intent::Races => ("Undefined behaviour", "It is never run"),
            Intent::Fails { .. } => ("Does not compile", "refuses it with"),
        };
        let verdict = text(select(figure, ".listing-verdict")[0]);
        let verdict = verdict.trim_start();
        assert!(verdict.starts_with(word) && verdict.contains(sentence), "{}: {verdict}", listing.id);
    });
}

#[test]
fn what_must_not_compile_says_what_would_happen_and_links_to_its_repair() {
    for_each_figure(|listing, _, figure| {
        if !listing.is_program() {
            assert!(text(select(figure, ".listing-note")[0]).trim_start().starts_with("If this compiled"));
            assert_eq!(select(figure, ".listing-repair a").len(), 1, "{}", listing.id);
        }
    });
}

#[test]
fn what_must_not_compile_shows_the_change_that_makes_it_compile() {
    let catalog = &*CATALOG;
    for_each_figure(|listing, _, figure| {
        let Intent::Fails { fixed_by } = &listing.intent else { return };
        let lines = |selector: &str| {
            let lines = select(figure, selector).into_iter();
            lines.map(|line| text(line)[2..].trim_end().to_string()).collect::<Vec<String>>()
        };
        let (taken, added) = (lines(".listing-change del"), lines(".listing-change ins"));
        assert!(taken.len() + added.len() > 0, "{}", listing.id);
        let has = |listing: &Listing, line: &String| listing.shown.lines.iter().any(|own| own.text == *line);
        assert!(taken.iter().all(|line| has(listing, line)), "{}: {taken:?}", listing.id);
        assert!(added.iter().all(|line| has(&catalog.listings[fixed_by], line)), "{}: {added:?}", listing.id);
    });
}

#[test]
fn every_error_is_summed_up_by_its_code_its_words_and_its_line() {
    let catalog = &*CATALOG;
    let headings: Vec<(String, String)> = {
        let pages = pages();
        let errors_page = pages[Path::new("appendices/errors.html")].root_element();
        let headings = select(errors_page, "h2[id]").into_iter();
        headings.map(|heading| (heading.attr("id").unwrap().to_string(), text(heading))).collect()
    };
    for_each_figure(|listing, _, figure| {
        let (evidence, _) = catalog.evidence(listing);
        let Ok(errors) = CompileError::parse(evidence.text(EvidenceKind::Errors)) else { return };
        let summaries = select(figure, ".error-summary");
        assert_eq!(summaries.len(), errors.len(), "{}", listing.id);
        for (error, summary) in errors.iter().zip(summaries) {
            let words = error.message.replace('`', "");
            assert_eq!(text(select(summary, ".error-words")[0]), words, "{}", listing.id);
            let said = evidence.text(EvidenceKind::Stderr).contains(&error.message);
            assert!(said, "{}: the two kinds of evidence differ", listing.id);
            if let Some(code) = &error.code {
                let link = select(summary, "a.error-code")[0];
                assert_eq!(text(link), *code);
                let (page, id) = link.attr("href").unwrap().split_once('#').unwrap();
                assert!(page.ends_with("appendices/errors.html"), "{}: {page}", listing.id);
                let named: Vec<_> =
                    headings.iter().filter(|(heading, _)| heading == id).map(|(_, text)| text).collect();
                assert_eq!(named, [code], "{}: {id}", listing.id);
            }
            let line = select(summary, "a.error-line")[0].attr("href").unwrap().trim_start_matches('#').to_string();
            let marked = select(figure, ".line.blamed").into_iter().any(|mark| mark.attr("id") == Some(line.as_str()));
            assert!(marked, "{}: {line} is not marked", listing.id);
        }
    });
}

#[test]
fn every_place_that_an_error_points_at_is_a_place_in_the_code() {
    let catalog = &*CATALOG;
    for listing in catalog.listings.values() {
        let (evidence, _) = catalog.evidence(listing);
        let Ok(errors) = CompileError::parse(evidence.text(EvidenceKind::Errors)) else { continue };
        for place in errors.iter().flat_map(|error| &error.places) {
            let length = |line: usize| listing.shown.lines[line - 1].text.chars().count();
            assert!((1..=length(place.line)).contains(&place.column), "{}: {place:?}", listing.id);
            assert!((1..=length(place.last_line) + 1).contains(&place.end), "{}: {place:?}", listing.id);
        }
    }
}

#[test]
fn each_measurement_says_on_which_machine_and_shows_each_of_its_times_as_a_mark() {
    let catalog = &*CATALOG;
    let mut shown = BTreeSet::new();
    for page in pages().values() {
        for figure in select(page.root_element(), "figure.measured") {
            let id = figure.attr("id").unwrap_or_default();
            let measurement = &catalog.measurements[id.trim_start_matches("measured-")];
            assert!(!measurement.records.is_empty(), "{id} has no record");
            for (name, record) in &measurement.records {
                let words = text(figure);
                for told in [name, &record.machine.processor, &record.machine.compiler, &record.machine.date] {
                    assert!(words.contains(told.as_str()), "{id}: {told}");
                }
            }
            let times: usize = measurement.records.iter().map(|(_, record)| record.points.len()).sum();
            assert_eq!(select(figure, "tbody .measured-mark").len(), times, "{id}");
            assert_eq!(select(figure, ".measured-claims li").len(), measurement.claims.len(), "{id}");
            shown.insert(&measurement.name);
        }
    }
    assert!(shown.into_iter().eq(catalog.measurements.keys()));
}

/// What a figure can be made from: an error, or schedules. A chapter whose listings all run, with crates that nothing
/// explores, has neither.
#[test]
fn every_numbered_chapter_has_a_figure_made_from_evidence() {
    let pages = pages();
    let book = &*BOOK;
    let can_be_drawn = |id: &Id| {
        let listing = &CATALOG.listings[id];
        !listing.is_program() || listing.schedules.is_some()
    };
    let without: Vec<PathBuf> = book
        .read_through()
        .filter(|chapter| chapter.shows().next().is_none() || chapter.shows().any(|show| can_be_drawn(&show.id)))
        .map(|chapter| chapter.path.with_extension("html"))
        .filter(|page| select(pages[page].root_element(), ".error-way, svg.timeline, .measured-mark").is_empty())
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn every_listing_has_the_number_under_which_it_is_kept_and_links_to_itself() {
    let catalog = &*CATALOG;
    for_each_figure(|listing, _, figure| {
        let number = catalog.numbers.of(&listing.id).unwrap();
        let link = select(figure, "a.listing-number")[0];
        assert_eq!(text(link), format!("Listing {number}"));
        assert_eq!(link.attr("href").unwrap(), format!("#{}", figure.attr("id").unwrap()));
        for button in select(figure, ".listing-tools button, .listing-tools a[aria-label]") {
            let label = button.attr("aria-label").unwrap();
            assert!(label.ends_with(&format!("Listing {number}")), "{label}");
            assert!(label.starts_with(&text(button)), "{label} does not begin with {}", text(button));
        }
    });
}

#[test]
fn a_link_to_the_playground_has_the_code_and_can_be_followed_everywhere() {
    let with_link = std::cell::Cell::new(0);
    for_each_figure(|listing, _, figure| {
        let Some(link) = select(figure, "a.listing-run").into_iter().next() else { return };
        let address = link.attr("href").unwrap();
        assert!(address.len() <= 8000, "{}: {} bytes", listing.id, address.len());
        let code = address.split_once("&code=").unwrap().1;
        assert_eq!(percent_decode_str(code).decode_utf8().unwrap(), listing.shown.text(), "{}", listing.id);
        assert!(address.contains(&format!("&edition={}&", listing.edition.year())), "{}", listing.id);
        assert!(text(link).contains("play.rust-lang.org"));
        with_link.set(with_link.get() + 1);
    });
    assert!(with_link.get() > 300, "{}", with_link.get());
}

#[test]
fn what_a_listing_refutes_is_linked_both_ways() {
    let pages = pages();
    let chapter = &pages[Path::new("appendices/misconceptions.html")];
    let rows = select(chapter.root_element(), "main tbody tr");
    assert!(rows.len() > 30);
    let of_listings: Vec<(String, Option<&str>)> = pages
        .iter()
        .filter(|(path, _)| !path.ends_with("print.html"))
        .flat_map(|(_, page)| select(page.root_element(), ".listing-refutes"))
        .map(|said| (text(said), select(said, "a")[0].attr("href")))
        .collect();
    for row in rows {
        let words = text(select(row, "td")[0]);
        let [place] = select(row, "span[id]")[..] else { panic!("there is no one place for the row of: {words}") };
        let id = place.attr("id").unwrap();
        let back = format!("appendices/misconceptions.html#{id}");
        let linked = of_listings
            .iter()
            .any(|(said, link)| said.contains(&words) && link.is_some_and(|href| href.ends_with(&back)));
        assert!(linked, "no listing links back to: {words}");
    }
}

#[test]
fn a_page_says_at_its_foot_what_was_checked_of_it() {
    let (pages, compiler) = (pages(), catalog::pinned_compiler(root()).unwrap());
    for chapter in &BOOK.chapters {
        let page = &pages[&chapter.path.with_extension("html")];
        let foot = select(page.root_element(), ".page-verification");
        match chapter.shows().count() {
            0 => assert!(foot.is_empty()),
            n => assert!(
                text(foot[0]).contains(&format!("The {n} listings of this page were checked with rustc {compiler}: "))
            ),
        }
    }
}

#[test]
fn a_page_with_sections_lists_them_below_its_title() {
    let pages = pages();
    for chapter in &BOOK.chapters {
        let page = &pages[&chapter.path.with_extension("html")];
        let sections: Vec<String> = select(page.root_element(), "main h2").into_iter().map(text).collect();
        let listed: Vec<String> =
            select(page.root_element(), "main nav.page-contents a").into_iter().map(text).collect();
        if sections.len() >= 3 {
            assert_eq!(listed, sections, "{}", chapter.path.display());
        } else {
            assert!(listed.is_empty());
        }
    }
}

#[test]
fn every_link_within_the_book_leads_somewhere() {
    let pages = pages();
    let ids: BTreeMap<&PathBuf, BTreeSet<&str>> = pages.iter().map(|(path, page)| (path, ids(page))).collect();
    let mut dead = Vec::new();
    for (path, page) in &*pages {
        for link in select(page.root_element(), "a[href]") {
            let address = link.attr("href").unwrap();
            if address.contains("://") || address.starts_with("data:") || address.starts_with("mailto:") {
                continue;
            }
            let (file, id) = address.split_once('#').unwrap_or((address, ""));
            let target = if file.is_empty() { path.clone() } else { resolve(path, file) };
            let id = percent_decode_str(id).decode_utf8().unwrap().into_owned();
            let found = match ids.get(&target) {
                Some(ids) => id.is_empty() || ids.contains(id.as_str()),
                None => rendered().join(&target).is_file(),
            };
            if !found {
                dead.push(format!("{}: {address}", path.display()));
            }
        }
    }
    assert!(dead.is_empty(), "links that lead nowhere:\n{}", dead.join("\n"));
}

/// What an address on the page can name.
fn ids(page: &Html) -> BTreeSet<&str> {
    let places = select(page.root_element(), "[id], a[name]").into_iter();
    places.flat_map(|place| [place.attr("id"), place.attr("name")]).flatten().collect()
}

/// The path that an address on a page means.
fn resolve(page: &Path, address: &str) -> PathBuf {
    let mut path = page.parent().unwrap_or(Path::new("")).to_path_buf();
    for piece in address.split('/') {
        match piece {
            "." | "" => {}
            ".." => {
                path.pop();
            }
            name => path.push(name),
        }
    }
    if address.ends_with('/') { path.join("index.html") } else { path }
}

#[test]
fn a_page_loads_nothing_from_another_host() {
    for (path, page) in &*pages() {
        for element in select(page.root_element(), "link[href], script[src], img[src], iframe[src], source[src]") {
            let address = element.attr("href").or(element.attr("src")).unwrap();
            assert!(!address.contains("//"), "{}: {address}", path.display());
        }
    }
}

#[test]
fn ids_are_unique_on_every_page() {
    for (path, page) in &*pages() {
        let mut seen = BTreeMap::new();
        for element in select(page.root_element(), "[id]") {
            *seen.entry(element.attr("id").unwrap()).or_insert(0) += 1;
        }
        let twice: Vec<_> = seen.into_iter().filter(|(_, count)| *count > 1).collect();
        assert!(twice.is_empty(), "{}: {twice:?}", path.display());
    }
}

#[test]
fn nothing_of_the_directives_is_left_on_a_page() {
    for (path, page) in &*pages() {
        for paragraph in select(page.root_element(), "main p, main a[href]") {
            let left = text(paragraph).contains("{{#")
                || paragraph.attr("href").is_some_and(|href| href.starts_with("listing:"));
            assert!(!left, "{}: {}", path.display(), text(paragraph));
        }
    }
}

#[test]
fn every_page_of_a_chapter_has_one_first_heading() {
    let pages = pages();
    for chapter in &BOOK.chapters {
        let page = &pages[&chapter.path.with_extension("html")];
        assert_eq!(select(page.root_element(), "main h1").len(), 1, "{}", chapter.path.display());
    }
}

/// The rows of the tables on the page of every chapter that has such a table, as the texts and the links of their cells.
fn rows_of_tables(wanted: fn(&Table) -> bool) -> Vec<(String, Vec<String>)> {
    let (book, pages) = (&*BOOK, pages());
    let has = |piece: &Piece| matches!(piece, Piece::Table(table) if wanted(table));
    let chapters = book.chapters.iter().filter(|chapter| chapter.pieces.iter().any(|(_, piece)| has(piece)));
    let mut rows = Vec::new();
    for chapter in chapters {
        for row in select(pages[&chapter.path.with_extension("html")].root_element(), "main table tr") {
            let links = select(row, "a").into_iter().filter_map(|link| link.attr("href").map(str::to_string));
            rows.push((text(row), links.collect()));
        }
    }
    rows
}

fn links_to(links: &[String], listing: &Listing) -> bool {
    let end = format!("#{}-{}", listing.id.part, listing.id.name);
    links.iter().any(|link| link.ends_with(&end))
}

#[test]
fn every_error_of_the_compiler_can_be_looked_up_with_its_words() {
    let rows = rows_of_tables(|table| matches!(table, Table::Error(_)));
    let catalog = &*CATALOG;
    for listing in catalog.listings.values() {
        let found: Vec<&String> =
            rows.iter().filter(|(_, links)| links_to(links, listing)).map(|(words, _)| words).collect();
        assert_eq!(found.len(), errors_of(listing).len(), "{}: {found:?}", listing.id);
        let stderr = catalog.evidence(listing).0.text(EvidenceKind::Stderr).replace('`', "");
        for line in stderr.lines().filter(|line| line.starts_with("error") && !listing.is_program()) {
            let words = line.split_once(": ").unwrap().1;
            assert!(
                found.iter().any(|row| row.replace('’', "'").contains(words)),
                "{}: {words} stands in none of {found:?}",
                listing.id
            );
        }
    }
}

#[test]
fn every_listing_stands_once_in_the_index() {
    let rows = rows_of_tables(|table| matches!(table, Table::Index(_)));
    for listing in CATALOG.listings.values() {
        let found = rows.iter().filter(|(_, links)| links_to(links, listing)).count();
        assert_eq!(found, 1, "{}", listing.id);
    }
}

#[test]
fn the_matrix_has_the_answers_of_the_compiler() {
    let catalog = &*CATALOG;
    let matrix = catalog.matrix.as_ref().expect("the book has a matrix");
    let pages = pages();
    let tables: Vec<ElementRef<'_>> =
        pages.values().flat_map(|page| select(page.root_element(), "main .matrix table")).collect();
    // The page of the chapter, and the one for printing.
    for table in &tables {
        let rows =
            select(*table, "tbody tr").into_iter().filter(|row| !select(*row, ".matrix-yes, .matrix-no").is_empty());
        let cells = |row| select(row, "th, td").into_iter().take(3).map(text).collect::<Vec<String>>();
        let word = |refusal: &Option<String>| if refusal.is_none() { "yes" } else { "no" }.to_string();
        let answers = matrix.answers(root()).unwrap();
        let expected: Vec<Vec<String>> = matrix
            .rows
            .iter()
            .zip(&answers)
            .map(|(row, answer)| vec![row.name(), word(&answer.not_send), word(&answer.not_sync)])
            .collect();
        assert_eq!(rows.map(cells).collect::<Vec<_>>(), expected);
    }
    assert_eq!(tables.len(), 2);
}
