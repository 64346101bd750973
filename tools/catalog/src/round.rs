//! Threads that go round for ever: the program does not end, though a thread can go.

use crate::schedules::{Outcome, Schedules};
use std::collections::{BTreeMap, BTreeSet};

/// A thread that goes round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    /// Who.
    pub thread: usize,
    /// The lines that it comes to again and again, in their order.
    pub lines: Vec<usize>,
}

impl Schedules {
    /// The threads that go round for ever at the end of an outcome's schedule. None if the program ends there, or
    /// stands still.
    pub fn going(&self, outcome: &Outcome) -> Vec<Going> {
        let Some(way) = self.follow(&outcome.schedule) else { return Vec::new() };
        let last = way.last().map_or(0, |(_, state)| *state);
        if self.states.get(last).is_none_or(|state| state.2.is_some()) {
            return Vec::new();
        }
        let round = self.round(last);
        let mut lines: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for &state in &round {
            let within = self.ordinary_steps(state).filter(|(_, to)| to.is_some_and(|to| round.contains(&to)));
            for (step, _) in within {
                let step = &self.steps[step];
                lines.entry(step.0).or_default().extend(Some(step.1).filter(|line| *line > 0));
            }
        }
        lines.into_iter().map(|(thread, lines)| Going { thread, lines: lines.into_iter().collect() }).collect()
    }

    /// Whether ordinary steps lead from each of these states to the other and back.
    pub fn are_in_one_round(&self, one: usize, other: usize) -> bool {
        self.round(one).contains(&other)
    }

    /// Threads that can go round together, so that there is no end of schedules; none where nobody does.
    pub fn who_goes_round_together(&self) -> Vec<usize> {
        let mut looked_at = BTreeSet::new();
        for state in self.behind_a_round() {
            if looked_at.contains(&state) {
                continue;
            }
            let round = self.round(state);
            let within = |at: usize| self.ordinary_steps(at).filter(|(_, to)| to.is_some_and(|to| round.contains(&to)));
            let threads: BTreeSet<usize> =
                round.iter().flat_map(|&at| within(at)).map(|(step, _)| self.steps[step].0).collect();
            if threads.len() > 1 {
                return threads.into_iter().collect();
            }
            looked_at.extend(round);
        }
        Vec::new()
    }

    /// The states that are left when those are taken away, again and again, to which nothing leads: what goes round, and
    /// what comes after it.
    fn behind_a_round(&self) -> Vec<usize> {
        let targets = |state: usize| self.ordinary_steps(state).filter_map(|(_, to)| to);
        let mut ways_in = vec![0; self.states.len()];
        (0..self.states.len()).flat_map(targets).for_each(|to| ways_in[to] += 1);
        let mut free: Vec<usize> = (0..self.states.len()).filter(|&state| ways_in[state] == 0).collect();
        while let Some(state) = free.pop() {
            for to in targets(state) {
                ways_in[to] -= 1;
                if ways_in[to] == 0 {
                    free.push(to);
                }
            }
        }
        (0..self.states.len()).filter(|&state| ways_in[state] > 0).collect()
    }

    /// The states that an outcome's schedule leads through, and those of the round in which it goes on, if it does.
    pub fn states_of(&self, outcome: &Outcome) -> Vec<usize> {
        let way: Vec<usize> = self.follow(&outcome.schedule).unwrap_or_default().iter().map(|(_, at)| *at).collect();
        let last = way.last().copied().unwrap_or_default();
        let round = if self.states[last].2.is_none() { self.round(last) } else { BTreeSet::new() };
        way.into_iter().chain(round).collect()
    }

    /// The states that ordinary steps lead to from this one and from which they lead back; none if nothing leads back.
    pub(crate) fn round(&self, state: usize) -> BTreeSet<usize> {
        let on: Vec<Vec<usize>> =
            (0..self.states.len()).map(|at| self.ordinary_steps(at).filter_map(|(_, to)| to).collect()).collect();
        let mut back = vec![Vec::new(); self.states.len()];
        for (at, targets) in on.iter().enumerate() {
            targets.iter().for_each(|&to| back[to].push(at));
        }
        reached(&on, state).intersection(&reached(&back, state)).copied().collect()
    }

    /// The states that ordinary steps lead to from the first one on.
    pub(crate) fn ordinary_states(&self) -> BTreeSet<usize> {
        let on: Vec<Vec<usize>> =
            (0..self.states.len()).map(|at| self.ordinary_steps(at).filter_map(|(_, to)| to).collect()).collect();
        let mut states = reached(&on, 0);
        states.insert(0);
        states
    }
}

/// What can be reached from here by one step or more.
fn reached(steps: &[Vec<usize>], from: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next: Vec<usize> = steps.get(from).cloned().unwrap_or_default();
    while let Some(at) = next.pop() {
        if found.insert(at) {
            next.extend(&steps[at]);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedules::{Ending, Extent, State, Step, Turn};

    #[test]
    fn those_who_go_round_are_told_with_their_lines() {
        let step = |thread, line| Step(thread, line, "goes".into(), String::new(), String::new(), None);
        let to = |step, to| (step, Some(to));
        let found = Schedules {
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::Whole { schedules: None, with_all_choices: true },
            threads: vec!["main".into(), "ann".into(), "ben".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![step(0, 2), step(0, 5), step(0, 4), step(1, 9), step(2, 7)],
            states: vec![
                State(vec![to(0, 1)], vec![], None, vec![]),
                State(vec![to(1, 2), to(4, 4)], vec![], None, vec![]),
                State(vec![to(2, 3)], vec![], None, vec![]),
                State(vec![to(3, 1)], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Returned), vec![]),
            ],
            outcomes: vec![],
        };
        let ending = |ends, schedule: &[usize]| Outcome {
            prints: String::new(),
            ends,
            schedules: None,
            schedule: schedule.iter().map(|&thread| Turn::of(thread)).collect(),
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        };
        assert_eq!(
            found.going(&ending(Ending::Livelock, &[0])),
            [Going { thread: 0, lines: vec![4, 5] }, Going { thread: 1, lines: vec![9] }]
        );
        assert!(found.going(&ending(Ending::Returned, &[0, 2])).is_empty());
        assert!(found.round(0).is_empty(), "nothing leads back to the beginning");
        assert_eq!(found.who_goes_round_together(), [0, 1]);
        let alone = Schedules { steps: [0, 0, 0, 0, 2].map(|thread| step(thread, 1)).to_vec(), ..found };
        assert!(alone.who_goes_round_together().is_empty());
    }
}
