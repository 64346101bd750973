//! A thread as a person sees it: what it would do next, or why it cannot.

use crate::{Game, words};
use catalog::{Ending, Kind, Step, Undefined};
use mdbook_listings::words as of_pages;

/// A thread, where the program is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// The key by which it goes.
    pub key: char,
    /// Its name.
    pub name: String,
    /// Whether it can go.
    pub life: Life,
    /// The line that it is at; `None` before it has been at one, and when it is over.
    pub line: Option<usize>,
    /// What it would do next, what it waits for, or why it is not there, as the rest of a sentence after its name.
    pub does: String,
    /// What it holds.
    pub holds: Vec<String>,
    /// The names of the threads that wait for what it holds.
    pub wanted_by: Vec<String>,
    /// The steps that it may do: an ordinary one first, then those in which memory or std make a choice.
    pub offers: Vec<Offer>,
}

/// Whether a thread can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// It can.
    CanGo,
    /// It has to wait, unless std does something that it hardly ever does.
    Waits,
    /// It has not been started yet.
    NotStarted,
    /// It is over.
    Ended,
    /// The program has ended before it.
    CutOff,
    /// It has undefined behaviour, which ends the program.
    Undefined,
}

/// A step that a thread may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which one.
    pub step: usize,
    /// What it is, as the rest of a sentence after the thread's name.
    pub words: String,
    /// The choice that is made in it; none for what normally happens.
    pub kind: Option<Kind>,
    /// What std does in it that it hardly ever does; none where it does no such thing.
    pub rarely: Option<String>,
}

impl Game {
    pub(crate) fn thread(&self, thread: usize) -> Thread {
        let found = self.found();
        let is_its = |step: usize| found.steps[step].0 == thread;
        let offers = self.offers(thread);
        let ordinary = offers.iter().find(|offer| offer.kind.is_none());
        let waits = self.waiting().find(|(step, _)| is_its(*step));
        let (life, does) = match (ordinary, waits) {
            (Some(step), _) => (Life::CanGo, step.words.clone()),
            (None, Some((step, holders))) => (Life::Waits, words::waits(found, step, holders)),
            (None, None) if !offers.is_empty() => (Life::CanGo, offers[0].words.clone()),
            (None, None) => self.over(thread),
        };
        let undefined = self.undefined(thread);
        let at_undefined = undefined.as_ref().map(|(line, _)| *line).filter(|line| *line > 0);
        let (life, does) = undefined.map_or((life, does), |(_, does)| (Life::Undefined, does));
        let step = ordinary.or(offers.first()).map(|offer| offer.step).or(waits.map(|(step, _)| step));
        let held = found.states[self.state()].3.iter().map(|place| &found.holdings[*place]);
        let wanting = self.waiting().filter(|(step, holders)| !is_its(*step) && holders.contains(&thread));
        Thread {
            key: self.key(thread),
            name: found.threads[thread].clone(),
            life,
            line: at_undefined.or(step.and_then(|step| self.line_of(thread, step))),
            does,
            holds: held.filter(|holding| holding.0 == thread).map(|holding| words::plain(&holding.1)).collect(),
            wanted_by: wanting.map(|(step, _)| found.threads[found.steps[step].0].clone()).collect(),
            offers,
        }
    }

    /// The line of a step; if it has none, the last line of its thread.
    fn line_of(&self, thread: usize, step: usize) -> Option<usize> {
        let of = |step: &Step| Some(step.1).filter(|line| *line > 0);
        let steps = self.way.iter().rev().map(|(step, _)| &self.found().steps[*step]);
        of(&self.found().steps[step]).or_else(|| steps.filter(|step| step.0 == thread).find_map(of))
    }

    fn offers(&self, thread: usize) -> Vec<Offer> {
        let can = &self.found().states[self.state()].0;
        let its = can.iter().map(|(step, _)| *step).filter(|step| self.found().steps[*step].0 == thread);
        let mut offers: Vec<Offer> = its
            .map(|step| Offer {
                step,
                words: self.offered(step),
                kind: self.found().kind_of(step),
                rarely: self.rarely(step),
            })
            .collect();
        offers.sort_by_key(|offer| offer.kind.map(|kind| !kind.is_weak()));
        offers
    }

    fn rarely(&self, step: usize) -> Option<String> {
        let found = self.found();
        let choice = found.steps[step].5.map(|choice| &found.choices[choice])?;
        (!choice.0.is_weak()).then(|| words::plain(&choice.1))
    }

    /// A step as a person may choose it, beside what else can happen.
    fn offered(&self, step: usize) -> String {
        let found = self.found();
        let Step(_, line, does, ..) = &found.steps[step];
        let line = if *line == 0 { String::new() } else { format!(" (line {line})") };
        match self.rarely(step) {
            Some(what) => format!("{}{line}: std permits it, and hardly ever does it: {what}", words::plain(does)),
            None => {
                let can = found.states[self.state()].0.iter().map(|(step, _)| *step);
                format!("{}{line}", words::plain(&of_pages::offer(found, step, can)))
            }
        }
    }

    /// The line of a thread's undefined behaviour, or of its share in it, and the words for that.
    fn undefined(&self, thread: usize) -> Option<(usize, String)> {
        let Some(Ending::Undefined(Undefined(_, here, before))) = &self.found().states[self.state()].2 else {
            return None;
        };
        let at = |line: usize| if line == 0 { String::new() } else { format!(" (line {line})") };
        let before = before.as_ref().filter(|who| who.0 == thread);
        match here.0 == thread {
            true => Some((here.1, format!("comes to undefined behaviour{}", at(here.1)))),
            false => before.map(|who| (who.1, format!("is the other one{}", at(who.1)))),
        }
    }

    /// Why a thread is not there.
    fn over(&self, thread: usize) -> (Life, String) {
        let found = self.found();
        let alive = |state: usize| {
            let steps = found.states[state].0.iter().map(|it| it.0).chain(found.states[state].1.iter().map(|it| it.0));
            steps.into_iter().any(|step| found.steps[step].0 == thread)
        };
        let was_there = self.state_before().is_some_and(alive);
        let over = found.states[self.state()].2.is_some();
        if over && was_there && self.last_thread() != Some(thread) {
            return (Life::CutOff, "is cut off by the end of the program".to_string());
        }
        match self.way.iter().any(|(step, _)| found.steps[*step].0 == thread) {
            true => (Life::Ended, "has ended".to_string()),
            false => (Life::NotStarted, "has not been started yet".to_string()),
        }
    }
}
