//! What opens over the board: the steps that a thread may take, the outcomes, and what the keys do.

use crate::input::KEYS;
use crate::panes;
use crate::text::hung;
use crate::{Board, Over};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Padding, Paragraph};

/// The greatest width, so that lines stay readable.
const WIDEST: u16 = 76;

/// Draws it, in the middle or at the lower end.
pub fn draw(board: &Board, frame: &mut Frame) {
    let area = frame.area();
    let width = area.width.min(WIDEST);
    let within = width - 4;
    let (title, lines, below) = match &board.over {
        Over::Nothing => return,
        Over::Help => (" Keys ".to_string(), help(board, within), " any key closes "),
        Over::Outcomes => (format!(" {} ", board.game.score()), panes::outcomes(board, within), " any key closes "),
        Over::Atomics => (" Atomics ".to_string(), atomics(board, within), " any key closes "),
        Over::Choice { thread, .. } => {
            let title = format!(" What does {} do? ", board.game.program().found.threads[*thread]);
            (title, choice(board, within), " a digit, or ↑ ↓ and Enter; Esc closes ")
        }
    };
    let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let middle = area.centered(Constraint::Length(width), Constraint::Length(height));
    let place = match board.over {
        // The code and the threads stay visible while the person chooses.
        Over::Choice { .. } => Rect { y: (area.height - height).saturating_sub(1), ..middle },
        _ => middle,
    };
    let block = Block::bordered()
        .title(Line::styled(title, board.palette.strong()))
        .title_bottom(Line::from(below))
        .padding(Padding::horizontal(1));
    frame.render_widget(Clear, place);
    frame.render_widget(Paragraph::new(lines).block(block), place);
}

fn atomics(board: &Board, width: u16) -> Vec<Line<'static>> {
    let old = "An old value is offered only where no order of steps explains reading it; elsewhere, let the thread read earlier.";
    let mut lines = panes::memory(board, width);
    lines.push(Line::default());
    lines.extend(hung(vec![], old, board.palette.faint(), width));
    lines
}

fn choice(board: &Board, width: u16) -> Vec<Line<'static>> {
    let Over::Choice { offers, at, .. } = &board.over else { return Vec::new() };
    let offer = |(place, offer): (usize, &scheduler::Offer)| {
        let (mark, style) = match place == *at {
            true => ("▶", board.palette.chosen()),
            false => (" ", Style::new()),
        };
        hung(vec![Span::raw(format!("{mark} {} ", place + 1))], &offer.words, style, width)
    };
    offers.iter().enumerate().flat_map(offer).collect()
}

fn help(board: &Board, width: u16) -> Vec<Line<'static>> {
    let of_keys = KEYS.iter().flat_map(|(keys, what)| {
        hung(vec![Span::styled(format!("{keys:10} "), board.palette.strong())], what, Style::new(), width)
    });
    let signs = "▶ a thread can go · ‖ it waits · each line of code has the keys of the threads at it";
    of_keys.chain(hung(vec![], signs, board.palette.faint(), width)).collect()
}
