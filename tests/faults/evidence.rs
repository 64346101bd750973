//! Evidence as files: what is missing, left over, or cannot be read.

use crate::little_book::{GREETING, LittleBook};
use crate::told;
use expect_test::expect;

#[test]
fn a_listing_without_evidence_is_rejected() {
    LittleBook::sound().without("listings/demo/src/bin/greeting.stdout").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.stdout is missing
          help: run `cargo book bless demo/greeting` and read what it writes
    "#]]);
}

#[test]
fn a_listing_without_half_of_its_evidence_is_rejected() {
    LittleBook::sound().without("listings/demo/fails/moved.ansi").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs: has no evidence: listings/demo/fails/moved.ansi is missing
          help: run `cargo book bless demo/moved` and read what it writes
    "#]]);
}

#[test]
fn a_listing_whose_evidence_is_of_another_kind_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ outcome: hello\n//@ outcome: hello | goodbye\n")
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.stdout: is not a kind of evidence for a listing with outcomes
              help: remove it

            listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.outcomes is missing
              help: run `cargo book bless demo/greeting` and read what it writes
        "#]]);
}

#[test]
fn a_listing_without_evidence_cannot_be_checked() {
    let book = LittleBook::sound().without("listings/demo/src/bin/greeting.stdout");
    let checker = book.checker();
    let greeting = checker.catalog().listings.values().find(|listing| listing.id.name == "greeting").unwrap();
    told::is(
        &expect![[r#"
            listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.stdout is missing
              help: run `cargo book bless demo/greeting` and read what it writes
        "#]],
        &checker.check(greeting).unwrap_err(),
    );
}

#[test]
fn evidence_of_no_listing_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/gone.stdout", "gone\n").is_rejected(expect![[r#"
        listings/demo/src/bin/gone.stdout: is evidence for a listing that does not exist
          help: remove it, or restore the listing
    "#]]);
}

#[test]
fn evidence_of_a_listing_in_the_other_folder_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/greeting.stderr", "").is_rejected(expect![[r#"
        listings/demo/fails/greeting.stderr: is evidence for a listing that does not exist
          help: remove it, or restore the listing
    "#]]);
}

#[test]
fn evidence_that_its_listing_cannot_have_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/moved.stdout", "Ada Ada\n").is_rejected(expect![[r#"
        listings/demo/fails/moved.stdout: is not a kind of evidence for a listing that fails
          help: remove it
    "#]]);
}

#[test]
fn evidence_that_is_not_text_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/greeting.stdout", b"hello\xff\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.stdout: cannot read this file: stream did not contain valid UTF-8
          help: save it as text in UTF-8
    "#]]);
}

#[test]
fn evidence_with_the_line_ends_of_windows_is_rejected() {
    LittleBook::sound().with_carriage_returns_in("listings/demo/src/bin/greeting.stdout").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.stdout: has Windows line endings
          help: give it Unix line endings: evidence is compared byte for byte, and .gitattributes keeps them
    "#]]);
}

#[test]
fn empty_evidence_of_what_was_not_printed_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/greeting.stderr", "").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.stderr: is empty
          help: remove it: a program that prints nothing to that stream has no such evidence
    "#]]);
}

#[test]
fn errors_that_cannot_be_read_are_rejected() {
    LittleBook::sound().with("listings/demo/fails/moved.errors", "{}\n").is_rejected(expect![[r#"
        listings/demo/fails/moved.errors:1: are not valid errors: invalid type: map, expected a sequence at line 1 column 0
          help: run `cargo book bless demo/moved` and read what it writes
    "#]]);
}
