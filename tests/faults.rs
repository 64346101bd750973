//! Broken little books: for every kind of fault there is a book that has it, and the message it is rejected with.

mod little_book;
#[path = "listings/of_a_book.rs"]
mod of_a_book;
mod trials;

use catalog::{Catalog, Ending, Extent, Outcome, Schedules, State, Step, Turn};
use chapters::{Book, inconsistencies, without_its_programs};
use checker::Perturbed;
use explorer::Explorer;
use libtest_mimic::Arguments;
use little_book::{ALARM, COIN, GREETING, LENT, LittleBook, MANIFEST, MOVED};
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;

#[test]
fn a_sound_book_is_accepted() {
    let book = LittleBook::sound();
    book.is_accepted();
    let checker = book.checker();
    for listing in checker.catalog().listings.values() {
        assert_eq!(checker.check(listing), Ok(()), "{}", listing.id);
        assert_eq!(checker.bless(&listing.id), Ok(Vec::new()), "{}", listing.id);
    }
    assert_eq!(checker.bless_manifests(), Ok(Vec::new()));
}

// Which compiler: rust-toolchain.toml.

#[test]
fn a_book_that_pins_no_compiler_is_rejected() {
    LittleBook::sound().without("rust-toolchain.toml").gets_no_checker(&format!(
        "
        rust-toolchain.toml: cannot read this file: {}
          help: make sure that it exists and is yours
        ",
        no_such_file()
    ));
}

#[test]
fn a_toolchain_file_that_is_none_is_rejected() {
    LittleBook::sound().with("rust-toolchain.toml", "1.95.0\n").gets_no_checker(
        "
        rust-toolchain.toml: is not a toolchain file: key with no value, expected `=`
          help: give it [toolchain] and channel
        ",
    );
}

#[test]
fn a_toolchain_file_without_a_channel_is_rejected() {
    LittleBook::sound().with("rust-toolchain.toml", "[toolchain]\nprofile = \"minimal\"\n").gets_no_checker(
        "
        rust-toolchain.toml: is not a toolchain file: missing field `channel`
          help: give it [toolchain] and channel
        ",
    );
}

#[test]
fn a_channel_that_moves_is_rejected() {
    LittleBook::sound().with("rust-toolchain.toml", "[toolchain]\nchannel = \"stable\"\n").gets_no_checker(
        "
        rust-toolchain.toml: the channel `stable` is not one release
          help: pin a version such as 1.95.0: the compiler's words are evidence and change with it
        ",
    );
}

#[test]
fn another_compiler_than_the_pinned_one_is_rejected() {
    let book = LittleBook::sound();
    let this = catalog::pinned_compiler(book.root()).unwrap();
    book.with("rust-toolchain.toml", "[toolchain]\nchannel = \"1.85.0\"\n").gets_no_checker(&format!(
        "
        rust-toolchain.toml: pins rustc 1.85.0, and this is rustc {this}
          help: run through rustup without RUSTUP_TOOLCHAIN or `+…`, or install 1.85.0
        "
    ));
}

// What lies in listings/.

#[test]
fn a_book_without_a_listing_is_rejected() {
    LittleBook::sound().without("listings/demo").is_rejected(
        "
        listings: has no part
          help: a book of listings needs some
        ",
    );
}

#[test]
fn a_book_without_the_folder_of_listings_is_rejected() {
    LittleBook::sound().without("listings").is_rejected(
        "
        listings: has no part
          help: a book of listings needs some
        ",
    );
}

#[test]
fn a_part_without_a_listing_is_rejected() {
    LittleBook::sound()
        .with("listings/empty/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"empty\"\nedition = \"2024\"\n")
        .is_rejected(
            "
        listings/empty: has no listing
          help: write one in src/bin/ or fails/
        ",
        );
}

#[test]
fn a_part_without_a_manifest_is_rejected() {
    LittleBook::sound().with("listings/other/fails/lonely.rs", "//! Lonely\n").is_rejected(
        "
        listings/other: is not a part of the book
          help: a part is a folder with a Cargo.toml; remove this, or make it one
        ",
    );
}

#[test]
fn a_file_beside_the_parts_is_rejected() {
    LittleBook::sound().with("listings/lonely.rs", "//! Lonely\n").is_rejected(
        "
        listings/lonely.rs: is not a part of the book
          help: a part is a folder with a Cargo.toml; remove this, or make it one
        ",
    );
}

#[test]
fn a_listing_in_a_folder_of_its_own_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/lonely/main.rs", "//! Lonely\n\nfn main() {}\n").is_rejected(
        "
        listings/demo/src/bin/lonely: is neither a listing nor evidence
          help: a listing is a .rs file here, not in a folder of its own; remove anything else
        ",
    );
}

#[test]
fn evidence_in_a_folder_of_its_own_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/old/moved.stderr", "error\n").is_rejected(
        "
        listings/demo/fails/old: is neither a listing nor evidence
          help: a listing is a .rs file here, not in a folder of its own; remove anything else
        ",
    );
}

#[test]
fn a_file_that_is_neither_listing_nor_evidence_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/moved.txt", "to do\n").is_rejected(
        "
        listings/demo/fails/moved.txt: is neither a listing nor evidence
          help: a listing is a .rs file here, not in a folder of its own; remove anything else
        ",
    );
}

#[test]
fn a_misspelt_folder_of_listings_is_rejected() {
    LittleBook::sound().with("listings/demo/fail/lonely.rs", "//! Lonely\n").is_rejected(
        "
        listings/demo/fail: has no place in a part of the book
          help: a part holds Cargo.toml, blessed.txt, src/bin/ and fails/, and nothing else
        ",
    );
}

#[test]
fn a_program_outside_the_folder_of_programs_is_rejected() {
    LittleBook::sound().with("listings/demo/src/main.rs", "fn main() {}\n").is_rejected(
        "
        listings/demo/src/main.rs: has no place in a part of the book
          help: a part holds Cargo.toml, blessed.txt, src/bin/ and fails/, and nothing else
        ",
    );
}

#[test]
fn a_file_whose_name_is_no_id_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/Two_Words.rs", "//! Two words\n\nfn main() {}\n").is_rejected(
        "
        listings/demo/src/bin/Two_Words.rs: its name cannot be an id
          help: name it in small letters, digits and hyphens: what-it-shows.rs
        ",
    );
}

#[test]
fn a_part_whose_name_is_no_id_is_rejected() {
    LittleBook::sound()
        .with("listings/Part_2/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"Part_2\"\n")
        .with("listings/Part_2/src/bin/one.rs", "//! One\n\nfn main() {}\n")
        .is_rejected(
            "
            listings/Part_2: its name cannot be that of a part
              help: name it in small letters, digits and hyphens
            ",
        );
}

#[test]
fn two_listings_of_one_name_are_rejected() {
    LittleBook::sound().with("listings/demo/fails/greeting.rs", "//! Another greeting\n").is_rejected(
        "
        listings/demo/fails/greeting.rs: bears the same name as listings/demo/src/bin/greeting.rs
          help: names are unique in the whole book, so that `cargo run --bin NAME` means one; rename either
        ",
    );
}

#[test]
fn two_listings_of_one_name_in_two_parts_are_rejected() {
    LittleBook::sound()
        .with("listings/more/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"more\"\nedition = \"2024\"\n")
        .with("listings/more/src/bin/greeting.rs", "//! Another greeting\n\nfn main() {}\n")
        .is_rejected(
            "
            listings/more/src/bin/greeting.rs: bears the same name as listings/demo/src/bin/greeting.rs
              help: names are unique in the whole book, so that `cargo run --bin NAME` means one; rename either
            ",
        );
}

#[test]
fn a_listing_that_is_not_text_is_rejected() {
    LittleBook::sound().with(GREETING, b"//! A greeting\n\nfn main() { \"\xff\"; }\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs: cannot read this file: stream did not contain valid UTF-8
          help: save it as text in UTF-8
        ",
    );
}

#[test]
fn a_repair_that_does_not_exist_is_rejected() {
    LittleBook::sound().replacing(MOVED, "demo/lent", "demo/lend").is_rejected(
        "
        listings/demo/fails/moved.rs:4: its repair demo/lend does not exist
          help: name a listing that compiles; is it `demo/lent`?
        ",
    );
}

#[test]
fn a_repair_that_must_not_compile_either_is_rejected() {
    LittleBook::sound().replacing(MOVED, "demo/lent", "demo/moved").is_rejected(
        "
        listings/demo/fails/moved.rs:4: its repair demo/moved must not compile either
          help: name a listing that compiles
        ",
    );
}

// Evidence.

#[test]
fn a_listing_without_evidence_is_rejected() {
    LittleBook::sound().without("listings/demo/src/bin/greeting.stdout").is_rejected(
        "
        listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.stdout is missing
          help: run `cargo book bless demo/greeting` and read what it writes
        ",
    );
}

#[test]
fn a_listing_without_half_of_its_evidence_is_rejected() {
    LittleBook::sound().without("listings/demo/fails/moved.ansi").is_rejected(
        "
        listings/demo/fails/moved.rs: has no evidence: listings/demo/fails/moved.ansi is missing
          help: run `cargo book bless demo/moved` and read what it writes
        ",
    );
}

#[test]
fn a_listing_whose_evidence_is_of_another_kind_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ outcome: hello\n//@ outcome: hello | goodbye\n")
        .is_rejected(
            "
            listings/demo/src/bin/greeting.stdout: is not evidence that a listing with outcomes has
              help: remove it

            listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.outcomes is missing
              help: run `cargo book bless demo/greeting` and read what it writes
            ",
        );
}

#[test]
fn a_listing_without_evidence_cannot_be_checked() {
    let book = LittleBook::sound().without("listings/demo/src/bin/greeting.stdout");
    let checker = book.checker();
    let greeting = checker.catalog().listings.values().find(|listing| listing.id.name == "greeting").unwrap();
    assert_eq!(
        checker.check(greeting).unwrap_err().to_string(),
        "listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.stdout is missing\n  \
         help: run `cargo book bless demo/greeting` and read what it writes"
    );
}

#[test]
fn evidence_of_no_listing_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/gone.stdout", "gone\n").is_rejected(
        "
        listings/demo/src/bin/gone.stdout: is evidence of no listing
          help: remove it, or restore the listing beside it
        ",
    );
}

#[test]
fn evidence_of_a_listing_in_the_other_folder_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/greeting.stderr", "").is_rejected(
        "
        listings/demo/fails/greeting.stderr: is evidence of no listing
          help: remove it, or restore the listing beside it
        ",
    );
}

#[test]
fn evidence_that_its_listing_cannot_have_is_rejected() {
    LittleBook::sound().with("listings/demo/fails/moved.stdout", "Ada Ada\n").is_rejected(
        "
        listings/demo/fails/moved.stdout: is not evidence that a listing which fails has
          help: remove it
        ",
    );
}

#[test]
fn evidence_that_is_not_text_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/greeting.stdout", b"hello\xff\n").is_rejected(
        "
        listings/demo/src/bin/greeting.stdout: cannot read this file: stream did not contain valid UTF-8
          help: save it as text in UTF-8
        ",
    );
}

#[test]
fn evidence_with_the_line_ends_of_windows_is_rejected() {
    LittleBook::sound().with_carriage_returns_in("listings/demo/src/bin/greeting.stdout").is_rejected(
        "
        listings/demo/src/bin/greeting.stdout: has the line ends of Windows
          help: give it those of Unix: evidence is compared byte for byte, and .gitattributes keeps it so
        ",
    );
}

#[test]
fn empty_evidence_of_what_was_not_printed_is_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/greeting.stderr", "").is_rejected(
        "
        listings/demo/src/bin/greeting.stderr: is empty
          help: remove it: a program that prints nothing there has no such evidence
        ",
    );
}

// The manifest of a part.

#[test]
fn a_manifest_that_is_none_is_rejected() {
    LittleBook::sound().with(MANIFEST, "package = {\n").is_rejected(
        "
        listings/demo/Cargo.toml: is no Cargo manifest: unclosed inline table, expected `}`
          help: mend it by hand
        ",
    );
}

#[test]
fn a_manifest_that_leaves_a_program_out_is_rejected() {
    LittleBook::sound()
        .replacing(MANIFEST, "    { name = \"greeting\", test = false, bench = false, doc = false },\n", "")
        .is_rejected(
            "
            listings/demo/Cargo.toml: does not list the program greeting
              help: run `cargo book bless`, which keeps that list
            ",
        );
}

#[test]
fn a_manifest_that_names_a_program_too_many_is_rejected() {
    LittleBook::sound()
        .replacing(
            MANIFEST,
            "bin = [\n",
            "bin = [\n    { name = \"gone\", test = false, bench = false, doc = false },\n",
        )
        .is_rejected(
            "
            listings/demo/Cargo.toml: lists the program gone, which does not exist
              help: run `cargo book bless`, which keeps that list
            ",
        );
}

#[test]
fn a_manifest_that_builds_a_listing_from_another_file_is_rejected() {
    LittleBook::sound()
        .replacing(MANIFEST, "name = \"greeting\",", "name = \"greeting\", path = \"src/bin/coin.rs\",")
        .is_rejected(
            "
            listings/demo/Cargo.toml: does not list the program greeting as `cargo book bless` writes it
              help: run `cargo book bless`, which keeps that list
            ",
        );
}

#[test]
fn a_part_whose_package_has_another_name_is_rejected() {
    LittleBook::sound().replacing(MANIFEST, "name = \"demo\"", "name = \"domo\"").is_rejected(
        "
        listings/demo/Cargo.toml: its package is named `domo`
          help: name it as its folder, `demo`
        ",
    );
}

#[test]
fn a_manifest_with_no_list_to_keep_is_left_alone() {
    LittleBook::sound().with(MANIFEST, "[package]\nname = \"demo\"\nedition = \"2024\"\n").keeps_no_list_of_programs(
        "
        listings/demo/Cargo.toml: has no list of programs to keep up to date
          help: put two lines before [package]: `bin = [` and `]`
        ",
    );
}

#[test]
fn a_part_without_an_edition_is_rejected() {
    LittleBook::sound().replacing(MANIFEST, "edition = \"2024\"\n", "").is_rejected(NO_EDITION);
}

#[test]
fn a_part_of_an_edition_that_the_book_does_not_know_is_rejected() {
    LittleBook::sound().replacing(MANIFEST, "\"2024\"", "\"2018\"").is_rejected(NO_EDITION);
}

const NO_EDITION: &str = "
        listings/demo/Cargo.toml: its package has no edition that this book knows
          help: give it `edition.workspace = true`, or `edition = \"2021\"`
        ";

// One listing under two editions.

