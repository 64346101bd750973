//! A deadlock as facts: which thread waits for what and since which line, which thread holds it and since which line,
//! and the ring if there is one.

use crate::round::Going;
use crate::schedules::{Ending, Outcome, Schedules, Turn};
use std::collections::{BTreeMap, VecDeque};

/// Why no thread can go on at the end of one schedule. Threads are identified by their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadlock {
    /// Each remaining thread, and what it waits for.
    pub waits: Vec<Wait>,
    /// Each thread that looks again and again for something that never comes.
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
    /// At which line; 0 if it belongs to no line.
    pub line: usize,
    /// For what, as Markdown: "waits for `plums`".
    pub what: String,
    /// The threads that hold it.
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
    /// The deadlock that an outcome's schedule ends in; `None` if it ends otherwise, or cannot be followed.
    pub fn deadlock(&self, outcome: &Outcome) -> Option<Deadlock> {
        let way = self.follow(&outcome.schedule).filter(|_| outcome.ends == Ending::Deadlock)?;
        let going = self.going(outcome);
        Some(Deadlock { going, ..self.deadlock_after(&way) })
    }

    /// The other deadlocks that print the same, each with one of the shortest schedules of ordinary steps that end in it;
    /// the nearest first. Of a sample, those that are among its states.
    pub fn other_deadlocks(&self, outcome: &Outcome) -> Vec<(Vec<Turn>, Deadlock)> {
        let Some(shown) = self.deadlock(outcome).filter(|_| outcome.is_ordinary()) else { return Vec::new() };
        let mut others: Vec<(Vec<Turn>, Deadlock)> = Vec::new();
        for way in self.ways_to_deadlocks(&outcome.prints) {
            let other = self.deadlock_after(&way);
            if other.waits != shown.waits && others.iter().all(|(_, known)| known.waits != other.waits) {
                others.push((way.iter().map(|(step, _)| self.turn_of(*step)).collect(), other));
            }
        }
        others
    }

    /// One of the shortest ways to each state in which no thread can go on and at which this has been printed.
    fn ways_to_deadlocks(&self, prints: &str) -> Vec<Vec<(usize, usize)>> {
        let start: Reached = (0, 0);
        let mut before: BTreeMap<Reached, Option<(Reached, usize)>> = BTreeMap::from([(start, None)]);
        let mut queue = VecDeque::from([start]);
        let mut ways = Vec::new();
        while let Some((state, printed)) = queue.pop_front() {
            if self.states[state].2 == Some(Ending::Deadlock) && printed == prints.len() {
                let mut way = Vec::new();
                let mut at = (state, printed);
                while let Some((from, step)) = before[&at] {
                    way.push((step, at.0));
                    at = from;
                }
                way.reverse();
                ways.push(way);
            }
            for (step, to) in self.ordinary_steps(state) {
                let printed_then = printed + self.steps[step].4.len();
                if let Some(to) = to.filter(|_| prints[printed..].starts_with(&self.steps[step].4)) {
                    before.entry((to, printed_then)).or_insert_with(|| {
                        queue.push_back((to, printed_then));
                        Some(((state, printed), step))
                    });
                }
            }
        }
        ways
    }

    /// What is so at the end of a way, at which no thread can go on.
    fn deadlock_after(&self, way: &[(usize, usize)]) -> Deadlock {
        let state = &self.states[way.last().map_or(0, |(_, state)| *state)];
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
            Hold { thread: holding.0, what: holding.1.clone(), line: self.taken_at(way, *place) }
        };
        let holds = state.3.iter().map(hold).collect();
        let ring = ring(&waits);
        Deadlock { waits, going: Vec::new(), holds, ring }
    }

    /// The line of the last step of a way since which something is held.
    fn taken_at(&self, way: &[(usize, usize)], holding: usize) -> usize {
        let held = |state: usize| self.states[state].3.contains(&holding);
        let before = |at: usize| at.checked_sub(1).map_or(0, |at| way[at].1);
        let taken = (0..way.len()).rev().find(|&at| held(way[at].1) && !held(before(at)));
        taken.map_or(0, |at| self.steps[way[at].0].1)
    }
}

/// A state, and how many bytes have been printed up to it: which they are follows from what is printed in the end.
type Reached = (usize, usize);

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
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        }
    }

    /// Two threads that each lock one of two doors, and then wait for the other.
    fn two_doors() -> Schedules {
        let step =
            |thread, line, does: &str, waits: &str| Step(thread, line, does.into(), waits.into(), String::new(), None);
        Schedules {
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
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
    fn another_deadlock_that_prints_the_same_is_told_with_a_schedule_of_its_own() {
        let mut found = two_doors();
        // Had ann gone first, she would wait for herself, or main for nobody.
        found.states[0].0 = vec![(0, Some(1)), (1, Some(3))];
        found.states[1].0 = vec![(1, Some(2)), (2, Some(4))];
        found.states.push(State(vec![], vec![(0, vec![1]), (3, vec![1])], Some(Ending::Deadlock), vec![1]));
        // This one waits as the first one does.
        found.states.push(found.states[2].clone());
        let others = found.other_deadlocks(&hangs(&[0, 1]));
        let [(schedule, other)] = &others[..] else { panic!("{others:?}") };
        assert_eq!((&schedule[..], &other.ring[..]), (&[Turn::of(1)][..], &[1][..]));
        assert_eq!(other.holds, [Hold { thread: 1, what: "`back`".into(), line: 5 }]);
    }

    #[test]
    fn a_deadlock_that_prints_something_else_belongs_to_another_outcome() {
        let mut found = two_doors();
        found.states[0].0 = vec![(0, Some(1)), (1, Some(3))];
        found.states.push(State(vec![], vec![(0, vec![1]), (3, vec![1])], Some(Ending::Deadlock), vec![1]));
        found.steps[1].4 = "back".into();
        assert!(found.other_deadlocks(&Outcome { prints: "back".into(), ..hangs(&[1]) }).len() == 1);
        found.steps[0].4 = "front".into();
        assert!(found.other_deadlocks(&Outcome { prints: "back".into(), ..hangs(&[1]) }).is_empty());
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
