//! What a person has reached at the end of a schedule, or where threads begin to go round for ever.

use crate::{Game, words};
use catalog::Outcome;

/// The end of a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The outcome's place in the list; `None` for an end that is not listed.
    pub outcome: Option<usize>,
    /// How it ends and why, in sentences without a full stop: who waits for whom, what races with what, what is never
    /// freed.
    pub words: Vec<String>,
    /// Which outcome it is, and whether the person knew it: "This is outcome 2 of 3, and new to you".
    pub verdict: String,
    /// Whether the person has reached their goal in a way that counts.
    pub is_goal: bool,
}

/// What an outcome means to the person who reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// They have not reached it before.
    New,
    /// They have reached it before.
    FoundBefore,
    /// They have been shown the way.
    Shown,
    /// Some order of steps leads to it, but no order of steps explains how they reached it.
    Unexplained,
}

impl Game {
    /// What has been reached; `None` while the program goes on. Threads that go round for ever can still go.
    pub fn end(&self) -> Option<End> {
        let found = self.found();
        let printed = self.printed();
        let outcome = self.outcome_here(&printed);
        let ending = found.states[self.state()].2.as_ref();
        let Some(place) = outcome else {
            let words = vec![words::ending(ending?)];
            let verdict = "This is none of the outcomes that are listed".to_string();
            return Some(End { outcome: None, words, verdict, is_goal: false });
        };
        let own = Outcome { schedule: self.turns(), ..found.outcomes[place].clone() };
        let mut lines = words::ends(found, &own);
        lines.extend(found.leaks_of(place).map(|leak| {
            let told = words::never_freed(leak, &own.schedule);
            match leak.4.as_ref().filter(|way| **way != own.schedule) {
                Some(another) => format!("{told}: {}", words::turns(found, another)),
                None => told,
            }
        }));
        if self.is_weak() && found.outcomes[place].is_ordinary() {
            lines.push("No order of steps explains this schedule".to_string());
        }
        let counts = matches!(self.standing, Some(Standing::New | Standing::FoundBefore));
        let is_goal = place == self.goal && counts;
        Some(End { outcome, words: lines, verdict: self.verdict(place), is_goal })
    }

    /// The outcome that has been reached, once this is printed.
    fn outcome_here(&self, printed: &str) -> Option<usize> {
        let state = self.state();
        let is_it = |(place, outcome): &(usize, &Outcome)| {
            let ends = match &self.found().states[state].2 {
                Some(ending) => outcome.ends == *ending && self.rounds[*place].is_empty(),
                None => self.rounds[*place].contains(&state),
            };
            ends && outcome.prints == printed
        };
        self.found().outcomes.iter().enumerate().find(is_it).map(|(place, _)| place)
    }

    fn verdict(&self, place: usize) -> String {
        let name = match self.found().outcomes.len() {
            1 => "This is the one outcome".to_string(),
            many => format!("This is outcome {} of {many}", place + 1),
        };
        match self.standing {
            Some(Standing::New) => format!("{name}, and new to you"),
            Some(Standing::FoundBefore) | None => format!("{name}; you have found it before"),
            Some(Standing::Shown) => {
                format!("{name}, as shown to you; it counts as found once you come to it by yourself")
            }
            Some(Standing::Unexplained) => {
                format!("{name}, but no order of steps explains how you came to it; it counts as found once one does")
            }
        }
    }

    /// Records what the person has reached with the last step.
    pub(crate) fn arrive(&mut self) {
        let Some(place) = self.outcome_here(&self.printed()) else {
            self.standing = None;
            return;
        };
        // Threads that go round for ever pass here again.
        let goes_on = self.state_before().is_some_and(|before| self.rounds[place].contains(&before));
        if goes_on && self.standing.is_some() {
            return;
        }
        let standing = match () {
            () if self.shown.as_ref().is_some_and(|shown| shown.outcome == place) => Standing::Shown,
            () if self.is_weak() && self.found().outcomes[place].is_ordinary() => Standing::Unexplained,
            () if self.reached.contains(&place) => Standing::FoundBefore,
            () => Standing::New,
        };
        if standing == Standing::New {
            self.reached.insert(place);
        }
        self.standing = Some(standing);
    }
}
