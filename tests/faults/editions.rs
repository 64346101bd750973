//! One listing under two editions, and which edition a listing is compiled as.

use crate::little_book::{GREETING, LENT, LittleBook, MANIFEST, MOVED};
use crate::told;
use catalog::Catalog;
use expect_test::expect;

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
    book.is_accepted_when_checked("old/old-greeting");
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
fn a_part_without_an_edition_has_the_first_one_as_for_cargo() {
    let book = LittleBook::sound()
        .with(LENT, "//! A name lent\n\nfn main() {\n    let async = 1;\n    println!(\"{}\", async);\n}\n")
        .with("listings/demo/src/bin/lent.stdout", "1\n")
        .replacing(MOVED, "demo/lent", "demo/greeting");
    assert!(book.checked("demo/lent").to_string().contains("expected identifier, found keyword `async`"));
    let book = book.replacing(MANIFEST, "edition = \"2024\"\n", "");
    book.is_accepted_when_checked("demo/lent");
    let later = book.appending(MANIFEST, "edition = \"2018\"\n");
    assert!(later.checked("demo/lent").to_string().contains("expected identifier, found keyword `async`"));
}

#[test]
fn a_listing_that_must_not_compile_is_compiled_as_the_edition_of_its_part() {
    let chain = "    if let Some(n) = Some(1)\n    //~^ error: let chains are only allowed in Rust 2024 or later\n        && n > 0 {}\n";
    let listing = format!(
        "//! A chain\n//!\n//! If this compiled, nothing.\n//@ fixed-by: demo/lent\n\nfn main() {{\n{chain}}}\n"
    );
    let newer = LittleBook::sound().with(MOVED, listing);
    assert!(newer.checked("demo/moved").to_string().contains("compiles, but must not"));
    let seen = newer.replacing(MANIFEST, "\"2024\"", "\"2021\"").checked("demo/moved").to_string();
    assert!(!seen.contains("no error matches this mark") && seen.contains("+error: let chains are only"), "{seen}");
}

#[test]
fn code_that_is_not_the_same_is_rejected() {
    with_an_old_greeting("demo/greeting", &GREETING_CODE.replace("hello", "hallo")).is_rejected(expect![[r#"
        listings/old/src/bin/old-greeting.rs:2: its code differs from that of demo/greeting
          help: copy that code below the header, or remove this line
    "#]]);
}

#[test]
fn code_of_a_listing_that_does_not_exist_is_rejected() {
    with_an_old_greeting("demo/welcome", GREETING_CODE).is_rejected(expect![[r#"
        listings/old/src/bin/old-greeting.rs:2: there is no listing demo/welcome
          help: name the listing whose code this is
    "#]]);
}

#[test]
fn the_same_code_in_the_same_edition_is_rejected() {
    with_an_old_greeting("demo/greeting", GREETING_CODE)
        .replacing("listings/old/Cargo.toml", "\"2021\"", "\"2024\"")
        .is_rejected(expect![[r#"
            listings/old/src/bin/old-greeting.rs:2: demo/greeting has the same edition
              help: the same code appears twice only to show what an edition changes
        "#]]);
}

#[test]
fn the_code_of_a_listing_that_does_not_exist_is_rejected_and_the_nearest_one_is_named() {
    with_an_old_greeting("demo/greetings", GREETING_CODE).is_rejected(expect![[r#"
        listings/old/src/bin/old-greeting.rs:2: there is no listing demo/greetings
          help: name the listing whose code this is; did you mean `demo/greeting`?
    "#]]);
}

#[test]
fn code_that_appears_twice_unsaid_is_rejected() {
    let copy = LittleBook::sound().read(LENT).replace("A name lent", "The same");
    let book = LittleBook::sound().with("listings/demo/src/bin/zeal.rs", copy);
    told::is(
        &expect![[r#"
            listings/demo/src/bin/zeal.rs: has the same code as demo/lent
              help: show that one and refer to it here with `[](listing:demo/lent)`; or change this one

            listings/demo/Cargo.toml: does not list the program zeal
              help: run `cargo book bless`, which maintains that list
        "#]],
        &Catalog::load(book.root()).unwrap().stale_files(),
    );
    let code = LittleBook::sound()
        .read(GREETING)
        .replace("    // ANCHOR: farewell\n", "")
        .replace("    // ANCHOR_END: farewell\n", "");
    with_an_old_greeting("demo/greeting", &code[code.find("fn main").unwrap()..])
        .replacing("listings/old/src/bin/old-greeting.rs", "//@ same-code-as: demo/greeting\n", "")
        .is_rejected(expect![[r#"
            listings/old/src/bin/old-greeting.rs: has the same code as demo/greeting
              help: if it shows what the edition changes, say so: `//@ same-code-as: demo/greeting`
        "#]]);
}
