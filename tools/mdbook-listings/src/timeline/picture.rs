//! What a picture of a schedule contains, and where each part goes.
//!
//! All measures are in pixels at natural size, which is narrow enough for a phone.

use super::end::End;
use super::lines::Line;
use super::row::{LINE, Row, row, told_of_edge, told_of_memory, told_of_release};
use crate::arrow::{Arrows, Boxes};
use catalog::{Ending, Outcome, Schedules, State, Turn};

/// The width of the picture with up to four threads.
const WIDTH: usize = 300;

/// From one thread's column to the next, and from the last one to the words, where no arrow has to go between them.
const COLUMN: (usize, usize) = (34, 22);

/// From a column's middle to the edge of a step's box.
pub const BOX: usize = 14;

/// From a column's middle to the left edge.
const MARGIN: usize = 18;

/// What the words need at least.
const WORDS: usize = 146;

pub(super) struct Picture<'a> {
    pub schedules: &'a Schedules,
    /// The states before the first step and after each.
    pub states: Vec<&'a State>,
    pub rows: Vec<Row>,
    pub arrows: Arrows,
    /// From one thread's column to the next.
    pub columns: usize,
    pub end: Vec<Line>,
    pub told_end: Option<String>,
    pub bad: bool,
    pub width: usize,
    pub words_at: usize,
    pub head: usize,
    pub bottom: usize,
    pub height: usize,
}

impl<'a> Picture<'a> {
    /// The picture of a schedule. It may stop anywhere: what it has not come to is not drawn. Of an outcome, its end is.
    pub fn new(schedules: &'a Schedules, schedule: &[Turn], of: Option<&Outcome>) -> Option<Picture<'a>> {
        let way = schedules.follow(schedule)?;
        let mut states = vec![schedules.states.first()?];
        for &(_, to) in &way {
            states.push(schedules.states.get(to)?);
        }
        let weak = schedules.weak_steps(&way);
        let synchronised = schedules.synchronised(&way);
        let taken_over = schedules.taken_over(&way, of);
        let arrows = Arrows::of(schedules, &way, &weak, &taken_over);
        let (columns, margin) = arrows.column().map_or(COLUMN, |column| (column, column - BOX));
        let words_at = MARGIN + schedules.threads.len().saturating_sub(1) * columns + margin;
        let width = WIDTH.max(words_at + WORDS);
        let head = name_at(schedules.threads.len().saturating_sub(1)) + 7;
        let mut rows = Vec::new();
        let mut top = head;
        for (index, &(step, _)) in way.iter().enumerate() {
            let mut row = row(schedules, step, (states[index], states[index + 1]), top, width - words_at);
            row.told.extend(weak.iter().find(|step| step.at == index).map(|step| told_of_memory(schedules, step)));
            for &(to, from) in taken_over.iter().filter(|(to, _)| *to == index) {
                let told = if synchronised.contains(&(to, from)) { told_of_release } else { told_of_edge };
                row.told += &told(schedules, step, way[from].0);
            }
            top += row.height;
            rows.push(row);
        }
        let last = states[states.len() - 1];
        let end = of.map(|outcome| End { outcome, going: schedules.going(outcome) });
        let told_end = end.as_ref().map(|end| end.told(schedules, last));
        let end = end.map_or_else(Vec::new, |end| end.lines(schedules, last, width - 20));
        let bottom = top + 8;
        let height = if end.is_empty() { bottom } else { bottom + end.len() * LINE + 14 };
        let bad = of.is_some_and(|outcome| outcome.ends != Ending::Returned);
        Some(Picture {
            schedules,
            states,
            rows,
            arrows,
            columns,
            end,
            told_end,
            bad,
            width,
            words_at,
            head,
            bottom,
            height,
        })
    }

    /// The middle of a thread's column.
    pub fn column(&self, thread: usize) -> usize {
        MARGIN + thread * self.columns
    }

    /// Where the boxes of the steps are.
    pub fn boxes(&self) -> Boxes {
        Boxes {
            columns: (0..self.schedules.threads.len()).map(|thread| self.column(thread)).collect(),
            rows: self.rows.iter().map(Row::middle).collect(),
            head: self.head,
        }
    }

    /// The schedule in sentences.
    pub fn told(&self) -> String {
        let mut text: Vec<String> = self.rows.iter().map(|row| row.told.clone()).collect();
        text.extend(self.told_end.as_ref().map(|end| format!("The end: {end}.")));
        text.join(" ")
    }
}

pub(super) fn name_at(thread: usize) -> usize {
    14 + thread * LINE
}
