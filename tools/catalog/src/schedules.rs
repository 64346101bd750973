//! The evidence of an explored listing: the states it can be in, its outcomes, and how many schedules lead to each.
//!
//! The file, `name.schedules`, is JSON with one state or step on a line, so that a change of it can be read.

use crate::history::Memory;
use crate::leaks::Leak;
use crate::listing::Listing;
use crate::load_buffering::LoadThenStore;
use crate::synchronises::Synchronises;
use crate::undefined::Undefined;
use remembered::Remembered;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// What a listing does under every schedule, or under some. Threads, holdings, steps and states are known by their places
/// in the lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedules {
    /// How much of what the listing can do is here.
    pub extent: Extent,
    /// The names of the threads, `main` first.
    pub threads: Vec<String>,
    /// What threads can hold.
    pub holdings: Vec<Holding>,
    /// What std may do in a step though it hardly ever does, and does in at least one that is here.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// The steps that there are.
    pub steps: Vec<Step>,
    /// The states; the first is the one at the beginning.
    pub states: Vec<State>,
    /// What has been written to atomics in each of them, where that decides what can be read.
    #[serde(default, skip_serializing_if = "Memory::is_empty")]
    pub memory: Memory,
    /// The steps that synchronise with an earlier one, where orders of memory matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub synchronises: Vec<Synchronises>,
    /// The sides of a cycle of load buffering of which the accesses have the shape, and which is not explored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub load_buffering: Vec<LoadThenStore>,
    /// What its schedules never free, where memory is watched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaks: Vec<Leak>,
    /// What the program can come to: the most frequent ordinary outcome first; then those that no order of steps explains
    /// and memory permits; and last those that need std to do what it hardly ever does.
    pub outcomes: Vec<Outcome>,
}

/// How much of what a listing can do its schedules tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Extent {
    /// Every schedule has been accounted for, and every state is here that ordinary steps lead to.
    Whole {
        /// How many schedules there are, in decimal: there may be more than a machine's number holds. None where threads
        /// go round together, so that there is no end of them.
        schedules: Option<String>,
        /// Whether all has been tried, too, that needs a choice; if not, a bound has cut it off.
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        with_all_choices: bool,
    },
    /// Every schedule has been accounted for. Of the states only those are here through which the schedules of the
    /// outcomes lead, as all of them would be too much for a page.
    Counted {
        /// How many schedules there are, in decimal; none where there is no end of them.
        schedules: Option<String>,
        /// How many states there are.
        states: usize,
        /// As above.
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        with_all_choices: bool,
    },
    /// This many schedules have been tried, and there may be others that come to something else. The states are those
    /// through which the schedules of the outcomes lead.
    Sample {
        /// How many have been tried.
        tried: usize,
        /// How they have been chosen.
        method: String,
        /// The seed of all choices, so that they are the same each time.
        seed: u64,
    },
}

fn yes() -> bool {
    true
}

fn is_yes(is: &bool) -> bool {
    *is
}

impl Extent {
    /// This many schedules, every state, and all choices.
    pub fn whole(schedules: &str) -> Extent {
        Extent::Whole { schedules: Some(schedules.to_string()), with_all_choices: true }
    }
}

/// What may happen in a step other than what normally happens: std does what its documentation permits and its
/// implementation hardly ever does, or memory what no order of steps explains. Kind, words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice(
    /// What kind of choice it is.
    pub Kind,
    /// What is done, as Markdown: "`wait` returns without a reason", "ann reads an old `0` from `ready`".
    pub String,
);

/// A kind of choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A wait returns though nothing has happened, or a weak exchange fails though the value is the expected one.
    WithoutReason,
    /// A call that blocks takes the token that was meant for `park`.
    TakesToken,
    /// A reader is not let in while a writer waits.
    BehindWriter,
    /// What would wait for its own thread panics, in words of std's own.
    Panics,
    /// The destructors of the main thread's thread-locals do not run.
    SkipsDestructors,
    /// A thread reads a value that is not the newest.
    ReadsOld,
    /// What a thread writes counts before what has been written already.
    WritesBefore,
}

