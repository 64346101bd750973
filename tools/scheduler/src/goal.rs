//! The outcome that a person wants to reach, and those that they have reached.

use crate::{Game, words};
use catalog::{Outcome, grouped};
use mdbook_listings::words as of_pages;

impl Game {
    /// The place of the outcome that the person wants to reach.
    pub fn goal(&self) -> usize {
        self.goal
    }

    /// The outcomes that the person has reached by themselves.
    pub fn has_reached(&self, outcome: usize) -> bool {
        self.reached.contains(&outcome)
    }

    /// Whether an outcome is known to be out of reach.
    pub fn is_gone(&self, outcome: usize) -> bool {
        self.gone.contains(&outcome)
    }

    /// Chooses another outcome as the goal: the next one that has not been reached, and then those that have.
    pub fn next_goal(&mut self) {
        let (reached, missing): (Vec<usize>, Vec<usize>) =
            (0..self.found().outcomes.len()).partition(|outcome| self.reached.contains(outcome));
        let all = [missing, reached].concat();
        let here = all.iter().position(|outcome| *outcome == self.goal).unwrap_or_default();
        self.goal = all[(here + 1) % all.len()];
    }

    /// The goal that a game begins with: an outcome that ends badly by an order of steps, if there is one; otherwise
    /// the first not yet reached.
    pub(crate) fn first_goal(&self) -> usize {
        let missing: Vec<usize> = (0..self.found().outcomes.len()).filter(|it| !self.reached.contains(it)).collect();
        let is_bad = |outcome: &Outcome| outcome.is_ordinary() && of_pages::trouble(&outcome.ends).is_some();
        let bad = missing.iter().find(|outcome| is_bad(&self.found().outcomes[**outcome]));
        bad.or(missing.first()).copied().unwrap_or(self.goal)
    }

    /// Another goal, where this one has been reached and others have not.
    pub(crate) fn renew_goal(&mut self) {
        if self.reached.contains(&self.goal) {
            self.goal = self.first_goal();
        }
    }

    /// "outcome 2", or "the outcome" if there is only one.
    pub fn name(&self, outcome: usize) -> String {
        match self.found().outcomes.len() {
            1 => "the outcome".to_string(),
            _ => format!("outcome {}", outcome + 1),
        }
    }

    /// The same, as a sentence begins.
    pub fn name_first(&self, outcome: usize) -> String {
        match self.found().outcomes.len() {
            1 => "The outcome".to_string(),
            _ => format!("Outcome {}", outcome + 1),
        }
    }

    /// What an outcome is: "deadlock, prints nothing", "main returns, prints `7`, for example if ann reads an old `0`".
    pub fn what(&self, outcome: usize) -> String {
        let it = &self.found().outcomes[outcome];
        let ends = of_pages::one_line(&words::short(self.found(), &it.ends));
        let lines: Vec<String> = it.prints.lines().map(words::visible).collect();
        let prints = match lines.is_empty() {
            true => "nothing".to_string(),
            false => lines.join(" / "),
        };
        let only = of_pages::only_if(self.found(), it).map(|only| format!(", {}", words::plain(&only)));
        format!("{ends}, prints {prints}{}", only.unwrap_or_default())
    }

    /// How many outcomes have been reached: "outcomes found: 1 of 3, and 0 of 1 that no order of steps explains".
    pub fn score(&self) -> String {
        let found = self.found();
        let weak = found.weak().len();
        let beyond = self.reached.iter().filter(|it| found.is_weak(&found.outcomes[**it])).count();
        let score = format!("outcomes found: {} of {}", self.reached.len() - beyond, found.outcomes.len() - weak);
        match weak {
            0 => score,
            _ => format!("{score}, and {beyond} of {weak} that no order of steps explains"),
        }
    }

    /// What is left to do once every outcome has been reached; `None` before.
    pub fn all_found(&self) -> Option<String> {
        if self.reached.len() < self.found().outcomes.len() {
            return None;
        }
        Some(match self.found().count() {
            Some(count) if count == "1" => "There is one schedule, and no other outcome".to_string(),
            Some(count) => format!("There is no other in any of its {} schedules", grouped(&count)),
            None => "There is no other".to_string(),
        })
    }

    /// Which outcomes can still be reached, as a sentence; `None` if none is known to be out of reach, or one has been
    /// reached. Outcomes for which std has to do what it hardly ever does are left out, since not all ways to them are
    /// kept.
    pub fn fate(&self) -> Option<String> {
        if self.gone.is_empty() || self.end().is_some() {
            return None;
        }
        let known = 0..self.found().by_memory().count();
        let still = known.filter(|outcome| !self.is_gone(*outcome));
        let numbers: Vec<String> = still.map(|outcome| (outcome + 1).to_string()).collect();
        Some(match &numbers[..] {
            [] => return None,
            [one] => format!("From here only outcome {one} can still come"),
            [before @ .., last] => format!("From here outcomes {} and {last} can still come", before.join(", ")),
        })
    }
}
