//! A behaviour as plain data, to be passed from the program that explores to the one that asked it to.

use crate::behaviour::Behaviour;
use crate::run::End;
use crate::sample::Sample;
use crate::step::{Step, Verb};
use crate::world::{Hold, ObjectId, ThreadId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A behaviour. Threads, objects, steps and states are known by their places in these lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The threads, the main thread first.
    pub threads: Vec<ThreadReport>,
    /// What threads share.
    pub objects: Vec<ObjectReport>,
    /// What a thread can hold.
    pub holds: Vec<HoldReport>,
    /// The steps that there are.
    pub steps: Vec<StepReport>,
    /// The states; the first is the one at the beginning.
    pub states: Vec<StateReport>,
    /// What the program can come to.
    pub outcomes: Vec<OutcomeReport>,
    /// How many schedules there are, in decimal; or, of a sample, how many were tried.
    pub schedules: String,
    /// How they were chosen, if these are not all.
    pub sample: Option<SampleReport>,
}

/// How the schedules of a sample were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleReport {
    /// In words.
    pub method: String,
    /// The seed of all choices.
    pub seed: u64,
}

/// The status with which a program that explores ends where there are more states than it may have.
pub const TOO_MANY_STATES: u8 = 2;

/// A thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadReport {
    /// The name that the program gave it.
    pub name: Option<String>,
    /// Where it was started.
    pub line: u32,
}

/// Something that threads share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectReport {
    /// Its type in the standard library.
    pub kind: String,
    /// Where it was made.
    pub line: u32,
    /// Where in that line, counted from 1.
    pub column: u32,
    /// Its place in the array, if it is an element of one; else how many made at the same place were used before it.
    pub copy: usize,
}

/// Something that a thread holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldReport {
    /// Who holds it.
    pub thread: usize,
    /// What it is.
    pub object: usize,
    /// How: `lock`, `read`, `write` or `call_once`.
    pub how: String,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepReport {
    /// Whose step it is.
    pub thread: usize,
    /// The line of it; 0 for what no line says.
    pub line: u32,
    /// What it does, or waits for.
    pub verb: String,
    /// Whether it gives that up, as its time is up.
    pub gives_up: bool,
    /// What it is about.
    pub object: Option<usize>,
    /// Which thread it is about.
    pub other: Option<usize>,
    /// What it prints, or the words of its panic.
    pub text: Option<String>,
}

/// A state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateReport {
    /// The steps that can happen, and the state that each leads to; none if a sample has not gone there.
    pub can: Vec<(usize, Option<usize>)>,
    /// The steps that have to wait, and the threads that hold what they wait for.
    pub waits: Vec<(usize, Vec<usize>)>,
    /// How the program ends here, if it does.
    pub end: Option<EndReport>,
    /// What is held.
    pub holds: Vec<usize>,
}

/// How a program ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReport {
    /// `main` has returned.
    Returned,
    /// `main` has panicked.
    Panicked(String),
    /// The program has ended itself with this status.
    Exited(i32),
    /// No thread can go on.
    Deadlock,
}

/// What a program can come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeReport {
    /// What it prints.
    pub prints: String,
    /// How it ends.
    pub end: EndReport,
    /// How many schedules come to it, in decimal.
    pub schedules: String,
    /// One of the shortest schedules: whose turn it is, step by step.
    pub schedule: Vec<usize>,
}

impl Report {
    /// The data of a behaviour.
    pub fn of(behaviour: &Behaviour, kinds: &BTreeMap<ObjectId, &'static str>) -> Report {
        let mut places = Places::default();
        let views = behaviour.states.iter().flat_map(|state| &state.threads);
        let known: BTreeMap<ThreadId, ThreadReport> = views
            .map(|(thread, view)| {
                (*thread, ThreadReport { name: view.name.as_deref().map(str::to_string), line: view.line })
            })
            .collect();
        places.threads = known.keys().enumerate().map(|(place, thread)| (*thread, place)).collect();
        let states = behaviour.states.iter().map(|state| {
            let end = state.end.as_ref().map(end);
            let mut report = StateReport { can: Vec::new(), waits: Vec::new(), end, holds: Vec::new() };
            for (thread, view) in &state.threads {
                report.holds.extend(view.holds.iter().map(|(object, how)| places.hold(*thread, *object, *how)));
                let Some(step) = &view.next else { continue };
                let step = places.step(*thread, step, view.gives_up);
                match state.edges.iter().find(|(going, _)| going == thread) {
                    Some((_, to)) => report.can.push((step, *to)),
                    None => report.waits.push((step, view.held_by.iter().map(|held| places.threads[held]).collect())),
                }
            }
            report
        });
        let states = states.collect();
        let outcomes = behaviour.outcomes.iter().map(|outcome| OutcomeReport {
            prints: outcome.printed.clone(),
            end: end(&outcome.end),
            schedules: outcome.schedules.to_string(),
            schedule: outcome.schedule.iter().map(|thread| places.threads[thread]).collect(),
        });
        let outcomes = outcomes.collect();
        let object = |id: &ObjectId| match id {
            ObjectId::Made { line, column, copy } => ObjectReport {
                kind: kinds.get(id).copied().unwrap_or_default().to_string(),
                line: *line,
                column: *column,
                copy: *copy,
            },
            ObjectId::Thread(_) => ObjectReport { kind: "thread".to_string(), line: 0, column: 0, copy: 0 },
        };
        let objects = places.objects.iter().map(object).collect();
        Report {
            threads: known.into_values().collect(),
            objects,
            holds: places.holds,
            steps: places.steps,
            states,
            outcomes,
            schedules: behaviour.schedules.to_string(),
            sample: behaviour.sample.map(|sample| SampleReport { method: Sample::METHOD.into(), seed: sample.seed }),
        }
    }
}