/// With a part `old` of edition 2021, whose listing says to have the code of `greeting`.
fn with_an_old_greeting(other: &str, code: &str) -> LittleBook {
    let manifest = "bin = [\n    { name = \"old-greeting\", test = false, bench = false, doc = false },\n]\n\n\
                    [package]\nname = \"old\"\nedition = \"2021\"\n";
    let source = format!("//! A greeting of old\n//@ same-code-as: {other}\n\n{code}");
    LittleBook::sound()
        .with("listings/old/Cargo.toml", manifest)
        .with("listings/old/src/bin/old-greeting.rs", source)
        .with("listings/old/src/bin/old-greeting.stdout", "hello\ngoodbye\n")
        .appending("src/two.md", "\n{{#listing old/old-greeting}}\n")
}

const GREETING_CODE: &str = "fn main() {\n    println!(\"hello\");\n    println!(\"goodbye\");\n}\n";

#[test]
fn one_listing_under_two_editions_is_accepted() {
    let book = with_an_old_greeting("demo/greeting", GREETING_CODE);
    book.is_accepted();
    book.is_rejected_when_checked("old/old-greeting", "");
}

#[test]
fn a_listing_is_compiled_as_the_edition_of_its_part() {
    let let_chain =
        "fn main() {\n    if let Some(n) = Some(1)\n        && n > 0\n    {\n        println!(\"{n}\");\n    }\n}\n";
    let book = LittleBook::sound().with(LENT, format!("//! A chain\n\n{let_chain}"));
    let newer = book.replacing(MOVED, "demo/lent", "demo/greeting");
    assert!(!newer.checked("demo/lent").to_string().contains("edition 2024"));
    let older = newer.replacing(MANIFEST, "\"2024\"", "\"2021\"");
    assert!(older.checked("demo/lent").to_string().contains("let chains are only allowed in Rust 2024 or later"));
}

#[test]
fn a_listing_that_must_not_compile_is_compiled_as_the_edition_of_its_part() {
    let chain = "    if let Some(n) = Some(1)\n    //~^ error: let chains are only allowed in Rust 2024 or later\n        && n > 0 {}\n";
    let listing = format!(
        "//! A chain\n//!\n//! If this compiled, nothing.\n//@ fixed-by: demo/lent\n\nfn main() {{\n{chain}}}\n"
    );
    let newer = LittleBook::sound().with(MOVED, listing);
    assert!(newer.checked("demo/moved").to_string().contains("compiles, and must not"));
    let seen = newer.replacing(MANIFEST, "\"2024\"", "\"2021\"").checked("demo/moved").to_string();
    assert!(!seen.contains("no error met this mark") && seen.contains("+error: let chains are only"), "{seen}");
}

#[test]
fn code_that_is_not_the_same_is_rejected() {
    with_an_old_greeting("demo/greeting", &GREETING_CODE.replace("hello", "hallo")).is_rejected(
        "
        listings/old/src/bin/old-greeting.rs:2: its code is not that of demo/greeting
          help: copy the code below the header, or remove this line
        ",
    );
}

#[test]
fn code_of_a_listing_that_does_not_exist_is_rejected() {
    with_an_old_greeting("demo/welcome", GREETING_CODE).is_rejected(
        "
        listings/old/src/bin/old-greeting.rs:2: there is no listing demo/welcome
          help: name the listing whose code this is
        ",
    );
}

#[test]
fn the_same_code_in_the_same_edition_is_rejected() {
    with_an_old_greeting("demo/greeting", GREETING_CODE)
        .replacing("listings/old/Cargo.toml", "\"2021\"", "\"2024\"")
        .is_rejected(
            "
            listings/old/src/bin/old-greeting.rs:2: demo/greeting has the same edition
              help: code stands twice only to show what an edition changes
            ",
        );
}

// A lint that refuses.

#[test]
fn a_lint_that_is_denied_by_default_can_be_marked() {
    let listing = |mark: &str| {
        format!(
            "//! A guard let go\n//!\n//! If this compiled, nothing would be guarded.\n//@ fixed-by: demo/lent\n\n\
             use std::sync::Mutex;\n\nfn main() {{\n    let purse = Mutex::new(3);\n    let _ = purse.lock(); //~ {mark}\n}}\n"
        )
    };
    let marked = "let_underscore_lock: non-binding let on a synchronization lock";
    let book = LittleBook::sound().with(MOVED, listing(marked));
    let seen = book.checked("demo/moved").to_string();
    assert!(!seen.contains("no error met this mark") && seen.contains("+error: non-binding let"), "{seen}");
    let book = book.with(MOVED, listing("static_mut_refs: non-binding let"));
    let seen = book.checked("demo/moved").to_string();
    assert!(seen.contains("marked is static_mut_refs with `non-binding let`"), "{seen}");
}

// The header of a listing.

#[test]
fn a_listing_without_a_caption_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:1: has no caption
          help: begin the file with `//! what this listing shows`, in one line
        ",
    );
}

#[test]
fn a_caption_below_other_lines_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "\n//! A greeting\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:1: has no caption
          help: begin the file with `//! what this listing shows`, in one line
        ",
    );
}

#[test]
fn a_caption_with_a_full_stop_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting.\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:1: the caption ends with a full stop
          help: a caption is a title: leave the full stop away
        ",
    );
}

#[test]
fn a_caption_of_two_lines_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//! for you\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: the caption goes on in a second line
          help: put an empty `//!` line below the caption
        ",
    );
}

#[test]
fn an_unknown_directive_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ panic\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: unknown directive `panic`
          help: the directives are panics, hangs, may-hang, races, leaks, unordered, schedules, schedules: sample NUMBER, outcome: LINES, fixed-by: PART/NAME, same-code-as: PART/NAME, limit: SECONDSs
        ",
    );
}

#[test]
fn a_directive_that_stands_twice_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "//@ fixed-by: demo/lent\n", "//@ fixed-by: demo/greeting\n//@ fixed-by: demo/lent\n")
        .is_rejected(
            "
            listings/demo/fails/moved.rs:5: the directive `fixed-by` stands twice
              help: keep one
            ",
        );
}

#[test]
fn directives_that_contradict_each_other_are_rejected() {
    LittleBook::sound().replacing(ALARM, "//@ panics\n", "//@ panics\n//@ hangs\n").is_rejected(
        "
        listings/demo/src/bin/alarm.rs:3: its directives contradict each other
          help: keep one of panics, hangs, may-hang, races, unordered, outcome
        ",
    );
}

#[test]
fn a_repair_whose_name_is_no_id_is_rejected() {
    LittleBook::sound().replacing(MOVED, "demo/lent", "lent").is_rejected(
        "
        listings/demo/fails/moved.rs:4: `lent` is not the id of a listing
          help: write it as part/name
        ",
    );
}

#[test]
fn a_limit_that_is_no_number_of_seconds_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ limit: 1 min\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: `1 min` is not a limit
          help: write whole seconds, as in `limit: 20s`
        ",
    );
}

#[test]
fn a_limit_of_no_time_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ limit: 0s\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: `0s` is not a limit
          help: write whole seconds, as in `limit: 20s`
        ",
    );
}

#[test]
fn an_outcome_that_stands_twice_is_rejected() {
    LittleBook::sound().replacing(COIN, "outcome: tails", "outcome: heads\n//@ outcome: tails").is_rejected(
        "
        listings/demo/src/bin/coin.rs:3: this outcome is listed twice
          help: each outcome stands once
        ",
    );
}

#[test]
fn a_single_outcome_is_rejected() {
    LittleBook::sound().replacing(COIN, "//@ outcome: tails\n", "").is_rejected(
        "
        listings/demo/src/bin/coin.rs:2: has one outcome
          help: an output that never varies needs no directive; list all, or none
        ",
    );
}

#[test]
fn a_listing_in_fails_that_is_to_run_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//@ fixed-by", "//@ unordered\n//@ fixed-by").is_rejected(
        "
        listings/demo/fails/moved.rs:5: is in fails/ and says what it does when it runs
          help: it must not compile: remove that
        ",
    );
}

#[test]
fn a_listing_in_fails_without_a_repair_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//@ fixed-by: demo/lent\n", "").is_rejected(
        "
        listings/demo/fails/moved.rs:1: names no repair
          help: add `//@ fixed-by: part/name`, a listing that compiles
        ",
    );
}

#[test]
fn a_listing_in_fails_that_does_not_say_what_would_happen_is_rejected() {
    LittleBook::sound().replacing(MOVED, "If this compiled, two", "Two").is_rejected(
        "
        listings/demo/fails/moved.rs:1: does not say what would happen if it compiled
          help: begin the text below the caption with `If this compiled, …`
        ",
    );
}

#[test]
fn a_program_that_names_a_repair_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ fixed-by: demo/lent\n")
        .is_rejected(
            "
        listings/demo/src/bin/greeting.rs:2: compiles, and names a repair
          help: remove fixed-by, or move the file to fails/
        ",
        );
}

#[test]
fn a_header_line_below_the_code_is_rejected() {
    LittleBook::sound().replacing(ALARM, "fn main() {\n", "fn main() {\n    //@ limit: 2s\n").is_rejected(
        "
        listings/demo/src/bin/alarm.rs:5: a header line stands below the code
          help: move it to the top of the file
        ",
    );
}

#[test]
fn a_header_line_behind_code_is_rejected() {
    LittleBook::sound().replacing(GREETING, "fn main() {\n", "fn main() { //@ limit: 2s\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:3: a header line stands behind code
          help: move it to the top of the file
        ",
    );
}

#[test]
fn a_listing_without_code_is_rejected() {
    LittleBook::sound().with(GREETING, "//! A greeting\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:1: has no code
          help: write the listing below its header
        ",
    );
}

// The anchors of a listing.

#[test]
fn an_anchor_that_never_ends_is_rejected() {
    LittleBook::sound().replacing(GREETING, "    // ANCHOR_END: farewell\n", "").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:5: the anchor `farewell` never ends
          help: add its ANCHOR_END line
        ",
    );
}

#[test]
fn an_anchor_that_never_starts_is_rejected() {
    LittleBook::sound().replacing(GREETING, "    // ANCHOR: farewell\n", "").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:6: the anchor `farewell` ends but never starts
          help: add its ANCHOR line
        ",
    );
}

#[test]
fn an_anchor_around_nothing_is_rejected() {
    LittleBook::sound().replacing(GREETING, "    println!(\"goodbye\");\n", "").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:5: the anchor `farewell` holds nothing
          help: put it around the lines that it is to show
        ",
    );
}

#[test]
fn an_anchor_that_stands_twice_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", "// ANCHOR: farewell\nfn main() {\n    // ANCHOR_END: farewell\n")
        .is_rejected(
            "
            listings/demo/src/bin/greeting.rs:7: the anchor `farewell` starts twice
              help: give each excerpt a name of its own
            ",
        );
}

#[test]
fn an_anchor_behind_code_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "println!(\"hello\");", "println!(\"hello\"); // ANCHOR: welcome")
        .is_rejected(
            "
            listings/demo/src/bin/greeting.rs:4: an anchor stands behind code
              help: put it on a line of its own
            ",
        );
}

// The marks of a listing.

#[test]
fn a_mark_on_a_line_of_its_own_that_points_nowhere_is_rejected() {
    LittleBook::sound().replacing(ALARM, " //~ panic", "\n    //~ panic").is_rejected(
        "
        listings/demo/src/bin/alarm.rs:7: this mark does not say which line it means
          help: a mark at the end of a line has no ^; one on a line of its own has a ^ for each line up

        listings/demo/src/bin/alarm.rs:2: is to panic, and marks no line
          help: mark it: `//~ panic: part of the message`
        ",
    );
}

#[test]
fn a_mark_that_points_above_the_code_is_rejected() {
    LittleBook::sound().replacing(GREETING, "fn main", "//~^ panic: fire\nfn main").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:3: this mark points above the code
          help: take a ^ away
        ",
    );
}

#[test]
fn a_mark_that_blames_what_is_no_error_is_rejected() {
    LittleBook::sound().replacing(ALARM, "//~ panic:", "//~ panics:").is_rejected(
        "
        listings/demo/src/bin/alarm.rs:6: a mark cannot blame `panics`
          help: write `//~ E0277: a phrase of its message`, `//~ error: …` or `//~ panic: …`

        listings/demo/src/bin/alarm.rs:2: is to panic, and marks no line
          help: mark it: `//~ panic: part of the message`
        ",
    );
}

#[test]
fn a_mark_without_a_phrase_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//~ E0382: borrow of moved value", "//~ E0382").is_rejected(
        "
        listings/demo/fails/moved.rs:9: this mark has no phrase
          help: write `//~ E0277: a phrase of its message`, `//~ error: …` or `//~ panic: …`

        listings/demo/fails/moved.rs:4: must not compile, and marks no error
          help: mark the blamed line: `//~ E0277: phrase`
        ",
    );
}

#[test]
fn a_mark_inside_another_comment_is_rejected() {
    LittleBook::sound().replacing(GREETING, "(\"hello\");", "(\"hello\"); // politely //~ panic: fire").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:4: a mark stands inside another comment
          help: begin the comment with `//~`
        ",
    );
}

#[test]
fn a_listing_in_fails_without_a_mark_is_rejected() {
    LittleBook::sound().replacing(MOVED, " //~ E0382: borrow of moved value", "").is_rejected(
        "
        listings/demo/fails/moved.rs:4: must not compile, and marks no error
          help: mark the blamed line: `//~ E0277: phrase`
        ",
    );
}

#[test]
fn a_listing_in_fails_that_marks_a_panic_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "//~ E0382: borrow of moved value", "//~ E0382: borrow of moved value\n    //~^ panic: fire")
        .is_rejected(
            "
            listings/demo/fails/moved.rs:4: must not compile, and marks a panic
              help: mark errors alone
            ",
        );
}

#[test]
fn a_program_that_marks_an_error_is_rejected() {
    LittleBook::sound().replacing(LENT, "&name;", "&name; //~ E0382: moved").is_rejected(
        "
        listings/demo/src/bin/lent.rs:5: marks an error of the compiler, and is to compile
          help: move the file to fails/
        ",
    );
}

#[test]
fn a_listing_that_is_to_panic_without_a_mark_is_rejected() {
    LittleBook::sound().replacing(ALARM, " //~ panic: fire", "").is_rejected(
        "
        listings/demo/src/bin/alarm.rs:2: is to panic, and marks no line
          help: mark it: `//~ panic: part of the message`
        ",
    );
}

// The summary and the chapters.

#[test]
fn a_book_without_a_summary_is_rejected() {
    LittleBook::sound().without("src/SUMMARY.md").is_rejected(&format!(
        "
        src/SUMMARY.md: cannot read this file: {}
          help: make sure that it exists and is yours
        ",
        no_such_file()
    ));
}

#[test]
fn a_summary_that_is_none_is_rejected() {
    LittleBook::sound().with("src/SUMMARY.md", "# Summary\n\n- One\n").is_rejected(
        "
        src/SUMMARY.md: is no summary: failed to parse SUMMARY.md line 3, column 3: The link items for nested chapters must only contain a hyperlink
          help: mend it as the guide of mdBook says
        ",
    );
}

