//! The numbers of the listings.

use crate::little_book::{LittleBook, MANIFEST, id};
use expect_test::expect;

#[test]
fn a_listing_without_a_number_is_rejected() {
    let new = "//! New\n\nfn main() {}\n";
    let book =
        LittleBook::sound().with("listings/demo/src/bin/new.rs", new).with("listings/demo/src/bin/new.stdout", "");
    let text = book.read("listings/demo/blessed.txt");
    let unblessed: String =
        text.lines().filter(|line| !line.starts_with("new ")).map(|line| format!("{line}\n")).collect();
    let program = "    { name = \"new\", test = false, bench = false, doc = false },\n]";
    book.replacing(MANIFEST, "\n]", &format!("\n{program}"))
        .appending("src/one.md", "\n{{#listing demo/new}}\n")
        .edited("listings/numbers.txt", "demo/new\n", "")
        .edited("listings/demo/blessed.txt", &text, &unblessed)
        .is_rejected(expect![[r#"
            listings/demo/src/bin/new.rs: has no number in listings/numbers.txt
              help: run `cargo book bless demo/new`, which gives it one
        "#]]);
}

#[test]
fn a_line_that_is_taken_out_of_the_numbers_is_rejected() {
    LittleBook::sound().replacing("listings/numbers.txt", "demo/moved\n", "").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs: has no number in listings/numbers.txt, but was Listing 5
          help: restore listings/numbers.txt from the history, where lines are only ever added; if nobody can have seen Listing 5 yet, because it is new on a branch, remove its line in listings/demo/blessed.txt and run `cargo book bless demo/moved`
    "#]]);
}

#[test]
fn lines_of_the_numbers_that_change_places_are_rejected() {
    let book =
        LittleBook::sound().replacing("listings/numbers.txt", "demo/lent\ndemo/moved\n", "demo/moved\ndemo/lent\n");
    book.is_rejected(expect![[r#"
        listings/demo/src/bin/lent.rs: is Listing 5 in listings/numbers.txt, but was Listing 4
          help: restore listings/numbers.txt from the history, where lines are only ever added; if nobody can have seen Listing 4 yet, because it is new on a branch, remove its line in listings/demo/blessed.txt and run `cargo book bless demo/lent`

        listings/demo/fails/moved.rs: is Listing 4 in listings/numbers.txt, but was Listing 5
          help: restore listings/numbers.txt from the history, where lines are only ever added; if nobody can have seen Listing 5 yet, because it is new on a branch, remove its line in listings/demo/blessed.txt and run `cargo book bless demo/moved`
    "#]]);
    // Nor does blessing make it so.
    let checker = book.checker();
    assert_eq!(checker.bless(&id("demo/lent")), Ok(Vec::new()));
}

#[test]
fn a_listing_with_two_numbers_is_rejected() {
    LittleBook::sound().appending("listings/numbers.txt", "demo/coin\n").is_rejected(expect![[r#"
        listings/numbers.txt:6: demo/coin already has the number 2
          help: restore the file from the history; only `cargo book bless` writes it
    "#]]);
}

#[test]
fn a_number_that_means_no_listing_is_rejected() {
    LittleBook::sound().appending("listings/numbers.txt", "coin\n").is_rejected(expect![[r#"
        listings/numbers.txt:6: `coin` is not the id of a listing
          help: restore the file from the history; only `cargo book bless` writes it
    "#]]);
}

#[test]
fn the_number_of_a_listing_that_is_gone_stays() {
    LittleBook::sound().appending("listings/numbers.txt", "demo/gone\n").is_accepted();
}
