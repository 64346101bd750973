//! The programs of the listings, each built against one look-alike of std.

use crate::build::{Built, build};
use crate::sources::Sources;
use crate::{linked, package};
use catalog::{Listing, Problem, Problems};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use toolchain::{Compiler, Unwritable};

/// A look-alike of std.
#[derive(Debug, Clone, Copy)]
pub struct LookAlike {
    /// Its package, one of those that this program has with it.
    pub package: &'static str,
    /// Its function that is given a program's listings by name and runs the one asked for.
    pub main: &'static str,
    /// What messages call it: "the model of std".
    pub called: &'static str,
    /// What to do about a listing that does not compile against it.
    pub remedy: &'static str,
    /// Additional compiler flags for the listings, not for their dependencies.
    pub flags: &'static [&'static str],
    /// Additional linker arguments for the programs, one a line.
    pub linked: fn(&Compiler) -> Result<String, String>,
}

/// Of a look-alike that is linked as any crate is.
pub fn as_any_crate(_: &Compiler) -> Result<String, String> {
    Ok(String::new())
}

/// The programs of some listings, built against a look-alike.
#[derive(Debug)]
pub struct Programs {
    look_alike: LookAlike,
    folder: PathBuf,
    listings: Vec<Listing>,
    built: Built,
    /// Held as long as they may be run: another process would write programs of other listings in their place.
    _locked: File,
}

impl Programs {
    /// Builds the programs of these listings of the book at `root`, by its own compiler. They are written to `folder`,
    /// which is theirs alone; if another process has its programs there, this one waits until it is done with them.
    ///
    /// # Errors
    /// Where it does not come to compiling a listing. One that does not compile is told when it is asked for.
    pub fn build(
        look_alike: LookAlike,
        listings: Vec<Listing>,
        root: &Path,
        folder: &Path,
    ) -> Result<Programs, Problems> {
        let failed = |why: String| {
            let fault = format!("cannot build anything against {}: {why}", look_alike.called);
            let remedy = "run it once with a network connection, and see what cargo says";
            Problem::in_file(Path::new("Cargo.toml"), fault, remedy)
        };
        let shared = toolchain::shared_by_books(root);
        let target = package::target(look_alike, &shared);
        for folder in [folder, &target] {
            toolchain::make(folder).map_err(|Unwritable { folder, error }| {
                let remedy = toolchain::remedy_of_target(root);
                Problem::in_file(&folder, format!("cannot be written to: {error}"), remedy)
            })?;
        }
        let io_failed = |error: io::Error| failed(error.to_string());
        let locked = locked(folder).map_err(io_failed)?;
        // Nobody writes others in their place until all is built.
        let sources = Sources::written_to(&shared).map_err(io_failed)?;
        package::write(look_alike, &sources, folder, &listings).map_err(io_failed)?;
        let programs = package::program_names(folder, &listings);
        let compiler = Compiler::find(root).map_err(io_failed)?;
        let linked = linked::flags(look_alike, &shared, &compiler).map_err(failed)?;
        let flags: Vec<&str> = look_alike.flags.iter().copied().chain(linked.iter().map(String::as_str)).collect();
        let built = build(&compiler, folder, &target, &programs, &flags).map_err(failed)?;
        Ok(Programs { look_alike, folder: folder.to_path_buf(), listings, built, _locked: locked })
    }

    /// The program of a listing's part, which runs the listing if its name is the first argument.
    ///
    /// # Errors
    /// Where there is none, because this listing or another one of its part does not compile against the look-alike.
    pub fn of(&self, listing: &Listing) -> Result<&Path, Problem> {
        let name = package::program_name(&self.folder, &listing.id.part);
        self.built.programs.get(&name).map(PathBuf::as_path).ok_or_else(|| self.not_built(&name, listing))
    }