impl Kind {
    /// Whether it is one of memory, which no order of steps explains; the others are the library's.
    pub fn is_weak(self) -> bool {
        matches!(self, Kind::ReadsOld | Kind::WritesBefore)
    }
}

/// Something that a thread holds: thread, what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding(
    /// Who holds it.
    pub usize,
    /// What it holds, as Markdown: "`plums`", or "`menu` to read".
    pub String,
);

/// One step of a thread: thread, line, does, waits, prints, choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step(
    /// Whose step it is.
    pub usize,
    /// Its line in the code as shown, counted from 1; 0 where no line says it, as for the end of a thread.
    pub usize,
    /// What the thread does, as Markdown: "locks `plums`".
    pub String,
    /// What it does as long as it cannot: "waits for `plums`"; empty where it never has to wait.
    pub String,
    /// What it prints to standard output; empty for most.
    pub String,
    /// The choice that std makes in it; none for what normally happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub Option<usize>,
);

/// One state: can, waits, ends, holdings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State(
    /// The steps that can happen, each with the state that it leads to: an ordinary one for each thread that can go,
    /// and those with a choice by which an outcome is reached. The state is missing where it is not here (see
    /// [`Extent`]); so it may also be behind a choice, where those states alone are kept that the outcomes' schedules
    /// lead through.
    pub Vec<(usize, Option<usize>)>,
    /// The steps that cannot happen yet, each with the threads that have what it waits for.
    pub Vec<(usize, Vec<usize>)>,
    /// How the program ends here, if it does.
    pub Option<Ending>,
    /// What is held.
    pub Vec<usize>,
);

/// How a program ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ending {
    /// `main` has returned.
    Returned,
    /// `main` has panicked, with this message.
    Panicked(String),
    /// The program has ended itself with this status.
    Exited(i32),
    /// No thread can go on; or none has anything left but to look again and again for what does not come.
    Deadlock,
    /// Threads go round together for ever: each of them goes on, and they come back to where they have been.
    Livelock,
    /// A thread has undefined behaviour, so that nothing can be said of what comes after it.
    Undefined(Undefined),
}

/// Whose turn it is, and what std chooses in the step. In the file it is the thread alone, or thread and choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Turn {
    /// The thread.
    pub thread: usize,
    /// The choice, if it is one.
    pub choice: Option<usize>,
}

impl Turn {
    /// An ordinary turn of this thread.
    pub fn of(thread: usize) -> Turn {
        Turn { thread, choice: None }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Ordinary(usize),
    Choice(usize, usize),
}

impl From<Written> for Turn {
    fn from(written: Written) -> Turn {
        match written {
            Written::Ordinary(thread) => Turn::of(thread),
            Written::Choice(thread, choice) => Turn { thread, choice: Some(choice) },
        }
    }
}

impl From<Turn> for Written {
    fn from(turn: Turn) -> Written {
        match turn.choice {
            None => Written::Ordinary(turn.thread),
            Some(choice) => Written::Choice(turn.thread, choice),
        }
    }
}

/// What a program can come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What it prints to standard output.
    pub prints: String,
    /// How it ends.
    pub ends: Ending,
    /// How many schedules come to it, in decimal; of a sample, how many of those that were tried. None where there is no
    /// end of them, and where a choice is needed: schedules are those of ordinary steps.
    pub schedules: Option<String>,
    /// How many come to it in which memory does what no order of steps explains, in decimal; none where there are none, or
    /// no end of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weak_schedules: Option<String>,
    /// One of the shortest, and of those one with the fewest turns, step by step. Of a sample, the shortest that was
    /// found.
    pub schedule: Vec<Turn>,
    /// The edges of happens-before in it, if the listing asks for them: a step that hands on what its thread knows, and the
    /// step of another thread that takes it over, by their places in the schedule. What follows by chaining is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edges: Vec<(usize, usize)>,
    /// The choices that it needs: none without them leads here. Empty for most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<usize>,
}

