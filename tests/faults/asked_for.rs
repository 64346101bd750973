//! Tests that are asked for by name.

use crate::little_book::{LENT, LittleBook};
use crate::of_a_book;
use trials::Asked;

/// What `cargo test NAMES` says of the listings of this book.
fn said_when_asked_for(book: &LittleBook, names: &[&str]) -> (bool, String) {
    let log = book.root().join("log");
    let arguments = ["--color", "never", "--logfile", log.to_str().unwrap()];
    let arguments = ["listings"].iter().chain(names).chain(&arguments);
    let conclusion = of_a_book::run(Asked::by(arguments), book.root());
    (conclusion.has_failed(), std::fs::read_to_string(log).unwrap())
}

#[test]
fn a_listing_that_is_asked_for_by_name_passes_and_others_are_left_out() {
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), &["demo::lent"]);
    assert!(!failed && said.contains("1 passed; 0 failed"), "{said}");
}

#[test]
fn a_listing_that_is_asked_for_by_name_does_not_pass_where_its_book_cannot_be_loaded() {
    for (book, fault) in [
        (LittleBook::sound().replacing(LENT, "lent\n", "lent\n//@ nonsense\n"), "unknown directive `nonsense`"),
        (LittleBook::sound().with("listings/stray.txt", ""), "listings/stray.txt: is not a part of the book"),
        (
            LittleBook::sound().with("rust-toolchain.toml", "[toolchain]\nchannel = \"1.85.0\"\n"),
            "rust-toolchain.toml: ",
        ),
    ] {
        let (failed, said) = said_when_asked_for(&book, &["demo::lent"]);
        assert!(failed && said.contains(fault), "{said}");
    }
}

#[test]
fn a_name_with_a_fault_in_it_does_not_pass() {
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), &["demo::lend"]);
    assert!(failed && said.contains("there is no listing of this name\n  help: is it `demo::lent`?"), "{said}");
    // It may be meant for the tests of something else.
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), &["scheduler::plays"]);
    assert!(!failed && said.contains("0 passed"), "{said}");
}

#[test]
fn several_listings_are_asked_for_at_once_and_each_has_to_be_there() {
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), &["demo::lent", "--no-capture", "demo::greeting"]);
    assert!(!failed && said.contains("2 passed; 0 failed"), "{said}");
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), &["demo::lent", "demo::greetings"]);
    assert!(failed && said.contains("demo::greetings") && said.contains("there is no listing of this name"), "{said}");
}
