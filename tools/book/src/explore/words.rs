//! Schedules in the words of a terminal: the outcomes as a table, and one schedule step by step.

use anyhow::{Context, Result};
use catalog::{Extent, Outcome, Schedules, Turn, grouped};
use mdbook_listings::{why, words};
use scheduler::words::{ends, never_freed, plain, short, visible};
use std::fmt::Write as _;

/// How many outcomes are shown step by step unless one is asked for.
const TOLD: usize = 8;

/// How many schedules a program with this name has, and a table of their outcomes; then the outcomes that no order of
/// steps explains, those that need std to do what it hardly ever does, and last whatever the table leaves out.
pub fn outcomes(name: &str, found: &Schedules) -> String {
    let ordinary = found.ordinary().len();
    let outcomes = plural(&ordinary.to_string(), "outcome");
    let schedules = || plural(&found.count().unwrap_or_default(), "schedule");
    let mut text = match &found.extent {
        Extent::Sample { method, seed, .. } => format!(
            "{name}: {} tried, chosen at random ({method}, seed {seed}); {outcomes} seen. There may be others.\n\n",
            schedules()
        ),
        _ if found.count().is_none() => format!("{name}: {outcomes}. {}.\n\n", words::no_end(found)),
        _ => format!("{name}: {}, {outcomes}\n\n", schedules()),
    };
    let mut rows = vec![["outcome", "schedules", "ends", "prints"].map(String::from)];
    let permitted = words::permitted(found);
    let mut above = Vec::new();
    for (at, outcome) in found.outcomes.iter().enumerate() {
        above.extend(permitted.iter().filter(|group| group.2.start == at).map(|group| (rows.len(), group.1)));
        let prints = if outcome.prints.is_empty() { "nothing".to_string() } else { visible(&outcome.prints) };
        let mut lines = prints.lines();
        rows.push([
            (at + 1).to_string(),
            words::count(found, outcome),
            words::one_line(&short(found, &outcome.ends)),
            lines.next().unwrap_or_default().to_string(),
        ]);
        let more = |line: String| [const { String::new() }; 3].into_iter().chain([line]).collect::<Vec<_>>();
        let lines = lines.map(str::to_string).chain(words::only_if(found, outcome).map(|only| plain(&only)));
        rows.extend(lines.map(more).filter_map(|cells| <[String; 4]>::try_from(cells).ok()));
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..3).map(width).collect();
    for (at, [number, schedules, ends, prints]) in rows.iter().enumerate() {
        if let Some((_, words)) = above.iter().find(|(row, _)| *row == at) {
            let _ = writeln!(text, "\n{words}");
        }
        let line = format!("{number:>0$}  {schedules:>1$}  {ends:<2$}  {prints}", widths[0], widths[1], widths[2]);
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}", line.trim_end());
    }
    if let Some(also) = words::also_by_memory(found) {
        let _ = writeln!(text, "\n{also}");
    }
    for leak in words::leaks(found) {
        let _ = writeln!(text, "\n{}", plain(&leak));
    }
    if let Some(shape) = words::load_buffering(found) {
        let _ = writeln!(text, "\n{}", plain(&shape));
    }
    let untried = words::untried(found).trim_start();
    if !untried.is_empty() {
        let _ = writeln!(text, "\n{untried}");
    }
    text
}

/// What it means that a thread acquires something, shown below schedules in which one does.
const HAPPENS_BEFORE: &str = "Where a thread acquires what another one released, all that the one did up to there happens \
                              before all that the other does from there on.";

/// One schedule for each of the first outcomes.
pub fn each(found: &Schedules) -> Result<String> {
    let mut text = String::new();
    for (at, outcome) in found.outcomes.iter().enumerate().take(TOLD) {
        let _ = write!(text, "\nOutcome {}, one of its schedules:\n{}", at + 1, one(found, outcome)?);
    }
    if found.outcomes.len() > TOLD {
        let _ = writeln!(text, "\nand {} more outcomes", found.outcomes.len() - TOLD);
    }
    Ok(text + &key(found, found.outcomes.iter().take(TOLD)))
}

