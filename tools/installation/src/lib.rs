//! Writes a program's own files and settings into an mdBook: files for its theme, and the entries of book.toml that
//! name them.
//!
//! It is run again after an update of the program. What a person has written stays: an existing setting is kept, and a
//! file that differs is overwritten only on request. Other mdBook preprocessors have such a command too, for example
//! mdbook-admonish.

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value};

/// A file, by its path below the root of the book, with what is in it.
pub type File = (&'static str, &'static str);

/// What a program installs.
#[derive(Debug, Clone, Copy)]
pub struct Installation<'a> {
    /// Its table in book.toml, such as `preprocessor.listings`.
    pub table: &'a str,
    /// The command by which mdBook calls the program.
    pub command: &'a str,
    /// Further settings, each with its table, name and value.
    pub settings: &'a [(&'a str, &'a str, bool)],
    /// Style sheets, for `additional-css`.
    pub styles: &'a [File],
    /// Scripts, for `additional-js`, in the order in which a page runs them.
    pub scripts: &'a [File],
}

/// The arguments of the command `install` of such a program.
#[derive(Debug, Clone, Args)]
pub struct Install {
    /// The folder of the book.
    #[arg(default_value = ".")]
    book: PathBuf,
    /// Overwrites files of the same names that differ, such as those of an older version.
    #[arg(long)]
    force: bool,
}

impl Install {
    /// Does what the command says, and prints what was done.
    ///
    /// # Errors
    /// Those of [`Installation::into_book`].
    pub fn run(&self, installation: Installation<'_>) -> Result<()> {
        let over = if self.force { Over::ItsFiles } else { Over::Nothing };
        for done in installation.into_book(&self.book, over)? {
            println!("{done}");
        }
        Ok(())
    }
}

/// What may be overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Nothing that differs.
    Nothing,
    /// Every file that the program installs.
    ItsFiles,
}

impl Installation<'_> {
    /// Writes it into the book at `root`, and returns what was done, a sentence for each file; nothing if everything
    /// was in place.
    ///
    /// # Errors
    /// If there is no book, book.toml is not valid, or a file differs and may not be overwritten. Then nothing has been
    /// written.
    pub fn into_book(self, root: &Path, over: Over) -> Result<Vec<String>> {
        let file = root.join(BOOK_TOML);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => bail!(
                "{}: there is no book.toml here\n  help: go to the folder of a book, or make one: `mdbook init`",
                root.display()
            ),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", file.display())),
        };
        let mut settings: DocumentMut = text
            .parse()
            .with_context(|| format!("{}: is not valid TOML\n  help: correct it by hand", file.display()))?;
        self.settings_in(settings.as_table_mut())?;
        let due: Vec<File> =
            self.styles.iter().chain(self.scripts).copied().filter(|file| !is_there(root, *file)).collect();
        let others: Vec<&str> = due.iter().map(|(path, _)| *path).filter(|path| root.join(path).exists()).collect();
        ensure!(
            over == Over::ItsFiles || others.is_empty(),
            "{}: {} not this program's version, and may be someone's own\n  help: look at {} and add --force, which \
             overwrites {0}",
            others.join(", "),
            if others.len() == 1 { "is" } else { "are" },
            if others.len() == 1 { "it" } else { "them" },
        );
        let mut done = Vec::new();
        for (path, text) in due {
            let file = root.join(path);
            let written = fs::create_dir_all(file.parent().unwrap_or(root)).and_then(|()| fs::write(&file, text));
            written.with_context(|| format!("cannot write {}", file.display()))?;
            done.push(format!("{path}: now this program's version"));
        }
        let settings = settings.to_string();
        if settings != text {
            fs::write(&file, settings).with_context(|| format!("cannot write {}", file.display()))?;
            done.push(format!("{BOOK_TOML}: now has its settings"));
        }
        Ok(done)
    }

    fn settings_in(self, root: &mut Table) -> Result<()> {
        let own = table(root, self.table)?;
        if !own.contains_key("command") {
            own.insert("command", value(self.command));
        }
        // Beside another backend mdBook makes no pages unasked.
        let html = table(root, "output.html")?;
        for (name, files) in [("additional-css", self.styles), ("additional-js", self.scripts)] {
            let list = html.entry(name).or_insert_with(|| Item::Value(Value::Array(Array::new())));
            let Some(list) = list.as_array_mut() else {
                bail!("{BOOK_TOML}: `{name}` of [output.html] is not a list\n  help: make it one, as in `{name} = []`")
            };
            for (path, _) in files {
                if !list.iter().any(|there| there.as_str() == Some(path)) {
                    list.push(*path);
                }
            }
            if list.is_empty() {
                html.remove(name);
            }
        }
        for (of, name, setting) in self.settings {
            let of = table(root, of)?;
            if !of.contains_key(name) {
                of.insert(name, value(*setting));
            }
        }
        Ok(())
    }
}

