//! Puts a report into words: names for threads and objects, and what each step does or waits for.

use crate::names::Names;
use catalog::{
    Does, Ending, Extent, History, Holding, Kind, Leak, Listing, LoadThenStore, Memory, Outcome, Schedules, State,
    Step, Synchronises, Turn, Undefined, UndefinedKind, Who, Written, escaped, visible,
};
use report::{
    Choice, EndReport, HistoryReport, HoldReport, LeakReport, LoadThenStoreReport, NOT_STDS_WORDS, ObjectReport,
    OutcomeReport, Report, StepReport, ThreadReport, Verb, WhoReport, WrittenReport,
};
use std::collections::{BTreeMap, BTreeSet};

/// The evidence of a listing, from what its exploration has reported.
pub fn schedules(listing: &Listing, report: &Report) -> Schedules {
    let names = Names::read(&listing.shown.text());
    let threads = threads(&names, report);
    let objects: Vec<String> = report.objects.iter().map(|object| object_name(&names, object, report)).collect();
    let waiting: BTreeSet<usize> =
        report.states.iter().flat_map(|state| state.waits.iter().map(|(step, _)| *step)).collect();
    let words = words_of_steps(report, &threads, &objects);
    let choices = Choices::of(report, &threads, &words);
    let step = |(place, step): (usize, &StepReport)| {
        let (does, mut waits) = words[place].clone();
        // Anyone who prints hardly ever waits for it, and then it is not mentioned.
        if matches!(step.verb, Verb::Print(_) | Verb::PrintError(_)) && !waiting.contains(&place) {
            waits.clear();
        }
        let prints = if let Verb::Print(text) = &step.verb { text.clone() } else { String::new() };
        Step(step.thread, line_of(&names, step), does, waits, prints, choices.of_steps[place])
    };
    let extent = match &report.sample {
        None => Extent::Whole { schedules: report.schedules.clone(), with_all_choices: report.with_all_choices },
        // A sample is counted in the listing's own words, so it fits a machine's number.
        Some(sample) => Extent::Sample {
            tried: report.schedules.as_ref().and_then(|tried| tried.parse().ok()).unwrap_or_default(),
            method: sample.method.clone(),
            seed: sample.seed,
        },
    };
    let holding = |hold: &HoldReport| Holding(hold.thread, holds(hold, &objects[hold.object]));
    Schedules {
        extent,
        holdings: report.holds.iter().map(holding).collect(),
        steps: report.steps.iter().enumerate().map(step).collect(),
        states: report
            .states
            .iter()
            .map(|state| {
                // Reading twice is still reading.
                let mut holds = state.holds.clone();
                holds.dedup();
                State(state.can.clone(), state.waits.clone(), state.end.as_ref().map(ending), holds)
            })
            .collect(),
        memory: memory(report, &objects),
        synchronises: synchronises(report),
        load_buffering: report.load_buffering.iter().map(|side| load_then_store(side, &objects)).collect(),
        leaks: leaks(report, &choices),
        outcomes: report.outcomes.iter().map(|outcome| choices.outcome(report, outcome)).collect(),
        choices: choices.all,
        threads,
    }
}

/// What is never freed, outcome by outcome.
fn leaks(report: &Report, choices: &Choices) -> Vec<Leak> {
    let leak = |outcome: usize, leak: &LeakReport| {
        let schedule = leak.schedule.as_ref().map(|schedule| choices.turns(report, schedule));
        Leak(outcome, leak.line as usize, leak.bytes, leak.blocks, schedule)
    };
    let of =
        |(place, outcome): (usize, &OutcomeReport)| outcome.leaks.iter().map(|it| leak(place, it)).collect::<Vec<_>>();
    report.outcomes.iter().enumerate().flat_map(of).collect()
}

fn load_then_store(side: &LoadThenStoreReport, objects: &[String]) -> LoadThenStore {
    let ((load, loads_at), (store, stores_at)) = (side.load, side.store);
    let (load, store) = (objects[load].clone(), objects[store].clone());
    LoadThenStore(side.thread, load, loads_at as usize, store, stores_at as usize)
}

/// The steps that acquire what another thread has released.
fn synchronises(report: &Report) -> Vec<Synchronises> {
    let steps = report.steps.iter().enumerate();
    let acquires = |(place, step): (usize, &StepReport)| {
        step.acquires.map(|(thread, line)| Synchronises(place, thread, line as usize))
    };
    steps.filter_map(acquires).collect()
}

