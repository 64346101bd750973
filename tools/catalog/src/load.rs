//! Reads the whole folder of listings, and reports what in it is neither a listing nor evidence.

use crate::blessed::{BLESSED, Blessed, Edited, blessed_file, blessed_of, blessed_text};
use crate::crates::{Crate, crates_of};
use crate::editors::left_by_an_editor;
use crate::evidence::{Evidence, EvidenceKind};
use crate::listing::{Edition, Id, Intent, Listing, Stdout};
use crate::manifest::{edition, package_name, programs_registered, silences_the_compiler, with_programs};
use crate::matrix::{ANSWERS, Matrix, TYPES};
use crate::measured::{Measurement, measurements};
use crate::numbers::{NUMBERS, Numbers};
use crate::parse::parse;
use crate::problem::{Problem, Problems};
use crate::schedules::Schedules;
use crate::slashes::slashes;
use at_once::at_once;
use remembered::Remembered;
use rust_source::Paths;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One part of the book's listings: a folder below `listings/`, which is a Cargo package of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The name of the folder and of the package.
    pub name: String,
    /// Its manifest, relative to the root of the book.
    pub manifest: PathBuf,
    /// The crates that its listings can name.
    pub crates: Vec<Crate>,
}

/// What was found of listings that are explored.
pub type Explored = BTreeMap<Id, Arc<Schedules>>;

/// What each source of a listing says of which somebody has asked, by the listing's id and file.
static PARSED: Remembered<(Id, PathBuf, String), Result<Listing, Problems>> = Remembered::new();

/// All listings of the book, by id.
#[derive(Debug, Clone)]
pub struct Catalog {
    /// The root of the book, to which every path in the catalog is relative.
    pub root: PathBuf,
    /// The parts, by name.
    pub parts: Vec<Part>,
    /// The listings.
    pub listings: BTreeMap<Id, Listing>,
    /// The types to ask the compiler about, if the book has a matrix of them.
    pub matrix: Option<Matrix>,
    /// The numbers of the listings in the book.
    pub numbers: Numbers,
    /// What each listing was when its evidence was written.
    pub blessed: BTreeMap<Id, Blessed>,
    /// What is measured, by name.
    pub measurements: BTreeMap<String, Measurement>,
}

impl Catalog {
    /// Reads `listings/` and, where there is one, `measurements/` below `root`.
    ///
    /// # Errors
    /// Every fault in a listing's file, and every file that does not belong there. Evidence is not looked into: see
    /// [`Catalog::evidence`] and [`Catalog::stale_files`].
    pub fn load(root: &Path) -> Result<Catalog, Problems> {
        let mut problems = Problems::default();
        let matrix = Matrix::load(root).unwrap_or_else(|found| {
            problems.extend(found);
            None
        });
        let numbers = Numbers::load(root).unwrap_or_else(|found| {
            problems.extend(found);
            Numbers::default()
        });
        let measurements = measurements(root).unwrap_or_else(|found| {
            problems.extend(found.0);
            BTreeMap::new()
        });
        let mut catalog = Catalog {
            root: root.to_path_buf(),
            parts: Vec::new(),
            listings: BTreeMap::new(),
            matrix,
            numbers,
            blessed: BTreeMap::new(),
            measurements,
        };
        let folder = Path::new("listings");
        for part in catalog.folder(folder).unwrap_or_default() {
            // How the listings are formatted is said for all parts, and so are their numbers; the matrix belongs to none.
            if part == folder.join("rustfmt.toml")
                || [TYPES, ANSWERS, NUMBERS].iter().any(|file| part == Path::new(file))
            {
                continue;
            }
            let manifest = part.join("Cargo.toml");
            if !root.join(&manifest).is_file() {
                let remedy = "a part is a folder with a Cargo.toml; remove this, or make it one";
                problems.push(Problem::in_file(&part, "is not a part of the book", remedy));
                continue;
            }
            let name = file_name(&part);
            if Id::parse(&format!("{name}/any")).is_none() {
                let remedy = "name it in small letters, digits and hyphens";
                problems.push(Problem::in_file(&part, "a part cannot have this name", remedy));
                continue;
            }
            problems.extend(catalog.out_of_place(&part));
            // A manifest that is not to be read is told of below.
            let text = std::fs::read_to_string(root.join(&manifest)).unwrap_or_default();
            problems.extend(silences_the_compiler(&manifest, &text));
            let edition = catalog.edition(&manifest).unwrap_or_else(|problem| {
                problems.push(problem);
                Edition::default()
            });
            let found = catalog.listings.len();
            for folder in [part.join("src/bin"), part.join("fails")] {
                problems.extend(catalog.add_folder(&name, edition, &folder));
            }
            if found == catalog.listings.len() && problems.0.is_empty() {
                problems.push(Problem::in_file(&part, "has no listing", "write one in src/bin/ or fails/"));
            }
            match blessed_of(root, &name) {
                Ok(blessed) => catalog.blessed.extend(blessed),
                Err(found) => problems.extend(found),
            }
            let crates = catalog.crates(&manifest).unwrap_or_else(|problem| {
                problems.push(problem);
                Vec::new()
            });
            catalog.parts.push(Part { name, manifest, crates });
        }
        if catalog.parts.is_empty() && problems.0.is_empty() {
            problems.push(Problem::in_file(folder, "has no part", "a book of listings needs some"));
        }
        problems.extend(catalog.repairs_that_are_none());
        problems.extend(catalog.code_that_is_not_the_same());
        problems.or(catalog)
    }

