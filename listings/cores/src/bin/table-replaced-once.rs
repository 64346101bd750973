//! A table is replaced once, and the program ends

use crossbeam::epoch::{self, Atomic, Owned};
use std::sync::atomic::Ordering;

struct Table(&'static str);

impl Drop for Table {
    fn drop(&mut self) {
        println!("destroyed: {}", self.0);
    }
}

// ANCHOR: main
fn main() {
    let table = Atomic::new(Table("monday"));
    let guard = epoch::pin();
    let old = table.swap(Owned::new(Table("tuesday")), Ordering::AcqRel, &guard);
    // SAFETY: this swap has taken it out, and nobody finds it any more.
    unsafe { guard.defer_destroy(old) };
    drop(guard);
    // SAFETY: no other thread knows the table.
    drop(unsafe { table.into_owned() });
}
// ANCHOR_END: main