/// The settings of a book.
const BOOK_TOML: &str = "book.toml";

fn value(of: impl Into<Value>) -> Item {
    Item::Value(of.into())
}

/// The table of this name, `output.html`, which is made if it is not there.
fn table<'a>(root: &'a mut Table, name: &str) -> Result<&'a mut dyn TableLike> {
    let mut at: &mut dyn TableLike = root;
    for part in name.split('.') {
        let implicit = || {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        };
        at = match at.entry(part).or_insert_with(implicit).as_table_like_mut() {
            Some(table) => table,
            None => bail!("{BOOK_TOML}: `{part}` of `{name}` is not a table\n  help: write it as `[{name}]`"),
        };
    }
    Ok(at)
}

/// Whether a file is in the book as it is here. Git may have given it the Windows line endings.
fn is_there(root: &Path, (path, text): File) -> bool {
    fs::read_to_string(root.join(path)).is_ok_and(|there| there.replace("\r\n", "\n") == text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    const BELLS: Installation<'_> = Installation {
        table: "preprocessor.bells",
        command: "mdbook-bells",
        settings: &[("output.html.search", "enable", false)],
        styles: &[("theme/bells.css", ".bell {}\n")],
        scripts: &[("theme/bells.js", "ring();\n"), ("theme/last.js", "rest();\n")],
    };

    fn book(settings: &str) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(BOOK_TOML), settings).unwrap();
        folder
    }

    fn settings(book: &TempDir) -> String {
        fs::read_to_string(book.path().join(BOOK_TOML)).unwrap()
    }

    #[test]
    fn a_book_gets_its_files_and_settings_and_the_second_time_nothing() {
        let book = book("# Bells\n[book]\ntitle = \"Ringing\"\n");
        assert_eq!(BELLS.into_book(book.path(), Over::Nothing).unwrap().len(), 4);
        assert_eq!(
            settings(&book),
            "# Bells\n[book]\ntitle = \"Ringing\"\n\n[preprocessor.bells]\ncommand = \"mdbook-bells\"\n\n[output.html]\n\
             additional-css = [\"theme/bells.css\"]\nadditional-js = [\"theme/bells.js\", \"theme/last.js\"]\n\n\
             [output.html.search]\nenable = false\n"
        );
        assert_eq!(fs::read_to_string(book.path().join("theme/bells.css")).unwrap(), ".bell {}\n");
        assert_eq!(BELLS.into_book(book.path(), Over::Nothing).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn what_a_person_has_set_stays() {
        let own = "[output.html]\nadditional-js = [ # ours\n    \"own.js\",\n]\nsearch.enable = true\n\n\
                   [preprocessor.bells]\ncommand = \"cargo run --bin mdbook-bells\"\nloud = true\n";
        let book = book(own);
        BELLS.into_book(book.path(), Over::Nothing).unwrap();
        let now = settings(&book);
        for kept in ["# ours", "\"own.js\"", "search.enable = true", "cargo run --bin mdbook-bells", "loud = true"] {
            assert!(now.contains(kept), "{kept}\n{now}");
        }
        assert!(now.contains("\"theme/last.js\"") && now.contains("additional-css = [\"theme/bells.css\"]"), "{now}");
    }

    #[test]
    fn a_file_that_may_be_somebodys_own_is_written_over_only_where_that_is_asked_for() {
        let book = book("");
        fs::create_dir(book.path().join("theme")).unwrap();
        fs::write(book.path().join("theme/bells.js"), "mine();\n").unwrap();
        let refused = BELLS.into_book(book.path(), Over::Nothing).unwrap_err().to_string();
        assert_eq!(
            refused,
            "theme/bells.js: is not this program's version, and may be someone's own\n  help: look at it and add \
             --force, which overwrites theme/bells.js"
        );
        assert!(!book.path().join("theme/bells.css").exists() && settings(&book).is_empty(), "nothing is half done");
        BELLS.into_book(book.path(), Over::ItsFiles).unwrap();
        assert_eq!(fs::read_to_string(book.path().join("theme/bells.js")).unwrap(), "ring();\n");
    }

    #[test]
    fn a_folder_that_is_no_book_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let told = BELLS.into_book(folder.path(), Over::Nothing).unwrap_err().to_string();
        assert!(told.ends_with("help: go to the folder of a book, or make one: `mdbook init`"), "{told}");
    }

    #[test]
    fn a_setting_that_is_none_is_told() {
        let told = |settings: &str| BELLS.into_book(book(settings).path(), Over::Nothing).unwrap_err().to_string();
        assert!(told("output = 7\n").contains("`output` of `output.html` is not a table"));
        assert!(
            told("[output.html]\nadditional-js = \"own.js\"\n")
                .contains("`additional-js` of [output.html] is not a list")
        );
        assert!(told("[output").contains("is not valid TOML"));
    }
}
