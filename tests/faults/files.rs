//! What lies in listings/.

use crate::little_book::{GREETING, LittleBook, MOVED};
use expect_test::expect;

#[test]
fn a_book_without_a_listing_is_rejected() {
    LittleBook::sound().without("listings/demo").is_rejected(expect![[r#"
        listings: has no part
          help: a book of listings needs some
    "#]]);
}

#[test]
fn a_book_without_the_folder_of_listings_is_rejected() {
    LittleBook::sound().without("listings").is_rejected(expect![[r#"
        listings: has no part
          help: a book of listings needs some
    "#]]);
}

#[test]
fn a_part_without_a_listing_is_rejected() {
    LittleBook::sound()
        .with("listings/empty/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"empty\"\nedition = \"2024\"\n")
        .is_rejected(expect![[r#"
            listings/empty: has no listing
              help: write one in src/bin/ or fails/
        "#]]);
}

#[test]
fn a_part_without_a_manifest_is_rejected() {
    LittleBook::sound().with("listings/other/fails/lonely.rs", "//! Lonely\n").is_rejected(expect![[r#"
        listings/other: is not a part of the book
          help: a part is a folder with a Cargo.toml; remove this, or make it one
    "#]]);
}

#[test]
fn a_file_beside_the_parts_is_rejected() {
    LittleBook::sound().with("listings/lonely.rs", "//! Lonely\n").is_rejected(expect![[r#"
        listings/lonely.rs: is not a part of the book
          help: a part is a folder with a Cargo.toml; remove this, or make it one
    "#]]);
}

#[test]
fn a_listing_in_a_folder_of_its_own_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/lonely/main.rs", "//! Lonely\n\nfn main() {}\n").is_rejected(
        expect![[r#"
            listings/demo/src/bin/lonely: is neither a listing nor evidence
              help: a listing is a .rs file in this folder, not in one of its own; remove anything else
        "#]],
    );
}

#[test]
fn evidence_in_a_folder_of_its_own_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/old/moved.stderr", "error\n").is_rejected(expect![[r#"
        listings/demo/fails/old: is neither a listing nor evidence
          help: a listing is a .rs file in this folder, not in one of its own; remove anything else
    "#]]);
}

#[test]
fn a_file_that_is_neither_listing_nor_evidence_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/moved.txt", "to do\n").is_rejected(expect![[r#"
        listings/demo/fails/moved.txt: is neither a listing nor evidence
          help: a listing is a .rs file in this folder, not in one of its own; remove anything else
    "#]]);
}

#[test]
fn a_misspelt_folder_of_listings_is_rejected() {
    LittleBook::sound().with("listings/demo/fail/lonely.rs", "//! Lonely\n").is_rejected(expect![[r#"
        listings/demo/fail: does not belong in a part of the book
          help: a part holds Cargo.toml, blessed.txt, src/bin/ and fails/, and nothing else
    "#]]);
}

#[test]
fn a_program_outside_the_folder_of_programs_is_rejected() {
    LittleBook::sound().with("listings/demo/src/main.rs", "fn main() {}\n").is_rejected(expect![[r#"
        listings/demo/src/main.rs: does not belong in a part of the book
          help: a part holds Cargo.toml, blessed.txt, src/bin/ and fails/, and nothing else
    "#]]);
}

#[test]
fn a_file_whose_name_is_no_id_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/Two_Words.rs", "//! Two words\n\nfn main() {}\n").is_rejected(
        expect![[r#"
            listings/demo/src/bin/Two_Words.rs: its name cannot be an id
              help: name it in small letters, digits and hyphens: what-it-shows.rs
        "#]],
    );
}

#[test]
fn a_part_whose_name_is_no_id_is_rejected() {
    LittleBook::sound()
        .with("listings/Part_2/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"Part_2\"\n")
        .with("listings/Part_2/src/bin/one.rs", "//! One\n\nfn main() {}\n")
        .is_rejected(expect![[r#"
            listings/Part_2: a part cannot have this name
              help: name it in small letters, digits and hyphens
        "#]]);
}

#[test]
fn two_listings_of_one_name_are_rejected() {
    LittleBook::sound().with("listings/demo/fails/greeting.rs", "//! Another greeting\n").is_rejected(expect![[r#"
        listings/demo/fails/greeting.rs: has the same name as listings/demo/src/bin/greeting.rs
          help: names are unique across the book, so that `cargo run --bin NAME` is clear; rename one of them
    "#]]);
}

#[test]
fn two_listings_of_one_name_in_two_parts_are_rejected() {
    LittleBook::sound()
        .with("listings/more/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"more\"\nedition = \"2024\"\n")
        .with("listings/more/src/bin/greeting.rs", "//! Another greeting\n\nfn main() {}\n")
        .is_rejected(expect![[r#"
            listings/more/src/bin/greeting.rs: has the same name as listings/demo/src/bin/greeting.rs
              help: names are unique across the book, so that `cargo run --bin NAME` is clear; rename one of them
        "#]]);
}

#[test]
fn a_listing_that_is_not_text_is_rejected() {
    LittleBook::sound().with(GREETING, b"//! A greeting\n\nfn main() { \"\xff\"; }\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs: cannot read this file: stream did not contain valid UTF-8
          help: save it as text in UTF-8
    "#]]);
}

#[test]
fn a_repair_that_does_not_exist_is_rejected() {
    LittleBook::sound().replacing(MOVED, "demo/lent", "demo/lend").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:4: its repair demo/lend does not exist
          help: name a listing that compiles; did you mean `demo/lent`?
    "#]]);
}

#[test]
fn a_repair_that_must_not_compile_either_is_rejected() {
    LittleBook::sound().replacing(MOVED, "demo/lent", "demo/moved").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:4: its repair demo/moved must not compile either
          help: name a listing that compiles
    "#]]);
}
