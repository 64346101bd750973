//! The code, with the place of each thread.

use crate::Board;
use crate::text::wrapped_code;
use ratatui::text::{Line, Span};
use scheduler::{Life, Thread};

/// How many threads at one line are shown by their keys.
const MARKS: usize = 4;

/// The rows that are shown of the code, in an area of this size. They follow the threads, unless the person has scrolled.
pub fn rows(board: &mut Board, width: u16, height: u16) -> Vec<Line<'static>> {
    let threads = board.game.threads();
    let (rows, row_of) = all_rows(board, &threads, width);
    let height = usize::from(height);
    let most = rows.len().saturating_sub(height);
    let first = match board.code_from {
        Some(from) => from,
        None => {
            let lines = focus(board, &threads).into_iter();
            lines.filter_map(|line| row_of.get(line - 1).copied()).fold(board.code_shown, |first, row| {
                let margin = (height / 4).min(2);
                let below = (row + margin + 1).saturating_sub(height);
                first.max(below).min(row.saturating_sub(margin))
            })
        }
    };
    board.code_shown = first.min(most);
    if board.code_from.is_some() {
        board.code_from = Some(board.code_shown);
    }
    rows.into_iter().skip(board.code_shown).take(height).collect()
}

/// The lines that should be visible, the most important last: those of all threads, as far as there is room, and then
/// those of the thread that had the last turn.
fn focus(board: &Board, threads: &[Thread]) -> Vec<usize> {
    let all = threads.iter().filter_map(|thread| thread.line);
    let last = board.game.last_thread().and_then(|last| threads[last].line);
    all.chain(last).chain(board.game.last_line()).collect()
}

/// All rows of the code, and for each line the row with which it begins.
fn all_rows(board: &Board, threads: &[Thread], width: u16) -> (Vec<Line<'static>>, Vec<usize>) {
    let code = &board.game.program().code;
    let digits = code.lines().count().to_string().len();
    let marks = threads.len().min(MARKS) + 1;
    let gutter = marks + digits + 2;
    let room = width.saturating_sub(u16::try_from(gutter).unwrap_or(width));
    let (mut rows, mut row_of) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(code.lines()) {
        row_of.push(rows.len());
        let here: Vec<(usize, &Thread)> = threads
            .iter()
            .enumerate()
            .filter(|(_, thread)| {
                thread.line == Some(number) && matches!(thread.life, Life::CanGo | Life::Waits | Life::Undefined)
            })
            .collect();
        let style = if here.is_empty() { Default::default() } else { board.palette.strong() };
        let indent = " ".repeat((line.len() - line.trim_start().len()) / 2 + 2);
        for (place, part) in wrapped_code(line, room, &indent).into_iter().enumerate() {
            let mut spans = if place == 0 {
                let mut spans = mark(board, &here, marks);
                spans.push(Span::styled(format!(" {number:digits$} "), board.palette.faint()));
                spans
            } else {
                vec![Span::raw(" ".repeat(gutter))]
            };
            spans.push(Span::styled(part, style));
            rows.push(Line::from(spans));
        }
    }
    (rows, row_of)
}

/// The keys of the threads at a line, and whether one of them can go.
fn mark(board: &Board, here: &[(usize, &Thread)], width: usize) -> Vec<Span<'static>> {
    let Some(first) = here.first() else { return vec![Span::raw(" ".repeat(width))] };
    let told = if here.len() > MARKS { MARKS - 1 } else { here.len() };
    let letters = told + usize::from(told < here.len());
    let mut spans = vec![Span::raw(" ".repeat(width.saturating_sub(letters + 1)))];
    let keys = here.iter().take(told);
    spans.extend(keys.map(|(thread, it)| Span::styled(it.key.to_string(), board.palette.thread(*thread))));
    if told < here.len() {
        spans.push(Span::raw("+"));
    }
    let can_go = here.iter().find(|(_, thread)| thread.life == Life::CanGo);
    let (thread, it) = can_go.unwrap_or(first);
    spans.push(Span::styled(sign(it.life), board.palette.thread(*thread)));
    spans
}

/// A symbol for whether a thread can go.
pub fn sign(life: Life) -> &'static str {
    match life {
        Life::CanGo => "▶",
        Life::Waits => "‖",
        Life::Undefined => "!",
        Life::NotStarted | Life::Ended | Life::CutOff => "·",
    }
}
