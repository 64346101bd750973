//! Two clerks and one seat
//@ outcome: 1 sold, 0 left
//@ outcome: 2 sold, -1 left
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

static SEATS: AtomicI32 = AtomicI32::new(1);
static OPENING: Barrier = Barrier::new(2);

fn print_ticket() -> String {
    (0..300).map(|n| format!("{:02x}", n % 256)).collect()
}

fn sell_one() -> Option<String> {
    OPENING.wait();
    if SEATS.load(Ordering::Relaxed) == 0 {
        return None;
    }
    let ticket = print_ticket();
    SEATS.fetch_sub(1, Ordering::Relaxed);
    Some(ticket)
}

fn main() {
    let clerks = [thread::spawn(sell_one), thread::spawn(sell_one)];
    let sales = clerks.map(|clerk| clerk.join().unwrap());

    let sold = sales.iter().flatten().count();
    println!("{sold} sold, {} left", SEATS.load(Ordering::Relaxed));
}
