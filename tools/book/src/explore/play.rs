//! Lets a person be the scheduler, in a terminal.

use super::words::{done, ending, histories, holding, plain, waiting};
use anyhow::Result;
use catalog::{Kind, Outcome, Schedules, Step};
use mdbook_listings::words;
use std::io::{self, BufRead};

/// Lets a person choose the schedule, until the program or the person ends.
pub fn play(found: &Schedules, input: &mut impl BufRead, out: &mut impl io::Write) -> Result<()> {
    let mut way: Vec<(usize, usize)> = Vec::new();
    loop {
        let state = way.last().map_or(0, |(_, state)| *state);
        let printed: String = way.iter().map(|(step, _)| found.steps[*step].4.as_str()).collect();
        for line in printed.lines() {
            writeln!(out, "   | {line}")?;
        }
        let held = holding(found, state).into_iter().chain(waiting(found, state));
        for line in held.chain(histories(found, state)) {
            writeln!(out, "   {line}")?;
        }
        if let Some(acquired) = acquired(found, &way) {
            writeln!(out, "   {acquired}")?;
        }
        if way.iter().any(|(step, _)| is_weak(found, *step)) {
            writeln!(out, "   no order of steps explains this any more")?;
        }
        let can = &found.states[state].0;
        for (number, (step, _)) in can.iter().enumerate() {
            writeln!(out, "{:2} {}", number + 1, offered(found, *step, can))?;
        }
        for (number, outcome) in found.outcomes.iter().enumerate() {
            if ends_here(found, outcome, state, &printed) {
                writeln!(out, "   outcome {}: {}", number + 1, words::ending_of(found, outcome))?;
            }
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
                Some((_, None)) => writeln!(
                    out,
                    "where this leads is not kept: behind what std hardly ever does, only the ways to its outcomes are"
                )?,
                None => writeln!(out, "there is no choice `{number}` here")?,
            },
        }
        writeln!(out)?;
    }
}

/// What the last step of a way has acquired, if it has, and what that means.
fn acquired(found: &Schedules, way: &[(usize, usize)]) -> Option<String> {
    let (at, from) = found.synchronised(way).pop().filter(|(at, _)| at + 1 == way.len())?;
    let [acquires, releases] = [at, from].map(|place| way[place].0);
    Some(format!(
        "{} has acquired {}: {}",
        found.threads[found.steps[acquires].0],
        words::acquired(found, releases),
        words::happens_before(found, releases, acquires)
    ))
}

fn is_weak(found: &Schedules, step: usize) -> bool {
    found.kind_of(step).is_some_and(Kind::is_weak)
}

/// A step as a person may choose it, beside what else can happen.
fn offered(found: &Schedules, step: usize, can: &[(usize, Option<usize>)]) -> String {
    match found.steps[step].5.filter(|_| !is_weak(found, step)) {
        Some(choice) => format!(
            "{}: std permits it, and hardly ever does it: {}",
            done(found, step),
            plain(&found.choices[choice].1)
        ),
        None => {
            let words = words::offer(found, step, can.iter().map(|(step, _)| *step));
            let Step(thread, line, ..) = &found.steps[step];
            let line = if *line == 0 { String::new() } else { format!(" (line {line})") };
            format!("{} {}{line}", found.threads[*thread], plain(&words))
        }
    }
}

/// Whether an outcome has come about here, though threads can still go: then they go round.
fn ends_here(found: &Schedules, outcome: &Outcome, state: usize, printed: &str) -> bool {
    let way = found.follow(&outcome.schedule).unwrap_or_default();
    let last = way.last().map_or(0, |(_, state)| *state);
    found.states[state].2.is_none()
        && outcome.prints == printed
        && (last == state || found.are_in_one_round(last, state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::tests::{found, with_a_choice, with_a_release, with_weak_memory};
    use catalog::{Ending, State};

    #[test]
    fn a_person_may_have_std_do_what_it_hardly_ever_does() {
        let mut out = Vec::new();
        play(&with_a_choice(), &mut "2\nq\n".as_bytes(), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(
            out.contains(" 2 ann asks for `door` again (line 3): std permits it, and hardly ever does it: locking")
        );
        assert!(out.contains("main panics, after 1 steps"), "{out}");
    }

    #[test]
    fn a_person_is_told_what_the_last_step_has_acquired() {
        let mut out = Vec::new();
        play(&with_a_release(), &mut "1\n1\n1\nu\nu\n2\nq\n".as_bytes(), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let told = "   ann has acquired what main released on line 2: all that main did up to there happens before all that \
                    ann does from here on\n";
        let asked: Vec<bool> = out.split("to quit: ").map(|asked| asked.contains(told)).collect();
        assert_eq!(asked, [false, false, true, false, true, false, false, false], "{out}");
    }

    #[test]
    fn a_person_may_read_what_is_old_and_is_told_that_no_order_of_steps_explains_it() {
        let mut out = Vec::new();
        play(&with_weak_memory(), &mut "1\n2\nu\n1\nq\n".as_bytes(), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        let asked: Vec<&str> = out.split("to quit: ").collect();
        let history = "   `x`, in modification order: `0` at first, then `7` by main (line 2)\n     ann can still read `0`, \
                       and the newest, `7`\n";
        assert!(asked[1].contains(history), "{out}");
        assert!(asked[1].contains(" 1 ann reads `7` from `x`, the newest (line 3)\n"), "{out}");
        assert!(asked[1].contains(" 2 ann reads an old `0` from `x`; nothing forbids that (line 3)\n"), "{out}");
        let weak = |at: usize| asked[at].contains("no order of steps explains this any more");
        assert!(!weak(1) && weak(2) && !weak(3) && !weak(4), "{out}");
    }

    #[test]
    fn a_person_is_told_of_a_livelock_and_may_go_on() {
        let mut found = found();
        found.states[0].2 = None;
        found.states[1] = State(vec![(0, Some(1))], vec![], None, vec![]);
        found.steps[0].4.clear();
        found.outcomes[0].ends = Ending::Livelock;
        found.outcomes[0].prints.clear();
        let mut out = Vec::new();
        play(&found, &mut "1\n1\nq\n".as_bytes(), &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out.matches("outcome 1: livelock: threads go round").count(), 2, "{out}");
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
}
