//! The settings of book.toml that are ours: which chapters are known by what they are for, and that no other is misspelt.
//!
//! In a book that names none, none is checked. Naming a chapter that does not exist is an error, so that nothing
//! disappears from the pages when a chapter moves.

use crate::links::meant;
use catalog::{Problem, Problems, slashes};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The file that has them.
pub const BOOK_TOML: &str = "book.toml";

/// The chapters, relative to the folder of chapters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// `[preprocessor.listings.chapters]`.
    pub chapters: Chapters,
    /// `[preprocessor.listings.paths]`.
    pub paths: Paths,
    /// `[output.site.search]`, as far as it names chapters.
    pub search: Search,
    /// `playground` of `[preprocessor.listings]`: whether a listing that needs std alone has a link by which it is run on the
    /// Rust Playground.
    pub playground: Links,
    /// `standard-library` of `[preprocessor.listings]`: whether a listing has links to the documentation of what it uses of
    /// the standard library.
    pub standard_library: Links,
}

/// Ways through the book for readers who lack the time for all of it: the name of each, and its sections in their order,
/// as links from the folder of chapters name them.
pub type Paths = BTreeMap<String, Vec<String>>;

/// Whether listings have links to a place elsewhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Links {
    /// They have: `"linked"`.
    #[default]
    Linked,
    /// They have none: `"none"`.
    None,
}

/// What the preprocessor and the backend know chapters for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapters {
    /// Where the book says what exploring leaves out: a chapter and the id of a section, as in a link.
    pub model: Option<String>,
    /// The chapter that says how the book is checked, with the place for what was verified.
    pub verification: Option<PathBuf>,
    /// The chapter with the place for what can be taken away.
    pub downloads: Option<PathBuf>,
    /// The chapter that lists all listings: where there is no search, its link stands in the place of it.
    pub index: Option<PathBuf>,
    /// The chapter whose tables have numbered rows, `2.14`, none of which may be missing.
    pub statements: Option<PathBuf>,
}

/// What the search knows chapters for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Search {
    /// The chapter whose table has a term in each row, and where it is explained.
    pub glossary: Option<PathBuf>,
    /// The chapter of what people say, in tables whose last column is the listing that refutes it.
    pub misconceptions: Option<PathBuf>,
}

