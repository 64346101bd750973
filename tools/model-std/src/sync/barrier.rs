//! As `std::sync::Barrier`.

use crate::place::line;
use crate::shared::Handle;
use interleavings::{Object, Step, Verb, Wait, perform};
use std::panic::Location;

/// A barrier.
#[derive(Debug)]
pub struct Barrier {
    handle: Handle,
    size: usize,
}

/// Whether a thread was the one that opened the barrier.
#[derive(Debug)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Whether it was.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl Barrier {
    /// A barrier that opens when so many threads wait at it.
    #[track_caller]
    pub const fn new(size: usize) -> Barrier {
        Barrier { handle: Handle::new(), size }
    }

    /// Waits until it opens. Two steps, arriving and going on; whoever opens it does one.
    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let line = line(Location::caller());
        let id = self.handle.id(|| Object::Barrier { size: self.size, arrived: 0, opened: 0 });
        let (opens, before) = perform(Step::with(Verb::Arrive, id, line), |world| match world.object(id) {
            Object::Barrier { size, arrived, opened } => {
                let before = *opened;
                *arrived += 1;
                let opens = *arrived >= *size;
                if opens {
                    *arrived = 0;
                    *opened += 1;
                }
                (opens, before)
            }
            other => unreachable!("{other:?} is no barrier"),
        });
        if !opens {
            perform(Step::with(Verb::GoOn, id, line).when(Wait::Opened(id, before)), |_| ());
        }
        BarrierWaitResult(opens)
    }
}