impl Outcome {
    /// Whether it comes about by an order of steps, in which std and memory do nothing out of the ordinary.
    pub fn is_ordinary(&self) -> bool {
        self.needs.is_empty()
    }
}

/// What an outcome needs beside an order of steps. What needs more comes later among the outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Nothing: it is ordinary.
    Nothing,
    /// Memory in which a load reads an old write, or a store counts before another one.
    Memory,
    /// That std does what it hardly ever does; perhaps memory as well.
    Library,
}

/// What a text of schedules says, or the line that it says wrong.
type Read = Result<Arc<Schedules>, (usize, String)>;

/// What each text says of which somebody has asked.
static READ: Remembered<String, Read> = Remembered::new();

impl Schedules {
    /// Reads a file of them as [`Schedules::parse`] does, once however often one asks: by far the most of the work on a
    /// catalog is to see that they are sound.
    ///
    /// # Errors
    /// The line and what is wrong with it.
    pub fn read(text: &str) -> Result<Arc<Schedules>, (usize, String)> {
        (*READ.of(text, |text| Schedules::parse(text).map(Arc::new))).clone()
    }

    /// Reads a file of them, of which everything fits together: anyone who has them can follow each schedule of an
    /// outcome.
    ///
    /// # Errors
    /// The line and what is wrong with it.
    pub fn parse(text: &str) -> Result<Schedules, (usize, String)> {
        let schedules: Schedules = serde_json::from_str(text).map_err(|error| (error.line(), error.to_string()))?;
        let written = schedules.text();
        if let Some((line, _)) = text.lines().zip(written.lines()).enumerate().find(|(_, (a, b))| a != b) {
            return Err((line + 1, "this line is not the way `cargo book bless` writes it".to_string()));
        }
        if text.len() != written.len() {
            let lines = text.lines().count().min(written.lines().count());
            return Err((lines, "the file does not end the way `cargo book bless` ends it".to_string()));
        }
        schedules.are_sound()?;
        Ok(schedules)
    }

    /// Reads the file of a listing, whose steps are then on lines that it has, and whose extent is that which it asks for.
    ///
    /// # Errors
    /// The line and what is wrong with it.
    pub fn parse_of(listing: &Listing, text: &str) -> Result<Arc<Schedules>, (usize, String)> {
        let schedules = Schedules::read(text)?;
        schedules.are_of(listing)?;
        Ok(schedules)
    }

    /// How many schedules the numbers of the outcomes add up to: all there are or, of a sample, all that were tried.
    /// None where there is no end of them.
    pub fn count(&self) -> Option<String> {
        match &self.extent {
            Extent::Whole { schedules, .. } | Extent::Counted { schedules, .. } => schedules.clone(),
            Extent::Sample { tried, .. } => Some(tried.to_string()),
        }
    }

    /// Whether every state is here, which is what a board needs.
    pub fn has_every_state(&self) -> bool {
        matches!(self.extent, Extent::Whole { .. })
    }

    /// Whether there's a way in which nobody moves any more, or all go round for ever, be it only because memory or std permit
    /// it. A real run may come upon it.
    pub fn may_hang(&self) -> bool {
        self.outcomes.iter().any(|outcome| matches!(outcome.ends, Ending::Deadlock | Ending::Livelock))
    }

    /// Whether only some schedules have been tried.
    pub fn is_sample(&self) -> bool {
        matches!(self.extent, Extent::Sample { .. })
    }

    /// Whether all has been tried that needs a choice.
    pub fn with_all_choices(&self) -> bool {
        match self.extent {
            Extent::Whole { with_all_choices, .. } | Extent::Counted { with_all_choices, .. } => with_all_choices,
            Extent::Sample { .. } => false,
        }
    }

    /// The outcomes that need no choice, which are the first ones.
    pub fn ordinary(&self) -> &[Outcome] {
        &self.outcomes[self.places(Need::Nothing)]
    }

