//! The programs of the listings, each built against one look-alike of std.

use crate::build::{Built, build};
use crate::package;
use catalog::{Listing, Problem, Problems};
use std::path::{Path, PathBuf};

/// A look-alike of std.
#[derive(Debug, Clone, Copy)]
pub struct LookAlike {
    /// Its package, which is also the name of its folder in `tools/`.
    pub package: &'static str,
    /// Its function that is given the listings of a program, by their names, and runs the one it is asked for.
    pub main: &'static str,
    /// What it is, in the words of a message: "the model of std".
    pub called: &'static str,
    /// What to do about a listing that does not compile against it.
    pub remedy: &'static str,
}

/// The programs of some listings, built against a look-alike.
#[derive(Debug)]
pub struct Programs {
    look_alike: LookAlike,
    folder: PathBuf,
    listings: Vec<Listing>,
    built: Built,
}

impl Programs {
    /// Builds the programs of these listings. They are written to `folder`, which is theirs alone.
    ///
    /// # Errors
    /// Where it does not come to compiling a listing. One that does not compile is told when it is asked for.
    pub fn build(look_alike: LookAlike, listings: Vec<Listing>, folder: &Path) -> Result<Programs, Problems> {
        let failed = |why: String| {
            let fault = format!("what is built against {} cannot be built: {why}", look_alike.called);
            let remedy = "run `cargo fetch` once with a network, and look at what cargo says";
            Problem::in_file(Path::new("Cargo.toml"), fault, remedy)
        };
        package::write(look_alike, folder, &listings).map_err(|error| failed(error.to_string()))?;
        let built = build(folder, &package::target(look_alike)).map_err(failed)?;
        Ok(Programs { look_alike, folder: folder.to_path_buf(), listings, built })
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
        let own = package::code(&self.folder, listing);
        let of_part = || self.built.errors.iter().filter(|(name, ..)| name == program);
        if let Some((.., words)) = of_part().find(|(_, file, _)| file.as_deref() == Some(&own)) {
            let fault = format!("does not compile against {called}:\n{}", words.trim_end());
            return Problem::in_file(&listing.file, fault, remedy);
        }
        let other = of_part().find_map(|(_, file, _)| {
            let file = file.as_deref()?;
            self.listings.iter().find(|other| package::code(&self.folder, other) == file)
        });
        let fault = match other {
            Some(other) => format!("is not built, because {} does not compile against {called}", other.id),
            None => format!("is not built, because its part does not compile against {called}"),
        };
        Problem::in_file(&listing.file, fault, remedy)
    }
}
