//! Where threads panic, in one schedule or in any.

use crate::schedules::{Schedules, Step, Turn};
use std::collections::VecDeque;

impl Step {
    /// Whether the thread panics by it, in the explorer's words.
    pub fn is_panic(&self) -> bool {
        self.2 == "panics" || self.2.starts_with("panics:")
    }
}

impl Schedules {
    /// The steps of a schedule by which threads panic, in its order; a panic that is caught is one, too.
    pub fn panics(&self, schedule: &[Turn]) -> Vec<&Step> {
        let way = self.follow(schedule).unwrap_or_default();
        way.into_iter().map(|(step, _)| &self.steps[step]).filter(|step| step.is_panic()).collect()
    }

    /// One of the shortest beginnings of a schedule at the end of which a thread panics, if there is one among the states
    /// that are here, step by step.
    pub fn way_to_a_panic(&self) -> Option<Vec<Turn>> {
        // From which state, by which step, a state was reached first.
        let mut from: Vec<Option<(usize, usize)>> = vec![None; self.states.len()];
        let mut next = VecDeque::from([0]);
        while let Some(at) = next.pop_front() {
            for &(step, to) in &self.states.get(at)?.0 {
                if self.steps[step].is_panic() {
                    let mut way = vec![self.turn_of(step)];
                    let mut at = at;
                    while let Some((before, step)) = from[at] {
                        way.push(self.turn_of(step));
                        at = before;
                    }
                    way.reverse();
                    return Some(way);
                }
                if let Some(to) = to
                    && to != 0
                    && from[to].is_none()
                {
                    from[to] = Some((at, step));
                    next.push_back(to);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Ending, Extent, State};

    #[test]
    fn the_way_to_a_panic_is_the_shortest() {
        let step = |thread, does: &str| Step(thread, 1, does.into(), String::new(), String::new(), None);
        let to = |step, to| (step, Some(to));
        let mut found = Schedules {
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("2"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![step(0, "joins"), step(1, "goes"), step(1, "panics: no")],
            states: vec![
                State(vec![to(0, 1), to(1, 2)], vec![], None, vec![]),
                State(vec![to(1, 3)], vec![], None, vec![]),
                State(vec![to(2, 4)], vec![], None, vec![]),
                State(vec![to(2, 4)], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Returned), vec![]),
            ],
            outcomes: vec![],
        };
        assert_eq!(found.way_to_a_panic(), Some([1, 1].map(Turn::of).to_vec()));
        assert_eq!(found.panics(&[0, 1, 1].map(Turn::of)).len(), 1);
        found.steps[2].2 = "prints `panics:`".into();
        assert_eq!(found.way_to_a_panic(), None);
    }
}
