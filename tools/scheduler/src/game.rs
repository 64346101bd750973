//! Where a person is in a game, and what their turns change.

use crate::keys::{TooManyThreads, keys};
use crate::thread::{Life, Offer, Thread};
use crate::words;
use crate::{Program, end::Standing};
use catalog::{Kind, Schedules, Turn};
use std::collections::BTreeSet;

/// A game: the way so far, and what has been reached.
#[derive(Debug)]
pub struct Game {
    pub(crate) program: Program,
    keys: Vec<char>,
    /// Each step so far, and the state that it led to.
    pub(crate) way: Vec<(usize, usize)>,
    /// For each outcome, the states in which its threads go round for ever; none if it ends in another way.
    pub(crate) rounds: Vec<BTreeSet<usize>>,
    /// The outcomes that the person has reached by themselves.
    pub(crate) reached: BTreeSet<usize>,
    /// The outcome that they want to reach.
    pub(crate) goal: usize,
    /// The way that they have been shown, until they leave it.
    pub(crate) shown: Option<Shown>,
    /// What the outcome that they have reached meant to them at the time.
    pub(crate) standing: Option<Standing>,
    /// The outcomes known to be out of reach.
    pub(crate) gone: Vec<usize>,
}

/// A way to an outcome that a person has been shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The outcome.
    pub outcome: usize,
    /// How many of their own steps come before it.
    pub after: usize,
    /// Its steps.
    pub steps: Vec<usize>,
}

/// The result of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The step is done; this is what happened, in sentences.
    Went(Vec<String>),
    /// The step cannot be done; this is why, in a sentence.
    Cannot(String),
    /// There are several steps to choose from, or one that hardly ever happens.
    Choose(Vec<Offer>),
}

impl Game {
    /// A game at its beginning. Every state of the program must be known.
    ///
    /// # Errors
    /// If it has more threads than there are keys.
    pub fn new(program: Program) -> Result<Game, TooManyThreads> {
        let keys = keys(program.found.threads.len())?;
        let found = &program.found;
        // The states of an outcome's schedule are followed by those of its round.
        let rounds = found.outcomes.iter().map(|it| found.states_of(it).into_iter().skip(it.schedule.len()).collect());
        let rounds = rounds.collect();
        let mut game = Game {
            keys,
            way: Vec::new(),
            rounds,
            reached: BTreeSet::new(),
            goal: 0,
            shown: None,
            standing: None,
            gone: Vec::new(),
            program,
        };
        game.goal = game.first_goal();
        game.come();
        Ok(game)
    }

    /// What is played.
    pub fn program(&self) -> &Program {
        &self.program
    }

    pub(crate) fn found(&self) -> &Schedules {
        &self.program.found
    }

    /// The place of the program's current state.
    pub fn state(&self) -> usize {
        self.way.last().map_or(0, |(_, state)| *state)
    }

    /// The state before the last step.
    pub(crate) fn state_before(&self) -> Option<usize> {
        let last = self.way.len().checked_sub(1)?;
        Some(last.checked_sub(1).map_or(0, |before| self.way[before].1))
    }

    /// All that has been printed to standard output.
    pub fn printed(&self) -> String {
        self.way.iter().map(|(step, _)| self.found().steps[*step].4.as_str()).collect()
    }

    /// The turns so far.
    pub fn turns(&self) -> Vec<Turn> {
        self.way.iter().map(|(step, _)| self.found().turn_of(*step)).collect()
    }

    /// The steps so far, in words.
    pub fn steps(&self) -> Vec<String> {
        words::steps(self.found(), &self.way)
    }

    /// The line of the last step, if it has one.
    pub fn last_line(&self) -> Option<usize> {
        self.way.last().map(|(step, _)| self.found().steps[*step].1).filter(|line| *line > 0)
    }

    /// The thread that has had the last turn.
    pub fn last_thread(&self) -> Option<usize> {
        self.way.last().map(|(step, _)| self.found().steps[*step].0)
    }

    /// What has been written to each atomic, and which of it each thread can still read; nothing where each load reads what
    /// was written last.
    pub fn histories(&self) -> Vec<String> {
        words::histories(self.found(), self.state())
    }

    /// Whether there are histories of atomics anywhere in the program.
    pub fn has_histories(&self) -> bool {
        !self.found().memory.is_empty()
    }

