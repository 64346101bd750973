//! Finds the Markdown outside the book, and has skeptic make a test of each Rust snippet in it.
//!
//! `tests/markdown.rs` holds the tests.

// The library cannot be asked yet, and where a fence stands is told by the tests alone.
#[allow(dead_code)]
#[path = "src/fences.rs"]
mod fences;

use fences::{Fence, fences, markdown_files};
use std::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

fn main() -> Result<(), Box<dyn Error>> {
    let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").ok_or("run by Cargo, which gives the folder")?);
    let root = package.join("../..").canonicalize()?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("run by Cargo, which gives the folder")?);
    let files = markdown_files(&root)?;
    let mut with_rust = Vec::new();
    let mut seen = String::new();
    for file in &files {
        let from_here = Path::new("../..").join(file);
        println!("cargo::rerun-if-changed={}", from_here.display());
        seen.push_str(&format!("{}\n", file.display()));
        if fences(&root, file)?.iter().any(Fence::is_rust) {
            with_rust.push(from_here);
        }
    }

    // For no file at all skeptic writes nothing, and an older file of its would be left to pass.
    std::fs::write(out.join("skeptic-tests.rs"), "")?;
    skeptic::generate_doc_tests(&with_rust);

    // Cargo can watch a folder only with all that is in it, target/ too, so it would not notice a new file. A test
    // does, and removes this list, which Cargo does watch. Older than anything, it is not itself a change.
    let list = out.join("markdown-files");
    std::fs::write(&list, seen)?;
    File::options().append(true).open(&list)?.set_modified(SystemTime::UNIX_EPOCH)?;
    println!("cargo::rerun-if-changed={}", list.display());
    Ok(())
}
