//! What the compiler says of a listing that must not compile.

use crate::little_book::{COIN, LENT, LittleBook, MOVED};
use expect_test::expect;

#[test]
fn an_error_of_another_code_than_marked_is_rejected() {
    LittleBook::sound().replacing(MOVED, "//~ E0382", "//~ E0505").is_rejected_when_checked(
        "demo/moved",
        expect![[r#"
            listings/demo/fails/moved.rs:9: the mark says E0505 with `borrow of moved value`, but the compiler says error E0382: borrow of moved value: `name`
              help: correct the mark or the listing
        "#]],
    );
}

#[test]
fn an_error_in_other_words_than_marked_is_rejected() {
    LittleBook::sound().replacing(MOVED, "borrow of", "use of").is_rejected_when_checked(
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
fn an_error_whose_phrase_is_in_a_label_or_a_note_is_accepted() {
    for phrase in ["value borrowed here after move", "consider cloning the value"] {
        let listing = LittleBook::sound().replacing(MOVED, "borrow of moved value", phrase);
        listing.is_accepted_when_checked("demo/moved");
    }
}

#[test]
fn an_error_on_another_line_than_marked_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, " //~ E0382: borrow of moved value", "")
        .replacing(MOVED, "given = name;", "given = name; //~ E0382: borrow of moved value")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.rs:9: an error that no mark names: error E0382: borrow of moved value: `name`
                  help: a listing has only the errors that it is about: mark this one, or fix it

                listings/demo/fails/moved.rs:8: no error matches this mark: E0382 with `borrow of moved value`
                  help: move or remove the mark
            "#]],
        );
}

#[test]
fn a_mark_that_no_error_met_is_rejected() {
    LittleBook::sound().replacing(MOVED, "(\"Ada\");", "(\"Ada\"); //~ E0308: mismatched").is_rejected_when_checked(
        "demo/moved",
        expect![[r#"
            listings/demo/fails/moved.rs:7: no error matches this mark: E0308 with `mismatched`
              help: move or remove the mark
        "#]],
    );
}

#[test]
fn a_mark_that_no_error_met_beside_one_that_was_met_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "borrow of moved value", "borrow of moved value\n    //~^ E0308: mismatched")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.rs:10: no error matches this mark: E0308 with `mismatched`
                  help: move or remove the mark
            "#]],
        );
}

#[test]
fn a_second_error_that_is_not_marked_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "given = name;", "given = name;\n    let twice = String::new();\n    drop((twice, twice));")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.rs:10: an error that no mark names: error E0382: use of moved value: `twice`
                  help: a listing has only the errors that it is about: mark this one, or fix it
            "#]],
        );
}

#[test]
fn a_warning_beside_the_error_is_rejected() {
    LittleBook::sound()
        .replacing(MOVED, "given = name;", "given = name;\n    let spare = 1;")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.rs:9: a warning besides the errors that it is about: unused variable: `spare`
                  help: fix it: a reader would be warned too
            "#]],
        );
}

