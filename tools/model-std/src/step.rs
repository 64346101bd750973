//! A step of the calling thread, as the types of this crate take it.

use crate::output::lock_what_is_printed;
use interleavings::objects::atomic::Operation as OfAtomic;
use interleavings::{Answer, AtomicValue, NOT_STDS_WORDS, ObjectId, Operation, Value};

/// Does a step.
pub(crate) fn perform(line: u32, operation: Operation) -> Answer {
    lock_what_is_printed();
    interleavings::perform(line, || operation)
}

/// Accesses an atomic in a step. See [`interleavings::perform_atomic`].
pub(crate) fn perform_atomic(
    line: u32,
    id: ObjectId,
    operation: OfAtomic,
    at: &impl AtomicValue,
    new: impl FnOnce(Value) -> Option<Value>,
) -> (Value, bool) {
    lock_what_is_printed();
    interleavings::perform_atomic(line, id, operation, at, new)
}

/// Panics as std may, where [`interleavings::Choice::Panics`] was chosen.
#[track_caller]
pub(crate) fn panics_if_chosen(answer: Answer, what: &str) {
    assert!(answer != Answer::Panics, "{what}{NOT_STDS_WORDS}");
}
