//! The header of a listing, its directives and its anchors.

use crate::little_book::{ALARM, COIN, GREETING, LittleBook, MOVED};
use expect_test::expect;

#[test]
fn a_listing_without_a_caption_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:1: has no caption
          help: begin the file with `//! what this listing shows`, on one line
    "#]]);
}

#[test]
fn a_caption_below_other_lines_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "\n//! A greeting\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:1: has no caption
          help: begin the file with `//! what this listing shows`, on one line
    "#]]);
}

#[test]
fn a_caption_with_a_full_stop_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting.\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:1: the caption ends with a full stop
          help: a caption is a title: leave out the full stop
    "#]]);
}

#[test]
fn a_caption_of_two_lines_is_rejected() {
    let book = LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//! for you\n");
    book.is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:2: the caption runs on to a second line
          help: put an empty `//!` line below the caption
    "#]]);
}

#[test]
fn an_unknown_directive_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ panic\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:2: unknown directive `panic`
          help: the directives are panics, hangs, may-hang, races, leaks, unordered, schedules, schedules: usual, schedules: sample NUMBER, happens-before, outcome: LINES, fixed-by: PART/NAME, same-code-as: PART/NAME, shape: NAME ORDERINGS: LINES, limit: SECONDSs
    "#]]);
}

