//! The board, drawn.

use crate::layout::{LEAST, Wishes, areas, widths};
use crate::text::wrapped;
use crate::{Board, Palette, code, over, panes};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Paragraph};

/// Draws the board at the size of the terminal.
pub fn draw(board: &mut Board, frame: &mut Frame) {
    let all = frame.area();
    if all.width < LEAST.0 || all.height < LEAST.1 {
        return too_small(frame, all);
    }
    let (left, right) = widths(all);
    let head = panes::head(board, all.width);
    let threads = panes::threads(board, right);
    let output = panes::output(board, left);
    let memory = if board.game.has_histories() { panes::memory(board, right) } else { Vec::new() };
    let outcomes = panes::outcomes(board, right);
    let (title, message) = panes::message(board, all.width);
    let wishes = Wishes {
        head: rows(&head),
        threads: rows(&threads) + 1,
        output: rows(&output) + 1,
        memory: if memory.is_empty() { 0 } else { rows(&memory) + 1 },
        outcomes: rows(&outcomes) + 1,
        message: rows(&message) + 1,
    };
    let places = areas(all, wishes);
    frame.render_widget(Paragraph::new(head), places.head);
    let within = inside(places.code);
    let code = code::rows(board, within.width, within.height);
    let palette = board.palette;
    part(frame, palette, "Code", code, places.code);
    part(frame, palette, "Threads", threads, places.threads);
    part(frame, palette, "Output", last(output, places.output, 0), places.output);
    part(frame, palette, "Atomics", first(memory, places.memory), places.memory);
    part(frame, palette, "Outcomes", outcomes, places.outcomes);
    let steps = panes::steps(board, inside(places.steps).width);
    board.steps_up = board.steps_up.min(steps.len().saturating_sub(usize::from(inside(places.steps).height)));
    part(frame, palette, "Steps", last(steps, places.steps, board.steps_up), places.steps);
    part(frame, palette, title, message, places.message);
    frame.render_widget(panes::keys(board, all.width), places.keys);
    over::draw(board, frame);
}

/// What is shown if the terminal has no room for the board.
fn too_small(frame: &mut Frame, all: Rect) {
    let (columns, rows) = LEAST;
    let text = format!(
        "The board needs {columns} columns and {rows} rows, but the terminal has {} and {}. Make it larger; or press q \
         and play line by line: --play=lines",
        all.width, all.height
    );
    let lines: Vec<Line> = wrapped(&text, all.width, "").into_iter().map(Line::from).collect();
    frame.render_widget(Paragraph::new(lines), all);
}

/// A part with its heading, if there is room for both.
fn part(frame: &mut Frame, palette: Palette, title: &'static str, lines: Vec<Line<'static>>, area: Rect) {
    if area.height < 2 {
        return;
    }
    let title = Line::styled(format!("{title} "), palette.strong());
    let block = Block::new().borders(Borders::TOP).border_style(palette.faint()).title(title);
    frame.render_widget(Paragraph::new(lines).block(block), area);
}

/// The room left in a part below its heading.
fn inside(area: Rect) -> Rect {
    Rect { y: area.y + area.height.min(1), height: area.height.saturating_sub(1), ..area }
}

/// The first lines that there is room for, and how to see the others.
fn first(mut lines: Vec<Line<'static>>, area: Rect) -> Vec<Line<'static>> {
    let room = usize::from(inside(area).height);
    if lines.len() > room && room > 0 {
        lines.truncate(room - 1);
        lines.push(Line::raw("… a shows all"));
    }
    lines
}

/// The last lines that there is room for, or those that stand this many lines above them.
fn last(lines: Vec<Line<'static>>, area: Rect, up: usize) -> Vec<Line<'static>> {
    let room = usize::from(inside(area).height);
    let from = lines.len().saturating_sub(room + up);
    lines.into_iter().skip(from).take(room).collect()
}

fn rows(lines: &[Line]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX - 1)
}
