//! What is built of a book.

use crate::ferry::{FERRY, only, with_a_ferry};
use crate::little_book::LittleBook;
use crate::told;
use catalog::Ending;
use chapters::without_its_programs;
use expect_test::expect;
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;
use scraper::{Html, Selector};

#[test]
fn what_editors_leave_is_no_part_of_the_book_and_is_not_published() {
    let left =
        [".greeting.rs.swp", "greeting.rs~", ".#greeting.rs", "#greeting.rs#", "4913", ".DS_Store", "greeting.rs.orig"];
    let mut book = LittleBook::sound();
    for folder in
        ["listings", "listings/demo", "listings/demo/src", "listings/demo/src/bin", "listings/demo/fails", "src"]
    {
        for name in left {
            book = book.with(&format!("{folder}/{name}"), "half of it");
        }
    }
    let book = book.with("src/.#one.md", "half of it");
    book.is_accepted();
    let mut mdbook = MDBook::load(book.root()).unwrap();
    mdbook.config.build.build_dir = book.root().join("book");
    mdbook.with_preprocessor(Listings).with_renderer(Site);
    mdbook.build().unwrap();
    let published = std::fs::read_dir(book.root().join("book/html")).unwrap();
    let published: Vec<String> =
        published.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert!(published.contains(&"one.html".to_string()), "{published:?}");
    assert!(!published.iter().any(|name| left.contains(&name.as_str()) || name == ".#one.md"), "{published:?}");
}

#[test]
fn a_place_that_the_backend_fills_must_be_where_the_settings_say() {
    let built = |chapter: &str| {
        let settings = "[output.html]\n\n[preprocessor.listings.chapters]\ndownloads = \"one.md\"\n";
        let book = LittleBook::sound().with("book.toml", settings).appending("src/one.md", chapter);
        let mut mdbook = MDBook::load(book.root()).unwrap();
        mdbook.config.build.build_dir = book.root().join("book");
        mdbook.with_preprocessor(Listings).with_renderer(Site);
        mdbook.build().map_err(|error| format!("{error:#}"))
    };
    built("\n<div class=\"downloads\"></div>\n").unwrap();
    let told = built("").unwrap_err();
    assert!(
        told.contains("src/one.md: has no `<div class=\"downloads\"></div>`, and is the `downloads` of book.toml"),
        "{told}"
    );
}

#[test]
fn a_book_that_stock_mdbook_would_build_without_listings_is_rejected() {
    let told = |settings: &str| without_its_programs(LittleBook::sound().with("book.toml", settings).root());
    let listings = "[preprocessor.listings]\ncommand = \"cargo run --quiet --bin mdbook-listings --\"\n";
    let site = "[output.html]\n\n[output.site]\ncommand = \"cargo run --quiet --bin mdbook-site --\"\n";
    assert_eq!(told(&format!("{listings}\n{site}")).to_string(), "");
    told::is(
        &expect![[r#"
            book.toml: has no `[preprocessor.listings]` with the command of mdbook-listings, so that `mdbook build` shows no listing
              help: add it: `mdbook-listings install` does, where that is installed; else `command = "cargo run --quiet --bin mdbook-listings --"`
        "#]],
        &told(site),
    );
    told::is(
        &expect![[r#"
            book.toml: has no `[output.site]` with the command of mdbook-site, so that `mdbook build` makes no search and no downloads
              help: add it: `mdbook-site install` does, where that is installed; else `command = "cargo run --quiet --bin mdbook-site --"`

            book.toml: has no `[output.html]`, and so no pages
              help: keep the table, empty at least: beside another backend mdBook makes no pages unasked
        "#]],
        &told(&format!("{listings}chapters.downloads = \"two.md\"\n\n[output.site]\n")),
    );
    // One that wants no search and no downloads need not have them.
    assert_eq!(told(listings).to_string(), "");
    told::is(
        &expect![[r#"
            book.toml: has no `[preprocessor.listings]` with the command of mdbook-listings, so that `mdbook build` shows no listing
              help: add it: `mdbook-listings install` does, where that is installed; else `command = "cargo run --quiet --bin mdbook-listings --"`
        "#]],
        &told(&format!("{}\n{site}", listings.replace("command", "# command"))),
    );
}

#[test]
fn a_picture_of_a_schedule_is_of_the_outcome_that_is_asked_for() {
    let picture = |outcome: usize| {
        let found = only(&[("east\n", Ending::Returned), ("west\n", Ending::Returned), ("south\n", Ending::Deadlock)]);
        let asked = format!("\n{{{{#timeline demo/greeting {outcome}}}}}\n");
        let book = with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", found);
        let page = book.appending("src/one.md", &asked).page("one.html");
        let begin = page.find("<figure class=\"timeline-figure\">").unwrap();
        let page = Html::parse_fragment(&page[begin..]);
        let text = |selector: &str| {
            let found = page.select(&Selector::parse(selector).unwrap()).next().unwrap();
            found.text().collect::<String>().trim().to_string()
        };
        [text("figcaption p"), text("svg desc")].join("\n")
    };
    expect![[r#"
        Listing 1, the one schedule that comes to outcome 1: it prints east.
        thread 0 . The end: main returns.
        Listing 1, the one schedule that comes to outcome 2: it prints west.
        thread 1 . The end: main returns.
        Listing 1, the one schedule that comes to outcome 3: it ends in a deadlock.
        thread 2 . The end: deadlock: no thread can go on.
    "#]]
    .assert_eq(&([1, 2, 3].map(picture).join("\n") + "\n"));
}