    /// The outcomes that no order of steps explains and memory permits, which come after the ordinary ones.
    pub fn weak(&self) -> &[Outcome] {
        &self.outcomes[self.places(Need::Memory)]
    }

    /// The outcomes that need std to do what it hardly ever does, which are the last ones.
    pub fn rare(&self) -> &[Outcome] {
        &self.outcomes[self.places(Need::Library)]
    }

    /// The outcomes for which std need not do what it hardly ever does.
    pub fn by_memory(&self) -> impl Iterator<Item = &Outcome> {
        self.ordinary().iter().chain(self.weak())
    }

    /// The places of the outcomes that need this.
    pub fn places(&self, need: Need) -> Range<usize> {
        let before = |than: Need| self.outcomes.iter().take_while(|outcome| self.need(outcome) < than).count();
        match need {
            Need::Nothing => 0..before(Need::Memory),
            Need::Memory => before(Need::Memory)..before(Need::Library),
            Need::Library => before(Need::Library)..self.outcomes.len(),
        }
    }

    /// What has to be so for an outcome beside an order of steps.
    pub fn need(&self, outcome: &Outcome) -> Need {
        let is_weak = |choice: &usize| self.choices.get(*choice).is_some_and(|choice| choice.0.is_weak());
        match () {
            () if outcome.is_ordinary() => Need::Nothing,
            () if outcome.needs.iter().all(is_weak) => Need::Memory,
            () => Need::Library,
        }
    }

    /// Whether no order of steps explains an outcome, and memory permits it.
    pub fn is_weak(&self, outcome: &Outcome) -> bool {
        self.need(outcome) == Need::Memory
    }

    /// The kind of the choice that is made in a step, if one is.
    pub fn kind_of(&self, step: usize) -> Option<Kind> {
        self.steps.get(step)?.5.and_then(|choice| self.choices.get(choice)).map(|choice| choice.0)
    }

    /// What std or memory has to do for an outcome, in words of Markdown; nothing for an ordinary one.
    pub fn needs(&self, outcome: &Outcome) -> Vec<&str> {
        outcome.needs.iter().filter_map(|choice| self.choices.get(*choice)).map(|choice| choice.1.as_str()).collect()
    }

    /// Whether the panic by which an outcome ends has words of std's own, which are not known.
    pub fn panics_in_other_words(&self, outcome: &Outcome) -> bool {
        let panics = |choice: &usize| self.choices.get(*choice).is_some_and(|choice| choice.0 == Kind::Panics);
        outcome.ends == Ending::Panicked(String::new()) && outcome.needs.iter().any(panics)
    }

    /// The file of them.
    pub fn text(&self) -> String {
        let mut text = String::from("{\n");
        let lines = |name: &str, lines: Vec<String>| match &lines[..] {
            [] => format!("\"{name}\": [],\n"),
            lines => format!("\"{name}\": [\n{}\n],\n", lines.join(",\n")),
        };
        text += &format!("\"extent\": {},\n\"threads\": {},\n", json(&self.extent), json(&self.threads));
        text += &lines("holdings", self.holdings.iter().map(json).collect());
        if !self.choices.is_empty() {
            text += &lines("choices", self.choices.iter().map(json).collect());
        }
        text += &lines("steps", self.steps.iter().map(json).collect());
        text += &lines("states", self.states.iter().map(json).collect());
        if !self.memory.is_empty() {
            let histories = lines("histories", self.memory.histories.iter().map(json).collect());
            let states = lines("states", self.memory.states.iter().map(json).collect());
            text += &format!("\"memory\": {{\n{histories}{}\n}},\n", states.trim_end_matches(",\n"));
        }
        if !self.synchronises.is_empty() {
            text += &lines("synchronises", self.synchronises.iter().map(json).collect());
        }
        if !self.load_buffering.is_empty() {
            text += &lines("load_buffering", self.load_buffering.iter().map(json).collect());
        }
        if !self.leaks.is_empty() {
            text += &lines("leaks", self.leaks.iter().map(json).collect());
        }
        let outcomes = lines("outcomes", self.outcomes.iter().map(json).collect());
        text + outcomes.trim_end_matches(",\n") + "\n}\n"
    }

