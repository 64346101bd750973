//! The trials of one book's listings, run as a person asks for them.
//!
//! A listing whose check has passed, and of which nothing has changed since, is not run again; its trial says so by its
//! kind, and the last line says of how many that is so. Anyone who asks for one listing by its whole name wants to see
//! it run: then it is.

use catalog::{Catalog, Id, Problems, SEE_ALL};
use checker::checks::{Check, Checks, Course, Wish};
use checker::{AFRESH, Remembering};
use std::path::Path;
use trials::{Asked, Conclusion, Failed, Trial};

/// What a trial's kind says of one that is not run again.
const AS_BEFORE: &str = "passed before";

/// Runs the trials of the book at `root`: one for each listing, one for the matrix, and one for what holds them together.
///
/// Where its catalog cannot be read, or the compiler differs from the book's, that fails, whatever is asked for; and so
/// does a name that looks like one of a listing, and is none.
pub fn run(asked: Asked, root: &Path) -> Conclusion {
    match Remembering::new(root) {
        Ok(checker) => run_with(asked, checker),
        Err(problems) => asked.run_none("book::has_listings", failed(problems)),
    }
}

/// The same with a checker that someone has made.
pub fn run_with(asked: Asked, checker: Remembering) -> Conclusion {
    // Who asks for a kind may mean the verdict, or those that have passed before.
    let kinds = |verdict: Option<&str>| [kind(verdict, Course::Run), kind(verdict, Course::PassedBefore)];
    let wish = |name: &str, verdict: Option<&str>| match kinds(verdict).iter().any(|kind| asked.is_met_by(name, kind)) {
        _ if asked.names(name) => Wish::ByName,
        true => Wish::AmongOthers,
        false => Wish::No,
    };
    let mut checks = Checks::of(checker, wish);
    let all: Vec<Trial> = std::mem::take(&mut checks.all).into_iter().map(trial).collect();
    if let Some(name) = asked.filters().find(|name| means_no_listing(name, checks.catalog(), &all)) {
        let remedy = match checks.catalog().nearest(&name.replacen("::", "/", 1)) {
            Some(id) => format!("is it `{}`?", id.test_name()),
            None => format!(
                "{SEE_ALL}, as in `{}`",
                checks.catalog().listings.keys().next().map_or(String::new(), Id::test_name)
            ),
        };
        return asked.clone().run_none(name, format!("there is no listing of this name\n  help: {remedy}"));
    }
    // Most of them wait for their programs, and the checker runs as many at a time as is good.
    let asked = asked.at_a_time(all.len());
    let conclusion = asked.clone().run(all);
    if !asked.only_lists()
        && let Some(told) = checks.remembered().told(&format!("{AFRESH}=1 cargo test"))
    {
        eprintln!("{told}");
    }
    conclusion
}

/// Whether a filter begins with a part of the book and meets nothing: a listing's name with a fault in it. Any other one
/// that meets nothing may be meant for other tests, since `cargo test` gives it to all.
fn means_no_listing(filter: &str, catalog: &Catalog, trials: &[Trial]) -> bool {
    let of_a_part = filter.split_once("::").is_some_and(|(part, _)| catalog.parts.iter().any(|it| it.name == part));
    of_a_part && !trials.iter().any(|trial| trial.name().contains(filter))
}

fn trial(check: Check) -> Trial {
    let (name, verdict, course) = (check.name.clone(), check.verdict, check.course);
    let trial = Trial::test(name, move || check.run().map_err(failed));
    let trial = match kind(verdict, course).as_str() {
        "" => trial,
        kind => trial.with_kind(kind),
    };
    trial.with_ignored_flag(course == Course::NotHere)
}

/// What stands before the name of a trial: the verdict of its listing, and what becomes of it.
fn kind(verdict: Option<&str>, course: Course) -> String {
    let course = match course {
        Course::Run | Course::NotAskedFor => None,
        Course::PassedBefore => Some(AS_BEFORE),
        Course::NotHere => return "memory cannot be watched here".to_string(),
    };
    verdict.into_iter().chain(course).collect::<Vec<_>>().join(", ")
}

fn failed(problems: Problems) -> Failed {
    problems.to_string().into()
}
