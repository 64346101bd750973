//! A crate is compiled once: with the features that it has for `cargo test`, also for a program that is built by itself.

use std::collections::BTreeSet;
use toolchain::cargo;
use toolchain::tested::package as root;

/// What Cargo builds or installs by itself: for `cargo book`, for those of its commands that need more, and for other books.
const PROGRAMS: [&str; 6] = ["book", "mdbook-listings", "mdbook-site", "measure", "play", "serve"];

/// Named by derive_more-impl for a build script that it doesn't have, so that nobody compiles it.
const NEVER_COMPILED: &str = "semver ";

#[test]
fn no_program_asks_for_other_features_than_the_tests() {
    let known = crates(&["--workspace", "--edges", "normal,build,dev"]);
    let other = |program: &str| {
        let own = crates(&["--package", program, "--edges", "normal,build"]);
        let other: Vec<String> = own.difference(&known).map(|line| format!("{program} asks for {line}")).collect();
        other
    };
    let others: Vec<String> = PROGRAMS.into_iter().flat_map(other).collect();
    assert!(
        others.is_empty(),
        "{}\n  help: so these are compiled once more, with all that builds on them; give tools/workspace-hack/Cargo.toml the \
         features that `cargo test` has",
        others.join("\n")
    );
}

/// The crates of others with their features, such as `log v0.4.35 std`.
fn crates(of: &[&str]) -> BTreeSet<String> {
    let mut tree = cargo();
    tree.args(["tree", "--offline", "--prefix", "none", "--no-dedupe", "--format", "{p} {f}"]).args(of);
    let output = tree.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    // Ours are followed by their folder. They have no features, and `cargo test` builds each of them anyway.
    let of_others = lines.lines().filter(|line| !line.contains(['/', '\\']) && !line.is_empty());
    of_others.filter(|line| !line.starts_with(NEVER_COMPILED)).map(ToString::to_string).collect()
}
