//! Finds the folder in which Cargo builds, so that whatever the tools write is written there as well.
//!
//! Where that is, a person decides in one of several ways: by `--target-dir`, by `CARGO_TARGET_DIR`, by a file of
//! configuration, or not at all. A program that Cargo has built lies in that folder, whichever way was taken; so it looks
//! above itself, for the file that Cargo keeps at the top of it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What Cargo keeps at the top of each folder that it builds in: what it knows of the compiler, or the mark by which
/// backups leave the folder out. Neither is there always.
const AT_THE_TOP: [&str; 2] = [".rustc_info.json", "CACHEDIR.TAG"];

/// The workspace that this program was built from.
pub fn workspace() -> PathBuf {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    above.expect("this package is two folders below the workspace").to_path_buf()
}

/// The folder that Cargo has built this program in.
///
/// A program that has been moved elsewhere takes that of the workspace.
pub fn target() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    above(&program).map_or_else(|| workspace().join("target"), Path::to_path_buf)
}

/// The nearest folder above a program that is one of Cargo's.
fn above(program: &Path) -> Option<&Path> {
    program.ancestors().skip(1).find(|folder| AT_THE_TOP.iter().any(|name| folder.join(name).is_file()))
}

/// The folder that is written to for the book at `root`: the one that Cargo builds in, for the book which the tools belong
/// to. Any other book has its own, so that no two of them meet.
pub fn target_of(root: &Path) -> PathBuf {
    if is_ours(root) { target() } else { root.join("target") }
}

fn is_ours(root: &Path) -> bool {
    root.canonicalize().is_ok_and(|root| workspace().canonicalize().is_ok_and(|ours| ours == root))
}

/// What to do where a folder below [`target_of`] cannot be written to.
pub fn remedy_of_target(root: &Path) -> &'static str {
    match is_ours(root) {
        true => {
            "build in a folder that is yours: set CARGO_TARGET_DIR to it, with its whole path, and run the same again"
        }
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

/// That a folder cannot be written to.
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
        assert!(std::env::current_exe().unwrap().starts_with(target()), "{}", target().display());
    }

    #[test]
    fn another_book_keeps_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(target_of(folder.path()), folder.path().join("target"));
        assert_eq!(target_of(&workspace().join("tools/..")), target());
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
