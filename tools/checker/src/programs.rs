//! Listings that compile: what the program does against what it is meant to do.

use crate::normalise::{self, CrateFolder};
use crate::run::{End, Run, run};
use catalog::{
    Blame, Ending, Evidence, EvidenceKind, Intent, Listing, Panic, Problem, Problems, Schedules, Stdout, join_outcomes,
    panics,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::time::Duration;

/// How often a program with several outcomes is run in one check: every run must end in one of them.
const RUNS_OF_A_CHECK: usize = 20;

/// How often it is run at most, in search of every outcome, before its evidence is written.
const RUNS_OF_A_SEARCH: usize = 20_000;

/// How often a program whose lines come in any order is run at most, until they have come in two. One that is rarer is
/// for exploring to find.
const RUNS_FOR_ANOTHER_ORDER: usize = 2_000;

/// How many threads rayon's and tokio's own pools have in the further runs of a program that uses a crate. Nothing explores
/// it, and what it prints must be the same on a machine with other cores.
const POOLS: [&str; 3] = ["1", "2", "16"];

/// How often it is run with each.
const RUNS_WITH_A_POOL: usize = 3;

/// The variables by which those pools are told their size.
const OF_POOLS: [&str; 2] = ["RAYON_NUM_THREADS", "TOKIO_WORKER_THREADS"];

/// How often a program that may hang is run until one run ends. One that ends by itself only once in ten runs is surely seen
/// to end.
const RUNS_TO_AN_END: usize = 220;

/// How long each of these must print nothing more to be given up, but for one in ten, which is given more time: where a
/// machine is busy, or the program sleeps, a run that would end takes long.
const IMPATIENCE: Duration = Duration::from_millis(200);

/// How long a program that hangs is watched after it has printed what it prints.
const WATCH: Duration = Duration::from_millis(500);

/// How long a program must print nothing more to count as hanging, while it is not known what it prints.
const QUIET: Duration = Duration::from_secs(3);

/// A built program, ready to be run.
pub struct Program<'a> {
    /// The listing it was built from.
    pub listing: &'a Listing,
    /// The executable.
    pub executable: PathBuf,
    /// Where the sources of the crates are that it is built with beside std.
    pub sources: Vec<CrateFolder>,
    /// Whether it names one of them, so that nothing explores it.
    pub uses_crates: bool,
}

