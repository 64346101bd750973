//! Checks the listings and reports what is wrong with them, as `cargo test` does in the tools' own book.

use anyhow::{Result, bail};
use checker::checks::{Check, Checks, Course, MATRIX, WHOLE, Wish};
use checker::{Checker, Remembering};
use std::collections::BTreeMap;
use std::path::Path;
use std::thread;

/// Which listings are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// Those not known to pass.
    IfNeedBe,
    /// All.
    All,
}

/// Checks the listings whose ids contain one of these names, or the whole book, and returns how many checks failed.
///
/// # Errors
/// If the book cannot be checked at all, or a name matches no listing.
pub fn check(root: &Path, names: &[String], again: Again) -> Result<usize> {
    let checker = match again {
        Again::IfNeedBe => Remembering::new(root)?,
        Again::All => Remembering::afresh(Checker::new(root)?),
    };
    // By the name of its test or by its id.
    let wanted: Vec<String> = names.iter().map(|name| name.replace('/', "::")).collect();
    for (name, wanted) in names.iter().zip(&wanted) {
        let mut all = checker.catalog().listings.keys().map(|id| id.test_name()).chain([MATRIX.to_string()]);
        if !all.any(|it| is_met(wanted, &it)) {
            bail!("no listing's id contains `{name}`\n  help: {}", checker.catalog().is_it(name));
        }
    }
    let mut checks = Checks::of(checker, |name, _verdict| match &wanted[..] {
        [] => Wish::AmongOthers,
        some if some.iter().any(|it| it == name) => Wish::ByName,
        some if some.iter().any(|it| is_met(it, name)) => Wish::AmongOthers,
        _ => Wish::No,
    });
    let all: Vec<Check> = std::mem::take(&mut checks.all);
    let asked_for = |check: &Check| wanted.is_empty() || wanted.iter().any(|it| is_met(it, &check.name));
    let counts = run(all.into_iter().filter(asked_for));
    if let Some(told) = checks.remembered().told("cargo book check --afresh") {
        println!("{told}");
    }
    println!("{counts}");
    Ok(counts.failed)
}

/// Whether the check of this name was asked for. What concerns the listings as a whole is checked only with all of
/// them.
fn is_met(wanted: &str, name: &str) -> bool {
    match name {
        WHOLE => false,
        MATRIX => wanted == "matrix",
        listing => listing.contains(wanted),
    }
}

/// How many checks passed, failed, or could not be made.
#[derive(Debug, Default)]
struct Counts {
    passed: usize,
    failed: usize,
    not_here: usize,
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { passed, failed, not_here } = self;
        write!(f, "{} checks: {passed} passed, {failed} failed", passed + failed + not_here)?;
        if *not_here > 0 {
            write!(f, ", {not_here} skipped: memory cannot be watched on this system")?;
        }
        Ok(())
    }
}

/// Makes these checks and reports each failure, in the order of their names.
fn run(checks: impl Iterator<Item = Check>) -> Counts {
    let (made, not_here): (Vec<Check>, Vec<Check>) = checks.partition(|check| check.course != Course::NotHere);
    let mut counts = Counts { not_here: not_here.len(), ..Counts::default() };
    // Most of them wait for their programs, and the checker limits how many run at a time.
    let results: BTreeMap<String, _> = thread::scope(|scope| {
        let threads: Vec<_> = made.into_iter().map(|check| (check.name.clone(), scope.spawn(|| check.run()))).collect();
        threads.into_iter().map(|(name, thread)| (name, thread.join())).collect()
    });
    for (name, result) in results {
        match result {
            Ok(Ok(())) => counts.passed += 1,
            Ok(Err(problems)) => {
                counts.failed += 1;
                eprintln!("{name}\n{problems}\n");
            }
            // The panic has already been reported.
            Err(_) => {
                counts.failed += 1;
                eprintln!("{name}\nthe check panicked; see above\n");
            }
        }
    }
    counts
}
