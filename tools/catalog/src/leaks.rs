//! What a listing never frees: part of the evidence if memory is watched and the listing leaks.

use crate::listing::Listing;
use crate::schedules::{Ending, Schedules, Turn};
use serde::{Deserialize, Serialize};

/// What schedules of an outcome never free of what they allocate on one line: outcome, line, bytes, blocks, schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leak(
    /// The outcome, in which `main` returns.
    pub usize,
    /// The line, counted from 1.
    pub usize,
    /// How many bytes, together; the most that a schedule does not free.
    pub usize,
    /// How many blocks at most.
    pub usize,
    /// One of the shortest schedules that do not free them; none where no schedule of the outcome does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub Option<Vec<Turn>>,
);

impl Schedules {
    /// What the schedules of an outcome never free, which is known by its place.
    pub fn leaks_of(&self, outcome: usize) -> impl Iterator<Item = &Leak> {
        self.leaks.iter().filter(move |leak| leak.0 == outcome)
    }

    /// Whether each leak is one of an outcome that is here, and its schedule comes to that.
    pub(crate) fn leaks_fit(&self) -> Result<(), (usize, String)> {
        for (place, Leak(outcome, line, bytes, blocks, schedule)) in self.leaks.iter().enumerate() {
            let fault = match self.outcomes.get(*outcome) {
                None => format!("there is no outcome {outcome}"),
                Some(outcome) if outcome.ends != Ending::Returned => "main does not return in this outcome".to_string(),
                Some(_) if [line, bytes, blocks].contains(&&0) => "it leaks nothing".to_string(),
                Some(outcome) => match schedule.as_ref().map_or(Ok(()), |it| self.leads_to(it, outcome)) {
                    Ok(()) => continue,
                    Err(fault) => fault,
                },
            };
            return Err((self.line_of("leaks", place), fault));
        }
        Ok(())
    }

    /// Whether the leaks are of this listing, and it says that it has some.
    pub(crate) fn leaks_are_of(&self, listing: &Listing) -> Result<(), (usize, String)> {
        let lines = listing.shown.lines.len();
        let fault = match self.leaks.iter().position(|leak| leak.1 > lines) {
            Some(place) => {
                let fault = format!("the listing has {lines} lines, but this leak is on line {}", self.leaks[place].1);
                return Err((self.line_of("leaks", place), fault));
            }
            None if listing.leaks && self.leaks.is_empty() => "the listing says that it leaks, but nothing leaks here",
            None if !listing.leaks && !self.leaks.is_empty() => "the listing does not say that it leaks",
            None => return Ok(()),
        };
        Err((self.line_of("leaks", 0), fault.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listing::Id;
    use crate::schedules::{Extent, Outcome, State, Step};

    fn outcome(ends: Ending, turns: &[usize]) -> Outcome {
        Outcome {
            prints: String::new(),
            ends,
            schedules: Some("1".into()),
            schedule: turns.iter().copied().map(Turn::of).collect(),
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        }
    }

    /// Main returns, or panics if ann comes first.
    fn found(leak: Leak) -> Schedules {
        let step = |thread| Step(thread, 1, "steps".into(), String::new(), String::new(), None);
        Schedules {
            extent: Extent::whole("2"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![step(0), step(1)],
            states: vec![
                State(vec![(0, Some(1)), (1, Some(2))], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Returned), vec![]),
                State(vec![], vec![], Some(Ending::Panicked("no".into())), vec![]),
            ],
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![leak],
            outcomes: vec![outcome(Ending::Returned, &[0]), outcome(Ending::Panicked("no".into()), &[1])],
        }
    }

    #[test]
    fn a_leak_is_read_as_it_is_written() {
        for (leak, line) in
            [(Leak(0, 2, 4, 1, None), "[0,2,4,1]"), (Leak(0, 2, 4, 1, Some(vec![Turn::of(0)])), "[0,2,4,1,[0]]")]
        {
            let found = found(leak);
            assert!(found.text().lines().any(|it| it == line), "{}", found.text());
            assert_eq!(Schedules::parse(&found.text()), Ok(found));
        }
    }

    #[test]
    fn a_leak_of_what_is_not_here_is_told_with_its_line() {
        let said = |leak| {
            let (line, fault) = Schedules::parse(&found(leak).text()).unwrap_err();
            format!("{line}: {fault}")
        };
        assert_eq!(said(Leak(2, 2, 4, 1, None)), "15: there is no outcome 2");
        assert_eq!(said(Leak(1, 2, 4, 1, None)), "15: main does not return in this outcome");
        assert_eq!(said(Leak(0, 0, 4, 1, None)), "15: it leaks nothing");
        assert_eq!(said(Leak(0, 2, 4, 1, Some(vec![]))), "15: its schedule does not end in this way");
        assert_eq!(said(Leak(0, 2, 4, 1, Some(vec![Turn::of(1)]))), "15: its schedule does not end in this way");
    }

    #[test]
    fn a_listing_has_to_say_that_it_leaks() {
        let said = |header: &str, leaks: Vec<Leak>| {
            let source = format!("//! A listing\n{header}//@ schedules\n\nfn main() {{\n}}\n");
            let listing = crate::parse(Id::parse("a/b").unwrap(), std::path::Path::new("b.rs"), &source).unwrap();
            let mut found = found(Leak(0, 2, 4, 1, None));
            found.leaks = leaks;
            Schedules::parse_of(&listing, &found.text()).map(drop).map_err(|(_, fault)| fault)
        };
        let leak = || vec![Leak(0, 2, 4, 1, None)];
        assert_eq!(said("//@ leaks\n", leak()), Ok(()));
        assert_eq!(said("", vec![]), Ok(()));
        assert_eq!(said("", leak()), Err("the listing does not say that it leaks".to_string()));
        let nothing = "the listing says that it leaks, but nothing leaks here";
        assert_eq!(said("//@ leaks\n", vec![]), Err(nothing.to_string()));
        let far = "the listing has 2 lines, but this leak is on line 3";
        assert_eq!(said("//@ leaks\n", vec![Leak(0, 3, 4, 1, None)]), Err(far.to_string()));
    }
}
