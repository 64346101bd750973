//! All that a check depends on, as one number: where that is the number of a check that passed, the check would pass again.
//!
//! | Input | Of | How it is known |
//! |---|---|---|
//! | this program: the checker, and whatever else it is made of; the model of std and the engine, which it has with it | all | its bytes |
//! | the compiler, its libraries, and whether it has std's source | all | `rustc -vV`, and each file's path, size and time |
//! | the listing, its repair, their edition, and the evidence | all | bytes |
//! | the part's manifest without the other programs, and what it leads to | all | text, bytes |
//! | the workspace's manifest and lock file | programs, and all of a part that depends on crates | bytes |
//! | Cargo's files of configuration | the same | bytes |
//! | the linker, and the variables by which it and libraries are found | the same | path, size and time; values |
//!
//! A listing that may depend on more, such as a file that it includes, is never known to pass: see `outside`.
//!
//! What else is in the environment does not reach the compiler, Cargo or the listing: see `toolchain`, and `run`. The kernel
//! and the machine's own libraries are not among the inputs, nor is how many processors there are.

use crate::fingerprint::{Files, Fingerprint, Stamp};
use crate::packages;
use catalog::{ANSWERS, Catalog, EvidenceKind, Intent, Listing, Part, TYPES};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};
use toolchain::Compiler;

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
    /// The files of the compiler, and the linker.
    tools: Vec<Stamp>,
    variables: Vec<(&'static str, Option<OsString>)>,
}

/// What a check depends on that is in no book.
pub struct Surroundings {
    /// The program that checks.
    program: PathBuf,
    /// The variables by which a linker and libraries are found.
    variables: Vec<(&'static str, Option<OsString>)>,
}

impl Surroundings {
    /// Those in which this program runs.
    pub fn of_this_program() -> Surroundings {
        Surroundings {
            program: std::env::current_exe().unwrap_or_default(),
            variables: FINDING.map(|name| (name, std::env::var_os(name))).into(),
        }
    }
}

impl Inputs {
    /// Reads what the listings have in common. `target` is the folder that they're built in.
    pub fn read(catalog: &Catalog, target: &Path, compiler: &Compiler, surroundings: Surroundings) -> Inputs {
        let root = &catalog.root;
        let tools: Vec<Stamp> = files_of(compiler).into_iter().chain(linker()).map(Stamp::of).collect();
        let mut of_all = Fingerprint::default();
        of_all.add("this program", fs::read(surroundings.program).ok().as_deref());
        of_all.add("compiler", Some(compiler.about.as_bytes()));
        of_all.add("tools", Some(format!("{tools:?}").as_bytes()));
        Inputs {
            root: root.clone(),
            of_all: of_all.number(),
            of_parts: catalog.parts.iter().map(|part| (part.name.clone(), OfPart::read(root, part))).collect(),
            of_programs: Files::read(of_programs(root, target)),
            tools,
            variables: surroundings.variables,
        }
    }

    /// The fingerprint of all that the check of a listing depends on, as it is on the disk now.
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
        let has_dependencies = self.of_parts.get(&listing.id.part).is_some_and(|part| part.has_dependencies);
        if listing.is_program() || has_dependencies {
            all.add("programs", Some(&self.of_programs.number.to_le_bytes()));
            for (name, value) in &self.variables {
                all.add(name, value.as_ref().map(|value| value.as_encoded_bytes()));
            }
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
    /// Whether its listings can name other crates, so that Cargo builds something for all of them.
    has_dependencies: bool,
    programs: BTreeMap<String, String>,
    /// Of the packages that it leads to.
    number: u128,
    /// Those packages' files, and the manifest.
    files: Files,
}

impl OfPart {
    fn read(root: &Path, part: &Part) -> OfPart {
        let file = root.join(&part.manifest);
        let text = fs::read_to_string(&file).unwrap_or_default();
        let has_dependencies = !part.crates.is_empty();
        let (manifest, programs) = told_apart(&text);
        let folder = file.parent().unwrap_or(root);
        let leads_to = packages::packages(root, folder).into_iter().filter(|package| package != folder);
        let files = Files::read(leads_to.flat_map(|package| packages::files(root, &package)).collect());
        let stamps = files.stamps.into_iter().chain([Stamp::of(file)]).collect();
        OfPart { manifest, has_dependencies, programs, number: files.number, files: Files { stamps, ..files } }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{LazyLock, Mutex, PoisonError};
    use tempfile::TempDir;

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

    /// A book with a listing that runs, one that's explored and one that must not compile; beside it the
    /// program that checks.
    const BOOK: [(&str, &str); 7] = [
        ("listings/soups/Cargo.toml", "bin = [\n]\n[package]\nname = \"soups\"\nedition = \"2024\"\n"),
        ("listings/soups/src/bin/leek.rs", "//! Leek\n\nfn main() {}\n"),
        ("listings/soups/src/bin/onion.rs", "//! Onion\n//@ schedules\n\nfn main() {\n    drop(1);\n}\n"),
        (
            "listings/soups/fails/stone.rs",
            "//! Stone\n//!\n//! If this compiled, no.\n//@ fixed-by: soups/leek\n\nfn main() { //~ E0308: no soup\n    1\n}\n",
        ),
        ("Cargo.toml", "[workspace]\n"),
        ("Cargo.lock", "version = 4\n"),
        ("program", "checks"),
    ];

    /// The fingerprints of its listings, by their names, where `change` has been done to it; and of its matrix.
    fn numbers(change: impl FnOnce(&Path, &mut Compiler, &mut Surroundings)) -> BTreeMap<String, u128> {
        // Always in the same place, as what is hashed has its path.
        static PLACE: LazyLock<Mutex<TempDir>> = LazyLock::new(|| Mutex::new(tempfile::tempdir().unwrap()));
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner);
        let root = place.path().canonicalize().unwrap().join("book");
        let _ = fs::remove_dir_all(&root);
        for (file, text) in BOOK {
            write(&root.join(file), text);
        }
        let mut compiler = Compiler::find(toolchain::tested::package()).unwrap();
        let variables = vec![("PATH", Some("here".into()))];
        let mut surroundings = Surroundings { program: root.join("program"), variables };
        change(&root, &mut compiler, &mut surroundings);
        let catalog = Catalog::load(&root).unwrap();
        let inputs = Inputs::read(&catalog, &root.join("target"), &compiler, surroundings);
        let of_listings =
            catalog.listings.values().map(|listing| (listing.id.name.clone(), inputs.of(&catalog, listing)));
        of_listings.chain([("the matrix".to_string(), inputs.of_matrix())]).collect()
    }

