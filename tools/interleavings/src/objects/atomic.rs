//! An atomic. Its value stays in the program's memory; here is only that it is read and written, and what a thread can
//! choose among where it need not read the newest write (see [`crate::execution_graph`]).

use super::{Choices, ordinary_if};
use crate::execution_graph::{Event, Value};
use crate::id::{ObjectId, ThreadId};
use crate::location::{Of, Part, Which};
use crate::orders::{self, Memory};
use crate::step::Verb;
use crate::world::World;
use report::Choice;
use std::hash::{Hash, Hasher};
use std::sync::atomic::Ordering;

/// Its state, as far as it is here.
#[derive(Debug, Clone, Hash)]
pub struct Atomic {
    value: Part<()>,
    /// What its bits mean.
    format: Format,
}

/// The values that a step is about, in words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Values {
    /// What is read, or what a store writes.
    pub value: String,
    /// What a store counts before, if it is not the last.
    pub before: Option<String>,
}

/// What the bits of a value mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Format {
    Bool,
    Unsigned,
    Signed,
    Pointer,
}

impl Format {
    /// A value as a reader of the program would write it; of pointers only whether it is one.
    pub fn words(self, value: Value) -> String {
        match self {
            Format::Bool => (value != 0).to_string(),
            Format::Unsigned => value.to_string(),
            Format::Signed => value.cast_signed().to_string(),
            Format::Pointer if value == 0 => "null".to_string(),
            Format::Pointer => "a pointer".to_string(),
        }
    }
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Reads it.
    Load(Ordering),
    /// Writes this to it.
    Store(Ordering, Value),
    /// Reads and writes it in one operation, by the method of this name.
    Update(&'static str, Ordering),
    /// Reads it, and writes it if it is the expected value.
    Exchange {
        /// The expected value.
        expected: Value,
        /// The order if it writes.
        success: Ordering,
        /// The order if it does not.
        failure: Ordering,
        /// Whether it may fail even where the value is the expected one.
        is_weak: bool,
    },
}

impl Atomic {
    /// One whose bits mean this.
    pub fn new(format: Format) -> Atomic {
        Atomic { value: Part::new(Which::Whole, ()), format }
    }

    /// What its bits mean.
    pub fn format(&self) -> Format {
        self.format
    }

    /// It has been read.
    pub fn read(&self, of: Of<'_>) {
        self.value.read(of);
    }

    /// It has been written.
    pub fn write(&mut self, of: Of<'_>) {
        self.value.write(of);
    }
}

/// Without the values: what a thread writes or expects follows from what it has done before; and the bits of a pointer
/// are not the same where memory is at other addresses.
impl Hash for Operation {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Operation::Load(order) | Operation::Store(order, _) => order.hash(state),
            Operation::Update(by, order) => (by, order).hash(state),
            Operation::Exchange { success, failure, is_weak, .. } => (success, failure, is_weak).hash(state),
        }
    }
}

impl Operation {
    pub(super) fn choices(self, world: &World, id: ObjectId, me: ThreadId) -> Choices {
        let mut choices = ordinary_if(true);
        if let Operation::Exchange { is_weak: true, .. } = self {
            choices.push(Choice::WithoutReason);
        }
        if orders::memory() == Memory::Weak {
            choices.extend(self.old_choices(world, id, me));
        }
        choices
    }

    /// Those at other places of the modification order than after the newest write.
    fn old_choices(self, world: &World, id: ObjectId, me: ThreadId) -> Choices {
        let past = &world.past;
        let newest = past.graph.writes(id).len() - 1;
        let places = |event| past.graph.old_places(&past.known, me, id, event);
        let back = |place: usize| u16::try_from(newest - place).unwrap_or(u16::MAX);
        let reads = |event| places(event).into_iter().map(|place| Choice::ReadsOld(back(place))).collect();
        match self {
            Operation::Load(order) => reads(Event::Load(order)),
            Operation::Store(order, _) => {
                places(Event::Store(order, 0)).into_iter().map(|place| Choice::WritesBefore(back(place))).collect()
            }
            Operation::Update(_, order) => reads(Event::Update(order, 0)),
            Operation::Exchange { expected, success, failure, is_weak } => {
                let is_expected = |place: &usize| past.graph.writes(id)[*place].value == expected;
                let exchanges = places(Event::Update(success, 0)).into_iter().filter(is_expected);
                let looks = places(Event::Load(failure)).into_iter();
                let looks = looks.filter_map(|place| match (is_expected(&place), is_weak) {
                    (false, _) => Some(Choice::ReadsOld(back(place))),
                    (true, true) => Some(Choice::FailsOld(back(place))),
                    (true, false) => None,
                });
                exchanges.map(|place| Choice::ReadsOld(back(place))).chain(looks).collect()
            }
        }
    }

    /// The value that is read by a choice, or that is written, in words; and the one before which it is written, if it is
    /// not the last. None where the search leaves no choice of values.
    pub(super) fn values(self, world: &World, id: ObjectId, choice: Choice) -> Option<Values> {
        if orders::memory() != Memory::Weak {
            return None;
        }
        let words = |value| world.atomic(id).format().words(value);
        let writes = world.past.graph.writes(id);
        let next = writes.len() - choice.back();
        Some(match self {
            Operation::Store(_, value) => {
                Values { value: words(value), before: writes.get(next).map(|write| words(write.value)) }
            }
            _ => Values { value: words(writes[next - 1].value), before: None },
        })
    }

    /// What it comes to, if it writes this, or does not.
    pub fn event(self, written: Option<Value>) -> Event {
        match (self, written) {
            (Operation::Load(order) | Operation::Exchange { failure: order, .. }, None) => Event::Load(order),
            (Operation::Store(order, _), Some(value)) => Event::Store(order, value),
            (Operation::Update(_, order) | Operation::Exchange { success: order, .. }, Some(value)) => {
                Event::Update(order, value)
            }
            (operation, written) => unreachable!("{operation:?} writes {written:?}"),
        }
    }

    /// Whether an order of it is weaker than `SeqCst`.
    pub fn is_weaker(self) -> bool {
        let orders = match self {
            Operation::Load(order) | Operation::Store(order, _) | Operation::Update(_, order) => [order; 2],
            Operation::Exchange { success, failure, .. } => [success, failure],
        };
        orders != [Ordering::SeqCst; 2]
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Load(_) => Verb::Load,
            Operation::Store(..) => Verb::Store,
            Operation::Update(by, _) => Verb::Change(by.to_string()),
            Operation::Exchange { is_weak: false, .. } => Verb::Change("compare_exchange".to_string()),
            Operation::Exchange { is_weak: true, .. } => Verb::Change("compare_exchange_weak".to_string()),
        }
    }
}
