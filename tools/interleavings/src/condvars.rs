//! With which lock each condvar of a program is used, in all its executions so far. Std may panic where there are two over
//! time. It is no part of a state: that a condvar has been used would make two states of each, so of two ways to a state,
//! of which only one is gone on from, the other one may have used it.

use crate::id::ObjectId;
use crate::memory::outside;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    /// The lock with which each has been used first.
    static LOCKS: RefCell<BTreeMap<ObjectId, ObjectId>> = const { RefCell::new(BTreeMap::new()) };
}

/// Another program is explored.
pub(crate) fn forget() {
    LOCKS.with_borrow_mut(BTreeMap::clear);
}

/// A condvar is used with this lock. Whether it has been used with another one, in this execution or in an earlier one.
pub fn is_used_with_another_lock(condvar: ObjectId, lock: ObjectId) -> bool {
    // The program asks, and its own memory is put back when the search comes back to a state.
    outside(|| LOCKS.with_borrow_mut(|locks| *locks.entry(condvar).or_insert(lock) != lock))
}
