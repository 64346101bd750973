//! Accesses to memory that are not atomic, as the compiler's instrumentation reports them: no steps, but each is
//! checked against what has happened before. This finds undefined behaviour: two accesses that race, and an access to
//! memory that has been freed or never written.
//!
//! Only programs with `unsafe` are watched. Safe code has none of this: it is what the compiler checks.
//!
//! For each byte the last write and the reads since are known (FastTrack, Flanagan and Freund 2009). Accesses that
//! happen before whatever any thread does next are forgotten, since nothing can race with them any more.

use crate::clock::{Marks, Moment};
use crate::happens_before::HappensBefore;
use crate::id::ThreadId;
use report::Does;
use std::cell::Cell as Switch;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

thread_local! {
    static IS_WATCHED: Switch<bool> = const { Switch::new(false) };
}

/// Has the memory of programs be watched that are explored on this thread of the system from now on, or not.
pub fn watch_memory(watch: bool) {
    IS_WATCHED.set(watch);
}

/// Whether memory is watched.
pub fn is_memory_watched() -> bool {
    IS_WATCHED.get()
}

/// The fill of fresh memory that is watched: where it is still there, nothing has been written.
pub(crate) const FRESH: u8 = 0xA7;

/// Who does something to memory, and on which line; 0 where no line says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Who {
    /// The thread.
    pub thread: ThreadId,
    /// The line.
    pub line: u32,
    /// What it does.
    pub does: Does,
}

/// Undefined behaviour: from there on, nothing can be said of what a program does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// Two accesses to the same memory, one of which writes, and nothing orders them.
    Race {
        /// The one that came first in this schedule.
        first: Who,
        /// The other one.
        second: Who,
    },
    /// An access to memory that has been freed.
    UseAfterFree {
        /// Who freed it.
        freed: Who,
        /// Who accesses it.
        used: Who,
    },
    /// What was allocated once is freed twice.
    DoubleFree {
        /// Who freed it first.
        first: Who,
        /// Who frees it again.
        second: Who,
    },
    /// A read of memory in which nothing has been written.
    NeverWritten {
        /// Who reads it.
        read: Who,
    },
    /// An access to the stack of a function that has returned.
    Returned {
        /// Who accesses it.
        used: Who,
        /// Whose stack it is.
        of: ThreadId,
    },
}

/// An access, with its moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Last {
    moment: Moment,
    line: u32,
}

/// The last accesses to one byte.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Cell {
    write: Option<Last>,
    reads: BTreeMap<ThreadId, Last>,
    /// Of each thread the last one to it as an atomic, and the last of those that wrote.
    atomics: BTreeMap<ThreadId, Last>,
    atomic_writes: BTreeMap<ThreadId, Last>,
}

impl Cell {
    /// All of them, with what they did.
    fn all(&self) -> impl Iterator<Item = (&Last, Does)> {
        let write = self.write.iter().map(|last| (last, Does::Writes));
        let reads = self.reads.values().map(|last| (last, Does::Reads));
        let atomics = self.atomics.values().map(|last| (last, Does::ReadsAtomically));
        let writes = self.atomic_writes.values().map(|last| (last, Does::WritesAtomically));
        write.chain(writes).chain(reads).chain(atomics)
    }

    fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        self.all().map(|(last, _)| last.moment)
    }

    /// The same after another access.
    fn after(&self, who: Who, last: Last) -> Cell {
        let mut next = self.clone();
        match who.does {
            Does::Reads => drop(next.reads.insert(who.thread, last)),
            Does::Writes | Does::Frees => next = Cell { write: Some(last), ..Cell::default() },
            Does::ReadsAtomically => drop(next.atomics.insert(who.thread, last)),
            Does::WritesAtomically => {
                next.atomics.insert(who.thread, last);
                next.atomic_writes.insert(who.thread, last);
            }
        }
        next
    }
}

/// What was allocated at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Block {
    size: usize,
    /// The line of the program on which that was; 0 where it was not for the program.
    line: u32,
    freed: Option<Who>,
}

/// What has been done to memory in one execution.
#[derive(Debug, Clone, Default)]
pub struct Plain {
    cells: BTreeMap<usize, Rc<Cell>>,
    blocks: BTreeMap<usize, Block>,
}

impl Plain {
    /// A thread is about to access memory that is not freed.
    ///
    /// # Errors
    /// Where that is undefined behaviour.
    pub fn access(&mut self, known: &HappensBefore, who: Who, at: usize, size: usize) -> Result<(), Undefined> {
        let block = self.blocks.range(..at + size).next_back().filter(|(from, block)| at < *from + block.size);
        if let Some(freed) = block.and_then(|(_, block)| block.freed) {
            return Err(Undefined::UseAfterFree { freed, used: who });
        }
        let moment = known.moment(who.thread);
        let last = Last { moment, line: who.line };
        // The bytes of one access mostly have the same past.
        let mut before: Option<(Rc<Cell>, Rc<Cell>)> = None;
        for byte in at..at + size {
            let cell = self.cells.get(&byte).cloned().unwrap_or_default();
            if let Some((old, new)) = &before
                && *old == cell
            {
                self.cells.insert(byte, Rc::clone(new));
                continue;
            }
            race(&cell, known, who)?;
            let next = Rc::new(cell.after(who, last));
            before = Some((cell, Rc::clone(&next)));
            self.cells.insert(byte, next);
        }
        Ok(())
    }

    /// Who freed what was at this address, if anyone did.
    pub fn freed(&self, at: usize) -> Option<Who> {
        let (from, block) = self.blocks.range(..=at).next_back()?;
        block.freed.filter(|_| at < from + block.size)
    }