#[test]
fn a_summary_that_lists_a_chapter_twice_is_rejected() {
    LittleBook::sound().appending("src/SUMMARY.md", "- [Once more](one.md)\n").is_rejected(
        "
        src/SUMMARY.md: is no summary: Duplicate file in SUMMARY.md: \"one.md\"
          help: mend it as the guide of mdBook says
        ",
    );
}

#[test]
fn a_book_without_a_chapter_is_rejected() {
    LittleBook::sound().with("src/SUMMARY.md", "# Summary\n").without("src/one.md").without("src/two.md").is_rejected(
        "
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
        ",
    );
}

#[test]
fn a_chapter_that_does_not_exist_is_rejected() {
    LittleBook::sound().appending("src/SUMMARY.md", "- [Three](three.md)\n").is_rejected(&format!(
        "
        src/three.md: cannot read this file: {}
          help: make sure that it exists and is yours
        ",
        no_such_file()
    ));
}

#[test]
fn a_chapter_without_a_file_is_rejected() {
    LittleBook::sound().appending("src/SUMMARY.md", "- [Three]()\n").is_rejected(
        "
        src/SUMMARY.md: the chapter `Three` has no file
          help: write it, or leave it away until it is written
        ",
    );
}

#[test]
fn a_chapter_that_the_summary_leaves_out_is_rejected() {
    LittleBook::sound().with("src/deep/three.md", "# Three\n\n{{#listing demo/greeting}}\n").is_rejected(
        "
        src/deep/three.md: is a chapter that the summary leaves out
          help: add it to src/SUMMARY.md, or remove it
        ",
    );
}

#[test]
fn a_chapter_that_shows_nothing_is_rejected() {
    LittleBook::sound()
        .with("src/three.md", "# Three\n\nWords.\n")
        .appending("src/SUMMARY.md", "- [Three](three.md)\n")
        .is_rejected(
            "
            src/three.md: shows no listing and refers to none
              help: show one with `{{#listing part/name}}`, or refer to one with `[](listing:part/name)`
            ",
        );
}

#[test]
fn a_chapter_that_is_not_text_is_rejected() {
    LittleBook::sound().with("src/one.md", b"# One \xff\n").is_rejected(
        "
        src/one.md: cannot read this file: stream did not contain valid UTF-8
          help: save it as text in UTF-8
        ",
    );
}

#[test]
fn a_chapter_with_the_line_ends_of_windows_is_accepted() {
    LittleBook::sound().with_carriage_returns_in("src/one.md").with_carriage_returns_in("src/two.md").is_accepted();
}

#[test]
fn a_listing_that_no_chapter_shows_is_rejected() {
    LittleBook::sound().replacing("src/one.md", "{{#listing demo/coin predict}}\n", "").is_rejected(
        "
        listings/demo/src/bin/coin.rs: is shown by no chapter
          help: show it with `{{#listing demo/coin}}`, or remove it
        ",
    );
}

#[test]
fn a_reference_to_what_no_chapter_shows_is_rejected() {
    LittleBook::sound().replacing("src/two.md", "{{#listing demo/moved}}\n", "").is_rejected(
        "
        src/two.md:3: refers to demo/moved, which no chapter shows
          help: see `cargo book list` for what there is

        listings/demo/fails/moved.rs: is shown by no chapter
          help: show it with `{{#listing demo/moved}}`, or remove it
        ",
    );
}

#[test]
fn a_reference_to_what_does_not_exist_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee [this](listing:demo/gone).\n").is_rejected(
        "
        src/one.md:7: there is no listing demo/gone
          help: see `cargo book list` for what there is
        ",
    );
}

#[test]
fn a_reference_that_cannot_be_read_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee [this](listing:coin).\n").is_rejected(
        "
        src/one.md:7: `[this](listing:coin)` is no link to a listing
          help: write `[words](listing:part/name)`
        ",
    );
}

#[test]
fn a_reference_defined_elsewhere_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee [this][it].\n\n[it]: listing:demo/coin\n").is_rejected(
        "
        src/one.md:7: `[this][it]` is no link to a listing
          help: write `[words](listing:part/name)`
        ",
    );
}

#[test]
fn a_listing_as_an_image_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nSee ![this](listing:demo/coin).\n").is_rejected(
        "
        src/one.md:7: `![this](listing:demo/coin)` is no link to a listing
          help: write `[words](listing:part/name)`
        ",
    );
}

#[test]
fn a_chapter_that_shows_what_does_not_exist_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/gone}}\n").is_rejected(
        "
        src/one.md:7: there is no listing demo/gone
          help: see `cargo book list` for what there is
        ",
    );
}

#[test]
fn a_chapter_that_shows_an_unknown_excerpt_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/greeting:welcome}}\n").is_rejected(
        "
        src/one.md:7: the listing demo/greeting has no anchor `welcome`
          help: see `cargo book list` for what there is
        ",
    );
}

// The directives of a chapter.

#[test]
fn a_directive_without_an_id_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing}}\n").is_rejected(&format!(
        "
        src/one.md:7: `` is not the id of a listing
          help: {SHOW_IT}
        "
    ));
}

#[test]
fn a_directive_with_half_an_id_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing coin}}\n").is_rejected(&format!(
        "
        src/one.md:7: `coin` is not the id of a listing
          help: {SHOW_IT}
        "
    ));
}

#[test]
fn a_directive_with_an_unknown_option_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/coin guess}}\n").is_rejected(&format!(
        "
        src/one.md:7: unknown option `guess`
          help: {SHOW_IT}
        "
    ));
}

#[test]
fn two_directives_in_one_paragraph_are_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#listing demo/coin}}\n{{#listing demo/lent}}\n").is_rejected(
        &format!(
            "
        src/one.md:7: this directive does not stand alone in its paragraph
          help: {SHOW_IT}
        "
        ),
    );
}

#[test]
fn a_directive_in_a_sentence_is_rejected() {
    is_in_the_middle_of_something_else("See {{#listing demo/coin}}.\n");
}

#[test]
fn a_directive_in_a_heading_is_rejected() {
    is_in_the_middle_of_something_else("## {{#listing demo/coin}}\n");
}

#[test]
fn a_directive_in_a_list_is_rejected() {
    is_in_the_middle_of_something_else("- {{#listing demo/coin}}\n");
}

#[test]
fn a_directive_in_a_list_with_space_is_rejected() {
    is_in_the_middle_of_something_else("- {{#listing demo/coin}}\n\n- and more\n");
}

#[test]
fn a_directive_in_a_quotation_is_rejected() {
    is_in_the_middle_of_something_else("> {{#listing demo/coin}}\n");
}

#[test]
fn a_directive_in_a_footnote_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nWords.[^1]\n\n[^1]: {{#listing demo/coin}}\n").is_rejected(
        &format!(
            "
        src/one.md:9: a directive stands in the middle of something else
          help: {SHOW_IT}
        "
        ),
    );
}

#[test]
fn a_directive_in_a_table_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n| A |\n|---|\n| {{#listing demo/coin}} |\n").is_rejected(&format!(
        "
        src/one.md:9: a directive stands in the middle of something else
          help: {SHOW_IT}
        "
    ));
}

#[test]
fn a_directive_in_html_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n<div>\n{{#listing demo/coin}}\n</div>\n").is_rejected(&format!(
        "
        src/one.md:8: a directive stands in the middle of something else
          help: {SHOW_IT}
        "
    ));
}

#[test]
fn a_directive_in_html_amid_a_sentence_is_rejected() {
    is_in_the_middle_of_something_else("See <b title=\"{{#listing demo/coin}}\">this</b>.\n");
}

#[test]
fn a_directive_in_other_letters_is_rejected() {
    is_no_directive("{{#Listing demo/coin}}");
}

#[test]
fn a_misspelt_directive_is_rejected() {
    is_no_directive("{{#lisitng demo/coin}}");
}

#[test]
fn a_directive_with_a_space_too_many_is_rejected() {
    is_no_directive("{{ #listing demo/coin }}");
}

#[test]
fn a_directive_without_its_sign_is_rejected() {
    is_no_directive("{{listing demo/coin}}");
}

#[test]
fn a_directive_of_mdbook_that_brings_in_rust_is_rejected() {
    is_no_directive("{{#playground ../listings/demo/src/bin/coin.rs}}");
}

#[test]
fn a_directive_of_mdbook_that_brings_in_a_file_is_rejected() {
    is_no_directive("{{#include ../listings/demo/src/bin/greeting.stdout}}");
}

#[test]
fn a_directive_of_mdbook_in_a_code_block_is_rejected() {
    LittleBook::sound()
        .appending("src/one.md", "\n```console\n$ {{#include ../listings/demo/src/bin/greeting.stdout}}\n```\n")
        .is_rejected(&format!(
            "
            src/one.md:8: `{{{{#include ../listings/demo/src/bin/greeting.stdout}}}}` is no directive of this book
              help: {SHOW_IT}
            "
        ));
}

// The code in a chapter.

#[test]
fn rust_in_a_chapter_is_rejected() {
    is_rust_that_is_no_listing("```rust\nfn main() {}\n```\n");
}

#[test]
fn rust_that_is_ignored_is_rejected() {
    is_rust_that_is_no_listing("```rust,ignore\nfn main() {}\n```\n");
}

#[test]
fn rust_between_tildes_is_rejected() {
    is_rust_that_is_no_listing("~~~rust\nfn main() {}\n~~~\n");
}

#[test]
fn rust_in_a_list_is_rejected() {
    is_rust_that_is_no_listing("- ```rust\n  fn main() {}\n  ```\n");
}

#[test]
fn rust_in_a_quotation_is_rejected() {
    is_rust_that_is_no_listing("> ```rust\n> fn main() {}\n> ```\n");
}

#[test]
fn rust_in_a_definition_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\nTerm\n: ```rust\n  fn main() {}\n  ```\n").is_rejected(
        "
        src/one.md:8: Rust code that is no listing, so that nothing tests it
          help: make it a listing and show that; typed blocks may be console, markdown, toml
        ",
    );
}

#[test]
fn rust_in_html_is_rejected() {
    is_rust_that_is_no_listing("<pre><code class=\"language-rust\">fn main() {}</code></pre>\n");
}

#[test]
fn rust_behind_another_language_is_rejected() {
    is_rust_that_is_no_listing("```console,rust\nfn main() {}\n```\n");
}

#[test]
fn rust_with_a_capital_is_rejected() {
    is_code_that_nothing_proves("```Rust\nfn main() {}\n```\n", "Rust");
}

#[test]
fn rust_known_by_its_attributes_alone_is_rejected() {
    for attribute in ["no_run", "compile_fail", "should_panic", "ignore", "edition2024", "{.rust}"] {
        is_code_that_nothing_proves(&format!("```{attribute}\nfn main() {{}}\n```\n"), attribute);
    }
}

#[test]
fn output_in_a_chapter_is_rejected() {
    is_code_that_nothing_proves("```text\nhello\n```\n", "text");
}

#[test]
fn a_code_block_without_a_language_is_rejected() {
    for fence in ["```", "~~~", "````"] {
        is_code_of_no_kind(
            &format!("{fence}\nfn main() {{}}\n{fence}\n"),
            "a code block without a language, which `mdbook test` would take for Rust",
        );
    }
}

#[test]
fn an_indented_code_block_is_rejected() {
    is_code_of_no_kind("    fn main() {}\n", "an indented code block, which `mdbook test` would take for Rust");
}

// What the compiler says of a listing that must not compile.

#[test]
fn an_error_of_another_code_than_marked_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//~ E0382", "//~ E0505").is_rejected_when_checked(
        "demo/moved",
        "
        listings/demo/fails/moved.rs:9: marked is E0505 with `borrow of moved value`, the compiler says error E0382: borrow of moved value: `name`
          help: correct the mark, or the listing
        ",
    );
}

#[test]
fn an_error_in_other_words_than_marked_is_rejected() {
    LittleBook::sound().replacing(MOVED, "borrow of", "use of").is_rejected_when_checked(
        "demo/moved",
        "
        listings/demo/fails/moved.rs:9: marked is E0382 with `use of moved value`, the compiler says error E0382: borrow of moved value: `name`
          help: correct the mark, or the listing
        ",
    );
}

#[test]
fn an_error_on_another_line_than_marked_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, " //~ E0382: borrow of moved value", "")
        .replacing(MOVED, "given = name;", "given = name; //~ E0382: borrow of moved value")
        .is_rejected_when_checked(
            "demo/moved",
            "
            listings/demo/fails/moved.rs:9: an error that no mark names: error E0382: borrow of moved value: `name`
              help: a listing has the errors it is about and no other: mark this one, or mend it

            listings/demo/fails/moved.rs:8: no error met this mark: E0382 with `borrow of moved value`
              help: move or remove the mark
            ",
        );
}

#[test]
fn a_mark_that_no_error_met_is_rejected() {
    LittleBook::sound().replacing(MOVED, "(\"Ada\");", "(\"Ada\"); //~ E0308: mismatched").is_rejected_when_checked(
        "demo/moved",
        "
        listings/demo/fails/moved.rs:7: no error met this mark: E0308 with `mismatched`
          help: move or remove the mark
        ",
    );
}

#[test]
fn a_mark_that_no_error_met_beside_one_that_was_met_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "borrow of moved value", "borrow of moved value\n    //~^ E0308: mismatched")
        .is_rejected_when_checked(
            "demo/moved",
            "
            listings/demo/fails/moved.rs:10: no error met this mark: E0308 with `mismatched`
              help: move or remove the mark
            ",
        );
}

#[test]
fn a_second_error_that_is_not_marked_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "given = name;", "given = name;\n    let twice = String::new();\n    drop((twice, twice));")
        .is_rejected_when_checked(
            "demo/moved",
            "
        listings/demo/fails/moved.rs:10: an error that no mark names: error E0382: use of moved value: `twice`
          help: a listing has the errors it is about and no other: mark this one, or mend it
        ",
        );
}

#[test]
fn a_warning_beside_the_error_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "given = name;", "given = name;\n    let spare = 1;")
        .is_rejected_when_checked(
            "demo/moved",
            "
        listings/demo/fails/moved.rs:9: a warning beside the errors it is about: unused variable: `spare`
          help: mend it: a reader would be warned too
        ",
        );
}

#[test]
fn a_listing_in_fails_that_compiles_is_rejected() {
    LittleBook::sound().replacing(MOVED, "given = name;", "given = name.clone();").is_rejected_when_checked(
        "demo/moved",
        "
        listings/demo/fails/moved.rs: compiles, and must not
          help: mark and write what really fails, or move the file to src/bin/
        ",
    );
}

