//! Where the parts of the board are, given the size of the terminal and how much there is to say.

use ratatui::layout::{Constraint, Layout, Rect};

/// The least that the board needs, in columns and rows.
pub const LEAST: (u16, u16) = (40, 16);

/// Terminals with this many columns have the threads beside the code, others below it.
const BESIDE: u16 = 64;

/// Terminals with this many rows have the outcomes on the board.
const WITH_OUTCOMES: u16 = 32;

/// How many lines each part would like to have, with its heading.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// Name, score and goal.
    pub head: u16,
    /// The threads.
    pub threads: u16,
    /// The output so far.
    pub output: u16,
    /// The histories of the atomics; none for a program that has none.
    pub memory: u16,
    /// The list of outcomes.
    pub outcomes: u16,
    /// What was said last.
    pub message: u16,
}

/// The parts. One that has no room is empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Areas {
    /// Name, score and goal.
    pub head: Rect,
    /// The code.
    pub code: Rect,
    /// The threads.
    pub threads: Rect,
    /// The output so far.
    pub output: Rect,
    /// The histories of the atomics.
    pub memory: Rect,
    /// The list of outcomes.
    pub outcomes: Rect,
    /// The steps so far.
    pub steps: Rect,
    /// What was said last.
    pub message: Rect,
    /// The keys.
    pub keys: Rect,
}

/// How wide the code and the threads are, whether side by side or one below the other.
pub fn widths(all: Rect) -> (u16, u16) {
    match all.width {
        ..BESIDE => (all.width, all.width),
        width => {
            let code = width * 53 / 100;
            (code, width - code - 1)
        }
    }
}

/// The parts of a terminal of this size.
pub fn areas(all: Rect, wishes: Wishes) -> Areas {
    // Most messages take two or three lines, and the other parts should not jump around with them.
    let least = if all.height < 24 { 3 } else { 4 };
    let message = wishes.message.clamp(least, all.height / 2);
    let parts =
        [Constraint::Length(wishes.head), Constraint::Fill(1), Constraint::Length(message), Constraint::Length(1)];
    let [head, middle, message, keys] = Layout::vertical(parts).areas(all);
    let (code, _) = widths(all);
    let areas = Areas { head, message, keys, ..Areas::default() };
    if all.width < BESIDE {
        return narrow(areas, middle, wishes);
    }
    let [left, right] = Layout::horizontal([Constraint::Length(code), Constraint::Fill(1)]).spacing(1).areas(middle);
    let output = wishes.output.min(left.height / 3).max(2);
    let [code, output] = Layout::vertical([Constraint::Fill(1), Constraint::Length(output)]).areas(left);
    let outcomes = if all.height < WITH_OUTCOMES { 0 } else { wishes.outcomes.min(right.height / 4) };
    // The steps keep a heading and a line.
    let threads = wishes.threads.min(right.height.saturating_sub(outcomes + 2));
    let memory = wishes.memory.min(right.height.saturating_sub(threads + outcomes + 2));
    let rows = [threads, memory, outcomes].map(Constraint::Length);
    let [threads, memory, outcomes, steps] =
        Layout::vertical([rows[0], rows[1], rows[2], Constraint::Fill(1)]).areas(right);
    Areas { code, output, threads, memory, outcomes, steps, ..areas }
}

/// One part below the other: the threads first, then as much of the code as there is room for.
fn narrow(areas: Areas, middle: Rect, wishes: Wishes) -> Areas {
    let threads = wishes.threads.min(middle.height.saturating_sub(4));
    let left = middle.height - threads;
    let output = if left < 12 { 0 } else { wishes.output.min(4) };
    let memory = if left < 20 { 0 } else { wishes.memory.min(left / 4) };
    let steps = if left < 16 { 0 } else { left / 4 };
    let rows = [Constraint::Fill(1), threads.into(), output.into(), memory.into(), steps.into()];
    let [code, threads, output, memory, steps] = Layout::vertical(rows).areas(middle);
    Areas { code, threads, output, memory, steps, ..areas }
}
