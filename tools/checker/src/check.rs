//! Checks one listing: observes it, and compares what was seen with its committed evidence.

use crate::build::{Programs, Refusal};
use crate::dependencies::{Dependencies, OfParts};
use crate::diagnose::diagnose;
use crate::difference::{difference, other_colours};
use crate::explored::comes_to_what_it_should;
use crate::programs::Program;
use crate::turns::Turns;
use crate::twin::repairs;
use crate::{fails, matrix, normalise, sysroot};
use catalog::{
    ANSWERS, Catalog, Evidence, EvidenceKind, Id, Intent, Listing, Matrix, Problem, Problems, pinned_compiler,
};
use explorer::{Explorer, Limits};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;
use toolchain::{Compiler, Unwritable};

/// How many listings are run at a time: more than there are processors, since a check often only waits to see that a
/// program which should hang still hangs.
pub fn at_a_time() -> usize {
    2 * std::thread::available_parallelism().map_or(1, usize::from)
}

/// Checks the listings of one book.
///
/// Programs are built once, from when the first is needed, and a listing is run as soon as its own is there. A checker can
/// be shared between threads. It is best given a thread for each listing, most of which wait: it runs no more of them at a
/// time than is good.
pub struct Checker {
    catalog: Catalog,
    pub(crate) compiler: Compiler,
    /// The folder for all that is written.
    pub(crate) target: PathBuf,
    scratch: TempDir,
    due: BTreeSet<Id>,
    programs: OnceLock<Programs>,
    dependencies: OfParts,
    sysroot: OnceLock<Result<Option<PathBuf>, Problem>>,
    explorer: Explorer,
    turns: Turns,
}

impl Checker {
    /// A checker for the book at `root`.
    ///
    /// # Errors
    /// If the catalog is faulty, the compiler is not the pinned one, whose words are evidence, or Cargo's folder cannot
    /// be written to.
    pub fn new(root: &Path) -> Result<Checker, Problems> {
        Checker::writing_to(&toolchain::target_of(root), root)
    }

    /// The same, with whatever is written below `target`.
    ///
    /// # Errors
    /// As above.
    pub fn writing_to(target: &Path, root: &Path) -> Result<Checker, Problems> {
        let absolute = |path: &Path| std::path::absolute(path).map_err(|error| Problem::io(path, "find", &error));
        let (root, target) = (absolute(root)?, absolute(target)?);
        let pinned = pinned_compiler(&root)?;
        let pin = Path::new("rust-toolchain.toml");
        let compiler = match Compiler::find(&root) {
            Ok(compiler) if compiler.version == pinned => compiler,
            Ok(Compiler { version, .. }) => {
                let fault = format!("pins rustc {pinned}, but this is rustc {version}");
                let remedy = format!("run through rustup without RUSTUP_TOOLCHAIN or `+…`, or install {pinned}");
                return Err(Problem::in_file(pin, fault, remedy).into());
            }
            Err(error) => {
                let remedy = format!("install it: `rustup toolchain install {pinned}`");
                return Err(
                    Problem::in_file(pin, format!("cannot run the compiler that it pins: {error}"), remedy).into()
                );
            }
        };
        let scratch = tempfile::tempdir().map_err(|error| Problem::io(Path::new("."), "make a folder for", &error))?;
        let catalog = Catalog::load(&root)?;
        toolchain::make(&target).map_err(|Unwritable { folder, error }| {
            let fault = format!("cannot be written to: {error}");
            Problem::in_file(&folder, fault, toolchain::remedy_of_target(&root))
        })?;
        Ok(Checker {
            explorer: Explorer::new(&catalog, &target.join("explorer")),
            due: catalog.listings.keys().cloned().collect(),
            compiler,
            target,
            scratch,
            programs: OnceLock::new(),
            dependencies: OfParts::new(&catalog),
            sysroot: OnceLock::new(),
            turns: Turns::new(at_a_time()),
            catalog,
        })
    }

    /// The same for these listings and no other, so that no program is built in vain. Others have none.
    #[must_use]
    pub fn only(self, due: BTreeSet<Id>) -> Checker {
        let is_due = |listing: &&Listing| due.contains(&listing.id);
        let explored = self.catalog.listings.values().filter(is_due);
        let explorer = Explorer::of(&self.catalog.root, explored, &self.target.join("explorer"));
        Checker { due, explorer, programs: OnceLock::new(), ..self }
    }

    /// The listings that it checks.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Checks one listing against its intent and its evidence.
    ///
    /// # Errors
    /// Every way in which it differs, with the difference where a text does.
    pub fn check(&self, listing: &Listing) -> Result<(), Problems> {
        let (committed, missing) = self.catalog.evidence(listing);
        if !missing.is_empty() {
            return Err(Problems(missing));
        }
        let observed = self.observe(listing, &committed, Limits::CHECKING)?;
        let mut problems = Problems::default();
        for kind in EvidenceKind::ALL {
            let (was, is) = (committed.text(kind), observed.text(kind));
            if !same(kind, was, is) {
                let file = kind.file(&listing.file);
                if kind == EvidenceKind::Ansi {
                    // Nobody reads escape codes; the .stderr file has the same words without them.
                    if problems.0.is_empty() {
                        problems.push(other_colours(&file, was, is, &listing.id));
                    }
                    continue;
                }
                let name = catalog::slashes(&file);
                let fault =
                    format!("is not what was seen just now:\n{}", difference(&name, was, "seen now", is).trim_end());
                let remedy = format!("if the new text is right, run `cargo book bless {}`", listing.id);
                problems.push(Problem::in_file(&file, fault, remedy));
            }
        }
        // Where the evidence differs, that is told, and blessing fixes both.
        if problems.0.is_empty() {
            problems.extend(self.catalog.edited_since_blessed(listing));
        }
        problems.or(())
    }