#[test]
fn a_repair_that_changes_much_is_rejected() {
    LittleBook::sound()
        .replacing(LENT, "fn main() {\n", &("fn main() {\n".to_string() + &"    // …\n".repeat(8)))
        .is_rejected_when_checked(
            "demo/moved",
            "
        listings/demo/fails/moved.rs:4: its repair demo/lent changes 9 lines of it
          help: at most 8, so that the repair is seen: bring them nearer
        ",
        );
}

#[test]
fn a_repair_that_changes_nothing_is_rejected() {
    let code = "\nfn main() {\n    println!(\"{}\", env!(\"CARGO_BIN_NAME\"));";
    LittleBook::sound()
        .with(LENT, format!("//! A name lent\n{code}\n}}\n"))
        .with(
            MOVED,
            format!(
                "//! A name\n//!\n//! If this compiled, …\n//@ fixed-by: demo/lent\n{code} //~ error: not defined\n}}\n"
            ),
        )
        .is_rejected_when_blessed(
            "demo/moved",
            "
            listings/demo/fails/moved.rs:4: its repair demo/lent changes no line of it
              help: a repair is the change that makes it compile: name another one
            ",
        );
}

#[test]
fn words_of_the_compiler_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound()
        .replacing("listings/demo/fails/moved.stderr", "value moved here", "value given here")
        .is_rejected_when_checked(
            "demo/moved",
            "
        listings/demo/fails/moved.stderr: is not what was seen now:
        --- listings/demo/fails/moved.stderr
        +++ seen now
        @@ -4,7 +4,7 @@
         2 |     let name = String::from(\"Ada\");
           |         ---- move occurs because `name` has type `String`, which does not implement the `Copy` trait
         3 |     let given = name;
        -  |                 ---- value given here
        +  |                 ---- value moved here
         4 |     println!(\"{given} {name}\");
           |                        ^^^^ value borrowed here after move
           |
          help: if the new text is right, run `cargo book bless demo/moved`
        ",
        );
}

#[test]
fn words_of_the_compiler_that_differ_are_told_without_their_colours() {
    ["listings/demo/fails/moved.stderr", "listings/demo/fails/moved.ansi"]
        .into_iter()
        .fold(LittleBook::sound(), |book, evidence| book.replacing(evidence, "value moved here", "value given here"))
        .is_rejected_when_checked(
            "demo/moved",
            "
            listings/demo/fails/moved.stderr: is not what was seen now:
            --- listings/demo/fails/moved.stderr
            +++ seen now
            @@ -4,7 +4,7 @@
             2 |     let name = String::from(\"Ada\");
               |         ---- move occurs because `name` has type `String`, which does not implement the `Copy` trait
             3 |     let given = name;
            -  |                 ---- value given here
            +  |                 ---- value moved here
             4 |     println!(\"{given} {name}\");
               |                        ^^^^ value borrowed here after move
               |
              help: if the new text is right, run `cargo book bless demo/moved`
            ",
        );
}

#[test]
fn colours_of_the_compiler_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound()
        .replacing("listings/demo/fails/moved.ansi", "\u{1b}[91merror", "\u{1b}[92merror")
        .is_rejected_when_checked(
            "demo/moved",
            "
        listings/demo/fails/moved.ansi: its colours are not those seen now
          help: if the new colours are right, run `cargo book bless demo/moved`
        ",
        );
}

#[test]
fn a_listing_in_fails_with_the_line_ends_of_windows_is_accepted() {
    LittleBook::sound().with_carriage_returns_in(MOVED).is_rejected_when_checked("demo/moved", "");
}

// What a program does.

#[test]
fn a_program_that_does_not_compile_is_rejected() {
    LittleBook::sound().replacing(GREETING, "\"hello\"", "hello").is_rejected_when_checked(
        "demo/greeting",
        "
        listings/demo/src/bin/greeting.rs: does not compile:
        error: format argument must be a string literal
         --> listings/demo/src/bin/greeting.rs:4:14
          |
        4 |     println!(hello);
          |              ^^^^^
          |
        help: you might be missing a string literal to format with
          |
        4 |     println!(\"{}\", hello);
          |              +++++
          help: mend it; what must not compile belongs in fails/
        ",
    );
}

#[test]
fn a_program_with_a_warning_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", "fn main() {\n    let spare = 1;\n")
        .is_rejected_when_checked(
            "demo/greeting",
            "
        listings/demo/src/bin/greeting.rs: compiles with a warning:
        warning: unused variable: `spare`
         --> listings/demo/src/bin/greeting.rs:4:9
          |
        4 |     let spare = 1;
          |         ^^^^^ help: if this is intentional, prefix it with an underscore: `_spare`
          |
          = note: `#[warn(unused_variables)]` (part of `#[warn(unused)]`) on by default
          help: mend it: a reader would be warned too
        ",
        );
}

#[test]
fn a_program_that_does_not_link_is_rejected() {
    let book = LittleBook::sound().replacing(
        GREETING,
        "fn main() {\n",
        "unsafe extern \"C\" {\n    safe fn nowhere();\n}\n\nfn main() {\n    nowhere();\n",
    );
    let told = book.checked("demo/greeting").to_string();
    // What follows is the linker's, and another on every machine.
    assert!(told.starts_with("listings/demo/src/bin/greeting.rs: does not compile:\nerror: linking with "), "{told}");
    assert!(told.contains("nowhere"), "{told}");
}

#[test]
fn a_book_that_cargo_cannot_build_is_rejected() {
    LittleBook::sound().replacing("Cargo.toml", "[profile.listing]", "[profile.other]").is_rejected_when_checked(
        "demo/greeting",
        "
        Cargo.toml: cargo cannot build it: error: profile `listing` is missing an `inherits` directive (`inherits` is required for all profiles except `dev` or `release`)
          help: run `cargo build --workspace` to see it in full
        ",
    );
}

#[test]
fn a_program_that_exits_with_another_status_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "farewell\n}", "farewell\n    eprintln!(\"no door\");\n    std::process::exit(3);\n}")
        .is_rejected_when_checked(
            "demo/greeting",
            "
            listings/demo/src/bin/greeting.rs: exited with status 3 and not 0; it had printed:
                hello
                goodbye
              and to standard error:
                no door
              help: mend the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
            ",
        );
}

#[cfg(unix)]
#[test]
fn a_program_that_a_signal_ends_is_rejected() {
    LittleBook::sound()
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    if std::env::args().len() > 0 {\n        std::process::abort();\n    }\n",
        )
        .is_rejected_when_checked(
            "demo/greeting",
            "
        listings/demo/src/bin/greeting.rs: was ended by a signal; it had printed nothing
          help: mend the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
        ",
        );
}

#[test]
fn a_program_that_panics_unasked_is_rejected() {
    LittleBook::sound()
        .replacing(ALARM, "//@ panics\n", "")
        .replacing(ALARM, " //~ panic: fire", "")
        .is_rejected_when_checked(
            "demo/alarm",
            "
        listings/demo/src/bin/alarm.rs: exited with status 101 and not 0; it had printed:
            all is well
          and to standard error:
            thread 'main' (ID) panicked at src/main.rs:3:5:
            fire in the kitchen
            note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
          help: mend the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
        ",
        );
}

#[test]
fn a_panic_of_a_thread_without_a_mark_is_rejected() {
    LittleBook::sound()
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    let _ = std::thread::spawn(|| panic!(\"burnt\")).join();\n",
        )
        .is_rejected_when_checked(
            "demo/greeting",
            "
            listings/demo/src/bin/greeting.rs:4: panics where no mark is: `burnt`
              help: mark it: `//~ panic: part of the message`
            ",
        );
}

#[test]
fn two_panics_without_a_mark_are_rejected() {
    let threads = ["burnt", "raw"].map(|why| format!("    let _ = std::thread::spawn(|| panic!(\"{why}\")).join();\n"));
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", &("fn main() {\n".to_string() + &threads.concat()))
        .is_rejected_when_checked(
            "demo/greeting",
            "
            listings/demo/src/bin/greeting.rs:4: panics where no mark is: `burnt`
              help: mark it: `//~ panic: part of the message`

            listings/demo/src/bin/greeting.rs:5: panics where no mark is: `raw`
              help: mark it: `//~ panic: part of the message`
            ",
        );
}

#[test]
fn a_panic_on_another_line_than_marked_is_rejected() {
    LittleBook::sound()
        .replacing(ALARM, " //~ panic: fire", "")
        .replacing(ALARM, "well\");", "well\"); //~ panic: fire")
        .is_rejected_when_checked(
            "demo/alarm",
            "
            listings/demo/src/bin/alarm.rs:5: no panic met this mark: `fire`
                thread 'main' (ID) panicked at src/main.rs:3:5:
                fire in the kitchen
                note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
              help: move or correct the mark; standard error says where it panicked

            listings/demo/src/bin/alarm.rs:6: panics where no mark is: `fire in the kitchen`
              help: mark it: `//~ panic: part of the message`
            ",
        );
}

#[test]
fn a_panic_in_other_words_than_marked_is_rejected() {
    LittleBook::sound().replacing(ALARM, "//~ panic: fire", "//~ panic: flood").is_rejected_when_checked(
        "demo/alarm",
        "
        listings/demo/src/bin/alarm.rs:6: marked is a panic with `flood`, the program says: `fire in the kitchen`
          help: correct the mark, or the listing
        ",
    );
}

#[test]
fn a_program_that_is_to_panic_and_does_not_is_rejected() {
    LittleBook::sound()
        .replacing(ALARM, "    panic!(\"fire in the kitchen\");", "    println!(\"still well\");")
        .is_rejected_when_checked(
            "demo/alarm",
            "
            listings/demo/src/bin/alarm.rs: exited with status 0 and not 101; it had printed:
                all is well
                still well
              help: mend the listing, or remove `//@ panics`
            ",
        );
}

#[test]
fn a_mark_that_no_panic_met_is_rejected() {
    LittleBook::sound().replacing(GREETING, "(\"hello\");", "(\"hello\"); //~ panic: fire").is_rejected_when_checked(
        "demo/greeting",
        "
        listings/demo/src/bin/greeting.rs:4: no panic met this mark: `fire`
          help: remove the mark: nothing panicked
        ",
    );
}

#[test]
fn a_panic_in_a_later_run_is_rejected() {
    LittleBook::sound()
        .replacing(
            COIN,
            "    println",
            r#"    let ran = std::env::current_exe().unwrap().with_extension("ran");
    if ran.exists() {
        let _ = std::thread::spawn(|| panic!("on its edge")).join();
    }
    std::fs::write(ran, "").unwrap();
    println"#,
        )
        .is_rejected_when_checked(
            "demo/coin",
            "
            listings/demo/src/bin/coin.rs:11: panics where no mark is: `on its edge`
              help: mark it: `//~ panic: part of the message`
            ",
        );
}

#[test]
fn a_program_that_runs_beyond_its_limit_is_killed_with_all_its_children() {
    let book = LittleBook::sound().with(
        GREETING,
        r#"//! A greeting
//@ limit: 2s

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

const LOCK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../alive");

// ANCHOR: farewell
fn main() {
    // ANCHOR_END: farewell
    let lock = File::create(LOCK).unwrap();
    lock.lock_shared().unwrap();
    if std::env::args().count() == 1 {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.arg("child").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = child.spawn().unwrap();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut String::new()).unwrap();
        println!("my child waits");
        eprintln!("so do I");
        child.wait().unwrap();
    } else {
        println!("locked");
        std::thread::sleep(Duration::from_secs(300));
    }
}
"#,
    );
    book.is_rejected_when_checked(
        "demo/greeting",
        "
        listings/demo/src/bin/greeting.rs: was still running after 2 s and was killed; it had printed:
            my child waits
          and to standard error:
            so do I
          help: mend the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
        ",
    );
    // Parent and child each hold the lock for as long as they live.
    let lock = std::fs::File::open(book.root().join("alive")).unwrap();
    let (locked, alone) = std::sync::mpsc::channel();
    std::thread::spawn(move || locked.send(lock.lock()));
    alone.recv_timeout(std::time::Duration::from_secs(20)).expect("a process is left").unwrap();
}

#[test]
fn a_program_that_prints_without_end_is_rejected() {
    LittleBook::sound()
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    (0..).for_each(|_: u64| println!(\"over and over\"));\n",
        )
        .is_rejected_when_checked(
            "demo/greeting",
            "
            listings/demo/src/bin/greeting.rs: printed more than 1 MiB and was killed
              help: mend the listing: nobody reads that much
            ",
        );
}

#[test]
fn a_program_that_is_to_hang_and_prints_without_end_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ hangs\n")
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    (0..).for_each(|_: u64| println!(\"over and over\"));\n",
        )
        .is_rejected_when_blessed(
            "demo/greeting",
            "
            listings/demo/src/bin/greeting.rs: printed more than 1 MiB and was killed
              help: mend the listing: nobody reads that much
            ",
        );
}

#[test]
fn a_program_that_is_to_hang_and_ends_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ hangs\n")
        .is_rejected_when_checked(
            "demo/greeting",
            "
        listings/demo/src/bin/greeting.rs: is to hang, and ended by itself; it had printed:
            hello
            goodbye
          help: remove `//@ hangs`, or mend the listing
        ",
        );
}

#[test]
fn output_that_differs_from_the_evidence_is_rejected() {
    LittleBook::sound().replacing(GREETING, "\"hello\"", "\"good morning\"").is_rejected_when_checked(
        "demo/greeting",
        "
        listings/demo/src/bin/greeting.stdout: is not what was seen now:
        --- listings/demo/src/bin/greeting.stdout
        +++ seen now
        @@ -1,2 +1,2 @@
        -hello
        +good morning
         goodbye
          help: if the new text is right, run `cargo book bless demo/greeting`
        ",
    );
}

#[test]
fn output_to_standard_error_without_evidence_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", "fn main() {\n    eprintln!(\"ahem\");\n")
        .is_rejected_when_checked(
            "demo/greeting",
            "
        listings/demo/src/bin/greeting.stderr: is not what was seen now:
        --- listings/demo/src/bin/greeting.stderr
        +++ seen now
        @@ -0,0 +1 @@
        +ahem
          help: if the new text is right, run `cargo book bless demo/greeting`
        ",
        );
}

#[test]
fn a_program_that_prints_none_of_its_outcomes_is_rejected() {
    LittleBook::sound()
        .replacing(COIN, "{ \"heads\" } else { \"tails\" }", "{ \"tail\" } else { \"tail\" }")
        .is_rejected_when_checked(
            "demo/coin",
            "
        listings/demo/src/bin/coin.rs: printed what is none of its outcomes: \"tail\\n\"
          help: add it to the outcomes if it can be, or mend the listing
        ",
        );
}

#[test]
fn outcomes_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/coin.outcomes", "heads\n").is_rejected_when_checked(
        "demo/coin",
        "
        listings/demo/src/bin/coin.outcomes: is not what was seen now:
        --- listings/demo/src/bin/coin.outcomes
        +++ seen now
        @@ -1 +1,3 @@
         heads
        +--- or ---
        +tails
          help: if the new text is right, run `cargo book bless demo/coin`
        ",
    );
}

