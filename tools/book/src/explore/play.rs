//! Lets a person be the scheduler: on a screen, or line by line.
//!
//! What draws the screen is a program of its own, `tools/play`. Where Cargo runs this one, it is built here when it is asked
//! for, so that nothing else that `cargo book` does waits for it to be compiled; else it is looked for beside this one.

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use scheduler::{Game, Program};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use toolchain::messages::{self, Message};

/// How a person plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Front {
    /// On a screen where the terminal can have one, else line by line.
    Fitting,
    /// On a screen.
    Screen,
    /// Line by line, as it can be read by ear.
    Lines,
}

/// Lets a person choose the schedule, until they quit.
pub fn play(program: Program, front: Front) -> Result<()> {
    match front {
        Front::Lines => by_lines(program),
        Front::Screen => on_screen(&program, &found()?),
        Front::Fitting if !can_have_a_screen() => by_lines(program),
        Front::Fitting => match found() {
            Ok(screen) => on_screen(&program, &screen),
            Err(why) => {
                anstream::eprintln!("{why:#}\nSo it is played line by line.\n");
                by_lines(program)
            }
        },
    }
}

/// Whether there is somebody at a terminal that can do more than print lines.
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
        bail!("the screen has ended by {status}\n  help: play line by line, with --play=lines");
    }
    Ok(())
}

/// The program that draws the screen: built by the Cargo that runs this one, or the one that is installed beside it.
fn found() -> Result<PathBuf> {
    if let Some(checkout) = checkout() {
        return built(&checkout);
    }
    let screen = beside()?;
    if !screen.is_file() {
        bail!(
            "{}: there is no such program, which draws the screen\n  help: install it from where this one came from, with \
             `cargo install --path tools/play`; --play=lines needs none",
            screen.display()
        );
    }
    Ok(screen)
}

/// The checkout of the tools that Cargo runs this program from, where it does.
fn checkout() -> Option<PathBuf> {
    toolchain::target()?;
    let package = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?);
    package.ancestors().find(|folder| folder.join("tools/play/Cargo.toml").is_file()).map(Path::to_path_buf)
}

fn built(checkout: &Path) -> Result<PathBuf> {
    let cannot = "the screen cannot be built\n  help: look at what Cargo says; --play=lines needs nothing to be built";
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(checkout)
        .args(["build", "--package", "play", "--message-format", "json-render-diagnostics"])
        .stderr(Stdio::inherit());
    // Then there is nothing much to be waited for.
    if beside().is_ok_and(|screen| screen.is_file()) {
        command.arg("--quiet");
    } else {
        eprintln!("The screen is compiled first. That is done once.");
    }
    let output = command.output().context(cannot)?;
    let executable = messages::read(&output.stdout).into_iter().find_map(|message| match message {
        Message::Built { target, executable } if target == "play" => Some(executable),
        _ => None,
    });
    executable.filter(|_| output.status.success()).context(cannot)
}

/// Where the screen is, where it has been built or installed as this program has.
fn beside() -> Result<PathBuf> {
    let own = std::env::current_exe().context("this program does not know where it is")?;
    Ok(own.with_file_name(format!("play{}", std::env::consts::EXE_SUFFIX)))
}
