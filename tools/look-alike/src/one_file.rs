//! Compiles one file of a person's own, as it is, against a look-alike that bears the name of std.
//!
//! The file is a crate root, so that inner attributes, paths from `crate`, a shebang and whatever else may be in one
//! mean what they always mean. What makes the difference is `--extern std=…`: the compiler puts `extern crate std` and
//! the prelude into every crate, and takes them from the crate that it is given under this name. The name is a crate of
//! our own around the look-alike, because a prelude has to have a few things in place of those of std.
//!
//! `main` is private, and the file is not to be changed. So a copy is compiled, with one item after its last line: a
//! constant by which `main` can be called. No line and no column of the file differs for that. The copy is only
//! compiled, and never shown: what the compiler says is asked for at the file itself.
//!
//! ```text
//! file ──▶ as a program, against std ──▶ copy as a library, against the look-alike ──▶ program that calls its `main`
//!              │ refused                     │ refused
//!              ▼                             ▼
//!          Unbuilt::Refused       the file itself, against the look-alike ──▶ Unbuilt::Unlike
//! ```

use crate::build::cargo;
use crate::package::{self, keep};
use crate::sources::Sources;
use crate::{LookAlike, linked};
use catalog::Edition;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use toolchain::messages::{Diagnostic, Library, libraries, of_compiler};
use toolchain::{Compiler, Unwritable};

/// A file that is in no catalog.
#[derive(Debug, Clone, Copy)]
pub struct OneFile<'a> {
    /// Its path, as the person gave it: the compiler will show it.
    pub path: &'a Path,
    /// What is in it.
    pub source: &'a str,
    /// The edition it is compiled as.
    pub edition: Edition,
}

/// The program that runs a file's `main` as the look-alike wants it.
#[derive(Debug)]
pub struct Built {
    /// The program. Its listing has the name [`NAME`].
    pub program: PathBuf,
    /// What it was made from: another one where the file, the edition, the look-alike or the compiler was another one.
    pub made_from: u64,
    /// The folder that is this file's alone, for what is to be kept beside the program.
    pub folder: PathBuf,
    /// As long as it is there, nobody else uses the folder.
    _locked: File,
}

/// The name by which the program is asked for its one listing.
pub const NAME: &str = "main";

/// Why there is no program.
#[derive(Debug)]
pub enum Unbuilt {
    /// The compiler refuses the file with std itself.
    Refused(Vec<Diagnostic>),
    /// It compiles with std, and not with the look-alike.
    Unlike(Vec<Diagnostic>),
    /// It compiles with both, and a copy of it in another folder does not: it needs other files.
    NotAlone(Vec<Diagnostic>),
    /// Nothing can be written to the folder of what is built.
    Unwritable(Unwritable),
    /// It does not come to compiling the file.
    Failed(String),
}

impl From<Unwritable> for Unbuilt {
    fn from(unwritable: Unwritable) -> Unbuilt {
        Unbuilt::Unwritable(unwritable)
    }
}

impl From<io::Error> for Unbuilt {
    fn from(error: io::Error) -> Unbuilt {
        Unbuilt::Failed(error.to_string())
    }
}

/// What comes after the last line of the copy. That line may be a comment that does not end.
const BEHIND: &str = "
#[doc(hidden)]
pub const __EXPLORED: fn() = || {
    use ::std::__explored::{ByReport as _, ByResult as _};
    let status = ::std::__explored::Ended::of(main).status();
    if status != 0 {
        ::std::process::exit(status);
    }
};
";

