//! Whether schedules fit together: places that exist, schedules that can be followed, numbers that add up.
//!
//! What writes the file sees to that. A file that was cut off, or edited by hand, is told here, so that nobody who reads
//! schedules has to ask again.

use crate::count::sum_of;
use crate::listing::{Exploring, Listing};
use crate::schedules::{Extent, Outcome, Schedules, State};
use std::collections::BTreeSet;

/// The line of a fault, and what it is.
type Fault = (usize, String);

impl Schedules {
    /// Whether all of it fits together.
    pub(crate) fn are_sound(&self) -> Result<(), Fault> {
        let missing = |thread: usize| format!("there is no thread {thread}");
        if self.threads.is_empty() {
            return Err((1, "there is no thread".to_string()));
        }
        for (place, holding) in self.holdings.iter().enumerate() {
            if holding.0 >= self.threads.len() {
                return Err((self.line_of("holdings", place), missing(holding.0)));
            }
        }
        for (place, step) in self.steps.iter().enumerate() {
            if step.0 >= self.threads.len() {
                return Err((self.line_of("steps", place), missing(step.0)));
            }
        }
        for (place, state) in self.states.iter().enumerate() {
            self.state_fits(state).map_err(|why| (self.line_of("states", place), why))?;
        }
        if let Some(place) = self.state_that_comes_back() {
            return Err((self.line_of("states", place), "this state leads back to itself".to_string()));
        }
        for (place, outcome) in self.outcomes.iter().enumerate() {
            self.outcome_fits(outcome).map_err(|why| (self.line_of("outcomes", place), why))?;
        }
        self.numbers_add_up()
    }

    /// Whether they are of this listing, as far as its file says.
    pub(crate) fn are_of(&self, listing: &Listing) -> Result<(), Fault> {
        let lines = listing.shown.lines.len();
        if let Some(place) = self.steps.iter().position(|step| step.1 > lines) {
            let fault = format!("the listing has {lines} lines, and this step is on line {}", self.steps[place].1);
            return Err((self.line_of("steps", place), fault));
        }
        let asked = match (listing.schedules, &self.extent) {
            (Some(Exploring::Sample(asked)), Extent::Sample { tried, .. }) => asked == *tried,
            (Some(Exploring::Every), Extent::Sample { .. }) | (Some(Exploring::Sample(_)), _) => false,
            _ => true,
        };
        if asked { Ok(()) } else { Err((2, "this is not the extent that the listing asks for".to_string())) }
    }

    fn state_fits(&self, state: &State) -> Result<(), String> {
        let State(can, waits, ends, holds) = state;
        let mut threads = BTreeSet::new();
        for step in can.iter().map(|(step, _)| step).chain(waits.iter().map(|(step, _)| step)) {
            let Some(step) = self.steps.get(*step) else { return Err(format!("there is no step {step}")) };
            if !threads.insert(step.0) {
                return Err(format!("{} has two steps", self.threads[step.0]));
            }
        }
        for to in can.iter().map(|(_, to)| *to) {
            match to {
                Some(to) if to >= self.states.len() => return Err(format!("there is no state {to}")),
                None if matches!(self.extent, Extent::Whole { .. }) => {
                    return Err("where a step leads is missing, though every state is to be here".to_string());
                }
                _ => {}
            }
        }
        if let Some(holder) = waits.iter().flat_map(|(_, by)| by).find(|by| **by >= self.threads.len()) {
            return Err(format!("there is no thread {holder}"));
        }
        if let Some(holding) = holds.iter().find(|holding| **holding >= self.holdings.len()) {
            return Err(format!("there is no holding {holding}"));
        }
        match (can.is_empty(), ends) {
            (true, None) => Err("nobody can go, and it is no end".to_string()),
            (false, Some(_)) => Err("the program ends, and somebody can go".to_string()),
            _ => Ok(()),
        }
    }

    /// A state to which a way leads from itself, if there is one. A program that ends has none.
    fn state_that_comes_back(&self) -> Option<usize> {
        let targets = |state: &State| state.0.iter().filter_map(|(_, to)| *to).collect::<Vec<_>>();
        let mut ways_in = vec![0; self.states.len()];
        for to in self.states.iter().flat_map(targets) {
            ways_in[to] += 1;
        }
        // What nothing leads to any more is taken away, until nothing is left but rounds.
        let mut free: Vec<usize> = (0..self.states.len()).filter(|&state| ways_in[state] == 0).collect();
        while let Some(state) = free.pop() {
            for to in targets(&self.states[state]) {
                ways_in[to] -= 1;
                if ways_in[to] == 0 {
                    free.push(to);
                }
            }
        }
        ways_in.iter().position(|ways| *ways > 0)
    }

    fn outcome_fits(&self, outcome: &Outcome) -> Result<(), String> {
        let Some(way) = self.follow(&outcome.schedule) else {
            return Err("its schedule cannot be followed".to_string());
        };
        let last = way.last().map_or(0, |(_, state)| *state);
        let printed: String = way.iter().map(|(step, _)| self.steps[*step].4.as_str()).collect();
        if self.states.get(last).and_then(|state| state.2.as_ref()) != Some(&outcome.ends) {
            return Err("its schedule does not end in this way".to_string());
        }
        if printed != outcome.prints {
            return Err(format!("its schedule prints {printed:?}"));
        }
        Ok(())
    }

