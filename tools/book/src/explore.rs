//! Shows what a program does under its schedules: in a terminal, as a page, as JSON, or as an exit status.

mod deny;
mod json;
mod page;
mod play;
mod subject;
mod words;

pub use deny::Deny;
pub use json::FIELDS;
pub use page::Over;
pub use play::Front;
pub use subject::Wishes;

use crate::output::print;
use crate::root;
use anyhow::{Context, Result, bail};
use catalog::Extent;
use scheduler::Program;
use std::path::{Path, PathBuf};

/// What to show.
pub enum Show {
    /// The outcomes.
    Outcomes,
    /// One schedule of an outcome, counted from 1.
    Schedule(usize),
    /// What the person chooses, step by step.
    Choices(Front),
    /// All of it, as JSON.
    Json,
    /// All of it, as a page in this file.
    Page(PathBuf, Over),
}

/// Shows a listing or a file, and returns a message for each denied thing that was found.
pub fn explore(name: &str, wishes: Wishes, show: &Show, denied: &[Deny]) -> Result<Vec<String>> {
    let of_file = subject::is_file(name);
    let program = match of_file {
        true => subject::of_file(Path::new(name), wishes)?,
        false => subject::of_listing(&root::find()?, name, wishes)?,
    };
    let Program { name, code, found } = &program;
    match show {
        Show::Outcomes if of_file => print(&(words::outcomes(name, found) + &words::each(found)? + &more(&program)))?,
        Show::Outcomes => print(&(words::outcomes(name, found) + &more(&program)))?,
        Show::Schedule(number) => {
            let count = found.outcomes.len();
            let outcome = number.checked_sub(1).and_then(|at| found.outcomes.get(at)).with_context(|| {
                format!("{name} has no outcome {number}\n  help: its outcomes are numbered from 1 to {count}")
            })?;
            print(&words::schedule(found, outcome)?)?;
        }
        Show::Choices(front) => {
            can_be_played(&program)?;
            play::play(program.clone(), *front)?;
        }
        Show::Json => print(&json::json(name, found))?,
        Show::Page(to, over) => {
            let title = Path::new(name).file_name().map_or(name.clone(), |name| name.to_string_lossy().into_owned());
            page::write(to, *over, if of_file { &title } else { name }, code, found)?;
            print(&format!("{}\n", to.display()))?;
        }
    }
    let told = deny::denied(found, denied, &again(name));
    if let Some(doubt) = deny::doubt(found, denied).filter(|_| told.is_empty()) {
        eprintln!("{doubt}");
    }
    Ok(told)
}

/// The command that shows the same program again.
fn again(name: &str) -> String {
    let plain = name.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter));
    if plain { format!("cargo book explore {name}") } else { format!("cargo book explore {name:?}") }
}

/// The other ways to look at it.
fn more(program: &Program) -> String {
    let play = if can_be_played(program).is_ok() { ", --play lets you choose" } else { "" };
    format!("\n--outcome NUMBER shows one schedule of an outcome{play}, --html FILE makes a page of it.\n")
}

