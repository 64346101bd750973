//! What a choice claims of a listing, and whether the listing's evidence bears that out.
//!
//! A claim is the address of a choice's link, behind `right:` or `wrong:`. CONTRIBUTING.md has the list of them for authors;
//! [`Claim::parse`] is what reads them.

use crate::chapter::VERDICTS;
use crate::consistency::errors_of;
use crate::outputs::{Outputs, lines_of};
use catalog::{Blame, CompileError, Evidence, EvidenceKind, Intent, Listing, Schedules, panics};
use pulldown_cmark::{Event, Options, Parser};
use std::collections::BTreeSet;

/// What is claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// The listing has this verdict, by [`Intent::word`].
    Verdict(String),
    /// The compiler refuses it with this error, or by this lint, named as in `{{#error …}}`.
    Error(String),
    /// The compiler blames this line, or a thread panics on it; counted as the page counts.
    Line(usize),
    /// Something about what it prints.
    Output(Output),
    /// It has one ordinary outcome; otherwise several.
    Outcomes(Number),
    /// A reason, which no evidence can decide.
    Because,
}

/// What is claimed of what a listing prints. The text is that in the choice's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// The text is one whole output that it can have.
    Prints,
    /// The text is the only output.
    Always,
    /// The text is the first line of some output.
    Begins,
    /// The text is the last line of some output.
    Ends,
    /// The text is the first line of every output.
    AlwaysBegins,
    /// The text is the last line of every output.
    AlwaysEnds,
    /// It can print nothing at all.
    Nothing,
}

/// How many outcomes are claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// One and no more.
    One,
    /// More than one.
    Several,
}

/// The claims that are one word, beside the verdicts.
const WORDS: [(&str, Claim); 10] = [
    ("prints", Claim::Output(Output::Prints)),
    ("always", Claim::Output(Output::Always)),
    ("begins", Claim::Output(Output::Begins)),
    ("ends", Claim::Output(Output::Ends)),
    ("always-begins", Claim::Output(Output::AlwaysBegins)),
    ("always-ends", Claim::Output(Output::AlwaysEnds)),
    ("nothing", Claim::Output(Output::Nothing)),
    ("one", Claim::Outcomes(Number::One)),
    ("several", Claim::Outcomes(Number::Several)),
    ("because", Claim::Because),
];

/// Why a claim cannot be held against the evidence, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// Why.
    pub why: String,
    /// What to do.
    pub remedy: String,
}

impl Undecided {
    pub(crate) fn new(why: impl Into<String>, remedy: impl Into<String>) -> Undecided {
        Undecided { why: why.into(), remedy: remedy.into() }
    }
}

impl Claim {
    /// Reads what stands behind `right:` or `wrong:`.
    pub fn parse(text: &str) -> Option<Claim> {
        if let Some((_, claim)) = WORDS.into_iter().find(|(word, _)| *word == text) {
            return Some(claim);
        }
        if VERDICTS.contains(&text) {
            return Some(Claim::Verdict(text.to_string()));
        }
        if let Some(line) = text.strip_prefix("line-") {
            return line.parse().ok().map(Claim::Line);
        }
        let is_code = text
            .strip_prefix('E')
            .is_some_and(|code| code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()));
        let is_lint = text.contains('_') && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        (is_code || is_lint).then(|| Claim::Error(text.to_string()))
    }

    /// The words that can be claimed, for messages.
    pub(crate) fn vocabulary() -> String {
        let words = VERDICTS.into_iter().chain(WORDS.iter().map(|(word, _)| *word));
        format!(
            "{}, an error such as E0382 or static_mut_refs, or a line such as line-7",
            words.collect::<Vec<_>>().join(", ")
        )
    }

    /// Whether the claim is true of a listing, by its evidence. `words` are the choice's, as Markdown, and `known` the errors
    /// that some listing of the book has.
    ///
    /// # Errors
    /// Why the evidence does not decide it.
    pub fn holds(
        &self,
        words: &str,
        listing: &Listing,
        evidence: &Evidence,
        known: &BTreeSet<String>,
    ) -> Result<bool, Undecided> {
        match self {
            Claim::Verdict(word) => verdict(word, listing),
            Claim::Error(name) if !known.contains(name) => Err(Undecided::new(
                format!("no listing of the book has the error {name}, so nobody has seen that there is one"),
                "name one that a listing has",
            )),
            Claim::Error(name) => Ok(errors_of(listing).contains(name)),
            Claim::Line(line) => is_blamed(*line, listing, evidence),
            Claim::Output(Output::Nothing) => Outputs::of(listing, evidence).are(Output::Nothing, ""),
            Claim::Output(output) => Outputs::of(listing, evidence).are(*output, &text_of(words)?),
            Claim::Outcomes(number) => Outputs::of(listing, evidence).number(*number),
            Claim::Because => Err(Undecided::new("a reason is no evidence", "leave it to review")),
        }
    }

    /// What the evidence says to a claim of this kind, for a message.
    pub(crate) fn truth(&self, listing: &Listing, evidence: &Evidence) -> String {
        match self {
            Claim::Output(_) | Claim::Outcomes(_) if listing.is_program() => Outputs::of(listing, evidence).told(),
            Claim::Line(_) => match listing.marks.iter().map(|mark| mark.line.to_string()).collect::<Vec<_>>() {
                lines if lines.is_empty() => "no line of it is blamed".to_string(),
                lines => format!("what is blamed in it: line {}", lines.join(", line ")),
            },
            Claim::Error(_) if !listing.is_program() => {
                format!("it is refused with {}", errors_of(listing).into_iter().collect::<Vec<_>>().join(", "))
            }
            _ => format!("its verdict is `{}`", listing.intent.word()),
        }
    }
}

