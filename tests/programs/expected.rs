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
//! //@ undefined `data race, 12 and 15`: …   undefined behaviour: its kind, and the lines of who has to do with it
//! //@ returns, only if CHOICE and CHOICE: … any of these, where std has to make the choices named
//! //@ leaks: 12, 4 bytes                    the outcome above never frees what is allocated on this line
//! //@ leaks in some: 12, 8 bytes in 2 blocks    so in some of its schedules; as many as are lost at most
//! //@ refused at 12: phrase                 the explorer refuses the program for its line 12, with a message that has this phrase
//! //@ sample 1000                           explored by this many schedules; each outcome must be among what they come to
//! ```
//!
//! The outcomes of a file are all there are. One that needs no choice is written without any.
//!
//! What is undefined has the lines of both who have to do with it: of a race in their order, and otherwise that of who
//! freed the memory first. Two on one line have it once. An access to memory is no step of its own but is done with the
//! step of its thread before it, so that a race is told as early as it can be; where there are two races, the one that
//! comes first.

use catalog::{Problem, Problems};
use std::path::Path;

/// Where std leaves something open: what it may do and need not, in the words of the header. Memory is weak where a load
/// reads an old value, or a store counts before another one, in a way that no order of steps explains.
pub const CHOICES: [&str; 11] = [
    "`wait` returns without a reason",
    "`park` returns without a reason",
    "`compare_exchange_weak` fails without a reason",
    "the token is taken by another call",
    "a reader waits behind a writer",
    "`try_read` fails behind a writer",
    "locking again panics",
    "initialising again panics",
    "a thread that joins itself panics",
    "destructors of thread-locals do not run at the end",
    "memory is weak",
];

const DIRECTIVES: &str = "write `returns: …`, `panics `message`: …`, `exits 3: …`, `hangs: …`, `livelocks: …`, `undefined `…`: …`, \
                          `leaks: 12, 4 bytes`, `refused at 12: phrase` or `sample 1000`";

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
    /// What it never frees, each as in the header, in the order of the lines.
    pub leaks: Vec<String>,
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
    /// A thread has undefined behaviour: of which kind that is, and on which lines.
    Undefined(String),
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
        if let Some(leak) = text.strip_prefix("leaks") {
            return self.add_leak(leak.trim_start(), lines, below);
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

impl Expected {
    /// Adds what the outcome above leaks: `: 12, 4 bytes`, or `in some: 12, 8 bytes in 2 blocks`.
    fn add_leak(&mut self, text: &str, lines: &[&str], below: usize) -> Result<(), Fault> {
        const REMEDY: &str = "write `leaks: 12, 4 bytes` or `leaks in some: 12, 8 bytes in 2 blocks`";
        let Some(outcome) = self.outcomes.last_mut().filter(|outcome| outcome.end == ExpectedEnd::Returns) else {
            return fault("leaks, and stands below no outcome in which `main` returns", "move it below one");
        };
        let (some, what) = text.split_once(':').unwrap_or((text, ""));
        let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 0);
        let read = || {
            let (line, size) = what.trim().split_once(", ")?;
            let (bytes, blocks) = size.split_once(" bytes").or_else(|| size.split_once(" byte"))?;
            let blocks = match blocks {
                "" => 1,
                _ => number(blocks.strip_prefix(" in ")?.strip_suffix(" blocks")?)?,
            };
            Some((number(line)?, number(bytes)?, blocks))
        };
        let Some((line, bytes, blocks)) = read().filter(|_| ["", "in some"].contains(&some)) else {
            return fault("does not say what leaks", REMEDY);
        };
        if line <= below || lines.get(line - 1).is_none_or(|line| line.trim().is_empty()) {
            return fault(format!("names line {line}, which has no code"), "count the lines of the header too");
        }
        outcome.leaks.push(leak(!some.is_empty(), line, bytes, blocks));
        Ok(())
    }
}

/// What is never freed, as a header says it.
pub fn leak(only_in_some: bool, line: usize, bytes: usize, blocks: usize) -> String {
    let some = if only_in_some { " in some" } else { "" };
    let blocks = if blocks == 1 { String::new() } else { format!(" in {blocks} blocks") };
    format!("leaks{some}: {line}, {bytes} byte{}{blocks}", if bytes == 1 { "" } else { "s" })
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
        Ok(ExpectedOutcome { end, printed: printed.to_string(), needs, leaks: Vec::new() })
    }
}

impl ExpectedEnd {
    /// Reads how it ends, and gives back the text behind that.
    fn read(text: &str) -> Result<(ExpectedEnd, &str), Fault> {
        if let Some(rest) = text.strip_prefix("panics ") {
            return match in_backticks(rest) {
                Some((message, rest)) => Ok((ExpectedEnd::Panics(message.to_string()), rest)),
                None => fault("has no message in backticks", "write `panics `message`: …`"),
            };
        }
        if let Some(rest) = text.strip_prefix("undefined ") {
            return match in_backticks(rest) {
                Some((what, rest)) => Ok((ExpectedEnd::Undefined(what.to_string()), rest)),
                None => {
                    fault("does not say in backticks what is undefined", "write `undefined `data race, 12 and 15`: …`")
                }
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

/// What is in backticks at the beginning of a text, and what comes after it.
fn in_backticks(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('`')?;
    // A message may have backticks of its own.
    let closing = [text.find("`:"), text.find("`, only if ")].into_iter().flatten().min()?;
    Some((&text[..closing], &text[closing + 1..]))
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
