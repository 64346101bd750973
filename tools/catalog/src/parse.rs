//! Reads one listing's file: its header, its marks, its anchors, and the code that is left.
//!
//! Comments are found by the compiler's own lexer, so that a `//~` inside a string is a string.

use crate::listing::{Blame, Edition, Exploring, Id, Intent, Listing, Mark, Stdout, is_error_code, is_lint_name};
use crate::problem::{Problem, Problems};
use crate::shape::Shape;
use crate::shown::{Shown, ShownLine};
use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

const DEFAULT_LIMIT: Duration = Duration::from_secs(10);

/// A phrase has a word of this many letters: with less, it is in nearly every message, and says nothing of this one.
const LETTERS_OF_A_PHRASE: usize = 4;

/// Attributes by which what a page shows is not what the compiler has judged: it is told to be silent, or to leave code out.
const SILENCING: [&str; 4] = ["allow", "expect", "cfg", "cfg_attr"];

/// How many schedules a sample has: with fewer it would say nothing, and with more nobody would wait for it.
const SAMPLES: std::ops::RangeInclusive<usize> = 100..=1_000_000;

/// Reads the listing `id` from the text of its file, whose path is for messages and tells what it is: a file in
/// `fails/` must not compile. The edition is not said in the file: it is the book's until its part says another.
///
/// # Errors
/// Every fault of its header, its marks and its anchors, and a file without code.
pub fn parse(id: Id, file: &Path, source: &str) -> Result<Listing, Problems> {
    let mut reader = Reader { file, problems: Problems::default() };
    let comments = comments(source);
    let header = reader.header(source, &comments);
    let (shown, marks) = reader.body(source, &comments);
    let intent = reader.intent(&header, &shown, &marks);
    reader.attributes(source);
    if shown.lines.is_empty() {
        reader.at(1, "has no code", "write the listing below its header");
    }
    let Reader { problems, .. } = reader;
    problems.or(Listing {
        id,
        file: file.to_path_buf(),
        caption: header.caption,
        note: header.note,
        intent,
        edition: Edition::default(),
        same_code_as: header.same_code_as,
        schedules: header.schedules,
        happens_before: header.happens_before,
        leaks: header.leaks,
        shape: header.shape,
        marks,
        limit: header.limit.unwrap_or(DEFAULT_LIMIT),
        source: source.to_string(),
        shown,
    })
}

/// A line comment of the file.
struct Comment<'a> {
    /// Counted from 1.
    line: usize,
    /// Where it starts in its line, in bytes.
    column: usize,
    /// Whether nothing but white space comes before it in its line.
    alone: bool,
    text: &'a str,
}

fn comments(source: &str) -> Vec<Comment<'_>> {
    let mut comments = Vec::new();
    let mut at = 0;
    for token in tokenize(source, FrontmatterAllowed::No) {
        let end = at + token.len as usize;
        if matches!(token.kind, TokenKind::LineComment { .. }) {
            let line_start = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
            comments.push(Comment {
                line: source[..at].matches('\n').count() + 1,
                column: at - line_start,
                alone: source[line_start..at].trim().is_empty(),
                text: source[at..end].trim_end(),
            });
        }
        at = end;
    }
    comments
}

/// What the `//!` and `//@` lines say.
#[derive(Default)]
struct Header {
    caption: String,
    note: Option<String>,
    fixed_by: Option<Id>,
    same_code_as: Option<Id>,
    panics: bool,
    hangs: bool,
    may_hang: bool,
    races: bool,
    leaks: bool,
    unordered: bool,
    schedules: Option<Exploring>,
    happens_before: bool,
    shape: Option<Shape>,
    outcomes: Vec<String>,
    limit: Option<Duration>,
    /// The names of the directives that may stand once and do, even where their value was faulty.
    said: Vec<String>,
    /// The line of the last directive, for faults of their combination.
    last_line: usize,
}

struct Reader<'a> {
    file: &'a Path,
    problems: Problems,
}