// Blessing.

#[test]
fn a_listing_whose_error_is_not_as_marked_gets_no_evidence() {
    let evidence = ["listings/demo/fails/moved.stderr", "listings/demo/fails/moved.ansi"];
    let bare = evidence.into_iter().fold(LittleBook::sound(), LittleBook::without);
    bare.replacing(MOVED, "borrow of", "use of").is_rejected_when_blessed(
        "demo/moved",
        "
        listings/demo/fails/moved.rs:9: marked is E0382 with `use of moved value`, the compiler says error E0382: borrow of moved value: `name`
          help: correct the mark, or the listing
        ",
    );
}

#[test]
fn a_program_that_does_not_do_what_it_says_gets_no_evidence() {
    LittleBook::sound()
        .replacing(ALARM, "//@ panics\n", "")
        .replacing(ALARM, " //~ panic: fire", "")
        .is_rejected_when_blessed(
            "demo/alarm",
            "
        listings/demo/src/bin/alarm.rs: exited with status 101 and not 0; it had printed:
            all is well
          and to standard error:
            thread 'main' (ID) panicked at src/main.rs:3:5:
            fire in the kitchen
            note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
          help: mend the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
        ",
        );
}

const SHOW_IT: &str = "write `{{#listing part/name}}` in a paragraph of its own; `part/name:anchor` for an excerpt, \
                       `predict` behind it to fold the evidence";

#[track_caller]
fn is_in_the_middle_of_something_else(markdown: &str) {
    LittleBook::sound().appending("src/one.md", &format!("\n{markdown}")).is_rejected(&format!(
        "
        src/one.md:7: a directive stands in the middle of something else
          help: {SHOW_IT}
        "
    ));
}

#[track_caller]
fn is_no_directive(markdown: &str) {
    LittleBook::sound().appending("src/one.md", &format!("\n{markdown}\n")).is_rejected(&format!(
        "
        src/one.md:7: `{markdown}` is no directive of this book
          help: {SHOW_IT}
        "
    ));
}

#[track_caller]
fn is_rust_that_is_no_listing(markdown: &str) {
    is_code_of_no_kind(markdown, "Rust code that is no listing, so that nothing tests it");
}

#[track_caller]
fn is_code_that_nothing_proves(markdown: &str, language: &str) {
    is_code_of_no_kind(markdown, &format!("a code block of `{language}`, which no test proves"));
}

#[track_caller]
fn is_code_of_no_kind(markdown: &str, fault: &str) {
    LittleBook::sound().appending("src/one.md", &format!("\n{markdown}")).is_rejected(&format!(
        "
        src/one.md:7: {fault}
          help: make it a listing and show that; typed blocks may be console, markdown, toml
        "
    ));
}

fn no_such_file() -> std::io::Error {
    std::io::Error::from_raw_os_error(2)
}

// Tables that are made from the catalog.

const INDEXES: &str = "\n{{#index runs}}\n\n{{#index panics}}\n\n{{#index fails}}\n";

#[test]
fn tables_of_every_listing_are_accepted() {
    LittleBook::sound().appending("src/two.md", "\n{{#error E0382}}\n").appending("src/one.md", INDEXES).is_accepted();
}

#[test]
fn a_table_of_nothing_is_rejected() {
    LittleBook::sound().appending("src/two.md", "\n{{#error E0277}}\n\n{{#error E0382}}\n").is_rejected(
        "
        src/two.md:11: there is nothing to put into `{{#error E0277}}`
          help: remove it, or write the listing; listings/matrix.toml has the types of the matrix
        ",
    );
}

#[test]
fn a_table_that_stands_twice_is_rejected() {
    LittleBook::sound()
        .appending("src/two.md", "\n{{#error E0382}}\n")
        .appending("src/one.md", "\n{{#error E0382}}\n")
        .is_rejected(
            "
        src/two.md:11: `{{#error E0382}}` stands twice in the book
          help: keep one
        ",
        );
}

#[test]
fn an_index_that_leaves_a_verdict_out_is_rejected() {
    LittleBook::sound()
        .appending("src/two.md", INDEXES)
        .replacing("src/two.md", "{{#index panics}}\n\n", "")
        .is_rejected(
            "
        src/two.md:13: has `{{#index fails}}`, and not `{{#index panics}}`
          help: add it beside, so that nothing is left out
        ",
        );
}

#[test]
fn a_table_that_the_book_does_not_know_is_rejected() {
    LittleBook::sound().appending("src/two.md", "\n{{#index all}}\n").is_rejected(
        "
        src/two.md:11: `{{#index all}}` names no table
          help: write `{{#error E0277}}`, `{{#index runs}}` or `{{#matrix}}` in a paragraph of its own
        ",
    );
}

// The matrix of types.

const TYPES: &str = "listings/matrix.toml";
const ANSWERS: &str = "listings/matrix.answers";

fn with_a_matrix() -> LittleBook {
    let row = |of: &str, group: &str| format!("[[type]]\nof = \"{of}\"\ngroup = \"{group}\"\nbecause = \"it is\"\n\n");
    let types = [
        row("u8", "Numbers"),
        row("std::rc::Rc<u8>", "Counts"),
        row("std::cell::Cell<u8>", "Cells"),
        row("std::sync::Arc<std::cell::Cell<u8>>", "Cells"),
    ];
    let answers = "u8\n  Send: yes\n  Sync: yes\n\
                   std::rc::Rc<u8>\n  Send: no, `Rc<u8>` cannot be sent between threads safely\n  \
                   Sync: no, `Rc<u8>` cannot be shared between threads safely\n\
                   std::cell::Cell<u8>\n  Send: yes\n  Sync: no, `Cell<u8>` cannot be shared between threads safely\n\
                   std::sync::Arc<std::cell::Cell<u8>>\n  \
                   Send: no, `Cell<u8>` cannot be shared between threads safely\n  \
                   Sync: no, `Cell<u8>` cannot be shared between threads safely\n";
    LittleBook::sound().with(TYPES, types.concat()).with(ANSWERS, answers).appending("src/two.md", "\n{{#matrix}}\n")
}

fn matrix_checked(book: &LittleBook) -> String {
    book.is_accepted();
    book.checker().check_matrix().err().unwrap_or_default().to_string()
}

#[test]
fn a_matrix_with_the_answers_of_the_compiler_is_accepted() {
    let book = with_a_matrix();
    assert_eq!(matrix_checked(&book), "");
    assert_eq!(book.checker().bless_matrix(), Ok(None));
}

#[test]
fn a_wrong_answer_is_rejected_and_mended_by_blessing() {
    let sound = with_a_matrix().read(ANSWERS);
    let book = with_a_matrix().replacing(
        ANSWERS,
        "Send: yes\n  Sync: no, `Cell<u8>` cannot be shared between threads safely",
        "Send: yes\n  Sync: yes",
    );
    let seen = matrix_checked(&book);
    let change = "-  Sync: yes\n+  Sync: no, `Cell<u8>` cannot be shared between threads safely\n";
    assert!(seen.starts_with("listings/matrix.answers: is not what was seen now:\n"), "{seen}");
    assert!(seen.contains(change), "{seen}");
    assert!(seen.ends_with("  help: if the new answers are right, run `cargo book bless matrix`"), "{seen}");
    let blessed = book.checker().bless_matrix().unwrap().unwrap();
    assert!(blessed.difference.contains(change), "{}", blessed.difference);
    assert_eq!(book.read(ANSWERS), sound);
}

#[test]
fn a_type_that_does_not_exist_is_rejected() {
    let book = with_a_matrix().replacing(TYPES, "std::rc::Rc<u8>", "std::rc::Ark<u8>").replacing(
        ANSWERS,
        "std::rc::Rc<u8>",
        "std::rc::Ark<u8>",
    );
    let seen = matrix_checked(&book);
    assert!(
        seen.starts_with("listings/matrix.toml:7: `std::rc::Ark<u8>` cannot be asked about: cannot find "),
        "{seen}"
    );
    assert!(seen.ends_with("  help: write a type of std with its whole path"), "{seen}");
}

#[test]
fn a_matrix_without_answers_is_rejected() {
    with_a_matrix().without(ANSWERS).is_rejected(
        "
        listings/matrix.toml: has no evidence: listings/matrix.answers is missing
          help: run `cargo book bless matrix` and read what it writes
        ",
    );
}

#[test]
fn answers_without_a_matrix_are_rejected() {
    with_a_matrix().without(TYPES).replacing("src/two.md", "\n{{#matrix}}\n", "").is_rejected(
        "
        listings/matrix.answers: answers no question: there is no listings/matrix.toml
          help: remove it, or restore the questions
        ",
    );
}

#[test]
fn answers_to_other_questions_are_rejected() {
    with_a_matrix().replacing(TYPES, "\"u8\"", "\"u16\"").is_rejected(
        "
        listings/matrix.answers: answers other questions than listings/matrix.toml asks
          help: run `cargo book bless matrix` and read what it writes
        ",
    );
}

#[test]
fn answers_that_are_none_are_rejected() {
    with_a_matrix().replacing(ANSWERS, "u8\n  Send: yes", "u8\n  Send: perhaps").is_rejected(
        "
        listings/matrix.answers:2: is no answer
          help: run `cargo book bless matrix` and read what it writes
        ",
    );
}

#[test]
fn a_matrix_that_no_chapter_shows_is_rejected() {
    with_a_matrix().replacing("src/two.md", "\n{{#matrix}}\n", "").is_rejected(
        "
        listings/matrix.toml: is shown by no chapter
          help: put `{{#matrix}}` into a chapter, or remove the file
        ",
    );
}

#[test]
fn a_matrix_without_a_type_is_rejected() {
    with_a_matrix().with(TYPES, "").is_rejected(
        "
        listings/matrix.toml: asks about no type
          help: write some [[type]], or remove the file
        ",
    );
}

#[test]
fn a_type_that_stands_twice_is_rejected() {
    with_a_matrix().replacing(TYPES, "std::rc::Rc<u8>", "u8").is_rejected(
        "
        listings/matrix.toml:7: this type stands twice
          help: keep one
        ",
    );
}

#[test]
fn a_group_that_stands_in_two_places_is_rejected() {
    let of = "of = \"std::sync::Arc<std::cell::Cell<u8>>\"\ngroup = ";
    with_a_matrix().replacing(TYPES, &format!("{of}\"Cells\""), &format!("{of}\"Numbers\"")).is_rejected(
        "
        listings/matrix.toml:17: the group `Numbers` stands in two places
          help: bring the types of a group together
        ",
    );
}

#[test]
fn a_matrix_that_says_what_it_does_not_know_is_rejected() {
    with_a_matrix().replacing(TYPES, "of = \"u8\"", "of = \"u8\"\nsend = true").is_rejected(
        "
        listings/matrix.toml:3: is no list of types: unknown field `send`, expected one of `of`, `shown`, `group`, `because`
          help: write [[type]] with of, group, because and, if need be, shown
        ",
    );
}

#[test]
fn a_type_that_the_compiler_puts_into_a_file_is_rejected() {
    let mut of = "u8".to_string();
    for _ in 0..5 {
        of = format!("std::collections::BTreeMap<{of}, std::rc::Rc<std::cell::RefCell<Vec<{of}>>>>");
    }
    let listing = format!(
        "//! A long type\n//!\n//! If this compiled, nothing.\n//@ fixed-by: demo/lent\n\nfn main() {{\n    \
         let long: {of} = Default::default();\n    let number: u8 = long; //~ E0308: mismatched types\n}}\n"
    );
    let seen = LittleBook::sound().with(MOVED, listing).checked("demo/moved").to_string();
    assert!(seen.contains("a type so long that the compiler puts it into a file"), "{seen}");
}

// Listings that are explored.

const FERRY: &str = r#"//! A ferry
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (sender, receiver) = mpsc::channel();
    let ferry = thread::spawn(move || sender.send("east").unwrap());
    println!("{}", receiver.recv().unwrap());
    ferry.join().unwrap();
}
"#;

/// With a listing in the place of the greeting, which is explored and has no evidence of it yet.
fn with_a_ferry(text: &str) -> LittleBook {
    LittleBook::sound().with(GREETING, text).with("listings/demo/src/bin/greeting.stdout", "east\n").replacing(
        "src/one.md",
        "greeting:farewell",
        "greeting",
    )
}

/// Schedules as bless writes them: of one thread that prints and returns.
const SCHEDULES: &str = r#"{
"extent": {"whole":{"schedules":"1"}},
"threads": ["main"],
"holdings": [],
"steps": [
[0,7,"prints `east`","","east\n"]
],
"states": [
[[[0,1]],[],null,[]],
[[],[],"returned",[]]
],
"outcomes": [
{"prints":"east\n","ends":"returned","schedules":"1","schedule":[0]}
]
}
"#;

/// What is said of schedules in which this has been changed by hand.
#[track_caller]
fn edited_schedules_are_rejected(from: &str, to: &str, line: usize, because: &str) {
    assert_eq!(SCHEDULES.matches(from).count(), 1, "{from}");
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", SCHEDULES.replace(from, to)).is_rejected(
        &format!(
            "
        listings/demo/src/bin/greeting.schedules:{line}: are no schedules: {because}
          help: run `cargo book bless demo/greeting` and read what it writes
        "
        ),
    );
}

#[test]
fn schedules_that_fit_together_are_accepted() {
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", SCHEDULES).is_accepted();
}

#[test]
fn schedules_that_lead_nowhere_are_rejected() {
    edited_schedules_are_rejected("[[[0,1]]", "[[[0,2]]", 9, "there is no state 2");
    edited_schedules_are_rejected("[[[0,1]]", "[[[3,1]]", 9, "there is no step 3");
    edited_schedules_are_rejected("[0,7,", "[1,7,", 6, "there is no thread 1");
    edited_schedules_are_rejected("null,[]]", "null,[0]]", 9, "there is no holding 0");
}

#[test]
fn schedules_whose_outcome_is_another_are_rejected() {
    edited_schedules_are_rejected("\"schedule\":[0]", "\"schedule\":[0,0]", 13, "its schedule cannot be followed");
    edited_schedules_are_rejected("\"schedule\":[0]", "\"schedule\":[]", 13, "its schedule does not end in this way");
    edited_schedules_are_rejected(
        "\"ends\":\"returned\"",
        "\"ends\":\"deadlock\"",
        13,
        "its schedule does not end in this way",
    );
    edited_schedules_are_rejected("\"prints\":\"east", "\"prints\":\"west", 13, "its schedule prints \"east\\n\"");
}

#[test]
fn schedules_whose_numbers_do_not_add_up_are_rejected() {
    edited_schedules_are_rejected(
        "{\"whole\":{\"schedules\":\"1\"}}",
        "{\"whole\":{\"schedules\":\"2\"}}",
        2,
        "it says 2 schedules, and those of the outcomes are 1",
    );
}

