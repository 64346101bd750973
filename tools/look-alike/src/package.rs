//! Writes a Cargo package that compiles listings against the look-alike of std, one program for each part.
//!
//! The code of a listing is included as its reader sees it, byte for byte. Only what surrounds it is ours: a crate
//! without std, in which `std` is the name of the look-alike, and a module with the prelude for each listing, in a file
//! of its own, so that an error there is known to be that listing's. The printing macros are imported by name, as a
//! glob alone would leave them ambiguous.

use crate::LookAlike;
use crate::sources::{Sources, lock_file};
use catalog::{Edition, Listing};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Where packages are built, below the folder that is shared: those of one look-alike all in one place, so that what they
/// depend on is built once.
pub fn target(look_alike: LookAlike, shared: &Path) -> PathBuf {
    shared.join(look_alike.package)
}

/// The name of a part's program, which no package in another folder has: they are built in one place.
pub fn program_name(folder: &Path, part: &str) -> String {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("{part}-{:016x}", hasher.finish())
}

/// What a look-alike has in place of what comes by itself from std.
const OWN: &str = "drop, eprint, eprintln, print, println, thread_local";

/// The names of the programs for these listings.
pub fn program_names(folder: &Path, listings: &[Listing]) -> BTreeSet<String> {
    listings.iter().map(|listing| program_name(folder, &listing.id.part)).collect()
}

/// The package's manifest. It is a workspace of its own, so that a broken listing breaks nothing else.
const MANIFEST: &str = r#"[workspace]

[package]
name = NAME
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
PACKAGE = { path = PATH }

[profile.dev]
debug = "line-tables-only"
incremental = false

[profile.dev.package."*"]
debug = 0
opt-level = 3
"#;