impl Program<'_> {
    /// Runs it as often as its intent asks for, and returns its evidence. `committed` is the evidence so far, which for
    /// a program that hangs tells when it has printed all.
    ///
    /// # Errors
    /// Where it ended otherwise than it is meant to, printed none of its outcomes, or panicked elsewhere than marked.
    pub fn evidence(&self, committed: &Evidence) -> Result<Evidence, Problems> {
        let observed = match &self.listing.intent {
            Intent::Hangs => self.watch(committed.0.get(&EvidenceKind::Stdout).map(String::as_str))?,
            _ => self.run_to_its_end(committed)?,
        };
        if let Intent::Runs(Stdout::OneOf(outcomes)) = &self.listing.intent {
            // What std permits beside may come about as well, though nobody has to have seen it.
            let permitted = [&outcomes[..], &permitted_beside(committed)].concat();
            self.is_an_outcome(&observed.stdout, &permitted)?;
            for _ in 1..RUNS_OF_A_CHECK {
                let again = self.run_to_its_end(committed)?;
                self.is_an_outcome(&again.stdout, &permitted)?;
                self.panics_as_marked(&again.stderr)?;
            }
        }
        self.panics_as_marked(&observed.stderr)?;
        if self.uses_crates && self.listing.intent != Intent::Hangs {
            self.is_the_same_with_other_pools(&observed.stdout)?;
        }
        let mut texts = BTreeMap::new();
        match &self.listing.intent {
            Intent::Runs(Stdout::OneOf(outcomes)) => texts.insert(EvidenceKind::Outcomes, join_outcomes(outcomes)),
            Intent::Runs(Stdout::Unordered) => {
                texts.insert(EvidenceKind::Stdout, normalise::lines_in_any_order(&observed.stdout))
            }
            _ => texts.insert(EvidenceKind::Stdout, observed.stdout),
        };
        if !observed.stderr.is_empty() {
            texts.insert(EvidenceKind::Stderr, observed.stderr);
        }
        Ok(Evidence(texts))
    }

    /// Runs it with pools of several sizes, and compares what it prints with what it has printed.
    fn is_the_same_with_other_pools(&self, printed: &str) -> Result<(), Problem> {
        for threads in POOLS {
            for _ in 0..RUNS_WITH_A_POOL {
                let again = self.run_once(&OF_POOLS.map(|variable| (variable, threads)))?.stdout;
                let is_same = match &self.listing.intent {
                    Intent::Runs(Stdout::OneOf(outcomes)) => outcomes.contains(&again),
                    Intent::Runs(Stdout::Unordered) => {
                        normalise::lines_in_any_order(&again) == normalise::lines_in_any_order(printed)
                    }
                    _ => again == printed,
                };
                if !is_same {
                    let fault = format!(
                        "prints otherwise in another run, with {threads} in {}:{}\n  and before that:{}",
                        OF_POOLS.join(" and "),
                        indented(&again),
                        indented(printed)
                    );
                    let remedy = "make its output certain, or say `//@ unordered` or each `//@ outcome: …`";
                    return Err(self.problem(fault, remedy));
                }
            }
        }
        Ok(())
    }

    /// Runs a program with several outcomes until each has been seen. What exploring it has found that std or memory permits
    /// beside may be seen as well.
    ///
    /// # Errors
    /// Where an outcome was not seen in many runs: what was never seen is no evidence.
    pub fn see_every_outcome(&self, explored: &Evidence) -> Result<(), Problems> {
        let outcomes = match &self.listing.intent {
            Intent::Runs(Stdout::OneOf(outcomes)) => outcomes,
            // Exploring has found the orders, and needs no luck for it.
            Intent::Runs(Stdout::Unordered) if self.listing.schedules.is_none() => return self.see_two_orders(),
            _ => return Ok(()),
        };
        let mut unseen: BTreeSet<&str> = outcomes.iter().map(String::as_str).collect();
        for _ in 0..RUNS_OF_A_SEARCH {
            let printed = self.run_to_its_end(explored)?.stdout;
            self.is_an_outcome(&printed, &[&outcomes[..], &permitted_beside(explored)].concat())?;
            unseen.remove(printed.as_str());
            if unseen.is_empty() {
                return Ok(());
            }
        }
        let lines: Vec<String> = unseen.into_iter().map(|outcome| format!("{outcome:?}")).collect();
        let fault = format!("was never seen to print {} in {RUNS_OF_A_SEARCH} runs", lines.join(" or "));
        Err(self
            .problem(fault, "remove an outcome that cannot happen, or change the listing so that it is seen")
            .into())
    }

    /// Runs a program whose lines may come in any order until they have come in two.
    fn see_two_orders(&self) -> Result<(), Problems> {
        let first = self.run_once(&[])?.stdout;
        for _ in 1..RUNS_FOR_ANOTHER_ORDER {
            if self.run_once(&[])?.stdout != first {
                return Ok(());
            }
        }
        let fault = format!("printed its lines in the same order in all of {RUNS_FOR_ANOTHER_ORDER} runs");
        let remedy = "remove `//@ unordered` if their order is fixed; if another order is only rare, let exploring \
                      find it: add `//@ schedules`";
        Err(self.problem(fault, remedy).into())
    }

    fn problem(&self, fault: impl Into<String>, remedy: &str) -> Problem {
        Problem::in_file(&self.listing.file, fault, remedy)
    }

    /// A run to its end: the first one that comes to it, where the listing may hang, or where it's right and std or memory
    /// permit that it hangs all the same.
    fn run_to_its_end(&self, evidence: &Evidence) -> Result<Run, Problem> {
        let permits_it =
            matches!(self.listing.intent, Intent::Runs(_)) && explored(evidence).is_some_and(|found| found.may_hang());
        if permits_it || self.listing.intent == Intent::MayHang { self.run_until_it_ends() } else { self.run_once(&[]) }
    }

    /// One run to its end, which must be the one that the listing is meant to have.
    fn run_once(&self, variables: &[(&str, &str)]) -> Result<Run, Problem> {
        let limit = self.listing.limit;
        let observed = self.run(variables, |_, elapsed| self.listing.time_is_over(elapsed))?;
        let wanted = if self.listing.intent == Intent::Panics { 101 } else { 0 };
        let fault = match observed.end {
            End::Exited(Some(status)) if status == wanted => return Ok(observed),
            End::Exited(Some(status)) => format!("exited with status {status}, not {wanted}"),
            End::Exited(None) => "was ended by a signal".to_string(),
            End::PrintedTooMuch => return Err(self.printed_too_much()),
            End::Killed => format!("was still running after {} s and was killed", limit.as_secs()),
        };
        let remedy = match observed.end {
            End::Exited(Some(0)) => "fix the listing, or remove `//@ panics`",
            _ => "fix the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`",
        };
        Err(self.problem(fault + &so_far(&observed), remedy))
    }

    /// Runs a program that may hang until one run ends; a run that stands still is stopped.
    fn run_until_it_ends(&self) -> Result<Run, Problem> {
        for run in 1..=RUNS_TO_AN_END {
            let patience = if run % 10 == 0 { QUIET } else { IMPATIENCE };
            let mut printed = String::new();
            let mut since = Duration::ZERO;
            let observed = self.run(&[], |so_far, elapsed| {
                if so_far != printed {
                    (printed, since) = (so_far.to_string(), elapsed);
                }
                elapsed - since >= patience
            })?;
            match observed.end {
                End::Exited(Some(0)) => return Ok(observed),
                End::Killed => {}
                End::PrintedTooMuch => return Err(self.printed_too_much()),
                End::Exited(_) => {
                    let fault = format!("did not end well{}", so_far(&observed));
                    return Err(self.problem(fault, "a listing that may hang ends with status 0 if it ends: fix it"));
                }
            }
        }
        let fault = format!("did not end in {RUNS_TO_AN_END} runs");
        Err(self.problem(fault, "use `//@ hangs`, or change the listing so that it sometimes ends"))
    }

    /// Watches a program that is meant never to end.
    fn watch(&self, expected: Option<&str>) -> Result<Run, Problem> {
        let limit = self.listing.limit;
        let mut printed = String::new();
        let mut since = Duration::ZERO;
        let mut settled = false;
        let observed = self.run(&[], |so_far, elapsed| {
            if so_far != printed {
                (printed, since) = (so_far.to_string(), elapsed);
            }
            let quiet = elapsed - since;
            match expected {
                // On a machine under load the output may be late: only what was printed starts the watch.
                Some(expected) => settled = so_far == expected && quiet >= WATCH,
                None => settled = quiet >= QUIET,
            }
            settled || self.listing.time_is_over(elapsed)
        })?;
        match observed.end {
            // With an expectation, what was printed instead is told by the difference.
            End::Killed if settled || expected.is_some() => Ok(observed),
            End::Killed => {
                let fault = format!("should hang, but went on printing for {} s{}", limit.as_secs(), so_far(&observed));
                Err(self.problem(fault, "a listing that hangs prints nothing more: fix it"))
            }
            End::PrintedTooMuch => Err(self.printed_too_much()),
            End::Exited(_) => {
                let fault = format!("should hang, but ended by itself{}", so_far(&observed));
                Err(self.problem(fault, "remove `//@ hangs`, or fix the listing"))
            }
        }
    }

    fn printed_too_much(&self) -> Problem {
        self.problem("printed more than 1 MiB and was killed", "fix the listing: nobody reads that much")
    }

    fn run(&self, variables: &[(&str, &str)], enough: impl FnMut(&str, Duration) -> bool) -> Result<Run, Problem> {
        // A fresh folder, so that no run finds what another has left.
        let mut observed = tempfile::tempdir()
            .and_then(|folder| run(&self.executable, &[], variables, folder.path(), enough))
            .map_err(|error| self.problem(format!("cannot be started: {error}"), "build it with `cargo build`"))?;
        observed.stdout = normalise::line_ends(&observed.stdout);
        let stderr = normalise::thread_ids(&normalise::library_paths(&normalise::line_ends(&observed.stderr)));
        let stderr = normalise::crate_paths(&stderr, &self.sources);
        observed.stderr = normalise::places_in_listing(&stderr, self.listing);
        Ok(observed)
    }

    fn is_an_outcome(&self, printed: &str, outcomes: &[String]) -> Result<(), Problem> {
        if outcomes.iter().any(|outcome| outcome == printed) {
            return Ok(());
        }
        let remedy = "add it to the outcomes if it can happen, or fix the listing";
        Err(self.problem(format!("printed something that is not among its outcomes: {printed:?}"), remedy))
    }

    fn panics_as_marked(&self, stderr: &str) -> Result<(), Problems> {
        let panics = panics(stderr);
        let marks = self.listing.marks.iter().filter(|mark| mark.blame == Blame::Panic);
        let mut problems = Problems::default();
        let mut told = vec![false; panics.len()];
        for mark in marks {
            let on_line = |panic: &Panic| panic.line.is_none_or(|line| line == mark.line);
            let mut found = false;
            for (panic, told) in panics.iter().zip(&mut told) {
                if on_line(panic) && panic.message.contains(&mark.phrase) {
                    (found, *told) = (true, true);
                }
            }
            if found {
                continue;
            }
            let other = panics.iter().zip(&mut told).find(|(panic, told)| !**told && panic.line == Some(mark.line));
            let (fault, remedy) = if let Some((panic, told)) = other {
                *told = true;
                let fault =
                    format!("the mark says a panic with `{}`, but the program says: `{}`", mark.phrase, panic.message);
                (fault, "correct the mark or the listing")
            } else if panics.is_empty() {
                (format!("no panic matches this mark: `{}`", mark.phrase), "remove the mark: nothing panicked")
            } else {
                let fault = format!("no panic matches this mark: `{}`{}", mark.phrase, indented(stderr));
                (fault, "move or correct the mark; standard error says where it panicked")
            };
            problems.push(Problem::at_line(&self.listing.file, mark.written_at, fault, remedy));
        }
        for (panic, _) in panics.iter().zip(&told).filter(|(_, told)| !**told) {
            let line =
                panic.line.and_then(|line| self.listing.shown.lines.get(line - 1)).map_or(1, |line| line.file_line);
            let fault = format!("panics where there is no mark: `{}`", panic.message);
            problems.push(Problem::at_line(
                &self.listing.file,
                line,
                fault,
                "mark it: `//~ panic: part of the message`",
            ));
        }
        problems.or(())
    }
}

