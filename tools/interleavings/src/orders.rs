//! Whether outcomes could depend on orders of memory that are weaker than one order of all accesses.
//!
//! The search has all accesses to atomics in one order. With `SeqCst` alone, that is what happens. With a weaker order it is
//! still all that can be noticed as long as no more than one atomic is raced for, and everything else that threads share is
//! ordered by *happens-before*. For by *coherence* all threads agree on one order of the accesses to one atomic, and
//! happens-before agrees with it; so the two together have no circle, and any order that continues them is one that the
//! search goes through. That nothing else is raced for needs to be known of the search's own executions alone: the first
//! access at which another one left them would be a race already. (It is the argument by which programs without data races
//! behave as if there were one order: Adve and Hill 1990.)
//!
//! With two atomics there may be a circle. Two threads that each store to one and then load the other may both find
//! nothing. A call that only looks, such as `try_lock`, counts as another atomic: that it finds nothing orders nothing.
//!
//! Whether two accesses race depends on the past, which states do not tell. So it is found out only where it matters, by
//! exploring once more with [`HappensBefore`](crate::happens_before::HappensBefore) as part of each state.

use crate::id::{ObjectId, ThreadId};
use crate::objects::Operation;
use crate::run::Unmodelled;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What has been seen of a program in all its executions so far.
#[derive(Default)]
struct Seen {
    atomics: BTreeMap<ObjectId, Accesses>,
    /// Those for which there is a race, as far as that has been looked for.
    raced_for: BTreeSet<ObjectId>,
    /// Whether a thread has only looked at something else.
    looks: bool,
    /// Whether races are looked for.
    looks_for_races: bool,
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

/// Two threads race for an atomic.
pub(crate) fn race(atomic: ObjectId) {
    SEEN.with_borrow_mut(|seen| seen.raced_for.insert(atomic));
}

/// Whether races are looked for.
pub(crate) fn looks_for_races() -> bool {
    SEEN.with_borrow(|seen| seen.looks_for_races)
}

/// What has been found out.
pub(crate) enum Found {
    /// One order of all accesses is all that can be noticed.
    One,
    /// That depends on races, which have to be looked for.
    Races,
}

/// Whether one order of all accesses is all that can be noticed of what has been explored.
///
/// # Errors
/// Where it may not be, with the line.
pub(crate) fn are_one() -> Result<Found, Unmodelled> {
    SEEN.with_borrow_mut(|seen| {
        let is_shared = |(atomic, accesses): &(&ObjectId, &Accesses)| match seen.looks_for_races {
            true => seen.raced_for.contains(atomic),
            false => accesses.threads.len() > 1,
        };
        let shared = || seen.atomics.iter().filter(is_shared).map(|(_, accesses)| accesses);
        let Some(line) = shared().filter_map(|accesses| accesses.weaker).min() else { return Ok(Found::One) };
        let beside = match (shared().count(), seen.looks) {
            (0 | 1, false) => return Ok(Found::One),
            (0 | 1, true) => "a call that only looks at something else, as `try_lock` and `try_recv` do",
            _ => "another atomic for which threads race",
        };
        if !seen.looks_for_races {
            seen.looks_for_races = true;
            return Ok(Found::Races);
        }
        Err(Unmodelled(format!(
            "line {line}: an order that is weaker than SeqCst, beside {beside}: threads may see these in orders that are no \
             order of steps"
        )))
    })
}
