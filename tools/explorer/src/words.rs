//! Puts a report into words: names for threads and objects, and what each step does or waits for.

use crate::names::Names;
use catalog::{Ending, Listing, Outcome, Schedules, State, Step};
use interleavings::{EndReport, ObjectReport, Report, StepReport};
use std::collections::BTreeMap;

/// The evidence of a listing, from what its exploration has reported.
pub fn schedules(listing: &Listing, report: &Report) -> Schedules {
    let names = Names::read(&listing.shown.text());
    let threads = threads(&names, report);
    let objects: Vec<String> = report.objects.iter().map(|object| object_name(&names, object, report)).collect();
    let step = |step: &StepReport| {
        let (does, waits) = words(step, &threads, &objects);
        let prints = if step.verb == "print" { step.text.clone().unwrap_or_default() } else { String::new() };
        Step(step.thread, step.line as usize, does, waits, prints)
    };
    Schedules {
        steps: report.steps.iter().map(step).collect(),
        states: report
            .states
            .iter()
            .map(|state| State(state.can.clone(), state.waits.clone(), state.end.as_ref().map(ending)))
            .collect(),
        outcomes: report
            .outcomes
            .iter()
            .map(|outcome| Outcome {
                prints: outcome.prints.clone(),
                ends: ending(&outcome.end),
                schedules: outcome.schedules.clone(),
                schedule: outcome.schedule.clone(),
            })
            .collect(),
        schedules: report.schedules.clone(),
        threads,
    }
}

fn ending(end: &EndReport) -> Ending {
    match end {
        EndReport::Returned => Ending::Returned,
        EndReport::Panicked(message) => Ending::Panicked(message.clone()),
        EndReport::Exited(status) => Ending::Exited(*status),
        EndReport::Deadlock => Ending::Deadlock,
    }
}

/// A name for each thread: its own, or that of the variable it is kept in, or a number.
fn threads(names: &Names, report: &Report) -> Vec<String> {
    let kept_in = |line: u32| {
        let given = names.given_at(line, names.column_of("spawn", line)?);
        match &given[..] {
            [name] => Some(name.clone()),
            _ => None,
        }
    };
    let name = |(place, thread): (usize, &interleavings::ThreadReport)| match &thread.name {
        Some(name) => name.clone(),
        None => kept_in(thread.line).unwrap_or_else(|| format!("thread {place}")),
    };
    let found: Vec<String> = report.threads.iter().enumerate().map(name).collect();
    numbered(&found)
}

/// Names that stand more than once get a number, in their order.
fn numbered(names: &[String]) -> Vec<String> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let number = |name: &String, seen: usize| match names.iter().filter(|other| *other == name).count() {
        1 => name.clone(),
        _ => format!("{name} {seen}"),
    };
    names
        .iter()
        .map(|name| {
            let count = seen.entry(name).or_default();
            *count += 1;
            number(name, *count)
        })
        .collect()
}

fn object_name(names: &Names, object: &ObjectReport, report: &Report) -> String {
    let given = names.given_at(object.line, object.column);
    let same_place =
        report.objects.iter().filter(|other| (other.line, other.column) == (object.line, object.column)).count();
    let name = match &given[..] {
        // A channel is known by both of its ends.
        [sender, receiver] if object.kind == "channel" => format!("`{sender}` → `{receiver}`"),
        [name] => format!("`{name}`"),
        _ => {
            let article = if object.kind.starts_with(['a', 'O']) { "an" } else { "a" };
            let name = format!("{article} {} of line {}", object.kind, object.line);
            return if same_place > 1 { format!("{name}, number {}", object.copy + 1) } else { name };
        }
    };
    if same_place > 1 { format!("{name} {}", object.copy + 1) } else { name }
}