/// The histories of the atomics.
fn memory(report: &Report, objects: &[String]) -> Memory {
    if report.histories.is_empty() {
        return Memory::default();
    }
    let written = |write: &WrittenReport| {
        Written(write.thread, write.line as usize, write.value.clone(), write.reads.clone(), write.seen_by.clone())
    };
    let history = |history: &HistoryReport| {
        History(objects[history.object].clone(), history.writes.iter().map(written).collect())
    };
    Memory {
        histories: report.histories.iter().map(history).collect(),
        states: report.states.iter().map(|state| state.histories.clone()).collect(),
    }
}

/// The choices that are made in the steps of a report, each once.
struct Choices {
    all: Vec<catalog::Choice>,
    /// The place of its choice for each step of the report; none for ordinary ones.
    of_steps: Vec<Option<usize>>,
}

impl Choices {
    fn of(report: &Report, threads: &[String], words: &[(String, String)]) -> Choices {
        let mut choices = Choices { all: Vec::new(), of_steps: Vec::new() };
        for (step, (does, _)) in report.steps.iter().zip(words) {
            // Two operations may have the same words, as `read` has before and after it was made to wait.
            let place = choice(step, threads, does).map(|choice| {
                choices.all.iter().position(|known| *known == choice).unwrap_or_else(|| {
                    choices.all.push(choice);
                    choices.all.len() - 1
                })
            });
            choices.of_steps.push(place);
        }
        choices
    }

    fn outcome(&self, report: &Report, outcome: &OutcomeReport) -> Outcome {
        let schedule = self.turns(report, &outcome.schedule);
        let needs: BTreeSet<usize> = schedule.iter().filter_map(|turn| turn.choice).collect();
        let count = |count: &Option<String>| count.clone().filter(|count| count != "0");
        Outcome {
            prints: outcome.prints.clone(),
            ends: ending(&outcome.end),
            // Those of ordinary steps are counted, and there is none of what needs another.
            schedules: outcome.schedules.clone().filter(|_| needs.is_empty()),
            weak_schedules: count(&outcome.weak_schedules),
            schedule,
            edges: outcome.edges.clone(),
            needs: needs.into_iter().collect(),
        }
    }

    /// A schedule in the form that evidence has. The step that it passes through says what a choice is made in.
    fn turns(&self, report: &Report, schedule: &[(usize, Choice)]) -> Vec<Turn> {
        let mut at = Some(0);
        let turn = |&(thread, choice): &(usize, Choice)| {
            let can = at.and_then(|at| report.states.get(at)).map_or(&[][..], |state| &state.can);
            let taken = |(step, _): &&(usize, Option<usize>)| {
                (report.steps[*step].thread, report.steps[*step].choice) == (thread, choice)
            };
            let taken = can.iter().find(taken);
            at = taken.and_then(|(_, to)| *to);
            Turn { thread, choice: taken.and_then(|(step, _)| self.of_steps[*step]) }
        };
        schedule.iter().map(turn).collect()
    }
}

/// What each step of a report does, and what it waits for as long as it cannot. No two steps that a thread can do in one
/// state have the same words: of two old writes with one value, each is told with how far back it is.
fn words_of_steps(report: &Report, threads: &[String], objects: &[String]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = report.steps.iter().map(|step| words(step, threads, objects)).collect();
    let alike = |one: usize, other: usize| {
        one != other && report.steps[one].thread == report.steps[other].thread && all[one].0 == all[other].0
    };
    let mut same = BTreeSet::new();
    for state in &report.states {
        let steps = || state.can.iter().map(|(step, _)| *step).filter(|step| report.steps[*step].choice.is_weak());
        same.extend(steps().filter(|&one| steps().any(|other| alike(one, other))));
    }
    for place in same {
        // A store is told with the write that comes right after it.
        let choice = report.steps[place].choice;
        let back = choice.back() - usize::from(matches!(choice, Choice::WritesBefore(_)));
        all[place].0 += &match back {
            0 => ", the newest".to_string(),
            1 => ", the one before the newest".to_string(),
            _ => format!(", the one {back} places before the newest"),
        };
    }
    all
}

