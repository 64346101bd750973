//! Chapters that are known by what they are for.

use crate::little_book::LittleBook;
use crate::told;
use catalog::Catalog;
use chapters::{Book, inconsistencies};
use expect_test::expect;

/// With a glossary, numbered notes and the settings that name them.
fn with_appendices(glossary: &str, notes: &str) -> LittleBook {
    let settings = "[preprocessor.listings.chapters]\nstatements = \"notes.md\"\nmodel = \"one.md#said\"\n\n\
                    [output.site.search]\nglossary = \"glossary.md\"\n";
    let reference = "[](listing:demo/coin)";
    LittleBook::sound()
        .with("book.toml", settings)
        .with(
            "src/SUMMARY.md",
            "# Summary\n\n- [One](one.md)\n- [Two](two.md)\n\n---\n\n[G](glossary.md)\n[N](notes.md)\n",
        )
        .appending("src/one.md", "\n## Said\n\nA *guard* and *channels*, an *Actor*.\n")
        .with("src/glossary.md", format!("# G {reference}\n\n| Term | Meaning | In |\n|---|---|---|\n{glossary}"))
        .with("src/notes.md", format!("# N {reference}\n\n| Note | Verdict |\n|---|---|\n{notes}"))
}

const TERMS: &str =
    "| actor | A. | [One](one.md#said) |\n| channel (of std) | C. | [One](one.md) |\n| guard | G. | [One](one.md) |\n";
const NOTES: &str = "| 1.1 | kept |\n| 2.1 | kept |\n| 1.2 | kept |\n";

#[test]
fn a_glossary_and_notes_that_are_whole_are_accepted() {
    with_appendices(TERMS, NOTES).is_accepted();
}

