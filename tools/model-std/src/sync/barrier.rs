//! As `std::sync::Barrier`.

use crate::place::line;
use crate::shared::Handle;
use crate::step::perform;
use interleavings::objects::barrier::{Barrier as State, Operation};
use interleavings::{Answer, Object, Operation as Any};
use std::fmt;
use std::panic::Location;

/// A barrier.
pub struct Barrier {
    handle: Handle,
    size: usize,
}

/// Whether a thread was the one that opened the barrier.
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Whether it was.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl Barrier {
    /// A barrier that opens when this many threads wait at it.
    #[track_caller]
    pub const fn new(size: usize) -> Barrier {
        Barrier { handle: Handle::new(), size }
    }

    /// Waits until it opens. Two steps, arriving and going on; anyone who opens it does one.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let line = line(Location::caller());
        let id = self.handle.id(|| Object::Barrier(State::new(self.size)));
        let Answer::Waits(before) = perform(line, Any::Barrier(id, Operation::Arrive)) else {
            return BarrierWaitResult(true);
        };
        perform(line, Any::Barrier(id, Operation::GoOn(before)));
        BarrierWaitResult(false)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.0).finish()
    }
}
