//! A draft in plain memory is written, a flag is stored, and the draft is written again

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};

// ANCHOR: write
#[inline(never)]
fn write_around_a_relaxed_store(draft: &Cell<u64>, flag: &AtomicBool) {
    draft.set(7);
    flag.store(true, Ordering::Relaxed);
    draft.set(8);
}

#[inline(never)]
fn write_around_a_release(draft: &Cell<u64>, flag: &AtomicBool) {
    draft.set(7);
    flag.store(true, Ordering::Release);
    draft.set(8);
}
// ANCHOR_END: write

fn main() {
    let flag = AtomicBool::new(false);
    let (one, other) = (Cell::new(0), Cell::new(0));
    write_around_a_relaxed_store(&one, &flag);
    write_around_a_release(&other, &flag);
    println!("{} and {}", one.get(), other.get());
}