#[test]
fn a_term_that_appears_twice_or_out_of_its_order_or_is_explained_nowhere_is_rejected() {
    let terms = "| channel | C. | [One](one.md) |\n| actor | A. | [One](one.md) |\n| channel | C. | [One](one.md) |\n\
                 | deadlock | D. | [One](one.md) |\n";
    with_appendices(terms, NOTES).is_rejected(expect![[r#"
        src/glossary.md:6: the term `actor` is out of its order
          help: move it to where a reader looks for it: the terms are sorted

        src/glossary.md:7: the term `channel` stands twice
          help: keep one

        src/glossary.md:8: the term `deadlock` does not stand in italics in one.md
          help: lead to where it is explained, and set it in italics there
    "#]]);
}

#[test]
fn a_row_of_the_notes_that_is_missing_or_appears_twice_is_rejected() {
    let book = with_appendices(TERMS, "| 1.1 | kept |\n| 1.3 | kept |\n| 1.3 | kept |\n| 2 | kept |\n");
    book.is_rejected(expect![[r#"
        src/notes.md:7: the row 1.3 stands twice
          help: give each statement one row, with a number of its own

        src/notes.md:8: `2` is not a row number
          help: give each statement one row, with a number of its own

        src/notes.md:7: the row 1.2 is missing, and 1.3 is here
          help: restore it from the history
    "#]]);
}

#[test]
fn a_row_of_the_notes_that_is_as_another_one_has_its_verdict() {
    let notes = "| 1.1 | kept | |\n| 1.2 | sharpened | Also so. |\n";
    let same = "| 2.1 | sharpened | As 1.2: also so. |\n| 2.2 | kept | As 1.1. |\n";
    with_appendices(TERMS, &format!("{notes}{same}")).is_accepted();
    let other = "| 2.1 | kept | As 1.1 and 1.2. |\n| 2.2 | kept | As 1.3. |\n";
    with_appendices(TERMS, &format!("{notes}{other}")).is_rejected(expect![[r#"
        src/notes.md:7: the row 2.1 is as 1.2, and says `kept` where that says `sharpened`
          help: give both the verdict that is true, or say what is different here

        src/notes.md:8: the row 2.2 is as 1.3, and there is no such row
          help: give both the verdict that is true, or say what is different here
    "#]]);
}

#[test]
fn a_setting_that_names_a_chapter_which_has_moved_is_rejected() {
    with_appendices(TERMS, NOTES).replacing("book.toml", "\"notes.md\"", "\"appendices/notes.md\"").is_rejected(
        expect![[r#"
            book.toml: its `statements` is appendices/notes.md, which is no chapter
              help: say where it has moved to, or remove the setting
        "#]],
    );
    with_appendices(TERMS, NOTES).replacing("book.toml", "#said", "#told").is_rejected(expect![[r#"
        book.toml: its `model` is one.md#told, and that chapter has no section of this id
          help: say where it has moved to, or remove the setting
    "#]]);
    let told = with_appendices(TERMS, NOTES).replacing("book.toml", "model =", "modell =");
    let told = inconsistencies(&Book::load(told.root()).unwrap(), &Catalog::load(told.root()).unwrap()).to_string();
    assert!(told.starts_with("book.toml:3: has a setting that cannot be read: unknown field `modell`"), "{told}");
}

#[test]
fn a_setting_that_is_misspelt_is_rejected_and_the_nearest_one_is_named() {
    let told = |settings: &str| LittleBook::sound().with("book.toml", settings);
    let misspelt = [
        "[output.html]\n\n[output.site]\nlicens = \"MIT\"\n",
        "[preprocessor.listings]\nplaygroud = \"none\"\n",
        "[preprocessor.listings.chaptres]\nmodel = \"one.md\"\n",
        "[output]\nsite = { colour = \"red\" }\n",
    ];
    told::each_is_rejected(
        misspelt.map(told),
        expect![[r#"
            book.toml:4: `[output.site]` has no setting `licens`
              help: is it `licence`?
            ---
            book.toml:2: `[preprocessor.listings]` has no setting `playgroud`
              help: is it `playground`?
            ---
            book.toml:1: `[preprocessor.listings]` has no setting `chaptres`
              help: is it `chapters`?
            ---
            book.toml:2: `[output.site]` has no setting `colour`
              help: is it `cover`?
        "#]],
    );
    let wrong = ["playground = \"off\"", "standard-library = false"];
    told::each_is_rejected(
        wrong.map(|setting| told(&format!("[preprocessor.listings]\n{setting}\n"))),
        expect![[r#"
            book.toml:2: has a setting that cannot be read: unknown variant `off`, expected `linked` or `none`
              help: what the settings may be is listed in the README of mdbook-listings
            ---
            book.toml:2: has a setting that cannot be read: wanted string or table
              help: what the settings may be is listed in the README of mdbook-listings
        "#]],
    );
    // What mdBook reads of them is theirs as well.
    let of_mdbook = "optional = true\ncommand = \"it\"\n";
    told(&format!(
        "[output.html]\n\n[output.site]\n{of_mdbook}url = \"https://example.org/\"\n\n[preprocessor.listings]\n{of_mdbook}\
         renderers = [\"html\"]\nbefore = [\"links\"]\nafter = [\"index\"]\n"
    ))
    .is_accepted();
}

#[test]
fn a_term_that_does_not_say_where_it_is_explained_is_rejected() {
    with_appendices("| actor | A. | |\n| guard | G. | [One](one.md) |\n", NOTES).is_rejected(expect![[r#"
        src/glossary.md:5: the term `actor` does not say where it is explained
          help: put a link to the chapter into the last cell of the row
    "#]]);
}

#[test]
fn a_misconception_without_a_listing_is_rejected() {
    let settings = "[output.site.search]\nmisconceptions = \"sayings.md\"\n";
    let sayings = "# S\n\n| People say | What is true | Refuted by |\n|---|---|---|\n\
                   | A coin lands on heads. | Or on tails. | [](listing:demo/coin) |\n\
                   | An alarm is false. | There is a fire. | demo/alarm |\n\
                   | A name is given. | It is lent. | |\n";
    LittleBook::sound()
        .with("book.toml", settings)
        .with("src/sayings.md", sayings)
        .appending("src/SUMMARY.md", "- [S](sayings.md)\n")
        .is_rejected(expect![[r#"
            src/sayings.md:6: no listing refutes `An alarm is false.`
              help: put `[](listing:part/name)` into the last cell of the row, or take the row out

            src/sayings.md:7: no listing refutes `A name is given.`
              help: put `[](listing:part/name)` into the last cell of the row, or take the row out
        "#]]);
}
