//! The summary and the chapters.

use crate::little_book::LittleBook;
use crate::told;
use expect_test::expect;

#[test]
fn a_book_without_a_summary_is_rejected() {
    LittleBook::sound().without("src/SUMMARY.md").is_rejected(expect![[r#"
        src/SUMMARY.md: cannot read this file: THERE IS NO SUCH FILE
          help: make sure that it exists and that you may use it
    "#]]);
}

#[test]
fn a_summary_that_is_none_is_rejected() {
    LittleBook::sound().with("src/SUMMARY.md", "# Summary\n\n- One\n").is_rejected(expect![[r#"
        src/SUMMARY.md: is no summary: failed to parse SUMMARY.md line 3, column 3: The link items for nested chapters must only contain a hyperlink
          help: mend it as the guide of mdBook says
    "#]]);
}

#[test]
fn a_summary_that_lists_a_chapter_twice_is_rejected() {
    LittleBook::sound().appending("src/SUMMARY.md", "- [Once more](one.md)\n").is_rejected(expect![[r#"
        src/SUMMARY.md: is no summary: Duplicate file in SUMMARY.md: "one.md"
          help: mend it as the guide of mdBook says
    "#]]);
}

#[test]
fn a_book_without_a_chapter_is_rejected() {
    LittleBook::sound().with("src/SUMMARY.md", "# Summary\n").without("src/one.md").without("src/two.md").is_rejected(
        expect![[r#"
            listings/demo/src/bin/alarm.rs: is shown by no chapter
              help: show it with `{{#listing demo/alarm}}`, or remove it

            listings/demo/src/bin/coin.rs: is shown by no chapter
              help: show it with `{{#listing demo/coin}}`, or remove it

            listings/demo/src/bin/greeting.rs: is shown by no chapter
              help: show it with `{{#listing demo/greeting}}`, or remove it

            listings/demo/src/bin/lent.rs: is shown by no chapter
              help: show it with `{{#listing demo/lent}}`, or remove it

            listings/demo/fails/moved.rs: is shown by no chapter
              help: show it with `{{#listing demo/moved}}`, or remove it
        "#]],
    );
}

#[test]
fn a_chapter_that_does_not_exist_is_rejected() {
    LittleBook::sound().appending("src/SUMMARY.md", "- [Three](three.md)\n").is_rejected(expect![[r#"
        src/three.md: cannot read this file: THERE IS NO SUCH FILE
          help: make sure that it exists and that you may use it
    "#]]);
}

#[test]
fn a_chapter_without_a_file_is_rejected() {
    LittleBook::sound().appending("src/SUMMARY.md", "- [Three]()\n").is_rejected(expect![[r#"
        src/SUMMARY.md: the chapter `Three` has no file
          help: write it, or leave it out until it is written
    "#]]);
}

#[test]
fn a_chapter_that_the_summary_leaves_out_is_rejected() {
    let book = LittleBook::sound().with("src/deep/three.md", "# Three\n\n{{#listing demo/greeting}}\n");
    book.is_rejected(expect![[r#"
        src/deep/three.md: is a chapter that is not in the summary
          help: add it to src/SUMMARY.md, or remove it
    "#]]);
}

#[test]
fn a_chapter_that_shows_nothing_is_rejected() {
    LittleBook::sound()
        .with("src/three.md", "# Three\n\nWords.\n")
        .appending("src/SUMMARY.md", "- [Three](three.md)\n")
        .is_rejected(expect![[r#"
            src/three.md: shows no listing and refers to none
              help: show one with `{{#listing part/name}}`, or refer to one with `[](listing:part/name)`
        "#]]);
}

#[test]
fn a_chapter_that_is_not_text_is_rejected() {
    LittleBook::sound().with("src/one.md", b"# One \xff\n").is_rejected(expect![[r#"
        src/one.md: cannot read this file: stream did not contain valid UTF-8
          help: save it as text in UTF-8
    "#]]);
}

#[test]
fn a_chapter_with_the_line_ends_of_windows_is_accepted() {
    LittleBook::sound().with_carriage_returns_in("src/one.md").with_carriage_returns_in("src/two.md").is_accepted();
}

#[test]
fn a_listing_that_is_shown_twice_is_rejected() {
    told::each_is_rejected(
        [
            LittleBook::sound().appending("src/one.md", "\n{{#listing demo/greeting}}\n"),
            LittleBook::sound().appending("src/two.md", "\n{{#listing demo/coin}}\n"),
        ],
        expect![[r#"
            src/one.md:7: shows demo/greeting a second time, after src/one.md:3
              help: refer to it here: `[](listing:demo/greeting)`
            ---
            src/two.md:11: shows demo/coin a second time, after src/one.md:5
              help: refer to it here: `[](listing:demo/coin)`
        "#]],
    );
}

#[test]
fn a_chapter_with_two_titles_or_none_is_rejected() {
    told::each_is_rejected(
        [
            LittleBook::sound().saying("# *Once* more\n\nAnd more\n========"),
            LittleBook::sound().replacing("src/one.md", "# One", "## One"),
        ],
        expect![[r#"
            src/one.md:7: `# *Once* more` is a second title, after `# One`
              help: make it a section, `## *Once* more`, or a chapter of its own

            src/one.md:9: `# And more` is a second title, after `# One`
              help: make it a section, `## And more`, or a chapter of its own
            ---
            src/one.md: has no title
              help: begin it with `# One`
        "#]],
    );
}

#[test]
fn a_listing_that_no_chapter_shows_is_rejected() {
    LittleBook::sound().replacing("src/one.md", "{{#listing demo/coin predict}}\n", "").is_rejected(expect![[r#"
        listings/demo/src/bin/coin.rs: is shown by no chapter
          help: show it with `{{#listing demo/coin}}`, or remove it
    "#]]);
}

#[test]
fn a_reference_to_what_no_chapter_shows_is_rejected() {
    LittleBook::sound().replacing("src/two.md", "{{#listing demo/moved}}\n", "").is_rejected(expect![[r#"
        src/two.md:3: refers to demo/moved, which no chapter shows
          help: show it in a chapter, `{{#listing demo/moved}}`, or remove its files

        listings/demo/fails/moved.rs: is shown by no chapter
          help: show it with `{{#listing demo/moved}}`, or remove it
    "#]]);
}

#[test]
fn a_reference_to_what_does_not_exist_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee [this](listing:demo/gone).\n").is_rejected(expect![[r#"
        src/one.md:7: there is no listing demo/gone
          help: `cargo book list` shows them all
    "#]]);
}

#[test]
fn a_reference_that_cannot_be_read_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee [this](listing:coin).\n").is_rejected(expect![[r#"
        src/one.md:7: `[this](listing:coin)` is no link to a listing
          help: write `[words](listing:part/name)`
    "#]]);
}

#[test]
fn a_reference_defined_elsewhere_is_rejected() {
    let book = LittleBook::sound().appending("src/one.md", "\nSee [this][it].\n\n[it]: listing:demo/coin\n");
    book.is_rejected(expect![[r#"
        src/one.md:7: `[this][it]` is no link to a listing
          help: write `[words](listing:part/name)`
    "#]]);
}

#[test]
fn a_listing_as_an_image_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee ![this](listing:demo/coin).\n").is_rejected(expect![[r#"
        src/one.md:7: `![this](listing:demo/coin)` is no link to a listing
          help: write `[words](listing:part/name)`
    "#]]);
}

#[test]
fn a_chapter_that_shows_what_does_not_exist_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/gone}}\n").is_rejected(expect![[r#"
        src/one.md:7: there is no listing demo/gone
          help: `cargo book list` shows them all
    "#]]);
}

#[test]
fn a_chapter_that_shows_an_unknown_excerpt_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/greeting:welcome}}\n").is_rejected(expect![[r#"
        src/one.md:7: the listing demo/greeting has no anchor `welcome`
          help: it has one, `farewell`

        src/one.md:7: shows demo/greeting a second time, after src/one.md:3
          help: refer to it here: `[](listing:demo/greeting)`
    "#]]);
}

#[test]
fn an_excerpt_of_a_listing_that_has_none_is_rejected() {
    LittleBook::sound().replacing("src/two.md", "demo/lent}}", "demo/lent:given}}").is_rejected(expect![[r#"
        src/two.md:7: the listing demo/lent has no anchor `given`
          help: it has none: show all of it, or put `// ANCHOR: given` and `// ANCHOR_END: given` into listings/demo/src/bin/lent.rs
    "#]]);
}
