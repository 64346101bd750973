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

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Does, Extent, Kind, Memory, Step, Turn, Undefined, UndefinedKind, Who};
    use maud::html;
    use serde_json::{Value, json};

    fn outcome(ends: Ending, needs: Vec<usize>) -> Outcome {
        Outcome {
            prints: String::new(),
            ends,
            schedules: None,
            schedule: vec![Turn::of(0)],
            edges: vec![],
            weak_schedules: None,
            needs,
        }
    }

    /// main writes to `x`, and ann reads that or what is old.
    fn found(outcomes: Vec<Outcome>) -> Schedules {
        let step =
            |thread, line, does: &str, choice| Step(thread, line, does.into(), String::new(), String::new(), choice);
        Schedules {
            memory: Memory::default(),
            synchronises: vec![Synchronises(1, 0, 3)],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("2"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![
                Choice(Kind::ReadsOld, "ann reads an old `0` from `x`".into()),
                Choice(Kind::WithoutReason, "`wait` returns without a reason".into()),
            ],
            steps: vec![
                step(0, 3, "writes `1` to `x`", None),
                step(1, 7, "reads `1` from `x`", None),
                step(1, 7, "reads an old `0` from `x`", Some(0)),
            ],
            states: vec![
                State(vec![(0, Some(1))], vec![], None, vec![]),
                State(vec![(1, Some(2)), (2, Some(2))], vec![], None, vec![]),
                State(vec![], vec![], Some(Ending::Returned), vec![]),
            ],
            outcomes,
        }
    }

    fn told(outcomes: Vec<Outcome>) -> Value {
        let program = Program { name: "a", code: "fn main() {}\n", told: html! {} };
        serde_json::from_str(&data(&program, &found(outcomes))).unwrap()
    }

    #[test]
    fn each_outcome_says_how_it_ends_and_what_it_needs() {
        let race = Undefined(UndefinedKind::Race, Who(1, 7, Does::Reads), Some(Who(0, 3, Does::Writes)));
        let told = told(vec![
            outcome(Ending::Returned, vec![]),
            outcome(Ending::Panicked("no\n bread".into()), vec![]),
            outcome(Ending::Panicked(String::new()), vec![1]),
            outcome(Ending::Exited(3), vec![]),
            outcome(Ending::Deadlock, vec![0]),
            outcome(Ending::Undefined(race), vec![]),
        ]);
        let of = |part: &str| told["outcomes"].as_array().unwrap().iter().map(|it| it[part].clone()).collect::<Value>();
        assert_eq!(
            of("ending"),
            json!([
                "main returns",
                "main panics: no bread",
                "main panics",
                "the program exits with status 3",
                "deadlock: no thread can go on",
                "undefined behaviour: data race"
            ])
        );
        assert_eq!(
            of("how"),
            json!([
                "returns",
                "ends in a panic of main",
                "ends in a panic of main",
                "exits with status 3",
                "ends in a deadlock",
                "comes to undefined behaviour, a data race"
            ])
        );
        assert_eq!(of("trouble"), json!([null, null, null, null, "a deadlock", "undefined behaviour"]));
        assert_eq!(of("who"), json!([null, null, null, null, null, ["main at line 3", "ann at line 7"]]));
        let needs = ["only if `wait` returns without a reason", "for example if ann reads an old `0` from `x`"];
        assert_eq!(of("only_if"), json!([null, null, needs[0], null, needs[1], null]));
    }

    #[test]
    fn whose_choice_it_is_what_is_offered_and_what_is_acquired_stand_in_it_in_words() {
        let told = told(vec![outcome(Ending::Returned, vec![])]);
        assert_eq!(told["choices"][0], json!(["memory", "ann reads an old `0` from `x`"]));
        assert_eq!(told["choices"][1][0], "library");
        let offers = [(1, "reads `1` from `x`, the newest"), (2, "reads an old `0` from `x`; nothing forbids that")];
        assert_eq!(told["offers"], json!(offers), "what main does is offered as it is");
        let means = "all that main did up to there happens before all that ann does from here on";
        assert_eq!(told["synchronises"], json!([[1, 0, 3, "what main released on line 3", means]]));
    }
}
