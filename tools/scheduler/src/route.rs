//! Ways from where a person is to an outcome.

use crate::game::Shown;
use crate::{Game, words};
use catalog::{Kind, Need, Turn};
use std::collections::{BTreeMap, VecDeque};

/// How an outcome can be reached from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// It has been reached.
    Here,
    /// By these steps, of which the first is the next one.
    Steps(Vec<usize>),
    /// It is out of reach; this is why, in a sentence.
    None(String),
}

/// The product of states and outcomes up to which each step finds out which outcomes can still be reached.
const MOST: usize = 200_000;

impl Game {
    /// Shows a person one of the shortest ways from here to their goal. It does not count as found then, until they come to it
    /// by themselves.
    pub fn show(&mut self) -> Route {
        let route = self.route();
        if let Route::Steps(steps) = &route {
            self.shown = Some(Shown { outcome: self.goal, after: self.way.len(), steps: steps.clone() });
        }
        route
    }

    /// The next step of the way that the person has been shown; `None` if they have not been shown one, or have left
    /// it.
    pub fn next_shown(&self) -> Option<usize> {
        let shown = self.shown.as_ref()?;
        shown.steps.get(self.way.len() - shown.after).copied()
    }

    /// Leaves the way that the person has been shown if they are about to take another step, and says so.
    pub(crate) fn leave_the_way(&mut self, step: usize) -> Option<String> {
        if self.next_shown() == Some(step) {
            return None;
        }
        let shown = self.shown.take().filter(|shown| self.way.len() < shown.after + shown.steps.len())?;
        Some(format!("You leave the way to {}", self.name(shown.outcome)))
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
            None if self.is_kept_in_part(goal) => Route::None(format!(
                "No way from here to {} is kept: behind what std hardly ever does, only the ways to its outcomes are",
                self.name(goal)
            )),
            None => Route::None(format!(
                "{} can’t be reached any more: take a step back, or start again",
                self.name_first(goal)
            )),
        }
    }

    /// The steps as turns, in words: "main, ann × 3".
    pub fn in_turns(&self, steps: &[usize]) -> String {
        let turns: Vec<Turn> = steps.iter().map(|step| self.found().turn_of(*step)).collect();
        words::turns(self.found(), &turns)
    }

    /// Whether there may be ways to an outcome that are not kept, so that finding none proves nothing.
    pub(crate) fn is_kept_in_part(&self, outcome: usize) -> bool {
        self.is_rare() || self.found().need(&self.found().outcomes[outcome]) == Need::Library
    }

    /// The outcomes known to be out of reach from here, by steps no more out of the ordinary than they need or than
    /// have been done.
    pub(crate) fn outcomes_gone(&self) -> Vec<usize> {
        let outcomes = self.found().outcomes.len();
        if outcomes * self.found().states.len() >= MOST {
            return Vec::new();
        }
        let is_gone = |outcome: &usize| !self.is_kept_in_part(*outcome) && self.way_to(*outcome).is_none();
        (0..outcomes).filter(is_gone).collect()
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
        // From where, and by which step, a state with so much printed was reached first.
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