fn end(end: &End) -> EndReport {
    match end {
        End::Returned => EndReport::Returned,
        End::Panicked(message) => EndReport::Panicked(message.clone()),
        End::Exited(status) => EndReport::Exited(*status),
        End::Deadlock => EndReport::Deadlock,
    }
}

/// The places of what has been met so far.
#[derive(Default)]
struct Places {
    threads: BTreeMap<ThreadId, usize>,
    objects: Vec<ObjectId>,
    holds: Vec<HoldReport>,
    steps: Vec<StepReport>,
}

impl Places {
    fn step(&mut self, thread: ThreadId, step: &Step, gives_up: bool) -> usize {
        let object =
            step.object.filter(|object| !matches!(object, ObjectId::Thread(_))).map(|object| self.object(object));
        let of = |id: &ThreadId| self.threads.get(id).copied();
        let (verb, other, text) = match &step.verb {
            Verb::Spawn(child) => ("spawn", of(child), None),
            Verb::Join(other) => ("join", of(other), None),
            Verb::Print(text) => ("print", None, Some(text.clone())),
            Verb::PrintError(text) => ("print to standard error", None, Some(text.clone())),
            Verb::Panic(text) => ("panic", None, Some(text.clone())),
            Verb::Yield(name) | Verb::Change(name) => (*name, None, None),
            verb => {
                let other = match (verb, step.object) {
                    (Verb::Unpark | Verb::IsFinished, Some(ObjectId::Thread(other))) => of(&other),
                    _ => None,
                };
                (word(verb), other, None)
            }
        };
        let thread = self.threads[&thread];
        let verb = verb.to_string();
        place_of(&mut self.steps, StepReport { thread, line: step.line, verb, gives_up, object, other, text })
    }

    fn hold(&mut self, thread: ThreadId, object: ObjectId, how: Hold) -> usize {
        let how = match how {
            Hold::Lock => "lock",
            Hold::Read => "read",
            Hold::Write => "write",
            Hold::Initialise => "call_once",
        };
        let (thread, object) = (self.threads[&thread], self.object(object));
        place_of(&mut self.holds, HoldReport { thread, object, how: how.to_string() })
    }

    fn object(&mut self, id: ObjectId) -> usize {
        place_of(&mut self.objects, id)
    }
}

/// The place of an item in a list, to which it is added if it is new.
fn place_of<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

/// The word for a verb that says nothing else: the name of the operation in the standard library, where it has one.
fn word(verb: &Verb) -> &'static str {
    match verb {
        Verb::Spawn(_) | Verb::Join(_) | Verb::Print(_) | Verb::PrintError(_) | Verb::Panic(_) => "",
        Verb::Yield(name) | Verb::Change(name) => name,
        Verb::End => "end",
        Verb::JoinScope => "end of scope",
        Verb::Exit => "exit",
        Verb::IsFinished => "is_finished",
        Verb::Park => "park",
        Verb::Unpark => "unpark",
        Verb::Sleep => "sleep",
        Verb::Lock => "lock",
        Verb::TryLock => "try_lock",
        Verb::Unlock => "unlock",
        Verb::IsPoisoned => "is_poisoned",
        Verb::ClearPoison => "clear_poison",
        Verb::Read => "read",
        Verb::TryRead => "try_read",
        Verb::EndRead => "end of read",
        Verb::Write => "write",
        Verb::TryWrite => "try_write",
        Verb::EndWrite => "end of write",
        Verb::Downgrade => "downgrade",
        Verb::Wait => "wait",
        Verb::WakeUp => "wake up",
        Verb::NotifyOne => "notify_one",
        Verb::NotifyAll => "notify_all",
        Verb::Arrive => "arrive",
        Verb::GoOn => "go on",
        Verb::CallOnce => "call_once",
        Verb::EndOnce => "end of call_once",
        Verb::IsCompleted => "is_completed",
        Verb::Send => "send",
        Verb::TrySend => "try_send",
        Verb::Offer => "offer",
        Verb::HandedOver => "handed over",
        Verb::Recv => "recv",
        Verb::TryRecv => "try_recv",
        Verb::DropSender(_) => "drop of sender",
        Verb::DropReceiver => "drop of receiver",
        Verb::Load => "load",
    }
}