    fn numbers_add_up(&self) -> Result<(), Fault> {
        for (place, outcome) in self.outcomes.iter().enumerate() {
            if !is_number(&outcome.schedules) {
                let fault = format!("{:?} is no number of schedules", outcome.schedules);
                return Err((self.line_of("outcomes", place), fault));
            }
        }
        let sum = sum_of(self.outcomes.iter().map(|outcome| outcome.schedules.as_str()));
        let count = self.count();
        if sum == count {
            return Ok(());
        }
        // The extent is the first thing in the file.
        Err((2, format!("it says {count} schedules, and those of the outcomes are {sum}")))
    }
}

/// Whether it is a number from 1 on, in decimal.
fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| ('1'..='9').contains(&first)) && text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Ending, Holding, Step};

    fn sound() -> Schedules {
        let step = |thread, does: &str, prints: &str| Step(thread, 1, does.into(), String::new(), prints.into());
        Schedules {
            extent: Extent::Whole { schedules: "2".into() },
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![Holding(1, "`door`".into())],
            steps: vec![step(0, "prints `a`", "a"), step(1, "ends", "")],
            states: vec![
                State(vec![(0, Some(1)), (1, Some(2))], vec![], None, vec![0]),
                State(vec![(1, Some(3))], vec![], None, vec![0]),
                State(vec![(0, Some(3))], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Returned), vec![]),
            ],
            outcomes: vec![Outcome {
                prints: "a".into(),
                ends: Ending::Returned,
                schedules: "2".into(),
                schedule: vec![0, 1],
            }],
        }
    }

    /// What is said of schedules that were changed in this way.
    fn said(change: impl FnOnce(&mut Schedules)) -> String {
        let mut schedules = sound();
        change(&mut schedules);
        let (line, why) = Schedules::parse(&schedules.text()).unwrap_err();
        format!("{line}: {why}")
    }

    #[test]
    fn sound_schedules_are_read() {
        assert_eq!(Schedules::parse(&sound().text()), Ok(sound()));
    }

    #[test]
    fn a_place_that_is_not_there_is_told_with_its_line() {
        assert_eq!(said(|it| it.holdings[0].0 = 2), "5: there is no thread 2");
        assert_eq!(said(|it| it.steps[1].0 = 7), "9: there is no thread 7");
        assert_eq!(said(|it| it.states[1].0[0].0 = 9), "13: there is no step 9");
        assert_eq!(said(|it| it.states[1].0[0].1 = Some(4)), "13: there is no state 4");
        assert_eq!(said(|it| it.states[0].3 = vec![1]), "12: there is no holding 1");
        assert_eq!(said(|it| it.states[2].1 = vec![(1, vec![5])]), "14: there is no thread 5");
        assert_eq!(said(|it| it.threads.clear()), "1: there is no thread");
    }

    #[test]
    fn states_that_cannot_be_are_told() {
        assert_eq!(said(|it| it.states[2].1 = vec![(0, vec![])]), "14: main has two steps");
        assert_eq!(said(|it| it.states[3].2 = None), "15: nobody can go, and it is no end");
        assert_eq!(said(|it| it.states[0].2 = Some(Ending::Deadlock)), "12: the program ends, and somebody can go");
        assert_eq!(said(|it| it.states[2].0[0].1 = Some(0)), "12: this state leads back to itself");
        assert_eq!(
            said(|it| it.states[0].0[1].1 = None),
            "12: where a step leads is missing, though every state is to be here"
        );
    }

    #[test]
    fn a_schedule_that_does_not_lead_to_its_outcome_is_told() {
        assert_eq!(said(|it| it.outcomes[0].schedule = vec![0, 0]), "18: its schedule cannot be followed");
        assert_eq!(said(|it| it.outcomes[0].schedule = vec![5]), "18: its schedule cannot be followed");
        assert_eq!(said(|it| it.outcomes[0].schedule = vec![0]), "18: its schedule does not end in this way");
        assert_eq!(said(|it| it.outcomes[0].ends = Ending::Deadlock), "18: its schedule does not end in this way");
        assert_eq!(said(|it| it.outcomes[0].prints = "b".into()), "18: its schedule prints \"a\"");
        assert_eq!(said(|it| it.states.clear()), "13: its schedule cannot be followed");
    }

    #[test]
    fn numbers_that_are_none_or_do_not_add_up_are_told() {
        assert_eq!(said(|it| it.outcomes[0].schedules = "two".into()), "18: \"two\" is no number of schedules");
        assert_eq!(said(|it| it.outcomes[0].schedules = "02".into()), "18: \"02\" is no number of schedules");
        assert_eq!(
            said(|it| it.outcomes[0].schedules = "3".into()),
            "2: it says 2 schedules, and those of the outcomes are 3"
        );
    }

    #[test]
    fn a_file_that_was_cut_off_or_written_in_another_way_is_told() {
        let text = sound().text();
        let (line, _) = Schedules::parse(&text[..text.len() / 2]).unwrap_err();
        assert_eq!(line, text[..text.len() / 2].lines().count());
        assert_eq!(Schedules::parse(&(text.clone() + "\n")).unwrap_err().0, text.lines().count());
        let spaced = text.replace("[1,1,", "[1, 1,");
        assert_eq!(
            Schedules::parse(&spaced).unwrap_err(),
            (9, "this line is not as `cargo book bless` writes it".to_string())
        );
    }
}