#[test]
fn a_listing_in_fails_that_compiles_is_rejected() {
    LittleBook::sound().replacing(MOVED, "given = name;", "given = name.clone();").is_rejected_when_checked(
        "demo/moved",
        expect![[r#"
            listings/demo/fails/moved.rs: compiles, but must not
              help: make it fail and mark the error, or move the file to src/bin/
        "#]],
    );
}

#[test]
fn a_repair_that_changes_much_is_rejected() {
    LittleBook::sound()
        .replacing(LENT, "fn main() {\n", &("fn main() {\n".to_string() + &"    // …\n".repeat(8)))
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.rs:4: its repair demo/lent changes 9 lines of it, but may change at most 8:
                --- listings/demo/fails/moved.rs
                +++ listings/demo/src/bin/lent.rs
                @@ -1,5 +1,13 @@
                 fn main() {
                +    // …
                +    // …
                +    // …
                +    // …
                +    // …
                +    // …
                +    // …
                +    // …
                     let name = String::from("Ada");
                -    let given = name;
                +    let given = &name;
                     println!("{given} {name}");
                 }
                  help: keep only the changes that make it compile, so that they stand out; or did you mean `demo/alarm`, which changes 3 lines?
            "#]],
        );
}

#[test]
fn another_listing_than_the_repair_is_rejected() {
    LittleBook::sound()
        .replacing(COIN, "fn main() {\n", &("fn main() {\n".to_string() + &"    // …\n".repeat(8)))
        .replacing(MOVED, "fixed-by: demo/lent", "fixed-by: demo/coin")
        .is_rejected_when_checked("demo/moved", expect![[r#"
            listings/demo/fails/moved.rs:4: its repair demo/coin changes 12 lines of it, but may change at most 8:
            --- listings/demo/fails/moved.rs
            +++ listings/demo/src/bin/coin.rs
            @@ -1,5 +1,14 @@
            +use std::hash::{BuildHasher, RandomState};
            +
             fn main() {
            -    let name = String::from("Ada");
            -    let given = name;
            -    println!("{given} {name}");
            +    // …
            +    // …
            +    // …
            +    // …
            +    // …
            +    // …
            +    // …
            +    // …
            +    let heads = RandomState::new().hash_one("coin") % 2 == 0;
            +    println!("{}", if heads { "heads" } else { "tails" });
             }
              help: keep only the changes that make it compile, so that they stand out; or did you mean `demo/lent`, which changes 1 line?
        "#]]);
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
            expect![[r#"
                listings/demo/fails/moved.rs:4: its repair demo/lent changes no line of it
                  help: name a listing with the change that makes it compile; or did you mean `demo/alarm`, which changes 2 lines?
            "#]],
        );
}

#[test]
fn words_of_the_compiler_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound()
        .replacing("listings/demo/fails/moved.stderr", "value moved here", "value given here")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.stderr: is not what was seen just now:
                --- listings/demo/fails/moved.stderr
                +++ seen now
                @@ -4,7 +4,7 @@
                 2 |     let name = String::from("Ada");
                   |         ---- move occurs because `name` has type `String`, which does not implement the `Copy` trait
                 3 |     let given = name;
                -  |                 ---- value given here
                +  |                 ---- value moved here
                 4 |     println!("{given} {name}");
                   |                        ^^^^ value borrowed here after move
                   |
                  help: if the new text is right, run `cargo book bless demo/moved`
            "#]],
        );
}

#[test]
fn words_of_the_compiler_that_differ_are_told_without_their_colours() {
    ["listings/demo/fails/moved.stderr", "listings/demo/fails/moved.ansi"]
        .into_iter()
        .fold(LittleBook::sound(), |book, evidence| book.replacing(evidence, "value moved here", "value given here"))
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.stderr: is not what was seen just now:
                --- listings/demo/fails/moved.stderr
                +++ seen now
                @@ -4,7 +4,7 @@
                 2 |     let name = String::from("Ada");
                   |         ---- move occurs because `name` has type `String`, which does not implement the `Copy` trait
                 3 |     let given = name;
                -  |                 ---- value given here
                +  |                 ---- value moved here
                 4 |     println!("{given} {name}");
                   |                        ^^^^ value borrowed here after move
                   |
                  help: if the new text is right, run `cargo book bless demo/moved`
            "#]],
        );
}

#[test]
fn colours_of_the_compiler_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound()
        .replacing("listings/demo/fails/moved.ansi", "\u{1b}[91merror", "\u{1b}[92merror")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.ansi:1: its colours are not those seen just now:
                -\u{1b}[1m\u{1b}[92merror[E0382]\u{1b}[0m\u{1b}[1m: borrow of moved value: `name`\u{1b}[0m
                +\u{1b}[1m\u{1b}[91merror[E0382]\u{1b}[0m\u{1b}[1m: borrow of moved value: `name`\u{1b}[0m
                  help: if the new colours are right, run `cargo book bless demo/moved`
            "#]],
        );
}

#[test]
fn places_that_the_compiler_points_at_and_that_differ_from_the_evidence_are_rejected() {
    LittleBook::sound()
        .replacing("listings/demo/fails/moved.errors", "value moved here", "value given here")
        .is_rejected_when_checked(
            "demo/moved",
            expect![[r#"
                listings/demo/fails/moved.errors: is not what was seen just now:
                --- listings/demo/fails/moved.errors
                +++ seen now
                @@ -17,7 +17,7 @@
                         "last_line": 3,
                         "end": 21,
                         "role": "beside",
                -        "words": "value given here"
                +        "words": "value moved here"
                       },
                       {
                         "line": 4,
                  help: if the new text is right, run `cargo book bless demo/moved`
            "#]],
        );
}

#[test]
fn a_listing_in_fails_with_the_line_ends_of_windows_is_accepted() {
    LittleBook::sound().with_carriage_returns_in(MOVED).is_accepted_when_checked("demo/moved");
}