/// Builds the program of a file. Where nothing has changed since the last time, nothing is compiled.
///
/// # Errors
/// Where the compiler refuses the file, or Cargo does not run.
pub fn build(look_alike: LookAlike, file: OneFile<'_>) -> Result<Built, Unbuilt> {
    let of = file.path.canonicalize()?;
    let compiler = Compiler::find(of.parent().unwrap_or(&of))?;
    let shared = toolchain::shared_by_files()?;
    let library = std_of(look_alike, &shared, &compiler)?;
    let folder = folder_of(&of, file.edition, &shared);
    toolchain::make(&folder)?;
    let locked = File::create(folder.join("lock"))?;
    locked.lock()?;
    let made_from = hash(&(file.path, file.source, file.edition.year(), stamp(&library.file)?, &compiler.version));
    let (program, made) = (folder.join(format!("explored{}", std::env::consts::EXE_SUFFIX)), folder.join("made-from"));
    let built = Built { program, made_from, folder, _locked: locked };
    if built.program.is_file() && fs::read_to_string(&made).is_ok_and(|there| there == made_from.to_string()) {
        return Ok(built);
    }
    // Until all of it is made, none of it counts.
    fs::write(&made, "")?;
    fs::write(built.folder.join(OF), of.as_os_str().as_encoded_bytes())?;
    forget_what_is_gone(built.folder.parent().unwrap_or(&built.folder));
    let rustc =
        Rustc { compiler: &compiler, library: &library, shared: &shared, folder: &built.folder, edition: file.edition };
    rustc.refuses(file.path, &Against::Std, Unbuilt::Refused)?;
    let name = file.path.file_name().unwrap_or(file.path.as_os_str());
    // In a folder of its own, so that no name is one of ours.
    fs::create_dir_all(built.folder.join(COPY))?;
    fs::write(built.folder.join(COPY).join(name), [file.source, BEHIND].concat())?;
    if let Err(of_copy) = rustc.copy(Path::new(name), look_alike.flags)? {
        rustc.refuses(file.path, &Against::LookAlike, Unbuilt::Unlike)?;
        // What is wrong after the last line is wrong with what we have put there.
        let last = file.source.lines().count();
        return Err(match of_copy.iter().all(|error| error.line.is_some_and(|line| line <= last)) {
            true => Unbuilt::NotAlone(of_copy),
            false => Unbuilt::Failed(rendered(&of_copy)),
        });
    }
    rustc.program(look_alike, &built.program)?;
    fs::write(&made, made_from.to_string())?;
    Ok(built)
}

/// The file in a folder that says whose it is.
const OF: &str = "of";

