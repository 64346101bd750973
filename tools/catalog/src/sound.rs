//! Whether schedules fit together: places that exist, schedules that can be followed, numbers that add up.
//!
//! Whatever writes the file ensures that. A file that was cut off or edited by hand is rejected here, so that code that
//! reads schedules need not check again.

use crate::count::sum_of;
use crate::listing::{Exploring, Listing};
use crate::schedules::{Ending, Extent, Need, Outcome, Schedules, State, Turn};
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
            if let Some(choice) = step.5.filter(|choice| *choice >= self.choices.len()) {
                return Err((self.line_of("steps", place), format!("there is no choice {choice}")));
            }
        }
        for (place, state) in self.states.iter().enumerate() {
            self.state_fits(state).map_err(|why| (self.line_of("states", place), why))?;
        }
        self.synchronises_fits()?;
        self.load_buffering_fits()?;
        self.memory_fits().map_err(|why| (self.line_of("histories", 0), why))?;
        self.whole_is_whole()?;
        for (place, outcome) in self.outcomes.iter().enumerate() {
            self.outcome_fits(outcome).map_err(|why| (self.line_of("outcomes", place), why))?;
        }
        if let Some(place) = self.outcomes.windows(2).position(|two| self.need(&two[0]) > self.need(&two[1])) {
            let fault = "it needs less than the outcome before it, so it must come first".to_string();
            return Err((self.line_of("outcomes", place + 1), fault));
        }
        self.leaks_fit()?;
        self.numbers_add_up()
    }

    /// Whether they are of this listing, as far as its file says.
    pub(crate) fn are_of(&self, listing: &Listing) -> Result<(), Fault> {
        let lines = listing.shown.lines.len();
        if let Some(place) = self.steps.iter().position(|step| step.1 > lines) {
            let fault = format!("the listing has {lines} lines, but this step is on line {}", self.steps[place].1);
            return Err((self.line_of("steps", place), fault));
        }
        self.leaks_are_of(listing)?;
        self.edges_are_of(listing)?;
        let asked = match (listing.schedules, &self.extent) {
            (Some(Exploring::Sample(asked)), Extent::Sample { tried, .. }) => asked == *tried,
            (Some(_), Extent::Sample { .. }) | (Some(Exploring::Sample(_)), _) => false,
            (Some(Exploring::Every), _) => self.with_all_choices(),
            (Some(Exploring::Usual), _) => !self.with_all_choices(),
            _ => true,
        };
        if asked { Ok(()) } else { Err((2, "this is not the extent that the listing asks for".to_string())) }
    }

    fn state_fits(&self, state: &State) -> Result<(), String> {
        let State(can, waits, ends, holds) = state;
        let mut turns = BTreeSet::new();
        let mut goes = false;
        for (step, can) in can.iter().map(|(step, _)| (step, true)).chain(waits.iter().map(|(step, _)| (step, false))) {
            let Some(known) = self.steps.get(*step) else { return Err(format!("there is no step {step}")) };
            if !turns.insert((known.0, known.5)) {
                return Err(format!("{} has two steps", self.threads[known.0]));
            }
            goes |= can && known.5.is_none();
            if !can && known.5.is_some() {
                return Err(format!("{} waits, yet has a choice", self.threads[known.0]));
            }
        }
        for to in can.iter().map(|(_, to)| *to) {
            match to {
                Some(to) if to >= self.states.len() => return Err(format!("there is no state {to}")),
                _ => {}
            }
        }
        if let Some(holder) = waits.iter().flat_map(|(_, by)| by).find(|by| **by >= self.threads.len()) {
            return Err(format!("there is no thread {holder}"));
        }
        if let Some(holding) = holds.iter().find(|holding| **holding >= self.holdings.len()) {
            return Err(format!("there is no holding {holding}"));
        }
        match (goes, ends) {
            (_, Some(Ending::Livelock)) => {
                Err("a state cannot end in a livelock, since threads go on in one".to_string())
            }
            (false, None) => Err("no thread can go, but the program has not ended here".to_string()),
            (true, Some(_)) => Err("the program ends, but a thread can go".to_string()),
            // What waits for ever may still be woken by a choice.
            (false, Some(Ending::Deadlock)) | (true, None) => Ok(()),
            (false, Some(_)) if can.is_empty() => Ok(()),
            (false, Some(_)) => Err("the program ends, but a thread can go".to_string()),
        }
    }

    /// Whether all states are here that ordinary steps lead to, if that is said.
    fn whole_is_whole(&self) -> Result<(), Fault> {
        if !self.has_every_state() || self.states.is_empty() {
            return Ok(());
        }
        let mut states = self.ordinary_states().into_iter();
        match states.find(|&state| self.ordinary_steps(state).any(|(_, to)| to.is_none())) {
            None => Ok(()),
            Some(state) => {
                let fault = "where a step leads is missing, though every state should be here";
                Err((self.line_of("states", state), fault.to_string()))
            }
        }
    }

    fn outcome_fits(&self, outcome: &Outcome) -> Result<(), String> {
        self.leads_to(&outcome.schedule, outcome)?;
        self.edges_fit(outcome)?;
        let choices: BTreeSet<usize> = outcome.schedule.iter().filter_map(|turn| turn.choice).collect();
        if choices != outcome.needs.iter().copied().collect() {
            return Err("what it needs is not what its schedule has".to_string());
        }
        Ok(())
    }

    /// Whether a schedule can be followed, and comes to this outcome.
    pub(crate) fn leads_to(&self, schedule: &[Turn], outcome: &Outcome) -> Result<(), String> {
        let Some(way) = self.follow(schedule) else {
            return Err("its schedule cannot be followed".to_string());
        };
        let last = way.last().map_or(0, |(_, state)| *state);
        let printed: String = way.iter().map(|(step, _)| self.steps[*step].4.as_str()).collect();
        let fits = match self.states.get(last).map(|state| state.2.as_ref()) {
            None => return Err("its schedule cannot be followed".to_string()),
            Some(Some(ends)) => *ends == outcome.ends,
            // Who goes round does so for ever.
            Some(None) => {
                matches!(outcome.ends, Ending::Deadlock | Ending::Livelock) && self.round(last).contains(&last)
            }
        };
        if !fits {
            return Err("its schedule does not end in this way".to_string());
        }
        if printed != outcome.prints {
            return Err(format!("its schedule prints {printed:?}"));
        }
        Ok(())
    }

    fn numbers_add_up(&self) -> Result<(), Fault> {
        let count = self.count();
        for (place, outcome) in self.outcomes.iter().enumerate() {
            let fault = match &outcome.schedules {
                Some(number) if !is_number(number) => format!("{number:?} is not a number of schedules"),
                _ if outcome.weak_schedules.as_deref().is_some_and(|number| !is_number(number)) => {
                    format!("{:?} is not a number of schedules", outcome.weak_schedules.as_deref().unwrap_or_default())
                }
                Some(_) if !outcome.is_ordinary() => "it needs a choice, but schedules without one are counted".into(),
                _ if outcome.weak_schedules.is_some() && self.need(outcome) == Need::Library => {
                    "it needs the library, but schedules without it are counted".into()
                }
                None if outcome.is_ordinary() && count.is_some() => "how many schedules come to it is missing".into(),
                _ => continue,
            };
            return Err((self.line_of("outcomes", place), fault));
        }
        let Some(count) = count else { return Ok(()) };
        let sum = sum_of(self.outcomes.iter().filter_map(|outcome| outcome.schedules.as_deref()));
        if sum == count {
            return Ok(());
        }
        // The extent is the first thing in the file.
        Err((2, format!("it says {count} schedules, but the outcomes have {sum}")))
    }
}

