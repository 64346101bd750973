//! A behaviour as a report: plain data, to be passed from the program that explores to the one that asked it to.

use crate::behaviour::Behaviour;
use crate::happens_before::Release;
use crate::history::{History, Written};
use crate::id::{ObjectId, Stream, ThreadId};
use crate::leaks::{Leak, Leaks};
use crate::load_buffering::LoadThenStore;
use crate::plain::{Undefined, Who};
use crate::run::End;
use crate::sample::Sample;
use crate::search::{Edge, View};
use crate::step::{Step, Verb};
use crate::world::Hold;
use report::{
    Choice, Does, EndReport, HistoryReport, HoldReport, LeakReport, LoadThenStoreReport, ObjectReport, OutcomeReport,
    Report, SampleReport, StateReport, StepReport, ThreadReport, UndefinedKind, UndefinedReport, WhoReport,
    WrittenReport,
};
use std::collections::BTreeMap;

/// What is said of a sample of a program in which a load could read an old value.
const NEWEST_ALONE: &str = ", with each load reading what was written last, though memory permits more";

/// The data of a behaviour; `kinds` has the type of each object in std.
pub fn report(behaviour: &Behaviour, kinds: &BTreeMap<ObjectId, &'static str>) -> Report {
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
        edges: Vec::new(),
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