/// The choice that is made in a step which does this, if it is not the ordinary one.
fn choice(step: &StepReport, threads: &[String], does: &str) -> Option<catalog::Choice> {
    let kind = match step.choice {
        Choice::Ordinary => return None,
        Choice::ReadsOld(_) | Choice::FailsOld(_) => Kind::ReadsOld,
        Choice::WritesBefore(_) => Kind::WritesBefore,
        Choice::WithoutReason => Kind::WithoutReason,
        Choice::TakesToken => Kind::TakesToken,
        Choice::BehindWriter => Kind::BehindWriter,
        Choice::Panics => Kind::Panics,
        Choice::SkipsDestructors => Kind::SkipsDestructors,
    };
    let words = if step.choice.is_weak() {
        format!("{} {does}", escaped(&threads[step.thread]))
    } else {
        need(&step.verb, step.choice).to_string()
    };
    Some(catalog::Choice(kind, words))
}

fn ending(end: &EndReport) -> Ending {
    match end {
        EndReport::Returned => Ending::Returned,
        // Anyone who panics instead of std has no words that std would have.
        EndReport::Panicked(message) if message.ends_with(NOT_STDS_WORDS) => Ending::Panicked(String::new()),
        EndReport::Panicked(message) => Ending::Panicked(message.clone()),
        EndReport::Exited(status) => Ending::Exited(*status),
        EndReport::Deadlock => Ending::Deadlock,
        EndReport::Livelock => Ending::Livelock,
        EndReport::Undefined(undefined) => Ending::Undefined(Undefined(
            undefined_kind(undefined.kind),
            who(&undefined.here),
            undefined.before.as_ref().map(who),
        )),
    }
}

/// A kind of undefined behaviour, as evidence has it.
pub fn undefined_kind(kind: report::UndefinedKind) -> UndefinedKind {
    match kind {
        report::UndefinedKind::Race => UndefinedKind::Race,
        report::UndefinedKind::UseAfterFree => UndefinedKind::UseAfterFree,
        report::UndefinedKind::DoubleFree => UndefinedKind::DoubleFree,
        report::UndefinedKind::NeverWritten => UndefinedKind::NeverWritten,
        report::UndefinedKind::Returned => UndefinedKind::Returned,
    }
}

fn who(who: &WhoReport) -> Who {
    let does = match who.does {
        report::Does::Reads => Does::Reads,
        report::Does::Writes => Does::Writes,
        report::Does::Frees => Does::Frees,
        report::Does::ReadsAtomically => Does::ReadsAtomically,
        report::Does::WritesAtomically => Does::WritesAtomically,
    };
    Who(who.thread, who.line as usize, does)
}

/// A name for each thread: its own, that of the variable it is kept in, that of the function it runs, or its line.
fn threads(names: &Names, report: &Report) -> Vec<String> {
    let found: Vec<Name> = report.threads.iter().map(|thread| thread_name(names, thread)).collect();
    let mut seen: BTreeMap<&Name, usize> = BTreeMap::new();
    let mut named = Vec::new();
    for name in &found {
        let number = seen.entry(name).or_default();
        *number += 1;
        let is_one = found.iter().filter(|other| *other == name).count() == 1;
        let number = if is_one { String::new() } else { format!(" {number}") };
        named.push(format!("{}{number}{}", name.0, name.1));
    }
    named
}

/// A name, before and after the place for a number if there are several of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name(String, String);

fn thread_name(names: &Names, thread: &ThreadReport) -> Name {
    if let Some(own) = &thread.name {
        return Name(own.clone(), String::new());
    }
    // A thread that is started by a function of the library, as in `map(thread::spawn)`, has no line of its own.
    let line = if thread.line == 0 { names.only_line_that_passes("spawn") } else { Some(thread.line) };
    let kept_in = line.and_then(|line| match &names.given_at(line, names.column_of("spawn", line)?)[..] {
        [name] => Some(name.clone()),
        _ => None,
    });
    let runs = || names.function_passed_to("spawn", line?);
    match (kept_in.or_else(runs), line) {
        (Some(name), _) => Name(name, String::new()),
        (None, Some(line)) => Name("thread".to_string(), format!(" of line {line}")),
        (None, None) => Name("thread".to_string(), String::new()),
    }
}

