//! A test looks at the package that Cargo names when it runs it, wherever it was compiled.

use std::process::Command;
use toolchain::tested::{left_behind, package, program};

/// Says where it looks. The tests below run it elsewhere than it was compiled.
#[test]
fn says_where_it_looks() {
    println!("it looks at {}", package().display());
    println!("its program is {}", std::panic::catch_unwind(|| program("tool")).unwrap_or_default().display());
}

fn said_where(variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "says_where_it_looks", "--nocapture"]).env_remove("CARGO_MANIFEST_DIR");
    let output = command.envs(variables.iter().copied()).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_copied_checkout_tests_itself() {
    let said = said_where(&[("CARGO_MANIFEST_DIR", "/a/copy"), ("CARGO_BIN_EXE_tool", "/a/copy/target/debug/tool")]);
    assert!(said.contains("it looks at /a/copy\nits program is /a/copy/target/debug/tool\n"), "{said}");
    assert!(package().join("src/tested.rs").is_file());
}

#[test]
fn without_cargo_it_is_told_how_to_run_it() {
    let said = said_where(&[]);
    assert!(said.contains("CARGO_MANIFEST_DIR is not set\n  help: run this by `cargo test`"), "{said}");
}

#[test]
fn what_a_test_leaves_behind_is_below_the_target_that_it_was_built_in() {
    let folder = left_behind("tested");
    assert!(folder.is_dir() && folder.ends_with("tmp/tested"), "{}", folder.display());
    assert!(std::env::current_exe().unwrap().starts_with(folder.ancestors().nth(2).unwrap()));
}
