//! A step of the calling thread, as the types of this crate do them.

use crate::output::lock_what_is_printed;
use interleavings::{Answer, NOT_STDS_WORDS, ObjectId, Operation};

/// Does a step.
pub(crate) fn perform(line: u32, operation: Operation) -> Answer {
    lock_what_is_printed();
    interleavings::perform(line, || operation)
}

/// Does a step whose effect is in the program's memory. See [`interleavings::perform_in_memory`].
pub(crate) fn perform_in_memory(line: u32, id: ObjectId, operation: Operation, access: impl FnOnce(bool) -> bool) {
    lock_what_is_printed();
    interleavings::perform_in_memory(line, id, operation, access);
}

/// Panics as std may, where [`interleavings::Choice::Panics`] was chosen.
#[track_caller]
pub(crate) fn panics_if_chosen(answer: Answer, what: &str) {
    assert!(answer != Answer::Panics, "{what}{NOT_STDS_WORDS}");
}