/// What a step does, and what it waits for as long as it cannot.
fn words(step: &StepReport, threads: &[String], objects: &[String]) -> (String, String) {
    let object = step.object.map_or("", |object| &objects[object]);
    let other = step.other.map_or("another thread", |other| &threads[other]);
    let text = step.text.as_deref().unwrap_or("");
    let does = |does: &str| (does.to_string(), String::new());
    if step.gives_up {
        return time_is_up(step, object);
    }
    match step.verb.as_str() {
        "spawn" => does(&format!("starts {other}")),
        "end" => does("ends"),
        "panic" => does(&format!("panics: {}", text.lines().next().unwrap_or(""))),
        "join" => (format!("has joined {other}"), format!("waits for the end of {other}")),
        "end of scope" => ("leaves the scope".into(), "waits for the threads of the scope".into()),
        "print" => does(&format!("prints {}", quoted(text))),
        "print to standard error" => does(&format!("prints {} to standard error", quoted(text))),
        "exit" => does("ends the program"),
        "is_finished" => does(&format!("asks whether {other} has ended")),
        "park" => ("goes on from `park`".into(), "is parked".into()),
        "unpark" => does(&format!("unparks {other}")),
        "sleep" => does("sleeps"),
        "yield_now" | "spin_loop" => (format!("calls `{}`", step.verb), "waits for a change".into()),
        "lock" => (format!("locks {object}"), format!("waits for {object}")),
        "try_lock" | "try_read" | "try_write" => does(&format!("tries {object} by `{}`", step.verb)),
        "unlock" => does(&format!("unlocks {object}")),
        "is_poisoned" => does(&format!("asks whether {object} is poisoned")),
        "clear_poison" => does(&format!("clears the poison of {object}")),
        "read" => (format!("locks {object} to read"), format!("waits to read {object}")),
        "end of read" => does(&format!("has read {object}")),
        "write" => (format!("locks {object} to write"), format!("waits to write {object}")),
        "end of write" => does(&format!("has written {object}")),
        "downgrade" => does(&format!("goes on as a reader of {object}")),
        "wait" => does(&format!("begins to wait at {object}")),
        "wake up" => (format!("wakes up at {object}"), format!("waits at {object}")),
        "notify_one" => does(&format!("notifies one at {object}")),
        "notify_all" => does(&format!("notifies all at {object}")),
        "arrive" => does(&format!("arrives at {object}")),
        "go on" => (format!("goes on from {object}"), format!("waits at {object}")),
        "call_once" => (format!("comes to {object}"), format!("waits for {object}")),
        "end of call_once" => does(&format!("is done with {object}")),
        "is_completed" => does(&format!("asks whether {object} is done")),
        "send" => (format!("sends over {object}"), format!("waits for room in {object}")),
        "try_send" => does(&format!("tries to send over {object}")),
        "offer" => does(&format!("offers a message over {object}")),
        "handed over" => (format!("has handed over, {object}"), format!("waits for a taker, {object}")),
        "recv" => (format!("receives from {object}"), format!("waits for a message, {object}")),
        "try_recv" => does(&format!("tries to receive from {object}")),
        "drop of sender" => does(&format!("drops a sender of {object}")),
        "drop of receiver" => does(&format!("drops the receiver of {object}")),
        "load" => does(&format!("reads {object}")),
        "store" => does(&format!("writes {object}")),
        other => does(&format!("changes {object} by `{other}`")),
    }
}

/// What a step does that gives up waiting, and what it waits for as long as it does not.
fn time_is_up(step: &StepReport, object: &str) -> (String, String) {
    match step.verb.as_str() {
        "park" => ("times out, parked".into(), "is parked".into()),
        "recv" => (format!("times out waiting for a message, {object}"), format!("waits for a message, {object}")),
        _ => (format!("times out waiting at {object}"), format!("waits at {object}")),
    }
}

/// What is printed, in one line.
fn quoted(text: &str) -> String {
    let line = text.trim_end_matches('\n').replace('\n', " ⏎ ");
    // A backtick within would end the code.
    if line.contains('`') { format!("“{line}”") } else { format!("`{line}`") }
}
