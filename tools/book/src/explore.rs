//! Shows in a terminal what a listing does under its schedules: its outcomes, one schedule of each, or step by step.
//!
//! It reads the evidence and explores nothing, so it shows what the page shows.

use crate::output::print;
use anyhow::{Context, Result, bail};
use catalog::{Catalog, Ending, EvidenceKind, Extent, Listing, Outcome, Schedules};
use std::fmt::Write as _;
use std::io::{self, BufRead};
use std::path::Path;

/// What is to be shown.
pub enum Show {
    /// The outcomes.
    Outcomes,
    /// One schedule of an outcome, counted from 1.
    Schedule(usize),
    /// What the person chooses, step by step.
    Choices,
}

/// Shows the listing with this name, or this id.
pub fn explore(root: &Path, name: &str, show: &Show) -> Result<()> {
    let catalog = Catalog::load(root)?;
    let listing = find(&catalog, name)?;
    let schedules = schedules(&catalog, listing)?;
    match show {
        Show::Outcomes => print(&outcomes(listing, &schedules))?,
        Show::Schedule(number) => {
            let count = schedules.outcomes.len();
            let outcome = number.checked_sub(1).and_then(|at| schedules.outcomes.get(at)).with_context(|| {
                format!("{} has no outcome {number}\n  help: its outcomes are numbered from 1 to {count}", listing.id)
            })?;
            print(&schedule(&schedules, outcome)?)?;
        }
        Show::Choices => {
            can_be_played(listing, &schedules)?;
            play(&schedules, &mut io::stdin().lock(), &mut io::stdout().lock())?;
        }
    }
    Ok(())
}

fn find<'a>(catalog: &'a Catalog, name: &str) -> Result<&'a Listing> {
    let named = |listing: &&Listing| listing.id.name == name || listing.id.to_string() == name;
    catalog
        .listings
        .values()
        .find(named)
        .with_context(|| format!("there is no listing `{name}`\n  help: see `cargo book list`"))
}

fn schedules(catalog: &Catalog, listing: &Listing) -> Result<Schedules> {
    if listing.schedules.is_none() {
        bail!(
            "{} is not explored\n  help: write `//@ schedules` into {}, and bless it",
            listing.id,
            listing.file.display()
        );
    }
    let (evidence, missing) = catalog.evidence(listing);
    if let Some(problem) = missing.into_iter().next() {
        bail!(catalog::Problems::from(problem));
    }
    Schedules::parse_of(listing, evidence.text(EvidenceKind::Schedules)).map_err(|(line, why)| {
        let file = EvidenceKind::Schedules.file(&listing.file);
        anyhow::anyhow!("{}:{line}: {why}\n  help: run `cargo book bless {}`", file.display(), listing.id)
    })
}

fn outcomes(listing: &Listing, found: &Schedules) -> String {
    let count = found.outcomes.len();
    let plural = if count == 1 { "" } else { "s" };
    let schedules = found.count();
    let mut text = match &found.extent {
        Extent::Whole { .. } | Extent::Counted { .. } => {
            format!("{}: {schedules} schedules, {count} outcome{plural}\n", listing.id)
        }
        Extent::Sample { method, seed, .. } => format!(
            "{}: {schedules} schedules tried, chosen at random ({method}, seed {seed}); {count} outcome{plural} seen. \
             There may be others.\n",
            listing.id
        ),
    };
    for (at, outcome) in found.outcomes.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = writeln!(text, "\n{}. {} schedules: {}", at + 1, outcome.schedules, ending(&outcome.ends));
        for line in outcome.prints.lines() {
            let _ = writeln!(text, "   | {line}");
        }
    }
    text += "\n--outcome NUMBER shows one schedule of an outcome";
    text + if matches!(found.extent, Extent::Whole { .. }) { ", --play lets you choose.\n" } else { ".\n" }
}

/// Whether a person can choose at every step: only where every state is in the evidence.
fn can_be_played(listing: &Listing, found: &Schedules) -> Result<()> {
    let why = match &found.extent {
        Extent::Whole { .. } => return Ok(()),
        Extent::Counted { states, .. } => format!("its {states} states are too many to be kept"),
        Extent::Sample { .. } => "only some of its schedules have been tried".to_string(),
    };
    bail!("{} cannot be played: {why}\n  help: --outcome NUMBER shows one schedule of an outcome", listing.id)
}

fn ending(ends: &Ending) -> String {
    match ends {
        Ending::Returned => "main returns".to_string(),
        Ending::Panicked(message) => format!("main panics: {message}"),
        Ending::Exited(status) => format!("the program exits with status {status}"),
        Ending::Deadlock => "no thread can go on".to_string(),
    }
}

fn schedule(found: &Schedules, outcome: &Outcome) -> Result<String> {
    let way = found.follow(&outcome.schedule).context("this schedule cannot be followed: bless the listing again")?;
    let mut text = String::new();
    for (at, (step, _)) in way.iter().enumerate() {
        let _ = writeln!(text, "{:3}. {}", at + 1, done(found, *step));
    }
    let last = way.last().map_or(0, |(_, state)| *state);
    for line in waiting(found, last) {
        let _ = writeln!(text, "     {line}");
    }
    let _ = writeln!(text, "     {}", ending(&outcome.ends));
    Ok(text)
}

/// One step in words: who, where, what.
fn done(found: &Schedules, step: usize) -> String {
    let step = &found.steps[step];
    format!("{} {}{}", found.threads[step.0], plain(&step.2), line(step.1))
}

