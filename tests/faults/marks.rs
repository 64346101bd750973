//! The marks of a listing, and what would let one pass that says nothing.

use crate::little_book::{ALARM, GREETING, LENT, LittleBook, MOVED};
use crate::told;
use catalog::Catalog;
use expect_test::expect;

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
    assert!(!seen.contains("no error matches this mark") && seen.contains("+error: non-binding let"), "{seen}");
    let book = book.with(MOVED, listing("static_mut_refs: non-binding let"));
    let seen = book.checked("demo/moved").to_string();
    assert!(seen.contains("the mark says static_mut_refs with `non-binding let`"), "{seen}");
}

// The marks of a listing.

#[test]
fn a_mark_on_a_line_of_its_own_that_points_nowhere_is_rejected() {
    LittleBook::sound().replacing(ALARM, " //~ panic", "\n    //~ panic").is_rejected(expect![[r#"
        listings/demo/src/bin/alarm.rs:7: this mark does not say which line it means
          help: a mark at the end of a line has no ^; a mark on its own line has one ^ for each line up

        listings/demo/src/bin/alarm.rs:2: should panic, but marks no line
          help: mark it: `//~ panic: part of the message`
    "#]]);
}

#[test]
fn a_mark_that_points_above_the_code_is_rejected() {
    LittleBook::sound().replacing(GREETING, "fn main", "//~^ panic: fire\nfn main").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:3: this mark points above the code
          help: remove a ^
    "#]]);
}

#[test]
fn a_mark_that_blames_what_is_no_error_is_rejected() {
    LittleBook::sound().replacing(ALARM, "//~ panic:", "//~ panics:").is_rejected(expect![[r#"
        listings/demo/src/bin/alarm.rs:6: a mark cannot blame `panics`
          help: write `//~ E0277: a phrase of its message`, `//~ error: …` or `//~ panic: …`

        listings/demo/src/bin/alarm.rs:2: should panic, but marks no line
          help: mark it: `//~ panic: part of the message`
    "#]]);
}

#[test]
fn a_mark_without_a_phrase_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//~ E0382: borrow of moved value", "//~ E0382").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:9: this mark has no phrase
          help: write `//~ E0277: a phrase of its message`, `//~ error: …` or `//~ panic: …`

        listings/demo/fails/moved.rs:4: must not compile, but marks no error
          help: mark the blamed line: `//~ E0277: phrase`
    "#]]);
}

#[test]
fn a_mark_inside_another_comment_is_rejected() {
    LittleBook::sound().replacing(GREETING, "(\"hello\");", "(\"hello\"); // politely //~ panic: fire").is_rejected(
        expect![[r#"
            listings/demo/src/bin/greeting.rs:4: a mark is inside another comment
              help: begin the comment with `//~`
        "#]],
    );
}

#[test]
fn a_listing_in_fails_without_a_mark_is_rejected() {
    LittleBook::sound().replacing(MOVED, " //~ E0382: borrow of moved value", "").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:4: must not compile, but marks no error
          help: mark the blamed line: `//~ E0277: phrase`
    "#]]);
}

#[test]
fn a_listing_in_fails_that_marks_a_panic_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "//~ E0382: borrow of moved value", "//~ E0382: borrow of moved value\n    //~^ panic: fire")
        .is_rejected(expect![[r#"
            listings/demo/fails/moved.rs:4: must not compile, but marks a panic
              help: mark only errors
        "#]]);
}

#[test]
fn a_program_that_marks_an_error_is_rejected() {
    LittleBook::sound().replacing(LENT, "&name;", "&name; //~ E0382: moved").is_rejected(expect![[r#"
        listings/demo/src/bin/lent.rs:5: marks a compile error, but must compile
          help: move the file to fails/
    "#]]);
}

#[test]
fn a_listing_that_is_to_panic_without_a_mark_is_rejected() {
    LittleBook::sound().replacing(ALARM, " //~ panic: fire", "").is_rejected(expect![[r#"
        listings/demo/src/bin/alarm.rs:2: should panic, but marks no line
          help: mark it: `//~ panic: part of the message`
    "#]]);
}

// What would pass, and says nothing.

#[test]
fn a_phrase_that_every_message_has_is_rejected() {
    let phrases = ["`", "a", "of", "'s `_`"];
    let books = phrases.map(|phrase| LittleBook::sound().replacing(MOVED, "borrow of moved value", phrase));
    told::each_is_rejected(
        books,
        expect![[r#"
            listings/demo/fails/moved.rs:9: ``` says too little: nearly every message contains it
              help: quote enough of the message to include a word of 4 letters

            listings/demo/fails/moved.rs:4: must not compile, but marks no error
              help: mark the blamed line: `//~ E0277: phrase`
            ---
            listings/demo/fails/moved.rs:9: `a` says too little: nearly every message contains it
              help: quote enough of the message to include a word of 4 letters

            listings/demo/fails/moved.rs:4: must not compile, but marks no error
              help: mark the blamed line: `//~ E0277: phrase`
            ---
            listings/demo/fails/moved.rs:9: `of` says too little: nearly every message contains it
              help: quote enough of the message to include a word of 4 letters

            listings/demo/fails/moved.rs:4: must not compile, but marks no error
              help: mark the blamed line: `//~ E0277: phrase`
            ---
            listings/demo/fails/moved.rs:9: `'s `_`` says too little: nearly every message contains it
              help: quote enough of the message to include a word of 4 letters

            listings/demo/fails/moved.rs:4: must not compile, but marks no error
              help: mark the blamed line: `//~ E0277: phrase`
        "#]],
    );
    let told = LittleBook::sound().replacing(ALARM, "panic: fire", "panic: f");
    assert!(Catalog::load(told.root()).unwrap_err().to_string().contains("`f` says too little"));
}

#[test]
fn an_attribute_that_silences_the_compiler_is_rejected() {
    let attributes =
        ["#![allow(unused)]", "#[expect(dead_code)]", "#[ cfg(any()) ]", "#[cfg_attr(all(), allow(unused))]"];
    let books = attributes.map(|it| LittleBook::sound().replacing(LENT, "fn main", &format!("{it}\nfn main")));
    told::each_is_rejected(
        books,
        expect![[r#"
            listings/demo/src/bin/lent.rs:3: `allow` hides what is wrong with the listing from the compiler or the reader
              help: remove the attribute, and fix what it was for
            ---
            listings/demo/src/bin/lent.rs:3: `expect` hides what is wrong with the listing from the compiler or the reader
              help: remove the attribute, and fix what it was for
            ---
            listings/demo/src/bin/lent.rs:3: `cfg` hides what is wrong with the listing from the compiler or the reader
              help: remove the attribute, and fix what it was for
            ---
            listings/demo/src/bin/lent.rs:3: `cfg_attr` hides what is wrong with the listing from the compiler or the reader
              help: remove the attribute, and fix what it was for
        "#]],
    );
    LittleBook::sound().replacing(LENT, "fn main", "#[derive(Debug)]\nstruct Allow;\n\nfn main").is_accepted();
}
