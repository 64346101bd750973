//! What a program of this folder says in its header: every outcome that std permits it, and what std has to choose.
//!
//! The header is the lines at the top of the file that begin with `//`. Its first line, `//! …`, says what the program
//! shows; a line that begins with `// ` is a remark. Each `//@` line is one of these:
//!
//! ```text
//! //@ returns: first line | second line     main has returned, and this is on stdout
//! //@ returns:                              main has returned, and nothing is on stdout
//! //@ returns: no newline at the end \      the last line has not been ended
//! //@ panics `message`: …                   main has panicked; of the message, the first line
//! //@ exits 3: …                            the program has ended itself by process::exit
//! //@ hangs: …                              no thread can go on
//! //@ livelocks: …                          a thread goes round for ever, and nothing else can happen
//! //@ returns, only if CHOICE and CHOICE: … any of these, where std has to make the choices named
//! //@ refused at 12: phrase                 the explorer refuses the program for its line 12, in words with this phrase
//! //@ sample 1000                           explored by so many schedules; each outcome must be among what they come to
//! ```
//!
//! The outcomes of a file are all that there are. One that needs no choice is written without any.

use catalog::{Problem, Problems};
use std::path::Path;

/// Where std leaves something open: what it may do and need not, in the words of the header.
pub const CHOICES: [&str; 9] = [
    "`wait` returns without a reason",
    "`park` returns without a reason",
    "`compare_exchange_weak` fails without a reason",
    "the token is taken by another call",
    "a reader waits behind a writer",
    "`try_read` fails behind a writer",
    "locking again panics",
    "initialising again panics",
    "destructors of main's thread-locals do not run",
];

const DIRECTIVES: &str = "write `returns: …`, `panics `message`: …`, `exits 3: …`, `hangs: …`, `livelocks: …`, \
                          `refused at 12: phrase` or `sample 1000`";

/// What exploring a program has to come to.
#[derive(Debug, PartialEq, Eq)]
pub struct Expected {
    /// All outcomes, in the order of the header; none where the program is refused.
    pub outcomes: Vec<ExpectedOutcome>,
    /// The line of the file for which the explorer refuses the program, and a phrase of its words.
    pub refused: Option<(usize, String)>,
    /// How many schedules are tried, where not all of them are.
    pub sample: Option<usize>,
}

/// One thing that a program can come to.
#[derive(Debug, PartialEq, Eq)]
pub struct ExpectedOutcome {
    /// How it ends, or why it does not.
    pub end: ExpectedEnd,
    /// What is on stdout by then, as [`written`] puts it.
    pub printed: String,
    /// The choices of std without which it cannot happen, in the order of [`CHOICES`].
    pub needs: Vec<String>,
}

/// How a program ends, or why it does not.
#[derive(Debug, PartialEq, Eq)]
pub enum ExpectedEnd {
    /// `main` has returned.
    Returns,
    /// `main` has panicked; the first line of the message.
    Panics(String),
    /// The program has ended itself, with this code.
    Exits(i32),
    /// No thread can go on.
    Hangs,
    /// A thread goes round for ever, and nothing else can happen.
    Livelocks,
}

/// What a program has printed, in one line as in a header: its lines joined by ` | `, without the spaces at the end of
/// each, and with ` \` behind a last line that has not been ended.
///
/// An empty line and nothing else looks like nothing at all, and a printed ` | ` like the end of a line.
pub fn written(stdout: &str) -> String {
    let ended = stdout.strip_suffix('\n');
    let lines = ended.unwrap_or(stdout).split('\n').map(str::trim_end).collect::<Vec<_>>().join(" | ");
    match (ended, lines.as_str()) {
        (None, "") if stdout.is_empty() => lines,
        (None, "") => "\\".to_string(),
        (None, _) => lines + " \\",
        (Some(_), _) => lines,
    }
}

impl Expected {
    /// Reads the header of a program. The file's path is for messages.
    ///
    /// # Errors
    /// Every fault of the header, and a header that says nothing of what the program comes to.
    pub fn read(file: &Path, source: &str) -> Result<Expected, Problems> {
        let mut header = Header { file, problems: Problems::default() };
        let expected = header.read(source);
        header.problems.or(expected)
    }
}

/// A fault of a line, and what to do about it.
type Fault = (String, String);

fn fault<T>(fault: impl Into<String>, remedy: impl Into<String>) -> Result<T, Fault> {
    Err((fault.into(), remedy.into()))
}

struct Header<'a> {
    file: &'a Path,
    problems: Problems,
}

