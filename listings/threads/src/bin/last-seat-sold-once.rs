//! The clerks look and sell in one step
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

static SEATS: AtomicI32 = AtomicI32::new(1);
static OPENING: Barrier = Barrier::new(2);

fn print_ticket() -> String {
    (0..300).map(|n| format!("{:02x}", n % 256)).collect()
}

// ANCHOR: selling
fn sell_one() -> Option<String> {
    OPENING.wait();
    SEATS
        .compare_exchange(1, 0, Ordering::Relaxed, Ordering::Relaxed)
        .ok()?;
    Some(print_ticket())
}
// ANCHOR_END: selling

fn main() {
    let clerks = [thread::spawn(sell_one), thread::spawn(sell_one)];
    let sales = clerks.map(|clerk| clerk.join().unwrap());

    let sold = sales.iter().flatten().count();
    println!("{sold} sold, {} left", SEATS.load(Ordering::Relaxed));
}
