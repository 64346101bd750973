//! A behaviour as plain data, to be passed from the program that explores to the one that asked it to.

use crate::behaviour::Behaviour;
use crate::choice::Choice;
use crate::happens_before::Release;
use crate::history::{History, Written};
use crate::id::{ObjectId, Stream, ThreadId};
use crate::leaks::{Leak, Leaks};
use crate::load_buffering::LoadThenStore;
use crate::plain::{Does, Undefined, Who};
use crate::run::End;
use crate::sample::Sample;
use crate::search::{Edge, View};
use crate::step::Step;
use crate::world::Hold;
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
    /// The histories of atomics that there are.
    pub histories: Vec<HistoryReport>,
    /// The states; the first is the one at the beginning.
    pub states: Vec<StateReport>,
    /// What the program can come to.
    pub outcomes: Vec<OutcomeReport>,
    /// How many schedules of ordinary choices there are, in decimal, none if there is no end of them; or, of a sample, how
    /// many were tried.
    pub schedules: Option<String>,
    /// Whether all has been tried that other than ordinary choices lead to.
    pub with_all_choices: bool,
    /// The sides of a circle of load buffering that the accesses have the shape of, which is not explored.
    pub load_buffering: Vec<LoadThenStoreReport>,
    /// How they were chosen, if these are not all.
    pub sample: Option<SampleReport>,
}

/// A thread that loads one atomic and later stores to another one, with nothing that orders the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadThenStoreReport {
    /// The thread.
    pub thread: usize,
    /// What it loads, and on which line.
    pub load: (usize, u32),
    /// What it stores to, and on which line.
    pub store: (usize, u32),
}

/// How the schedules of a sample were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleReport {
    /// In words.
    pub method: String,
    /// The seed of all choices.
    pub seed: u64,
}

/// What is said of a sample of a program in which a load could read an old value.
const NEWEST_ALONE: &str = ", each load reading what was written last, where memory permits more";

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

/// What a step does. Threads are known by `T`: their ids, and in a report their places in its list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Verb<T = ThreadId> {
    Spawn(T),
    /// The closure of a scoped thread has ended, and not yet the thread.
    LeaveScope,
    End,
    /// With these words.
    Panic(String),
    Join(T),
    EndScope,
    IsFinished(T),
    Park,
    Unpark(T),
    Sleep,
    YieldNow,
    SpinLoop,
    /// The main thread's thread-locals are dropped.
    RunDestructors,
    Exit,
    Print(String),
    PrintError(String),
    /// Of standard output; if `true`, of standard error.
    LockStream(bool),
    UnlockStream(bool),
    Lock,
    TryLock,
    Unlock,
    IsPoisoned,
    ClearPoison,
    Read,
    /// Reads, after it was made to wait behind a writer.
    ReadQueued,
    TryRead,
    EndRead,
    Write,
    TryWrite,
    EndWrite,
    Downgrade,
    Wait,
    WakeUp,
    NotifyOne,
    NotifyAll,
    Arrive,
    GoOn,
    CallOnce,
    EndOnce,
    IsCompleted,
    WaitOnce,
    Send,
    TrySend,
    Offer,
    HandedOver,
    Recv,
    TryRecv,
    DropSender,
    DropReceiver,
    Load,
    Store,
    /// By the method of this name.
    Change(String),
    Fence,
    AddOwner,
    DropOwner,
    CountOwners,
    ExchangeOwners,
    /// Of what the thread has left.
    LeaveResult,
    /// Of this thread.
    DropHandle(T),
}