fn verdict(word: &str, listing: &Listing) -> Result<bool, Undecided> {
    let a_thread_panics = listing.marks.iter().any(|mark| mark.blame == Blame::Panic);
    if word == "panics" && listing.intent != Intent::Panics && a_thread_panics {
        return Err(Undecided::new(
            "a thread of it panics, and `main` does not",
            "ask where it panics, `line-7`, or what it prints",
        ));
    }
    Ok(listing.intent.word() == word)
}

/// Whether the compiler blames a line, or a thread panics there.
fn is_blamed(line: usize, listing: &Listing, evidence: &Evidence) -> Result<bool, Undecided> {
    if !(1..=listing.shown.lines.len()).contains(&line) {
        return Err(Undecided::new(
            format!("the listing has {} lines", listing.shown.lines.len()),
            "name one of them, as the page counts them",
        ));
    }
    if listing.intent == Intent::Races {
        return Err(Undecided::new("what is undefined is a matter of two lines", "give a reason, `because`"));
    }
    let errors = CompileError::parse(evidence.text(EvidenceKind::Errors)).unwrap_or_default();
    let refused = errors
        .iter()
        .flat_map(|error| &error.places)
        .any(|place| place.role == catalog::Role::Blamed && (place.line..=place.last_line).contains(&line));
    let panicked = panics(evidence.text(EvidenceKind::Stderr)).iter().any(|panic| panic.line == Some(line));
    let found = Schedules::parse(evidence.text(EvidenceKind::Schedules)).ok();
    let panics = found.iter().flat_map(|found| &found.steps).any(|step| step.is_panic() && step.1 == line);
    let marked = listing.marks.iter().any(|mark| mark.line == line);
    Ok(marked || refused || listing.is_program() && panicked || panics)
}

/// The text that the words of a choice speak of: their one piece of code, or all of them where they have none.
fn text_of(words: &str) -> Result<String, Undecided> {
    let (mut code, mut text) = (Vec::new(), String::new());
    for event in Parser::new_ext(words, Options::empty()) {
        match event {
            Event::Code(piece) => code.push(piece.to_string()),
            Event::Text(piece) => text.push_str(&piece),
            Event::SoftBreak => text.push(' '),
            _ => {}
        }
    }
    match &code[..] {
        [] => Ok(text),
        [one] => Ok(one.clone()),
        _ => Err(Undecided::new(
            "its words have several pieces of code, and it claims something of one",
            "write what it prints as one piece, lines divided by ` | `",
        )),
    }
}

/// The lines of an output for a reader, as in `//@ outcome:`; `nothing` where there are none.
pub(crate) fn as_said(output: &str) -> String {
    match lines_of(output) {
        lines if lines.is_empty() => "nothing".to_string(),
        lines => format!("`{}`", lines.join(" | ")),
    }
}
