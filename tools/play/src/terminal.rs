//! The terminal: taken over while the game lasts, and restored however it ends.

use crate::{Board, Next, Palette, draw};
use anyhow::{Context, Result};
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event};
use scheduler::Game;

/// Plays a game on the terminal until the person quits. The terminal is restored then, and after a panic.
///
/// # Errors
/// Where the terminal cannot be drawn on, or read from.
pub fn play(game: Game, palette: Palette) -> Result<()> {
    let cannot = "cannot draw on this terminal\n  help: play line by line, `cargo book explore NAME --play=lines`";
    let terminal = ratatui::try_init().context(cannot);
    let played = terminal.and_then(|terminal| run(Board::new(game, palette), terminal));
    // If it cannot be restored, there is nowhere to say so.
    ratatui::restore();
    played
}

fn run(mut board: Board, mut terminal: DefaultTerminal) -> Result<()> {
    loop {
        terminal.draw(|frame| draw(&mut board, frame))?;
        if let Event::Key(key) = event::read()?
            && board.key(key) == Next::Quit
        {
            return Ok(());
        }
    }
}
