//! A book with one listing, and the command called on it.

use std::path::Path;
use std::process::Command;
use tempfile::TempDir;
use toolchain::tested::program;

/// A book with one listing that has no evidence yet.
pub fn little_book() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"listings/*\"]\n\n[profile.listing]\ninherits = \"dev\"\n",
    );
    write("rust-toolchain.toml", include_str!("../../../../rust-toolchain.toml"));
    write("book.toml", "[book]\ntitle = \"Little\"\n");
    write("src/SUMMARY.md", "# Summary\n\n- [Greeting](greeting.md)\n");
    write("src/greeting.md", "# Greeting\n\nOne line.\n\n{{#listing demo/greet}}\n");
    write("listings/demo/Cargo.toml", "bin = [\n]\n\n[package]\nname = \"demo\"\nedition = \"2024\"\n");
    write("listings/demo/src/bin/greet.rs", "//! A greeting\n\nfn main() {\n    println!(\"good morning\");\n}\n");
    folder
}

/// The command, called in `folder`. CI has everything checked afresh, and what is tested here is also what is not.
pub fn book(folder: &Path) -> Command {
    let mut command = Command::new(program("cargo-book"));
    command.current_dir(folder).env_remove("CHECK_AFRESH");
    command
}
