//! Whether outcomes could depend on memory orderings weaker than one order of all accesses, and so how memory is
//! explored.
//!
//! With `SeqCst` alone, all accesses to atomics are in one order. With a weaker order that is still all that can be
//! noticed as long as no more than one atomic is raced on, and everything else that threads share is ordered by
//! *happens-before*. For by *coherence* all threads agree on one order of the accesses to one atomic, and
//! happens-before agrees with it; so the two together have no cycle, and any order that continues them is one that the
//! search goes through. That nothing else is raced on needs to be known of the search's own executions alone: the first
//! access at which another one left them would be a race already. (It is the argument by which programs without data
//! races behave as if there were one order: Adve and Hill 1990.)
//!
//! With two atomics there may be a cycle. Two threads that each store to one and then load the other may both find
//! nothing. A call that only looks, such as `try_lock`, counts as another atomic, since finding nothing orders nothing.
//! So does one that is told of what another thread has done and takes nothing over from it: `send` that has waited for room,
//! `recv` that hears that all senders are gone.
//! So does the output, if two threads race to print: it is in an order that everyone sees but that orders nothing else.
//!
//! So a program is explored in one order first. If it asks for weaker orders of what threads share, it is explored once
//! more with [`HappensBefore`](crate::happens_before::HappensBefore) as part of each state, to find out what is raced
//! on. And if that is more than one atomic, it is explored with the accesses of each execution as a graph, in which a
//! load may read an old write (see [`crate::execution_graph`]).

use crate::id::{ObjectId, ThreadId};
use crate::objects::Operation;
use crate::plain::is_memory_watched;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// How memory is explored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Memory {
    /// In one order of all accesses.
    #[default]
    OneOrder,
    /// The same, and races on atomics are looked for.
    Races,
    /// With each value that a load may read, and each place that a store may take.
    Weak,
}

/// What has been seen of a program in all its executions so far.
#[derive(Default)]
struct Seen {
    atomics: BTreeMap<ObjectId, Accesses>,
    /// Those for which there is a race, as far as that has been looked for.
    raced_for: BTreeSet<ObjectId>,
    /// Whether a thread has only looked at something else.
    looks: bool,
    /// The threads that print.
    prints: BTreeSet<ThreadId>,
    /// Whether two of them race to print, as far as that has been looked for.
    race_to_print: bool,
    memory: Memory,
    /// Whether what is no step hands nothing on.
    steps_alone_hand_on: bool,
}

#[derive(Default)]
struct Accesses {
    threads: BTreeSet<ThreadId>,
    /// Whether one of them is weaker than `SeqCst`.
    is_weaker: bool,
}

thread_local! {
    static SEEN: RefCell<Seen> = RefCell::default();
}

/// Another program is explored.
pub(crate) fn forget() {
    // Who is checked against what happens before has to know that from the start.
    let memory = if is_memory_watched() { Memory::Races } else { Memory::OneOrder };
    SEEN.set(Seen { memory, ..Seen::default() });
}

/// Another program is explored, with loads that may read old values whether it can be noticed or not.
pub(crate) fn forget_but_weak() {
    SEEN.set(Seen { memory: Memory::Weak, ..Seen::default() });
}

/// The program that has been explored is followed once more, to find out from which step to which there is an edge: even
/// if nothing that it does depends on what its threads know. Nobody is shown what is no step, such as that a thread and its
/// handle let go of what the thread has left, so it hands nothing on either; except where memory is watched, as without it
/// there would be races.
pub(crate) fn look_for_edges() {
    SEEN.with_borrow_mut(|seen| {
        if seen.memory == Memory::OneOrder {
            seen.memory = Memory::Races;
        }
        seen.steps_alone_hand_on = !is_memory_watched();
    });
}

/// Whether what is no step hands nothing on.
pub(crate) fn do_steps_alone_hand_on() -> bool {
    SEEN.with_borrow(|seen| seen.steps_alone_hand_on)
}

/// A thread accesses an atomic, perhaps with an order that is weaker than `SeqCst`.
pub(crate) fn access(thread: ThreadId, atomic: ObjectId, is_weaker: bool) {
    SEEN.with_borrow_mut(|seen| {
        let accesses = seen.atomics.entry(atomic).or_default();
        accesses.threads.insert(thread);
        accesses.is_weaker |= is_weaker;
    });
}

/// A thread is about to do this.
pub(crate) fn note(thread: ThreadId, operation: &Operation) {
    SEEN.with_borrow_mut(|seen| {
        seen.looks |= operation.only_looks();
        if matches!(operation, Operation::Output(_)) {
            seen.prints.insert(thread);
        }
    });
}

/// A thread has been told of something that another one has done, and nothing puts that before what it does next.
pub(crate) fn looks() {
    SEEN.with_borrow_mut(|seen| seen.looks = true);
}

/// Two threads race on an atomic.
pub(crate) fn race(atomic: ObjectId) {
    SEEN.with_borrow_mut(|seen| seen.raced_for.insert(atomic));
}

/// Whether two threads have been found to race on an atomic.
pub(crate) fn is_raced_for(atomic: ObjectId) -> bool {
    SEEN.with_borrow(|seen| seen.raced_for.contains(&atomic))
}

/// Two threads race to print.
pub(crate) fn race_to_print() {
    SEEN.with_borrow_mut(|seen| seen.race_to_print = true);
}

/// How memory is explored.
pub(crate) fn memory() -> Memory {
    SEEN.with_borrow(|seen| seen.memory)
}

/// Whether memory has been explored as the program asks for it. If not, it has to be explored once more, in another way.
pub(crate) fn are_settled() -> bool {
    SEEN.with_borrow_mut(|seen| {
        let is_shared = |(atomic, accesses): &(&ObjectId, &Accesses)| match seen.memory {
            Memory::OneOrder => accesses.threads.len() > 1,
            Memory::Races | Memory::Weak => seen.raced_for.contains(atomic),
        };
        let shared: Vec<&Accesses> = seen.atomics.iter().filter(is_shared).map(|(_, accesses)| accesses).collect();
        let is_weaker = shared.iter().any(|accesses| accesses.is_weaker);
        let prints = match seen.memory {
            Memory::OneOrder => seen.prints.len() > 1,
            Memory::Races | Memory::Weak => seen.race_to_print,
        };
        let others = shared.len() > 1 || seen.looks || prints;
        if seen.memory == Memory::Weak || !is_weaker || !others {
            return true;
        }
        seen.memory = if seen.memory == Memory::OneOrder { Memory::Races } else { Memory::Weak };
        false
    })
}