#[test]
fn schedules_on_lines_that_the_listing_has_not_are_rejected() {
    edited_schedules_are_rejected("[0,7,", "[0,70,", 6, "the listing has 9 lines, and this step is on line 70");
}

#[test]
fn schedules_that_are_written_in_another_way_are_rejected() {
    edited_schedules_are_rejected("[[[0,1]]", "[[[0, 1]]", 9, "this line is not as `cargo book bless` writes it");
}

#[test]
fn schedules_that_were_cut_off_are_rejected() {
    let cut = SCHEDULES.split_inclusive('\n').take(8).collect::<String>();
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", cut).is_rejected(
        "
        listings/demo/src/bin/greeting.schedules:9: are no schedules: EOF while parsing a list at line 9 column 0
          help: run `cargo book bless demo/greeting` and read what it writes
        ",
    );
}

#[test]
fn schedules_of_all_where_a_sample_is_asked_for_are_rejected() {
    let sample = "{\"sample\":{\"tried\":100,\"method\":\"a die\",\"seed\":1}}";
    let sampled = SCHEDULES
        .replace("{\"whole\":{\"schedules\":\"1\"}}", sample)
        .replace("\"schedules\":\"1\"", "\"schedules\":\"100\"");
    let asks = FERRY.replace("@ schedules", "@ schedules: sample 100");
    with_a_ferry(&asks).with("listings/demo/src/bin/greeting.schedules", &sampled).is_accepted();
    let other = "
        listings/demo/src/bin/greeting.schedules:2: are no schedules: this is not the extent that the listing asks for
          help: run `cargo book bless demo/greeting` and read what it writes
        ";
    with_a_ferry(&asks).with("listings/demo/src/bin/greeting.schedules", SCHEDULES).is_rejected(other);
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", &sampled).is_rejected(other);
    let more = FERRY.replace("@ schedules", "@ schedules: sample 200");
    with_a_ferry(&more).with("listings/demo/src/bin/greeting.schedules", &sampled).is_rejected(other);
}

#[test]
fn a_sample_that_is_no_number_of_schedules_is_rejected() {
    for value in ["sample", "sample many", "sample 99", "sample 1000001", "10000", "all"] {
        with_a_ferry(&FERRY.replace("@ schedules", &format!("@ schedules: {value}"))).is_rejected(&format!(
            "
        listings/demo/src/bin/greeting.rs:2: `{value}` is no sample of its schedules
          help: write `schedules: sample 10000`, with a number from 100 to 1000000; or `schedules` alone, for all
        "
        ));
    }
}

#[test]
fn an_explored_listing_without_schedules_is_rejected() {
    with_a_ferry(FERRY).is_rejected(
        "
        listings/demo/src/bin/greeting.rs: has no evidence: listings/demo/src/bin/greeting.schedules is missing
          help: run `cargo book bless demo/greeting` and read what it writes
        ",
    );
}

#[test]
fn schedules_of_a_listing_that_is_not_explored_are_rejected() {
    LittleBook::sound()
        .with("listings/demo/src/bin/greeting.schedules", SCHEDULES.replace("[0,7,", "[0,1,"))
        .is_rejected(
            "
        listings/demo/src/bin/greeting.schedules: is not evidence that a listing which runs has
          help: remove it
        ",
        );
}

#[test]
fn schedules_that_cannot_be_read_are_rejected() {
    with_a_ferry(FERRY).with("listings/demo/src/bin/greeting.schedules", "{\n\"thread\": []}\n").is_rejected(
        "
        listings/demo/src/bin/greeting.schedules:2: are no schedules: unknown field `thread`, expected one of `extent`, `threads`, `holdings`, `choices`, `steps`, `states`, `memory`, `synchronises`, `load_buffering`, `leaks`, `outcomes` at line 2 column 8
          help: run `cargo book bless demo/greeting` and read what it writes
        ",
    );
}

#[test]
fn a_listing_that_may_hang_and_is_not_explored_is_rejected() {
    with_a_ferry(&FERRY.replace("schedules", "may-hang")).is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: may hang, and is not explored
          help: add `//@ schedules`: that it may hang is seen in no run, and proved by exploring it
        ",
    );
}

#[test]
fn a_listing_that_must_not_compile_and_is_to_be_explored_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//@ fixed-by", "//@ schedules\n//@ fixed-by").is_rejected(
        "
        listings/demo/fails/moved.rs:5: must not compile, and has no schedules
          help: remove `//@ schedules`
        ",
    );
}

#[test]
fn an_explored_listing_of_another_edition_is_rejected() {
    with_a_ferry(FERRY).replacing(MANIFEST, "edition = \"2024\"", "edition = \"2021\"").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: is of edition 2021, and what is explored is compiled as edition 2024
          help: remove `//@ schedules`, or move the listing to a part of edition 2024
        ",
    );
}

/// What an explored book is told when its listing is blessed. One book for all, as each has an explorer to build.
#[test]
fn what_exploring_finds_is_held_against_what_a_listing_says() {
    let book = with_a_ferry(FERRY);
    book.checker().bless(&little_book::id("demo/greeting")).unwrap();
    book.is_rejected_when_checked("demo/greeting", "");

    let panics = FERRY.replace("//@ schedules", "//@ panics\n//@ schedules").replace(
        "ferry.join().unwrap();",
        "ferry.join().unwrap();\n    panic!(\"on a sandbank\"); //~ panic: sandbank",
    );
    let book = book.with(GREETING, panics);
    book.checker().bless(&little_book::id("demo/greeting")).unwrap();
    book.is_rejected_when_checked("demo/greeting", "");
    let book = book.without("listings/demo/src/bin/greeting.stderr");

    // To exit with status 0 is to end as it should, for the explored program as for the real one.
    let exits = FERRY.replace("ferry.join().unwrap();", "ferry.join().unwrap();\n    std::process::exit(0);");
    let book = book.with(GREETING, exits);
    book.checker().bless(&little_book::id("demo/greeting")).unwrap();
    let evidence = book.read("listings/demo/src/bin/greeting.schedules");
    assert!(evidence.contains("\"ends\":{\"exited\":0}"), "{evidence}");
    book.is_rejected_when_checked("demo/greeting", "");

    // A schedule that the real program takes once in a thousand runs, if ever.
    let race = FERRY.replace(
        "println!(\"{}\", receiver.recv().unwrap());",
        "println!(\"{}\", receiver.try_recv().unwrap_or(\"west\"));",
    );
    let book =
        book.with(GREETING, race.replace("//@ schedules", "//@ outcome: east\n//@ outcome: south\n//@ schedules"));
    let seen = book.checker().bless(&little_book::id("demo/greeting")).unwrap_err().to_string();
    assert!(seen.contains("\"west\\n\""), "{seen}");

    let bless = |book: &LittleBook| book.checker().bless(&little_book::id("demo/greeting")).unwrap_err().to_string();

    // Its time may be up, which a run of it never comes to.
    let timed = FERRY.replace("receiver.recv()", "receiver.recv_timeout(std::time::Duration::from_secs(9))");
    let book = book.with(GREETING, timed);
    let seen = bless(&book);
    assert!(seen.contains("can panic with"), "{seen}");

    // A sample is for what is too large to be exhausted.
    let asks = FERRY.replace("//@ schedules", "//@ schedules: sample 1000");
    let book = book.with(GREETING, &asks);
    let seen = bless(&book);
    assert!(seen.contains("asks for a sample, and is small enough for all of its schedules: there are "), "{seen}");
    assert!(seen.contains("help: write `//@ schedules` alone"), "{seen}");

    // It is held against what the listing says as well, in words of its own.
    let count = "    let sum = std::sync::atomic::AtomicU32::new(0);
    let count = || (0..60).for_each(|by| _ = sum.fetch_add(by, std::sync::atomic::Ordering::SeqCst));
    thread::scope(|scope| {
        scope.spawn(count);
        scope.spawn(count);
    });
    ferry.join()";
    let sampled = asks.replace("    ferry.join()", count);
    let book = book.with(GREETING, &sampled);
    book.checker().bless(&little_book::id("demo/greeting")).unwrap();
    let evidence = book.read("listings/demo/src/bin/greeting.schedules");
    assert!(evidence.contains("\"extent\": {\"sample\":{\"tried\":1000,"), "{evidence}");
    book.is_rejected_when_checked("demo/greeting", "");

    let never = sampled.replace("//@ schedules", "//@ outcome: east\n//@ outcome: south\n//@ schedules");
    let book = book.without("listings/demo/src/bin/greeting.stdout").with(GREETING, never);
    let seen = bless(&book);
    assert!(seen.contains("none of the 1000 schedules tried leads to the outcome \"south\\n\""), "{seen}");
    assert!(seen.contains("have more of them tried; if it cannot be, take it out"), "{seen}");

    // Too large to be exhausted, which is said with what to do.
    let spawns = |times: usize| "scope.spawn(count);\n        ".repeat(times);
    let eight = count
        .replace("0..60", "0..5")
        .replace(&spawns(1), "")
        .replace("|scope| {", &format!("|scope| {{ {}", spawns(8)));
    let large = FERRY.replace("    ferry.join()", &eight);
    let book = book.with(GREETING, large).with("listings/demo/src/bin/greeting.stdout", "east\n");
    let seen = bless(&book);
    assert!(seen.contains("cannot be explored: it has more than 300000 states"), "{seen}");
    assert!(seen.contains("or have some of its schedules tried: `//@ schedules: sample 10000`"), "{seen}");
}

/// What is told of listings before they are explored, or instead. One book for all, as each has an explorer to build.
#[test]
fn what_the_model_does_not_have_is_told_with_its_place() {
    let listing = |name: &str| format!("listings/demo/src/bin/{name}.rs");
    let returns = FERRY
        .replace("fn main()", "fn main() -> Result<(), mpsc::RecvError>")
        .replace("receiver.recv().unwrap()", "receiver.recv()?")
        .replace("ferry.join().unwrap();", "ferry.join().unwrap();\n    Ok(())");
    let core = FERRY.replace("use std::thread;", "use std::thread;\n// No step.\nuse core::sync::atomic::AtomicU32;");
    let book = LittleBook::sound()
        .with(&listing("ferry"), FERRY)
        .with(&listing("returns"), returns)
        .with(&listing("core"), core);
    let catalog = Catalog::load(book.root()).unwrap();
    let explorer = Explorer::new(&catalog, &book.root().join("target/explorer"));
    let told = |name: &str| {
        let listing = catalog.listings.values().find(|listing| listing.id.name == name).unwrap();
        explorer.explore(listing).unwrap_err().to_string()
    };

    assert_eq!(
        told("core"),
        "listings/demo/src/bin/core.rs:7: cannot be explored: `core` is the real one, and no step tells of what is done \
         with it\n  help: write `std`, which is what the model stands for; or remove `//@ schedules`"
    );

    let returns = told("returns");
    assert!(
        returns.starts_with("listings/demo/src/bin/returns.rs: does not compile against the model of std:"),
        "{returns}"
    );
    assert!(returns.contains("What `main` returns would be lost here: it has to return nothing."), "{returns}");
    let other = told("ferry");
    assert!(other.contains("is not built, because demo/returns does not compile against the model of std"), "{other}");
}

// The numbers of the listings.

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
        .is_rejected(
            "
        listings/demo/src/bin/new.rs: has no number in listings/numbers.txt
          help: run `cargo book bless demo/new`, which gives it one
        ",
        );
}

#[test]
fn a_line_that_is_taken_out_of_the_numbers_is_rejected() {
    LittleBook::sound().replacing("listings/numbers.txt", "demo/moved\n", "").is_rejected(&format!(
        "
        listings/demo/fails/moved.rs: has no number in listings/numbers.txt, and was Listing 5
          help: {}
        ",
        restore("5", "moved")
    ));
}

#[test]
fn lines_of_the_numbers_that_change_places_are_rejected() {
    let book =
        LittleBook::sound().replacing("listings/numbers.txt", "demo/lent\ndemo/moved\n", "demo/moved\ndemo/lent\n");
    book.is_rejected(&format!(
        "
        listings/demo/src/bin/lent.rs: is Listing 5 by listings/numbers.txt, and was Listing 4
          help: {}

        listings/demo/fails/moved.rs: is Listing 4 by listings/numbers.txt, and was Listing 5
          help: {}
        ",
        restore("4", "lent"),
        restore("5", "moved")
    ));
    // Nor does blessing make it so.
    let checker = book.checker();
    assert_eq!(checker.bless(&little_book::id("demo/lent")), Ok(Vec::new()));
}

fn restore(number: &str, name: &str) -> String {
    format!(
        "restore listings/numbers.txt from the history, where lines are only ever added; if nobody has read of Listing \
         {number} yet, because it is new on a branch, remove its line in listings/demo/blessed.txt and run `cargo book \
         bless demo/{name}`"
    )
}

// What was blessed.

#[test]
fn code_that_was_edited_since_it_was_checked_is_rejected() {
    // It prints the same, so that no difference shows it.
    let book = LittleBook::sound().edited(LENT, "let given = &name;", "let given = &name.clone();");
    book.is_rejected_when_checked(
        "demo/lent",
        "
        listings/demo/src/bin/lent.rs: was edited since it was checked: its evidence is that of other code
          help: run `cargo book bless demo/lent` and read what it writes
        ",
    );
    let changes = book.checker().bless(&little_book::id("demo/lent")).unwrap();
    assert_eq!(
        changes.iter().map(|change| change.file.as_path()).collect::<Vec<_>>(),
        [RECORD.as_ref() as &std::path::Path]
    );
    book.is_rejected_when_checked("demo/lent", "");
}

#[test]
fn a_directive_that_was_edited_since_is_rejected() {
    let book = LittleBook::sound().edited(LENT, "lent\n", "lent\n//@ unordered\n");
    let told = book.checked("demo/lent").to_string();
    assert!(told.contains("was edited since it was checked"), "{told}");
}

#[test]
fn an_outcome_that_was_written_by_hand_is_rejected() {
    let book = LittleBook::sound().edited(COIN, "tails\n\n", "tails\n//@ outcome: edge\n\n").edited(
        "listings/demo/src/bin/coin.outcomes",
        "tails\n",
        "tails\n--- or ---\nedge\n",
    );
    let told = book.checked("demo/coin").to_string();
    assert!(told.contains("was edited since it was checked"), "{told}");
}

#[test]
fn evidence_that_was_never_blessed_is_rejected() {
    let book = LittleBook::sound();
    let record = book.read(RECORD);
    book.edited(RECORD, &record, "").is_rejected_when_checked(
        "demo/lent",
        "
        listings/demo/src/bin/lent.rs: its evidence was never blessed: listings/demo/blessed.txt has no line of it
          help: run `cargo book bless demo/lent` and read what it writes
        ",
    );
}

