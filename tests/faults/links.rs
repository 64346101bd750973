//! Links from chapter to chapter.

use crate::little_book::LittleBook;
use crate::told;
use expect_test::expect;

#[test]
fn a_link_to_a_chapter_a_section_a_listing_or_the_whole_book_is_accepted() {
    let links = "[a](two.md) [b](two.md#two) [c](#said) [d](two.md#demo-moved) [e](print.html) [f](one.md#said) \
                 [g](https://example.org/gone.md#gone) [h](deep/three.md#gr%C3%B6%C3%9Fer)";
    LittleBook::sound()
        .with(
            "src/deep/three.md",
            "# Three\n\n## Größer\n\n[](listing:demo/coin) [back](../two.md#two) [up](../one.md)\n",
        )
        .appending("src/SUMMARY.md", "- [Three](deep/three.md)\n")
        .saying(&format!("## Said\n\n{links}"))
        .is_accepted();
}

#[test]
fn a_link_that_leads_nowhere_is_rejected() {
    let links = [
        "It is in [Two](tow.md).",
        "It is in\n[Two](deep/two.md#two).",
        "It is in [Two](/two.md).",
        "It is in [Two](two.html).",
        "It is in [Two][2].\n\n[2]: the-second-one.md",
    ];
    let in_a_folder = LittleBook::sound()
        .with("src/deep/three.md", "# Three\n\n[](listing:demo/coin) [Two](two.md)\n")
        .appending("src/SUMMARY.md", "- [Three](deep/three.md)\n");
    told::each_is_rejected(
        links.map(|link| LittleBook::sound().saying(link)).into_iter().chain([in_a_folder]),
        expect![[r#"
            src/one.md:7: the link `tow.md` leads to no chapter
              help: is it `two.md`?
            ---
            src/one.md:8: the link `deep/two.md#two` leads to no chapter
              help: is it `two.md`?
            ---
            src/one.md:7: the link `/two.md` leads to no chapter
              help: is it `two.md`?
            ---
            src/one.md:7: the link `two.html` leads to no chapter
              help: is it `two.md`?
            ---
            src/one.md:7: the link `the-second-one.md` leads to no chapter
              help: write it as src/SUMMARY.md does
            ---
            src/deep/three.md:3: the link `two.md` leads to no chapter
              help: is it `../two.md`?
        "#]],
    );
}

#[test]
fn a_link_to_a_section_that_was_renamed_is_rejected() {
    let links =
        ["See [above](#on).", "See\n[Two](two.md#too), and [Two](two.md#demo-coin).", "See [Two](two.md#E0382)."];
    told::each_is_rejected(
        links.map(|link| LittleBook::sound().saying(link)),
        expect![[r#"
            src/one.md:7: the link `#on` leads to no section of src/one.md
              help: is it `one`?
            ---
            src/one.md:8: the link `two.md#too` leads to no section of src/two.md
              help: is it `two`?

            src/one.md:8: the link `two.md#demo-coin` leads to no section of src/two.md
              help: it has two
            ---
            src/one.md:7: the link `two.md#E0382` leads to no section of src/two.md
              help: it has two
        "#]],
    );
}
