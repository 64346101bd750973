//! Lets a person be the scheduler, in a terminal.

use super::words::{done, ending, holding, waiting};
use anyhow::Result;
use catalog::Schedules;
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
    use crate::explore::tests::found;

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
