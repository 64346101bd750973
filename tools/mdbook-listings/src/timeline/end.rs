//! What stands at the end of a picture: how the program ends, who waits for what there, and who goes round.

use super::lines::{Line, sentence_case, spoken, unbroken, wrapped};
use crate::{markdown, words};
use catalog::{Ending, Going, Outcome, Schedules, State};

/// How a schedule ends.
pub(super) struct End<'a> {
    pub outcome: &'a Outcome,
    /// Who goes round there.
    pub going: Vec<Going>,
}

impl End<'_> {
    /// Who waits for what, and who goes round.
    fn reasons(&self, schedules: &Schedules, state: &State) -> Vec<Line> {
        if !matches!(self.outcome.ends, Ending::Deadlock | Ending::Livelock) {
            return Vec::new();
        }
        let waits = state.1.iter().map(|(step, holders)| {
            let who = unbroken(&schedules.threads[schedules.steps[*step].0]) + " ";
            [vec![(false, who)], waiting_for(schedules, *step, holders)].concat()
        });
        let going = self
            .going
            .iter()
            .map(|round| vec![(false, words::going(&unbroken(&schedules.threads[round.thread]), round))]);
        waits.chain(going).collect()
    }

    /// What it takes beyond an order of steps. The picture shows which step needs it.
    fn beyond(&self, schedules: &Schedules) -> Option<String> {
        match schedules.is_weak(self.outcome) {
            true => Some("no order of steps explains it".to_string()),
            false => words::only_if(schedules, self.outcome),
        }
    }

    /// The lines at the end of the picture.
    pub fn lines(&self, schedules: &Schedules, state: &State, width: usize) -> Vec<Line> {
        let mut lines = wrapped(&[(false, sentence_case(&words::ending_of(schedules, self.outcome)))], width);
        if let Ending::Panicked(message) = &self.outcome.ends
            && !message.is_empty()
        {
            lines.extend(wrapped(&[(false, words::one_line(message))], width));
        }
        lines.extend(self.reasons(schedules, state).iter().flat_map(|reason| wrapped(reason, width)));
        if let Some(only) = self.beyond(schedules) {
            lines.extend(wrapped(&markdown::pieces(&sentence_case(&only)), width));
        }
        lines
    }

    pub fn told(&self, schedules: &Schedules, state: &State) -> String {
        let mut text = words::ending_of(schedules, self.outcome);
        if let Ending::Panicked(message) = &self.outcome.ends
            && !message.is_empty()
        {
            text += &format!(": {}", words::one_line(message));
        }
        for reason in self.reasons(schedules, state) {
            text += &format!("; {}", spoken(&reason));
        }
        if let Some(only) = self.beyond(schedules) {
            text += &format!("; {}", markdown::plain(&only));
        }
        text
    }
}

/// What a thread waits for, and who has it.
pub(super) fn waiting_for(schedules: &Schedules, step: usize, holders: &[usize]) -> Line {
    let mut pieces = markdown::pieces(&schedules.steps[step].3);
    if holders == [schedules.steps[step].0] {
        pieces.push((false, ", which it holds itself".to_string()));
    } else if !holders.is_empty() {
        let names: Vec<String> = holders.iter().map(|&holder| unbroken(&schedules.threads[holder])).collect();
        let verb = if names.len() == 1 { "has" } else { "have" };
        pieces.push((false, format!(", which {} {verb}", names.join(" and "))));
    }
    pieces
}
