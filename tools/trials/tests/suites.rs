//! What `cargo test` says that it ran, checked against what it ran before.

use trials::suites::{Suites, held_against, of_a_log, text};

/// As Cargo prints it, to both of its streams, in a terminal: with colours.
const LOG: &str = "   Compiling trials v0.1.0 (/book/tools/trials)
    Finished `test` profile [unoptimized + debuginfo] target(s) in 8.99s
\u{1b}[1m\u{1b}[32m     Running\u{1b}[0m unittests src/lib.rs (target/debug/deps/trials-40e8af420ffe3383)

running 0 tests

test result: \u{1b}[32mok\u{1b}[m. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests/faults/main.rs (/elsewhere/target/debug/deps/faults-3a9db5137d7d29ac)

running 3 tests
test a ... ok
it printed this:
test result: ok. 70 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
test b ... ok
test c ... ignored

test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s

     Running tests\\page.rs (target\\debug\\deps\\a-page-6e58c351811114d6.exe)

running 1 test
test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 9 filtered out; finished in 0.10s

     Running tests/gone.rs (target/debug/deps/gone-6e58c351811114d6)
error: test failed, to rerun pass `--test gone`
   Doc-tests catalog

running 2 tests
test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";

const COMMITTED: &str =
    "# Tests.\n   2 doc-tests (catalog)\n3 tests/faults/main.rs (faults)\n1 tests/page.rs (a-page)\n";

fn ran() -> Suites {
    of_a_log(LOG)
}

/// What is told of this log, if these lines are the committed ones.
fn told(committed: &str, ran: &Suites) -> String {
    let less = held_against(".ci/suites.txt", committed, ran).err().unwrap_or_default();
    less.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_log_names_each_suite_with_its_tests() {
    let expected = [
        ("doc-tests (catalog)", 2),
        ("tests/faults/main.rs (faults)", 3),
        ("tests/gone.rs (gone)", 0),
        ("tests/page.rs (a-page)", 1),
        ("unittests src/lib.rs (trials)", 0),
    ];
    assert_eq!(ran(), expected.map(|(suite, tests)| (suite.to_string(), tests)).into());
    assert_eq!(told(COMMITTED, &ran()), "");
    assert_eq!(told(&text(&ran()), &ran()), "");
}

#[test]
fn more_tests_than_were_known_are_accepted() {
    assert_eq!(told(&COMMITTED.replace("3 tests", "1 tests"), &ran()), "");
}

#[test]
fn a_suite_that_did_not_run_is_told() {
    let log = LOG.replace("Running tests/faults/main.rs", "Walking tests/faults/main.rs");
    assert_eq!(
        told(COMMITTED, &of_a_log(&log)),
        ".ci/suites.txt:3: tests/faults/main.rs (faults) did not run, and has 3 tests\n  \
         help: restore what is gone, or say here that it is\n\
         .ci/suites.txt: does not know of unittests src/lib.rs (trials)\n  \
         help: add the line `3 unittests src/lib.rs (trials)`"
    );
}

#[test]
fn a_suite_that_has_lost_its_tests_is_told() {
    let fewer = LOG.replace("2 passed; 0 failed; 1 ignored", "2 passed; 0 failed; 0 ignored");
    assert_eq!(
        told(COMMITTED, &of_a_log(&fewer)),
        ".ci/suites.txt:3: tests/faults/main.rs (faults) has 2 tests, and had 3\n  \
         help: restore what is gone, or say here that it is"
    );
    // As where `harness = false` is gone.
    let none = LOG.replace("2 passed; 0 failed; 1 ignored", "0 passed; 0 failed; 0 ignored");
    assert!(told(COMMITTED, &of_a_log(&none)).contains("tests/faults/main.rs (faults) has 0 tests, and had 3"));
}

#[test]
fn a_suite_that_is_new_is_told_and_a_line_that_cannot_be_read() {
    assert_eq!(
        told("2 doc-tests (catalog)\nmany tests/page.rs (a-page)\n3 tests/faults/main.rs (faults)\n", &ran()),
        ".ci/suites.txt:2: `many tests/page.rs (a-page)` is no number of tests and a suite\n  \
         help: write `3 tests/name.rs (name)`\n\
         .ci/suites.txt: does not know of tests/page.rs (a-page)\n  help: add the line `1 tests/page.rs (a-page)`"
    );
}
