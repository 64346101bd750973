//! Where Cargo runs a test. It says so when it runs one, and said so as well when it compiled it: but a checkout that was
//! copied together with its `target` has tests that were compiled elsewhere, and they would test the other folder.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The folder of the package whose test, benchmark or example this is.
///
/// # Panics
/// Where Cargo does not run it, and so nobody says which package is meant.
pub fn package() -> &'static Path {
    static PACKAGE: LazyLock<PathBuf> = LazyLock::new(|| said_by_cargo("CARGO_MANIFEST_DIR"));
    &PACKAGE
}

/// A program of the package whose test this is.
///
/// # Panics
/// Where Cargo does not run it, or the package has no such program.
pub fn program(name: &str) -> PathBuf {
    said_by_cargo(&format!("CARGO_BIN_EXE_{name}"))
}

/// A folder of `target` for what is to be looked at after a test. It is made if need be.
///
/// # Panics
/// Where it cannot be made.
pub fn left_behind(folder: &str) -> PathBuf {
    // Cargo builds tests as target/debug/deps/NAME.
    let test = std::env::current_exe().expect("a running program has a file");
    let target = test.ancestors().nth(3).unwrap_or(Path::new("target"));
    let folder = target.join("tmp").join(folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
    folder
}

fn said_by_cargo(variable: &str) -> PathBuf {
    let said = std::env::var_os(variable).map(PathBuf::from);
    said.unwrap_or_else(|| {
        panic!("{variable} is not set\n  help: run this by `cargo test`, `cargo bench` or `cargo run`")
    })
}