fn object_name(names: &Names, object: &ObjectReport, report: &Report) -> String {
    match object.kind.as_str() {
        "stdout" => return "standard output".to_string(),
        "stderr" => return "standard error".to_string(),
        // Where an `Arc` was made is not known.
        "Arc" => return "an `Arc`".to_string(),
        _ => {}
    }
    let place = |object: &ObjectReport| (object.line, object.column);
    let of_line: BTreeSet<u32> =
        report.objects.iter().filter(|other| other.line == object.line).map(|other| other.column).collect();
    let given = names.given_at(object.line, object.column);
    let name = match &given[..] {
        // A channel is known by both of its ends.
        [sender, receiver] if object.kind == "channel" => format!("`{sender}` → `{receiver}`"),
        [name] => format!("`{name}`"),
        // Several names, and as many objects: `let (ladder, rope) = (Mutex::new(0), Mutex::new(0));`.
        given if given.len() == of_line.len() => {
            format!("`{}`", given[of_line.iter().take_while(|column| **column < object.column).count()])
        }
        _ => {
            let article = if object.kind.starts_with(['a', 'O']) { "an" } else { "a" };
            let name = format!("{article} {} of line {}", object.kind, object.line);
            let alone = report.objects.iter().filter(|other| other.line == object.line).count() == 1;
            return if alone { name } else { format!("{name}, number {}", number_in_line(object, report)) };
        }
    };
    let copies = report.objects.iter().filter(|other| place(other) == place(object)).count();
    if names.elements_made_at(object.line, object.column).is_some_and(|elements| elements == copies) {
        return format!("{}[{}]`", name.trim_end_matches('`'), object.copy);
    }
    // Several have this name: they are made in one place, or by one statement in several.
    let named_alike = |other: &&ObjectReport| {
        other.kind == object.kind
            && names.given_at(other.line, other.column) == given
            && (place(other) == place(object) || given.len() == 1)
    };
    let mut alike: Vec<_> = report.objects.iter().filter(named_alike).map(|other| (place(other), other.copy)).collect();
    alike.sort_unstable();
    match alike.iter().position(|other| *other == (place(object), object.copy)) {
        Some(number) if alike.len() > 1 => format!("{name} {}", number + 1),
        _ => name,
    }
}

/// The number of an object among those that are made in its line.
fn number_in_line(object: &ObjectReport, report: &Report) -> usize {
    let before =
        |other: &&ObjectReport| other.line == object.line && (other.column, other.copy) < (object.column, object.copy);
    report.objects.iter().filter(before).count() + 1
}

/// The line of a step. A guard that has a name goes where no line says it, if it is not dropped by name.
fn line_of(names: &Names, step: &StepReport) -> usize {
    let lets_go = matches!(step.verb, Verb::Unlock | Verb::EndRead | Verb::EndWrite);
    let says_so = || names.lets_go_on(step.line) || names.column_of("drop", step.line).is_some();
    if lets_go && !says_so() { 0 } else { step.line as usize }
}

