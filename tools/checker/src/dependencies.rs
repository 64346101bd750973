//! The crates that a part's package depends on, for the listings that must not compile: Cargo builds the programs, and
//! gives them these crates; the other listings are given to the compiler directly, and must have the same crates.
//!
//! ```text
//! part's manifest ──▶ has dependencies? ── no ──▶ none, and Cargo is not asked
//!                          │ yes
//!                          ▼
//!      cargo build (as for the programs) ──▶ files     cargo metadata ──▶ names, and where the sources are
//! ```

use crate::build;
use crate::normalise::CrateFolder;
use catalog::{Catalog, Part, Problem};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use toolchain::Compiler;
use toolchain::messages::{self, Library, Message, libraries};

/// The crates that a listing can name beside those that come with Rust.
#[derive(Debug, Clone, Default)]
pub struct Dependencies {
    /// Their names in the code, with the file of each.
    named: BTreeMap<String, PathBuf>,
    /// The folders of what they depend on.
    beside: BTreeSet<PathBuf>,
    /// Where the compiler finds the sources of all of them on this machine.
    pub sources: Vec<CrateFolder>,
}

impl Dependencies {
    /// Tells the compiler of them, as Cargo would.
    pub fn give_to(&self, compiler: &mut Command) {
        for (name, file) in &self.named {
            compiler.arg("--extern").arg(format!("{name}={}", file.display()));
        }
        for folder in &self.beside {
            compiler.arg("-L").arg(format!("dependency={}", folder.display()));
        }
    }
}

/// The dependencies of each part of a book, found when they are first asked for.
#[derive(Debug)]
pub struct OfParts(BTreeMap<String, OnceLock<Result<Dependencies, Problem>>>);

impl OfParts {
    /// For the parts of this catalog.
    pub fn new(catalog: &Catalog) -> OfParts {
        OfParts(catalog.parts.iter().map(|part| (part.name.clone(), OnceLock::new())).collect())
    }

    /// Those of a part, as they are built into `target`, the folder of its programs.
    ///
    /// # Errors
    /// Where Cargo cannot find or build them.
    pub fn of(
        &self,
        part: &str,
        catalog: &Catalog,
        compiler: &Compiler,
        target: &Path,
    ) -> Result<Dependencies, Problem> {
        let part = catalog.parts.iter().find(|it| it.name == part);
        let Some((part, known)) = part.and_then(|part| Some((part, self.0.get(&part.name)?))) else {
            return Ok(Dependencies::default());
        };
        known.get_or_init(|| find(part, &catalog.root, compiler, target)).clone()
    }
}

fn find(part: &Part, root: &Path, compiler: &Compiler, target: &Path) -> Result<Dependencies, Problem> {
    let manifest = root.join(&part.manifest);
    if part.crates.is_empty() {
        return Ok(Dependencies::default());
    }
    let failed = |why: &str| {
        let fault = format!("its dependencies cannot be built: {}", why.trim());
        let remedy = format!("run `cargo build --package {}` to see it in full", part.name);
        Problem::in_file(&part.manifest, fault, remedy)
    };
    let run = |mut command: Command| command.output().map_err(|error| failed(&format!("cannot run cargo: {error}")));

    // Whatever becomes of the programs: those are checked by others.
    let mut command = build::cargo(root, &compiler.host, target);
    command.args(["--package", &part.name, "--bins"]);
    let built = run(command)?;
    let files = libraries(&built.stdout);

    let mut command = compiler.cargo();
    command.current_dir(root).args(["metadata", "--format-version", "1", "--offline", "--filter-platform"]);
    command.arg(&compiler.host).arg("--manifest-path").arg(&manifest);
    let described = run(command)?;
    if !described.status.success() {
        return Err(failed(&String::from_utf8_lossy(&described.stderr)));
    }
    let described: Metadata = serde_json::from_slice(&described.stdout).map_err(|error| failed(&error.to_string()))?;

    let mut found = Dependencies::default();
    for dependency in described.direct(&manifest) {
        let file = file_of(&files, dependency, &compiler.host);
        let library = file.ok_or_else(|| failed(&format!("`{}` is missing\n{}", dependency.name, said(&built))))?;
        found.named.insert(dependency.name.clone(), library.file.clone());
    }
    found.beside = files.iter().map(Library::beside).collect();
    found.sources = described.packages.iter().map(Package::folder).collect();
    Ok(found)
}

/// What was said of what does not compile. Without a crate none of its part's programs is compiled, so it is not theirs.
fn said(built: &Output) -> String {
    let errors = messages::read(&built.stdout).into_iter().filter_map(|message| match message {
        Message::Found { diagnostic, .. } if diagnostic.is_error => Some(diagnostic.rendered),
        _ => None,
    });
    errors.chain([String::from_utf8_lossy(&built.stderr).into_owned()]).collect()
}

/// The file of a dependency. What is built for programs goes before what is built for the building of others.
fn file_of<'a>(files: &'a [Library], dependency: &Dependency, host: &str) -> Option<&'a Library> {
    let of_it = || files.iter().filter(|library| library.package == dependency.package);
    let is_for_programs = |library: &&Library| library.file.components().any(|part| part.as_os_str() == host);
    of_it().find(is_for_programs).or_else(|| of_it().next())
}

/// What `cargo metadata` says, as far as it matters here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    id: String,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    /// By which code names it.
    name: String,
    #[serde(rename = "pkg")]
    package: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// None for one that is neither for tests nor for building alone.
    kind: Option<String>,
}

impl Metadata {
    /// What code of the package with this manifest can name.
    fn direct(&self, manifest: &Path) -> impl Iterator<Item = &Dependency> {
        let is = |package: &&Package| same_file(&package.manifest_path, manifest);
        let package = self.packages.iter().find(is).map(|package| package.id.as_str());
        let node = self.resolve.nodes.iter().find(move |node| Some(node.id.as_str()) == package);
        let of_code = |dependency: &&Dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
        node.into_iter().flat_map(|node| &node.deps).filter(of_code)
    }
}

impl Package {
    fn folder(&self) -> CrateFolder {
        let folder = self.manifest_path.parent().unwrap_or(&self.manifest_path);
        CrateFolder { folder: folder.display().to_string(), shown: format!("{}-{}", self.name, self.version) }
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    a == b || a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b))
}
