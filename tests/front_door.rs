//! How one comes into the book: the landing page, the pages that open parts, the paths, and how long all of it takes.

mod rendered;

use catalog::Catalog;
use chapters::{Book, Chapter, Settings};
use rendered::{RENDERED, root};
use scraper::{ElementRef, Html, Selector};
use std::path::Path;

fn read(path: &str) -> String {
    let file = RENDERED.path().join("html").join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn page(path: &str) -> Html {
    Html::parse_document(&read(path))
}

fn page_of(chapter: &Chapter) -> Html {
    page(&chapter.path.with_extension("html").display().to_string())
}

fn select<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within.select(&Selector::parse(selector).unwrap()).collect()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    select(page.root_element(), selector).into_iter().map(|element| element.text().collect()).collect()
}

fn hrefs(page: &Html, selector: &str) -> Vec<String> {
    select(page.root_element(), selector).into_iter().map(|link| link.attr("href").unwrap().to_string()).collect()
}

/// `1 hour 5 minutes` in minutes, as it stands anywhere in a text.
fn minutes(text: &str) -> usize {
    let words: Vec<&str> = text.split([' ', ',', '.', '\n']).collect();
    let of = |unit: &str, each: usize| {
        let at = words.iter().position(|word| word.trim_end_matches('s') == unit);
        at.map_or(0, |at| words[at - 1].parse::<usize>().unwrap() * each)
    };
    of("hour", 60) + of("minute", 1)
}

#[test]
fn the_first_page_is_the_landing_page_and_the_introduction_comes_next() {
    let first = page("index.html");
    assert_eq!(texts(&first, "title"), ["Every Interleaving"]);
    assert_eq!(read("index.html"), read("welcome.html"));
    assert_eq!(hrefs(&first, ".nav-chapters"), ["introduction.html"]);
}

#[test]
fn three_ways_lead_on_from_the_first_page() {
    let ways = hrefs(&page("index.html"), "main h2#three-ways-on + ul > li > strong > a");
    assert_eq!(ways, ["introduction.html", "appendices/errors.html", "appendices/downloads.html"]);
}

/// The evidence of every explored listing, as the file has it.
fn explored() -> Vec<serde_json::Value> {
    let catalog = Catalog::load(root()).unwrap();
    let of = |file: &Path| {
        let text = std::fs::read_to_string(root().join(file).with_extension("schedules")).ok()?;
        Some(serde_json::from_str(&text).unwrap())
    };
    catalog.listings.values().filter_map(|listing| of(&listing.file)).collect()
}

/// How many schedules a listing has; none where they are a sample, or without end.
fn schedules(found: &serde_json::Value) -> Option<u128> {
    let extent = &found["extent"];
    [&extent["whole"], &extent["counted"]].into_iter().find_map(|kind| kind["schedules"].as_str()?.parse().ok())
}

#[test]
fn the_numbers_of_the_first_page_are_those_of_the_evidence() {
    let numbers: Vec<u128> = texts(&page("index.html"), "main .play + ul > li > strong")
        .iter()
        .map(|number| number.replace(',', "").parse().unwrap())
        .collect();
    let every = explored().into_iter().filter(|found| found["extent"]["sample"].is_null()).collect::<Vec<_>>();
    let outcomes: usize = every.iter().map(|found| found["outcomes"].as_array().unwrap().len()).sum();
    let all: u128 = every.iter().filter_map(schedules).sum();
    let blessed =
        |part: &catalog::Part| std::fs::read_to_string(root().join("listings").join(&part.name).join("blessed.txt"));
    let parts = Catalog::load(root()).unwrap().parts;
    let listings: usize = parts.iter().map(|part| blessed(part).unwrap().lines().count()).sum();
    assert_eq!(numbers, [listings as u128, outcomes as u128, all]);
    assert!(read("index.html").contains(&format!("everything that {} of these", every.len())));
    // "One pool of two threads accounts for more than half of them."
    let pool =
        std::fs::read_to_string(root().join("listings/cores/src/bin/pool-that-stays-for-the-last-job.schedules"));
    assert!(2 * schedules(&serde_json::from_str(&pool.unwrap()).unwrap()).unwrap() > all);
}

