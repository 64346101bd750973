//! Inputs as one number, which changes whenever one of them is.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;
use xxhash_rust::xxh3::Xxh3;

/// Some files, and what was in them.
pub struct Files {
    /// The fingerprint of what is in them, by their paths.
    pub number: u128,
    /// What reveals that one has been rewritten.
    pub stamps: Vec<Stamp>,
}

impl Files {
    /// Reads them. That one is not there is also something to know.
    pub fn read(files: BTreeSet<PathBuf>) -> Files {
        let mut all = Fingerprint::default();
        let stamps = files.into_iter().map(Stamp::of).collect::<Vec<Stamp>>();
        for Stamp { file, .. } in &stamps {
            all.add(&file.to_string_lossy(), fs::read(file).ok().as_deref());
        }
        Files { number: all.number(), stamps }
    }

    /// Whether none has been rewritten since.
    pub fn are_as_they_were(&self) -> bool {
        self.stamps.iter().all(Stamp::is_as_it_was)
    }
}

/// A file, and what changes whenever it is rewritten. None where there is no such file.
#[derive(Debug, PartialEq, Eq)]
pub struct Stamp {
    file: PathBuf,
    written: Option<(u64, Option<SystemTime>)>,
}

impl Stamp {
    /// That of a file as it is now.
    pub fn of(file: PathBuf) -> Stamp {
        let written = fs::metadata(&file).ok().map(|about| (about.len(), about.modified().ok()));
        Stamp { file, written }
    }

    /// Whether the file still has it.
    pub fn is_as_it_was(&self) -> bool {
        *self == Stamp::of(self.file.clone())
    }
}

/// Takes one input after the other, each with its name and its length, so that no two lists of inputs are taken for one.
#[derive(Default)]
pub struct Fingerprint(Xxh3);

impl Fingerprint {
    /// Takes an input; none differs from an empty one.
    pub fn add(&mut self, name: &str, bytes: Option<&[u8]>) {
        for bytes in [Some(name.as_bytes()), bytes] {
            let length = bytes.map_or(u64::MAX, |bytes| bytes.len() as u64);
            self.0.update(&length.to_le_bytes());
            self.0.update(bytes.unwrap_or_default());
        }
    }

    /// The fingerprint of all that was taken.
    pub fn number(&self) -> u128 {
        self.0.digest128()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_told_from_what_is_empty_and_no_input_runs_into_the_next() {
        let number = |inputs: &[(&str, Option<&[u8]>)]| {
            let mut all = Fingerprint::default();
            inputs.iter().for_each(|(name, bytes)| all.add(name, *bytes));
            all.number()
        };
        assert_ne!(number(&[("stdout", None)]), number(&[("stdout", Some(b""))]));
        assert_ne!(number(&[("a", Some(b"bc"))]), number(&[("ab", Some(b"c"))]));
    }
}
