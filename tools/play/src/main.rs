//! Plays an explored program on the screen. `cargo book explore NAME --play` starts it with the file that it has written.

use anyhow::{Context, Result};
use play::Palette;
use scheduler::{Game, Program};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let file = std::env::args_os().nth(1);
    let file = file.context("no program given\n  help: start this with `cargo book explore NAME --play`")?;
    let program = Program::read(Path::new(&file))?;
    let name = program.name.clone();
    let game = Game::new(program).with_context(|| format!("{name} cannot be played"))?;
    play::play(game, Palette::of_environment())
}
