//! Evidence: what a listing was seen to do, in files beside it.

use crate::errors::CompileError;
use crate::listing::{Intent, Listing, Stdout};
use crate::problem::Problem;
use crate::schedules::Schedules;
use crate::slashes::slashes;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One kind of evidence file, known by its extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// `.stdout`: what the program printed.
    Stdout,
    /// `.stderr`: what the compiler said, or what a panicking program printed.
    Stderr,
    /// `.ansi`: the compiler's words with its own colours.
    Ansi,
    /// `.errors`: the places that the compiler points at.
    Errors,
    /// `.outcomes`: the closed set of what the program can print, each of which was seen.
    Outcomes,
    /// `.schedules`: what the program does under every order in which its threads can take turns, or under some.
    Schedules,
}

impl EvidenceKind {
    /// All kinds.
    pub const ALL: [EvidenceKind; 6] = [
        EvidenceKind::Stdout,
        EvidenceKind::Outcomes,
        EvidenceKind::Stderr,
        EvidenceKind::Ansi,
        EvidenceKind::Errors,
        EvidenceKind::Schedules,
    ];

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            EvidenceKind::Stdout => "stdout",
            EvidenceKind::Stderr => "stderr",
            EvidenceKind::Ansi => "ansi",
            EvidenceKind::Errors => "errors",
            EvidenceKind::Outcomes => "outcomes",
            EvidenceKind::Schedules => "schedules",
        }
    }

    /// The kind of a file's extension.
    pub fn from_extension(extension: &str) -> Option<EvidenceKind> {
        EvidenceKind::ALL.into_iter().find(|kind| kind.extension() == extension)
    }

    /// Whether a listing must have this kind.
    pub fn required(self, listing: &Listing) -> bool {
        match (self, &listing.intent) {
            (EvidenceKind::Schedules, _) => listing.schedules.is_some(),
            (EvidenceKind::Outcomes, intent) => matches!(intent, Intent::Runs(Stdout::OneOf(_))),
            (EvidenceKind::Stdout, Intent::Runs(Stdout::OneOf(_)) | Intent::Races | Intent::Fails { .. }) => false,
            (EvidenceKind::Stdout, _) => true,
            (EvidenceKind::Stderr, intent) => matches!(intent, Intent::Panics | Intent::Fails { .. }),
            (EvidenceKind::Ansi | EvidenceKind::Errors, intent) => matches!(intent, Intent::Fails { .. }),
        }
    }

    /// Whether a listing may have this kind: a program may print to standard error too.
    pub fn allowed(self, listing: &Listing) -> bool {
        self.required(listing)
            || (self == EvidenceKind::Stderr
                && matches!(listing.intent, Intent::Runs(_) | Intent::Hangs | Intent::MayHang))
    }

    /// Whether a text is valid evidence of this kind for a listing; otherwise the line that is not, and why.
    fn parse_of(self, listing: &Listing, text: &str) -> Result<(), (usize, String)> {
        let fault = |what: &str, (line, why): (usize, String)| (line, format!("are not valid {what}: {why}"));
        match self {
            EvidenceKind::Schedules => {
                Schedules::parse_of(listing, text).map(drop).map_err(|error| fault("schedules", error))
            }
            EvidenceKind::Errors => CompileError::parse(text).map(drop).map_err(|error| fault("errors", error)),
            _ => Ok(()),
        }
    }

    /// The evidence file of a listing; relative to the same folder as the listing's file.
    pub fn file(self, listing_file: &Path) -> PathBuf {
        listing_file.with_extension(self.extension())
    }
}

/// The evidence of one listing: the text of each of its files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence(pub BTreeMap<EvidenceKind, String>);

impl Evidence {
    /// Reads the evidence files of a listing. Those it must have and does not are problems, and those that
    /// cannot be what was seen.
    pub fn read(root: &Path, listing: &Listing) -> (Evidence, Vec<Problem>) {
        let mut evidence = Evidence::default();
        let mut problems = Vec::new();
        for kind in EvidenceKind::ALL {
            let file = kind.file(&listing.file);
            match std::fs::read_to_string(root.join(&file)) {
                Ok(text) => {
                    if text.contains("\r\n") {
                        problems.push(Problem::in_file(
                            &file,
                            "has Windows line endings",
                            "give it Unix line endings: evidence is compared byte for byte, and .gitattributes keeps \
                             them",
                        ));
                    }
                    if let Err((line, fault)) = kind.parse_of(listing, &text) {
                        let remedy = format!("run `cargo book bless {}` and read what it writes", listing.id);
                        problems.push(Problem::at_line(&file, line, fault, remedy));
                    }
                    if text.is_empty() && !kind.required(listing) {
                        problems.push(Problem::in_file(
                            &file,
                            "is empty",
                            "remove it: a program that prints nothing to that stream has no such evidence",
                        ));
                    }
                    evidence.0.insert(kind, text);
                }
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    if kind.required(listing) {
                        problems.push(Problem::in_file(
                            &listing.file,
                            format!("has no evidence: {} is missing", slashes(&file)),
                            format!("run `cargo book bless {}` and read what it writes", listing.id),
                        ));
                    }
                }
                Err(error) => problems.push(Problem::io(&file, "read", &error)),
            }
        }
        (evidence, problems)
    }

    /// The texts of the files that can be read, whatever is in them: for callers that have already reported their
    /// faults.
    pub fn as_it_stands(root: &Path, listing: &Listing) -> Evidence {
        let text = |kind: EvidenceKind| std::fs::read_to_string(root.join(kind.file(&listing.file))).ok();
        Evidence(EvidenceKind::ALL.into_iter().filter_map(|kind| Some((kind, text(kind)?))).collect())
    }

    /// The text of one kind; empty where there is none.
    pub fn text(&self, kind: EvidenceKind) -> &str {
        self.0.get(&kind).map_or("", String::as_str)
    }

    /// The outcomes in the evidence, in their order.
    pub fn outcomes(&self) -> Vec<&str> {
        self.text(EvidenceKind::Outcomes).split(OUTCOME_SEPARATOR).collect()
    }
}

/// Stands on a line of its own between two outcomes.
const OUTCOME_SEPARATOR: &str = "--- or ---\n";

/// The text of an `.outcomes` file: each outcome as it was printed, in the order given.
pub fn join_outcomes(outcomes: &[String]) -> String {
    outcomes.join(OUTCOME_SEPARATOR)
}