    fn not_built(&self, program: &str, listing: &Listing) -> Problem {
        let LookAlike { called, remedy, .. } = self.look_alike;
        let is_of = |listing: &Listing, file: &Option<PathBuf>| {
            file.as_deref().is_some_and(|file| package::is_of(&self.folder, listing, file))
        };
        let of_part = || self.built.errors.iter().filter(|(name, ..)| name == program);
        if let Some((.., words)) = of_part().find(|(_, file, _)| is_of(listing, file)) {
            let fault = format!("does not compile against {called}:\n{}", words.trim_end());
            return Problem::in_file(&listing.file, fault, remedy);
        }
        if let Some(other) =
            of_part().find_map(|(_, file, _)| self.listings.iter().find(|listing| is_of(listing, file)))
        {
            let fault = format!("was not built, because {} does not compile against {called}", other.id);
            return Problem::in_file(&listing.file, fault, remedy);
        }
        // No listing is to blame: then it is the look-alike itself, or what was written around the listings.
        let words = of_part().chain(&self.built.errors).next().map_or("", |(.., words)| words.trim_end());
        let fault = format!("was not built, because {called} does not compile, or not with this part:\n{words}");
        Problem::in_file(&listing.file, fault, format!("fix tools/{}", self.look_alike.package))
    }
}

/// Has the folder for this process alone as long as what it gives is there. It says so where it waits for another one, as Cargo
/// does.
fn locked(folder: &Path) -> io::Result<File> {
    let file = folder.with_extension("lock");
    let lock = File::options().create(true).append(true).open(&file)?;
    if let Err(TryLockError::WouldBlock) = lock.try_lock() {
        eprintln!("waiting for another process that has its programs in {}", folder.display());
        lock.lock()?;
    }
    Ok(lock)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, parse};
    use std::collections::BTreeMap;

    const ODD: LookAlike = LookAlike {
        package: "odd-std",
        main: "main",
        called: "the odd std",
        remedy: "do without what is odd",
        flags: &[],
        linked: as_any_crate,
    };

    /// What is told of a listing of the part `soups` that has no program, when the compiler has found these errors.
    fn told(errors: &[(&str, Option<PathBuf>, &str)]) -> String {
        let folder = PathBuf::from("built");
        let id = Id::parse("soups/leek").unwrap();
        let listing = parse(id, Path::new("leek.rs"), "//! Leek\n\nfn main() {}\n").unwrap();
        let of_part = package::program_name(&folder, "soups");
        let error = |(program, file, words): &(&str, Option<PathBuf>, &str)| {
            (program.replace("SOUPS", &of_part), file.clone(), (*words).to_string())
        };
        let built = Built { programs: BTreeMap::new(), errors: errors.iter().map(error).collect() };
        let _locked = tempfile::tempfile().unwrap();
        let programs = Programs { look_alike: ODD, folder, listings: vec![listing.clone()], built, _locked };
        programs.of(&listing).unwrap_err().to_string()
    }

    #[test]
    fn a_listing_is_blamed_for_an_error_around_its_code() {
        let around = Path::new("built").join("modules").join("soups").join("leek.rs");
        assert_eq!(
            told(&[("SOUPS", Some(around), "error: no main\n")]),
            "leek.rs: does not compile against the odd std:\nerror: no main\n  help: do without what is odd"
        );
    }

    #[test]
    fn programs_stay_where_they_are_until_nobody_runs_them() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("explorer");
        let first = locked(&folder).unwrap();
        let may_write = || File::open(folder.with_extension("lock")).unwrap().try_lock().is_ok();
        assert!(!may_write());
        drop(first);
        assert!(may_write());
    }

    #[test]
    fn where_no_listing_is_to_blame_the_compiler_is_quoted() {
        let help = "help: fix tools/odd-std";
        let because = "leek.rs: was not built, because the odd std does not compile, or not with this part";
        let of_std = ("odd_std", Some(PathBuf::from("tools/odd-std/src/lib.rs")), "error: in std");
        assert_eq!(told(std::slice::from_ref(&of_std)), format!("{because}:\nerror: in std\n  {help}"));
        let of_linker = ("SOUPS", None, "error: linking failed");
        assert_eq!(told(&[of_std, of_linker]), format!("{because}:\nerror: linking failed\n  {help}"));
    }
}