#[test]
fn a_record_of_what_is_gone_is_rejected_and_kept_by_blessing() {
    let line = "gone 6 0123456789abcdef 0123456789abcdef\n";
    let book = LittleBook::sound();
    let record = book.read(RECORD);
    let book = book.edited(RECORD, &record, &format!("{record}{line}"));
    book.is_rejected(
        "
        listings/demo/blessed.txt: has a line of demo/gone, which does not exist
          help: run `cargo book bless`, which keeps that file
        ",
    );
    book.checker().bless_records().unwrap();
    assert_eq!(book.read(RECORD), record);
}

#[test]
fn a_record_that_cannot_be_read_is_rejected() {
    let book = LittleBook::sound();
    let record = book.read(RECORD);
    book.edited(RECORD, &record, &format!("{record}<<<<<<< HEAD\n")).is_rejected(
        "
        listings/demo/blessed.txt:6: `<<<<<<< HEAD` is not what `cargo book bless` writes of a listing
          help: remove the line, and bless its listing: `cargo book bless PART/NAME`
        ",
    );
}

#[test]
fn an_edited_listing_is_shown_as_one() {
    let page = |book: &LittleBook| {
        let mut mdbook = MDBook::load(book.root()).unwrap();
        mdbook.config.build.build_dir = book.root().join("book");
        mdbook.with_preprocessor(Listings);
        mdbook.build().unwrap();
        book.read("book/two.html")
    };
    let sound = page(&LittleBook::sound());
    assert!(!sound.contains("listing-edited") && !sound.contains("edited since"), "{sound}");
    let edited = page(&LittleBook::sound().edited(LENT, "let given = &name;", "let given = &name.clone();"));
    assert_eq!(edited.matches("listing-edited").count(), 1, "{edited}");
    assert!(
        edited.contains("It was edited since it was checked: what stands below was seen of other code."),
        "{edited}"
    );
    assert!(edited.contains("One has been edited since."), "{edited}");
    // Also where the evidence speaks of lines that there are no more.
    let code = LittleBook::sound().read(MOVED);
    let code = &code[code.find("    let name").unwrap()..code.find(" //~").unwrap()];
    let shorter = page(&LittleBook::sound().edited(MOVED, code, "    x();"));
    assert!(shorter.contains("listing-edited"), "{shorter}");
}

const RECORD: &str = "listings/demo/blessed.txt";

#[test]
fn a_listing_with_two_numbers_is_rejected() {
    LittleBook::sound().appending("listings/numbers.txt", "demo/coin\n").is_rejected(
        "
        listings/numbers.txt:6: demo/coin has the number 2 already
          help: restore the file from the history; only `cargo book bless` writes it
        ",
    );
}

#[test]
fn a_number_that_means_no_listing_is_rejected() {
    LittleBook::sound().appending("listings/numbers.txt", "coin\n").is_rejected(
        "
        listings/numbers.txt:6: `coin` is not the id of a listing
          help: restore the file from the history; only `cargo book bless` writes it
        ",
    );
}

#[test]
fn the_number_of_a_listing_that_is_gone_stays() {
    LittleBook::sound().appending("listings/numbers.txt", "demo/gone\n").is_accepted();
}

#[test]
fn errors_that_cannot_be_read_are_rejected() {
    LittleBook::sound().with("listings/demo/fails/moved.errors", "{}\n").is_rejected(
        "
        listings/demo/fails/moved.errors:1: are no errors: invalid type: map, expected a sequence at line 1 column 0
          help: run `cargo book bless demo/moved` and read what it writes
        ",
    );
}

// Explored listings whose real program is perturbed.

/// Evidence in which these are the only outcomes: each comes of the one step of a thread of its own.
fn only(outcomes: &[(&str, Ending)]) -> String {
    let places = || outcomes.iter().enumerate();
    let ended = |(_, (_, ends)): (usize, &(&str, Ending))| State(vec![], vec![], Some(ends.clone()), vec![]);
    let steps = |(thread, (prints, _)): (usize, &(&str, Ending))| {
        Step(thread, 0, String::new(), String::new(), (*prints).to_string(), None)
    };
    let outcome = |(thread, (prints, ends)): (usize, &(&str, Ending))| Outcome {
        prints: (*prints).to_string(),
        ends: ends.clone(),
        schedules: Some("1".to_string()),
        schedule: vec![Turn::of(thread)],
        weak_schedules: None,
        needs: vec![],
    };
    let begins = State(places().map(|(step, _)| (step, Some(step + 1))).collect(), vec![], None, vec![]);
    let schedules = Schedules {
        memory: catalog::Memory::default(),
        synchronises: vec![],
        load_buffering: vec![],
        leaks: vec![],
        extent: Extent::whole(&outcomes.len().to_string()),
        threads: places().map(|(thread, _)| format!("thread {thread}")).collect(),
        holdings: vec![],
        choices: vec![],
        steps: places().map(steps).collect(),
        states: [begins].into_iter().chain(places().map(ended)).collect(),
        outcomes: places().map(outcome).collect(),
    };
    schedules.text()
}

/// Hangs in as many ways as there are.
const STUCK: &str = r#"//! Stuck
//@ hangs
//@ schedules

use std::sync::{Barrier, Condvar, Mutex, Once, OnceLock, RwLock, mpsc};
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static OTHER: Mutex<()> = Mutex::new(());
static TREES: RwLock<()> = RwLock::new(());
static ONCE: Once = Once::new();
static CELL: OnceLock<()> = OnceLock::new();

fn main() {
    let _trees = TREES.write().unwrap();
    let _lock = LOCK.lock().unwrap();
    print!("all are");
    println!(" stuck");
    let (full, _never_read) = mpsc::sync_channel(0);
    let (_sender, receiver) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(|| drop(LOCK.lock().unwrap()));
        scope.spawn(|| drop(TREES.read().unwrap()));
        scope.spawn(|| drop(TREES.write().unwrap()));
        scope.spawn(|| drop(Condvar::new().wait(OTHER.lock().unwrap())));
        scope.spawn(|| drop(Condvar::new().wait_while(OTHER.lock().unwrap(), |()| true)));
        scope.spawn(|| Barrier::new(2).wait().is_leader());
        scope.spawn(|| loop { thread::park() });
        scope.spawn(|| ONCE.call_once(|| drop(LOCK.lock().unwrap())));
        scope.spawn(|| ONCE.call_once(|| ()));
        scope.spawn(|| drop(CELL.get_or_init(|| drop(LOCK.lock().unwrap()))));
        scope.spawn(|| full.send(()).unwrap());
        scope.spawn(move || receiver.iter().count());
        scope.spawn(|| thread::spawn(|| loop { thread::park() }).join().is_ok());
        thread::Builder::new().spawn_scoped(scope, || thread::scope(|inner| { inner.spawn(thread::park); })).unwrap();
    });
}
"#;

/// Never ends either, and is no deadlock.
const BUSY: &str = "//! Busy\n//@ hangs\n//@ schedules\n//@ limit: 1s\n\nfn main() {\n    loop {\n        std::hint::spin_loop();\n    }\n}\n";

/// What the runs of a book's listings are told. One book for all, as each has programs to build.
#[test]
fn a_listing_that_leaks_and_does_not_say_so_is_rejected() {
    let lost =
        "    let load = Box::into_raw(Box::new(7_u8));\n    assert_eq!(unsafe { load.read() }, 7);\n    ferry.join()";
    let leaky = FERRY.replace("    ferry.join()", lost);
    if explorer::unwatchable(&leaky).is_some() {
        return;
    }
    let book = with_a_ferry(&leaky);
    let bless = |book: &LittleBook| book.checker().bless(&little_book::id("demo/greeting"));
    let seen = bless(&book).unwrap_err().to_string();
    let fault =
        "listings/demo/src/bin/greeting.rs:11: 1 byte is never freed that this line allocates, as by this schedule: ";
    assert!(seen.starts_with(fault) && seen.ends_with("\n  help: free it, or say `//@ leaks`"), "{seen}");

    let says_so = |text: &str| text.replace("//@ schedules", "//@ leaks\n//@ schedules");
    let book = book.with(GREETING, says_so(&leaky));
    bless(&book).unwrap();
    let evidence = book.read("listings/demo/src/bin/greeting.schedules");
    assert!(evidence.contains("\n\"leaks\": [\n[0,8,1,1]\n],\n"), "{evidence}");
    book.is_rejected_when_checked("demo/greeting", "");

    // Evidence of a leak is none of a listing that frees what it allocates, nor the other way round.
    let freed = leaky.replace("    ferry.join()", "    drop(unsafe { Box::from_raw(load) });\n    ferry.join()");
    let book = book.with(GREETING, says_so(&freed));
    let seen = bless(&book).unwrap_err().to_string();
    assert!(seen.contains("greeting.rs: no schedule leaks\n  help: mend the listing, or remove `//@ leaks`"), "{seen}");
    let book = book.with(GREETING, &freed);
    let seen = book.checker().check(&book.checker().catalog().listings[&little_book::id("demo/greeting")].clone());
    let seen = seen.unwrap_err().to_string();
    assert!(seen.contains("greeting.schedules:") && seen.contains("the listing does not say that it leaks"), "{seen}");
    bless(&book).unwrap();
    assert!(!book.read("listings/demo/src/bin/greeting.schedules").contains("leaks"));
}

#[test]
fn a_listing_that_leaks_and_is_not_explored_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ leaks\n").is_rejected(
        "
        listings/demo/src/bin/greeting.rs:2: leaks, and is not explored
          help: add `//@ schedules`: that it leaks is seen in no run, and found by exploring it
        ",
    );
}

#[test]
fn what_a_perturbed_program_does_is_held_against_the_explored_outcomes() {
    let listing = |name: &str| format!("listings/demo/src/bin/{name}.rs");
    let schedules = |name: &str| format!("listings/demo/src/bin/{name}.schedules");
    let stdout = |name: &str| format!("listings/demo/src/bin/{name}.stdout");
    let returned = |prints: &'static str| only(&[(prints, Ending::Returned)]);
    // West in all runs but one: a race that is lost so rarely, forced, so that no run has to be lucky.
    let race = FERRY.replace(
        "println!(\"{}\", receiver.recv().unwrap());",
        "let reached = receiver.recv().unwrap();\n    \
         let is_the_third = std::env::args().nth(2).is_some_and(|seed| seed == \"3\");\n    \
         println!(\"{}\", if is_the_third { reached } else { \"west\" });",
    );
    let panics = FERRY.replace("ferry.join().unwrap();", "panic!(\"on a sandbank\");");
    let waits =
        FERRY.replace("ferry.join()", "receiver.recv()").replace("//@ schedules", "//@ schedules\n//@ limit: 1s");
    let waits = waits
        .replace("let ferry", "let sender_kept = sender.clone();\n    let ferry")
        .replace("\n}", "\n    drop((ferry, sender_kept));\n}");
    let exits = FERRY.replace("ferry.join().unwrap();", "std::process::exit(3);");
    let mut book = LittleBook::sound();
    for (name, text, evidence) in [
        ("sound", FERRY, returned("east\n")),
        ("other", FERRY, returned("west\n")),
        ("rare", &race, returned("west\n")),
        (
            "panics",
            &panics,
            only(&[("east\n", Ending::Panicked("in the harbour".into())), ("east\n", Ending::Deadlock)]),
        ),
        ("waits", &waits, returned("east\n")),
        ("busy", BUSY, only(&[("", Ending::Deadlock)])),
        ("exits", &exits, only(&[("east\n", Ending::Exited(4))])),
        ("stuck", STUCK, only(&[("all are stuck\n", Ending::Deadlock)])),
    ] {
        book = book.with(&listing(name), text).with(&schedules(name), evidence).with(&stdout(name), "east\n");
    }
    let perturbed = Perturbed::new(Catalog::load(book.root()).unwrap(), &book.root().join("target/perturbed"));
    let run = |name: &str, runs: u64| {
        let listing = perturbed.listings().find(|listing| listing.id.name == name).unwrap();
        perturbed.run(listing, &(1..=runs).collect::<Vec<_>>())
    };
    let told = |name: &str, runs: u64| run(name, runs).unwrap_err().to_string();

    assert_eq!(run("sound", 3).unwrap()[0].1, 3);
    assert_eq!(run("stuck", 3).unwrap()[0].1, 3);
    assert_eq!(
        told("other", 3),
        "listings/demo/src/bin/other.rs: with the seed 1 the real program printed \"east\\n\" and ended, which is none \
         of the outcomes in listings/demo/src/bin/other.schedules\n  help: run it again, `PERTURBED_SEED=1 cargo test \
         --test perturbed demo::other`, which need not do the same each time. If `cargo test --test listings \
         demo::other` passes, the evidence is what exploring finds: then mend tools/model-std, or remove \
         `//@ schedules` from a listing that depends on time"
    );
    for (name, runs, words) in [
        ("rare", 5, "with the seed 3 the real program printed \"east\\n\" and ended, which is none"),
        ("panics", 3, "printed \"east\\n\" and panicked with \"on a sandbank\", which is none"),
        ("waits", 3, "printed \"east\\n\" and hung, all threads waiting, until 1 s were over, which is none"),
        ("busy", 3, "printed \"\" and was still busy after 1 s, which is none"),
        ("exits", 3, "printed \"east\\n\" and exited with status 3, which is none"),
    ] {
        let told = told(name, runs);
        assert!(told.contains(words), "{name}: {told}");
    }
}

#[test]
fn a_listing_that_does_not_compile_against_the_perturbed_std_is_told() {
    // Nobody's std has it, and the ordinary check would say so too.
    let book = with_a_ferry(&FERRY.replace("thread::spawn", "thread::despawn"))
        .with("listings/demo/src/bin/greeting.schedules", only(&[("", Ending::Returned)]));
    let perturbed = Perturbed::new(Catalog::load(book.root()).unwrap(), &book.root().join("target/perturbed"));
    let told = perturbed.run(perturbed.listings().next().unwrap(), &[1]).unwrap_err().to_string();
    assert!(
        told.starts_with("listings/demo/src/bin/greeting.rs: does not compile against the perturbed std:"),
        "{told}"
    );
    assert!(told.contains("cannot find function `despawn`"), "{told}");
}

// Schedules in the text.

#[test]
fn a_schedule_of_a_listing_that_is_not_explored_is_rejected() {
    LittleBook::sound().appending("src/one.md", "\n{{#timeline demo/coin 1}}\n").is_rejected(
        "
        src/one.md:7: there is no listing demo/coin that says `//@ schedules`
          help: see `cargo book list` for what there is
        ",
    );
}

#[test]
fn a_schedule_that_leads_to_no_outcome_is_rejected() {
    with_a_ferry(FERRY)
        .with("listings/demo/src/bin/greeting.schedules", only(&[("", Ending::Returned)]))
        .appending("src/one.md", "\n{{#timeline demo/greeting 2}}\n")
        .is_rejected(
            "
        src/one.md:7: the listing demo/greeting has no outcome 2
          help: see `cargo book list` for what there is
        ",
        );
}

