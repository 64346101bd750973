//! The findings, as JSON for other programs.
//!
//! The fields keep their names and meanings; new ones may be added. `cargo book explore --help` lists them.

use catalog::{Ending, Extent, History, Leak, LoadThenStore, Need, Outcome, Schedules, Synchronises, Who, Written};
use mdbook_listings::why;
use serde_json::{Value, json};

/// The version of this form. It goes up when a field is removed or changes its meaning.
const FORMAT: u32 = 1;

/// The fields, for the help.
pub const FIELDS: &str = "\
The JSON has these fields; threads, steps and states are identified by their places in the lists, from 0:
  format           1
  program          the file as it was given, or the listing's id
  extent           {kind: whole | counted | sample, …}; for a sample also its method and its seed, otherwise
                   with_all_choices: whether everything was tried that std permits beyond its usual behaviour
  schedules        how many there are, or were tried: a decimal number as text, since it may be very large;
                   null if threads go round together, so that there is no end of them
  outcomes         [{number, kind: ordinary | memory | library, prints,
                   ends: {kind: returned | panicked | exited | deadlock | livelock | undefined, …},
                   schedules, weak_schedules, schedule: [thread], steps: [step],
                   synchronises: [{acquires, releases}], why: [Markdown], needs: [Markdown],
                   others: [{schedule: [thread], why: [Markdown]}],
                   leaks: [{line, bytes, blocks, schedule: [thread], steps: [step]}]}];
                   kind: memory where no order of steps explains it and memory permits it, library where std has to do
                   what it hardly ever does; they come in this order;
                   schedules: how many orders of steps come to it, null where there are none or no end of them;
                   weak_schedules: how many come to it that no order of steps explains, null likewise;
                   synchronises: by their places in steps, those that acquire what an earlier one of another thread
                   released, so that all up to there happens before all from here on;
                   others: different deadlocks that print the same, each with a schedule of its own;
                   leaks: what a line allocates and nothing frees, if the code has `unsafe`: how much at most,
                   and a schedule that leaks it; null if all of the outcome's do;
                   needs: what memory or std has to do for it; the message of a panic in words of std's own is null
  threads          [name]
  steps            [{thread, line, does, waits, prints, needs, kind, acquires}]; line 0 where no line says it; needs
                   null for most, and so is kind: memory | library; acquires {thread, line} if it acquires what another
                   thread released on that line, otherwise null
  load_buffering   [{thread, load: {atomic, line}, store: {atomic, line}}]: the sides of a cycle that is not explored, in
                   which ARM or POWER might have each thread read what the next one stores later; none for most
  holdings         [{thread, what}]
  histories        [{atomic, writes: [{thread, line, value, reads: [thread], seen_by: [thread]}]}], of an atomic in its
                   modification order; thread null for the initial value, or one that all threads know of;
                   reads: who has read it; seen_by: who can no longer read an older write than this. There are none
                   if each load reads what was written last
  states           [{can: [{step, to}], waits: [{step, holders}], ends, holds: [holding], histories: [history]}], the
                   first one first";

