//! Two doors count their visitors in a `static mut`
//!
//! `+=` reads and writes `VISITORS`, and both threads do it in the same line. Nothing makes them take turns: a data race. One visitor may be lost, as between any two steps of reading and writing. Here the compiler may also keep the number in a register or write it late, for it may assume that nobody else is there.
//@ races
//@ schedules

// Undefined behaviour: two threads add, and nothing orders the two.

use std::thread;

// ANCHOR: door
static mut VISITORS: u32 = 0;

fn let_in() {
    // Unsound: the other door may be adding too.
    unsafe { VISITORS += 1 };
}
// ANCHOR_END: door

fn main() {
    thread::scope(|scope| {
        scope.spawn(let_in);
        let_in();
    });
    // SAFETY: all other threads have been joined.
    println!("{} visitors", unsafe { VISITORS });
}