/// Whether a person can choose at every step, which takes knowing every state.
fn can_be_played(program: &Program) -> Result<()> {
    let why = match &program.found.extent {
        Extent::Whole { .. } => return Ok(()),
        Extent::Counted { states, .. } => format!("it has {states} states, too many to keep"),
        Extent::Sample { .. } => "only some of its schedules have been tried".to_string(),
    };
    bail!("{} cannot be played: {why}\n  help: --outcome NUMBER shows one schedule of an outcome", program.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{
        Choice, Ending, History, Holding, Kind, Memory, Outcome, Schedules, State, Step, Synchronises, Turn, Written,
    };

    /// One thread locks, and the other waits for ever.
    pub fn found() -> Schedules {
        let step = |thread, line, does: &str, waits: &str, prints: &str| {
            Step(thread, line, does.into(), waits.into(), prints.into(), None)
        };
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![Holding(0, "`door`".into())],
            choices: vec![],
            steps: vec![
                step(0, 2, "prints `go`", "", "go\n"),
                step(1, 3, "locks `door`", "waits for `door`", ""),
                step(0, 4, "has joined ann", "waits for the end of ann", ""),
            ],
            states: vec![
                State(vec![(0, Some(1))], vec![(1, vec![0])], None, vec![0]),
                State(vec![], vec![(1, vec![0]), (2, vec![])], Some(Ending::Deadlock), vec![0]),
            ],
            outcomes: vec![Outcome {
                prints: "go\n".into(),
                ends: Ending::Deadlock,
                schedules: Some("1".into()),
                schedule: [0].map(Turn::of).to_vec(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
            }],
        }
    }

    /// The same; and ann may panic, since she holds it herself.
    pub fn with_a_choice() -> Schedules {
        let mut found = found();
        found.choices = vec![Choice(Kind::Panics, "locking again panics".into())];
        found.steps.push(Step(1, 3, "asks for `door` again".into(), String::new(), String::new(), Some(0)));
        found.states[0].0.push((3, Some(2)));
        let ends = Ending::Panicked(String::new());
        found.states.push(State(vec![], vec![], Some(ends.clone()), vec![]));
        found.outcomes.push(Outcome {
            prints: String::new(),
            ends,
            schedules: None,
            schedule: vec![Turn { thread: 1, choice: Some(0) }],
            edges: vec![],
            weak_schedules: None,
            needs: vec![0],
        });
        found
    }

    /// Main writes, and ann reads what it has written, or what was there before, and prints it.
    pub fn with_weak_memory() -> Schedules {
        let step = |thread, line, does: &str, prints: &str, choice| {
            Step(thread, line, does.into(), String::new(), prints.into(), choice)
        };
        let written = |thread, line, value: &str, reads: &[usize], seen_by: &[usize]| {
            Written(thread, line, value.into(), reads.to_vec(), seen_by.to_vec())
        };
        let outcome = |prints: &str, schedules: Option<&str>, weak: Option<&str>, choice: Option<usize>| Outcome {
            prints: prints.into(),
            ends: Ending::Returned,
            schedules: schedules.map(String::from),
            edges: vec![],
            weak_schedules: weak.map(String::from),
            schedule: vec![Turn::of(0), Turn { thread: 1, choice }, Turn::of(1)],
            needs: choice.into_iter().collect(),
        };
        let history = |writes| History("`x`".into(), writes);
        Schedules {
            memory: Memory {
                histories: vec![
                    history(vec![written(None, 0, "0", &[], &[0, 1])]),
                    history(vec![written(None, 0, "0", &[], &[1]), written(Some(0), 2, "7", &[], &[0])]),
                    history(vec![written(None, 0, "0", &[], &[]), written(Some(0), 2, "7", &[1], &[0, 1])]),
                    history(vec![written(None, 0, "0", &[1], &[1]), written(Some(0), 2, "7", &[], &[0])]),
                ],
                states: [0, 1, 2, 3, 2].map(|history| vec![history]).to_vec(),
            },
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![Choice(Kind::ReadsOld, "ann reads an old `0` from `x`".into())],
            steps: vec![
                step(0, 2, "writes `x`", "", None),
                step(1, 3, "reads `7` from `x`", "", None),
                step(1, 3, "reads an old `0` from `x`", "", Some(0)),
                step(1, 4, "prints `7`", "7\n", None),
                step(1, 4, "prints `0`", "0\n", None),
            ],
            states: vec![
                State(vec![(0, Some(1))], vec![], None, vec![]),
                State(vec![(1, Some(2)), (2, Some(3))], vec![], None, vec![]),
                State(vec![(3, Some(4))], vec![], None, vec![]),
                State(vec![(4, Some(4))], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Returned), vec![]),
            ],
            outcomes: vec![outcome("7\n", Some("1"), None, None), outcome("0\n", None, Some("4"), Some(0))],
        }
    }

    /// The same; and where ann reads what main has written, she acquires it.
    pub fn with_a_release() -> Schedules {
        Schedules { synchronises: vec![Synchronises(1, 0, 2)], ..with_weak_memory() }
    }

    #[test]
    fn what_the_tests_show_of_weak_memory_is_sound() {
        for found in [with_weak_memory(), with_a_release()] {
            assert_eq!(Schedules::parse(&found.text()), Ok(found));
        }
    }

    #[test]
    fn a_name_with_spaces_is_quoted_where_it_is_to_be_typed() {
        assert_eq!(again("a/b-2.rs"), "cargo book explore a/b-2.rs");
        assert_eq!(again("my program.rs"), "cargo book explore \"my program.rs\"");
    }
}
