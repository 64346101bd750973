//! Writes a Cargo package that compiles listings against the look-alike of std, one program for each part.
//!
//! The code of a listing is included as its reader sees it, byte for byte. Only what stands around it is ours: a crate
//! without std, in which `std` is the name of the look-alike, and a module with the prelude for each listing. The
//! printing macros are imported by name, as a glob alone would leave them ambiguous.

use crate::LookAlike;
use catalog::Listing;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Where the tools of this book are, which the package builds on.
const TOOLS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Where packages are built: those of one look-alike all in one place, so that what they depend on is built once.
pub fn target(look_alike: LookAlike) -> PathBuf {
    Path::new(TOOLS).join("../target").join(look_alike.package)
}

/// The name of a part's program, which no package in another folder has: they are built in one place.
pub fn program_name(folder: &Path, part: &str) -> String {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("{part}-{:016x}", hasher.finish())
}

/// The package's manifest. It is a workspace of its own, so that a broken listing breaks nothing else.
const MANIFEST: &str = r#"[workspace]

[package]
name = "listings"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
PACKAGE = { path = PATH }

[profile.dev]
debug = 0
incremental = false

[profile.dev.package."*"]
opt-level = 3
"#;

/// Writes the package for these listings to `folder`. What is as it should be is not touched, so that Cargo builds anew
/// only what has changed.
pub fn write(look_alike: LookAlike, folder: &Path, listings: &[Listing]) -> io::Result<()> {
    let path = format!("{:?}", Path::new(TOOLS).join(look_alike.package).display().to_string());
    let manifest = MANIFEST.replace("PACKAGE", look_alike.package).replace("PATH", &path);
    keep(&folder.join("Cargo.toml"), &manifest)?;
    // The versions that the tools themselves are tested with; Cargo takes out what it has no use for.
    if !folder.join("Cargo.lock").exists() {
        std::fs::copy(Path::new(TOOLS).join("../Cargo.lock"), folder.join("Cargo.lock"))?;
    }
    let mut parts: BTreeMap<&str, Vec<&Listing>> = BTreeMap::new();
    for listing in listings {
        keep(&code(folder, listing), &listing.shown.text())?;
        parts.entry(&listing.id.part).or_default().push(listing);
    }
    let programs = folder.join("src/bin");
    std::fs::create_dir_all(&programs)?;
    for entry in std::fs::read_dir(&programs)? {
        let path = entry?.path();
        let named = |part: &str| path.file_stem().is_some_and(|stem| *stem == *program_name(folder, part));
        if !parts.keys().any(|part| named(part)) {
            std::fs::remove_file(path)?;
        }
    }
    for (part, listings) in parts {
        keep(&programs.join(program_name(folder, part) + ".rs"), &program(look_alike, folder, &listings))?;
    }
    Ok(())
}

/// Where the code of a listing stands in the package.
pub fn code(folder: &Path, listing: &Listing) -> PathBuf {
    folder.join("listings").join(&listing.id.part).join(format!("{}.rs", listing.id.name))
}

fn program(look_alike: LookAlike, folder: &Path, listings: &[&Listing]) -> String {
    let name = look_alike.package.replace('-', "_");
    let mut text = format!("#![no_std]\n#![allow(warnings)]\n#[macro_use]\nextern crate {name} as std;\n\n");
    let mut names = String::new();
    for listing in listings {
        let module = listing.id.name.replace('-', "_");
        let path = code(folder, listing).display().to_string();
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "mod l_{module} {{\n    use std::prelude::rust_2024::*;\n    use std::{{drop, eprint, eprintln, print, \
             println, thread_local}};\n    include!({path:?});\n    pub const RUN: fn() = || {{\n        let _ = main();\n    }};\n}}\n\n"
        );
        let _ = writeln!(names, "        ({:?}, l_{module}::RUN),", listing.id.name);
    }
    let main = look_alike.main;
    text + &format!("fn main() -> std::process::ExitCode {{\n    std::{main}(&[\n{names}    ])\n}}\n")
}

/// Writes a file unless it is so already.
fn keep(file: &Path, text: &str) -> io::Result<()> {
    if std::fs::read_to_string(file).is_ok_and(|there| there == text) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, text)
}
