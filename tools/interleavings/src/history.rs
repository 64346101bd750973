//! What has been written to each atomic and which threads have read it, to be shown.

use crate::clock::Marks;
use crate::id::{ObjectId, ThreadId};
use crate::world::World;

/// The writes to one atomic, in its modification order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct History {
    /// The atomic.
    pub atomic: ObjectId,
    /// Its writes, the first with which it was made.
    pub writes: Vec<Written>,
}

/// An access, by its thread and its number among those of the thread's accesses that are in the histories.
pub type Access = (ThreadId, usize);

/// One write.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Written {
    /// Which write it is; `None` for the initial value, and for one that stands since every thread has known
    /// everything.
    pub by: Option<Access>,
    /// Its line; 0 where it has none.
    pub line: u32,
    /// The value, as a reader of the program would write it.
    pub value: String,
    /// Whether it reads the one before it and writes, in one operation.
    pub is_update: bool,
    /// Who has read it.
    pub reads: Vec<Access>,
    /// The threads that read no older write than this one any more.
    pub seen_by: Vec<ThreadId>,
}

/// The histories of all atomics that have been used; `None` if memory is explored as one order of all accesses.
pub fn histories(world: &World) -> Vec<History> {
    let past = &world.past;
    let marks = Marks::of(past.graph.moments());
    let of = |(&atomic, writes): (&ObjectId, &Vec<crate::execution_graph::Write>)| {
        let format = world.atomic(atomic).format();
        let seen: Vec<(ThreadId, usize)> =
            world.running().map(|thread| (thread, past.graph.seen(&past.known, thread, atomic))).collect();
        let written = |(place, write): (usize, &crate::execution_graph::Write)| {
            let mut reads: Vec<Access> = write.reads.iter().map(|read| marks.number(read.moment)).collect();
            reads.sort_unstable();
            Written {
                by: write.moment.map(|moment| marks.number(moment)),
                line: write.line,
                value: format.words(write.value),
                is_update: write.is_update,
                reads,
                seen_by: seen.iter().filter(|(_, seen)| *seen == place).map(|(thread, _)| *thread).collect(),
            }
        };
        History { atomic, writes: writes.iter().enumerate().map(written).collect() }
    };
    past.graph.locations.iter().map(of).collect()
}