    /// The line, counted from 1, on which an item of a list is in the file.
    pub(crate) fn line_of(&self, list: &str, place: usize) -> usize {
        let begins = format!("\"{list}\": [");
        self.text().lines().position(|line| line.starts_with(&begins)).map_or(1, |line| line + 2 + place)
    }

    /// The places of the states through which a schedule leads, from the first one on, and the steps between them.
    ///
    /// `None` if a thread in it cannot go when it is its turn, or std cannot choose so, or where it goes is not here.
    pub fn follow(&self, schedule: &[Turn]) -> Option<Vec<(usize, usize)>> {
        let mut way = Vec::new();
        let mut at = 0;
        for &turn in schedule {
            let &(step, to) = self.states.get(at)?.0.iter().find(|(step, _)| self.turn_of(*step) == turn)?;
            at = to?;
            way.push((step, at));
        }
        Some(way)
    }

    /// The turn by which a step happens.
    pub fn turn_of(&self, step: usize) -> Turn {
        Turn { thread: self.steps[step].0, choice: self.steps[step].5 }
    }

    /// The steps that can happen in a state without a choice, each with the state that it leads to.
    pub fn ordinary_steps(&self, state: usize) -> impl Iterator<Item = (usize, Option<usize>)> + '_ {
        self.states[state].0.iter().copied().filter(|(step, _)| self.steps[*step].5.is_none())
    }
}

fn json(value: &impl Serialize) -> String {
    // Only a map with keys that are no strings could not be written.
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let step = |thread, line, does: &str, prints: &str| {
            Step(thread, line, does.into(), String::new(), prints.into(), None)
        };
        let schedules = Schedules {
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::Sample { tried: 100, method: "a die".into(), seed: 6 },
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![Holding(0, "`door`".into())],
            choices: vec![],
            steps: vec![step(0, 3, "starts ann", ""), step(0, 4, "prints `\"a\"`", "a\n"), step(1, 3, "ends", "")],
            states: vec![
                State(vec![(0, Some(1))], vec![], None, vec![]),
                State(vec![(2, Some(2))], vec![(1, vec![1])], None, vec![0]),
                State(vec![(1, Some(3)), (2, None)], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Panicked("no".into())), vec![]),
            ],
            outcomes: vec![Outcome {
                prints: "a\n".into(),
                ends: Ending::Panicked("no".into()),
                schedules: Some("100".into()),
                schedule: [0, 1, 0].map(Turn::of).to_vec(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
            }],
        };
        assert_eq!(Schedules::parse(&schedules.text()), Ok(schedules.clone()));
        assert!(schedules.text().contains("\n[[[1,3],[2,null]],[],null,[]],\n"), "{}", schedules.text());
        assert_eq!(schedules.follow(&[0, 1].map(Turn::of)), Some(vec![(0, 1), (2, 2)]));
        assert_eq!(schedules.follow(&[1].map(Turn::of)), None);
        assert_eq!(schedules.follow(&[0, 1, 1].map(Turn::of)), None);
    }

    #[test]
    fn large_numbers_are_read() {
        let count = "340282366920938463463374607431768211456".to_string();
        let schedules = Schedules {
            memory: crate::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::Counted { schedules: Some(count.clone()), states: 90_000, with_all_choices: true },
            threads: vec!["main".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![],
            states: vec![State(vec![], vec![], Some(Ending::Returned), vec![])],
            outcomes: vec![Outcome {
                prints: String::new(),
                ends: Ending::Returned,
                schedules: Some(count),
                schedule: vec![],
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
            }],
        };
        assert_eq!(Schedules::parse(&schedules.text()), Ok(schedules));
    }
}
