//! What explored programs are built from beside themselves, which this program has with it, written to a folder as a small
//! workspace.
//!
//! It may be written by two processes at once, and by two versions of a program in turn, of which each has its own
//! sources. So nobody builds from them but under a lock, and anyone who finds others there writes his own when nobody
//! is building.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The files, each by its path, whose parts have `/` between them.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// The sources on the disk. As long as this is there, nobody writes others in their place.
#[derive(Debug)]
pub struct Sources {
    folder: PathBuf,
    _locked: File,
}

impl Sources {
    /// Writes them below `shared`, unless they are there.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn written_to(shared: &Path) -> io::Result<Sources> {
        let files = FILES.iter().copied().collect();
        let folder = shared.join("look-alikes");
        Ok(Sources { _locked: written(&folder, &files)?, folder })
    }

    /// The folder of one of their packages.
    pub fn package(&self, name: &str) -> PathBuf {
        self.folder.join("tools").join(name)
    }
}

/// The lock file that the tools themselves are tested with.
pub fn lock_file() -> &'static str {
    FILES.iter().find(|(file, _)| *file == "Cargo.lock").map_or("", |(_, text)| text)
}

/// How often another version may come in between.
const TRIES: usize = 100;

/// Has these files, and no other, in the folder for as long as what it gives is there.
fn written(folder: &Path, files: &BTreeMap<&str, &str>) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let lock = File::options().create(true).append(true).open(folder.with_extension("lock"))?;
    for _ in 0..TRIES {
        lock.lock_shared()?;
        if is_written(folder, files)? {
            return Ok(lock);
        }
        lock.unlock()?;
        lock.lock()?;
        write(folder, files)?;
        // Another version may come in between, and write its own.
        lock.unlock()?;
    }
    Err(io::Error::other(format!("{}: something else writes there", folder.display())))
}

fn is_written(folder: &Path, files: &BTreeMap<&str, &str>) -> io::Result<bool> {
    let expected: BTreeSet<PathBuf> = files.keys().map(|file| folder.join(file)).collect();
    Ok(there(folder)? == expected && files.iter().all(|(file, text)| is(&folder.join(file), text)))
}

/// What is as it should be is not touched, so that Cargo rebuilds only what has changed.
fn write(folder: &Path, files: &BTreeMap<&str, &str>) -> io::Result<()> {
    let expected: BTreeSet<PathBuf> = files.keys().map(|file| folder.join(file)).collect();
    for stale in there(folder)?.difference(&expected) {
        fs::remove_file(stale)?;
    }
    for (file, text) in files {
        crate::package::keep(&folder.join(file), text)?;
    }
    Ok(())
}

fn is(file: &Path, text: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|there| there == text)
}

/// All files below a folder.
fn there(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            match entry.file_type()?.is_dir() {
                true => open.push(entry.path()),
                false => drop(found.insert(entry.path())),
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_engine_is_among_what_the_model_is_built_from_and_nothing_that_is_for_tests() {
        let has = |wanted: &str| FILES.iter().any(|(file, _)| *file == wanted);
        for file in [
            "Cargo.toml",
            "Cargo.lock",
            "tools/model-std/Cargo.toml",
            "tools/model-std/build.rs",
            "tools/model-std/src/sync/mutex.rs",
            "tools/interleavings/src/search.rs",
            "tools/precompiled/src/names.rs",
            "tools/report/src/report.rs",
            "tools/perturbed-std/src/thread.rs",
        ] {
            assert!(has(file), "{file} is missing");
        }
        let for_tests =
            |file: &str| ["/tests/", "/benches/", "/examples/", "toolchain"].iter().any(|it| file.contains(it));
        assert_eq!(FILES.iter().find(|(file, _)| for_tests(file)), None);
        let manifest = FILES.iter().find(|(file, _)| *file == "tools/model-std/Cargo.toml").unwrap().1;
        assert!(!manifest.contains("loom") && manifest.contains("interleavings"), "{manifest}");
    }

    #[test]
    fn what_differs_is_written_what_is_left_over_is_removed_and_the_rest_is_not_touched() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("look-alikes");
        let old = BTreeMap::from([("a/src/lib.rs", "old"), ("a/src/gone.rs", ""), ("b/src/lib.rs", "same")]);
        drop(written(&folder, &old).unwrap());
        let stamp = || fs::metadata(folder.join("b/src/lib.rs")).unwrap().modified().unwrap();
        let before = stamp();
        let new = BTreeMap::from([("a/src/lib.rs", "new"), ("b/src/lib.rs", "same")]);
        drop(written(&folder, &new).unwrap());
        assert!(is(&folder.join("a/src/lib.rs"), "new") && !folder.join("a/src/gone.rs").exists());
        assert_eq!(stamp(), before);
    }

    #[test]
    fn nobody_writes_others_while_they_are_built_from() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("look-alikes");
        let (old, new) = (BTreeMap::from([("lib.rs", "old")]), BTreeMap::from([("lib.rs", "new")]));
        let building = written(&folder, &old).unwrap();
        let may_write = || File::open(folder.with_extension("lock")).unwrap().try_lock().is_ok();
        // A second one of the same version need not wait.
        drop(written(&folder, &old).unwrap());
        assert!(!may_write());
        drop(building);
        assert!(may_write());
        drop(written(&folder, &new).unwrap());
        assert!(is(&folder.join("lib.rs"), "new"));
    }
}