/// What a step does, and what it waits for as long as it cannot.
fn words(step: &StepReport, threads: &[String], objects: &[String]) -> (String, String) {
    let object = step.object.map_or("", |object| &objects[object]);
    let thread =
        |other: &usize| threads.get(*other).map_or_else(|| "another thread".to_string(), |other| escaped(other));
    let does = |does: &str| (does.to_string(), String::new());
    let stream = |error: &bool| if *error { "standard error" } else { "standard output" };
    match step.choice {
        Choice::Ordinary => {}
        Choice::TakesToken => {
            let ordinary = StepReport { choice: Choice::Ordinary, ..step.clone() };
            return (format!("{}, and loses its token", words(&ordinary, threads, objects).0), String::new());
        }
        _ => return (chosen(step, object), String::new()),
    }
    if step.gives_up {
        return time_is_up(&step.verb, object);
    }
    match &step.verb {
        Verb::Spawn(other) => does(&format!("starts {}", thread(other))),
        Verb::LeaveScope => does("has nothing left but its thread-locals"),
        Verb::End => does("ends"),
        Verb::Panic(text) if text.is_empty() || text.ends_with(NOT_STDS_WORDS) => does("panics"),
        Verb::Panic(text) => does(&format!("panics: {}", escaped(text.lines().next().unwrap_or("")))),
        Verb::Join(other) => {
            (format!("has joined {}", thread(other)), format!("waits for the end of {}", thread(other)))
        }
        Verb::EndScope => ("leaves the scope".into(), "waits for the threads of the scope".into()),
        Verb::Print(text) => (format!("prints {}", quoted(text)), "waits for standard output".into()),
        Verb::PrintError(text) => {
            (format!("prints {} to standard error", quoted(text)), "waits for standard error".into())
        }
        Verb::LockStream(error) => (format!("locks {}", stream(error)), format!("waits for {}", stream(error))),
        Verb::UnlockStream(error) => does(&format!("unlocks {}", stream(error))),
        Verb::RunDestructors => does("drops its thread-locals"),
        Verb::Exit => does("ends the program"),
        Verb::IsFinished(other) => does(&format!("asks whether {} has ended", thread(other))),
        Verb::Park => ("goes on from `park`".into(), "is parked".into()),
        Verb::Unpark(other) => does(&format!("unparks {}", thread(other))),
        Verb::Sleep => does("sleeps"),
        Verb::YieldNow => does("calls `yield_now`"),
        Verb::SpinLoop => does("calls `spin_loop`"),
        Verb::Lock => (format!("locks {object}"), format!("waits for {object}")),
        Verb::TryLock => does(&format!("tries {object} by `try_lock`")),
        Verb::TryRead => does(&format!("tries {object} by `try_read`")),
        Verb::TryWrite => does(&format!("tries {object} by `try_write`")),
        Verb::Unlock => does(&format!("unlocks {object}")),
        Verb::IsPoisoned => does(&format!("asks whether {object} is poisoned")),
        Verb::ClearPoison => does(&format!("clears the poison of {object}")),
        Verb::Read | Verb::ReadQueued => (format!("locks {object} to read"), format!("waits to read {object}")),
        Verb::EndRead => does(&format!("has read {object}")),
        Verb::Write => (format!("locks {object} to write"), format!("waits to write {object}")),
        Verb::EndWrite => does(&format!("has written {object}")),
        Verb::Downgrade => does(&format!("goes on as a reader of {object}")),
        Verb::Wait => does(&format!("begins to wait at {object}")),
        Verb::WakeUp => (format!("wakes up at {object}"), format!("waits at {object}")),
        Verb::NotifyOne => does(&format!("notifies one at {object}")),
        Verb::NotifyAll => does(&format!("notifies all at {object}")),
        Verb::Arrive => does(&format!("arrives at {object}")),
        Verb::GoOn => (format!("goes on from {object}"), format!("waits at {object}")),
        Verb::CallOnce => (format!("comes to {object}"), format!("waits for {object}")),
        Verb::EndOnce => does(&format!("is done with {object}")),
        Verb::IsCompleted => does(&format!("asks whether {object} is done")),
        Verb::WaitOnce => (format!("finds {object} done"), format!("waits until {object} is done")),
        Verb::Send => (format!("sends over {object}"), format!("waits for room in {object}")),
        Verb::TrySend => does(&format!("tries to send over {object}")),
        Verb::Offer => does(&format!("offers a message over {object}")),
        Verb::HandedOver => (format!("has handed over, {object}"), format!("waits for a taker, {object}")),
        Verb::Recv => (format!("receives from {object}"), format!("waits for a message, {object}")),
        Verb::TryRecv => does(&format!("tries to receive from {object}")),
        Verb::DropSender => does(&format!("drops a sender of {object}")),
        Verb::DropReceiver => does(&format!("drops the receiver of {object}")),
        Verb::Load => does(&match &step.value {
            Some(_) => format!("reads {} from {object}", value(step)),
            None => format!("reads {object}"),
        }),
        Verb::Store => does(&match &step.value {
            Some(_) => format!("writes {} to {object}", value(step)),
            None => format!("writes {object}"),
        }),
        Verb::Change(by) => does(&format!("changes {object} by `{by}`")),
        Verb::Fence => does("passes a fence"),
        Verb::AddOwner => does(&format!("adds an owner of {object}")),
        Verb::LeaveResult => does("leaves its result"),
        Verb::DropHandle(other) => does(&format!("drops the handle of {}", thread(other))),
        Verb::DropOwner => does(&format!("drops an owner of {object}")),
        Verb::CountOwners => does(&format!("asks for the owners of {object}")),
        Verb::ExchangeOwners => does(&format!("tries to change the owners of {object}")),
    }
}

/// What a step does that gives up waiting, and what it waits for as long as it does not.
fn time_is_up(verb: &Verb<usize>, object: &str) -> (String, String) {
    match verb {
        Verb::Park => ("times out in `park_timeout`".into(), "is parked".into()),
        Verb::Recv => (format!("times out waiting for a message, {object}"), format!("waits for a message, {object}")),
        _ => (format!("times out waiting at {object}"), format!("waits at {object}")),
    }
}

