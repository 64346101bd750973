//! What is measured, and what the book claims of it.

use crate::little_book::LittleBook;
use expect_test::expect;

const BENCHMARK: &str = "//! Cloning an `Rc`, and an `Arc`.\n//@ one: clone\n//@ claim: Arc > 2 * Rc\n\nfn main() {}\n";

/// A book that has measured on one machine; an `Arc` took so many nanoseconds, and an `Rc` two.
fn with_a_measurement(arc: f64) -> LittleBook {
    let code = catalog::Measurement::parse("clones", "clones.rs".as_ref(), BENCHMARK).expect("it is one").fingerprint();
    let record = format!(
        r#"{{
            "code": "{code}",
            "machine": {{"processor": "P", "cores": 2, "system": "S", "compiler": "C", "date": "2026-11-28"}},
            "points": [
                {{"series": "Rc", "median": 2.0, "low": 1.9, "high": 2.1}},
                {{"series": "Arc", "median": {arc}, "low": {arc}, "high": {arc}}}
            ]
        }}"#
    );
    LittleBook::sound()
        .with("measurements/Cargo.toml", "[[bench]]\nname = \"clones\"\nharness = false\ntest = true\n")
        .with("measurements/benches/clones.rs", BENCHMARK)
        .with("measurements/records/clones.desk.json", record)
        .appending("src/two.md", "\n{{#measured clones}}\n")
}

#[test]
fn a_measurement_whose_records_bear_out_its_claims_is_accepted() {
    with_a_measurement(9.0).is_accepted();
}

#[test]
fn a_claim_that_a_record_denies_is_rejected() {
    with_a_measurement(3.0).is_rejected(expect![[r#"
        measurements/benches/clones.rs:3: “Arc takes more than 2 times as long as Rc” is denied by measurements/records/clones.desk.json, where it takes 1.5 times as long
          help: claim what every record bears out
    "#]]);
}

#[test]
fn a_record_of_code_that_was_edited_since_is_rejected() {
    with_a_measurement(9.0).replacing("measurements/benches/clones.rs", "main", "other").is_rejected(expect![[r#"
        measurements/records/clones.desk.json: measurements/benches/clones.rs has been edited since this was measured
          help: measure again with `cargo book measure clones --keep desk`, or remove the file
    "#]]);
}

#[test]
fn a_claim_that_no_record_bears_out_is_rejected() {
    with_a_measurement(9.0).without("measurements/records/clones.desk.json").is_rejected(expect![[r#"
        measurements/benches/clones.rs:3: “Arc takes more than 2 times as long as Rc” is borne out by no record
          help: measure it with `cargo book measure clones --keep MACHINE`, or remove the claim
    "#]]);
}

#[test]
fn a_measurement_that_no_chapter_shows_and_one_that_is_not_there_are_rejected() {
    with_a_measurement(9.0).replacing("src/two.md", "clones", "moves").is_rejected(expect![[r#"
        src/two.md:11: there is nothing to put into `{{#measured moves}}`
          help: remove it, or write the listing; listings/matrix.toml has the types of the matrix, and measurements/benches/ what is measured

        measurements/benches/clones.rs: is shown by no chapter
          help: put `{{#measured clones}}` into a chapter, or remove the file and its records
    "#]]);
}

#[test]
fn a_measurement_that_stands_twice_is_rejected() {
    with_a_measurement(9.0).appending("src/one.md", "\n{{#measured clones}}\n").is_rejected(expect![[r#"
        src/two.md:11: `{{#measured clones}}` stands twice in the book
          help: keep one
    "#]]);
}
