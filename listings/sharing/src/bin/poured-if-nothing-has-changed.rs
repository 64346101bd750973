//! A bucket is poured if the level is still what it was
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const ROOM: u32 = 10;
static BARREL: AtomicU32 = AtomicU32::new(0);

fn pour(litres: u32) -> bool {
    let mut seen = BARREL.load(Ordering::Relaxed);
    while seen + litres <= ROOM {
        match BARREL.compare_exchange(seen, seen + litres, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => return true,
            Err(now) => seen = now,
        }
    }
    false
}

fn main() {
    let buckets = [thread::spawn(|| pour(7)), thread::spawn(|| pour(7))];

    let poured = buckets.map(|bucket| bucket.join().unwrap());
    println!("poured: {}", poured.iter().filter(|&&done| done).count());
    println!("{} litres", BARREL.load(Ordering::Relaxed));
}