/// What a thread does in a step in which std does what it hardly ever does.
fn chosen(step: &StepReport, object: &str) -> String {
    match (step.choice, &step.verb) {
        (Choice::WithoutReason, Verb::WakeUp) => format!("wakes up at {object} without a reason"),
        (Choice::WithoutReason, Verb::Park) => "goes on from `park` without a reason".into(),
        (Choice::WithoutReason, Verb::Change(by)) => format!("fails to change {object} by `{by}`, without a reason"),
        (Choice::BehindWriter, Verb::TryRead) => format!("fails to read {object}, behind a writer"),
        (Choice::BehindWriter, _) => format!("queues up behind a writer of {object}"),
        (Choice::Panics, Verb::CallOnce) => format!("comes to {object} again while it’s inside"),
        (Choice::Panics, Verb::Join(_)) => "joins itself".into(),
        (Choice::Panics, _) => format!("asks for {object} again while it holds it"),
        (Choice::SkipsDestructors, _) => "does not drop its thread-locals".into(),
        (Choice::ReadsOld(_), Verb::Change(by)) => format!("changes {object} by `{by}`, from an old {}", value(step)),
        (Choice::ReadsOld(_), _) => format!("reads an old {} from {object}", value(step)),
        (Choice::FailsOld(_), Verb::Change(by)) => {
            format!("fails to change {object} by `{by}`, at an old {}", value(step))
        }
        (Choice::WritesBefore(_), _) => {
            let before = step.before.as_deref().unwrap_or("value");
            format!("writes {} to {object}, which counts before the `{before}` there", value(step))
        }
        (choice, verb) => need(verb, choice).into(),
    }
}

/// The value that a choice of memory is about, as code.
fn value(step: &StepReport) -> String {
    format!("`{}`", step.value.as_deref().unwrap_or("value"))
}

/// Something that std hardly ever does, though its documentation permits it.
pub fn need(verb: &Verb<usize>, choice: Choice) -> &'static str {
    match (choice, verb) {
        (Choice::WithoutReason, Verb::WakeUp) => "`wait` returns without a reason",
        (Choice::WithoutReason, Verb::Park) => "`park` returns without a reason",
        (Choice::WithoutReason, _) => "`compare_exchange_weak` fails without a reason",
        (Choice::TakesToken, _) => "the token is taken by another call",
        (Choice::BehindWriter, Verb::TryRead) => "`try_read` fails behind a writer",
        (Choice::BehindWriter, _) => "a reader waits behind a writer",
        (Choice::Panics, Verb::CallOnce) => "initialising again panics",
        (Choice::Panics, Verb::Join(_)) => "a thread that joins itself panics",
        (Choice::Panics, _) => "locking again panics",
        (Choice::SkipsDestructors, _) => "destructors of thread-locals do not run at the end",
        (Choice::ReadsOld(_) | Choice::FailsOld(_), _) => "an old value is read",
        (Choice::WritesBefore(_), _) => "what is written counts before what is there",
        (Choice::Ordinary, _) => "nothing out of the ordinary",
    }
}

/// What a thread holds, and for what.
fn holds(hold: &HoldReport, object: &str) -> String {
    match hold.how.as_str() {
        "read" => format!("{object} to read"),
        "write" => format!("{object} to write"),
        "call_once" => format!("{object} to initialise it"),
        _ => object.to_string(),
    }
}

