//! Evidence is the same wherever it is checked: with environment variables, a Cargo configuration, a terminal, a
//! locale and a folder of a person's own.
//!
//! A sample of the listings is copied into such surroundings and checked there against the committed evidence, by a
//! process of its own: this test program, started once more.

use catalog::{Blame, Catalog, EvidenceKind, Id, Intent, Listing, blessed_file, with_programs};
use checker::Checker;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use toolchain::cargo;
use toolchain::tested::package as repository;

/// Where the process that checks finds the book it is to check.
const BOOK: &str = "BOOK_TO_CHECK";

/// The name of the test that such a process runs.
const CHECK: &str = "check_a_book";

/// The other tests of this file run it, each in surroundings of its own. By itself it checks a sample in those it has.
#[test]
fn check_a_book() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::env::var_os(BOOK).map_or_else(|| sample(folder.path()), PathBuf::from);
    let checker = Checker::new(&root).unwrap_or_else(|problems| panic!("{problems}"));
    let mut faulty = Vec::new();
    for listing in checker.catalog().listings.values() {
        if let Err(problems) = checker.check(listing) {
            faulty.push(problems.to_string());
        }
    }
    assert!(faulty.is_empty(), "{}", faulty.join("\n\n"));
}

#[test]
fn environment_variables_of_a_person_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = sample(folder.path());
    check_in(&root, |command| {
        command
            .env("RUSTFLAGS", "-C debuginfo=2 --cfg hostile -D warnings")
            .env("CARGO_ENCODED_RUSTFLAGS", "-Cpanic=abort")
            .env("CARGO_BUILD_RUSTFLAGS", "-Cpanic=abort")
            .env("CARGO_BUILD_TARGET_DIR", "elsewhere")
            .env("CARGO_TARGET_DIR", "elsewhere")
            .env("CARGO_PROFILE_LISTING_DEBUG_ASSERTIONS", "false")
            .env("CARGO_PROFILE_LISTING_PANIC", "abort")
            .env("RUSTC_WRAPPER", "no-such-wrapper")
            .env("RUST_BACKTRACE", "full")
            .env("RUST_LIB_BACKTRACE", "1")
            .env("RUST_LOG", "debug")
    });
    assert!(!root.join("elsewhere").exists());
}

#[test]
fn neither_terminal_nor_locale_changes_anything() {
    let folder = tempfile::tempdir().unwrap();
    check_in(&sample(folder.path()), |command| {
        command
            .env("COLUMNS", "40")
            .env("TERM", "dumb")
            .env("CARGO_TERM_COLOR", "always")
            .env("CARGO_TERM_VERBOSE", "true")
            .env("CLICOLOR_FORCE", "1")
            .env("LANG", "de_DE.UTF-8")
            .env("LC_ALL", "de_DE.UTF-8")
    });
}

/// Cargo reads the configuration of every folder above a package, up to the person's own.
const CONFIGURATION: &str = r#"
[build]
rustflags = ["-Dwarnings", "-Cpanic=abort"]
rustc-wrapper = "no-such-wrapper"
target-dir = "elsewhere"

[target.'cfg(all())']
rustflags = ["-Cdebug-assertions=off"]

[profile.listing]
opt-level = 3
debug-assertions = false
overflow-checks = false
panic = "abort"

[term]
color = "always"
quiet = true
"#;

#[test]
fn neither_a_configuration_of_cargo_nor_the_folder_changes_anything() {
    let folder = tempfile::tempdir().unwrap();
    let above = folder.path().join("a person's folder, größer");
    let root = sample(&above);
    fs::create_dir_all(above.join(".cargo")).unwrap();
    fs::write(above.join(".cargo/config.toml"), CONFIGURATION).unwrap();
    check_in(&root, |command| command);
    assert!(!root.join("elsewhere").exists() && !above.join("elsewhere").exists());
}

/// Checks the book at `root` by a process that `spoil` has put into other surroundings. It writes nothing but what it
/// builds, so that a checkout can be checked that may only be read, with `CARGO_TARGET_DIR=/some/folder cargo test`.
fn check_in(root: &Path, spoil: impl Fn(&mut Command) -> &mut Command) {
    let before = files(root);
    let mut command = Command::new(std::env::current_exe().unwrap());
    spoil(command.args(["--exact", CHECK, "--color", "never"]).env(BOOK, root));
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("1 passed"), "the listings were not checked:\n{said}");
    let after = files(root);
    let differ = |file: &&PathBuf| before.get(*file) != after.get(*file);
    let written: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).filter(differ).collect();
    assert!(written.is_empty(), "these were written or removed: {written:?}");
}

