//! Tables that are made from the catalog.

use crate::little_book::LittleBook;
use crate::told;
use expect_test::expect;

const ERROR: &str = "\n## E0382\n\n{{#error E0382}}\n";
const INDEXES: &str = "\n{{#index runs}}\n\n{{#index panics}}\n\n{{#index fails}}\n";

#[test]
fn tables_of_every_listing_are_accepted() {
    LittleBook::sound().appending("src/two.md", ERROR).appending("src/one.md", INDEXES).is_accepted();
}

#[test]
fn a_table_of_nothing_is_rejected() {
    let tables = "\n{{#error E0277}}\n\n## E0382\n\n{{#error E0382}}\n";
    LittleBook::sound().appending("src/two.md", tables).is_rejected(expect![[r#"
        src/two.md:11: there is nothing to put into `{{#error E0277}}`
          help: remove it, or write the listing; listings/matrix.toml has the types of the matrix, and measurements/benches/ what is measured
    "#]]);
}

#[test]
fn a_table_that_appears_twice_is_rejected() {
    LittleBook::sound().appending("src/two.md", ERROR).appending("src/one.md", ERROR).is_rejected(expect![[r#"
        src/two.md:13: `{{#error E0382}}` stands twice in the book
          help: keep one
    "#]]);
}

#[test]
fn an_index_that_leaves_a_verdict_out_is_rejected() {
    LittleBook::sound()
        .appending("src/two.md", INDEXES)
        .replacing("src/two.md", "{{#index panics}}\n\n", "")
        .is_rejected(expect![[r#"
            src/two.md:13: has `{{#index fails}}`, and not `{{#index panics}}`
              help: add it beside, so that nothing is left out
        "#]]);
}

#[test]
fn a_table_that_the_book_does_not_know_is_rejected() {
    LittleBook::sound().appending("src/two.md", "\n{{#index all}}\n").is_rejected(expect![[r#"
        src/two.md:11: `{{#index all}}` names no table
          help: write `{{#error E0277}}`, `{{#index runs}}`, `{{#matrix}}`, `{{#shape SB}}`, `{{#shapes}}` or `{{#measured NAME}}` in a paragraph of its own
    "#]]);
}

#[test]
fn a_table_of_an_error_below_the_heading_of_another_is_rejected() {
    let error = "//! A type\n//!\n//! If this compiled, a number would be a text.\n//@ fixed-by: demo/lent\n\nfn main() {\n    \
                 let given: u8 = \"\"; //~ E0308: mismatched types\n}\n";
    let book = LittleBook::sound().with("listings/demo/fails/typed.rs", error);
    let book = ["stderr", "ansi"]
        .into_iter()
        .fold(book, |book, kind| book.with(&format!("listings/demo/fails/typed.{kind}"), "error"));
    book.with("listings/demo/fails/typed.errors", "[]\n")
        .appending(
            "src/two.md",
            "\n{{#listing demo/typed}}\n\n## E0308\n\n{{#error E0382}}\n\n## E0382\n\n{{#error E0308}}\n",
        )
        .is_rejected(expect![[r#"
            src/two.md:15: the table of E0382 stands below the heading of E0308
              help: move it: the errors on the pages of listings lead to the heading above their table

            src/two.md:19: the table of E0308 stands below the heading of E0382
              help: move it: the errors on the pages of listings lead to the heading above their table
        "#]]);
}

#[test]
fn a_table_of_an_error_whose_heading_was_renamed_is_rejected() {
    let under = |heading: &str| LittleBook::sound().appending("src/two.md", &ERROR.replace("## E0382", heading));
    under("## `E0382`").is_accepted();
    told::each_is_rejected(
        ["## Moved values", "## E0382, moved", "Words."].map(under),
        expect![[r#"
            src/two.md:13: the table of E0382 stands below the heading `Moved values`, which is not its code
              help: call the section `## E0382`: listings and search lead there, and a reader looks for it
            ---
            src/two.md:13: the table of E0382 stands below the heading `E0382, moved`, which is not its code
              help: call the section `## E0382`: listings and search lead there, and a reader looks for it
            ---
            src/two.md:13: the table of E0382 stands below the heading `Two`, which is not its code
              help: call the section `## E0382`: listings and search lead there, and a reader looks for it
        "#]],
    );
}
