//! What a choice claims of a listing, and whether the listing's evidence bears that out.
//!
//! A claim is the address of a choice's link, behind `right:` or `wrong:`. CONTRIBUTING.md has the list of them for authors;
//! [`Claim::parse`] is what reads them.

use crate::consistency::errors_of;
use crate::outputs::{CLAIM_LESS, Outputs, lines_of};
use crate::piece::VERDICTS;
use catalog::{
    Blame, CompileError, Evidence, EvidenceKind, Intent, Listing, Schedules, is_error_code, is_lint_name, panics,
};
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
    Outcomes(OutcomeCount),
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
pub enum OutcomeCount {
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
    ("one", Claim::Outcomes(OutcomeCount::One)),
    ("several", Claim::Outcomes(OutcomeCount::Several)),
    ("because", Claim::Because),
];

/// Why the evidence cannot decide a claim, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Undecided {
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
            let number = line.parse::<usize>().ok().filter(|number| number.to_string() == line);
            // Lines are counted from 1.
            return number.filter(|number| *number > 0).map(Claim::Line);
        }
        (is_error_code(text) || is_lint_name(text)).then(|| Claim::Error(text.to_string()))
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
    pub(crate) fn holds(
        &self,
        words: &str,
        listing: &Listing,
        evidence: &Evidence,
        known: &BTreeSet<String>,
    ) -> Result<bool, Undecided> {
        match self {
            Claim::Verdict(word) => verdict(word, listing),
            Claim::Error(name) if !known.contains(name) => Err(Undecided::new(
                format!("no listing of the book has the error {name}, so nothing shows that it exists"),
                "name one that a listing has",
            )),
            Claim::Error(name) => Ok(errors_of(listing).contains(name)),
            Claim::Line(line) => is_blamed(*line, listing, evidence),
            Claim::Output(Output::Nothing) => Outputs::of(listing, evidence).are(Output::Nothing, ""),
            Claim::Output(output) => Outputs::of(listing, evidence).are(*output, &text_of(words)?),
            Claim::Outcomes(number) => Outputs::of(listing, evidence).come_to(*number),
            Claim::Because => Err(Undecided::new("a reason is no evidence", "leave it to review")),
        }
    }

    /// What the evidence says about a claim of this kind, for a message.
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
            "one of its threads panics, but `main` does not",
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
        return Err(Undecided::new("undefined behaviour concerns two lines", "give a reason, `because`"));
    }
    let errors = CompileError::parse(evidence.text(EvidenceKind::Errors)).unwrap_or_default();
    let refused = errors
        .iter()
        .flat_map(|error| &error.places)
        .any(|place| place.role == catalog::Role::Blamed && (place.line..=place.last_line).contains(&line));
    let panicked = panics(evidence.text(EvidenceKind::Stderr)).iter().any(|panic| panic.line == Some(line));
    let found = Schedules::read(evidence.text(EvidenceKind::Schedules)).ok();
    let panics = found.iter().flat_map(|found| &found.steps).any(|step| step.is_panic() && step.1 == line);
    let marked = listing.marks.iter().any(|mark| mark.line == line);
    let is_blamed = marked || refused || listing.is_program() && panicked || panics;
    if !is_blamed && found.is_some_and(|found| found.is_sample()) {
        return Err(Undecided::new(
            "it is explored by a sample, and a thread may panic there under a schedule that was not tried",
            CLAIM_LESS,
        ));
    }
    Ok(is_blamed)
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
            "its words have several pieces of code, but it makes a claim about one",
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

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{CompileError, Id, Pointed, Role};
    use std::path::Path;

    fn holds(claim: &str, words: &str, (listing, evidence): &(Listing, Evidence)) -> Result<bool, String> {
        let known = ["E0382", "E0277", "static_mut_refs"].map(str::to_string).into();
        let claim = Claim::parse(claim).unwrap_or_else(|| panic!("{claim} is no claim"));
        claim.holds(words, listing, evidence, &known).map_err(|undecided| undecided.why)
    }

    fn listing(file: &str, source: &str, evidence: &[(EvidenceKind, &str)]) -> (Listing, Evidence) {
        let listing = catalog::parse(Id::parse("a/b").unwrap(), Path::new(file), source).unwrap();
        let texts = evidence.iter().map(|(kind, text)| (*kind, (*text).to_string()));
        (listing, Evidence(texts.collect()))
    }

    fn running(directives: &str, body: &str, evidence: &[(EvidenceKind, &str)]) -> (Listing, Evidence) {
        let source = format!("//! A\n{directives}\nfn main() {{\n{body}\n}}\n");
        listing("listings/a/src/bin/b.rs", &source, evidence)
    }

    fn refused() -> (Listing, Evidence) {
        let place = |line, last_line, role| Pointed { line, column: 1, last_line, end: 2, role, words: String::new() };
        let errors = [CompileError {
            code: Some("E0382".into()),
            message: "moved".into(),
            places: vec![place(2, 2, Role::Beside), place(3, 4, Role::Blamed)],
        }];
        let source = "//! A\n//!\n//! If this compiled, x.\n//@ fixed-by: a/c\n\nfn main() {\n    let a = b;\n    c( //~ E0382: moved\n    );\n}\n";
        listing("listings/a/fails/b.rs", source, &[(EvidenceKind::Errors, &CompileError::text(&errors))])
    }

    #[test]
    fn a_verdict_is_that_of_the_listing_and_a_panic_of_another_thread_is_none() {
        let plain = running("", "    a();", &[]);
        assert_eq!(holds("runs", "", &plain), Ok(true));
        for other in ["panics", "hangs", "may-hang", "races", "fails"] {
            assert_eq!(holds(other, "", &plain), Ok(false), "{other}");
        }
        let thread_panics = running("", "    a(); //~ panic: torn", &[]);
        assert!(holds("panics", "", &thread_panics).unwrap_err().contains("one of its threads panics"));
        assert_eq!(holds("panics", "", &running("//@ panics\n", "    a(); //~ panic: torn", &[])), Ok(true));
        assert_eq!(holds("fails", "", &refused()), Ok(true));
    }

    #[test]
    fn an_error_is_one_that_the_compiler_reports_and_that_some_listing_has() {
        assert_eq!(holds("E0382", "", &refused()), Ok(true));
        assert_eq!(holds("E0277", "", &refused()), Ok(false));
        assert_eq!(holds("static_mut_refs", "", &refused()), Ok(false));
        assert_eq!(holds("E0382", "", &running("", "    a();", &[])), Ok(false));
        assert!(holds("E0999", "", &refused()).unwrap_err().contains("no listing of the book has the error E0999"));
    }

    #[test]
    fn a_line_is_blamed_where_the_compiler_blames_it_or_a_thread_panics_on_it() {
        let compiler = refused();
        let blamed: Vec<_> = (1..=5).map(|line| holds(&format!("line-{line}"), "", &compiler)).collect();
        assert_eq!(blamed, [Ok(false), Ok(false), Ok(true), Ok(true), Ok(false)], "a place may have several lines");
        assert!(holds("line-6", "", &compiler).unwrap_err().contains("has 5 lines"));
        let stderr = "\nthread 'x' (ID) panicked at src/main.rs:2:5:\ntorn\n";
        let panics = running("", "    a();\n    b();", &[(EvidenceKind::Stderr, stderr)]);
        assert_eq!(holds("line-2", "", &panics), Ok(true));
        assert_eq!(holds("line-3", "", &panics), Ok(false));
    }

    #[test]
    fn of_a_sample_nobody_knows_that_no_thread_panics_on_a_line() {
        let explored = |extent: &str, directive: &str| {
            let found = format!(
                "{{\n\"extent\": {extent},\n\"threads\": [\"main\"],\n\"holdings\": [],\n\"steps\": [\n\
                 [0,2,\"panics: torn\",\"\",\"\"]\n],\n\"states\": [\n\
                 [[[0,1]],[],null,[]],\n[[],[],{{\"panicked\":\"torn\"}},[]]\n],\n\"outcomes\": [\n\
                 {{\"prints\":\"\",\"ends\":{{\"panicked\":\"torn\"}},\"schedules\":\"1\",\"schedule\":[0]}}\n]\n}}\n"
            );
            assert_eq!(Schedules::parse(&found).err(), None);
            running(directive, "    a();\n    b();", &[(EvidenceKind::Schedules, &found)])
        };
        let sample =
            explored("{\"sample\":{\"tried\":1,\"method\":\"a die\",\"seed\":1}}", "//@ schedules: sample 100\n");
        assert_eq!(holds("line-2", "", &sample), Ok(true));
        assert!(holds("line-3", "", &sample).unwrap_err().contains("by a sample"));
        let whole = explored("{\"whole\":{\"schedules\":\"1\"}}", "//@ schedules\n");
        assert_eq!(holds("line-3", "", &whole), Ok(false));
    }

    #[test]
    fn what_is_printed_is_in_the_one_piece_of_code_or_in_all_the_words() {
        let printing = running("", "    a();", &[(EvidenceKind::Stdout, "a\n2 soups\n")]);
        assert_eq!(holds("prints", "It prints `a | 2 soups`, each time", &printing), Ok(true));
        assert_eq!(holds("ends", "2 soups", &printing), Ok(true));
        assert_eq!(holds("ends", "two soups", &printing), Ok(false));
        assert!(holds("prints", "`a` and `b`", &printing).unwrap_err().contains("several pieces of code"));
        for claim in ["prints", "always", "begins", "ends", "always-begins", "always-ends", "nothing", "one", "several"]
        {
            assert_eq!(holds(claim, "a", &refused()), Ok(false), "{claim}: what is refused comes to nothing");
        }
    }

    #[test]
    fn a_reason_is_for_review_and_a_word_that_claims_nothing_is_none() {
        assert!(holds("because", "It waits", &refused()).is_err());
        for nothing in ["", "print", "E38", "line-", "line-x", "line-0", "line-+7", "Runs", "deadlock"] {
            assert_eq!(Claim::parse(nothing), None, "{nothing}");
        }
    }
}
