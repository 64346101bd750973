//! The Rust snippets of the Markdown outside the book, each compiled and run as a test that skeptic makes of it.
//!
//! The build script finds them. The tests below make sure that none is missed.

use catalog::{Id, Measurement, parse};
use snippets::fences::{Fence, fences, markdown_files};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use toolchain::tested::package;

/// One test for each snippet.
mod of_markdown {
    // Written by skeptic, whose style is its own.
    #![allow(clippy::all)]
    include!(concat!(env!("OUT_DIR"), "/skeptic-tests.rs"));
}

/// The files that were there when the snippets became tests, one on a line.
const SEEN: &str = include_str!(concat!(env!("OUT_DIR"), "/markdown-files"));

fn root() -> PathBuf {
    package().join("../..").canonicalize().unwrap()
}

fn all_fences() -> Vec<Fence> {
    let files = markdown_files(&root()).unwrap();
    files.iter().flat_map(|file| fences(&root(), file).unwrap()).collect()
}

fn place(fence: &Fence) -> String {
    format!("{}:{}", fence.file.display(), fence.line)
}

#[test]
fn snippets_are_found_and_each_has_its_test() {
    let snippets = all_fences().iter().filter(|fence| fence.is_rust()).count();
    let tests = include_str!(concat!(env!("OUT_DIR"), "/skeptic-tests.rs")).matches("#[test] fn ").count();
    assert!(snippets > 0, "no Markdown outside src/ has a Rust snippet, so nothing was tested");
    assert_eq!(snippets, tests, "snippets in the Markdown and tests that skeptic made of them");
}

#[test]
fn no_file_is_newer_than_these_tests() {
    let seen: Vec<PathBuf> = SEEN.lines().map(PathBuf::from).collect();
    let now = markdown_files(&root()).unwrap();
    if seen != now {
        // Its absence makes Cargo run the build script again.
        let _ = std::fs::remove_file(concat!(env!("OUT_DIR"), "/markdown-files"));
    }
    assert_eq!(seen, now, "Markdown came or went after these tests were built\n  help: run `cargo test` once more");
}

/// Rust that is run, Rust that is only compiled, and what is no Rust.
const KINDS: [&str; 6] = ["rust", "rust,no_run", "console", "markdown", "text", "toml"];

#[test]
fn every_fence_is_of_a_kind_that_hides_nothing() {
    for fence in all_fences() {
        let place = place(&fence);
        assert!(
            !fence.info.contains("should_panic"),
            "{place}: skeptic takes a snippet that does not compile for one that panics\n  \
             help: write the snippet so that it ends well, or make it a listing with `//@ panics`"
        );
        assert!(
            !fence.info.contains("ignore"),
            "{place}: nothing tests a snippet that is ignored\n  help: repair it, or write it in a fence of `text`"
        );
        assert!(
            KINDS.contains(&fence.info.as_str()),
            "{place}: a fence of `{}`\n  help: the kinds are {}",
            fence.info,
            KINDS.join(" · ")
        );
    }
}

/// Compiles a snippet as skeptic would, but as an edition of our choice.
fn compile(snippet: &str, edition: &str) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("snippet.rs");
    std::fs::write(&file, snippet).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command.args(["--edition", edition, "--emit", "metadata", "--out-dir"]).arg(folder.path()).arg(&file);
    command.output().unwrap()
}

/// skeptic 0.14 compiles as edition 2021 whatever it is asked. With a snippet that this edition refuses, such a change
/// shows: its own test fails.
#[test]
fn a_canary_is_there_that_only_edition_2024_accepts() {
    let is_canary = |fence: &Fence| {
        let refusal = compile(&fence.code, "2021");
        let words = String::from_utf8_lossy(&refusal.stderr);
        !refusal.status.success() && words.contains("only allowed in Rust 2024 or later")
    };
    let canaries: Vec<Fence> = all_fences().into_iter().filter(Fence::is_rust).filter(is_canary).collect();
    assert!(!canaries.is_empty(), "no Rust snippet outside src/ needs edition 2024\n  help: restore the let chain");
    for canary in canaries {
        let accepted = compile(&canary.code, "2024");
        assert!(
            accepted.status.success(),
            "{}: refused as edition 2024 too\n{}",
            place(&canary),
            String::from_utf8_lossy(&accepted.stderr)
        );
    }
}

/// Whether it's the top of a measurement, of which the code isn't shown.
fn is_measurement(fence: &Fence) -> bool {
    fence.code.contains("//@ one: ")
}

/// What CONTRIBUTING.md shows of a measurement is read here by the same crate that reads the book's.
#[test]
fn every_measurement_shown_as_an_example_is_one() {
    let examples: Vec<Fence> = all_fences().into_iter().filter(is_measurement).collect();
    assert!(!examples.is_empty(), "CONTRIBUTING.md shows no measurement");
    for example in examples {
        match Measurement::parse("example", Path::new("measurements/benches/example.rs"), &example.code) {
            Ok(measurement) => assert!(!measurement.claims.is_empty(), "{}: claims nothing", place(&example)),
            Err(problems) => panic!("{}: this example of a measurement is none\n{problems}", place(&example)),
        }
    }
}

/// What CONTRIBUTING.md shows of a listing is read here by the same crate that reads the book's.
#[test]
fn every_listing_shown_as_an_example_is_one() {
    let is_listing = |fence: &Fence| fence.code.starts_with("//! ") && !is_measurement(fence);
    let examples: Vec<Fence> = all_fences().into_iter().filter(is_listing).collect();
    let fails = |fence: &Fence| fence.code.contains("//@ fixed-by:");
    assert!(examples.iter().any(fails), "CONTRIBUTING.md shows no listing that must not compile");
    assert!(!examples.iter().all(fails), "CONTRIBUTING.md shows no listing that runs");
    for example in examples {
        let folder = if fails(&example) { "fails" } else { "src/bin" };
        let file = Path::new("listings/threads").join(folder).join("example.rs");
        let id = Id::parse("threads/example").unwrap();
        if let Err(problems) = parse(id, &file, &example.code) {
            panic!("{}: this example of a listing is none\n{problems}", place(&example));
        }
    }
}