/// One schedule of an outcome, and what its words mean.
pub fn schedule(found: &Schedules, outcome: &Outcome) -> Result<String> {
    Ok(one(found, outcome)? + &key(found, [outcome]))
}

fn key<'a>(found: &Schedules, told: impl IntoIterator<Item = &'a Outcome>) -> String {
    let mut ways = told.into_iter().filter_map(|outcome| found.follow(&outcome.schedule));
    let acquires = ways.any(|way| !found.synchronised(&way).is_empty());
    if acquires { format!("\n{HAPPENS_BEFORE}\n") } else { String::new() }
}

/// "1 schedule", "1,200 schedules".
fn plural(count: &str, what: &str) -> String {
    format!("{} {what}{}", grouped(count), if count == "1" { "" } else { "s" })
}

/// One schedule of an outcome, step by step, and why it ends as it does.
fn one(found: &Schedules, outcome: &Outcome) -> Result<String> {
    let mut text = steps(found, &outcome.schedule)?;
    for sentence in ends(found, outcome) {
        let _ = writeln!(text, "     {sentence}");
    }
    let others = why::others(found, outcome);
    for other in others.iter().take(why::MOST_OTHERS) {
        let _ = writeln!(text, "   {}:", plain(&why::or_so(found, other)));
        for sentence in &other.sentences {
            let _ = writeln!(text, "     {}", plain(sentence));
        }
    }
    if let Some(more) = why::more(&others) {
        let _ = writeln!(text, "   {more}");
    }
    let place = found.outcomes.iter().position(|other| other == outcome).unwrap_or_default();
    for leak in found.leaks_of(place) {
        let told = never_freed(leak, &outcome.schedule);
        let _ = match leak.4.as_ref().filter(|way| **way != outcome.schedule) {
            None => writeln!(text, "     {told}"),
            Some(another) => write!(text, "   {told}:\n{}", steps(found, another)?),
        };
    }
    Ok(text)
}

