//! What is never freed: blocks that a program has allocated and that nothing leads to once `main` has returned.
//!
//! It is what LeakSanitizer looks for, in the same way: anything with the bits of an address leads to the block that
//! contains the address, whether at its beginning or within. What is looked through is what the execution has put into
//! `static`s, the thread-locals of the main thread that are never dropped, the stacks of threads that are still there,
//! and then, from block to block, what is found so. What can still be reached is not a leak: it could be used to the
//! end.
//!
//! A leak is not undefined behaviour, nor an ending of its own. It belongs to an outcome: to all of its schedules, or
//! to some.

use crate::behaviour::{cost, needed, shortest_ways};
use crate::plain::Plain;
use crate::run::{End, Run};
use crate::search::{Edge, Graph};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What one execution has not freed of what it allocated on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Leak {
    /// The line.
    pub line: u32,
    /// How many bytes, together.
    pub bytes: usize,
    /// How many blocks they are.
    pub blocks: usize,
}

/// What schedules of one outcome do not free of what they allocate on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaks {
    /// The most that one of them does not free.
    pub most: Leak,
    /// One of the shortest schedules that leak it, where not all do.
    pub schedule: Option<Vec<Edge>>,
}

const WORD: usize = size_of::<usize>();

impl Run {
    /// What has leaked, now that `main` has returned. `left` is where its thread-locals stand that are not dropped: each
    /// an address and a length.
    pub(crate) fn leaked(&self, left: &[(usize, usize)]) -> Vec<Leak> {
        let world = self.world.borrow();
        let main = self.current.get();
        let seats = self.seats.borrow();
        let stacks = world.running().filter(|thread| *thread != main).filter_map(|thread| seats.get(&thread));
        let values = self.values.borrow();
        let roots = stacks.map(|seat| seat.used()).chain(values.iter().copied()).chain(left.iter().copied());
        // SAFETY: what a suspended thread has on its stack is there, a value in a static is alive for ever, and the
        // thread-locals are those of the thread that runs. What is allocated is not freed.
        unsafe { unreachable(&world.past.plain, roots) }
    }
}

/// The blocks of the program that nothing leads to, by their lines.
///
/// # Safety
/// All of the roots can be read: each is an address and a length.
unsafe fn unreachable(plain: &Plain, roots: impl Iterator<Item = (usize, usize)>) -> Vec<Leak> {
    let mut waiting: Vec<(usize, usize)> = roots.collect();
    let mut reached = BTreeSet::new();
    while let Some((from, length)) = waiting.pop() {
        for at in (from.next_multiple_of(WORD)..(from + length).saturating_sub(WORD - 1)).step_by(WORD) {
            // SAFETY: as for our caller; or it is in a block that is allocated.
            let word = unsafe { std::ptr::with_exposed_provenance::<usize>(at).read_volatile() };
            if let Some((block, size)) = plain.block_of(word).filter(|(block, _)| reached.insert(*block)) {
                waiting.push((block, size));
            }
        }
    }
    let mut found: BTreeMap<u32, Leak> = BTreeMap::new();
    for (_, size, line) in plain.left().filter(|(at, _, line)| *line > 0 && !reached.contains(at)) {
        let leak = found.entry(line).or_insert(Leak { line, bytes: 0, blocks: 0 });
        leak.bytes += size;
        leak.blocks += 1;
    }
    found.into_values().collect()
}

/// What the schedules of each outcome leak, by what it prints; it ends with `main` returning. This has to be asked of the
/// graph as the search has found it: for who reads a behaviour, states that differ in nothing but this are one.
pub(crate) fn by_outcome(graph: &Graph) -> BTreeMap<Rc<str>, Vec<Leaks>> {
    let mut ends: BTreeMap<&Rc<str>, Vec<usize>> = BTreeMap::new();
    for (place, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.end == Some(End::Returned)) {
        ends.entry(&node.printed).or_default().push(place);
    }
    let is_leaky = |places: &Vec<usize>| places.iter().any(|&place| !graph.nodes[place].leaks.is_empty());
    ends.retain(|_, places| is_leaky(places));
    if ends.is_empty() {
        return BTreeMap::new();
    }
    let ways = shortest_ways(graph);
    let of = |places: Vec<usize>| {
        let found = places.iter().map(|&place| (&graph.nodes[place].leaks[..], &ways[place][..]));
        together(&found.collect::<Vec<_>>())
    };
    ends.into_iter().map(|(printed, places)| (Rc::clone(printed), of(places))).collect()
}

/// What these schedules of one outcome leak, given what each of them does.
pub(crate) fn together(schedules: &[(&[Leak], &[Edge])]) -> Vec<Leaks> {
    let lines: BTreeSet<u32> = schedules.iter().flat_map(|(leaks, _)| leaks.iter().map(|leak| leak.line)).collect();
    let of = |line: u32| {
        let leaky =
            schedules.iter().filter_map(|(leaks, way)| Some((leaks.iter().find(|leak| leak.line == line)?, way)));
        let leaky: Vec<_> = leaky.collect();
        let most = |what: fn(&Leak) -> usize| leaky.iter().map(|(leak, _)| what(leak)).max().unwrap_or_default();
        let rank = |way: &[Edge]| {
            let (steps, turns, _) = cost(way);
            (needed(way.iter().map(|edge| edge.1)), steps, turns)
        };
        let shortest = leaky.iter().map(|(_, way)| **way).min_by(|a, b| (rank(a), *a).cmp(&(rank(b), *b)));
        Leaks {
            most: Leak { line, bytes: most(|leak| leak.bytes), blocks: most(|leak| leak.blocks) },
            schedule: shortest.filter(|_| leaky.len() < schedules.len()).map(<[Edge]>::to_vec),
        }
    };
    lines.into_iter().map(of).collect()
}