/// All that was found.
pub fn json(name: &str, found: &Schedules) -> String {
    let outcomes = found.outcomes.iter().enumerate().map(|(at, it)| outcome(found, at + 1, it));
    let acquires = |step: usize| {
        let Synchronises(_, thread, line) = found.synchronises.iter().find(|known| known.0 == step)?;
        Some(json!({ "thread": thread, "line": line }))
    };
    let value = json!({
        "format": FORMAT,
        "program": name,
        "extent": extent(&found.extent),
        "schedules": found.count(),
        "outcomes": outcomes.collect::<Vec<_>>(),
        "threads": found.threads,
        "steps": found.steps.iter().enumerate().map(|(place, step)| json!({
            "thread": step.0, "line": step.1, "does": step.2, "waits": step.3, "prints": step.4,
            "needs": step.5.map(|choice| &found.choices[choice].1),
            "kind": step.5.map(|choice| if found.choices[choice].0.is_weak() { "memory" } else { "library" }),
            "acquires": acquires(place),
        })).collect::<Vec<_>>(),
        "load_buffering": found.load_buffering.iter().map(|LoadThenStore(thread, load, loads_at, store, stores_at)| json!({
            "thread": thread, "load": { "atomic": load, "line": loads_at }, "store": { "atomic": store, "line": stores_at },
        })).collect::<Vec<_>>(),
        "holdings": found.holdings.iter().map(|holding| json!({
            "thread": holding.0, "what": holding.1,
        })).collect::<Vec<_>>(),
        "histories": found.memory.histories.iter().map(|History(atomic, writes)| json!({
            "atomic": atomic, "writes": writes.iter().map(written).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "states": found.states.iter().enumerate().map(|(place, state)| json!({
            "can": state.0.iter().map(|(step, to)| json!({ "step": step, "to": to })).collect::<Vec<_>>(),
            "waits": state.1.iter().map(|(step, by)| json!({ "step": step, "holders": by })).collect::<Vec<_>>(),
            "ends": state.2.as_ref().map(ending),
            "holds": state.3,
            "histories": found.memory.states.get(place).map_or(&[][..], |histories| histories),
        })).collect::<Vec<_>>(),
    });
    format!("{value}\n")
}

fn written(Written(thread, line, value, reads, seen_by): &Written) -> Value {
    json!({ "thread": thread, "line": line, "value": value, "reads": reads, "seen_by": seen_by })
}

fn outcome(found: &Schedules, number: usize, outcome: &Outcome) -> Value {
    let steps = found.follow(&outcome.schedule).unwrap_or_default();
    json!({
        "number": number,
        "kind": match found.need(outcome) {
            Need::Nothing => "ordinary",
            Need::Memory => "memory",
            Need::Library => "library",
        },
        "prints": outcome.prints,
        "ends": match found.panics_in_other_words(outcome) {
            true => json!({ "kind": "panicked", "message": null }),
            false => ending(&outcome.ends),
        },
        "schedules": outcome.schedules,
        "weak_schedules": outcome.weak_schedules,
        "schedule": outcome.schedule.iter().map(|turn| turn.thread).collect::<Vec<_>>(),
        "steps": steps.iter().map(|(step, _)| step).collect::<Vec<_>>(),
        "synchronises": found.synchronised(&steps).into_iter().map(|(acquires, releases)| json!({
            "acquires": acquires, "releases": releases,
        })).collect::<Vec<_>>(),
        "why": why::sentences(found, outcome),
        "others": why::others(found, outcome).iter().map(|other| json!({
            "schedule": other.schedule.iter().map(|turn| turn.thread).collect::<Vec<_>>(), "why": other.sentences,
        })).collect::<Vec<_>>(),
        "leaks": found.leaks_of(number - 1).map(|leak| leaked(found, leak)).collect::<Vec<_>>(),
        "needs": found.needs(outcome),
    })
}

fn leaked(found: &Schedules, Leak(_, line, bytes, blocks, schedule): &Leak) -> Value {
    let turns = schedule.as_ref().map(|schedule| schedule.iter().map(|turn| turn.thread).collect::<Vec<_>>());
    let steps = schedule.as_ref().map(|schedule| {
        let way = found.follow(schedule).unwrap_or_default();
        way.iter().map(|(step, _)| *step).collect::<Vec<_>>()
    });
    json!({ "line": line, "bytes": bytes, "blocks": blocks, "schedule": turns, "steps": steps })
}

fn extent(extent: &Extent) -> Value {
    match extent {
        Extent::Whole { with_all_choices, .. } => json!({ "kind": "whole", "with_all_choices": with_all_choices }),
        Extent::Counted { states, with_all_choices, .. } => {
            json!({ "kind": "counted", "states": states, "with_all_choices": with_all_choices })
        }
        Extent::Sample { method, seed, .. } => json!({ "kind": "sample", "method": method, "seed": seed }),
    }
}

fn ending(ends: &Ending) -> Value {
    match ends {
        Ending::Returned => json!({ "kind": "returned" }),
        Ending::Panicked(message) => json!({ "kind": "panicked", "message": message }),
        Ending::Exited(status) => json!({ "kind": "exited", "status": status }),
        Ending::Deadlock => json!({ "kind": "deadlock" }),
        Ending::Livelock => json!({ "kind": "livelock" }),
        Ending::Undefined(undefined) => {
            let who = |who: &Who| json!({ "thread": who.0, "line": who.1, "does": who.2 });
            let before = undefined.2.as_ref().map(who);
            json!({ "kind": "undefined", "what": undefined.0, "here": who(&undefined.1), "before": before })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::tests::{with_a_choice, with_a_release, with_weak_memory};

    #[test]
    fn a_step_that_acquires_says_what_and_a_schedule_which_step_released_it() {
        let value: Value = serde_json::from_str(&json("a.rs", &with_a_release())).unwrap();
        assert_eq!(value["steps"][1]["acquires"], json!({ "thread": 0, "line": 2 }));
        assert_eq!(value["steps"][2]["acquires"], Value::Null);
        assert_eq!(value["outcomes"][0]["synchronises"], json!([{ "acquires": 1, "releases": 0 }]));
        assert_eq!(value["outcomes"][1]["synchronises"], json!([]));
    }

    #[test]
    fn what_an_outcome_needs_is_told_with_the_step_in_which_it_happens() {
        let value: Value = serde_json::from_str(&json("a.rs", &with_a_choice())).unwrap();
        assert_eq!(value["extent"], json!({ "kind": "whole", "with_all_choices": true }));
        let [ordinary, needing] = &value["outcomes"].as_array().unwrap()[..] else { panic!("{value}") };
        assert_eq!((&ordinary["needs"], &ordinary["schedules"]), (&json!([]), &json!("1")));
        assert_eq!((&needing["needs"], &needing["schedules"]), (&json!(["locking again panics"]), &Value::Null));
        assert_eq!((&needing["schedule"], &needing["steps"]), (&json!([1]), &json!([3])));
        assert_eq!(needing["ends"], json!({ "kind": "panicked", "message": null }));
        assert_eq!(value["steps"][3]["needs"], "locking again panics");
        assert_eq!(value["steps"][0]["needs"], Value::Null);
    }

    #[test]
    fn what_memory_permits_is_counted_apart_and_the_histories_are_told() {
        let value: Value = serde_json::from_str(&json("a.rs", &with_weak_memory())).unwrap();
        let [ordinary, weak] = &value["outcomes"].as_array().unwrap()[..] else { panic!("{value}") };
        assert_eq!(
            (&ordinary["kind"], &ordinary["schedules"], &ordinary["weak_schedules"]),
            (&json!("ordinary"), &json!("1"), &Value::Null)
        );
        assert_eq!(
            (&weak["kind"], &weak["schedules"], &weak["weak_schedules"]),
            (&json!("memory"), &Value::Null, &json!("4"))
        );
        assert_eq!((&value["steps"][1]["kind"], &value["steps"][2]["kind"]), (&Value::Null, &json!("memory")));
        assert_eq!(value["states"][1]["histories"], json!([1]));
        assert_eq!(value["histories"][1]["atomic"], "`x`");
        assert_eq!(
            value["histories"][1]["writes"][1],
            json!({ "thread": 0, "line": 2, "value": "7", "reads": [], "seen_by": [0] })
        );
        let rare: Value = serde_json::from_str(&json("a.rs", &with_a_choice())).unwrap();
        assert_eq!((&rare["outcomes"][1]["kind"], &rare["states"][0]["histories"]), (&json!("library"), &json!([])));
    }
}
