//! Two buckets of seven litres, and a barrel for ten
//@ outcome: 7 litres in the barrel
//@ outcome: 14 litres in the barrel
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const ROOM: u32 = 10;
static BARREL: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn lift(litres: u32) -> String {
    (0..300).map(|_| litres.to_string()).collect()
}

fn pour(litres: u32) {
    START.wait();
    if BARREL.load(Ordering::Relaxed) + litres <= ROOM {
        lift(litres);
        BARREL.fetch_add(litres, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| pour(7));
        scope.spawn(|| pour(7));
    });
    println!("{} litres in the barrel", BARREL.load(Ordering::Relaxed));
}
