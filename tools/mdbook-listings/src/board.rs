//! What the script of the board reads: an explored program as JSON. It has the words that depend on the program, so that the
//! script need not make them again; `theme/scheduler-words.js` has those that depend on how far a reader has come.

use crate::schedules::Program;
use crate::{code, words};
use catalog::{Choice, Ending, Outcome, Schedules, State, Synchronises};
use serde::Serialize;
use std::collections::BTreeMap;

/// An outcome with the words for it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    outcome: &'a Outcome,
    /// How the program ends, as a sentence.
    ending: String,
    /// The same behind what is printed: "returns".
    how: String,
    /// What it ends in, where that is what a reader looks for first: "a deadlock".
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<&'static str>,
    /// Who has to do with undefined behaviour, and where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    who: Vec<String>,
    /// What std or memory has to do for it, as Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    only_if: Option<String>,
}

impl<'a> Told<'a> {
    fn of(schedules: &Schedules, outcome: &'a Outcome) -> Told<'a> {
        let ending = words::ending_of(schedules, outcome);
        Told {
            outcome,
            ending: match &outcome.ends {
                Ending::Panicked(message) if !message.is_empty() => format!("{ending}: {}", words::one_line(message)),
                _ => ending,
            },
            how: words::how_it_ends(&outcome.ends),
            trouble: words::trouble(&outcome.ends),
            who: match &outcome.ends {
                Ending::Undefined(undefined) => words::each_of(schedules, undefined),
                _ => vec![],
            },
            only_if: words::only_if(schedules, outcome),
        }
    }
}

/// The data of a program's board, on one line, and without a character that could end the element.
pub fn data(program: &Program<'_>, schedules: &Schedules) -> String {
    let code = code::highlighted(program.code);
    let mut data = serde_json::json!({
        "listing": program.name,
        "code": code.get(..program.code.lines().count()).unwrap_or(&code),
        "threads": schedules.threads,
        "holdings": schedules.holdings,
        "choices": schedules.choices.iter().map(choice).collect::<Vec<_>>(),
        "steps": schedules.steps,
        "states": schedules.states,
        "outcomes": schedules.outcomes.iter().map(|outcome| Told::of(schedules, outcome)).collect::<Vec<_>>(),
        "schedules": schedules.count(),
    });
    if !schedules.memory.is_empty() {
        data["memory"] = serde_json::json!(schedules.memory);
    }
    if !schedules.synchronises.is_empty() {
        let told = schedules.synchronises.iter().map(|it| synchronises(schedules, *it));
        data["synchronises"] = told.collect();
    }
    let offers = offers(schedules);
    if !offers.is_empty() {
        data["offers"] = serde_json::json!(offers.into_iter().collect::<Vec<_>>());
    }
    data.to_string().replace('<', "\\u003c")
}

/// Whose choice it is, and its words.
fn choice(Choice(kind, words): &Choice) -> (&'static str, &str) {
    (if kind.is_weak() { "memory" } else { "library" }, words)
}

/// A step that acquires, by whom and where that was released, and what it acquires and what that means.
fn synchronises(schedules: &Schedules, Synchronises(step, thread, line): Synchronises) -> serde_json::Value {
    let released = words::released(schedules, thread, line);
    let means = words::happens_before(schedules, thread, schedules.steps[step].0);
    serde_json::json!([step, thread, line, released, means])
}

/// The words of each step that is offered otherwise than by what it does, as memory permits another one in its place. What
/// stands beside a step is the same kind of thing in each state: who reads may read what is old, who writes may come before.
fn offers(schedules: &Schedules) -> BTreeMap<usize, String> {
    let of_state = |State(can, ..): &State| {
        let steps: Vec<usize> = can.iter().map(|(step, _)| *step).collect();
        let offered = steps.iter().map(|step| (*step, words::offer(schedules, *step, steps.iter().copied())));
        offered.filter(|(step, words)| *words != schedules.steps[*step].2).collect::<Vec<_>>()
    };
    schedules.states.iter().flat_map(of_state).collect()
}
