//! Words that readers use where the book has others, from a file that a person writes.
//!
//! ```toml
//! tx = ["sender"]
//! "condition variable" = ["condvar"]
//! ```
//!
//! What a reader types is on the left, the book's words for it on the right. A word that the book lacks is an error.

use super::words;
use catalog::{Problem, Problems};
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The words, each with its place in the file.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    file: PathBuf,
    source: String,
    meanings: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

impl Synonyms {
    /// Reads them.
    ///
    /// # Errors
    /// A file that cannot be read or is not of that form.
    pub fn read(root: &Path, file: &Path) -> Result<Synonyms, Problems> {
        let source = std::fs::read_to_string(root.join(file)).map_err(|error| Problem::io(file, "read", &error))?;
        let meanings = toml::from_str(&source).map_err(|error| {
            let line = line_of(&source, error.span().map_or(0, |span| span.start));
            let remedy = "write what is typed, and the book's words for it: `tx = [\"sender\"]`";
            Problem::at_line(file, line, format!("is no list of synonyms: {}", error.message()), remedy)
        })?;
        Ok(Synonyms { file: file.to_path_buf(), source, meanings })
    }

    /// Whether all of them lead to words that the book has.
    ///
    /// # Errors
    /// Those that do not.
    pub fn check(&self, book: &BTreeSet<String>) -> Result<(), Problems> {
        let mut problems = Problems::default();
        let mut fault = |at: &Spanned<String>, fault: String, remedy: &str| {
            problems.push(Problem::at_line(&self.file, line_of(&self.source, at.span().start), fault, remedy));
        };
        for (typed, meant) in &self.meanings {
            if words(typed.get_ref()).next().is_none() || meant.is_empty() {
                fault(typed, format!("`{}` stands for nothing", typed.get_ref()), "write words on both sides");
            }
            for meaning in meant {
                if let Some(missing) = words(meaning.get_ref()).find(|word| !book.contains(word)) {
                    let missing = format!("the book does not have the word `{missing}`");
                    fault(meaning, missing, "write the word that it has instead");
                }
            }
        }
        problems.or(())
    }
}

fn line_of(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}

impl Serialize for Synonyms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let meaning = |(typed, meant): (&'_ Spanned<String>, &'_ Vec<Spanned<String>>)| {
            (typed.get_ref().clone(), meant.iter().map(|meaning| meaning.get_ref().clone()).collect::<Vec<_>>())
        };
        serializer.collect_seq(self.meanings.iter().map(meaning))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Result<Synonyms, Problems> {
        let folder = std::env::temp_dir().join(format!("synonyms-{}-{}", std::process::id(), source.len()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("synonyms.toml"), source).unwrap();
        let read = Synonyms::read(&folder, Path::new("synonyms.toml"));
        std::fs::remove_dir_all(folder).unwrap();
        read
    }

    #[test]
    fn a_synonym_for_what_the_book_does_not_have_is_told_with_its_line() {
        let book = ["sender", "lock", "itself"].map(String::from).into();
        let synonyms = read("# who sends\ntx = [\"sender\"]\nreentrant = [\"lock itself\", \"Lock again\"]\n").unwrap();
        let told = synonyms.check(&book).unwrap_err().to_string();
        assert_eq!(
            told,
            "synonyms.toml:3: the book does not have the word `again`\n  help: write the word that it has instead"
        );
        assert_eq!(read("tx = [\"sender\"]\n").unwrap().check(&book), Ok(()));
        assert!(read("tx = []").unwrap().check(&book).is_err());
    }

    #[test]
    fn a_file_of_another_form_is_told_with_its_line() {
        let told = read("tx = [\"sender\"]\nrx = 3\n").unwrap_err().to_string();
        assert!(told.starts_with("synonyms.toml:2: is no list of synonyms"), "{told}");
    }
}