    /// The crates that a listing names, of those that its part can.
    pub fn crates_of(&self, listing: &Listing) -> Vec<&Crate> {
        let part = self.parts.iter().find(|part| part.name == listing.id.part && !part.crates.is_empty());
        let Some(part) = part else { return Vec::new() };
        let program = Paths::in_text(&listing.shown.text());
        part.crates.iter().filter(|it| it.is_named_in(&program)).collect()
    }

    /// The version of a crate that some part's listings can name, as Cargo.lock has it.
    pub fn version_of(&self, name: &str) -> Option<&str> {
        self.parts.iter().flat_map(|part| &part.crates).find(|it| it.name == name)?.version.as_deref()
    }

    /// The evidence of one listing, and which of it is missing.
    pub fn evidence(&self, listing: &Listing) -> (Evidence, Vec<Problem>) {
        Evidence::read(&self.root, listing)
    }

    /// What was found of each listing that is explored. Evidence that cannot be read is left out, and is a fault of its own.
    pub fn explored(&self) -> Explored {
        let explored = self.listings.values().filter(|listing| listing.schedules.is_some());
        let found = at_once(explored, |listing| {
            let evidence = Evidence::as_it_stands(&self.root, listing);
            Some((listing.id.clone(), Schedules::read(evidence.text(EvidenceKind::Schedules)).ok()?))
        });
        found.into_iter().flatten().collect()
    }

    /// How a listing differs from what it was when its evidence was written: that evidence is of another one.
    pub fn edited(&self, listing: &Listing) -> Option<Edited> {
        match self.blessed.get(&listing.id) {
            Some(blessed) => blessed.edited(listing, &Evidence::as_it_stands(&self.root, listing)),
            None => Some(Edited::Never),
        }
    }

    /// The same as a fault. A book that is being written has such listings, and can be looked at; it cannot pass.
    pub fn edited_since_blessed(&self, listing: &Listing) -> Option<Problem> {
        let fault = match self.edited(listing)? {
            Edited::Never => {
                format!(
                    "its evidence was never blessed: {} has no line for it",
                    slashes(&blessed_file(&listing.id.part))
                )
            }
            Edited::Code => "was edited after it was checked: its evidence belongs to different code".to_string(),
            Edited::Evidence => {
                "its evidence was edited after it was checked, and evidence is recorded, never written by hand"
                    .to_string()
            }
        };
        let remedy = format!("run `cargo book bless {}` and read what it writes", listing.id);
        Some(Problem::in_file(&listing.file, fault, remedy))
    }

    /// The text of a part's `blessed.txt` if all of its listings were blessed as they stand: for a copy of some of them,
    /// whose evidence has been judged elsewhere. A listing without a number gets 1.
    pub fn blessed_as_they_stand(&self, part: &Part) -> String {
        let of_part = self.listings.values().filter(|listing| listing.id.part == part.name);
        let blessed = of_part.map(|listing| {
            let was = self.blessed.get(&listing.id).map(|blessed| blessed.number);
            let number = was.or(self.numbers.of(&listing.id)).unwrap_or(1);
            (listing.id.clone(), Blessed::now(listing, &self.evidence(listing).0, number))
        });
        blessed_text(&blessed.collect())
    }

