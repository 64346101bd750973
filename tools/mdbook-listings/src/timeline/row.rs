//! One step in a picture: its words, what it prints, who has to wait from there on, and how much room that takes.

use super::end::waiting_for;
use super::lines::{LETTER, Line, broken, spoken, unbroken, wrapped};
use crate::{markdown, words};
use catalog::{Kind, Need, Schedules, State, WeakStep};

/// From one line of words to the next.
pub(super) const LINE: usize = 17;

/// Above and below the words of a step.
pub(super) const PAD: usize = 5;

/// One step, and what it comes to need on the page.
pub(super) struct Row {
    pub thread: usize,
    /// What it takes beside an order of steps.
    pub need: Need,
    pub line: usize,
    pub words: Vec<Line>,
    pub printed: Vec<String>,
    /// Which threads have to wait from here on, and for what.
    pub waits: Vec<Line>,
    pub top: usize,
    pub height: usize,
    /// The step as a sentence.
    pub told: String,
}

impl Row {
    pub fn is(&self, need: Need) -> bool {
        self.need == need
    }

    /// The line of time on which the step happens.
    pub fn middle(&self) -> usize {
        self.top + PAD + 8
    }

    pub fn printed_top(&self) -> usize {
        self.top + PAD + self.words.len() * LINE + 2
    }

    pub fn waits_top(&self) -> usize {
        let screen = if self.printed.is_empty() { 0 } else { self.printed.len() * LINE + 10 };
        self.top + PAD + self.words.len() * LINE + screen
    }
}

pub(super) fn row(
    schedules: &Schedules,
    step: usize,
    (before, after): (&State, &State),
    top: usize,
    width: usize,
) -> Row {
    let catalog::Step(thread, line, does, _, prints, _) = &schedules.steps[step];
    let mut told = format!("{} {}", schedules.threads[*thread], markdown::plain(does));
    if *line > 0 {
        told += &format!(", line {line}");
    }
    told.push('.');
    let mut pieces = markdown::pieces(does);
    // What is printed stands on a screen below the words, not in them too.
    if let [(false, words), (true, code)] = &mut pieces[..]
        && !prints.is_empty()
        && *code == prints.trim_end_matches('\n')
    {
        pieces = vec![(false, words.trim_end().to_string())];
    }
    let words = wrapped(&pieces, width);
    let letters = (width - 14) * 10 / LETTER.1;
    let printed: Vec<String> = prints.lines().flat_map(|line| broken(line, letters)).collect();
    let mut waits = Vec::new();
    for (waiting, holders) in &after.1 {
        let who = schedules.steps[*waiting].0;
        let newly = before.1.iter().all(|(step, _)| schedules.steps[*step].0 != who) || who == *thread;
        // At a deadlock, the end says it of all.
        if newly && after.2.is_none() {
            let pieces = waiting_for(schedules, *waiting, holders);
            told += &format!(" Now {} {}.", schedules.threads[who], spoken(&pieces));
            // Of the thread whose step it is, the words go on to speak.
            let who = if who == *thread { "then ".to_string() } else { unbroken(&schedules.threads[who]) + " " };
            waits.extend(wrapped(&[vec![(false, who)], pieces].concat(), width));
        }
    }
    let need = match schedules.kind_of(step) {
        None => Need::Nothing,
        Some(kind) if kind.is_weak() => Need::Memory,
        Some(_) => Need::Library,
    };
    let mut row = Row { thread: *thread, need, line: *line, words, printed, waits, top, height: 0, told };
    row.height = (row.waits_top() + row.waits.len() * LINE + PAD - top).max(LINE + 2 * PAD);
    row
}

/// Which write a step is about that no order of steps explains, as a sentence behind that of the step.
pub(super) fn told_of_memory(schedules: &Schedules, step: &WeakStep) -> String {
    let atomic = markdown::plain(&step.atomic);
    let line = if step.write.1 == 0 { String::new() } else { format!(", line {}", step.write.1) };
    let value = &step.write.2;
    let other = match step.write.0.map(|thread| &schedules.threads[thread]) {
        Some(writer) => format!("the {value} that {writer} wrote{line}"),
        None if step.write.1 == 0 => format!("the {value} with which {atomic} was made"),
        None => format!("the {value} written{line}"),
    };
    match step.kind {
        Kind::WritesBefore => format!(" In the modification order of {atomic} it comes before {other}."),
        _ => format!(" It reads from {other}, which is not the newest."),
    }
}

/// What a step acquires by which another one releases, as a sentence behind that of the step.
pub(super) fn told_of_release(schedules: &Schedules, acquires: usize, releases: usize) -> String {
    let [acquires, releases] = [acquires, releases].map(|step| &schedules.steps[step]);
    let released = words::released(schedules, releases.0, releases.1);
    format!(" It acquires {released}: {}.", words::happens_before(schedules, releases.0, acquires.0))
}

/// What a step takes over that another one has handed on by other means than an atomic, as a sentence behind that of the
/// step.
pub(super) fn told_of_edge(schedules: &Schedules, to: usize, from: usize) -> String {
    let [to, from] = [to, from].map(|step| &schedules.steps[step]);
    let handed_on = words::handed_on(schedules, from.0, from.1);
    format!(" It takes over {handed_on}: {}.", words::happens_before(schedules, from.0, to.0))
}
