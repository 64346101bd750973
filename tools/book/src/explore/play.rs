//! Lets a person be the scheduler: on a screen, or line by line.
//!
//! What draws the screen is a program of its own, `tools/play`.

use crate::companion::Companion;
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use scheduler::{Game, Program};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::Command;

const SCREEN: Companion =
    Companion { name: "play", role: "screen", job: "draws the screen", otherwise: "--play=lines needs none" };

/// How a person plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Front {
    /// On a screen if the terminal supports one, otherwise line by line.
    Fitting,
    /// On a screen.
    Screen,
    /// Line by line, which a screen reader can read.
    Lines,
}

/// Lets a person choose the schedule, until they quit.
pub fn play(program: Program, front: Front) -> Result<()> {
    match front {
        Front::Lines => by_lines(program),
        Front::Screen => on_screen(&program, &SCREEN.find()?),
        Front::Fitting if !can_have_a_screen() => by_lines(program),
        Front::Fitting => match SCREEN.find() {
            Ok(screen) => on_screen(&program, &screen),
            Err(why) => {
                anstream::eprintln!("{why:#}\nPlaying line by line instead.\n");
                by_lines(program)
            }
        },
    }
}

/// Whether a person is at a terminal that can do more than print lines.
fn can_have_a_screen() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal() && std::env::var_os("TERM").is_none_or(|it| it != "dumb")
}

fn by_lines(program: Program) -> Result<()> {
    let name = program.name.clone();
    let mut game = Game::new(program).with_context(|| format!("{name} cannot be played"))?;
    scheduler::lines(&mut game, &mut io::stdin().lock(), &mut io::stdout().lock())
}

fn on_screen(program: &Program, screen: &Path) -> Result<()> {
    let folder = tempfile::tempdir().context("there is no folder for temporary files")?;
    let file = folder.path().join("program.json");
    program.write(&file)?;
    let status = Command::new(screen).arg(&file).status();
    let status = status.with_context(|| format!("{}: cannot be started", screen.display()))?;
    if !status.success() {
        bail!("the screen ended with {status}\n  help: play line by line, with --play=lines");
    }
    Ok(())
}