/// Words without the backslashes that keep Markdown from reading a program's own words. Code keeps its backticks.
fn plain(words: &str) -> String {
    let mut text = String::new();
    let mut letters = words.chars().peekable();
    let mut in_code = false;
    while let Some(letter) = letters.next() {
        in_code ^= letter == '`';
        match letters.peek() {
            Some(next) if letter == '\\' && !in_code && next.is_ascii_punctuation() => text.extend(letters.next()),
            _ => text.push(letter),
        }
    }
    text
}

fn line(line: usize) -> String {
    if line == 0 { String::new() } else { format!(" (line {line})") }
}

/// Who waits for what in a state, and for whom.
fn waiting(found: &Schedules, state: usize) -> Vec<String> {
    let wait = |(step, holders): &(usize, Vec<usize>)| {
        let step = &found.steps[*step];
        let names: Vec<&str> = holders.iter().map(|holder| found.threads[*holder].as_str()).collect();
        let held = if names.is_empty() { String::new() } else { format!(", held by {}", names.join(" and ")) };
        format!("{} {}{held}{}", found.threads[step.0], plain(&step.3), line(step.1))
    };
    found.states[state].1.iter().map(wait).collect()
}

/// Who holds what in a state.
fn holding(found: &Schedules, state: usize) -> Vec<String> {
    let holding = |place: &usize| {
        let holding = &found.holdings[*place];
        format!("{} holds {}", found.threads[holding.0], plain(&holding.1))
    };
    found.states[state].3.iter().map(holding).collect()
}

/// Lets a person choose the schedule, until the program or the person ends.
fn play(found: &Schedules, input: &mut impl BufRead, out: &mut impl io::Write) -> Result<()> {
    let mut way: Vec<(usize, usize)> = Vec::new();
    loop {
        let state = way.last().map_or(0, |(_, state)| *state);
        let printed: String = way.iter().map(|(step, _)| found.steps[*step].4.as_str()).collect();
        for line in printed.lines() {
            writeln!(out, "   | {line}")?;
        }
        for line in holding(found, state).into_iter().chain(waiting(found, state)) {
            writeln!(out, "   {line}")?;
        }
        let can = &found.states[state].0;
        for (number, (step, _)) in can.iter().enumerate() {
            writeln!(out, "{:2} {}", number + 1, done(found, *step))?;
        }
        if let Some(ends) = &found.states[state].2 {
            writeln!(out, "   {}, after {} steps", ending(ends), way.len())?;
        }
        write!(out, "number to let it go, u to undo, r to restart, q to quit: ")?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(out)?;
            return Ok(());
        }
        match line.trim() {
            "q" => return Ok(()),
            "r" => way.clear(),
            "u" => drop(way.pop()),
            number => match number.parse::<usize>().ok().and_then(|number| can.get(number.checked_sub(1)?)) {
                Some((step, Some(to))) => way.push((*step, *to)),
                Some((_, None)) => writeln!(out, "where this leads is not known")?,
                None => writeln!(out, "there is no choice `{number}` here")?,
            },
        }
        writeln!(out)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Holding, State, Step};

    /// One thread locks, and the other waits for it for ever.
    fn found() -> Schedules {
        let step = |thread, line, does: &str, waits: &str, prints: &str| {
            Step(thread, line, does.into(), waits.into(), prints.into())
        };
        Schedules {
            extent: Extent::Whole { schedules: "1".into() },
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![Holding(0, "`door`".into())],
            steps: vec![
                step(0, 2, "prints `go`", "", "go\n"),
                step(1, 3, "locks `door`", "waits for `door`", ""),
                step(0, 4, "has joined ann", "waits for the end of ann", ""),
            ],
            states: vec![
                State(vec![(0, Some(1))], vec![(1, vec![0])], None, vec![0]),
                State(vec![], vec![(1, vec![0]), (2, vec![])], Some(Ending::Deadlock), vec![0]),
            ],
            outcomes: vec![Outcome {
                prints: "go\n".into(),
                ends: Ending::Deadlock,
                schedules: "1".into(),
                schedule: vec![0],
            }],
        }
    }

    #[test]
    fn a_schedule_is_told_step_by_step_and_says_who_waits_for_whom() {
        let found = found();
        assert_eq!(
            schedule(&found, &found.outcomes[0]).unwrap(),
            "  1. main prints `go` (line 2)\n     ann waits for `door`, held by main (line 3)\n     \
             main waits for the end of ann (line 4)\n     no thread can go on\n"
        );
    }

    #[test]
    fn a_person_chooses_undoes_and_quits() {
        let mut out = Vec::new();
        play(&found(), &mut "1\nu\n7\nq\n".as_bytes(), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let [first, second, third, fourth] = &out.split("to quit: ").collect::<Vec<_>>()[..4] else { panic!("{out}") };
        assert!(first.contains("   main holds `door`\n"), "{first}");
        assert!(first.contains(" 1 main prints `go` (line 2)"), "{first}");
        assert!(second.contains("| go\n") && second.contains("no thread can go on, after 1 steps"), "{second}");
        assert!(third.contains(" 1 main prints") && !third.contains("| go"), "{third}");
        assert!(fourth.contains("there is no choice `7` here"), "{fourth}");
    }

    #[test]
    fn words_of_a_program_are_shown_as_they_are() {
        assert_eq!(plain(r"panics: a \<b\> `c\*d` \\ e"), r"panics: a <b> `c\*d` \ e");
    }
}