    /// Checks the matrix of types against the compiler's answers now. A book without a matrix passes.
    ///
    /// # Errors
    /// Answers that are not the committed ones, and types that cannot be asked about.
    pub fn check_matrix(&self) -> Result<(), Problems> {
        let Some(matrix) = &self.catalog.matrix else { return Ok(()) };
        let was: String = matrix.answers(&self.catalog.root)?.iter().map(ToString::to_string).collect();
        let is = self.answers_now(matrix)?;
        if was == is {
            return Ok(());
        }
        let fault =
            format!("is not what was seen just now:\n{}", difference(ANSWERS, &was, "seen now", &is).trim_end());
        let remedy = "if the new answers are right, run `cargo book bless matrix`";
        Err(Problem::in_file(Path::new(ANSWERS), fault, remedy).into())
    }

    /// What the compiler answers now, as the text of the evidence.
    pub(crate) fn answers_now(&self, matrix: &Matrix) -> Result<String, Problems> {
        Ok(matrix::ask(&self.compiler, matrix)?.iter().map(ToString::to_string).collect())
    }

    /// Compiles or runs one listing, checks it against its intent, and returns the evidence of it.
    pub(crate) fn observe(
        &self,
        listing: &Listing,
        committed: &Evidence,
        limits: Limits,
    ) -> Result<Evidence, Problems> {
        match &listing.intent {
            Intent::Fails { fixed_by } => {
                let repair = &self.catalog.listings[fixed_by];
                repairs(listing, repair, &self.catalog)?;
                let sysroot = self.sysroot()?;
                let dependencies = self.dependencies(listing)?;
                let _turn = self.turns.take();
                let diagnosis =
                    diagnose(&self.compiler, sysroot, listing.edition, &dependencies, &listing.shown.text()).map_err(
                        |error| Problem::in_file(&listing.file, error.to_string(), "see what rustc says about it"),
                    )?;
                fails::evidence(listing, &diagnosis)
            }
            Intent::Runs(_) | Intent::Panics | Intent::Hangs | Intent::MayHang | Intent::Races => {
                let program = self.program(listing)?;
                if listing.schedules.is_some() {
                    self.explorer.build(listing)?;
                }
                // Anyone who waits for a program takes nobody's turn.
                let _turn = self.turns.take();
                // A run of a program with undefined behaviour would show nothing.
                let is_run = listing.intent != Intent::Races;
                let mut evidence = if is_run { program.evidence(committed)? } else { Evidence::default() };
                if listing.schedules.is_some() {
                    let found = self.explorer.explore(listing, limits)?;
                    comes_to_what_it_should(listing, &evidence, &found)?;
                    evidence.0.insert(EvidenceKind::Schedules, found.text());
                }
                Ok(evidence)
            }
        }
    }

    /// The built program of a listing.
    pub(crate) fn program<'a>(&self, listing: &'a Listing) -> Result<Program<'a>, Problem> {
        let build = || Programs::build(&self.catalog, &self.due, &self.compiler.host, &self.of_programs());
        let executable = self.programs.get_or_init(build).executable(&listing.id.name).map_err(|said| {
            let (fault, remedy) = match said {
                Refusal::Unbuilt(problem) => return problem,
                Refusal::Warned(said) => {
                    (format!("compiles with a warning:\n{}", said.trim_end()), "fix it: a reader would be warned too")
                }
                Refusal::Failed(said) => (
                    format!("does not compile:\n{}", said.trim_end()),
                    "fix it; what must not compile belongs in fails/",
                ),
            };
            Problem::in_file(&listing.file, fault, remedy)
        })?;
        let sources = self.dependencies(listing)?.sources;
        let uses_crates = !self.catalog.crates_of(listing).is_empty();
        Ok(Program { listing, executable, sources, uses_crates })
    }

    /// The crates that the part of a listing depends on.
    fn dependencies(&self, listing: &Listing) -> Result<Dependencies, Problem> {
        self.dependencies.of(&listing.id.part, &self.catalog, &self.compiler, &self.of_programs())
    }

    /// The folder in which programs are built.
    fn of_programs(&self) -> PathBuf {
        self.target.join("listings")
    }

    fn sysroot(&self) -> Result<Option<&Path>, Problem> {
        let made = self.sysroot.get_or_init(|| {
            sysroot::without_source(&self.compiler, self.scratch.path()).map_err(|error| {
                Problem::io(Path::new("rust-toolchain.toml"), "make a sysroot without source for", &error)
            })
        });
        made.as_ref().map(Option::as_deref).map_err(Problem::clone)
    }
}

/// Whether two texts of evidence are the same on any system.
pub(crate) fn same(kind: EvidenceKind, a: &str, b: &str) -> bool {
    match kind {
        EvidenceKind::Ansi => normalise::colours_of_any_system(a) == normalise::colours_of_any_system(b),
        _ => a == b,
    }
}
