//! What a program prints, and what is blessed of it.

use crate::little_book::{ALARM, COIN, GREETING, LENT, LittleBook, MOVED};
use expect_test::expect;

#[test]
fn a_program_that_is_to_hang_and_ends_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ hangs\n")
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs: should hang, but ended by itself; it had printed:
                    hello
                    goodbye
                  help: remove `//@ hangs`, or fix the listing
            "#]],
        );
}

#[test]
fn output_that_differs_from_the_evidence_is_rejected() {
    LittleBook::sound().replacing(GREETING, "\"hello\"", "\"good morning\"").is_rejected_when_checked(
        "demo/greeting",
        expect![[r#"
            listings/demo/src/bin/greeting.stdout: is not what was seen just now:
            --- listings/demo/src/bin/greeting.stdout
            +++ seen now
            @@ -1,2 +1,2 @@
            -hello
            +good morning
             goodbye
              help: if the new text is right, run `cargo book bless demo/greeting`
        "#]],
    );
}

#[test]
fn output_to_standard_error_without_evidence_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", "fn main() {\n    eprintln!(\"ahem\");\n")
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.stderr: is not what was seen just now:
                --- listings/demo/src/bin/greeting.stderr
                +++ seen now
                @@ -0,0 +1 @@
                +ahem
                  help: if the new text is right, run `cargo book bless demo/greeting`
            "#]],
        );
}

#[test]
fn a_program_that_prints_none_of_its_outcomes_is_rejected() {
    LittleBook::sound()
        .replacing(COIN, "{ \"heads\" } else { \"tails\" }", "{ \"tail\" } else { \"tail\" }")
        .is_rejected_when_checked(
            "demo/coin",
            expect![[r#"
                listings/demo/src/bin/coin.rs: printed something that is not among its outcomes: "tail\n"
                  help: add it to the outcomes if it can happen, or fix the listing
            "#]],
        );
}

#[test]
fn outcomes_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound().with("listings/demo/src/bin/coin.outcomes", "heads\n").is_rejected_when_checked(
        "demo/coin",
        expect![[r#"
            listings/demo/src/bin/coin.outcomes: is not what was seen just now:
            --- listings/demo/src/bin/coin.outcomes
            +++ seen now
            @@ -1 +1,3 @@
             heads
            +--- or ---
            +tails
              help: if the new text is right, run `cargo book bless demo/coin`
        "#]],
    );
}

// Blessing.

#[test]
fn a_listing_whose_error_is_not_as_marked_gets_no_evidence() {
    let evidence = ["listings/demo/fails/moved.stderr", "listings/demo/fails/moved.ansi"];
    let bare = evidence.into_iter().fold(LittleBook::sound(), LittleBook::without);
    bare.replacing(MOVED, "borrow of", "use of").is_rejected_when_blessed(
        "demo/moved",
        expect![[r#"
            listings/demo/fails/moved.rs:9: the mark says E0382 with `use of moved value`, but the compiler says error E0382: borrow of moved value: `name`
                value moved here
                value borrowed here after move
                move occurs because `name` has type `String`, which does not implement the `Copy` trait
                consider cloning the value if the performance cost is acceptable
              help: take the phrase from one of these lines, or correct the listing
        "#]],
    );
}

#[test]
fn a_program_that_does_not_do_what_it_says_gets_no_evidence() {
    LittleBook::sound()
        .replacing(ALARM, "//@ panics\n", "")
        .replacing(ALARM, " //~ panic: fire", "")
        .is_rejected_when_blessed(
            "demo/alarm",
            expect![[r#"
                listings/demo/src/bin/alarm.rs: exited with status 101, not 0; it had printed:
                    all is well
                  and to standard error:
                    thread 'main' (ID) panicked at src/main.rs:3:5:
                    fire in the kitchen
                    note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
                  help: fix the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
            "#]],
        );
}

#[test]
fn lines_that_come_in_one_order_only_are_not_unordered() {
    // To be seen not to change takes many runs: so they are short.
    let book = LittleBook::sound().replacing(LENT, "lent\n", "lent\n//@ unordered\n");
    book.is_rejected_when_blessed(
        "demo/lent",
        expect![[r#"
            listings/demo/src/bin/lent.rs: printed its lines in the same order in all of 2000 runs
              help: remove `//@ unordered` if their order is fixed; if another order is only rare, let exploring find it: add `//@ schedules`
        "#]],
    );
}
