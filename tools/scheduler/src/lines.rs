//! The game line by line, for screen readers, for terminals that can do no more, and for pipes.

use crate::thread::{Life, Offer, Thread};
use crate::{Answer, Game, Route};
use anyhow::Result;
use std::io::{self, BufRead};

/// What can be typed, after each state.
const PROMPT: &str = "a thread's key to let it go, h for the other keys, q to quit: ";

/// What it means.
const HELP: &str =
    "   the key of a thread, such as 1: lets it go; with a letter, such as 1b: has std or memory do what that line says
   g: another goal
   s: shows a way from here to the goal; an outcome reached that way does not count as found
   u: takes back the last step
   r: goes back to the beginning; what has been found stays
   h: shows this
   q: quits
";

/// Plays until the person quits or the input ends.
///
/// # Errors
/// Where nothing can be read or written.
pub fn lines(game: &mut Game, input: &mut impl BufRead, out: &mut impl io::Write) -> Result<()> {
    write_goal(game, out)?;
    loop {
        write_state(game, out)?;
        write!(out, "{PROMPT}")?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(out)?;
            return Ok(());
        }
        match line.trim() {
            "q" => return Ok(()),
            "h" | "?" => write!(out, "{HELP}")?,
            "r" => {
                game.restart();
                writeln!(out, "   at the beginning")?;
                write_goal(game, out)?;
            }
            "u" => match game.undo() {
                Some(step) => writeln!(out, "   taken back: {step}")?,
                None => writeln!(out, "   there is no step to take back")?,
            },
            "g" => {
                game.next_goal();
                write_goal(game, out)?;
            }
            "s" => write_route(game, out)?,
            typed => write_turn(game, typed, out)?,
        }
        writeln!(out)?;
    }
}

fn write_goal(game: &Game, out: &mut impl io::Write) -> Result<()> {
    let goal = game.goal();
    writeln!(out, "   goal: {}: {}", game.name(goal), game.what(goal))?;
    writeln!(out, "   {}", game.score())?;
    if let Some(left) = game.all_found() {
        writeln!(out, "   {left}")?;
    }
    Ok(())
}

fn write_route(game: &mut Game, out: &mut impl io::Write) -> Result<()> {
    match game.show() {
        Route::Here => writeln!(out, "   this is {}", game.name(game.goal()))?,
        Route::None(why) => writeln!(out, "   {why}")?,
        Route::Steps(steps) => writeln!(out, "   from here to {}: {}", game.name(game.goal()), game.in_turns(&steps))?,
    }
    Ok(())
}

fn write_state(game: &Game, out: &mut impl io::Write) -> Result<()> {
    for line in game.printed().lines() {
        writeln!(out, "   | {line}")?;
    }
    let threads = game.threads();
    for Thread { name, holds, .. } in &threads {
        for what in holds {
            writeln!(out, "   {name} holds {what}")?;
        }
    }
    for line in game.histories() {
        writeln!(out, "   {line}")?;
    }
    if game.is_weak() && game.end().is_none() {
        writeln!(out, "   no order of steps explains this any more")?;
    }
    for thread in &threads {
        write_thread(game, thread, out)?;
    }
    if let Some(fate) = game.fate() {
        writeln!(out, "   {fate}")?;
    }
    let Some(end) = game.end() else { return Ok(()) };
    for line in &end.words {
        writeln!(out, "   {line}")?;
    }
    writeln!(out, "   {}, after {} steps", end.verdict, game.turns().len())?;
    if end.is_goal {
        writeln!(out, "   it was your goal")?;
    }
    writeln!(out, "   {}", game.score())?;
    Ok(())
}

fn write_thread(game: &Game, thread: &Thread, out: &mut impl io::Write) -> Result<()> {
    let Thread { key, name, life, line, does, offers, .. } = thread;
    writeln!(out, " {key} {name} {does}")?;
    for (letter, offer) in others(thread) {
        writeln!(out, " {key}{letter} {name} {}", offer.words)?;
    }
    let may_go = *life == Life::CanGo || !offers.is_empty();
    let code = line.and_then(|line| Some((line, game.program().code.lines().nth(line - 1)?)));
    if let Some((line, code)) = code.filter(|_| may_go) {
        writeln!(out, "   {line:5} | {}", code.trim())?;
    }
    Ok(())
}

/// The steps of a thread that are out of the ordinary, each with the letter by which it is chosen.
fn others(thread: &Thread) -> impl Iterator<Item = (char, &Offer)> {
    ('b'..='z').zip(thread.offers.iter().filter(|offer| offer.kind.is_some()))
}

/// Lets the thread go whose key was typed, with the step whose letter follows it.
fn write_turn(game: &mut Game, typed: &str, out: &mut impl io::Write) -> Result<()> {
    let mut letters = typed.chars();
    let thread = letters.next().and_then(|key| game.thread_of(key));
    let Some(place) = thread else {
        writeln!(out, "   there is no key `{typed}`: h lists the keys")?;
        return Ok(());
    };
    let thread = game.threads().swap_remove(place);
    let offer = match letters.as_str() {
        "" => thread.offers.iter().find(|offer| offer.kind.is_none()),
        other => match others(&thread).find(|(letter, _)| other == letter.to_string()) {
            Some((_, offer)) => Some(offer),
            None => {
                writeln!(out, "   {} has no `{typed}` here", thread.name)?;
                return Ok(());
            }
        },
    };
    let answer = match offer {
        Some(offer) => game.take(offer),
        // If it has nothing but steps that hardly ever happen, these have letters.
        None if !thread.offers.is_empty() => {
            Answer::Cannot(format!("{} cannot go now: it {}", thread.name, thread.does))
        }
        None => game.press(place),
    };
    match answer {
        Answer::Went(told) => told.iter().try_for_each(|line| writeln!(out, "   {line}"))?,
        Answer::Cannot(why) => writeln!(out, "   {why}")?,
        Answer::Choose(_) => {}
    }
    Ok(())
}