    /// What the last step has acquired, if it has, and what that means.
    pub fn acquired(&self) -> Option<String> {
        words::acquired(self.found(), &self.way)
    }

    /// Whether no order of steps explains the way so far.
    pub fn is_weak(&self) -> bool {
        self.way.iter().any(|(step, _)| self.is_weak_step(*step))
    }

    /// Whether std has done something on the way so far that it hardly ever does.
    pub(crate) fn is_rare(&self) -> bool {
        self.way.iter().any(|(step, _)| self.found().kind_of(*step).is_some_and(|kind| !kind.is_weak()))
    }

    fn is_weak_step(&self, step: usize) -> bool {
        self.found().kind_of(step).is_some_and(Kind::is_weak)
    }

    /// The threads, in the order of their keys.
    pub fn threads(&self) -> Vec<Thread> {
        (0..self.keys.len()).map(|thread| self.thread(thread)).collect()
    }

    /// The key of a thread, which is the same for the whole game.
    pub fn key(&self, thread: usize) -> char {
        self.keys[thread]
    }

    /// The thread that has a key.
    pub fn thread_of(&self, key: char) -> Option<usize> {
        self.keys.iter().position(|other| *other == key)
    }

    /// Lets a thread go, if there is exactly one step that it can do.
    pub fn press(&mut self, thread: usize) -> Answer {
        let Thread { name, life, does, offers, .. } = self.thread(thread);
        match &offers[..] {
            [] if self.found().states[self.state()].2.is_some() => {
                Answer::Cannot("The program is over: take a step back, or start again".to_string())
            }
            [] => Answer::Cannot(format!("{name} cannot go now: it {does}")),
            [one] if life == Life::CanGo && one.kind.is_none() => self.take(one),
            _ => Answer::Choose(offers),
        }
    }

    /// Does one of the steps that a thread is offered here.
    pub fn take(&mut self, offer: &Offer) -> Answer {
        let here = &self.found().states[self.state()].0;
        let Some(&(step, to)) = here.iter().find(|(step, _)| *step == offer.step) else {
            return Answer::Cannot("That was offered elsewhere, and cannot be done here".to_string());
        };
        let Some(to) = to else {
            return Answer::Cannot(
                "Where this leads is not kept: behind what std hardly ever does, only the ways to its outcomes are"
                    .to_string(),
            );
        };
        let left = self.leave_the_way(step);
        let was_weak = self.is_weak();
        let waited: Vec<usize> = self.waiting().map(|(step, _)| self.found().steps[step].0).collect();
        self.way.push((step, to));
        self.come();
        self.arrive();
        let mut told = vec![words::done(self.found(), step)];
        told.extend(self.acquired());
        told.extend(left);
        if self.is_weak() && !was_weak {
            told.push("No order of steps explains what happens from here on".to_string());
        }
        if self.end().is_none() {
            let moved = self.found().steps[step].0;
            let new = self.waiting().filter(|(step, _)| {
                let thread = self.found().steps[*step].0;
                thread == moved || !waited.contains(&thread)
            });
            told.extend(new.map(|(step, holders)| {
                format!(
                    "Now {} {}",
                    self.found().threads[self.found().steps[step].0],
                    words::waits(self.found(), step, holders)
                )
            }));
        }
        Answer::Went(told)
    }

    pub(crate) fn waiting(&self) -> impl Iterator<Item = (usize, &[usize])> {
        self.found().states[self.state()].1.iter().map(|(step, holders)| (*step, &holders[..]))
    }

    /// Takes back the last step, and says which it was; `None` at the beginning.
    pub fn undo(&mut self) -> Option<String> {
        let (step, _) = self.way.pop()?;
        if self.shown.as_ref().is_some_and(|shown| self.way.len() < shown.after) {
            self.shown = None;
        }
        self.standing = None;
        self.arrive();
        self.renew_goal();
        self.come();
        Some(words::done(self.found(), step))
    }

    /// Goes back to the beginning. What has been reached stays.
    pub fn restart(&mut self) {
        self.way.clear();
        self.shown = None;
        self.standing = None;
        self.renew_goal();
        self.come();
    }

    /// Updates what depends on where the person is.
    fn come(&mut self) {
        self.gone = self.outcomes_gone();
    }
}