    fn write(file: &Path, text: &str) {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// These and no others have another fingerprint where this has been done.
    #[track_caller]
    fn changes(names: &[&str], change: impl FnOnce(&Path, &mut Compiler, &mut Surroundings)) {
        let (before, after) = (numbers(|_, _, _| {}), numbers(change));
        let other: Vec<&str> =
            before.iter().filter(|(name, it)| after.get(*name) != Some(it)).map(|(name, _)| &**name).collect();
        assert_eq!(other, names);
    }

    /// The same of this file, in which one byte more stands.
    #[track_caller]
    fn file_changes(names: &[&str], file: &str) {
        changes(names, |root, _, _| {
            let text = fs::read_to_string(root.join(file)).unwrap_or_default();
            write(&root.join(file), &(text + "\n"));
        });
    }

    const ALL: [&str; 4] = ["leek", "onion", "stone", "the matrix"];

    #[test]
    fn tools_are_inputs_of_all_checks() {
        changes(&[], |_, _, _| {});
        file_changes(&ALL, "program");
        changes(&ALL, |_, compiler, _| compiler.about += "commit-hash: another\n");
        // Its libraries are others, whatever it says of itself.
        changes(&ALL, |root, compiler, _| compiler.sysroot = root.join("another"));
    }

    #[test]
    fn a_listing_is_the_input_of_itself_and_of_what_it_repairs() {
        file_changes(&["leek", "stone"], "listings/soups/src/bin/leek.rs");
        file_changes(&["stone"], "listings/soups/fails/stone.rs");
        for kind in EvidenceKind::ALL {
            file_changes(&["leek"], &format!("listings/soups/src/bin/leek.{}", kind.extension()));
        }
        file_changes(&["the matrix"], ANSWERS);
    }

    #[test]
    fn what_programs_are_built_with_is_an_input_of_programs() {
        for file in ["Cargo.toml", "Cargo.lock", ".cargo/config.toml", ".cargo/config"] {
            file_changes(&["leek", "onion"], file);
        }
        changes(&["leek", "onion"], |_, _, surroundings| surroundings.variables[0].1 = Some("there".into()));
        changes(&["leek", "onion"], |_, _, surroundings| surroundings.variables[0].1 = None);
        let edition = |root: &Path, _: &mut Compiler, _: &mut Surroundings| {
            let manifest = root.join(BOOK[0].0);
            fs::write(manifest, BOOK[0].1.replace("[package]", "[package]\nversion = \"1.0.0\"")).unwrap();
        };
        changes(&["leek", "onion", "stone"], edition);
    }

    #[test]
    fn where_a_part_depends_on_crates_what_must_not_compile_is_built_with_the_same_as_programs() {
        let with_a_crate = |lock: &'static str| {
            numbers(move |root, _, _| {
                let manifest = format!("{}\n[dependencies]\nkitchen = {{ path = \"kitchen\" }}\n", BOOK[0].1);
                write(&root.join(BOOK[0].0), &manifest);
                write(&root.join("Cargo.lock"), lock);
            })
        };
        let (before, after) = (with_a_crate("version = 4\n"), with_a_crate("version = 4 \n"));
        assert!(before["stone"] != after["stone"] && before["the matrix"] == after["the matrix"]);
    }
}
