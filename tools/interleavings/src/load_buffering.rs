//! The shape of *load buffering*: whether a processor could let threads read, in a cycle, what others store later.
//!
//! The search leaves that out (see [`crate::execution_graph`]), though Rust's memory model permits it for `Relaxed`. ARM and
//! POWER may do a load after a later store to another location, if nothing orders the two: no fence between them, no
//! `Acquire` at the load, no `Release` at the store, and nothing in the program by which the store depends on the load. The
//! last cannot be seen in the accesses of a program. So what is found here is that it could be so, and not that it is.
//!
//! A thread whose load and store are ordered by neither is enough: its store may come before its load, and all others then
//! go on from there in their own order. No machine is known to show a cycle in which each thread is ordered by one of the two.
//! But what the language forbids it only forbids by a release and the acquire of the same atomic: where two steps of the cycle
//! from a store to the load of it are not such a pair, nothing happens before anything that would close the cycle. So such a
//! cycle is told too, if there is no other.
//!
//! Only what one thread does itself is looked at: a load whose value another thread hears of by a lock or a channel, before
//! it stores, makes no side.

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

/// What orders a side's load before whatever the thread does later, or its store after whatever it has done before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Ordered {
    /// The load acquires, or a fence after it does.
    acquires: bool,
    /// The store releases, or a fence before it and after the load does.
    releases: bool,
}

impl Ordered {
    fn is_at_all(self) -> bool {
        self.acquires || self.releases
    }
}

/// A side, in an order in which those that are not ordered come first.
type Side = (Ordered, LoadThenStore);

/// A load of a thread, on its line, and what orders it so far.
type Load = (ThreadId, ObjectId, u32, Ordered);

/// A cycle of threads, each of which loads what the one before it stores later, and which the language does not forbid; empty
/// if there is none. One of which no thread is ordered comes before others, and then one of which some thread is not. Of the
/// atomics only those count that are raced on. A path through the graph is a schedule, so the order within a thread is its
/// own.
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
    sides.retain(|(ordered, side)| known.insert((*ordered, side.thread, side.load.0, side.store.0)));
    let unordered = sides.iter().take_while(|(ordered, _)| !ordered.is_at_all()).count();
    let shortest =
        |sides: &[Side], firsts: usize| (0..firsts).filter_map(|first| closed(sides, vec![first])).min_by_key(Vec::len);
    let nobody_is = || shortest(&sides[..unordered], unordered);
    let somebody_is_not = || shortest(&sides, unordered);
    let all_are = || shortest(&sides, sides.len());
    nobody_is().or_else(somebody_is_not).or_else(all_are).unwrap_or_default()
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
    if let Operation::Fence(order) = step.operation {
        let fenced = |ordered: Ordered| Ordered {
            acquires: ordered.acquires || acquires(order),
            releases: ordered.releases || releases(order),
        };
        let after = |load: Load| if load.0 == thread { (load.0, load.1, load.2, fenced(load.3)) } else { load };
        loads = loads.into_iter().map(after).collect();
    }
    let Operation::Atomic(atomic, operation) = &step.operation else { return loads };
    if !is_raced_for(*atomic) {
        return loads;
    }
    let (load, store) = orders(*operation, choice);
    if let Some(order) = store {
        let own = before.iter().filter(|load| load.0 == thread && load.1 != *atomic);
        sides.extend(own.map(|&(thread, loaded, line, ordered)| {
            let side = LoadThenStore { thread, load: (loaded, line), store: (*atomic, step.line) };
            (Ordered { releases: ordered.releases || releases(order), ..ordered }, side)
        }));
    }
    if let Some(order) = load {
        loads.insert((thread, *atomic, step.line, Ordered { acquires: acquires(order), releases: false }));
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

/// The shortest cycle that goes on from here and is not forbidden: each side loads what the one before it stores to, and is
/// another thread's.
fn closed(sides: &[Side], way: Vec<usize>) -> Option<Vec<LoadThenStore>> {
    let first = sides[way[0]].1;
    let mut ways = vec![way];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = sides[way[way.len() - 1]].1;
            if way.len() > 1 && last.store.0 == first.load.0 && !is_forbidden(sides, &way) {
                return Some(way.into_iter().map(|side| sides[side].1).collect());
            }
            for (next, (_, side)) in sides.iter().enumerate() {
                let is_of_another = way.iter().all(|before| sides[*before].1.thread != side.thread);
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

/// Whether all stores of a cycle but one, or all, are released and acquired by the load of the next side. Then the first load
/// after the one that is not happens before the store that it would read.
fn is_forbidden(sides: &[Side], cycle: &[usize]) -> bool {
    let next = cycle.iter().cycle().skip(1);
    let loose = cycle.iter().zip(next).filter(|(one, next)| !(sides[**one].0.releases && sides[**next].0.acquires));
    loose.count() < 2
}
