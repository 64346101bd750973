//! All that a check depends on, as one number: where that is the number of a check that passed, the check would pass again.
//!
//! | Input | Of | How it is known |
//! |---|---|---|
//! | this program: the checker, and whatever else it is made of | all | its bytes |
//! | the compiler, its libraries, and whether it has std's source | all | `rustc -vV`, and each file's path, size and time |
//! | the listing, its repair, their edition, and the evidence | all | bytes |
//! | the part's manifest without the other programs, and what it leads to | all | text, bytes |
//! | the workspace's manifest and lock file | programs | bytes |
//! | Cargo's files of configuration | programs | bytes |
//! | the linker, and the variables by which it and libraries are found | programs | path, size and time; values |
//! | the model of std and the engine, with the versions of what they need | explored ones | bytes |
//!
//! What else is in the environment does not reach the compiler, Cargo or the listing: see `toolchain`, and `run`. The kernel
//! and the machine's own libraries are not among the inputs, nor is how many processors there are.

use crate::packages;
use catalog::{ANSWERS, Catalog, EvidenceKind, Intent, Listing, Part, TYPES};
use explorer::MODEL;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use toml::{Table, Value};
use toolchain::Compiler;
use xxhash_rust::xxh3::Xxh3;

/// The variables by which a program's linker and its libraries are found.
const FINDING: [&str; 9] = [
    "PATH",
    "COMPILER_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "DYLD_INSERT_LIBRARIES",
    "DYLD_LIBRARY_PATH",
    "LD_LIBRARY_PATH",
    "LD_PRELOAD",
    "LIB",
    "LIBRARY_PATH",
];

/// What the checks of one book depend on.
pub struct Inputs {
    root: PathBuf,
    of_all: u128,
    of_parts: BTreeMap<String, OfPart>,
    of_programs: Files,
    of_exploring: Files,
    /// The files of the compiler, and the linker.
    tools: Vec<Stamp>,
}

impl Inputs {
    /// Reads what the listings have in common. `target` is the folder that they're built in.
    pub fn read(catalog: &Catalog, target: &Path, compiler: &Compiler) -> Inputs {
        let root = &catalog.root;
        let tools: Vec<Stamp> = files_of(compiler).into_iter().chain(linker()).map(Stamp::of).collect();
        let mut of_all = Fingerprint::default();
        let program = std::env::current_exe().and_then(fs::read);
        of_all.add("this program", program.ok().as_deref());
        of_all.add("compiler", Some(compiler.about.as_bytes()));
        of_all.add("tools", Some(format!("{tools:?}").as_bytes()));
        Inputs {
            root: root.clone(),
            of_all: of_all.number(),
            of_parts: catalog.parts.iter().map(|part| (part.name.clone(), OfPart::read(root, part))).collect(),
            of_programs: Files::read(of_programs(root, target)),
            of_exploring: Files::read(of_exploring()),
            tools,
        }
    }

    /// The fingerprint of all that the check of a listing depends on, as it stands on the disk now.
    pub fn of(&self, catalog: &Catalog, listing: &Listing) -> u128 {
        let mut all = Fingerprint::default();
        all.add("all", Some(&self.of_all.to_le_bytes()));
        all.add("listing", Some(listing.id.to_string().as_bytes()));
        self.add_code(&mut all, listing);
        for kind in EvidenceKind::ALL {
            all.add(kind.extension(), self.bytes(&kind.file(&listing.file)).as_deref());
        }
        if let Intent::Fails { fixed_by } = &listing.intent {
            self.add_code(&mut all, &catalog.listings[fixed_by]);
        }
        if listing.is_program() {
            all.add("programs", Some(&self.of_programs.number.to_le_bytes()));
            for name in FINDING {
                all.add(name, std::env::var_os(name).as_ref().map(|value| value.as_encoded_bytes()));
            }
        }
        if listing.schedules.is_some() {
            all.add("exploring", Some(&self.of_exploring.number.to_le_bytes()));
        }
        all.number()
    }

    /// The fingerprint of all that the check of the matrix depends on.
    pub fn of_matrix(&self) -> u128 {
        let mut all = Fingerprint::default();
        all.add("all", Some(&self.of_all.to_le_bytes()));
        for file in [TYPES, ANSWERS] {
            all.add(file, self.bytes(Path::new(file)).as_deref());
        }
        all.number()
    }

    /// Whether what the listings have in common is as it was when it was read: what is built takes it as it is then.
    pub fn are_as_they_were(&self) -> bool {
        self.of_parts.values().all(|part| part.files.are_as_they_were())
            && self.of_programs.are_as_they_were()
            && self.of_exploring.are_as_they_were()
            && self.tools.iter().all(Stamp::is_as_it_was)
    }

    /// The text of a listing, and what its part says of how it's built.
    fn add_code(&self, to: &mut Fingerprint, listing: &Listing) {
        to.add("file", self.bytes(&listing.file).as_deref());
        to.add("edition", Some(listing.edition.year().as_bytes()));
        if let Some(part) = self.of_parts.get(&listing.id.part) {
            to.add("part", Some(part.manifest.as_bytes()));
            to.add("program", part.programs.get(&listing.id.name).map(String::as_bytes));
            to.add("packages", Some(&part.number.to_le_bytes()));
        }
    }

    fn bytes(&self, file: &Path) -> Option<Vec<u8>> {
        fs::read(self.root.join(file)).ok()
    }
}

/// What the manifest of a part says and leads to. Its programs are kept apart: with each new listing there is one more.
struct OfPart {
    manifest: String,
    programs: BTreeMap<String, String>,
    /// Of the packages that it leads to.
    number: u128,
    /// Those packages' files, and the manifest.
    files: Files,
}

