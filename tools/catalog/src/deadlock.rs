//! A deadlock as facts: who waits for what and since which line, who has it and since which line, and the ring if there
//! is one.

use crate::round::Going;
use crate::schedules::{Ending, Outcome, Schedules};

/// Why no thread can go on at the end of one schedule. Threads are known by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadlock {
    /// Each thread that is still there, and what it waits for.
    pub waits: Vec<Wait>,
    /// Each thread that looks again and again for what does not come.
    pub going: Vec<Going>,
    /// What is held.
    pub holds: Vec<Hold>,
    /// Threads of which each waits for the next, and the last for the first. Empty if there is no such ring.
    pub ring: Vec<usize>,
}

/// A thread that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// Who.
    pub thread: usize,
    /// At which line; 0 where no line says it.
    pub line: usize,
    /// For what, as Markdown: "waits for `plums`".
    pub what: String,
    /// Those who have it.
    pub held_by: Vec<usize>,
}

/// Something that is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// By whom.
    pub thread: usize,
    /// What, as Markdown: "`plums`".
    pub what: String,
    /// The line at which it was taken; 0 where no line says it.
    pub line: usize,
}

impl Schedules {
    /// The deadlock that an outcome's schedule ends in; none if it ends otherwise, or cannot be followed.
    pub fn deadlock(&self, outcome: &Outcome) -> Option<Deadlock> {
        let way = self.follow(&outcome.schedule).filter(|_| outcome.ends == Ending::Deadlock)?;
        let last = way.last().map_or(0, |(_, state)| *state);
        let state = self.states.get(last)?;
        let waits: Vec<Wait> = state
            .1
            .iter()
            .map(|(step, held_by)| {
                let step = &self.steps[*step];
                Wait { thread: step.0, line: step.1, what: step.3.clone(), held_by: held_by.clone() }
            })
            .collect();
        let hold = |place: &usize| {
            let holding = &self.holdings[*place];
            Hold { thread: holding.0, what: holding.1.clone(), line: self.taken_at(&way, *place) }
        };
        let holds = state.3.iter().map(hold).collect();
        let ring = ring(&waits);
        Some(Deadlock { waits, going: self.going(outcome), holds, ring })
    }

    /// The line of the last step of a way since which something is held.
    fn taken_at(&self, way: &[(usize, usize)], holding: usize) -> usize {
        let held = |state: usize| self.states[state].3.contains(&holding);
        let before = |at: usize| at.checked_sub(1).map_or(0, |at| way[at].1);
        let taken = (0..way.len()).rev().find(|&at| held(way[at].1) && !held(before(at)));
        taken.map_or(0, |at| self.steps[way[at].0].1)
    }
}

/// Threads of which each waits for the next, and the last for the first.
fn ring(waits: &[Wait]) -> Vec<usize> {
    let next = |thread: usize| waits.iter().find(|wait| wait.thread == thread)?.held_by.first().copied();
    for wait in waits {
        let mut ring = vec![wait.thread];
        while let Some(to) = next(ring[ring.len() - 1]) {
            if to == ring[0] {
                return ring;
            }
            if ring.contains(&to) {
                break;
            }
            ring.push(to);
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Extent, Holding, State, Step, Turn};

    fn hangs(schedule: &[usize]) -> Outcome {
        Outcome {
            prints: String::new(),
            ends: Ending::Deadlock,
            schedules: Some("1".into()),
            schedule: schedule.iter().map(|&thread| Turn::of(thread)).collect(),
            needs: vec![],
        }
    }

    /// Two threads that each lock one of two doors, and then wait for the other.
    fn two_doors() -> Schedules {
        let step =
            |thread, line, does: &str, waits: &str| Step(thread, line, does.into(), waits.into(), String::new(), None);
        Schedules {
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![Holding(0, "`front`".into()), Holding(1, "`back`".into())],
            choices: vec![],
            steps: vec![
                step(0, 2, "locks `front`", "waits for `front`"),
                step(1, 5, "locks `back`", "waits for `back`"),
                step(0, 3, "locks `back`", "waits for `back`"),
                step(1, 6, "locks `front`", "waits for `front`"),
            ],
            states: vec![
                State(vec![(0, Some(1)), (1, None)], vec![], None, vec![]),
                State(vec![(1, Some(2)), (2, None)], vec![], None, vec![0]),
                State(vec![], vec![(2, vec![1]), (3, vec![0])], Some(Ending::Deadlock), vec![0, 1]),
            ],
            outcomes: vec![],
        }
    }

    #[test]
    fn a_deadlock_says_who_has_what_since_when_and_who_waits_for_whom() {
        let deadlock = two_doors().deadlock(&hangs(&[0, 1])).unwrap();
        assert_eq!(deadlock.ring, [0, 1]);
        let wait = &deadlock.waits[1];
        assert_eq!(
            (wait.thread, wait.line, wait.what.as_str(), &wait.held_by[..]),
            (1, 6, "waits for `front`", &[0][..])
        );
        assert_eq!(deadlock.holds[1], Hold { thread: 1, what: "`back`".into(), line: 5 });
    }

    #[test]
    fn a_thread_that_waits_for_what_nobody_has_is_in_no_ring() {
        let mut found = two_doors();
        found.states[2].1 = vec![(2, vec![]), (3, vec![0])];
        assert!(found.deadlock(&hangs(&[0, 1])).unwrap().ring.is_empty());
        let returns = Outcome { ends: Ending::Returned, ..hangs(&[0, 1]) };
        assert_eq!(found.deadlock(&returns), None);
    }

    #[test]
    fn a_thread_may_wait_for_itself() {
        let mut found = two_doors();
        found.states[2].1 = vec![(2, vec![0])];
        assert_eq!(found.deadlock(&hangs(&[0, 1])).unwrap().ring, [0]);
    }
}