#[test]
fn the_board_of_the_first_page_comes_to_a_deadlock_by_four_moves() {
    let first = page("index.html");
    let data: String = select(first.root_element(), ".play .schedules-data")[0].text().collect();
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    let deadlocks = data["outcomes"].as_array().unwrap().iter().filter(|outcome| outcome["ends"] == "deadlock");
    let moves: Vec<usize> = deadlocks.map(|outcome| outcome["schedule"].as_array().unwrap().len()).collect();
    assert_eq!(moves, [4]);
    // Without a script the program is there, what comes of it, and where there is more.
    let without = texts(&first, ".play-without").concat();
    assert!(without.contains("LADDER.lock()") && without.contains("two outcomes"), "{without}");
    assert_eq!(hrefs(&first, ".play-evidence a"), ["guarantees/interleavings.html#guarantees-ladder-and-rope"]);
}

#[test]
fn a_chapter_says_how_long_it_takes_and_what_is_only_looked_up_does_not() {
    for chapter in &Book::load(root()).unwrap().chapters {
        let times = texts(&page_of(chapter), "main > .page-time");
        assert_eq!(times.len(), usize::from(chapter.is_read_through()), "{}", chapter.path.display());
        assert!(times.iter().all(|time| (1..120).contains(&minutes(time))), "{}: {times:?}", chapter.path.display());
    }
}

#[test]
fn each_part_opens_with_a_page_whose_times_add_up() {
    let book = Book::load(root()).unwrap();
    let openers: Vec<&Chapter> = book.chapters.iter().filter(|chapter| chapter.opens_part()).collect();
    let first_of_parts =
        book.chapters.iter().filter(|it| it.number.as_ref().is_some_and(|number| !number.contains('.')));
    assert_eq!(openers, first_of_parts.collect::<Vec<_>>());
    let mut all = 0;
    for opener in openers {
        let page = page_of(opener);
        let listed = texts(&page, ".ways-part li");
        let chapters: Vec<&Chapter> = book.below(opener).collect();
        assert_eq!(listed.len(), chapters.len(), "{}", opener.title);
        for (line, chapter) in listed.iter().zip(chapters) {
            let own = minutes(&texts(&page_of(chapter), ".page-time").concat());
            assert_eq!(minutes(line), own, "{line}");
        }
        let sum: usize = listed.iter().map(|line| minutes(line)).sum();
        assert_eq!(minutes(&texts(&page, ".ways-part > p").concat()), sum, "{}", opener.title);
        let sections = texts(&page, "main h2");
        assert_eq!(sections, ["What you’ll be able to do", "What it builds on"], "{}", opener.title);
        all += sum;
    }
    let whole =
        texts(&page("introduction.html"), "main p").into_iter().find(|it| it.starts_with("The whole takes")).unwrap();
    assert_eq!(minutes(whole.split(", ").next().unwrap()), all);
}

#[test]
fn the_one_hour_path_has_thirteen_sections_fits_into_an_hour_and_is_marked_in_the_contents() {
    let sections = &Settings::load(root()).unwrap().paths["one-hour"];
    let page = page("introduction.html");
    let links = hrefs(&page, ".ways-path li > a");
    assert_eq!(links, sections.iter().map(|it| it.replace(".md", ".html")).collect::<Vec<_>>());
    assert_eq!(links.len(), 13);
    let whole = minutes(&texts(&page, ".ways-path > p").concat());
    assert!((20..=60).contains(&whole), "{whole} minutes");
    let contents = read("toc.html");
    let contents = Html::parse_document(&contents);
    let marked = hrefs(&contents, "a:has(+ .path-mark)");
    let mut chapters: Vec<&str> = links.iter().map(|link| link.split('#').next().unwrap()).collect();
    chapters.dedup();
    assert_eq!(marked, chapters);
    assert!(texts(&contents, ".path-mark").iter().all(|words| words == " (on the one-hour path)"));
}
