//! A `Barrier`: how many threads wait at it, and how often it has opened.

use super::{Answer, Choices, ordinary_if};
use crate::id::ObjectId;
use crate::location::{Part, Which};
use crate::step::Verb;
use crate::world::World;

/// Its state.
#[derive(Debug, Clone, Hash)]
pub struct Barrier {
    /// How many threads open it.
    size: usize,
    turn: Part<Turn>,
}

#[derive(Debug, Clone, Default, Hash)]
struct Turn {
    arrived: usize,
    opened: u64,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Arrives at it, and opens it if enough have.
    Arrive,
    /// Goes on, since it has opened more often than that.
    GoOn(u64),
}

impl Barrier {
    /// A barrier that opens when this many threads wait at it.
    pub fn new(size: usize) -> Barrier {
        Barrier { size, turn: Part::new(Which::Whole, Turn::default()) }
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId) -> Choices {
        match self {
            Operation::Arrive => ordinary_if(true),
            Operation::GoOn(before) => ordinary_if(world.barrier(id).turn.read(world.of(id)).opened > before),
        }
    }

    pub(super) fn perform(self, world: &mut World, id: ObjectId) -> Answer {
        let (barrier, of) = world.barrier_mut(id);
        let Operation::Arrive = self else { return Answer::Done };
        let size = barrier.size;
        let turn = barrier.turn.write(of);
        turn.arrived += 1;
        if turn.arrived < size {
            return Answer::Waits(turn.opened);
        }
        turn.arrived = 0;
        turn.opened += 1;
        Answer::Done
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Arrive => Verb::Arrive,
            Operation::GoOn(_) => Verb::GoOn,
        }
    }
}