impl Reader<'_> {
    fn at(&mut self, line: usize, fault: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::at_line(self.file, line, fault, remedy));
    }

    fn header(&mut self, source: &str, comments: &[Comment<'_>]) -> Header {
        let mut header = Header { last_line: 1, ..Header::default() };
        let mut doc: Vec<&str> = Vec::new();
        for comment in comments {
            if let Some(text) = comment.text.strip_prefix("//!") {
                doc.push(text.strip_prefix(' ').unwrap_or(text));
            } else if let Some(text) = comment.text.strip_prefix("//@") {
                header.last_line = comment.line;
                self.directive(&mut header, comment.line, text.trim());
            }
        }
        header.caption = doc.first().map_or("", |line| line.trim()).to_string();
        if header.caption.is_empty() || !source.starts_with("//!") {
            self.at(1, "has no caption", "begin the file with `//! what this listing shows`, on one line");
        }
        if header.caption.ends_with('.') {
            self.at(1, "the caption ends with a full stop", "a caption is a title: leave out the full stop");
        }
        if doc.len() > 1 && !doc[1].trim().is_empty() {
            self.at(2, "the caption runs on to a second line", "put an empty `//!` line below the caption");
        }
        let note = doc.get(2..).unwrap_or_default().join("\n").trim().to_string();
        header.note = (!note.is_empty()).then_some(note);
        header
    }

    fn directive(&mut self, header: &mut Header, line: usize, text: &str) {
        let (name, value) = match text.split_once(':') {
            Some((name, value)) => (name.trim(), Some(value.trim())),
            None => (text, None),
        };
        if name != "outcome" && header.said.iter().any(|said| said == name) {
            self.at(line, format!("the directive `{name}` is given twice"), "keep one");
        }
        header.said.push(name.to_string());
        match (name, value) {
            ("panics", None) => header.panics = true,
            ("hangs", None) => header.hangs = true,
            ("may-hang", None) => header.may_hang = true,
            ("races", None) => header.races = true,
            ("leaks", None) => header.leaks = true,
            ("unordered", None) => header.unordered = true,
            ("happens-before", None) => header.happens_before = true,
            ("schedules", None) => header.schedules = Some(Exploring::Every),
            ("schedules", Some("usual")) => header.schedules = Some(Exploring::Usual),
            ("schedules", Some(value)) => {
                let number = value.strip_prefix("sample ").and_then(|number| number.trim().parse().ok());
                match number.filter(|number| SAMPLES.contains(number)) {
                    Some(number) => header.schedules = Some(Exploring::Sample(number)),
                    None => {
                        let fault = format!("`{value}` does not say which of its schedules");
                        let (least, most) = (SAMPLES.start(), SAMPLES.end());
                        let remedy = format!(
                            "write `schedules: sample 10000`, with a number from {least} to {most}; `schedules` alone, for all; or `schedules: usual`, for all with std's usual choices"
                        );
                        self.at(line, fault, remedy);
                        // That it is to be explored has been said; the rest of the header is read as it is meant.
                        header.schedules = Some(Exploring::Every);
                    }
                }
            }
            ("outcome", Some(lines)) => {
                let outcome = outcome(lines);
                if header.outcomes.contains(&outcome) {
                    self.at(line, "this outcome is listed twice", "list each outcome once");
                }
                header.outcomes.push(outcome);
            }
            ("shape", Some(text)) => {
                header.shape = Shape::parse(text, outcome);
                if header.shape.is_none() {
                    let remedy = "write its name, its orderings and the output that it asks about: `shape: SB relaxed: both doors are open`";
                    self.at(line, format!("`{text}` is not a shape"), remedy);
                }
            }
            ("fixed-by", Some(id)) => header.fixed_by = self.id(line, id),
            ("same-code-as", Some(id)) => header.same_code_as = self.id(line, id),
            ("limit", Some(value)) => {
                match value.strip_suffix('s').and_then(|seconds| seconds.parse().ok()).filter(|&seconds| seconds > 0) {
                    Some(seconds) => header.limit = Some(Duration::from_secs(seconds)),
                    None => {
                        self.at(line, format!("`{value}` is not a limit"), "write whole seconds, as in `limit: 20s`")
                    }
                }
            }
            _ => self.at(
                line,
                format!("unknown directive `{text}`"),
                "the directives are panics, hangs, may-hang, races, leaks, unordered, schedules, schedules: usual, schedules: sample NUMBER, happens-before, outcome: LINES, fixed-by: PART/NAME, same-code-as: PART/NAME, \
                 shape: NAME ORDERINGS: LINES, limit: SECONDSs",
            ),
        }
    }

    fn id(&mut self, line: usize, text: &str) -> Option<Id> {
        let id = Id::parse(text);
        if id.is_none() {
            self.at(line, format!("`{text}` is not the id of a listing"), "write it as part/name");
        }
        id
    }

    fn body(&mut self, source: &str, comments: &[Comment<'_>]) -> (Shown, Vec<Mark>) {
        let by_line: BTreeMap<usize, &Comment<'_>> = comments.iter().map(|comment| (comment.line, comment)).collect();
        let mut shown = Shown::default();
        let mut marks = Vec::new();
        let mut open: Vec<(&str, usize, usize)> = Vec::new();
        for (index, text) in source.lines().enumerate() {
            let line = index + 1;
            let mut text = text.trim_end();
            if let Some(comment) = by_line.get(&line) {
                if let Some(mark) = comment.text.strip_prefix("//~") {
                    marks.extend(self.mark(line, mark, shown.lines.len(), comment.alone));
                    if comment.alone {
                        continue;
                    }
                    text = text[..comment.column].trim_end();
                } else if comment.text.contains("//~") {
                    self.at(line, "a mark is inside another comment", "begin the comment with `//~`");
                } else if !comment.alone && comment.text.starts_with("//@") {
                    self.at(line, "a header line follows code on its line", "move it to the top of the file");
                } else if !comment.alone && comment.text.starts_with("// ANCHOR") {
                    self.at(line, "an anchor follows code on its line", "put it on a line of its own");
                } else if comment.text.starts_with("//!") || comment.text.starts_with("//@") {
                    if !shown.lines.is_empty() {
                        self.at(line, "a header line is below the code", "move it to the top of the file");
                    }
                    continue;
                } else if let Some(name) = comment.text.strip_prefix("// ANCHOR: ") {
                    if shown.anchors.contains_key(name) || open.iter().any(|(opened, ..)| *opened == name) {
                        let fault = format!("the anchor `{name}` starts twice");
                        self.at(line, fault, "give each excerpt a name of its own");
                    }
                    open.push((name, shown.lines.len(), line));
                    continue;
                } else if let Some(name) = comment.text.strip_prefix("// ANCHOR_END: ") {
                    match open.iter().position(|(opened, ..)| *opened == name) {
                        Some(position) => {
                            let (_, start, started_at) = open.remove(position);
                            if start == shown.lines.len() {
                                let fault = format!("the anchor `{name}` holds nothing");
                                self.at(started_at, fault, "put it around the lines that it should show");
                            }
                            shown.anchors.insert(name.to_string(), start..shown.lines.len());
                        }
                        None => {
                            self.at(line, format!("the anchor `{name}` ends but never starts"), "add its ANCHOR line")
                        }
                    }
                    continue;
                }
            }
            if text.is_empty() && shown.lines.is_empty() {
                continue;
            }
            shown.lines.push(ShownLine { text: text.to_string(), file_line: line });
        }
        for (name, _, line) in open {
            self.at(line, format!("the anchor `{name}` never ends"), "add its ANCHOR_END line");
        }
        while shown.lines.last().is_some_and(|line| line.text.is_empty()) {
            shown.lines.pop();
        }
        (shown, marks)
    }

    /// Finds attributes that hide what the compiler would say, or code from the compiler.
    fn attributes(&mut self, source: &str) {
        let mut at = 0;
        // How much of `#[name` or `#![name` the tokens before have.
        let mut begun = 0;
        for token in tokenize(source, FrontmatterAllowed::No) {
            let text = &source[at..at + token.len as usize];
            begun = match (begun, token.kind) {
                (begun, TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }) => {
                    begun
                }
                (_, TokenKind::Pound) => 1,
                (1, TokenKind::Bang) => 1,
                (1, TokenKind::OpenBracket) => 2,
                (2, TokenKind::Ident) if SILENCING.contains(&text) => {
                    let line = source[..at].matches('\n').count() + 1;
                    let fault =
                        format!("`{text}` hides what is wrong with the listing from the compiler or the reader");
                    self.at(line, fault, "remove the attribute, and fix what it was for");
                    0
                }
                _ => 0,
            };
            at += token.len as usize;
        }
    }

    /// Reads what comes after `//~`; `lines_above` is how many shown lines stand above this line.
    fn mark(&mut self, line: usize, text: &str, lines_above: usize, alone: bool) -> Option<Mark> {
        const REMEDY: &str = "write `//~ E0277: a phrase of its message`, `//~ error: …` or `//~ panic: …`";
        let carets = text.len() - text.trim_start_matches('^').len();
        if alone != (carets > 0) {
            let remedy = "a mark at the end of a line has no ^; a mark on its own line has one ^ for each line up";
            self.at(line, "this mark does not say which line it means", remedy);
            return None;
        }
        let Some(blamed) = (lines_above + 1).checked_sub(carets).filter(|&blamed| blamed > 0) else {
            self.at(line, "this mark points above the code", "remove a ^");
            return None;
        };
        let (blame, phrase) = text[carets..].split_once(':').unwrap_or((&text[carets..], ""));
        let (blame, phrase) = (blame.trim(), phrase.trim());
        let blame = match blame {
            "error" => Blame::Error(None),
            "panic" => Blame::Panic,
            code if is_error_code(code) => Blame::Error(Some(code.to_string())),
            lint if is_lint_name(lint) => Blame::Lint(lint.to_string()),
            other => {
                self.at(line, format!("a mark cannot blame `{other}`"), REMEDY);
                return None;
            }
        };
        if phrase.is_empty() {
            self.at(line, "this mark has no phrase", REMEDY);
            return None;
        }
        let words = phrase.split(|c: char| !c.is_alphabetic());
        if !words.into_iter().any(|word| word.chars().count() >= LETTERS_OF_A_PHRASE) {
            let fault = format!("`{phrase}` says too little: nearly every message contains it");
            self.at(
                line,
                fault,
                format!("quote enough of the message to include a word of {LETTERS_OF_A_PHRASE} letters"),
            );
            return None;
        }
        Some(Mark { line: blamed, written_at: line, blame, phrase: phrase.to_string() })
    }

    fn intent(&mut self, header: &Header, shown: &Shown, marks: &[Mark]) -> Intent {
        let first = shown.lines.first().map_or("", |line| line.text.as_str());
        let begins_with_a_warning = first.starts_with("// Undefined behaviour: ");
        let fails = self.file.parent().is_some_and(|folder| folder.ends_with("fails"));
        let line = header.last_line;
        let given =
            [header.panics, header.hangs, header.may_hang, header.races, header.unordered, !header.outcomes.is_empty()];
        if given.into_iter().filter(|&given| given).count() > 1 {
            self.at(
                line,
                "its directives contradict each other",
                "keep one of panics, hangs, may-hang, races, unordered, outcome",
            );
        }
        // Where memory permits more than orders of steps lead to, one of those may be everything there is beside.
        if header.outcomes.len() == 1 && header.schedules.is_none() {
            self.at(line, "has one outcome", "output that never varies needs no directive; list all outcomes, or none");
        }
        let panics_marked = marks.iter().filter(|mark| mark.blame == Blame::Panic).count();
        if fails {
            if given.contains(&true) || header.leaks {
                self.at(
                    line,
                    "is in fails/, yet says what it does when it runs",
                    "a listing in fails/ must not \
                                                                                   compile: remove that",
                );
            }
            if marks.len() == panics_marked {
                self.at(line, "must not compile, but marks no error", "mark the blamed line: `//~ E0277: phrase`");
            }
            if panics_marked > 0 {
                self.at(line, "must not compile, but marks a panic", "mark only errors");
            }
            if header.schedules.is_some() {
                self.at(line, "must not compile, so it has no schedules", "remove `//@ schedules`");
            }
            if header.happens_before {
                self.at(
                    line,
                    "must not compile, so nothing in it happens before anything",
                    "remove `//@ happens-before`",
                );
            }
            if header.shape.is_some() {
                self.at(line, "must not compile, so nothing shows what its shape permits", "remove `//@ shape`");
            }
            if !header.note.as_ref().is_some_and(|note| note.starts_with("If this compiled")) {
                let remedy = "begin the text below the caption with `If this compiled, …`";
                self.at(1, "does not say what would happen if it compiled", remedy);
            }
            if let Some(fixed_by) = &header.fixed_by {
                return Intent::Fails { fixed_by: fixed_by.clone() };
            }
            if header.said.iter().any(|said| said == "fixed-by") {
                // What it names is no id, which has been reported.
                return Intent::Runs(Stdout::Exact);
            }
            self.at(line, "names no repair", "add `//@ fixed-by: part/name`, naming a listing that compiles");
        } else {
            if let Some(mark) = marks.iter().find(|mark| mark.blame != Blame::Panic) {
                self.at(mark.written_at, "marks a compile error, but must compile", "move the file to fails/");
            }
            if header.fixed_by.is_some() {
                self.at(line, "compiles, but names a repair", "remove fixed-by, or move the file to fails/");
            }
            if header.races && !begins_with_a_warning {
                let fault = "has undefined behaviour, but its code does not begin by saying so";
                let remedy = "begin the code with `// Undefined behaviour: …`, so that anyone who copies it has the \
                              warning too";
                self.at(line, fault, remedy);
            }
            if header.races && header.schedules.is_none() {
                let remedy = "add `//@ schedules`: it is never run, so only exploring shows what is wrong with it";
                self.at(line, "has undefined behaviour, but is not explored", remedy);
            }
            if header.shape.is_some() && header.schedules != Some(Exploring::Every) {
                let remedy =
                    "write `//@ schedules` alone: only exploring all of them shows what the shape's orderings permit";
                self.at(line, "has a shape of memory, but not all that it can do is explored", remedy);
            }
            if header.leaks && header.schedules.is_none() {
                let remedy = "add `//@ schedules`: no run shows that it leaks, only exploring does";
                self.at(line, "leaks, but is not explored", remedy);
            }
            if header.happens_before && header.schedules.is_none() {
                let remedy = "add `//@ schedules`: only exploring shows what happens before what";
                self.at(line, "asks for edges of happens-before, but is not explored", remedy);
            }
            if header.may_hang && header.schedules.is_none() {
                let remedy = "add `//@ schedules`: no run shows that it may hang, only exploring proves it";
                self.at(line, "may hang, but is not explored", remedy);
            }
            if header.panics && panics_marked == 0 {
                self.at(line, "should panic, but marks no line", "mark it: `//~ panic: part of the message`");
            }
        }
        match header {
            Header { panics: true, .. } => Intent::Panics,
            Header { hangs: true, .. } => Intent::Hangs,
            Header { may_hang: true, .. } => Intent::MayHang,
            Header { races: true, .. } => Intent::Races,
            Header { unordered: true, .. } => Intent::Runs(Stdout::Unordered),
            Header { outcomes, .. } if !outcomes.is_empty() => Intent::Runs(Stdout::OneOf(outcomes.clone())),
            _ => Intent::Runs(Stdout::Exact),
        }
    }
}