    /// What is beside the listings and belongs to none of them, or is missing from a part's manifest.
    pub fn stale_files(&self) -> Problems {
        let mut problems = Problems::default();
        match &self.matrix {
            Some(matrix) => problems.extend(matrix.answers(&self.root).err()),
            None if self.root.join(ANSWERS).exists() => {
                let fault = format!("answers nobody's question: there is no {TYPES}");
                problems.push(Problem::in_file(Path::new(ANSWERS), fault, "remove it, or restore the questions"));
            }
            None => {}
        }
        for listing in self.listings.values() {
            problems.extend(self.number_that_is_not_its_own(listing));
        }
        problems.extend(self.code_that_appears_twice());
        for id in self.blessed.keys().filter(|id| !self.listings.contains_key(id)) {
            let fault = format!("has a line for {id}, which does not exist");
            problems.push(Problem::in_file(
                &blessed_file(&id.part),
                fault,
                "run `cargo book bless`, which maintains that file",
            ));
        }
        for part in &self.parts {
            problems.extend(self.programs_unregistered(part));
            let folder = part.manifest.with_file_name("");
            for folder in [folder.join("src/bin"), folder.join("fails")] {
                for file in self.folder(&folder).unwrap_or_default() {
                    problems.extend(self.orphan(part, &file));
                }
            }
        }
        problems
    }