/// Every file in the folder of a book but what is built there, and what is in it.
fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path == root.join("target") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read(&path).unwrap();
                found.insert(path, text);
            }
        }
    }
    found
}

/// Says what reached it of its surroundings.
const PROBE: (&str, &str) = (
    r#"//! What a program can tell of how it was built and started

fn main() {
    println!("it checks arithmetic: {}", cfg!(debug_assertions));
    println!("it unwinds: {}", cfg!(panic = "unwind"));
    println!("it is in German: {}", std::env::var_os("LC_ALL").is_some());
}
"#,
    "it checks arithmetic: true\nit unwinds: true\nit is in German: false\n",
);

/// Makes a book below `folder` that has some of the listings and the probe, and returns its root.
fn sample(folder: &Path) -> PathBuf {
    let root = folder.join("book");
    for name in
        [".cargo", "Cargo.lock", "Cargo.toml", "benches", "measurements", "rust-toolchain.toml", "tests", "tools"]
    {
        copy(&repository().join(name), &root.join(name));
    }
    let catalog = Catalog::load(repository()).unwrap();
    let chosen = choose(&catalog);
    for part in &catalog.parts {
        let of_part = || chosen.iter().filter(|listing| listing.id.part == part.name);
        let programs = of_part().filter(|listing| listing.is_program());
        let mut programs: Vec<String> = programs.map(|listing| listing.id.name.clone()).collect();
        for listing in of_part() {
            copy(&repository().join(&listing.file), &root.join(&listing.file));
            for file in EvidenceKind::ALL.map(|kind| kind.file(&listing.file)) {
                if repository().join(&file).exists() {
                    copy(&repository().join(&file), &root.join(&file));
                }
            }
        }
        if part == &catalog.parts[0] {
            let file = root.join(part.manifest.with_file_name("src/bin/probe.rs"));
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, PROBE.0).unwrap();
            fs::write(file.with_extension("stdout"), PROBE.1).unwrap();
            programs.push("probe".to_string());
        }
        if !programs.is_empty() {
            let manifest = fs::read_to_string(repository().join(&part.manifest)).unwrap();
            let manifest = with_programs(&part.manifest, &manifest, &programs).unwrap();
            fs::write(root.join(&part.manifest), manifest).unwrap();
        }
    }
    let sample = Catalog::load(&root).unwrap_or_else(|problems| panic!("{problems}"));
    for part in &sample.parts {
        fs::write(root.join(blessed_file(&part.name)), sample.blessed_as_they_stand(part)).unwrap();
    }
    // It has fewer packages than the book, and Cargo.lock has to be of these, or Cargo would write it anew.
    let updated = cargo().args(["update", "--workspace", "--offline"]).current_dir(&root).output().unwrap();
    assert!(updated.status.success(), "{}", String::from_utf8_lossy(&updated.stderr));
    root
}

/// Two listings of each kind whose evidence surroundings could change, with the repairs of those that have one.
fn choose(catalog: &Catalog) -> Vec<&Listing> {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ids: BTreeSet<&Id> = BTreeSet::new();
    for listing in catalog.listings.values() {
        let Some(kind) = kind(catalog, listing) else { continue };
        let chosen = kinds.entry(kind).or_default();
        *chosen += 1;
        if *chosen <= 2 {
            ids.insert(&listing.id);
            if let Intent::Fails { fixed_by } = &listing.intent {
                ids.insert(fixed_by);
            }
        }
    }
    assert_eq!(kinds.len(), 4, "the book has only listings of the kinds {kinds:?}");
    ids.into_iter().map(|id| &catalog.listings[id]).collect()
}

fn kind(catalog: &Catalog, listing: &Listing) -> Option<&'static str> {
    let names_the_library = || catalog.evidence(listing).0.text(EvidenceKind::Stderr).contains("/rustc/");
    match &listing.intent {
        Intent::Fails { .. } if names_the_library() => Some("must not compile, with a place in the library"),
        Intent::Fails { .. } => Some("must not compile, without one"),
        Intent::Panics => Some("main panics"),
        Intent::Runs(_) if listing.marks.iter().any(|mark| mark.blame == Blame::Panic) => Some("a thread panics"),
        Intent::Runs(_) | Intent::Hangs | Intent::MayHang | Intent::Races => None,
    }
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            // The browser's tests have theirs there, and they are large.
            if name == "node_modules" {
                continue;
            }
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap_or_else(|error| panic!("cannot copy {}: {error}", from.display()));
    }
}