impl Header<'_> {
    fn at(&mut self, line: usize, (fault, remedy): Fault) {
        self.problems.push(Problem::at_line(self.file, line, fault, remedy));
    }

    fn read(&mut self, source: &str) -> Expected {
        let mut expected = Expected { outcomes: Vec::new(), refused: None, sample: None };
        let lines = source.lines().collect::<Vec<_>>();
        let below = lines.iter().position(|line| !line.starts_with("//")).unwrap_or(lines.len());
        let caption = lines.first().and_then(|line| line.strip_prefix("//! ")).unwrap_or_default();
        if caption.trim().is_empty() {
            self.at(1, ("does not say what it shows".into(), "begin with `//! …`".into()));
        }
        let mut directives = 0;
        for (number, line) in (1..).zip(&lines) {
            let Some(text) = line.trim_start().strip_prefix("//@") else { continue };
            directives += 1;
            let read = match text.strip_prefix(' ') {
                _ if number > below => fault("stands below the header", "move it to the top of the file"),
                _ if text != text.trim_end() => {
                    fault("ends in a space", "remove it: spaces at the end of a printed line are not written")
                }
                Some(text) => expected.add(text, &lines, below),
                None => fault("has no space behind `//@`", DIRECTIVES),
            };
            if let Err(fault) = read {
                self.at(number, fault);
            }
        }
        if directives == 0 {
            self.at(1, ("does not say what it comes to".into(), DIRECTIVES.into()));
        } else if self.problems.0.is_empty() && expected.outcomes.is_empty() && expected.refused.is_none() {
            self.at(1, ("is a sample of no outcome".into(), "add the outcomes that must be seen".into()));
        } else if expected.refused.is_some() && (!expected.outcomes.is_empty() || expected.sample.is_some()) {
            let remedy = "keep either the refusal or the outcomes";
            self.at(1, ("is refused, and has outcomes or a sample all the same".into(), remedy.into()));
        }
        expected
    }
}

impl Expected {
    /// Adds what one line says, which is the text behind its `//@ `.
    fn add(&mut self, text: &str, lines: &[&str], below: usize) -> Result<(), Fault> {
        if let Some(refusal) = text.strip_prefix("refused at ") {
            let refused =
                refusal.split_once(": ").and_then(|(line, phrase)| Some((line.parse::<usize>().ok()?, phrase)));
            let Some((line, phrase)) = refused else {
                return fault("names no line or no phrase", "write `refused at 12: phrase`");
            };
            if line <= below || lines.get(line - 1).is_none_or(|line| line.trim().is_empty()) {
                return fault(format!("names line {line}, which has no code"), "count the lines of the header too");
            }
            return match self.refused.replace((line, phrase.to_string())) {
                Some(_) => fault("is a second refusal", "keep the first line that is refused"),
                None => Ok(()),
            };
        }
        if let Some(number) = text.strip_prefix("sample ") {
            return match number.parse() {
                Ok(1..) if self.sample.is_some() => fault("is a second sample", "keep one of them"),
                Ok(number @ 1..) => {
                    self.sample = Some(number);
                    Ok(())
                }
                _ => fault("is no number of schedules", "write `sample 1000`"),
            };
        }
        let outcome = ExpectedOutcome::read(text)?;
        let same = |other: &&ExpectedOutcome| other.end == outcome.end && other.printed == outcome.printed;
        let within = |few: &[String], many: &[String]| few.iter().all(|choice| many.contains(choice));
        for other in self.outcomes.iter().filter(same) {
            if within(&other.needs, &outcome.needs) || within(&outcome.needs, &other.needs) {
                return fault("is the outcome of another line", "keep the one that needs fewer choices");
            }
        }
        self.outcomes.push(outcome);
        Ok(())
    }
}

impl ExpectedOutcome {
    /// Reads `END: printed` or `END, only if CHOICE and CHOICE: printed`.
    fn read(text: &str) -> Result<ExpectedOutcome, Fault> {
        let (end, rest) = ExpectedEnd::read(text)?;
        let (needs, printed) = match rest.strip_prefix(", only if ") {
            Some(rest) => match rest.split_once(':') {
                Some((choices, printed)) => (needed(choices)?, Some(printed)),
                None => (Vec::new(), None),
            },
            None => (Vec::new(), rest.strip_prefix(':')),
        };
        let Some(printed) = printed else {
            return fault("has no colon behind how it ends", "write what is printed behind a colon, if only nothing");
        };
        let printed = match printed.strip_prefix(' ') {
            Some(printed) => printed,
            None if printed.is_empty() => printed,
            None => return fault("has no space behind the colon", "add it"),
        };
        let lines = printed.strip_suffix(" \\").unwrap_or(printed);
        if lines.split(" | ").any(|line| line != line.trim_end()) {
            return fault("has a line that ends in a space", "remove it: such spaces are not written");
        }
        Ok(ExpectedOutcome { end, printed: printed.to_string(), needs })
    }
}

