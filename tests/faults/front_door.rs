//! Building blocks, times and paths that are about nothing, and parts that open nowhere.

use crate::little_book::LittleBook;
use crate::told;
use expect_test::expect;

/// With a part, opened by a page that is above the two chapters.
fn with_a_part(opener: &str) -> LittleBook {
    LittleBook::sound()
        .with("src/SUMMARY.md", "# Summary\n\n- [Part](part.md)\n  - [One](one.md)\n  - [Two](two.md)\n")
        .with("src/part.md", opener)
        .appending("src/one.md", "\n## Remember\n")
        .appending("src/two.md", "\n## Remember\n\nSee [the chapter before](one.md).\n")
}

#[test]
fn what_opens_a_part_lists_its_chapters_and_has_nothing_to_remember() {
    let book = with_a_part("# Part\n\n{{#part}}\n");
    book.is_accepted();
    let page = book.page("part.html");
    assert!(page.contains("<p>2 chapters, ") && text(&page).contains("One, 1 minute"), "{page}");
    with_a_part("# Part\n\n[](listing:demo/coin)\n").is_rejected(expect![[r#"
        src/part.md: has no section `## Remember`
          help: write it, as in src/one.md: a reader looks for it in each chapter
    "#]]);
}

#[test]
fn a_part_is_no_neighbour_of_a_chapter() {
    with_a_part("# Part\n\n{{#part}}\n")
        .replacing("src/SUMMARY.md", "  - [Two](two.md)\n", "- [Next](next.md)\n  - [Two](two.md)\n")
        .with("src/next.md", "# Next\n\n{{#part}}\n")
        .is_accepted();
}

#[test]
fn a_block_that_is_about_nothing_is_rejected() {
    told::each_is_rejected(
        [
            "{{#part}}",
            "{{#path hour}}",
            "{{#play demo/coin}}",
            "{{#play demo/dice}}",
            "{{#motif}}",
            "{{#play}}",
            "{{#forget all}}",
        ]
        .map(|words| LittleBook::sound().saying(words)),
        expect![[r#"
            src/one.md:7: opens a part, but the summary has no chapters below it
              help: indent the part's chapters in src/SUMMARY.md, so that they stand below this one
            ---
            src/one.md:7: there is no path `hour`
              help: name its sections in book.toml, `[preprocessor.listings.paths]`
            ---
            src/one.md:7: the listing demo/coin has no board, as it is not explored
              help: give it `//@ schedules`, or play another one
            ---
            src/one.md:7: there is no listing demo/dice
              help: `cargo book list` shows them all
            ---
            src/one.md:7: there is no theme/motif.svg
              help: draw one, or remove the directive
            ---
            src/one.md:7: `{{#play}}` names no building block
              help: write `{{#motif}}`, `{{#play part/name}}`, `{{#part}}`, `{{#path name}}` or `{{#forget}}` in a paragraph of its own
            ---
            src/one.md:7: `{{#forget all}}` names no building block
              help: write `{{#motif}}`, `{{#play part/name}}`, `{{#part}}`, `{{#path name}}` or `{{#forget}}` in a paragraph of its own
        "#]],
    );
}

#[test]
fn a_time_of_nothing_and_one_that_is_typed_are_rejected() {
    told::each_is_rejected(
        ["It takes [](time:three.md).", "It takes [an hour](time:book)."]
            .map(|words| LittleBook::sound().saying(words)),
        expect![[r#"
            src/one.md:7: nothing called `three.md` has a reading time
              help: write `time:book`, `time:` and a path of book.toml, or a chapter, `time:threads/joining.md`
            ---
            src/one.md:7: `[an hour](time:book)` has words of its own for a time
              help: write `[](time:threads/joining.md)`: the time is worked out
        "#]],
    );
    let book = LittleBook::sound().saying("It takes [](time:book), and this chapter [](time:one.md).");
    book.is_accepted();
    let page = book.page("one.html");
    assert!(page.contains("<p>It takes 2 minutes, and this chapter 1 minute.</p>"), "{page}");
}

#[test]
fn a_path_that_leads_nowhere_is_rejected() {
    let with_a_path = |sections: &str| {
        let settings = format!("[preprocessor.listings.paths]\nhour = [{sections}]\n");
        LittleBook::sound().with("book.toml", settings).saying("## Way\n\n{{#path hour}}")
    };
    let book = with_a_path("\"one.md#way\", \"two.md\"");
    book.is_accepted();
    let page = book.page("one.html");
    assert!(page.contains("<a href=\"#way\">Way</a>") && page.contains("<a href=\"two.html\">Two</a>"), "{page}");
    let words = text(&page);
    assert!(words.contains("Way, in One, 1 minute") && words.contains("Two, 1 minute"), "{words}");
    assert!(page.contains("2 sections, 2 minutes."), "what is told of each adds up: {page}");
    with_a_path("\"one.md#away\", \"three.md\"").is_rejected(expect![[r#"
        book.toml: its path `hour` has one.md#away, which is no section of a chapter
          help: say where it has moved to, `chapter.md#section`, or take it out of the path

        book.toml: its path `hour` has three.md, which is no section of a chapter
          help: say where it has moved to, `chapter.md#section`, or take it out of the path
    "#]]);
}

#[test]
fn a_number_of_the_book_that_the_catalog_denies_is_rejected() {
    told::each_is_rejected(
        ["It has [six](count:listings) listings.", "It has [](count:lines) lines."]
            .map(|words| LittleBook::sound().saying(words)),
        expect![[r#"
            src/one.md:7: says six, and the number of the book's listings is 5
              help: write `five` or `5`, or leave the link empty, `[](count:…)`, and the number is filled in
            ---
            src/one.md:7: `[](count:lines)` is no number that the catalog knows
              help: write `[](count:part/name/outcomes)`, or `schedules`, or `states`; of the whole book, `[](count:listings)`, or `explored`, `outcomes`, `schedules`
        "#]],
    );
    let book = LittleBook::sound().saying(
        "It has [](count:listings) listings, [no](count:explored) explored, [](count:outcomes), [](count:schedules).",
    );
    book.is_accepted();
    let page = book.page("one.html");
    assert!(page.contains("<p>It has five listings, no explored, no, no.</p>"), "{page}");
}

/// What a page says to somebody who reads it without its looks.
fn text(page: &str) -> String {
    scraper::Html::parse_document(page).root_element().text().collect()
}