// Tests that are asked for by name.

/// What `cargo test NAME` says of the listings of this book.
fn said_when_asked_for(book: &LittleBook, name: &str) -> (bool, String) {
    let log = book.root().join("log");
    let arguments = ["listings", name, "--color", "never", "--logfile", log.to_str().unwrap()];
    let conclusion = of_a_book::run(Arguments::from_iter(arguments), book.root());
    (conclusion.has_failed(), std::fs::read_to_string(log).unwrap())
}

#[test]
fn a_listing_that_is_asked_for_by_name_passes_and_others_are_left_out() {
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), "demo::lent");
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
        let (failed, said) = said_when_asked_for(&book, "demo::lent");
        assert!(failed && said.contains(fault), "{said}");
    }
}

#[test]
fn a_name_with_a_fault_in_it_does_not_pass() {
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), "demo::lend");
    assert!(failed && said.contains("there is no listing of this name"), "{said}");
    // It may be meant for the tests of something else.
    let (failed, said) = said_when_asked_for(&LittleBook::sound(), "scheduler::plays");
    assert!(!failed && said.contains("0 passed"), "{said}");
}

// What would pass, and says nothing.

#[test]
fn a_phrase_that_every_message_has_is_rejected() {
    for phrase in ["`", "a", "of", "'s `_`"] {
        LittleBook::sound().replacing(MOVED, "borrow of moved value", phrase).is_rejected(&format!(
            "
        listings/demo/fails/moved.rs:9: `{phrase}` is no phrase: nearly every message has it
          help: write so much of the message that it has a word of 4 letters

        listings/demo/fails/moved.rs:4: must not compile, and marks no error
          help: mark the blamed line: `//~ E0277: phrase`
        "
        ));
    }
    let told = LittleBook::sound().replacing(ALARM, "panic: fire", "panic: f");
    assert!(Catalog::load(told.root()).unwrap_err().to_string().contains("`f` is no phrase"));
}

#[test]
fn an_attribute_that_silences_the_compiler_is_rejected() {
    for (attribute, name) in [
        ("#![allow(unused)]", "allow"),
        ("#[expect(dead_code)]", "expect"),
        ("#[ cfg(any()) ]", "cfg"),
        ("#[cfg_attr(all(), allow(unused))]", "cfg_attr"),
    ] {
        LittleBook::sound().replacing(LENT, "fn main", &format!("{attribute}\nfn main")).is_rejected(&format!(
            "
        listings/demo/src/bin/lent.rs:3: `{name}` hides from the compiler, or from the reader, what is wrong with it
          help: remove the attribute, and mend what it was for
        "
        ));
    }
    LittleBook::sound().replacing(LENT, "fn main", "#[derive(Debug)]\nstruct Allow;\n\nfn main").is_accepted();
}

#[test]
fn lines_that_come_in_one_order_only_are_not_unordered() {
    // To be seen not to change takes many runs: so they are short.
    let book = LittleBook::sound().replacing(LENT, "lent\n", "lent\n//@ unordered\n");
    book.is_rejected_when_blessed(
        "demo/lent",
        "
        listings/demo/src/bin/lent.rs: printed its lines in one order, in all of 2000 runs
          help: remove `//@ unordered` if their order is fixed; if another one is only rare, let exploring find it: add `//@ schedules`
        ",
    );
}

#[test]
fn code_that_stands_twice_unsaid_is_rejected() {
    let copy = LittleBook::sound().read(LENT).replace("A name lent", "The same");
    let book = LittleBook::sound().with("listings/demo/src/bin/zeal.rs", copy);
    let told = Catalog::load(book.root()).unwrap().stale_files().to_string();
    let expected = "listings/demo/src/bin/zeal.rs: has the code of demo/lent\n  help: show that one in both places, or change \
                    this one";
    assert!(told.contains(expected), "{told}");
    let code = LittleBook::sound()
        .read(GREETING)
        .replace("    // ANCHOR: farewell\n", "")
        .replace("    // ANCHOR_END: farewell\n", "");
    with_an_old_greeting("demo/greeting", &code[code.find("fn main").unwrap()..])
        .replacing("listings/old/src/bin/old-greeting.rs", "//@ same-code-as: demo/greeting\n", "")
        .is_rejected(
            "
        listings/old/src/bin/old-greeting.rs: has the code of demo/greeting
          help: say so, to show what the edition changes: `//@ same-code-as: demo/greeting`
        ",
        );
}

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

// What a chapter may not have, since no test reads it.

#[track_caller]
fn is_rejected_in_a_chapter(markdown: &str, fault: &str, remedy: &str) {
    LittleBook::sound()
        .appending("src/one.md", &format!("\n{markdown}\n"))
        .is_rejected(&format!("\n        src/one.md:7: {fault}\n          help: {remedy}\n        "));
}

#[test]
fn html_in_a_chapter_is_rejected() {
    for html in [
        "<pre>goodbye</pre>",
        "<script>alert(1)</script>",
        "<p onclick=\"alert(1)\">Click</p>",
        "See <b onclick=\"alert(1)\">this</b>.",
        "<img src=\"gone.png\">",
        "<!-- to do -->",
    ] {
        is_rejected_in_a_chapter(
            html,
            "HTML in a chapter, which no test reads",
            "write Markdown; what a listing does stands below it, and the only HTML is that of the places that the backend \
             fills",
        );
    }
    LittleBook::sound().appending("src/one.md", "\n<div class=\"downloads\"></div>\n").is_accepted();
}

#[test]
fn a_script_in_a_link_or_a_heading_is_rejected() {
    is_rejected_in_a_chapter(
        "[Click](javascript:alert(1))",
        "a link to `javascript:alert(1)`",
        "the schemes of links are listing, count, https, http, mailto",
    );
    is_rejected_in_a_chapter(
        "## Click { onclick=alert(1) }",
        "a heading with the attribute `onclick`",
        "a heading may have an id, and nothing else",
    );
}

#[test]
fn output_in_a_block_of_commands_is_rejected() {
    let fence = |text: &str| format!("```console\n$ cargo run \\\n    --bin greeting\n{text}```\n");
    LittleBook::sound().appending("src/one.md", &format!("\n{}", fence("hello\ngoodbye\n"))).is_rejected(
        "
        src/one.md:10: output in a block of commands, which no test proves
          help: keep the commands, each behind `$ `: what they print is seen below a listing, or described
        ",
    );
    LittleBook::sound().appending("src/one.md", &format!("\n{}", fence("\n$ cargo test\n"))).is_accepted();
}

#[test]
fn an_image_that_does_not_exist_is_rejected() {
    let remedy = "put the file beside the chapter: a page needs no network";
    is_rejected_in_a_chapter("![A](gone.png)", "there is no image gone.png", remedy);
    let elsewhere = "https://example.org/a.png";
    is_rejected_in_a_chapter(&format!("![A]({elsewhere})"), &format!("there is no image {elsewhere}"), remedy);
    LittleBook::sound().with("src/here.svg", "<svg/>").appending("src/one.md", "\n![A](here.svg)\n").is_accepted();
}

#[test]
fn the_number_of_a_listing_that_is_typed_is_rejected() {
    for words in ["See Listing 999.", "See listings\u{a0}3 and 4."] {
        is_rejected_in_a_chapter(
            words,
            "a listing's number that is typed, so that nothing tests it",
            "refer to the listing: `[](listing:part/name)` is its number",
        );
    }
}

#[test]
fn a_neighbour_that_is_another_chapter_is_rejected() {
    let remedy = "link it to the chapter that is meant, so that two chapters which change places are noticed";
    is_rejected_in_a_chapter("The next chapter says so.", "`next chapter` is no link, and is two.md", remedy);
    let linked = "See [the next chapter](two.md#two), the following chapters, and a chapter before them.";
    let book = LittleBook::sound().appending("src/one.md", &format!("\n{linked}\n"));
    book.is_accepted();
    book.replacing("src/SUMMARY.md", "- [One](one.md)\n- [Two](two.md)", "- [Two](two.md)\n- [One](one.md)")
        .is_rejected(&format!(
            "
        src/one.md:7: `next chapter` leads to two.md, and is nowhere
          help: {remedy}
        "
        ));
    is_rejected_in_a_chapter(
        "As in [the chapter before](one.md).",
        "`the chapter before` leads to one.md, and is nowhere",
        remedy,
    );
}

#[test]
fn a_number_that_the_evidence_denies_is_rejected() {
    is_rejected_in_a_chapter(
        "It has [three](count:demo/coin/outcomes) outcomes.",
        "says three, and the evidence of demo/coin has 2 outcomes",
        "see `cargo book list` for what there is",
    );
    is_rejected_in_a_chapter(
        "It has [](count:demo/coin/schedules) schedules.",
        "the evidence of demo/coin has no number of schedules",
        "see `cargo book list` for what there is",
    );
    is_rejected_in_a_chapter(
        "It has [](count:demo/coin/sides) sides.",
        "`[](count:demo/coin/sides)` is no number of a listing",
        "write `[](count:part/name/outcomes)`, or `schedules`, or `states`",
    );
    let book = LittleBook::sound().appending(
        "src/one.md",
        "\n[Two](count:demo/coin/outcomes) and [](count:demo/coin/outcomes), [2](count:demo/coin/outcomes).\n",
    );
    book.is_accepted();
    let mut mdbook = MDBook::load(book.root()).unwrap();
    mdbook.config.build.build_dir = book.root().join("book");
    mdbook.with_preprocessor(Listings);
    mdbook.build().unwrap();
    let page = book.read("book/one.html");
    assert!(page.contains("<p>Two and two, 2.</p>"), "{page}");
}

#[test]
fn a_code_that_no_listing_has_is_rejected() {
    for words in ["It is E9999.", "Ask `rustc --explain E9999`.", "```console\n$ rustc --explain E9999\n```"] {
        let line = 7 + usize::from(words.starts_with("```"));
        LittleBook::sound().appending("src/one.md", &format!("\n{words}\n")).is_rejected(&format!(
            "
        src/one.md:{line}: names E9999, and no listing has that error
          help: correct the code, or show a listing that the compiler refuses with it
        "
        ));
    }
    LittleBook::sound().appending("src/one.md", "\nIt is E0382, and neither E03821 nor XE0381.\n").is_accepted();
}

#[test]
fn a_chapter_without_a_section_that_the_others_have_is_rejected() {
    let book = LittleBook::sound().appending("src/one.md", "\n## Remember\n\n## Questions\n");
    book.is_rejected(
        "
        src/two.md: has no section `## Remember`
          help: write it, as in src/one.md: a reader looks for it in each chapter

        src/two.md: has no section `## Questions`
          help: write it, as in src/one.md: a reader looks for it in each chapter
        ",
    );
    LittleBook::sound()
        .appending("src/one.md", "\n## Remember\n")
        .appending("src/two.md", "\n## Remember\n")
        .is_accepted();
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
        .is_rejected(
            "
        src/two.md:15: the table of E0382 stands below the heading of E0308
          help: move it: the errors on the pages of listings lead to the heading above their table

        src/two.md:19: the table of E0308 stands below the heading of E0382
          help: move it: the errors on the pages of listings lead to the heading above their table
        ",
        );
}

// Chapters that are known by what they are for.

/// With a glossary, numbered notes and the settings that name them.
fn with_appendices(glossary: &str, notes: &str) -> LittleBook {
    let settings = "[preprocessor.listings.chapters]\nnotes = \"notes.md\"\nmodel = \"one.md#said\"\n\n\
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
fn a_term_that_stands_twice_or_out_of_its_order_or_is_explained_nowhere_is_rejected() {
    let terms = "| channel | C. | [One](one.md) |\n| actor | A. | [One](one.md) |\n| channel | C. | [One](one.md) |\n\
                 | deadlock | D. | [One](one.md) |\n";
    with_appendices(terms, NOTES).is_rejected(
        "
        src/glossary.md:6: the term `actor` is out of its order
          help: move it to where a reader looks for it: the terms are sorted

        src/glossary.md:7: the term `channel` stands twice
          help: keep one

        src/glossary.md:8: the term `deadlock` does not stand in italics in one.md
          help: lead to where it is explained, and set it in italics there
        ",
    );
}

#[test]
fn a_row_of_the_notes_that_is_missing_or_stands_twice_is_rejected() {
    with_appendices(TERMS, "| 1.1 | kept |\n| 1.3 | kept |\n| 1.3 | kept |\n| 2 | kept |\n").is_rejected(
        "
        src/notes.md:7: the row 1.3 stands twice
          help: each statement has one row, and its number once

        src/notes.md:8: `2` is no number of a row
          help: each statement has one row, and its number once

        src/notes.md:7: the row 1.2 is missing, and 1.3 is here
          help: restore it from the history
        ",
    );
}

#[test]
fn a_setting_that_names_a_chapter_which_has_moved_is_rejected() {
    let remedy = "say where it has moved to, or remove the setting";
    with_appendices(TERMS, NOTES).replacing("book.toml", "\"notes.md\"", "\"appendices/notes.md\"").is_rejected(
        &format!(
            "
        book.toml: its `notes` is appendices/notes.md, which is no chapter
          help: {remedy}
        "
        ),
    );
    with_appendices(TERMS, NOTES).replacing("book.toml", "#said", "#told").is_rejected(&format!(
        "
        book.toml: its `model` is one.md#told, and that chapter has no section of this id
          help: {remedy}
        "
    ));
    let told = with_appendices(TERMS, NOTES).replacing("book.toml", "model =", "modell =");
    let told = inconsistencies(&Book::load(told.root()).unwrap(), &Catalog::load(told.root()).unwrap()).to_string();
    assert!(told.starts_with("book.toml:3: has a setting that is none: unknown field `modell`"), "{told}");
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
    let told =
        |settings: &str| without_its_programs(LittleBook::sound().with("book.toml", settings).root()).to_string();
    let listings = "[preprocessor.listings]\ncommand = \"cargo run --quiet --bin mdbook-listings --\"\n";
    let site = "[output.html]\n\n[output.site]\ncommand = \"cargo run --quiet --bin mdbook-site --\"\n";
    assert_eq!(told(&format!("{listings}\n{site}")), "");
    assert_eq!(
        told(site),
        "book.toml: has no `[preprocessor.listings]` with the command of mdbook-listings, so that `mdbook build` shows no \
         listing\n  help: add it: `command = \"cargo run --quiet --bin mdbook-listings --\"`"
    );
    assert!(told(listings).contains("has no `[output.site]` with the command of mdbook-site"));
    assert!(told(listings).contains("has no `[output.html]`, and so no pages"));
    assert!(told(&format!("{}\n{site}", listings.replace("command", "# command"))).contains("[preprocessor.listings]"));
}