impl ExpectedEnd {
    /// Reads how it ends, and gives back the text behind that.
    fn read(text: &str) -> Result<(ExpectedEnd, &str), Fault> {
        if let Some(rest) = text.strip_prefix("panics ") {
            let message = rest.strip_prefix('`').and_then(|rest| {
                // A message may have backticks of its own.
                let closing = [rest.find("`:"), rest.find("`, only if ")].into_iter().flatten().min()?;
                Some((&rest[..closing], &rest[closing + 1..]))
            });
            return match message {
                Some((message, rest)) => Ok((ExpectedEnd::Panics(message.to_string()), rest)),
                None => fault("has no message in backticks", "write `panics `message`: …`"),
            };
        }
        if let Some(rest) = text.strip_prefix("exits ") {
            let (code, rest) = rest.split_at(rest.find([':', ',']).unwrap_or(rest.len()));
            return match code.parse() {
                Ok(code) => Ok((ExpectedEnd::Exits(code), rest)),
                Err(_) => fault(format!("`{code}` is no exit code"), "write `exits 3: …`"),
            };
        }
        let (word, rest) = text.split_at(text.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len()));
        match word {
            "returns" => Ok((ExpectedEnd::Returns, rest)),
            "hangs" => Ok((ExpectedEnd::Hangs, rest)),
            "livelocks" => Ok((ExpectedEnd::Livelocks, rest)),
            _ => fault(format!("`{text}` is none of the things that a header says"), DIRECTIVES),
        }
    }
}

