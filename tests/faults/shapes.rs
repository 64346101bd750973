//! Listings that have a classic shape of memory, and the tables of them.

use crate::ferry::{FERRY, with_a_ferry};
use crate::little_book::{GREETING, LittleBook};
use crate::schedules::SCHEDULES;
use expect_test::expect;

/// The book with a ferry that has a shape, and whatever else its header says.
fn with_a_shape(header: &str) -> LittleBook {
    with_a_ferry(&FERRY.replace("//@ schedules", header))
        .with("listings/demo/src/bin/greeting.schedules", SCHEDULES)
        .appending("src/two.md", "\n{{#shape MP}}\n")
}

#[test]
fn a_table_of_shapes_says_what_was_found() {
    let book = with_a_shape("//@ schedules\n//@ shape: MP relaxed: east");
    book.is_accepted();
    let page = book.page("two.html");
    assert!(
        page.contains(
            "<td>relaxed</td><td><code>east</code></td><td><strong>yes</strong>, by an order of the steps</td>"
        ),
        "{page}"
    );
    let book = with_a_shape("//@ schedules\n//@ shape: MP relaxed: west").replacing(
        GREETING,
        "fn main() {",
        "const UNSEEN: &str = \"west\";\n\nfn main() {",
    );
    book.is_accepted();
    let page = book.page("two.html");
    assert!(page.contains("<td><code>west</code></td><td>no</td>"), "{page}");
}

#[test]
fn a_shape_that_is_none_or_that_is_not_explored_is_rejected() {
    with_a_shape("//@ schedules\n//@ shape: MP: east").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:3: `MP: east` is not a shape
          help: write its name, its orderings and the output that it asks about: `shape: SB relaxed: both doors are open`
    "#]]);
    with_a_shape("//@ shape: MP relaxed: east").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:2: has a shape of memory, but not all that it can do is explored
          help: write `//@ schedules` alone: only exploring all of them shows what the shape's orderings permit
    "#]]);
}

#[test]
fn a_shape_that_asks_about_what_nobody_prints_is_rejected() {
    with_a_shape("//@ schedules\n//@ shape: MP relaxed: eas").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:3: asks about `eas`, which no text in its code makes and which no listing of the shape MP prints
          help: correct it, or let the program print these words where the shape is seen
    "#]]);
}

#[test]
fn a_shape_that_no_table_has_is_rejected_where_another_has_one() {
    with_a_shape("//@ schedules\n//@ shape: SB relaxed: east").is_rejected(expect![[r#"
        src/two.md:11: there is nothing to put into `{{#shape MP}}`
          help: remove it, or write the listing; listings/matrix.toml has the types of the matrix, and measurements/benches/ what is measured

        src/two.md:11: has `{{#shape MP}}`, and not `{{#shape SB}}`
          help: add it beside, so that nothing is left out
    "#]]);
}

#[test]
fn all_shapes_stand_in_one_table_with_what_the_accesses_ask_for() {
    let with = |header| with_a_shape(header).appending("src/two.md", "\n{{#shapes}}\n");
    let book = with("//@ schedules\n//@ shape: MP `Relaxed`: east");
    book.is_accepted();
    let page = book.page("two.html");
    assert!(page.contains("<td><strong>yes</strong>: <a"), "{page}");
    assert!(page.contains("<td>–</td><td>–</td><td>–</td>"), "nothing is known of stronger orderings: {page}");
    let page = with("//@ schedules\n//@ shape: MP `SeqCst` fences: east").page("two.html");
    assert!(page.contains("<td>–</td><td>–</td><td>–</td><td><code>SeqCst</code>, <strong>yes</strong>: <a"), "{page}");
}

#[test]
fn a_shape_that_is_asked_twice_with_the_same_orderings_is_rejected() {
    let shape = "//@ schedules\n//@ shape: MP relaxed: east";
    let ferry = FERRY.replace("//@ schedules", shape).replace("ferry.join().unwrap()", "drop(ferry)");
    with_a_shape(shape)
        .with("listings/demo/src/bin/second.rs", ferry)
        .with("listings/demo/src/bin/second.stdout", "east\n")
        .with("listings/demo/src/bin/second.schedules", SCHEDULES)
        .appending("src/two.md", "\n{{#listing demo/second}}\n")
        .is_rejected(expect![[r#"
            listings/demo/Cargo.toml: does not list the program second
              help: run `cargo book bless`, which maintains that list

            listings/demo/src/bin/second.rs:3: is the second listing of the shape MP with relaxed
              help: say in which way its orderings differ, or leave the shape to the other one
        "#]]);
}