/// The text printed, from `first line | second line`; nothing stands for no output.
fn outcome(lines: &str) -> String {
    if lines.is_empty() {
        return String::new();
    }
    lines.split(" | ").flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, source: &str) -> Result<Listing, Problems> {
        parse(Id::parse("threads/sample").unwrap(), Path::new(file), source)
    }

    #[test]
    fn header_marks_and_anchors_are_kept_out_of_the_code_shown() {
        let listing = read(
            "listings/threads/fails/sample.rs",
            "//! Two queues\n//!\n//! If this compiled, both would …\n//@ fixed-by: threads/repair\n\nfn main() {\n    \
             // ANCHOR: send\n    let text = \"//~ no mark\"; // why\n    send(text); //~ E0382: moved\n    // ANCHOR_END: send\n    \
             again(\n    );\n    //~^^ E0499: twice\n}\n\n",
        )
        .unwrap();
        assert_eq!(
            listing.shown.text(),
            "fn main() {\n    let text = \"//~ no mark\"; // why\n    send(text);\n    again(\n    );\n}\n"
        );
        assert_eq!(listing.caption, "Two queues");
        assert_eq!(listing.note.as_deref(), Some("If this compiled, both would …"));
        assert_eq!(listing.shown.anchors["send"], 1..3);
        assert_eq!(listing.shown.line_of(9), Some(3));
        assert_eq!(listing.codes(), ["E0382", "E0499"]);
        assert_eq!(listing.marks.iter().map(|mark| mark.line).collect::<Vec<_>>(), [3, 4]);
    }

    #[test]
    fn outcomes_are_lines_and_may_be_empty() {
        let source = "//! Two ends\n//@ outcome:\n//@ outcome: red | green\n\nfn main() {}\n";
        let listing = read("listings/threads/src/bin/sample.rs", source).unwrap();
        let outcomes = vec![String::new(), "red\ngreen\n".to_string()];
        assert_eq!(listing.intent, Intent::Runs(Stdout::OneOf(outcomes)));
    }

    #[test]
    fn every_fault_of_a_file_is_reported_at_once() {
        let problems = read("listings/threads/fails/sample.rs", "//! Caption.\n//@ panic\n\nfn main() {} //~ E27: x\n")
            .unwrap_err();
        let lines: Vec<String> =
            problems.0.iter().map(|problem| format!("{}: {}", problem.line.unwrap(), problem.fault)).collect();
        assert_eq!(
            lines,
            [
                "2: unknown directive `panic`",
                "1: the caption ends with a full stop",
                "4: a mark cannot blame `E27`",
                "2: must not compile, but marks no error",
                "1: does not say what would happen if it compiled",
                "2: names no repair",
            ]
        );
    }
}
