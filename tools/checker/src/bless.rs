//! Writes evidence: what the listings do now becomes what is committed.

use crate::check::{Checker, same};
use crate::difference::difference;
use catalog::{
    ANSWERS, Blessed, Evidence, EvidenceKind, Id, Listing, NUMBERS, Numbers, Part, Problem, Problems, blessed_file,
    blessed_of, blessed_text, with_programs,
};
use explorer::Limits;
use std::path::{Path, PathBuf};

/// One file that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The file, relative to the root of the book.
    pub file: PathBuf,
    /// How it changed, as a unified difference.
    pub difference: String,
}

impl Checker {
    /// Writes the evidence of one listing, if it does what its intent says, and tells what changed.
    ///
    /// # Errors
    /// Where the listing does not do what it is meant to; then nothing is written.
    pub fn bless(&self, id: &Id) -> Result<Vec<Change>, Problems> {
        let listing = &self.catalog().listings[id];
        let (committed, _) = self.catalog().evidence(listing);
        // A program that hangs is watched again, without knowing what it printed before.
        let observed = self.observe(listing, &Evidence::default(), Limits::BLESSING)?;
        // Also where the set is the committed one: the program may have changed so that one of them cannot be any more.
        if listing.is_program() {
            self.program(listing)?.see_every_outcome(&observed)?;
        }
        let mut changes = Vec::new();
        for kind in EvidenceKind::ALL {
            changes.extend(self.write_evidence(listing, kind, &committed, &observed)?);
        }
        changes.extend(self.write_blessed(listing)?);
        Ok(changes)
    }

    /// Writes down of which code the evidence is that is there now.
    fn write_blessed(&self, listing: &Listing) -> Result<Option<Change>, Problems> {
        // Read again: the listings before this one have been blessed, and given their numbers, since the catalog was
        // read.
        let mut of_part = blessed_of(&self.catalog().root, &listing.id.part)?;
        let was = of_part.get(&listing.id).map(|blessed| blessed.number);
        let is = Numbers::load(&self.catalog().root)?.of(&listing.id);
        let Some(number) = was.or(is) else {
            let fault = format!("has no number in {NUMBERS}");
            return Err(Problem::in_file(&listing.file, fault, "run `cargo book bless`, which gives it one").into());
        };
        let (evidence, _) = self.catalog().evidence(listing);
        of_part.insert(listing.id.clone(), Blessed::now(listing, &evidence, number));
        of_part.retain(|id, _| self.catalog().listings.contains_key(id));
        let file = blessed_file(&listing.id.part);
        Ok(self.write(&file, &blessed_text(&of_part))?)
    }

    /// Brings the parts' records of what was blessed up to date with the listings that there are, and tells what changed.
    ///
    /// # Errors
    /// Where a record cannot be read or written.
    pub fn bless_records(&self) -> Result<Vec<Change>, Problems> {
        let mut changes = Vec::new();
        for part in &self.catalog().parts {
            let mut of_part = blessed_of(&self.catalog().root, &part.name)?;
            of_part.retain(|id, _| self.catalog().listings.contains_key(id));
            changes.extend(self.write(&blessed_file(&part.name), &blessed_text(&of_part))?);
        }
        Ok(changes)
    }

    /// Writes a file that is made by blessing, where it changes and is not left empty.
    fn write(&self, file: &Path, after: &str) -> Result<Option<Change>, Problem> {
        let path = self.catalog().root.join(file);
        let before = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            read => read.map_err(|error| Problem::io(file, "read", &error))?,
        };
        if before == after {
            return Ok(None);
        }
        std::fs::write(&path, after).map_err(|error| Problem::io(file, "write", &error))?;
        Ok(Some(change(file, &before, after)))
    }

    /// Writes the compiler's answers to the matrix, and tells what changed. A book without a matrix has none.
    ///
    /// # Errors
    /// Where the compiler has another complaint than the two that are asked for.
    pub fn bless_matrix(&self) -> Result<Option<Change>, Problems> {
        let Some(matrix) = &self.catalog().matrix else { return Ok(None) };
        let after = self.answers_now(matrix)?;
        Ok(self.write(Path::new(ANSWERS), &after)?)
    }

    /// Brings the lists of programs in the parts' manifests up to date, and tells what changed.
    ///
    /// # Errors
    /// Where a manifest cannot be read or written, or has no list of programs that could be brought up to date.
    pub fn bless_manifests(&self) -> Result<Vec<Change>, Problems> {
        let mut changes = Vec::new();
        for part in &self.catalog().parts {
            changes.extend(self.bless_manifest(part)?);
        }
        Ok(changes)
    }

    fn bless_manifest(&self, part: &Part) -> Result<Option<Change>, Problem> {
        let file = &part.manifest;
        let path = self.catalog().root.join(file);
        let before = std::fs::read_to_string(&path).map_err(|error| Problem::io(file, "read", &error))?;
        let names: Vec<String> = self.catalog().programs(part).map(|listing| listing.id.name.clone()).collect();
        let after = with_programs(file, &before, &names)?;
        if before == after {
            return Ok(None);
        }
        std::fs::write(&path, &after).map_err(|error| Problem::io(file, "write", &error))?;
        Ok(Some(change(file, &before, &after)))
    }

    fn write_evidence(
        &self,
        listing: &Listing,
        kind: EvidenceKind,
        committed: &Evidence,
        observed: &Evidence,
    ) -> Result<Option<Change>, Problem> {
        let file = kind.file(&listing.file);
        let path = self.catalog().root.join(&file);
        let before = committed.0.get(&kind);
        match (before, observed.0.get(&kind)) {
            (Some(before), Some(after)) if same(kind, before, after) => Ok(None),
            (before, Some(after)) => {
                std::fs::write(&path, after).map_err(|error| Problem::io(&file, "write", &error))?;
                Ok(Some(change(&file, before.map_or("", String::as_str), after)))
            }
            (Some(before), None) => {
                std::fs::remove_file(&path).map_err(|error| Problem::io(&file, "remove", &error))?;
                Ok(Some(change(&file, before, "")))
            }
            (None, None) => Ok(None),
        }
    }
}

fn change(file: &Path, before: &str, after: &str) -> Change {
    let name = catalog::slashes(file);
    Change { file: file.to_path_buf(), difference: difference(&name, before, &name, after) }
}
