//! A listing as a Cargo project: what somebody needs who takes it away.

use crate::archive::Files;
use catalog::{Blame, Crate, Evidence, EvidenceKind, Intent, Listing, Stdout};

/// The name of the example that is the repair.
const REPAIRED: &str = "repaired";

/// All that a project says of its listing.
pub struct Project<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// Its evidence.
    pub evidence: &'a Evidence,
    /// The version of the compiler that the evidence was made with.
    pub compiler: &'a str,
    /// Its name in the book, `Listing 42`.
    pub name: &'a str,
    /// The listing that compiles, of one that must not.
    pub repair: Option<&'a Listing>,
    /// The crates that either of them names.
    pub crates: Vec<&'a Crate>,
    /// The title of the book.
    pub book: &'a str,
    /// The licence of the listings, as Cargo writes it, if the book says so.
    pub licence: Option<&'a str>,
    /// Where the book shows it.
    pub shown: Shown<'a>,
}

/// Where the book shows a listing.
pub enum Shown<'a> {
    /// Its address, where the book is published.
    At(String),
    /// The title of its chapter, where nobody knows at which address somebody reads it.
    InChapter(&'a str),
}

impl Project<'_> {
    /// Its files below `folder`.
    pub fn files(&self, folder: &str, manifest: String) -> Files {
        let mut files = Files::from([
            (format!("{folder}/Cargo.toml"), manifest.into_bytes()),
            (format!("{folder}/README.md"), self.readme().into_bytes()),
            (format!("{folder}/src/main.rs"), self.listing.shown.text().into_bytes()),
        ]);
        if let Some(repair) = self.repair {
            // An example is built alone, so that it compiles where the program does not.
            files.insert(format!("{folder}/examples/{REPAIRED}.rs"), repair.shown.text().into_bytes());
        }
        files
    }

    /// The manifest of a project that is a member of a workspace.
    pub fn manifest(&self) -> String {
        let version = self.compiler.rsplit_once('.').map_or(self.compiler, |(version, _)| version);
        format!(
            "[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"{}\"\n\
             # What it does was seen with rustc {}; with an older one it may not even compile.\n\
             rust-version = \"{version}\"\n{}publish = false\n{}",
            self.listing.id.name,
            self.listing.edition.year(),
            self.compiler,
            self.licence.map(|licence| format!("license = \"{licence}\"\n")).unwrap_or_default(),
            self.dependencies(),
        )
    }

    fn dependencies(&self) -> String {
        let lines: String = self.crates.iter().map(|it| format!("{}\n", it.requirement())).collect();
        if lines.is_empty() { lines } else { format!("\n[dependencies]\n{lines}") }
    }

    /// The manifest of a project that stands alone, also in a folder of somebody else's workspace.
    pub fn manifest_alone(&self) -> String {
        format!("{}\n[workspace]\n", self.manifest())
    }

    fn readme(&self) -> String {
        let Listing { id, caption, note, .. } = self.listing;
        let mut text = format!("# {}\n\n{caption}.\n\n", id.name);
        if let Some(note) = note {
            text += &format!("{}\n\n", note.trim_end());
        }
        text += &self.expected();
        let published = self.crates.iter().filter_map(|it| Some(format!("{} {}", it.name, it.version.as_ref()?)));
        let published: Vec<String> = published.collect();
        if !published.is_empty() {
            text += &format!("\nCargo fetches what it uses; this was seen with {}.\n", published.join(", "));
        }
        let place = match &self.shown {
            Shown::At(address) => format!("see <{address}>"),
            Shown::InChapter(title) => format!("in the chapter “{title}”"),
        };
        text += &format!(
            "\nThis is {} of *{}*, `{id}`, {place}.\n\n`src/main.rs` is what the book shows, line by line. The book's tests \
             compile the same code, with notes of their own in comments.{}\n",
            self.name,
            self.book,
            self.licence.map(|licence| format!(" Licence: {licence}.")).unwrap_or_default(),
        );
        text
    }

    fn expected(&self) -> String {
        let evidence = self.evidence;
        let printed = evidence.text(EvidenceKind::Stdout);
        let compiler = self.compiler;
        match &self.listing.intent {
            Intent::Fails { fixed_by } => {
                let errors: String = self.errors().iter().map(|error| format!("- {error}\n")).collect();
                format!(
                    "`cargo build` fails. rustc {compiler} reports this and no other error:\n\n{errors}\n\
                     `cargo run --example {REPAIRED}` compiles: that is the repair, the listing `{fixed_by}`.\n"
                )
            }
            Intent::Runs(Stdout::OneOf(_)) => {
                let outcomes = evidence.outcomes();
                let each: String = outcomes.iter().map(|outcome| screen(outcome)).collect();
                format!("`cargo run` prints one of these {} outcomes, and no other:\n\n{each}", outcomes.len())
            }
            Intent::Runs(Stdout::Unordered) => {
                format!("`cargo run` always prints these lines; their order may be any:\n\n{}", screen(printed))
            }
            Intent::Runs(Stdout::Exact) => format!("`cargo run` always prints this:\n\n{}", screen(printed)),
            Intent::Panics => {
                format!("`cargo run` prints this, then panics and ends with exit status 101:\n\n{}", screen(printed))
            }
            Intent::Hangs => {
                format!("`cargo run` prints this and never ends; stop it with Ctrl-C:\n\n{}", screen(printed))
            }
            Intent::Races => "**Don't run it, and don't build on it.** It compiles without a warning, and under some schedules \
                              its behaviour is undefined: a run shows nothing, whatever it prints. The page of the listing \
                              tells which lines are to blame.\n"
                .to_string(),
            Intent::MayHang => format!(
                "`cargo run` may print this and end, or stop on its way for ever; then stop it with Ctrl-C:\n\n{}",
                screen(printed)
            ),
        }
    }

    /// The errors, each with its code, its line, and its words.
    fn errors(&self) -> Vec<String> {
        let marks = self.listing.marks.iter().filter(|mark| mark.blame != Blame::Panic);
        marks.map(|mark| format!("{} in line {}: {}", mark.blame, mark.line, mark.phrase)).collect()
    }
}

/// What a program prints, as a block of Markdown.
fn screen(text: &str) -> String {
    if text.is_empty() { "(nothing)\n".to_string() } else { format!("```text\n{}\n```\n", text.trim_end_matches('\n')) }
}