/// As much of book.toml as matters here.
#[derive(Deserialize, Default)]
#[serde(default)]
struct File {
    preprocessor: Preprocessors,
    output: Outputs,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Preprocessors {
    listings: Option<Listings>,
}

#[derive(Deserialize, Default)]
#[serde(default, rename_all = "kebab-case")]
struct Listings {
    command: Option<String>,
    chapters: Chapters,
    paths: Paths,
    playground: Links,
    standard_library: Links,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Outputs {
    html: Option<toml::Table>,
    site: Option<Site>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Site {
    command: Option<String>,
    search: Search,
}

/// The names of the settings of both programs, and where they stand: one that is misspelt would have no effect, and nobody
/// would be told.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Keys {
    preprocessor: KeysOfPreprocessors,
    output: KeysOfOutputs,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct KeysOfPreprocessors {
    listings: BTreeMap<Spanned<String>, IgnoredAny>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct KeysOfOutputs {
    site: BTreeMap<Spanned<String>, IgnoredAny>,
}

/// The settings of `[preprocessor.listings]`: ours, and those that mdBook reads of every preprocessor.
const LISTINGS: [&str; 9] =
    ["chapters", "paths", "playground", "standard-library", "command", "renderers", "before", "after", "optional"];

/// The settings of `[output.site]`, most of which `tools/mdbook-site` reads: ours, and those that mdBook reads of every
/// backend.
const SITE: [&str; 8] = ["url", "identifier", "licence", "picture", "cover", "search", "command", "optional"];

impl Settings {
    /// Reads book.toml below `root`. Where there is none, nothing is named.
    ///
    /// # Errors
    /// A file that is not TOML, and settings that do not exist.
    pub fn load(root: &Path) -> Result<Settings, Problem> {
        let File { preprocessor, output } = read(root)?.unwrap_or_default();
        let listings = preprocessor.listings.unwrap_or_default();
        Ok(Settings {
            chapters: listings.chapters,
            paths: listings.paths,
            search: output.site.unwrap_or_default().search,
            playground: listings.playground,
            standard_library: listings.standard_library,
        })
    }

    /// The names of all settings that name a chapter, with what they name.
    pub(crate) fn named(&self) -> Vec<(&'static str, String)> {
        let Settings { chapters, search, .. } = self;
        let path = |path: &Option<PathBuf>| path.as_deref().map(slashes);
        [
            ("model", chapters.model.clone()),
            ("verification", path(&chapters.verification)),
            ("downloads", path(&chapters.downloads)),
            ("index", path(&chapters.index)),
            ("statements", path(&chapters.statements)),
            ("glossary", path(&search.glossary)),
            ("misconceptions", path(&search.misconceptions)),
        ]
        .into_iter()
        .filter_map(|(name, named)| Some((name, named?)))
        .collect()
    }
}

fn read(root: &Path) -> Result<Option<File>, Problem> {
    let file = Path::new(BOOK_TOML);
    let text = match std::fs::read_to_string(root.join(file)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(|error| Problem::io(file, "read", &error))?,
    };
    let line_of = |at: usize| text[..at].matches('\n').count() + 1;
    let parsed = toml::from_str(&text).map(Some).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(span.start));
        let remedy = "what the settings may be is listed in the README of mdbook-listings";
        Problem::at_line(file, line, format!("has a setting that cannot be read: {}", error.message()), remedy)
    })?;
    let Keys { preprocessor, output } = toml::from_str(&text).unwrap_or_default();
    for (table, keys, known) in
        [("preprocessor.listings", preprocessor.listings, &LISTINGS[..]), ("output.site", output.site, &SITE[..])]
    {
        if let Some((key, _)) = keys.iter().find(|(key, _)| !known.contains(&key.get_ref().as_str())) {
            let known: Vec<String> = known.iter().map(ToString::to_string).collect();
            let remedy =
                meant(&known, key.get_ref()).unwrap_or_else(|| format!("its settings are {}", known.join(", ")));
            let fault = format!("`[{table}]` has no setting `{}`", key.get_ref());
            return Err(Problem::at_line(file, line_of(key.span().start), fault, remedy));
        }
    }
    Ok(parsed)
}

/// What book.toml lacks for stock mdBook to build the same book as `cargo book`, which has its programs built in and so
/// would not notice.
pub fn without_its_programs(root: &Path) -> Problems {
    let mut problems = Problems::default();
    let file = match read(root) {
        Ok(file) => file.unwrap_or_default(),
        Err(problem) => return problem.into(),
    };
    let has = |command: Option<&String>, program: &str| command.is_some_and(|command| command.contains(program));
    let listings = file.preprocessor.listings.as_ref().and_then(|listings| listings.command.as_ref());
    let site = file.output.site.as_ref().and_then(|site| site.command.as_ref());
    let mut missing = |table: &str, what: &str, program: &str| {
        let fault = format!("has no `[{table}]` with the command of {program}, so that `mdbook build` {what}");
        let remedy = format!(
            "add it: `{program} install` does, where that is installed; else `command = \"cargo run --quiet --bin {program} --\"`"
        );
        problems.push(Problem::in_file(Path::new(BOOK_TOML), fault, remedy));
    };
    if !has(listings, "mdbook-listings") {
        missing("preprocessor.listings", "shows no listing", "mdbook-listings");
    }
    // A book may do without the backend, unless it has chapters that wait for it.
    let Chapters { verification, downloads, index, .. } =
        file.preprocessor.listings.as_ref().map(|listings| listings.chapters.clone()).unwrap_or_default();
    let waits = [verification, downloads, index].iter().any(Option::is_some);
    if (waits || file.output.site.is_some()) && !has(site, "mdbook-site") {
        missing("output.site", "makes no search and no downloads", "mdbook-site");
    }
    if file.output.site.is_some() && file.output.html.is_none() {
        let remedy = "keep the table, empty at least: beside another backend mdBook makes no pages unasked";
        problems.push(Problem::in_file(Path::new(BOOK_TOML), "has no `[output.html]`, and so no pages", remedy));
    }
    problems
}
