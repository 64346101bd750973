//! Keeps which checks have passed, each as the fingerprint of all that it depended on, below Cargo's `target`.
//!
//! ```text
//! target/passed/threads/named-by-its-builder      e5d1…  a line for each state in which it has passed, the latest first
//! ```
//!
//! A pass is gone than such a line, so one that cannot be read, or was cut off, is none. More than one line is kept, as
//! a branch that is left may be come back to, and as Cargo builds the tests differently with other arguments.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How many are kept of each listing.
const KEPT: usize = 8;

/// The passes of one book.
#[derive(Debug)]
pub struct Passes {
    folder: PathBuf,
}

impl Passes {
    /// Those that are kept in this folder.
    pub fn new(folder: PathBuf) -> Passes {
        Passes { folder }
    }

    /// Whether a check of this name has passed when what it depends on was the same.
    pub fn has(&self, name: &str, fingerprint: u128) -> bool {
        self.lines(name).contains(&line(fingerprint))
    }

    /// Keeps that it has passed. Where that cannot be written, it's checked again the next time.
    pub fn add(&self, name: &str, fingerprint: u128) {
        let mut lines = self.lines(name);
        lines.retain(|kept| *kept != line(fingerprint));
        lines.insert(0, line(fingerprint));
        lines.truncate(KEPT);
        let _ = write_at_once(&self.file(name), &lines.concat());
    }

    /// Forgets that it has passed.
    ///
    /// # Errors
    /// Where that cannot be written: then it would be believed.
    pub fn forget(&self, name: &str, fingerprint: u128) -> io::Result<()> {
        if !self.has(name, fingerprint) {
            return Ok(());
        }
        let mut lines = self.lines(name);
        lines.retain(|kept| *kept != line(fingerprint));
        write_at_once(&self.file(name), &lines.concat())
    }

    /// Where those of this name are kept.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn lines(&self, name: &str) -> Vec<String> {
        let text = fs::read_to_string(self.file(name)).unwrap_or_default();
        text.split_inclusive('\n').map(str::to_string).collect()
    }
}

fn line(fingerprint: u128) -> String {
    format!("{fingerprint:032x}\n")
}

/// So that anyone who reads it meanwhile finds either what was there or all of the new text.
fn write_at_once(file: &Path, text: &str) -> io::Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)?;
    let mut written = NamedTempFile::new_in(folder)?;
    written.write_all(text.as_bytes())?;
    written.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_passes_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let passes = Passes::new(folder.path().join("passed"));
        assert!(!passes.has("soups/leek", 1));
        for fingerprint in [1, 2, 1, 3, 4, 5, 6, 7, 8, 9] {
            passes.add("soups/leek", fingerprint);
        }
        let kept: Vec<u128> = (0..10).filter(|it| passes.has("soups/leek", *it)).collect();
        assert_eq!(kept, [1, 3, 4, 5, 6, 7, 8, 9]);
        for fingerprint in [9, 9, 2] {
            passes.forget("soups/leek", fingerprint).unwrap();
        }
        assert!(!passes.has("soups/leek", 9) && passes.has("soups/leek", 8));
    }

    #[test]
    fn what_was_cut_off_or_spoiled_is_no_pass() {
        let folder = tempfile::tempdir().unwrap();
        let passes = Passes::new(folder.path().to_path_buf());
        passes.add("leek", 0x1f);
        let file = folder.path().join("leek");
        let kept = fs::read(&file).unwrap();
        for length in 0..kept.len() {
            fs::write(&file, &kept[..length]).unwrap();
            assert!(!passes.has("leek", 0x1f), "its first {length} bytes count");
        }
        fs::write(&file, [&kept[..], &[0xff]].concat()).unwrap();
        assert!(!passes.has("leek", 0x1f), "it is no text");
        passes.add("leek", 0x1f);
        assert!(passes.has("leek", 0x1f));
    }
}
