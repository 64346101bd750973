//! What was found, as JSON for other programs.
//!
//! The fields keep their names and meanings; new ones may be added. They are told in `cargo book explore --help`.

use catalog::{Ending, Extent, Outcome, Schedules};
use mdbook_listings::why;
use serde_json::{Value, json};

/// The version of this form. A field that is taken away, or means something else, raises it.
const FORMAT: u32 = 1;

/// The fields, for the help.
pub const FIELDS: &str = "\
The JSON has these fields; threads, steps and states are known by their places in the lists, from 0:
  format           1
  program          the file as it was given, or the listing's id
  extent           {kind: whole | counted | sample, …}; of a sample also its method and its seed
  schedules        how many there are, or were tried: a decimal number as text, as it may be very large
  outcomes         [{number, prints, ends: {kind: returned | panicked | exited | deadlock, message?, status?},
                   schedules, schedule: [thread], why: [Markdown], needs: [text]}]
  threads          [name]
  steps            [{thread, line, does, waits, prints}]; line 0 where no line says it
  holdings         [{thread, what}]
  states           [{can: [{step, to}], waits: [{step, holders}], ends, holds: [holding]}], the first one first";

/// All that was found.
pub fn json(name: &str, found: &Schedules) -> String {
    let outcomes = found.outcomes.iter().enumerate().map(|(at, it)| outcome(found, at + 1, it));
    let value = json!({
        "format": FORMAT,
        "program": name,
        "extent": extent(&found.extent),
        "schedules": found.count(),
        "outcomes": outcomes.collect::<Vec<_>>(),
        "threads": found.threads,
        "steps": found.steps.iter().map(|step| json!({
            "thread": step.0, "line": step.1, "does": step.2, "waits": step.3, "prints": step.4,
        })).collect::<Vec<_>>(),
        "holdings": found.holdings.iter().map(|holding| json!({
            "thread": holding.0, "what": holding.1,
        })).collect::<Vec<_>>(),
        "states": found.states.iter().map(|state| json!({
            "can": state.0.iter().map(|(step, to)| json!({ "step": step, "to": to })).collect::<Vec<_>>(),
            "waits": state.1.iter().map(|(step, by)| json!({ "step": step, "holders": by })).collect::<Vec<_>>(),
            "ends": state.2.as_ref().map(ending),
            "holds": state.3,
        })).collect::<Vec<_>>(),
    });
    format!("{value}\n")
}

fn outcome(found: &Schedules, number: usize, outcome: &Outcome) -> Value {
    // What an outcome needs beside an order of turns. Ordinary ones need nothing.
    let needs: &[String] = &[];
    json!({
        "number": number,
        "prints": outcome.prints,
        "ends": ending(&outcome.ends),
        "schedules": outcome.schedules,
        "schedule": outcome.schedule,
        "why": why::sentences(found, outcome),
        "needs": needs,
    })
}

fn extent(extent: &Extent) -> Value {
    match extent {
        Extent::Whole { .. } => json!({ "kind": "whole" }),
        Extent::Counted { states, .. } => json!({ "kind": "counted", "states": states }),
        Extent::Sample { method, seed, .. } => json!({ "kind": "sample", "method": method, "seed": seed }),
    }
}

fn ending(ends: &Ending) -> Value {
    match ends {
        Ending::Returned => json!({ "kind": "returned" }),
        Ending::Panicked(message) => json!({ "kind": "panicked", "message": message }),
        Ending::Exited(status) => json!({ "kind": "exited", "status": status }),
        Ending::Deadlock => json!({ "kind": "deadlock" }),
    }
}
