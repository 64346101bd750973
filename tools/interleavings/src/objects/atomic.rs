//! An atomic. Its value stays in the program's memory; here is only that it is read and written.
//!
//! All operations are in one order, which is the order of the steps.

use super::{Choices, ordinary_if};
use crate::choice::Choice;
use crate::location::{Of, Part, Which};
use crate::report::Verb;

/// Its state, as far as it is here.
#[derive(Debug, Clone, Hash)]
pub struct Atomic {
    value: Part<()>,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Reads it.
    Load,
    /// Writes it, or reads and writes it, by the method of this name.
    Change(&'static str),
    /// Writes it if it is the expected value, and may fail also then.
    ExchangeWeak,
}

impl Default for Atomic {
    fn default() -> Atomic {
        Atomic { value: Part::new(Which::Whole, ()) }
    }
}

impl Atomic {
    /// It has been read.
    pub fn read(&self, of: Of<'_>) {
        self.value.read(of);
    }

    /// It has been written.
    pub fn write(&mut self, of: Of<'_>) {
        self.value.write(of);
    }
}

impl Operation {
    pub(super) fn choices(self) -> Choices {
        match self {
            Operation::ExchangeWeak => vec![Choice::Ordinary, Choice::WithoutReason],
            _ => ordinary_if(true),
        }
    }

    pub(super) fn verb(self) -> Verb {
        match self {
            Operation::Load => Verb::Load,
            Operation::Change("store") => Verb::Store,
            Operation::Change(by) => Verb::Change(by.to_string()),
            Operation::ExchangeWeak => Verb::Change("compare_exchange_weak".to_string()),
        }
    }
}
