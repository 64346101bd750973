//! Two tills sell a ticket each, and both are as strict as can be
//!
//! The load and the store are `SeqCst`, and they are still two steps. Both tills may load 0 before either stores a 1. An ordering says what other memory is seen along with a step; it never makes one step out of two.
//@ outcome: last ticket: 1
//@ outcome: last ticket: 2
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static TICKETS: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn print_ticket(number: u32) -> String {
    (0..300).map(|_| number.to_string()).collect()
}

// ANCHOR: sell
fn sell() {
    START.wait();
    let last = TICKETS.load(Ordering::SeqCst);
    print_ticket(last + 1);
    TICKETS.store(last + 1, Ordering::SeqCst);
}
// ANCHOR_END: sell

fn main() {
    thread::scope(|scope| {
        scope.spawn(sell);
        sell();
    });

    println!("last ticket: {}", TICKETS.load(Ordering::Relaxed));
}