impl<T> Verb<T> {
    /// The same, with its thread known otherwise.
    fn with<U>(self, thread: impl FnOnce(T) -> U) -> Verb<U> {
        macro_rules! same {
            ($($name:ident),*; $($text:ident),*) => {
                match self {
                    Verb::Spawn(other) => Verb::Spawn(thread(other)),
                    Verb::Join(other) => Verb::Join(thread(other)),
                    Verb::IsFinished(other) => Verb::IsFinished(thread(other)),
                    Verb::Unpark(other) => Verb::Unpark(thread(other)),
                    Verb::DropHandle(other) => Verb::DropHandle(thread(other)),
                    $(Verb::$name => Verb::$name,)*
                    $(Verb::$text(of) => Verb::$text(of),)*
                }
            };
        }
        same! {
            LeaveScope, End, EndScope, Park, Sleep, YieldNow, SpinLoop, RunDestructors, Exit, Lock, TryLock, Unlock,
            IsPoisoned, ClearPoison, Read, ReadQueued, TryRead, EndRead, Write, TryWrite, EndWrite, Downgrade, Wait,
            WakeUp, NotifyOne, NotifyAll, Arrive, GoOn, CallOnce, EndOnce, IsCompleted, WaitOnce, Send, TrySend, Offer,
            HandedOver, Recv, TryRecv, DropSender, DropReceiver, Load, Store, Fence, AddOwner, DropOwner, CountOwners,
            ExchangeOwners, LeaveResult;
            Panic, Print, PrintError, LockStream, UnlockStream, Change
        }
    }
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepReport {
    /// Whose step it is.
    pub thread: usize,
    /// The line of it; 0 for what no line says.
    pub line: u32,
    /// What it does, or waits for.
    pub verb: Verb<usize>,
    /// Whether it gives that up, as its time is up.
    pub gives_up: bool,
    /// What it chooses.
    pub choice: Choice,
    /// The value that is read, or that a store writes, where memory gives a choice.
    pub value: Option<String>,
    /// The value before which a store counts, if it is not the last.
    pub before: Option<String>,
    /// What it is about.
    pub object: Option<usize>,
    /// Where a release was, by whom and on which line, after which the thread now knows what was done before it.
    pub acquires: Option<(usize, u32)>,
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
    /// What has been written to atomics, where that decides what can be read.
    pub histories: Vec<usize>,
}

/// The writes to an atomic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryReport {
    /// The atomic.
    pub object: usize,
    /// Its writes, in its modification order.
    pub writes: Vec<WrittenReport>,
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenReport {
    /// Who wrote it; none for what the atomic was made with, or what all threads know to be there.
    pub thread: Option<usize>,
    /// Its line; 0 where it has none.
    pub line: u32,
    /// The value.
    pub value: String,
    /// The threads that have read it, each as often as it has.
    pub reads: Vec<usize>,
    /// The threads that read no older write than this one any more.
    pub seen_by: Vec<usize>,
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
    /// Threads go on for ever.
    Livelock,
    /// A thread does what has no meaning.
    Undefined(UndefinedReport),
}

/// What has no meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndefinedReport {
    /// What kind of thing it is.
    pub kind: UndefinedKind,
    /// Who does what has a meaning no longer.
    pub here: WhoReport,
    /// Who did what takes its meaning away, if somebody did.
    pub before: Option<WhoReport>,
}

/// A kind of what has no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum UndefinedKind {
    Race,
    UseAfterFree,
    DoubleFree,
    NeverWritten,
    Returned,
}

/// Who does something to memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoReport {
    /// The thread.
    pub thread: usize,
    /// The line; 0 where no line says it.
    pub line: u32,
    /// What it does.
    pub does: Does,
}

/// What schedules of an outcome never free of what they allocate on one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeakReport {
    /// The line.
    pub line: u32,
    /// How many bytes at most, together.
    pub bytes: usize,
    /// How many blocks at most.
    pub blocks: usize,
    /// One of the shortest schedules that leak them, where not all of the outcome's do.
    pub schedule: Option<Vec<(usize, Choice)>>,
}

