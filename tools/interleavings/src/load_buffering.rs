//! The shape of *load buffering*: whether a processor could let threads read, in a cycle, what others store later.
//!
//! The search leaves that out (see [`crate::execution_graph`]), though Rust's memory model permits it for `Relaxed`. ARM and
//! POWER may do a load after a later store to another location, if nothing orders the two: no fence between them, no
//! `Acquire` at the load, no `Release` at the store, and nothing in the program by which the store depends on the load. The
//! last cannot be seen in the accesses of a program. So what is found here is that it could be so, and not that it is.
//!
//! One thread of the cycle that is not ordered is enough: its store may come before its load, and all others then go on from
//! there in their own order. It is the release and the acquire of *one* atomic that order two threads, and where each side is
//! ordered there is no cycle. Only what one thread does itself is looked at: a load whose value another thread hears of by a
//! lock or a channel, before it stores, makes no side.

use crate::happens_before::{acquires, releases};
use crate::id::{ObjectId, ThreadId};
use crate::objects::{Operation, atomic};
use crate::search::{Graph, Node};
use report::Choice;
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

/// A thread that loads one atomic and later stores to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LoadThenStore {
    /// The thread.
    pub thread: ThreadId,
    /// What it loads, and on which line.
    pub load: (ObjectId, u32),
    /// What it stores to, and on which line.
    pub store: (ObjectId, u32),
}

/// A side, and whether something orders its load before its store. In an order in which those that are not ordered come
/// first.
type Side = (bool, LoadThenStore);

/// A load, and whether something orders it before all later stores.
type Load = (ThreadId, ObjectId, u32, bool);

/// A cycle of threads, each of which loads what the one before it stores later, and of which one is not ordered; empty if
/// there is none. If there is one of which no thread is ordered, it is such a one. Of the atomics only those count that are
/// raced on. A path through the graph is a schedule, so the order within a thread is its own.
pub(crate) fn cycle(graph: &Graph, is_raced_for: &dyn Fn(ObjectId) -> bool) -> Vec<LoadThenStore> {
    let mut sides: BTreeSet<Side> = BTreeSet::new();
    let mut loads: Vec<BTreeSet<Load>> = vec![BTreeSet::new(); graph.nodes.len()];
    let mut waiting: Vec<usize> = (0..graph.nodes.len()).collect();
    while let Some(at) = waiting.pop() {
        for (&(thread, choice), &to) in &graph.nodes[at].edges {
            let after = after(&graph.nodes[at], thread, choice, &loads[at], is_raced_for, &mut sides);
            let before = loads[to].len();
            loads[to].extend(after);
            if loads[to].len() > before {
                waiting.push(to);
            }
        }
    }
    // Of those that differ in lines alone the first stands for all.
    let mut sides: Vec<Side> = sides.into_iter().collect();
    let mut known = BTreeSet::new();
    sides.retain(|(_, side)| known.insert((side.thread, side.load.0, side.store.0)));
    let unordered = sides.iter().take_while(|(is_ordered, _)| !is_ordered).count();
    let sides: Vec<LoadThenStore> = sides.into_iter().map(|(_, side)| side).collect();
    let shortest = |sides: &[LoadThenStore]| {
        (0..unordered).filter_map(|first| closed(sides, vec![first])).min_by_key(Vec::len).unwrap_or_default()
    };
    match shortest(&sides[..unordered]) {
        none if none.is_empty() => shortest(&sides),
        cycle => cycle,
    }
}

/// The loads that there are after an edge; what its thread stores makes a side with each of its own.
fn after(
    node: &Node,
    thread: ThreadId,
    choice: Choice,
    before: &BTreeSet<Load>,
    is_raced_for: &dyn Fn(ObjectId) -> bool,
    sides: &mut BTreeSet<Side>,
) -> BTreeSet<Load> {
    let mut loads = before.clone();
    let Some(step) = node.threads.get(&thread).and_then(|view| view.next.as_ref()) else { return loads };
    if matches!(step.operation, Operation::Fence(_)) {
        loads = loads.into_iter().map(|load| (load.0, load.1, load.2, load.3 || load.0 == thread)).collect();
    }
    let Operation::Atomic(atomic, operation) = &step.operation else { return loads };
    if !is_raced_for(*atomic) {
        return loads;
    }
    let (load, store) = orders(*operation, choice);
    if let Some(order) = store {
        let own = before.iter().filter(|load| load.0 == thread && load.1 != *atomic);
        sides.extend(own.map(|&(thread, loaded, line, is_ordered)| {
            let side = LoadThenStore { thread, load: (loaded, line), store: (*atomic, step.line) };
            (is_ordered || releases(order), side)
        }));
    }
    if let Some(order) = load {
        loads.insert((thread, *atomic, step.line, acquires(order)));
    }
    loads
}

/// The orders of the load and of the store that an operation may be.
fn orders(operation: atomic::Operation, choice: Choice) -> (Option<Ordering>, Option<Ordering>) {
    match operation {
        atomic::Operation::Load(order) => (Some(order), None),
        atomic::Operation::Store(order, _) => (None, Some(order)),
        atomic::Operation::Update(_, order) => (Some(order), Some(order)),
        atomic::Operation::Exchange { failure, .. } if matches!(choice, Choice::FailsOld(_)) => (Some(failure), None),
        atomic::Operation::Exchange { success, failure, .. } => {
            let weaker = if acquires(success) { failure } else { success };
            (Some(weaker), Some(success))
        }
    }
}

/// The shortest cycle that goes on from here: each side loads what the one before it stores to, and is another
/// thread's.
fn closed(sides: &[LoadThenStore], way: Vec<usize>) -> Option<Vec<LoadThenStore>> {
    let first = sides[way[0]];
    let mut ways = vec![way];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = sides[way[way.len() - 1]];
            if way.len() > 1 && last.store.0 == first.load.0 {
                return Some(way.into_iter().map(|side| sides[side]).collect());
            }
            for (next, side) in sides.iter().enumerate() {
                let is_of_another = way.iter().all(|before| sides[*before].thread != side.thread);
                if side.load.0 == last.store.0 && is_of_another {
                    let mut way = way.clone();
                    way.push(next);
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}