/// Removes the folders of files that are gone. One that cannot be removed stays, and does no harm.
fn forget_what_is_gone(folders: &Path) {
    for folder in fs::read_dir(folders).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let is_gone = || {
            let of = fs::read(folder.join(OF)).ok().and_then(|path| String::from_utf8(path).ok())?;
            let locked = File::open(folder.join("lock")).ok()?;
            locked.try_lock().ok()?;
            (!Path::new(&of).exists()).then_some(locked)
        };
        if let Some(_locked) = is_gone() {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

/// The folder of a file, by its whole path and edition.
fn folder_of(path: &Path, edition: Edition, shared: &Path) -> PathBuf {
    shared.join("explored").join(format!("{:016x}", hash(&(path, edition.year()))))
}

fn hash(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// What changes whenever a file has been rewritten.
fn stamp(file: &Path) -> io::Result<(PathBuf, u64, std::time::SystemTime)> {
    let about = file.metadata()?;
    Ok((file.to_path_buf(), about.len(), about.modified()?))
}

/// What a file is compiled against.
enum Against {
    Std,
    LookAlike,
}

/// The compiler, for the files of one folder.
struct Rustc<'a> {
    compiler: &'a Compiler,
    library: &'a Library,
    /// The folder of what is built for all files.
    shared: &'a Path,
    folder: &'a Path,
    edition: Edition,
}

impl Rustc<'_> {
    /// Has the compiler check a file where it is.
    fn refuses(
        &self,
        file: &Path,
        against: &Against,
        why: impl FnOnce(Vec<Diagnostic>) -> Unbuilt,
    ) -> Result<(), Unbuilt> {
        let mut command = self.command();
        command.args(["--crate-type", "bin", "--emit", "metadata", "-o"]).arg(self.folder.join("checked.rmeta"));
        if matches!(against, Against::LookAlike) {
            // What a lint thinks of the file has been asked with std.
            command.args(["--cap-lints", "allow"]);
            self.with(&mut command, "std");
        }
        errors(command.arg("--").arg(file))?.map_or_else(|errors| Err(why(errors)), Ok)
    }

    /// Compiles the copy, with these flags.
    fn copy(&self, file: &Path, flags: &[&str]) -> Result<Result<(), Vec<Diagnostic>>, Unbuilt> {
        let mut command = self.command();
        command.current_dir(self.folder.join(COPY)).args(["--crate-type", "rlib", "--cap-lints", "allow", "-o"]);
        command.arg(self.folder.join(LIBRARY));
        command.args(["-C", "debug-assertions=on", "-C", "overflow-checks=on", "-C", "debuginfo=line-tables-only"]);
        command.args(flags);
        self.with(&mut command, "std");
        errors(command.arg("--").arg(file))
    }

    /// Compiles the program that calls the copy's `main`.
    fn program(&self, look_alike: LookAlike, to: &Path) -> Result<(), Unbuilt> {
        let file = self.folder.join("explored.rs");
        let main = look_alike.main;
        let text = format!(
            "fn main() -> std::process::ExitCode {{\n    look_alike::{main}(&[({NAME:?}, program::__EXPLORED)])\n}}\n"
        );
        keep(&file, &text)?;
        let mut command = self.compiler.command();
        command.args(["--edition", "2024", "--crate-name", "explored", "--crate-type", "bin", "--extern"]);
        command.arg(format!("program={}", self.folder.join(LIBRARY).display())).arg("-o").arg(to);
        command.args(["--cap-lints", "allow", "--error-format", "json"]);
        command.args(linked::flags(look_alike, self.shared, self.compiler).map_err(Unbuilt::Failed)?);
        self.with(&mut command, "look_alike");
        let said = errors(command.arg(file))?;
        said.map_err(|errors| Unbuilt::Failed(rendered(&errors)))
    }

    /// A call for the file or its copy. Its crate has the same name whatever that of the file is.
    fn command(&self) -> Command {
        let mut command = self.compiler.command();
        command.args(["--edition", self.edition.year(), "--crate-name", "program"]);
        command.args(["--error-format", "json", "--json", "diagnostic-rendered-ansi"]);
        command
    }

    /// With the crate around the look-alike under this name.
    fn with(&self, command: &mut Command, name: &str) {
        command.arg("--extern").arg(format!("{name}={}", self.library.file.display()));
        command.arg("-L").arg(format!("dependency={}", self.library.beside().display()));
    }
}

fn rendered(errors: &[Diagnostic]) -> String {
    errors.iter().map(|error| error.rendered.as_str()).collect()
}

/// The folder of the copy. It is compiled from there, so that `file!()` is the name of the reader's file.
const COPY: &str = "copy";

/// The library that the copy becomes.
const LIBRARY: &str = "libprogram.rlib";

/// The errors that the compiler finds; those lead to an `Err` within.
fn errors(command: &mut Command) -> Result<Result<(), Vec<Diagnostic>>, Unbuilt> {
    let output = command.output()?;
    let errors: Vec<Diagnostic> = of_compiler(&output.stderr).into_iter().filter(|found| found.is_error).collect();
    match (output.status.success(), errors.is_empty()) {
        (true, _) => Ok(Ok(())),
        (false, false) => Ok(Err(errors)),
        (false, true) => Err(Unbuilt::Failed(String::from_utf8_lossy(&output.stderr).trim().to_string())),
    }
}

/// Builds the crate that bears the name of std.
fn std_of(look_alike: LookAlike, shared: &Path, compiler: &Compiler) -> Result<Library, Unbuilt> {
    let folder = shared.join("explored").join(look_alike.package);
    toolchain::make(&folder)?;
    let locked = File::create(folder.join("lock"))?;
    locked.lock()?;
    let sources = Sources::written_to(shared)?;
    package::write_std(look_alike, &sources, &folder)?;
    let output = cargo(compiler, &folder, &package::target(look_alike, shared), &["build", "--lib"], &[])?;
    let name = package::std_name(look_alike);
    let found = libraries(&output.stdout).into_iter().find(|library| library.target == name);
    found.filter(|_| output.status.success()).ok_or_else(|| {
        let said = toolchain::messages::read(&output.stdout).into_iter().filter_map(|message| match message {
            toolchain::messages::Message::Found { diagnostic, .. } if diagnostic.is_error => Some(diagnostic.rendered),
            _ => None,
        });
        Unbuilt::Failed(said.chain([String::from_utf8_lossy(&output.stderr).into_owned()]).collect())
    })
}