/// The choices named, each once, in the order of [`CHOICES`].
fn needed(choices: &str) -> Result<Vec<String>, Fault> {
    let named = choices.split(" and ").collect::<Vec<_>>();
    for (index, choice) in named.iter().enumerate() {
        if !CHOICES.contains(choice) {
            return fault(format!("`{choice}` is no choice of std"), format!("name one of: {}", CHOICES.join("; ")));
        }
        if named[..index].contains(choice) {
            return fault(format!("names the choice `{choice}` twice"), "name it once");
        }
    }
    Ok(CHOICES.iter().filter(|choice| named.contains(choice)).map(ToString::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a program of six lines whose header has these directives, from its second line on.
    fn read(directives: &str) -> Result<Expected, Problems> {
        let source = format!("//! A lamp\n{directives}\n\nfn main() {{}}\n");
        Expected::read(Path::new("tests/programs/lamp.rs"), &source)
    }

    fn outcome(end: ExpectedEnd, printed: &str, needs: &[&str]) -> ExpectedOutcome {
        let needs = needs.iter().map(ToString::to_string).collect();
        ExpectedOutcome { end, printed: printed.into(), needs }
    }

    #[test]
    fn each_end_is_read_with_what_was_printed() {
        let read = read(
            "//@ returns: on | off\n//@ returns:\n// A remark: of no account.\n//@ returns: on \\\n\
             //@ panics `no lamp: it's gone`: on\n//@ panics `no `Lamp``:\n//@ exits 3:\n//@ exits -1: off\n\
             //@ hangs:\n//@ livelocks: a: b",
        );
        let outcomes = vec![
            outcome(ExpectedEnd::Returns, "on | off", &[]),
            outcome(ExpectedEnd::Returns, "", &[]),
            outcome(ExpectedEnd::Returns, "on \\", &[]),
            outcome(ExpectedEnd::Panics("no lamp: it's gone".into()), "on", &[]),
            outcome(ExpectedEnd::Panics("no `Lamp`".into()), "", &[]),
            outcome(ExpectedEnd::Exits(3), "", &[]),
            outcome(ExpectedEnd::Exits(-1), "off", &[]),
            outcome(ExpectedEnd::Hangs, "", &[]),
            outcome(ExpectedEnd::Livelocks, "a: b", &[]),
        ];
        assert_eq!(read, Ok(Expected { outcomes, refused: None, sample: None }));
    }

    #[test]
    fn choices_are_read_in_one_order() {
        let (wait, again) = ("`wait` returns without a reason", "locking again panics");
        let read = read(&format!(
            "//@ returns, only if {again} and {wait}: on\n//@ panics `again`, only if {again}:\n//@ exits 3, only if {wait}:"
        ));
        let outcomes = vec![
            outcome(ExpectedEnd::Returns, "on", &[wait, again]),
            outcome(ExpectedEnd::Panics("again".into()), "", &[again]),
            outcome(ExpectedEnd::Exits(3), "", &[wait]),
        ];
        assert_eq!(read, Ok(Expected { outcomes, refused: None, sample: None }));
    }

    #[test]
    fn every_choice_can_be_named() {
        for choice in CHOICES {
            let read = read(&format!("//@ hangs, only if {choice}: on")).unwrap();
            assert_eq!(read.outcomes, [outcome(ExpectedEnd::Hangs, "on", &[choice])]);
        }
    }

    #[test]
    fn a_refusal_names_a_line_and_a_phrase() {
        let expected = Expected { outcomes: Vec::new(), refused: Some((4, "spin_loop: see".into())), sample: None };
        assert_eq!(read("//@ refused at 4: spin_loop: see"), Ok(expected));
    }

    #[test]
    fn a_sample_has_outcomes_that_must_be_seen() {
        let outcomes = vec![outcome(ExpectedEnd::Returns, "3", &[])];
        assert_eq!(
            read("//@ sample 1000\n//@ returns: 3"),
            Ok(Expected { outcomes, refused: None, sample: Some(1000) })
        );
    }

    #[test]
    fn one_outcome_may_come_of_either_of_two_choices() {
        let lines = "//@ hangs, only if locking again panics:\n//@ hangs, only if `park` returns without a reason:";
        assert_eq!(read(lines).unwrap().outcomes.len(), 2);
    }

    #[test]
    fn what_was_printed_is_written_in_one_line() {
        for (stdout, expected) in [
            ("", ""),
            ("on\n", "on"),
            ("on", "on \\"),
            ("on \noff  \n", "on | off"),
            ("on\n\noff", "on |  | off \\"),
            (" on ", " on \\"),
            ("\n", ""),
            (" ", "\\"),
            ("a | b\n", "a | b"),
        ] {
            assert_eq!(written(stdout), expected, "{stdout:?}");
            // Whatever is written so can stand in a header.
            let line = if expected.is_empty() { "//@ hangs:".to_string() } else { format!("//@ hangs: {expected}") };
            assert_eq!(read(&line).unwrap().outcomes[0].printed, expected);
        }
    }

    #[test]
    fn a_fault_is_told_with_its_file_and_line() {
        for (directives, line, expected) in [
            ("// nothing", 1, "does not say what it comes to"),
            ("//@ sample 10", 1, "is a sample of no outcome"),
            ("//@ refused at 5: lamp\n//@ returns:", 1, "is refused, and has outcomes"),
            ("//@ sample 10\n//@ refused at 5: lamp", 1, "is refused, and has outcomes"),
            ("//@ returns\n//@ hangs:", 2, "has no colon"),
            ("//@ returns, only if locking again panics", 2, "has no colon"),
            ("//@ hangs:\n//@ returned: on", 3, "`returned: on` is none of the things"),
            ("//@ schedules: sample 1000", 2, "is none of the things"),
            ("//@hangs:", 2, "has no space behind `//@`"),
            ("//@ hangs:on", 2, "has no space behind the colon"),
            ("//@ hangs: ", 2, "ends in a space"),
            ("//@ hangs: on  | off", 2, "has a line that ends in a space"),
            ("//@ hangs: on  \\", 2, "has a line that ends in a space"),
            ("//@ panics: on", 2, "is none of the things"),
            ("//@ panics on: on", 2, "has no message in backticks"),
            ("//@ panics `on", 2, "has no message in backticks"),
            ("//@ exits well: on", 2, "`well` is no exit code"),
            ("//@ hangs, only if it rains: on", 2, "`it rains` is no choice of std"),
            ("//@ hangs, only if : on", 2, "`` is no choice of std"),
            ("//@ hangs, only if locking again panics and locking again panics:", 2, "twice"),
            ("//@ hangs, unless it rains: on", 2, "has no colon"),
            ("//@ returns: on\n//@ returns: on", 3, "is the outcome of another line"),
            ("//@ returns, only if locking again panics: on\n//@ returns: on", 3, "is the outcome of another line"),
            ("//@ refused at 5: on\n//@ refused at 5: fn", 3, "is a second refusal"),
            ("//@ refused at lamp: on", 2, "names no line or no phrase"),
            ("//@ refused at 4", 2, "names no line or no phrase"),
            ("//@ refused at 0: on", 2, "names line 0, which has no code"),
            ("//@ refused at 2: on", 2, "names line 2, which has no code"),
            ("//@ refused at 3: on", 2, "names line 3, which has no code"),
            ("//@ refused at 5: on", 2, "names line 5, which has no code"),
            ("//@ sample 0", 2, "is no number of schedules"),
            ("//@ sample 10\n//@ sample 10", 3, "is a second sample"),
            ("\n//@ hangs:", 3, "stands below the header"),
        ] {
            let problems = read(directives).expect_err(directives).to_string();
            let first = problems.lines().next().unwrap();
            assert!(first.starts_with(&format!("tests/programs/lamp.rs:{line}: ")), "{directives}\n{problems}");
            assert!(first.contains(expected), "{directives}\n{problems}");
        }
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let source = "// A lamp\n//@ hung:\n//@ sample\n\nfn main() {}\n//@ returns:\n";
        let problems = Expected::read(Path::new("lamp.rs"), source).unwrap_err();
        assert_eq!(problems.0.iter().map(|problem| problem.line.unwrap()).collect::<Vec<_>>(), [1, 2, 3, 6]);
    }
}