/// What a program can come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeReport {
    /// What it prints.
    pub prints: String,
    /// How it ends.
    pub end: EndReport,
    /// How many schedules of ordinary choices come to it, in decimal; none if there is no end of them.
    pub schedules: Option<String>,
    /// One of the shortest schedules: whose turn it is, and what it chooses, step by step.
    pub schedule: Vec<(usize, Choice)>,
    /// What std has to do for it that it hardly ever does: its choices, each with what it is made in.
    pub needs: Vec<(Verb<usize>, Choice)>,
    /// How many schedules come to it by what memory permits beyond one order of steps, in decimal; none if there is no end
    /// of them.
    pub weak_schedules: Option<String>,
    /// What its schedules never free, by the lines on which it is allocated.
    pub leaks: Vec<LeakReport>,
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
            let end = state.end.as_ref().map(|end| places.end(end));
            let histories = state.histories.iter().map(|history| places.history(history)).collect();
            let mut report = StateReport { can: Vec::new(), waits: Vec::new(), end, holds: Vec::new(), histories };
            for (thread, view) in &state.threads {
                report.holds.extend(view.holds.iter().map(|(object, how)| places.hold(*thread, *object, *how)));
                let Some(step) = &view.next else { continue };
                let mut goes = false;
                for ((_, choice), to) in state.edges.iter().filter(|((going, _), _)| going == thread) {
                    goes |= choice.is_ordinary();
                    let acquired = state.acquired.get(&(*thread, *choice)).copied();
                    let step = places.step(*thread, view, step, *choice, acquired);
                    report.can.push((step, *to));
                }
                if !goes {
                    let step = places.step(*thread, view, step, Choice::Ordinary, None);
                    report.waits.push((step, view.held_by.iter().map(|held| places.threads[held]).collect()));
                }
            }
            report
        });
        let states = states.collect();
        let outcomes = behaviour.outcomes.iter().map(|outcome| OutcomeReport {
            prints: outcome.printed.clone(),
            end: places.end(&outcome.end),
            schedules: outcome.schedules.as_ref().map(ToString::to_string),
            schedule: places.schedule(&outcome.schedule),
            needs: outcome
                .needs
                .iter()
                .filter(|(_, choice)| !choice.is_weak())
                .map(|(of, choice)| (places.verb(of.verb()), *choice))
                .collect(),
            weak_schedules: outcome.weak_schedules.as_ref().map(ToString::to_string),
            leaks: outcome.leaks.iter().map(|leaks| places.leaks(leaks)).collect(),
        });
        let outcomes = outcomes.collect();
        let side = |side: &LoadThenStore| LoadThenStoreReport {
            thread: places.threads[&side.thread],
            load: (places.object(side.load.0), side.load.1),
            store: (places.object(side.store.0), side.store.1),
        };
        let load_buffering = behaviour.load_buffering.iter().map(side).collect();
        let objects = objects(&places.objects, kinds);
        Report {
            threads: known.into_values().collect(),
            objects,
            holds: places.holds,
            steps: places.steps,
            histories: places.histories,
            states,
            outcomes,
            schedules: behaviour.schedules.as_ref().map(ToString::to_string),
            with_all_choices: behaviour.with_all_choices,
            load_buffering,
            sample: behaviour.sample.map(|sample| {
                let newest = if behaviour.memory_permits_more { NEWEST_ALONE } else { "" };
                SampleReport { method: format!("{}{newest}", Sample::METHOD), seed: sample.seed }
            }),
        }
    }
}

/// The places of what has been met so far.
#[derive(Default)]
struct Places {
    threads: BTreeMap<ThreadId, usize>,
    objects: Vec<ObjectId>,
    holds: Vec<HoldReport>,
    steps: Vec<StepReport>,
    histories: Vec<HistoryReport>,
}

impl Places {
    fn schedule(&self, schedule: &[Edge]) -> Vec<(usize, Choice)> {
        schedule.iter().map(|(thread, choice)| (self.threads[thread], *choice)).collect()
    }

    fn leaks(&self, leaks: &Leaks) -> LeakReport {
        let Leak { line, bytes, blocks } = leaks.most;
        LeakReport { line, bytes, blocks, schedule: leaks.schedule.as_ref().map(|schedule| self.schedule(schedule)) }
    }

