//! Finds the folder in which Cargo builds, so that the tools write there too.
//!
//! A person may choose that folder in several ways: with `--target-dir`, `CARGO_TARGET_DIR` or a configuration file, or
//! not at all. However it was chosen, a program that Cargo has built is in that folder; so it looks above itself for
//! the file that Cargo keeps at the top of it.

use etcetera::{BaseStrategy, choose_base_strategy};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What Cargo keeps at the top of each folder that it builds in: what it knows of the compiler, or the mark by which
/// backups leave the folder out. Neither is there always.
const AT_THE_TOP: [&str; 2] = [".rustc_info.json", "CACHEDIR.TAG"];

/// The folder that Cargo built this program in; `None` if it has been installed elsewhere.
pub fn target() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    above(&program).map(Path::to_path_buf)
}

/// The folder of what is built once for all books: the one in which Cargo has built this program. One that is installed
/// builds it for each book again, in the book's own.
pub fn shared_by_books(root: &Path) -> PathBuf {
    target().unwrap_or_else(|| target_of(root))
}

/// The folder of what is built for files that are in no book. A program that is installed has it among what the person who
/// runs it may throw away at any time.
///
/// # Errors
/// Where the person has no home.
pub fn shared_by_files() -> io::Result<PathBuf> {
    match target() {
        Some(target) => Ok(target),
        None => Ok(choose_base_strategy().map_err(io::Error::other)?.cache_dir().join("every-interleaving")),
    }
}

/// What to do if a folder below [`shared_by_files`] cannot be written to.
pub fn remedy_for_files() -> &'static str {
    match target() {
        Some(_) => OF_OURS,
        None => "have a home of your own: set HOME to its whole path, or XDG_CACHE_HOME to a folder that is yours",
    }
}

/// The nearest folder above a program that is one of Cargo's.
fn above(program: &Path) -> Option<&Path> {
    program.ancestors().skip(1).find(|folder| AT_THE_TOP.iter().any(|name| folder.join(name).is_file()))
}

/// The folder that is written to for the book at `root`: the one that Cargo builds in, for the book which the tools belong
/// to. Any other book has its own, so that no two of them meet.
pub fn target_of(root: &Path) -> PathBuf {
    target().filter(|_| is_ours(root)).unwrap_or_else(|| root.join("target"))
}

/// Whether the tools belong to this book: Cargo has built them in it, or runs them for one of its packages.
fn is_ours(root: &Path) -> bool {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let lies_in = |folder: PathBuf| is_below(root, &folder);
    target().is_some_and(|target| is_below(root, &target) || package.is_some_and(lies_in))
}

fn is_below(root: &Path, folder: &Path) -> bool {
    root.canonicalize().is_ok_and(|root| folder.canonicalize().is_ok_and(|folder| folder.starts_with(root)))
}

const OF_OURS: &str =
    "build in a folder that is yours: set CARGO_TARGET_DIR to it, with its whole path, and run the same again";

/// What to do if a folder below [`target_of`] cannot be written to.
pub fn remedy_of_target(root: &Path) -> &'static str {
    match is_ours(root) {
        true => OF_OURS,
        false => "copy the book to a folder that is yours, and run the same there",
    }
}

/// Makes a folder below [`target_of`], unless it is there, and sees whether files can be made in it.
///
/// # Errors
/// Where not, with the folder. For what to do see [`remedy_of_target`].
pub fn make(folder: &Path) -> Result<(), Unwritable> {
    let made = fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
    made.map(drop).map_err(|error| Unwritable { folder: folder.to_path_buf(), error })
}

/// The error that a folder cannot be written to.
#[derive(Debug)]
pub struct Unwritable {
    /// The folder.
    pub folder: PathBuf,
    /// Why not.
    pub error: io::Error,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_the_one_that_the_program_was_built_in_by_whatever_way() {
        let folder = tempfile::tempdir().unwrap();
        for (at_the_top, place) in
            [(".rustc_info.json", "debug/deps"), ("CACHEDIR.TAG", "x86_64-unknown-linux-gnu/release")]
        {
            let target = folder.path().join(at_the_top.trim_start_matches('.'));
            fs::create_dir_all(target.join(place)).unwrap();
            assert_eq!(above(&target.join(place).join("listings-1")), None);
            fs::write(target.join(at_the_top), "").unwrap();
            assert_eq!(above(&target.join(place).join("listings-1")), Some(&*target));
        }
        // That of this test itself, which has been built by Cargo.
        assert!(std::env::current_exe().unwrap().starts_with(target().unwrap()), "{:?}", target());
    }

    #[test]
    fn another_book_keeps_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(target_of(folder.path()), folder.path().join("target"));
        let workspace = crate::tested::package().ancestors().nth(2).unwrap();
        assert_eq!(target_of(&workspace.join("tools/..")), target().unwrap());
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("target");
        make(&file.join("listings")).unwrap();
        fs::remove_dir_all(&file).unwrap();
        fs::write(&file, "").unwrap();
        assert_eq!(make(&file.join("listings")).unwrap_err().folder, file.join("listings"));
    }
}