    /// The listings that are programs of one part, sorted by name.
    pub fn programs<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = &'a Listing> {
        self.listings.values().filter(move |listing| listing.id.part == part.name && listing.is_program())
    }

    fn folder(&self, folder: &Path) -> std::io::Result<Vec<PathBuf>> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(self.root.join(folder))?
            .map(|entry| entry.map(|entry| folder.join(entry.file_name())))
            .filter(|file| !file.as_deref().is_ok_and(left_by_an_editor))
            .collect::<Result<_, _>>()?;
        files.sort();
        Ok(files)
    }

    /// A listing that has no number, or another one than it had when its evidence was written.
    fn number_that_is_not_its_own(&self, listing: &Listing) -> Option<Problem> {
        let Listing { id, file, .. } = listing;
        let (is, was) = (self.numbers.of(id), self.blessed.get(id).map(|blessed| blessed.number));
        let (fault, remedy) = match (is, was) {
            (Some(is), Some(was)) if is == was => return None,
            (Some(_), None) => return None,
            (None, None) => {
                (format!("has no number in {NUMBERS}"), format!("run `cargo book bless {id}`, which gives it one"))
            }
            (is, Some(was)) => (
                match is {
                    Some(is) => format!("is Listing {is} in {NUMBERS}, but was Listing {was}"),
                    None => format!("has no number in {NUMBERS}, but was Listing {was}"),
                },
                format!(
                    "restore {NUMBERS} from the history, where lines are only ever added; if nobody can have seen \
                     Listing {was} yet, because it is new on a branch, remove its line in {} and run `cargo book bless \
                     {id}`",
                    slashes(&blessed_file(&id.part))
                ),
            ),
        };
        Some(Problem::in_file(file, fault, remedy))
    }

    /// What Cargo, or a person, could take for a listing and we do not.
    fn out_of_place(&self, part: &Path) -> Vec<Problem> {
        let remedy = "a part holds Cargo.toml, blessed.txt, src/bin/ and fails/, and nothing else";
        let ours = |path: &PathBuf| {
            ["Cargo.toml", BLESSED, "src", "src/bin", "fails"].iter().any(|own| *path == part.join(own))
        };
        let found =
            [part.to_path_buf(), part.join("src")].into_iter().flat_map(|at| self.folder(&at).unwrap_or_default());
        found
            .filter(|path| !ours(path))
            .map(|path| Problem::in_file(&path, "does not belong in a part of the book", remedy))
            .collect()
    }

    fn edition(&self, manifest: &Path) -> Result<Edition, Problem> {
        let text =
            std::fs::read_to_string(self.root.join(manifest)).map_err(|error| Problem::io(manifest, "read", &error))?;
        // Only a part that refers to it needs it, and is told of if it is not there.
        let root = std::fs::read_to_string(self.root.join("Cargo.toml")).unwrap_or_default();
        edition(&text, &root).ok_or_else(|| {
            let fault = "its package has an edition that does not exist";
            Problem::in_file(
                manifest,
                fault,
                "give it 2015, 2018, 2021 or 2024; or `edition.workspace = true`, if the workspace has one",
            )
        })
    }

    fn crates(&self, manifest: &Path) -> Result<Vec<Crate>, Problem> {
        let text =
            std::fs::read_to_string(self.root.join(manifest)).map_err(|error| Problem::io(manifest, "read", &error))?;
        // Only a part that has crates needs these, and is told of what it does not find there.
        let beside = |name: &str| std::fs::read_to_string(self.root.join(name)).unwrap_or_default();
        crates_of(manifest, &text, &beside("Cargo.toml"), &beside("Cargo.lock"))
    }

    fn add_folder(&mut self, part: &str, edition: Edition, folder: &Path) -> Problems {
        let mut problems = Problems::default();
        for file in self.folder(folder).unwrap_or_default() {
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("rs") => match self.add(part, edition, &file) {
                    Ok(()) => {}
                    Err(found) => problems.extend(found),
                },
                Some(extension) if EvidenceKind::from_extension(extension).is_some() => {}
                _ => problems.push(Problem::in_file(
                    &file,
                    "is neither a listing nor evidence",
                    "a listing is a .rs file in this folder, not in one of its own; remove anything else",
                )),
            }
        }
        problems
    }

    fn add(&mut self, part: &str, edition: Edition, file: &Path) -> Result<(), Problems> {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let Some(id) = Id::parse(&format!("{part}/{stem}")) else {
            let remedy = "name it in small letters, digits and hyphens: what-it-shows.rs";
            return Err(Problem::in_file(file, "its name cannot be an id", remedy).into());
        };
        if let Some(other) = self.listings.values().find(|other| other.id.name == id.name) {
            return Err(Problem::in_file(
                file,
                format!("has the same name as {}", slashes(&other.file)),
                "names are unique across the book, so that `cargo run --bin NAME` is clear; rename one of them",
            )
            .into());
        }
        let source =
            std::fs::read_to_string(self.root.join(file)).map_err(|error| Problem::io(file, "read", &error))?;
        let of = (id.clone(), file.to_path_buf(), source);
        let listing = (*PARSED.of(&of, |(id, file, source)| parse(id.clone(), file, source))).clone()?;
        self.listings.insert(id, Listing { edition, ..listing });
        Ok(())
    }

    fn repairs_that_are_none(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for listing in self.listings.values() {
            let Intent::Fails { fixed_by } = &listing.intent else { continue };
            let fault = match self.listings.get(fixed_by) {
                // A file that is there and could not be read has been reported.
                None if self
                    .root
                    .join(format!("listings/{}/src/bin/{}.rs", fixed_by.part, fixed_by.name))
                    .is_file() =>
                {
                    continue;
                }
                None => format!("its repair {fixed_by} does not exist"),
                Some(twin) if !twin.is_program() => format!("its repair {fixed_by} must not compile either"),
                Some(_) => continue,
            };
            let line = listing.line_of("//@ fixed-by");
            let remedy = match self.nearest(&fixed_by.to_string()).filter(|id| self.listings[*id].is_program()) {
                Some(id) => format!("name a listing that compiles; did you mean `{id}`?"),
                None => "name a listing that compiles".to_string(),
            };
            problems.push(Problem::at_line(&listing.file, line, fault, remedy));
        }
        problems
    }

    fn code_that_is_not_the_same(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for listing in self.listings.values() {
            let Some(id) = &listing.same_code_as else { continue };
            let (fault, remedy) = match self.listings.get(id) {
                None => {
                    let nearest = self.nearest(&id.to_string()).filter(|id| **id != listing.id);
                    let remedy = nearest.map_or(String::new(), |id| format!("; did you mean `{id}`?"));
                    (format!("there is no listing {id}"), format!("name the listing whose code this is{remedy}"))
                }
                Some(other) if other.shown.text() != listing.shown.text() => (
                    format!("its code differs from that of {id}"),
                    "copy that code below the header, or remove this line".to_string(),
                ),
                Some(other) if other.edition == listing.edition => (
                    format!("{id} has the same edition"),
                    "the same code appears twice only to show what an edition changes".to_string(),
                ),
                Some(_) => continue,
            };
            problems.push(Problem::at_line(&listing.file, listing.line_of("//@ same-code-as"), fault, remedy));
        }
        problems
    }

    /// Listings that do not say so and have the code of another: of two that are the same, one would be changed alone. What
    /// must not compile and has the code of its repair is told when it is compiled.
    fn code_that_appears_twice(&self) -> Vec<Problem> {
        let mut first: BTreeMap<String, &Listing> = BTreeMap::new();
        let mut problems = Vec::new();
        for listing in self.listings.values() {
            let Some(other) = first.get(&listing.shown.text()) else {
                first.insert(listing.shown.text(), listing);
                continue;
            };
            let says_so = |listing: &Listing| listing.same_code_as.is_some() || !listing.is_program();
            if !says_so(listing) && !says_so(other) {
                let fault = format!("has the same code as {}", other.id);
                let remedy = if other.edition == listing.edition {
                    format!("show that one and refer to it here with `[](listing:{})`; or change this one", other.id)
                } else {
                    format!("if it shows what the edition changes, say so: `//@ same-code-as: {}`", other.id)
                };
                problems.push(Problem::in_file(&listing.file, fault, remedy));
            }
        }
        problems
    }

    fn programs_unregistered(&self, part: &Part) -> Vec<Problem> {
        let read = std::fs::read_to_string(self.root.join(&part.manifest))
            .map_err(|error| Problem::io(&part.manifest, "read", &error))
            .and_then(|text| Ok((programs_registered(&part.manifest, &text)?, text)));
        let (registered, text) = match read {
            Ok(read) => read,
            Err(problem) => return vec![problem],
        };
        if let Some(name) = package_name(&text).filter(|name| *name != part.name) {
            let remedy = format!("give it the name of its folder, `{}`", part.name);
            return vec![Problem::in_file(&part.manifest, format!("its package is called `{name}`"), remedy)];
        }
        let programs: Vec<&str> = self.programs(part).map(|listing| listing.id.name.as_str()).collect();
        let missing = programs.iter().find(|name| !registered.iter().any(|registered| registered == *name));
        let left_over = registered.iter().find(|name| !programs.contains(&name.as_str()));
        let fault = match (missing, left_over) {
            (Some(name), _) => format!("does not list the program {name}"),
            (None, Some(name)) => format!("lists the program {name}, which does not exist"),
            (None, None) => {
                let names: Vec<String> = programs.iter().map(|name| (*name).to_string()).collect();
                match with_programs(&part.manifest, &text, &names) {
                    Err(problem) => return vec![problem],
                    Ok(blessed) if blessed == text => return Vec::new(),
                    Ok(blessed) => {
                        let name = programs.iter().find(|name| {
                            let line = blessed.lines().find(|line| line.contains(&format!("\"{name}\"")));
                            line.is_some_and(|line| !text.lines().any(|written| written == line))
                        });
                        match name {
                            Some(name) => format!("does not list the program {name} as `cargo book bless` writes it"),
                            None => "does not list the programs as `cargo book bless` writes them".to_string(),
                        }
                    }
                }
            }
        };
        vec![Problem::in_file(&part.manifest, fault, "run `cargo book bless`, which maintains that list")]
    }

    fn orphan(&self, part: &Part, file: &Path) -> Option<Problem> {
        let kind = EvidenceKind::from_extension(file.extension()?.to_str()?)?;
        let name = file.file_stem()?.to_string_lossy().into_owned();
        let listing = self
            .listings
            .get(&Id { part: part.name.clone(), name })
            .filter(|listing| listing.file == file.with_extension("rs"));
        match listing {
            None => Some(Problem::in_file(
                file,
                "is evidence for a listing that does not exist",
                "remove it, or restore \
                                                                                              the listing",
            )),
            Some(listing) if !kind.allowed(listing) => Some(Problem::in_file(
                file,
                match &listing.intent {
                    Intent::Runs(Stdout::OneOf(_)) => {
                        "is not a kind of evidence for a listing with outcomes".to_string()
                    }
                    intent => format!("is not a kind of evidence for a listing that {}", intent.word()),
                },
                "remove it",
            )),
            Some(_) => None,
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