impl OfPart {
    fn read(root: &Path, part: &Part) -> OfPart {
        let file = root.join(&part.manifest);
        let (manifest, programs) = told_apart(&fs::read_to_string(&file).unwrap_or_default());
        let folder = file.parent().unwrap_or(root);
        let leads_to = packages::packages(root, folder).into_iter().filter(|package| package != folder);
        let files = Files::read(leads_to.flat_map(|package| packages::files(root, &package)).collect());
        let stamps = files.stamps.into_iter().chain([Stamp::of(file)]).collect();
        OfPart { manifest, programs, number: files.number, files: Files { stamps, ..files } }
    }
}

/// What a manifest says beside its programs, and of each of them.
fn told_apart(manifest: &str) -> (String, BTreeMap<String, String>) {
    let Ok(mut manifest) = manifest.parse::<Table>() else { return (manifest.to_string(), BTreeMap::new()) };
    let programs = manifest.remove("bin");
    let programs = programs.as_ref().and_then(Value::as_array).into_iter().flatten();
    let named = |program: &Value| Some((program.get("name")?.as_str()?.to_string(), format!("{program:?}")));
    (format!("{manifest:?}"), programs.filter_map(named).collect())
}

/// What Cargo reads to build the programs, beside their own packages.
fn of_programs(root: &Path, target: &Path) -> BTreeSet<PathBuf> {
    let above = root.ancestors().chain(target.ancestors());
    let of_person = std::env::home_dir().map(|folder| folder.join(".cargo"));
    let of_cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let folders = above.map(|folder| folder.join(".cargo")).chain(of_person).chain(of_cargo);
    let configuration = folders.flat_map(|folder| ["config", "config.toml"].map(|name| folder.join(name)));
    ["Cargo.toml", "Cargo.lock"].map(|name| root.join(name)).into_iter().chain(configuration).collect()
}

/// What the programs that explore are built from, beside the listings.
fn of_exploring() -> BTreeSet<PathBuf> {
    let workspace = toolchain::workspace();
    let mut all = packages::files(&workspace, &MODEL.folder());
    all.extend(["Cargo.toml", "Cargo.lock"].map(|name| workspace.join(name)));
    all
}

/// The compiler, what it loads, and std. Their names bear what tells two builds apart.
fn files_of(compiler: &Compiler) -> Vec<PathBuf> {
    let library = compiler.sysroot.join("lib");
    let rustlib = library.join("rustlib");
    let folders = [compiler.sysroot.join("bin"), library, rustlib.join(&compiler.host).join("lib")];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten().flatten())
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    // Whether it is there decides what the compiler would quote.
    files.push(rustlib.join("src"));
    files
}

/// The program that the compiler has link, where it is on the path.
fn linker() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join("cc")).find(|program| program.is_file())?;
    found.canonicalize().ok()
}

/// Some files, and what was in them.
struct Files {
    number: u128,
    stamps: Vec<Stamp>,
}

impl Files {
    fn read(files: BTreeSet<PathBuf>) -> Files {
        let mut all = Fingerprint::default();
        let stamps = files.into_iter().map(Stamp::of).collect::<Vec<Stamp>>();
        for Stamp { file, .. } in &stamps {
            all.add(&file.to_string_lossy(), fs::read(file).ok().as_deref());
        }
        Files { number: all.number(), stamps }
    }

    fn are_as_they_were(&self) -> bool {
        self.stamps.iter().all(Stamp::is_as_it_was)
    }
}

/// A file, and what is another one whenever it is written anew. None where there is no such file.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    file: PathBuf,
    written: Option<(u64, Option<SystemTime>)>,
}

impl Stamp {
    fn of(file: PathBuf) -> Stamp {
        let written = fs::metadata(&file).ok().map(|about| (about.len(), about.modified().ok()));
        Stamp { file, written }
    }

    fn is_as_it_was(&self) -> bool {
        *self == Stamp::of(self.file.clone())
    }
}

/// Takes one input after the other, each with its name and its length, so that no two lists of inputs are taken for one.
#[derive(Default)]
struct Fingerprint(Xxh3);

impl Fingerprint {
    fn add(&mut self, name: &str, bytes: Option<&[u8]>) {
        for bytes in [Some(name.as_bytes()), bytes] {
            let length = bytes.map_or(u64::MAX, |bytes| bytes.len() as u64);
            self.0.update(&length.to_le_bytes());
            self.0.update(bytes.unwrap_or_default());
        }
    }

    fn number(&self) -> u128 {
        self.0.digest128()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_listing_of_the_part_is_no_input() {
        let with = |programs: &str, edition: &str| {
            let text = format!("bin = [{programs}]\n[package]\nname = \"soups\"\nedition = \"{edition}\"\n");
            let (manifest, programs) = told_apart(&text);
            (manifest, programs.get("leek").cloned())
        };
        let (leek, onion) = (r#"{ name = "leek", test = false }"#, r#"{ name = "onion", test = false }"#);
        assert_eq!(with(leek, "2024"), with(&format!("{onion}, {leek}"), "2024"));
        assert_ne!(with(leek, "2024"), with(leek, "2021"));
        assert_ne!(with(leek, "2024"), with(onion, "2024"));
    }

    #[test]
    fn what_is_not_there_is_told_from_what_is_empty_and_no_input_runs_into_the_next() {
        let number = |inputs: &[(&str, Option<&[u8]>)]| {
            let mut all = Fingerprint::default();
            inputs.iter().for_each(|(name, bytes)| all.add(name, *bytes));
            all.number()
        };
        assert_ne!(number(&[("stdout", None)]), number(&[("stdout", Some(b""))]));
        assert_ne!(number(&[("a", Some(b"bc"))]), number(&[("ab", Some(b"c"))]));
    }
}