/// Whether it is a number from 1 on, in decimal.
fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| ('1'..='9').contains(&first)) && text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::{History, Memory, Written};
    use crate::schedules::{Choice, Holding, Kind, Step};

    fn sound() -> Schedules {
        let step = |thread, does: &str, prints: &str| Step(thread, 1, does.into(), String::new(), prints.into(), None);
        Schedules {
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("2"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![Holding(1, "`door`".into())],
            choices: vec![],
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
                schedules: Some("2".into()),
                schedule: [0, 1].map(Turn::of).to_vec(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
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
        assert_eq!(said(|it| it.states[3].2 = None), "15: no thread can go, but the program has not ended here");
        assert_eq!(said(|it| it.states[0].2 = Some(Ending::Deadlock)), "12: the program ends, but a thread can go");
        assert_eq!(
            said(|it| it.states[0].0[1].1 = None),
            "12: where a step leads is missing, though every state should be here"
        );
    }

    #[test]
    fn a_schedule_that_does_not_lead_to_its_outcome_is_told() {
        assert_eq!(
            said(|it| it.outcomes[0].schedule = [0, 0].map(Turn::of).to_vec()),
            "18: its schedule cannot be followed"
        );
        assert_eq!(
            said(|it| it.outcomes[0].schedule = [5].map(Turn::of).to_vec()),
            "18: its schedule cannot be followed"
        );
        assert_eq!(
            said(|it| it.outcomes[0].schedule = [0].map(Turn::of).to_vec()),
            "18: its schedule does not end in this way"
        );
        assert_eq!(said(|it| it.outcomes[0].ends = Ending::Deadlock), "18: its schedule does not end in this way");
        assert_eq!(said(|it| it.outcomes[0].prints = "b".into()), "18: its schedule prints \"a\"");
        assert_eq!(said(|it| it.states.clear()), "13: its schedule cannot be followed");
    }

    /// The same, and ann may be told for nothing to go home: then nothing is printed.
    fn with_a_choice() -> Schedules {
        let mut schedules = sound();
        schedules.choices = vec![Choice(Kind::WithoutReason, "`wait` returns without a reason".into())];
        schedules.steps.push(Step(1, 2, "wakes up".into(), String::new(), String::new(), Some(0)));
        schedules.states[0].0.push((2, Some(4)));
        schedules.states.push(State(vec![(0, None), (1, Some(5))], vec![], None, vec![]));
        schedules.states.push(State(vec![], vec![], Some(Ending::Returned), vec![]));
        schedules.outcomes.push(Outcome {
            prints: String::new(),
            ends: Ending::Returned,
            schedules: None,
            schedule: vec![Turn { thread: 1, choice: Some(0) }, Turn::of(1)],
            edges: vec![],
            weak_schedules: None,
            needs: vec![0],
        });
        schedules
    }

    /// What is said of these if they are changed in this way.
    fn said_of_a_choice(change: impl FnOnce(&mut Schedules)) -> String {
        let mut schedules = with_a_choice();
        change(&mut schedules);
        let (line, why) = Schedules::parse(&schedules.text()).unwrap_err();
        format!("{line}: {why}")
    }

    #[test]
    fn an_outcome_that_needs_a_choice_is_read_and_its_choice_stands_where_it_is_made() {
        let text = with_a_choice().text();
        assert_eq!(Schedules::parse(&text), Ok(with_a_choice()));
        for line in [
            "[\"without_reason\",\"`wait` returns without a reason\"]",
            "[1,2,\"wakes up\",\"\",\"\",0]",
            "{\"prints\":\"\",\"ends\":\"returned\",\"schedules\":null,\"schedule\":[[1,0],1],\"needs\":[0]}",
        ] {
            assert!(text.lines().any(|it| it == line), "{line}\n{text}");
        }
    }

    #[test]
    fn choices_that_do_not_fit_are_told() {
        assert_eq!(said_of_a_choice(|it| it.steps[2].5 = Some(1)), "13: there is no choice 1");
        let unneeded = "25: what it needs is not what its schedule has";
        assert_eq!(said_of_a_choice(|it| it.outcomes[1].needs.clear()), unneeded);
        let counted = "25: it needs a choice, but schedules without one are counted";
        assert_eq!(said_of_a_choice(|it| it.outcomes[1].schedules = Some("1".into())), counted);
        let ordinary = |it: &mut Schedules| it.outcomes[1].schedule[0].choice = None;
        assert_eq!(said_of_a_choice(ordinary), "25: its schedule cannot be followed");
        assert_eq!(said_of_a_choice(|it| it.states[0].1 = vec![(2, vec![])]), "16: ann has two steps");
        assert_eq!(
            said_of_a_choice(|it| it.outcomes[0].schedules = None),
            "24: how many schedules come to it is missing"
        );
        // Behind a choice a state need not be here, and before it must be.
        assert_eq!(
            said_of_a_choice(|it| it.states[0].0[0].1 = None),
            "16: where a step leads is missing, though every state should be here"
        );
    }

    /// The same, and ann may read what is old: then nothing is printed, by one schedule.
    fn with_weak_memory() -> Schedules {
        let mut schedules = with_a_choice();
        schedules.choices[0] = Choice(Kind::ReadsOld, "ann reads an old `0` from `door`".into());
        schedules.outcomes[1].weak_schedules = Some("1".into());
        schedules
    }

    /// What is said of these if they are changed in this way.
    fn said_of_memory(change: impl FnOnce(&mut Schedules)) -> String {
        let mut schedules = with_weak_memory();
        change(&mut schedules);
        let (line, why) = Schedules::parse(&schedules.text()).unwrap_err();
        format!("{line}: {why}")
    }

    #[test]
    fn what_memory_permits_has_a_count_and_stands_between_the_ordinary_and_what_the_library_permits() {
        let found = with_weak_memory();
        assert_eq!(Schedules::parse(&found.text()), Ok(found.clone()));
        assert_eq!((found.ordinary().len(), found.weak().len(), found.rare().len()), (1, 1, 0));
        let rare = with_a_choice();
        assert_eq!((rare.ordinary().len(), rare.weak().len(), rare.rare().len()), (1, 0, 1));
        assert!(found.is_weak(&found.outcomes[1]) && !rare.is_weak(&rare.outcomes[1]));
        // What needs both is the library's.
        let both = |it: &mut Schedules| {
            it.choices.push(Choice(Kind::WithoutReason, "`wait` returns without a reason".into()));
            it.steps[1].5 = Some(1);
            it.states[4].0[1].0 = 1;
            it.outcomes[1].schedule[1].choice = Some(1);
            it.outcomes[1].needs = vec![0, 1];
        };
        let mut found = with_weak_memory();
        both(&mut found);
        assert_eq!(found.need(&found.outcomes[1]), Need::Library);

        assert_eq!(
            said_of_memory(|it| it.outcomes.swap(0, 1)),
            "25: it needs less than the outcome before it, so it must come first"
        );
        assert_eq!(
            said_of_memory(|it| it.outcomes[1].weak_schedules = Some("0".into())),
            "25: \"0\" is not a number of schedules"
        );
        assert_eq!(
            said_of_memory(|it| it.choices[0].0 = Kind::WithoutReason),
            "25: it needs the library, but schedules without it are counted"
        );
    }

    #[test]
    fn histories_of_what_is_not_there_are_told() {
        let with = |change: fn(&mut Memory)| {
            said_of_memory(|it| {
                let first = Written(None, 0, "0".into(), vec![], vec![0, 1]);
                it.memory.histories = vec![History("`door`".into(), vec![first])];
                it.memory.states = vec![vec![0]; it.states.len()];
                assert_eq!(Schedules::parse(&it.text()), Ok(it.clone()));
                change(&mut it.memory);
            })
        };
        assert_eq!(with(|memory| memory.states[1] = vec![1]), "25: there is no history 1");
        assert_eq!(with(|memory| memory.histories[0].1[0].3 = vec![7]), "25: there is no thread 7");
        assert_eq!(with(|memory| drop(memory.states.pop())), "25: there are 6 states, and histories for 5");
    }

    #[test]
    fn who_goes_round_is_in_a_livelock_and_who_does_not_is_not() {
        let mut schedules = sound();
        schedules.extent = Extent::Whole { schedules: None, with_all_choices: true };
        // Anyone who goes first, they come back.
        schedules.states[3] = State(vec![(0, Some(1)), (1, Some(2))], vec![], None, vec![]);
        schedules.outcomes[0] = Outcome {
            prints: String::new(),
            ends: Ending::Livelock,
            schedules: None,
            schedule: vec![Turn::of(1)],
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        };
        assert_eq!(Schedules::parse(&schedules.text()), Ok(schedules.clone()));
        let text = schedules.text().replace("\"schedule\":[1]", "\"schedule\":[]");
        assert_eq!(Schedules::parse(&text), Err((18, "its schedule does not end in this way".to_string())));
        let text = schedules.text().replace("\"livelock\"", "\"returned\"");
        assert_eq!(Schedules::parse(&text), Err((18, "its schedule does not end in this way".to_string())));
        schedules.states[3].2 = Some(Ending::Livelock);
        let told = Schedules::parse(&schedules.text());
        assert_eq!(told, Err((15, "a state cannot end in a livelock, since threads go on in one".to_string())));
    }

    #[test]
    fn numbers_that_are_none_or_do_not_add_up_are_told() {
        assert_eq!(
            said(|it| it.outcomes[0].schedules = Some("two".into())),
            "18: \"two\" is not a number of schedules"
        );
        assert_eq!(said(|it| it.outcomes[0].schedules = Some("02".into())), "18: \"02\" is not a number of schedules");
        assert_eq!(
            said(|it| it.outcomes[0].schedules = Some("3".into())),
            "2: it says 2 schedules, but the outcomes have 3"
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
            (9, "this line is not the way `cargo book bless` writes it".to_string())
        );
    }
}
