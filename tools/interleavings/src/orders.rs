//! Whether outcomes could depend on orders of memory that are weaker than one order of all accesses.
//!
//! The search has all accesses to atomics in one order. With `SeqCst` alone, that is what happens. With a weaker order it is
//! still all that can be noticed, as long as no more than one atomic is shared, and everything else that threads share is
//! behind locks, channels and the like, which order what comes before and after them. For by *coherence* all threads
//! agree on one order of the accesses to one atomic, and what happens before what agrees with it: so the two together have
//! no circle, and any order that continues them is one that the search goes through.
//!
//! With two atomics there may be a circle. Two threads that each store to one and then load the other may both find
//! nothing. A call that only looks, such as `try_lock`, counts as another atomic: that it finds nothing orders nothing.

use crate::id::{ObjectId, ThreadId};
use crate::objects::Operation;
use crate::run::Unmodelled;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What has been seen of a program in all its executions so far.
#[derive(Default)]
struct Seen {
    atomics: BTreeMap<ObjectId, Accesses>,
    /// Whether a thread has only looked at something else.
    looks: bool,
}

#[derive(Default)]
struct Accesses {
    threads: BTreeSet<ThreadId>,
    /// The line of the first one that is weaker than `SeqCst`.
    weaker: Option<u32>,
}

thread_local! {
    static SEEN: RefCell<Seen> = RefCell::default();
}

/// Another program is explored.
pub(crate) fn forget() {
    SEEN.take();
}

/// A thread accesses an atomic, on this line if with an order that is weaker than `SeqCst`.
pub(crate) fn access(thread: ThreadId, atomic: ObjectId, weaker: Option<u32>) {
    SEEN.with_borrow_mut(|seen| {
        let accesses = seen.atomics.entry(atomic).or_default();
        accesses.threads.insert(thread);
        accesses.weaker = accesses.weaker.or(weaker);
    });
}

/// A thread is about to do this.
pub(crate) fn note(operation: &Operation) {
    if operation.only_looks() {
        SEEN.with_borrow_mut(|seen| seen.looks = true);
    }
}

/// Whether one order of all accesses is all that can be noticed of what has been explored.
///
/// # Errors
/// Where it may not be, with the line.
pub(crate) fn are_one() -> Result<(), Unmodelled> {
    SEEN.with_borrow(|seen| {
        let shared = || seen.atomics.values().filter(|accesses| accesses.threads.len() > 1);
        let Some(line) = shared().filter_map(|accesses| accesses.weaker).min() else { return Ok(()) };
        let beside = match (shared().count(), seen.looks) {
            (0 | 1, false) => return Ok(()),
            (0 | 1, true) => "a call that only looks at something else, as `try_lock` and `try_recv` do",
            _ => "another atomic that is shared",
        };
        Err(Unmodelled(format!(
            "line {line}: an order that is weaker than SeqCst, beside {beside}: threads may see these in orders that are no \
             order of steps"
        )))
    })
}
