//! Brings the files of one folder into another, where somebody is reading them: those alone that differ.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Moves the file at this path from one folder into another, and says whether that changes the other.
///
/// # Errors
/// Which file cannot be moved.
pub fn brought(path: &Path, from: &Path, to: &Path) -> Result<bool> {
    let (from, to) = (from.join(path), to.join(path));
    let read = |file: &Path| std::fs::read(file).ok();
    if read(&from) == read(&to) {
        return Ok(false);
    }
    let moved = match to.parent() {
        // A file that is read while it is being moved is the old one or the new one, and never half of it.
        Some(folder) => std::fs::create_dir_all(folder).and_then(|()| std::fs::rename(&from, &to)),
        None => std::fs::rename(&from, &to),
    };
    moved.with_context(|| format!("cannot move {} to {}", from.display(), to.display()))?;
    Ok(true)
}

/// Makes a folder like another one, whose files it takes over. Returns the paths of those that have changed or are gone.
///
/// # Errors
/// Which file cannot be read, moved or removed.
pub fn likened(from: &Path, to: &Path) -> Result<BTreeSet<PathBuf>> {
    let (new, old) = (files(from)?, files(to)?);
    let mut changed = BTreeSet::new();
    for path in &new {
        if brought(path, from, to)? {
            changed.insert(path.clone());
        }
    }
    for path in old.difference(&new) {
        let file = to.join(path);
        std::fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        changed.insert(path.clone());
    }
    Ok(changed)
}

/// The paths of the files in a folder and those below it.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        let here = folder.join(&below);
        let read = || std::fs::read_dir(&here)?.collect::<std::io::Result<Vec<_>>>();
        for entry in read().with_context(|| format!("cannot read {}", here.display()))? {
            let path = below.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                files.insert(path);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_like_the_other_one_and_tells_what_has_changed() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let write = |folder: &Path, path: &str, text: &str| {
            let file = folder.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        for (path, new, old) in [("same", Some("a"), Some("a")), ("a/changed", Some("b"), Some("a"))] {
            new.iter().for_each(|text| write(from.path(), path, text));
            old.iter().for_each(|text| write(to.path(), path, text));
        }
        write(from.path(), "b/c/new", "c");
        write(to.path(), "d/gone", "d");
        let changed = likened(from.path(), to.path()).unwrap();
        assert_eq!(changed, ["a/changed", "b/c/new", "d/gone"].map(PathBuf::from).into());
        let left = files(to.path()).unwrap();
        assert_eq!(left, ["a/changed", "b/c/new", "same"].map(PathBuf::from).into());
        assert_eq!(std::fs::read_to_string(to.path().join("a/changed")).unwrap(), "b");
    }
}