/// The steps of a schedule, one on a line.
fn steps(found: &Schedules, schedule: &[Turn]) -> Result<String> {
    let way = found.follow(schedule).context("this schedule cannot be followed: bless the listing again")?;
    Ok(scheduler::words::steps(found, &way).into_iter().map(|step| step + "\n").collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::tests::{found, with_a_choice, with_a_release, with_weak_memory};
    use catalog::Leak;
    use scheduler::words::turns;

    #[test]
    fn a_step_that_acquires_says_what_and_below_stands_what_that_means() {
        let found = with_a_release();
        let told = schedule(&found, &found.outcomes[0]).unwrap();
        assert_eq!(
            told,
            format!(
                "  1. main writes `x` (line 2)\n  2. ann reads `7` from `x` (line 3), and acquires what main released in \
                 step 1\n  3. ann prints `7` (line 4)\n     main returns\n\n{HAPPENS_BEFORE}\n"
            )
        );
        // The other outcome's load reads what was there before.
        assert!(!schedule(&found, &found.outcomes[1]).unwrap().contains("acquires"));
        let all = each(&found).unwrap();
        assert!(all.ends_with(&format!("`x`\n\n{HAPPENS_BEFORE}\n")) && all.matches(HAPPENS_BEFORE).count() == 1);
    }

    #[test]
    fn a_schedule_is_told_step_by_step_and_says_who_waits_for_whom() {
        let found = found();
        assert_eq!(
            schedule(&found, &found.outcomes[0]).unwrap(),
            "  1. main prints `go` (line 2)\n     no thread can go on\n     \
             ann waits for `door` at line 3, which main holds\n     \
             main holds `door`, and waits for the end of ann at line 4\n     \
             No thread is left that could bring what is waited for\n"
        );
        assert_eq!(turns(&found, &[0, 1, 1, 0].map(Turn::of)), "main, ann × 2, main");
    }

    #[test]
    fn the_outcomes_are_a_table() {
        let mut found = found();
        found.outcomes[0].prints = "go\nstop\u{1b}[2J\n".into();
        assert_eq!(
            outcomes("a.rs", &found),
            "a.rs: 1 schedule, 1 outcome\n\n\
             outcome  schedules  ends      prints\n\
             \u{20}     1          1  deadlock  go\n\
             \u{20}                             stop\\u{1b}[2J\n"
        );
    }

    #[test]
    fn what_is_never_freed_stands_below_the_table_and_with_its_schedule() {
        let mut found = with_weak_memory();
        found.leaks = vec![Leak(0, 2, 8, 1, None), Leak(1, 2, 8, 1, Some(found.outcomes[1].schedule.clone()))];
        assert_eq!(Schedules::parse(&found.text()), Ok(found.clone()));
        let shown = outcomes("a.rs", &found);
        let told = "\n\nNever freed: 8 bytes allocated on line 2, in every schedule of outcome 1; in some schedules of \
                    outcome 2, for example main, ann (ann reads an old `0` from `x`), ann.\n";
        assert!(shown.ends_with(told), "{shown}");
        let told = schedule(&found, &found.outcomes[0]).unwrap();
        assert!(told.ends_with("     main returns\n     Never freed: 8 bytes allocated on line 2\n"), "{told}");
        let told = schedule(&found, &found.outcomes[1]).unwrap();
        assert!(told.ends_with("     Never freed: 8 bytes allocated on line 2; other schedules free it\n"), "{told}");
        found.outcomes[1].schedule.pop();
        let told = schedule(&found, &found.outcomes[1]).unwrap();
        let another = "   Another one never frees 8 bytes allocated on line 2:\n  1. main writes `x` (line 2)\n";
        assert!(told.contains(another), "{told}");
    }

    #[test]
    fn an_outcome_that_needs_a_choice_has_rows_of_its_own_and_its_turn_says_which() {
        let found = with_a_choice();
        let shown = outcomes("a.rs", &found);
        assert_eq!(
            shown,
            format!(
                "a.rs: 1 schedule, 1 outcome\n\n\
                 outcome  schedules  ends         prints\n\
                 \u{20}     1          1  deadlock     go\n\n\
                 {}\n\
                 \u{20}     2             main panics  nothing\n\
                 \u{20}                                only if locking again panics\n",
                words::PERMITTED
            )
        );
        assert_eq!(turns(&found, &found.outcomes[1].schedule), "ann (locking again panics)");
        let told = schedule(&found, &found.outcomes[1]).unwrap();
        assert_eq!(
            told,
            "  1. ann asks for `door` again (line 3)\n     main panics\n     It comes to this only if locking again panics\n"
        );
    }

    #[test]
    fn an_outcome_that_no_order_of_steps_explains_has_a_number_of_its_own() {
        let shown = outcomes("a.rs", &with_weak_memory());
        assert_eq!(
            shown,
            "a.rs: 1 schedule, 1 outcome\n\n\
             outcome  schedules  ends          prints\n\
             \u{20}     1          1  main returns  7\n\n\
             No order of steps explains this one. Memory permits it:\n\
             \u{20}     2          4  main returns  0\n\
             \u{20}                                 for example if ann reads an old `0` from `x`\n"
        );
        let found = with_weak_memory();
        let told = schedule(&found, &found.outcomes[1]).unwrap();
        assert!(
            told.ends_with(
                "     main returns\n     No order of steps explains it: it comes to this for example if ann reads an old `0` from \
                 `x`\n"
            ),
            "{told}"
        );
    }

    #[test]
    fn schedules_of_memory_that_come_to_an_ordinary_outcome_are_told_below_the_table() {
        let mut found = with_weak_memory();
        found.outcomes[0].weak_schedules = Some("3".into());
        let shown = outcomes("a.rs", &found);
        assert!(shown.ends_with("`x`\n\nMemory permits 3 more schedules, which no order of steps explains and which come to outcome 1 as well.\n"), "{shown}");
    }

    #[test]
    fn what_was_not_tried_and_what_has_no_end_is_said() {
        let mut found = found();
        found.extent = Extent::Whole { schedules: None, with_all_choices: false };
        found.outcomes[0].schedules = None;
        let shown = outcomes("a.rs", &found);
        let first = "a.rs: 1 outcome. There is no end of schedules, as threads can go round together.\n\n";
        assert!(shown.starts_with(first), "{shown}");
        assert!(shown.contains("  no end  ") && shown.ends_with("against that this is no proof.\n"), "{shown}");
    }
}
