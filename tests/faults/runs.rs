//! How often a program is run: each run of a check counts, and blessing runs it until all has been seen.

use crate::little_book::{COIN, LittleBook, id};
use expect_test::expect;

/// With a coin that counts its runs in a file of the book, and knows by their number what to show.
fn with_a_coin_that_shows(by_run: &str) -> LittleBook {
    let text = r#"//! A coin
//@ outcome: heads
//@ outcome: tails

use std::fs;

const RUNS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../runs");

fn main() {
    let run = 1 + fs::read_to_string(RUNS).map_or(0, |runs| runs.len());
    fs::write(RUNS, "x".repeat(run)).unwrap();
    println!("{}", BY_RUN);
}
"#;
    LittleBook::sound().with(COIN, text.replace("BY_RUN", by_run))
}

#[test]
fn what_the_last_of_twenty_runs_prints_is_compared_with_the_outcomes() {
    let book =
        with_a_coin_that_shows(r#"match run { 20 => "its edge", even if even % 2 == 0 => "heads", _ => "tails" }"#);
    book.is_rejected_when_checked(
        "demo/coin",
        expect![[r#"
            listings/demo/src/bin/coin.rs: printed something that is not among its outcomes: "its edge\n"
              help: add it to the outcomes if it can happen, or fix the listing
        "#]],
    );
}

#[test]
fn a_listing_is_run_until_each_outcome_has_been_seen_before_it_is_blessed() {
    let book = with_a_coin_that_shows(r#"if run == 33 { "tails" } else { "heads" }"#);
    assert_eq!(book.checker().bless(&id("demo/coin")), Ok(Vec::new()));
    assert_eq!(book.read("runs").len(), 33);
}
