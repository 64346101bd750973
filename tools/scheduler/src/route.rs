//! Ways that lead from where a person is to an outcome.

use crate::{Game, words};
use catalog::{Kind, Need, Turn};
use std::collections::{BTreeMap, VecDeque};

/// How an outcome can be come to from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// It has been come to.
    Here,
    /// By these steps, of which the first is the next one.
    Steps(Vec<usize>),
    /// Not any more: why, in a sentence.
    None(String),
}

/// States times outcomes up to which it is found out at each step which outcomes can still come.
const MOST: usize = 200_000;

impl Game {
    /// Shows a person one of the shortest ways from here to their goal. It does not count as found then, until they come to it
    /// by themselves.
    pub fn show(&mut self) -> Route {
        let route = self.route();
        if matches!(route, Route::Steps(_)) {
            self.shown = Some((self.goal, self.way.len()));
        }
        route
    }

    /// The steps still to go of the way that is being shown; none where none is, or it has been left.
    pub fn shown_way(&self) -> Option<Vec<usize>> {
        let (outcome, _) = self.shown.filter(|(outcome, _)| *outcome == self.goal)?;
        self.way_to(outcome).filter(|way| !way.is_empty())
    }

    /// One of the shortest ways from here to the goal.
    fn route(&self) -> Route {
        let goal = self.goal;
        if self.end().is_some_and(|end| end.outcome == Some(goal)) {
            return Route::Here;
        }
        let is_ordinary = self.found().outcomes[goal].is_ordinary();
        if self.is_weak() && is_ordinary {
            return Route::None(format!(
                "No order of steps explains this any more, so {} does not count from here: take a step back",
                self.name(goal)
            ));
        }
        match self.way_to(goal) {
            Some(way) => Route::Steps(way),
            None => {
                Route::None(format!("{} cannot come any more: take a step back, or start again", self.name_first(goal)))
            }
        }
    }

    /// The steps as turns, in words: "main, ann × 3".
    pub fn in_turns(&self, steps: &[usize]) -> String {
        let turns: Vec<Turn> = steps.iter().map(|step| self.found().turn_of(*step)).collect();
        words::turns(self.found(), &turns)
    }

    /// The outcomes that can still come from here, by steps as out of the ordinary as they need, or as have been done; none
    /// where that takes too long to know.
    pub(crate) fn outcomes_from_here(&self) -> Option<Vec<usize>> {
        let outcomes = self.found().outcomes.len();
        (outcomes * self.found().states.len() < MOST)
            .then(|| (0..outcomes).filter(|outcome| self.way_to(*outcome).is_some()).collect())
    }

    /// One of the shortest ways from here to an outcome, in steps.
    fn way_to(&self, outcome: usize) -> Option<Vec<usize>> {
        let found = self.found();
        let it = &found.outcomes[outcome];
        let need = found.need(it).max(if self.is_weak() { Need::Memory } else { Need::Nothing });
        let permits = |step: usize| match found.kind_of(step) {
            None => true,
            Some(kind) => need == Need::Library || (need == Need::Memory && Kind::is_weak(kind)),
        };
        let printed = self.printed();
        let comes = |(state, letters): (usize, usize)| {
            let ends = match self.rounds[outcome].is_empty() {
                true => found.states[state].2.as_ref() == Some(&it.ends),
                false => self.rounds[outcome].contains(&state),
            };
            ends && letters == it.prints.len()
        };
        let start = (self.state(), printed.len());
        if !it.prints.starts_with(&printed) {
            return None;
        }
        // From where, and by which step, a state with so much printed was come to first.
        let mut before = BTreeMap::from([(start, None)]);
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            if comes(at) {
                let mut way = Vec::new();
                let mut at = at;
                while let Some((from, step)) = before[&at] {
                    way.push(step);
                    at = from;
                }
                way.reverse();
                return Some(way);
            }
            for &(step, to) in &found.states[at.0].0 {
                let prints = &found.steps[step].4;
                if let Some(to) = to.filter(|_| permits(step) && it.prints[at.1..].starts_with(prints)) {
                    let next = (to, at.1 + prints.len());
                    before.entry(next).or_insert_with(|| {
                        queue.push_back(next);
                        Some((at, step))
                    });
                }
            }
        }
        None
    }
}