    fn end(&self, end: &End) -> EndReport {
        match end {
            End::Returned => EndReport::Returned,
            End::Panicked(message) => EndReport::Panicked(message.clone()),
            End::Exited(status) => EndReport::Exited(*status),
            End::Deadlock => EndReport::Deadlock,
            End::Livelock => EndReport::Livelock,
            End::Undefined(undefined) => EndReport::Undefined(self.undefined(*undefined)),
        }
    }

    fn undefined(&self, undefined: Undefined) -> UndefinedReport {
        let who = |who: Who| WhoReport { thread: self.threads[&who.thread], line: who.line, does: who.does };
        let (kind, here, before) = match undefined {
            Undefined::Race { first, second } => (UndefinedKind::Race, second, Some(who(first))),
            Undefined::UseAfterFree { freed, used } => (UndefinedKind::UseAfterFree, used, Some(who(freed))),
            Undefined::DoubleFree { first, second } => (UndefinedKind::DoubleFree, second, Some(who(first))),
            Undefined::NeverWritten { read } => (UndefinedKind::NeverWritten, read, None),
            Undefined::Returned { used, of } => {
                let of = WhoReport { thread: self.threads[&of], line: 0, does: Does::Frees };
                (UndefinedKind::Returned, used, Some(of))
            }
        };
        UndefinedReport { kind, here: who(here), before }
    }

    fn history(&mut self, history: &History) -> usize {
        let written = |write: &Written| WrittenReport {
            thread: write.by.map(|(thread, _)| self.threads[&thread]),
            line: write.line,
            value: write.value.clone(),
            reads: write.reads.iter().map(|(thread, _)| self.threads[thread]).collect(),
            seen_by: write.seen_by.iter().map(|thread| self.threads[thread]).collect(),
        };
        let writes = history.writes.iter().map(written).collect();
        let report = HistoryReport { object: self.object(history.atomic), writes };
        place_of(&mut self.histories, report)
    }

    fn verb(&self, verb: Verb) -> Verb<usize> {
        verb.with(|thread| self.threads.get(&thread).copied().unwrap_or_default())
    }

    fn step(&mut self, thread: ThreadId, view: &View, step: &Step, choice: Choice, acquired: Option<Release>) -> usize {
        let object = step.operation.object().map(|object| self.object(object));
        let verb = self.verb(step.operation.verb());
        let thread = self.threads[&thread];
        let gives_up = view.gives_up;
        let values = view.values.iter().find(|(of, _)| *of == choice).map(|(_, values)| values.clone());
        let (value, before) = values.map_or((None, None), |values| (Some(values.value), values.before));
        let acquires = acquired.map(|(from, line)| (self.threads[&from], line));
        let line = step.line;
        place_of(&mut self.steps, StepReport { thread, line, verb, gives_up, choice, value, before, object, acquires })
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

/// What is said of the objects. Those that were made at one place of the program are numbered by where they are.
fn objects(ids: &[ObjectId], kinds: &BTreeMap<ObjectId, &'static str>) -> Vec<ObjectReport> {
    let copies = |of: &ObjectId| {
        let of = *of;
        let made = |id: &ObjectId| match id {
            ObjectId::Made { line, column, .. } => Some((*line, *column)),
            _ => None,
        };
        let mut alike: Vec<ObjectId> = ids.iter().copied().filter(|id| made(id) == made(&of)).collect();
        alike.sort();
        alike.iter().position(|id| *id == of).unwrap_or_default()
    };
    let report = |id: &ObjectId| {
        let kind = kinds.get(id).copied().unwrap_or_default().to_string();
        match id {
            ObjectId::Made { line, column, .. } => {
                ObjectReport { kind, line: *line, column: *column, copy: copies(id) }
            }
            ObjectId::Stream(Stream::Output) => ObjectReport { kind: "stdout".into(), line: 0, column: 0, copy: 0 },
            ObjectId::Stream(Stream::Error) => ObjectReport { kind: "stderr".into(), line: 0, column: 0, copy: 0 },
            ObjectId::Thread(_) => ObjectReport { kind: "thread".into(), line: 0, column: 0, copy: 0 },
        }
    };
    ids.iter().map(report).collect()
}