#[test]
fn a_directive_that_appears_twice_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "//@ fixed-by: demo/lent\n", "//@ fixed-by: demo/greeting\n//@ fixed-by: demo/lent\n")
        .is_rejected(expect![[r#"
            listings/demo/fails/moved.rs:5: the directive `fixed-by` is given twice
              help: keep one
        "#]]);
}

#[test]
fn directives_that_contradict_each_other_are_rejected() {
    LittleBook::sound().replacing(ALARM, "//@ panics\n", "//@ panics\n//@ hangs\n").is_rejected(expect![[r#"
        listings/demo/src/bin/alarm.rs:3: its directives contradict each other
          help: keep one of panics, hangs, may-hang, races, unordered, outcome
    "#]]);
}

#[test]
fn a_repair_whose_name_is_no_id_is_rejected() {
    LittleBook::sound().replacing(MOVED, "demo/lent", "lent").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:4: `lent` is not the id of a listing
          help: write it as part/name
    "#]]);
}

#[test]
fn a_limit_that_is_no_number_of_seconds_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ limit: 1 min\n").is_rejected(
        expect![[r#"
            listings/demo/src/bin/greeting.rs:2: `1 min` is not a limit
              help: write whole seconds, as in `limit: 20s`
        "#]],
    );
}

#[test]
fn a_limit_of_no_time_is_rejected() {
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ limit: 0s\n").is_rejected(
        expect![[r#"
            listings/demo/src/bin/greeting.rs:2: `0s` is not a limit
              help: write whole seconds, as in `limit: 20s`
        "#]],
    );
}

#[test]
fn an_outcome_that_appears_twice_is_rejected() {
    let book = LittleBook::sound().replacing(COIN, "outcome: tails", "outcome: heads\n//@ outcome: tails");
    book.is_rejected(expect![[r#"
        listings/demo/src/bin/coin.rs:3: this outcome is listed twice
          help: list each outcome once
    "#]]);
}

#[test]
fn a_single_outcome_is_rejected() {
    LittleBook::sound().replacing(COIN, "//@ outcome: tails\n", "").is_rejected(expect![[r#"
        listings/demo/src/bin/coin.rs:2: has one outcome
          help: output that never varies needs no directive; list all outcomes, or none
    "#]]);
}

#[test]
fn a_listing_in_fails_that_is_to_run_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//@ fixed-by", "//@ unordered\n//@ fixed-by").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:5: is in fails/, yet says what it does when it runs
          help: a listing in fails/ must not compile: remove that
    "#]]);
}

#[test]
fn a_listing_in_fails_without_a_repair_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//@ fixed-by: demo/lent\n", "").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:1: names no repair
          help: add `//@ fixed-by: part/name`, naming a listing that compiles
    "#]]);
}

#[test]
fn a_listing_in_fails_that_does_not_say_what_would_happen_is_rejected() {
    LittleBook::sound().replacing(MOVED, "If this compiled, two", "Two").is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:1: does not say what would happen if it compiled
          help: begin the text below the caption with `If this compiled, …`
    "#]]);
}

#[test]
fn a_program_that_names_a_repair_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ fixed-by: demo/lent\n")
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.rs:2: compiles, but names a repair
              help: remove fixed-by, or move the file to fails/
        "#]]);
}

#[test]
fn a_header_line_below_the_code_is_rejected() {
    let book = LittleBook::sound().replacing(ALARM, "fn main() {\n", "fn main() {\n    //@ limit: 2s\n");
    book.is_rejected(expect![[r#"
        listings/demo/src/bin/alarm.rs:5: a header line is below the code
          help: move it to the top of the file
    "#]]);
}

#[test]
fn a_header_line_behind_code_is_rejected() {
    LittleBook::sound().replacing(GREETING, "fn main() {\n", "fn main() { //@ limit: 2s\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:3: a header line follows code on its line
          help: move it to the top of the file
    "#]]);
}

#[test]
fn a_listing_without_code_is_rejected() {
    LittleBook::sound().with(GREETING, "//! A greeting\n").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:1: has no code
          help: write the listing below its header
    "#]]);
}

// The anchors of a listing.

#[test]
fn an_anchor_that_never_ends_is_rejected() {
    LittleBook::sound().replacing(GREETING, "    // ANCHOR_END: farewell\n", "").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:5: the anchor `farewell` never ends
          help: add its ANCHOR_END line
    "#]]);
}

#[test]
fn an_anchor_that_never_starts_is_rejected() {
    LittleBook::sound().replacing(GREETING, "    // ANCHOR: farewell\n", "").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:6: the anchor `farewell` ends but never starts
          help: add its ANCHOR line
    "#]]);
}

#[test]
fn an_anchor_around_nothing_is_rejected() {
    LittleBook::sound().replacing(GREETING, "    println!(\"goodbye\");\n", "").is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:5: the anchor `farewell` holds nothing
          help: put it around the lines that it should show
    "#]]);
}

#[test]
fn an_anchor_that_appears_twice_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", "// ANCHOR: farewell\nfn main() {\n    // ANCHOR_END: farewell\n")
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.rs:7: the anchor `farewell` starts twice
              help: give each excerpt a name of its own
        "#]]);
}

#[test]
fn an_anchor_behind_code_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "println!(\"hello\");", "println!(\"hello\"); // ANCHOR: welcome")
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.rs:4: an anchor follows code on its line
              help: put it on a line of its own
        "#]]);
}

#[test]
fn edges_of_what_is_not_explored_are_rejected() {
    let asking = "//! A greeting\n//@ happens-before\n";
    LittleBook::sound().replacing(GREETING, "//! A greeting\n", asking).is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:2: asks for edges of happens-before, but is not explored
          help: add `//@ schedules`: only exploring shows what happens before what
    "#]]);
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ happens-before: all\n")
        .is_rejected(expect![[r#"
            listings/demo/src/bin/greeting.rs:2: unknown directive `happens-before: all`
              help: the directives are panics, hangs, may-hang, races, leaks, unordered, schedules, schedules: usual, schedules: sample NUMBER, happens-before, outcome: LINES, fixed-by: PART/NAME, same-code-as: PART/NAME, shape: NAME ORDERINGS: LINES, limit: SECONDSs
        "#]]);
    let refused = LittleBook::sound().replacing(MOVED, "//@ fixed-by", "//@ happens-before\n//@ fixed-by");
    refused.is_rejected(expect![[r#"
        listings/demo/fails/moved.rs:5: must not compile, so nothing in it happens before anything
          help: remove `//@ happens-before`
    "#]]);
}
