//! The edges of happens-before in the schedules of outcomes, where a listing asks for them. Part of the evidence.

use crate::listing::Listing;
use crate::schedules::{Outcome, Schedules};

impl Schedules {
    /// Between which steps of an outcome's schedule, or of another way, there is an edge by which one happens before the
    /// other: the step that takes over what another one has handed on, and that one. If the listing doesn't ask for all of
    /// them, it is those of atomics, as far as orders of memory matter.
    pub fn taken_over(&self, way: &[(usize, usize)], outcome: Option<&Outcome>) -> Vec<(usize, usize)> {
        match outcome.filter(|outcome| !outcome.edges.is_empty()) {
            None => self.synchronised(way),
            Some(outcome) => outcome.edges.iter().map(|&(from, to)| (to, from)).collect(),
        }
    }

    /// Whether the edges of an outcome lead from steps of its schedule on to later ones of other threads, each once.
    pub(crate) fn edges_fit(&self, outcome: &Outcome) -> Result<(), String> {
        let steps = outcome.schedule.len();
        for &(from, to) in &outcome.edges {
            match (outcome.schedule.get(from), outcome.schedule.get(to)) {
                (None, _) | (_, None) => {
                    return Err(format!("its schedule has {steps} steps, but there is an edge from {from} to {to}"));
                }
                _ if from >= to => return Err(format!("the edge from {from} to {to} does not go forwards")),
                (Some(one), Some(other)) if one.thread == other.thread => {
                    return Err(format!("the edge from {from} to {to} stays with {}", self.threads[one.thread]));
                }
                _ => {}
            }
        }
        let is_in_order = |two: &[(usize, usize)]| (two[0].1, two[0].0) < (two[1].1, two[1].0);
        match outcome.edges.windows(2).find(|two| !is_in_order(two)) {
            None => Ok(()),
            Some(two) => Err(format!("the edge from {} to {} is not in its place", two[1].0, two[1].1)),
        }
    }

    /// Whether there are edges if and only if the listing asks for them.
    pub(crate) fn edges_are_of(&self, listing: &Listing) -> Result<(), (usize, String)> {
        let with = self.outcomes.iter().position(|outcome| !outcome.edges.is_empty());
        let (place, fault) = match (listing.happens_before, with) {
            (true, None) => (0, "the listing asks for edges of happens-before, but there is none here"),
            (false, Some(place)) => (place, "the listing does not ask for edges of happens-before"),
            _ => return Ok(()),
        };
        Err((self.line_of("outcomes", place), fault.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use crate::listing::Id;
    use crate::schedules::{Ending, Extent, Outcome, Schedules, State, Step, Turn};
    use crate::synchronises::Synchronises;
    use std::path::Path;

    /// `main` starts ann; each does a step; and `main` waits for ann.
    fn found() -> Schedules {
        let step = |thread, line| Step(thread, line, "steps".into(), String::new(), String::new(), None);
        let state = |place: usize| match place == 4 {
            true => State(vec![], vec![], Some(Ending::Returned), vec![]),
            false => State(vec![(place, Some(place + 1))], vec![], None, vec![]),
        };
        Schedules {
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![step(0, 1), step(1, 2), step(0, 3), step(0, 4)],
            states: (0..5).map(state).collect(),
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            outcomes: vec![Outcome {
                prints: String::new(),
                ends: Ending::Returned,
                schedules: Some("1".into()),
                schedule: [0, 1, 0, 0].map(Turn::of).to_vec(),
                edges: vec![(0, 1), (1, 3)],
                weak_schedules: None,
                needs: vec![],
            }],
        }
    }

    /// What is said of schedules with these edges.
    fn said(edges: &[(usize, usize)]) -> String {
        let mut found = found();
        found.outcomes[0].edges = edges.to_vec();
        Schedules::parse(&found.text()).unwrap_err().1
    }

    #[test]
    fn edges_are_read_and_stand_beside_their_schedule() {
        assert_eq!(Schedules::parse(&found().text()), Ok(found()));
        let line = "\"schedule\":[0,1,0,0],\"edges\":[[0,1],[1,3]]}";
        assert!(found().text().lines().any(|it| it.ends_with(line)), "{}", found().text());
        let mut without = found();
        without.outcomes[0].edges.clear();
        assert!(!without.text().contains("edges"), "{}", without.text());
    }

    #[test]
    fn edges_that_cannot_be_are_told() {
        assert_eq!(said(&[(0, 4)]), "its schedule has 4 steps, but there is an edge from 0 to 4");
        assert_eq!(said(&[(7, 1)]), "its schedule has 4 steps, but there is an edge from 7 to 1");
        assert_eq!(said(&[(1, 0)]), "the edge from 1 to 0 does not go forwards");
        assert_eq!(said(&[(1, 1)]), "the edge from 1 to 1 does not go forwards");
        assert_eq!(said(&[(0, 2)]), "the edge from 0 to 2 stays with main");
        assert_eq!(said(&[(1, 3), (0, 1)]), "the edge from 0 to 1 is not in its place");
        assert_eq!(said(&[(0, 1), (0, 1)]), "the edge from 0 to 1 is not in its place");
    }

    #[test]
    fn edges_are_there_if_the_listing_asks_for_them() {
        let said = |header: &str, found: &Schedules| {
            let source = format!("//! A listing\n{header}//@ schedules\n\nfn main() {{\n    a();\n    b();\n}}\n");
            let listing = crate::parse(Id::parse("a/b").unwrap(), Path::new("b.rs"), &source).unwrap();
            Schedules::parse_of(&listing, &found.text()).map(drop).map_err(|(_, fault)| fault)
        };
        let mut without = found();
        without.outcomes[0].edges.clear();
        let asks = "//@ happens-before\n";
        assert_eq!((said(asks, &found()), said("", &without)), (Ok(()), Ok(())));
        assert_eq!(said("", &found()).unwrap_err(), "the listing does not ask for edges of happens-before");
        let none = "the listing asks for edges of happens-before, but there is none here";
        assert_eq!(said(asks, &without).unwrap_err(), none);
    }

    #[test]
    fn those_of_atomics_are_there_if_no_others_are_asked_for() {
        let mut found = found();
        found.synchronises = vec![Synchronises(3, 1, 2)];
        let way = [(0, 1), (1, 2), (2, 3), (3, 4)];
        assert_eq!(found.taken_over(&way, None), [(3, 1)]);
        let without = Outcome { edges: vec![], ..found.outcomes[0].clone() };
        assert_eq!(found.taken_over(&way, Some(&without)), [(3, 1)]);
        assert_eq!(found.taken_over(&way, found.outcomes.first()), [(1, 0), (3, 1)]);
    }
}