/// Writes the package for these listings to `folder`. What is as it should be is not touched, so that Cargo rebuilds
/// only what has changed.
pub fn write(look_alike: LookAlike, sources: &Sources, folder: &Path, listings: &[Listing]) -> io::Result<()> {
    let mut parts: BTreeMap<&str, Vec<&Listing>> = BTreeMap::new();
    for listing in listings {
        keep(&code(folder, listing), &listing.shown.text())?;
        keep(&module(folder, listing), &around(&code(folder, listing), listing.edition))?;
        parts.entry(&listing.id.part).or_default().push(listing);
    }
    let of_part = |(part, listings): (&&str, &Vec<&Listing>)| {
        let edition = listings.first().map(|listing| listing.edition).unwrap_or_default();
        as_edition(&program_name(folder, part), edition)
    };
    write_manifest(look_alike, sources, folder, "listings", &parts.iter().map(of_part).collect::<String>())?;
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

/// What the manifest says of the program of a part, all of whose listings have its edition.
fn as_edition(program: &str, edition: Edition) -> String {
    format!("\n[[bin]]\nname = {program:?}\npath = \"src/bin/{program}.rs\"\nedition = \"{}\"\n", edition.year())
}

/// The manifest of a package with this name and these programs, and its lock file.
fn write_manifest(
    look_alike: LookAlike,
    sources: &Sources,
    folder: &Path,
    name: &str,
    programs: &str,
) -> io::Result<()> {
    let quoted = |text: String| format!("{text:?}");
    let path = quoted(sources.package(look_alike.package).display().to_string());
    let manifest = MANIFEST.replace("NAME", &quoted(name.to_string())).replace("PACKAGE", look_alike.package);
    keep(&folder.join("Cargo.toml"), &(manifest.replace("PATH", &path) + programs))?;
    lock(folder, lock_file())
}

/// The name of the crate that bears, for whom it is given to, the name of std.
pub fn std_name(look_alike: LookAlike) -> String {
    format!("{}_as_std", look_alike.package.replace('-', "_"))
}

/// Writes the package of the crate that bears the name of std.
pub fn write_std(look_alike: LookAlike, sources: &Sources, folder: &Path) -> io::Result<()> {
    write_manifest(look_alike, sources, folder, &std_name(look_alike), "")?;
    let mut preludes = String::from("pub mod prelude {\n");
    for edition in ["v1", "rust_2015", "rust_2018", "rust_2021", "rust_2024"] {
        // Writing to a string does not fail.
        let _ = writeln!(
            preludes,
            "    pub mod {edition} {{\n        pub use crate::{{{OWN}}};\n        \
             pub use LOOK_ALIKE::prelude::{edition}::*;\n    }}"
        );
    }
    let text = AS_STD.replace("PRELUDES", &(preludes + "}\n"));
    keep(&folder.join("src/lib.rs"), &text.replace("LOOK_ALIKE", &look_alike.package.replace('-', "_")))
}

/// The crate that bears the name of std, around a look-alike.
const AS_STD: &str = include_str!("../as_std.rs");

/// Whether a file of the package is this listing's: its code, or what is around it.
pub fn is_of(folder: &Path, listing: &Listing, file: &Path) -> bool {
    file == code(folder, listing) || file == module(folder, listing)
}

/// Where the code of a listing is in the package.
fn code(folder: &Path, listing: &Listing) -> PathBuf {
    folder.join("listings").join(&listing.id.part).join(format!("{}.rs", listing.id.name))
}

/// Where its module stands, which includes the code.
fn module(folder: &Path, listing: &Listing) -> PathBuf {
    folder.join("modules").join(&listing.id.part).join(format!("{}.rs", listing.id.name))
}

/// The module of a listing. Its comment is read by those whom the compiler shows that line.
fn around(code: &Path, edition: Edition) -> String {
    let (code, edition) = (code.display().to_string(), edition.year());
    format!(
        "use std::prelude::rust_{edition}::*;\nuse std::{{{OWN}}};\n\
         include!({code:?});\npub const RUN: fn() = || {{\n    \
         let () = main(); // What `main` returns would be lost here: it has to return nothing.\n}};\n"
    )
}

fn program(look_alike: LookAlike, folder: &Path, listings: &[&Listing]) -> String {
    let name = look_alike.package.replace('-', "_");
    let mut text = format!("#![no_std]\n#![allow(warnings)]\n#[macro_use]\nextern crate {name} as std;\n\n");
    let mut names = String::new();
    for listing in listings {
        let name = listing.id.name.replace('-', "_");
        let path = module(folder, listing).display().to_string();
        // Writing to a string does not fail.
        let _ = writeln!(text, "#[path = {path:?}]\nmod l_{name};");
        let _ = writeln!(names, "        ({:?}, l_{name}::RUN),", listing.id.name);
    }
    let main = look_alike.main;
    text + &format!("\nfn main() -> std::process::ExitCode {{\n    std::{main}(&[\n{names}    ])\n}}\n")
}

/// Has the package use the versions that the tools themselves are tested with, those of the workspace. Cargo takes out of
/// its lock file what it has no use for, so what it was made from is kept beside it, to be compared.
fn lock(folder: &Path, workspace: &str) -> io::Result<()> {
    let (lock, made_from) = (folder.join("Cargo.lock"), folder.join("workspace.lock"));
    if lock.exists() && std::fs::read_to_string(&made_from).is_ok_and(|there| there == workspace) {
        return Ok(());
    }
    std::fs::write(lock, workspace)?;
    std::fs::write(made_from, workspace)
}

/// Writes a file unless it is so already.
pub fn keep(file: &Path, text: &str) -> io::Result<()> {
    if std::fs::read_to_string(file).is_ok_and(|there| there == text) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_are_the_workspace_s_and_renewed_when_those_are() {
        let folder = tempfile::tempdir().unwrap();
        let there = || std::fs::read_to_string(folder.path().join("Cargo.lock")).unwrap();
        lock(folder.path(), "old").unwrap();
        assert_eq!(there(), "old");
        std::fs::write(folder.path().join("Cargo.lock"), "as Cargo left it").unwrap();
        lock(folder.path(), "old").unwrap();
        assert_eq!(there(), "as Cargo left it");
        lock(folder.path(), "new").unwrap();
        assert_eq!(there(), "new");
    }
}