/// What is printed, in one line, as code.
fn quoted(text: &str) -> String {
    let line = visible(&text.trim_end_matches('\n').replace('\n', " ⏎ "));
    if line.is_empty() {
        return if text.is_empty() { "nothing".to_string() } else { "an empty line".to_string() };
    }
    // Backticks within would end the code, unless there are more of them around it.
    let within = line.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let around = "`".repeat(within + 1);
    // Markdown takes a space away at both ends, if it is there at both.
    let at = |end: fn(&str, &[char]) -> bool| end(&line, &['`', ' ']);
    let space = if at(|line, of| line.starts_with(of)) || at(|line, of| line.ends_with(of)) { " " } else { "" };
    if line.trim().is_empty() {
        format!("{around}{line}{around}")
    } else {
        format!("{around}{space}{line}{space}{around}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use report::StateReport;

    #[test]
    fn what_is_printed_is_code_whatever_it_is() {
        assert_eq!(quoted("a <b>\n"), "`a <b>`");
        assert_eq!(quoted("a `b`\n"), "`` a `b` ``");
        assert_eq!(quoted("a``b\n"), "```a``b```");
        assert_eq!(quoted(" a\n"), "`  a `");
        assert_eq!(quoted("a\nb\n"), "`a ⏎ b`");
        assert_eq!(quoted("\u{1b}[31mred\n"), "`\\u{1b}[31mred`");
        assert_eq!((quoted("\n"), quoted("")), ("an empty line".to_string(), "nothing".to_string()));
    }

    fn report(threads: Vec<ThreadReport>, objects: Vec<ObjectReport>) -> Report {
        Report {
            threads,
            objects,
            holds: vec![],
            steps: vec![],
            histories: vec![],
            states: vec![],
            outcomes: vec![],
            schedules: None,
            with_all_choices: false,
            load_buffering: vec![],
            sample: None,
        }
    }

    #[test]
    fn a_choice_stands_in_its_step_in_the_schedule_and_in_what_an_outcome_needs() {
        let step = |verb, choice| StepReport {
            thread: 0,
            line: 2,
            verb,
            gives_up: false,
            choice,
            value: None,
            before: None,
            object: None,
            acquires: None,
        };
        let state = |can: &[(usize, usize)], waits: &[usize], end| StateReport {
            can: can.iter().map(|&(step, to)| (step, Some(to))).collect(),
            waits: waits.iter().map(|&step| (step, vec![])).collect(),
            end,
            holds: vec![],
            histories: vec![],
        };
        let panics = EndReport::Panicked(format!("a lock that is taken twice{NOT_STDS_WORDS}"));
        let outcome = |end, schedules: &str, schedule: &[Choice], needs| OutcomeReport {
            prints: String::new(),
            end,
            schedules: Some(schedules.into()),
            schedule: schedule.iter().map(|&choice| (0, choice)).collect(),
            needs,
            edges: vec![],
            weak_schedules: Some("0".into()),
            leaks: vec![],
        };
        let report = Report {
            steps: vec![step(Verb::Lock, Choice::Ordinary), step(Verb::Lock, Choice::Panics)],
            states: vec![state(&[(1, 1)], &[0], Some(EndReport::Deadlock)), state(&[], &[], Some(panics.clone()))],
            outcomes: vec![
                outcome(EndReport::Deadlock, "1", &[], vec![]),
                outcome(panics, "0", &[Choice::Panics], vec![(Verb::Lock, Choice::Panics)]),
            ],
            schedules: Some("1".into()),
            with_all_choices: true,
            load_buffering: vec![],
            ..report(vec![ThreadReport { name: Some("main".into()), line: 1 }], vec![])
        };
        let found = schedules(&listing("fn main() {\n    LOCK.lock();\n}\n"), &report);
        assert_eq!(found.choices, [catalog::Choice(Kind::Panics, "locking again panics".into())]);
        assert_eq!((found.steps[0].5, found.steps[1].5), (None, Some(0)));
        let needing = &found.outcomes[1];
        assert_eq!((&needing.schedules, &needing.needs[..]), (&None, &[0][..]));
        assert_eq!(needing.schedule, [Turn { thread: 0, choice: Some(0) }]);
        // Std's own words are not known.
        assert_eq!(needing.ends, Ending::Panicked(String::new()));
        assert!(found.panics_in_other_words(needing) && !found.panics_in_other_words(&found.outcomes[0]));
        assert_eq!(Schedules::parse(&found.text()), Ok(found));
    }

    #[test]
    fn two_old_writes_of_one_value_are_told_apart_by_how_far_back_they_are() {
        let step = |choice, value: &str| StepReport {
            thread: 0,
            line: 2,
            verb: Verb::Load,
            gives_up: false,
            choice,
            value: Some(value.into()),
            before: None,
            object: Some(0),
            acquires: None,
        };
        let object = ObjectReport { kind: "atomic".into(), line: 1, column: 9, copy: 0 };
        let edges = [(0, Some(0)), (1, Some(0)), (2, Some(0)), (3, Some(0))].to_vec();
        let state = StateReport { can: edges, waits: vec![], end: None, holds: vec![], histories: vec![] };
        let report = Report {
            steps: vec![
                step(Choice::Ordinary, "8"),
                step(Choice::ReadsOld(1), "0"),
                step(Choice::ReadsOld(2), "7"),
                step(Choice::ReadsOld(3), "0"),
            ],
            states: vec![state],
            ..report(vec![ThreadReport { name: Some("main".into()), line: 1 }], vec![object])
        };
        let found = schedules(&listing("static X: AtomicU32 = AtomicU32::new(0);\n"), &report);
        let does: Vec<&str> = found.steps.iter().map(|step| step.2.as_str()).collect();
        assert!(
            does[1].starts_with("reads an old `0` from") && does[1].ends_with(", the one before the newest"),
            "{does:?}"
        );
        assert!(does[2].starts_with("reads an old `7` from") && !does[2].contains("the one"), "{does:?}");
        assert!(does[3].ends_with(", the one 3 places before the newest"), "{does:?}");
        assert_eq!(found.steps.iter().map(|step| step.5).collect::<Vec<_>>(), [None, Some(0), Some(1), Some(2)]);
        assert_eq!(found.choices[2].1, format!("main {}", does[3]));
    }

    #[test]
    fn a_step_says_what_std_does_in_it() {
        let does = |verb, choice| {
            let step = StepReport {
                thread: 0,
                line: 2,
                verb,
                gives_up: false,
                choice,
                value: None,
                before: None,
                object: Some(0),
                acquires: None,
            };
            words(&step, &["main".into()], &["`x`".into()]).0
        };
        assert_eq!(does(Verb::WakeUp, Choice::WithoutReason), "wakes up at `x` without a reason");
        assert_eq!(does(Verb::Park, Choice::WithoutReason), "goes on from `park` without a reason");
        assert_eq!(does(Verb::Lock, Choice::TakesToken), "locks `x`, and loses its token");
        assert_eq!(does(Verb::Read, Choice::BehindWriter), "queues up behind a writer of `x`");
    }

    fn listing(code: &str) -> Listing {
        let source = format!("//! A listing\n\n{code}");
        catalog::parse(catalog::Id::parse("a/b").unwrap(), std::path::Path::new("b.rs"), &source).unwrap()
    }

    fn named(program: &str, threads: &[(Option<&str>, u32)]) -> Vec<String> {
        let thread = |(name, line): &(Option<&str>, u32)| ThreadReport { name: name.map(String::from), line: *line };
        let report = report(threads.iter().map(thread).collect(), vec![]);
        super::threads(&Names::read(program), &report)
    }

    #[test]
    fn no_two_objects_have_one_name() {
        let named = |program: &str, made: &[(u32, u32, usize)]| {
            let object =
                |&(line, column, copy): &(u32, u32, usize)| ObjectReport { kind: "Mutex".into(), line, column, copy };
            let report = report(vec![], made.iter().map(object).collect());
            let names = Names::read(program);
            report.objects.iter().map(|object| object_name(&names, object, &report)).collect::<Vec<_>>()
        };
        let array = "static DOORS: [Mutex<u8>; 2] = [const { Mutex::new(0) }; 2];\n";
        assert_eq!(named(array, &[(1, 41, 1), (1, 41, 0)]), ["`DOORS[1]`", "`DOORS[0]`"]);
        // One of them is never used, so the other's place is not known.
        assert_eq!(named(array, &[(1, 41, 0)]), ["`DOORS`"]);
        let two = "static DOORS: [Mutex<u8>; 2] = [Mutex::new(0), Mutex::new(0)];\n";
        assert_eq!(named(two, &[(1, 48, 0), (1, 33, 0)]), ["`DOORS` 2", "`DOORS` 1"]);
        let pair = "let (ladder, rope) = (Mutex::new(0), Mutex::new(0));\n";
        assert_eq!(named(pair, &[(1, 38, 0), (1, 23, 0)]), ["`rope`", "`ladder`"]);
        let given = "both(Mutex::new(0), Mutex::new(0));\n";
        assert_eq!(
            named(given, &[(1, 21, 0), (1, 6, 0)]),
            ["a Mutex of line 1, number 2", "a Mutex of line 1, number 1"]
        );
    }

    #[test]
    fn a_thread_is_named_by_what_a_reader_of_the_listing_sees() {
        let program = "fn main() {\n    let ann = thread::spawn(|| ());\n    scope.spawn(carry);\n    scope.spawn(carry);\n    \
                       scope.spawn(|| pour(7));\n    scope.spawn(move || paint(seat));\n    let readers = [ask; \
                       2].map(thread::spawn);\n}\n";
        assert_eq!(named(program, &[(Some("main"), 1), (None, 2), (Some("ida"), 2)]), ["main", "ann", "ida"]);
        assert_eq!(named(program, &[(None, 3), (None, 4)]), ["carry 1", "carry 2"]);
        assert_eq!(
            named(program, &[(None, 5), (None, 6), (None, 6)]),
            ["thread of line 5", "thread 1 of line 6", "thread 2 of line 6"]
        );
        assert_eq!(named(program, &[(None, 0), (None, 0)]), ["readers 1", "readers 2"]);
        assert_eq!(named("fn main() {}", &[(None, 0)]), ["thread"]);
    }
}