    /// Whether a thread has written to one of these bytes.
    pub fn is_written(&self, at: usize, size: usize) -> bool {
        self.cells.range(at..at + size).any(|(_, cell)| cell.write.is_some())
    }

    /// Whether these bytes are of what was allocated, and is not freed.
    pub fn is_allocated(&self, at: usize, size: usize) -> bool {
        let block = self.blocks.range(..=at).next_back();
        block.is_some_and(|(from, block)| block.freed.is_none() && at + size <= from + block.size)
    }

    /// Memory has been allocated, on this line of the program; 0 where it was not for the program.
    pub fn allocated(&mut self, at: usize, size: usize, line: u32) {
        self.forget(at, size);
        let overlaps: Vec<usize> = self
            .blocks
            .range(..at + size)
            .rev()
            .take_while(|(from, block)| *from + block.size > at)
            .map(|(from, _)| *from)
            .collect();
        for from in overlaps {
            self.blocks.remove(&from);
        }
        self.blocks.insert(at, Block { size, line, freed: None });
    }

    /// A thread frees memory.
    ///
    /// # Errors
    /// Where that is undefined behaviour.
    pub fn free(&mut self, known: &HappensBefore, who: Who, at: usize) -> Result<(), Undefined> {
        // What was allocated before anyone watched has no block.
        let Some(block) = self.blocks.get(&at).copied() else { return Ok(()) };
        if let Some(first) = block.freed {
            return Err(Undefined::DoubleFree { first, second: who });
        }
        self.access(known, who, at, block.size)?;
        self.blocks.insert(at, Block { freed: Some(who), ..block });
        Ok(())
    }

    /// Nothing that has been done to these bytes matters any more.
    pub fn forget(&mut self, at: usize, size: usize) {
        let bytes: Vec<usize> = self.cells.range(at..at + size).map(|(byte, _)| *byte).collect();
        for byte in bytes {
            self.cells.remove(&byte);
        }
    }

    /// Forgets what happens before whatever these threads do next, which are all that are left.
    pub fn settle(&mut self, known: &HappensBefore, running: &[ThreadId]) {
        let is_settled = |moment: Moment| running.iter().all(|thread| known.now(*thread).knows(moment));
        self.cells.retain(|_, cell| !cell.moments().all(is_settled));
    }

    /// The blocks that have not been freed: their addresses and sizes, and the lines on which they were allocated.
    pub fn left(&self) -> impl Iterator<Item = (usize, usize, u32)> + '_ {
        let left = self.blocks.iter().filter(|(_, block)| block.freed.is_none());
        left.map(|(&at, block)| (at, block.size, block.line))
    }

    /// The block in which an address is, if it has not been freed: its own address and its size.
    pub fn block_of(&self, at: usize) -> Option<(usize, usize)> {
        let (&from, block) = self.blocks.range(..=at).next_back()?;
        (block.freed.is_none() && at < from + block.size).then_some((from, block.size))
    }

    /// The moments of the last accesses.
    pub fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        self.cells.values().flat_map(|cell| cell.moments().collect::<Vec<_>>())
    }

    /// Hashes the last accesses.
    pub fn hash(&self, marks: &Marks, state: &mut impl Hasher) {
        let last = |last: &Last| (marks.number(last.moment), last.line);
        for (byte, cell) in &self.cells {
            let all: Vec<_> = cell.all().map(|(access, does)| (last(access), does)).collect();
            (byte, all).hash(state);
        }
        // What is allocated is memory, which is part of a state by itself; but not on which line that was.
        for (at, Block { size, line, freed }) in &self.blocks {
            match freed {
                Some(freed) => (at, size, freed).hash(state),
                None if *line > 0 => (at, line).hash(state),
                None => {}
            }
        }
    }
}

/// Whether an access races with what has been done to a byte.
fn race(cell: &Cell, known: &HappensBefore, who: Who) -> Result<(), Undefined> {
    let now = known.now(who.thread);
    let conflicts = |does: Does| (does.writes() || who.does.writes()) && !(does.is_atomic() && who.does.is_atomic());
    let mut others = cell.all().filter(|(last, does)| last.moment.thread != who.thread && conflicts(*does));
    match others.find(|(last, _)| !now.knows(last.moment)) {
        None => Ok(()),
        Some((last, does)) => {
            let first = Who { thread: last.moment.thread, line: last.line, does };
            Err(Undefined::Race { first, second: who })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::DefaultHasher;

    #[test]
    fn the_line_of_what_is_allocated_is_part_of_a_state_and_that_of_what_is_freed_is_not() {
        let hash = |line: u32, frees: bool| {
            let (mut plain, mut state) = (Plain::default(), DefaultHasher::new());
            plain.allocated(64, 8, line);
            if frees {
                let freed = Some(Who { thread: ThreadId::MAIN, line: 9, does: Does::Frees });
                plain.blocks.insert(64, Block { size: 8, line, freed });
            }
            plain.hash(&Marks::of(std::iter::empty()), &mut state);
            state.finish()
        };
        assert_ne!(hash(3, false), hash(4, false));
        assert_eq!(hash(3, true), hash(4, true));
        assert_ne!(hash(3, true), hash(3, false));
    }

    #[test]
    fn an_address_within_a_block_leads_to_it_and_one_behind_it_does_not() {
        let mut plain = Plain::default();
        plain.allocated(64, 8, 3);
        assert_eq!([63, 64, 71, 72].map(|at| plain.block_of(at)), [None, Some((64, 8)), Some((64, 8)), None]);
        plain.blocks.insert(
            64,
            Block { size: 8, line: 3, freed: Some(Who { thread: ThreadId::MAIN, line: 9, does: Does::Frees }) },
        );
        assert_eq!(plain.block_of(64), None);
    }
}