/// What a run had printed, for a message.
fn so_far(run: &Run) -> String {
    match (run.stdout.as_str(), run.stderr.as_str()) {
        ("", "") => "; it had printed nothing".to_string(),
        (stdout, "") => format!("; it had printed:{}", indented(stdout)),
        ("", stderr) => format!("; it had printed to standard error:{}", indented(stderr)),
        (stdout, stderr) => {
            format!("; it had printed:{}\n  and to standard error:{}", indented(stdout), indented(stderr))
        }
    }
}

fn indented(text: &str) -> String {
    text.trim_start_matches('\n').lines().map(|line| format!("\n    {line}")).collect()
}
/// What a program that ends as it should may print by a choice that std hardly ever makes, if it has been explored.
fn permitted_beside(committed: &Evidence) -> Vec<String> {
    let outcomes = explored(committed).map_or_else(Vec::new, |found| found.outcomes);
    let beside = outcomes.into_iter().filter(|outcome| !outcome.is_ordinary() && outcome.ends == Ending::Returned);
    beside.map(|outcome| outcome.prints).collect()
}

/// What exploring has found, where the evidence has that.
fn explored(evidence: &Evidence) -> Option<Schedules> {
    evidence.0.get(&EvidenceKind::Schedules).and_then(|text| Schedules::parse(text).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_std_permits_beside_is_no_fault_of_a_run_and_a_run_may_stand_still_by_it() {
        let text = include_str!("../../../listings/waiting/src/bin/woken-and-the-shelf-is-empty.schedules");
        let committed = Evidence(BTreeMap::from([(EvidenceKind::Schedules, text.to_string())]));
        assert_eq!(permitted_beside(&committed), ["0 of 2 customers have bread\n"]);
        assert!(!explored(&committed).unwrap().may_hang());
        let text = include_str!("../../../listings/waiting/src/bin/worker-waits-for-job-and-paper.schedules");
        let committed = Evidence(BTreeMap::from([(EvidenceKind::Schedules, text.to_string())]));
        assert!(explored(&committed).unwrap().may_hang());
        assert!(permitted_beside(&Evidence(BTreeMap::new())).is_empty());
    }
}
