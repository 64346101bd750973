//! Two tills sell a ticket each, in one `Relaxed` step
//!
//! Even where it is `Relaxed`, `fetch_add` writes its number directly behind the one that it has read, and none comes between. Nothing else hangs on the number, so it needs no more than that.
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
    let last = TICKETS.fetch_add(1, Ordering::Relaxed);
    print_ticket(last + 1);
}
// ANCHOR_END: sell

fn main() {
    thread::scope(|scope| {
        scope.spawn(sell);
        sell();
    });

    println!("last ticket: {}", TICKETS.load(Ordering::Relaxed));
}
