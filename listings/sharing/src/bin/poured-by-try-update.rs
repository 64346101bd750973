//! The same loop, written by the library

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const ROOM: u32 = 10;
static BARREL: AtomicU32 = AtomicU32::new(0);

fn pour(litres: u32) -> bool {
    let fuller = |seen| (seen + litres <= ROOM).then_some(seen + litres);
    let before = BARREL.try_update(Ordering::Relaxed, Ordering::Relaxed, fuller);
    before.is_ok()
}

fn main() {
    let buckets = [thread::spawn(|| pour(7)), thread::spawn(|| pour(7))];

    let poured = buckets.map(|bucket| bucket.join().unwrap());
    println!("poured: {}", poured.iter().filter(|&&done| done).count());
    println!("{} litres", BARREL.load(Ordering::Relaxed));
}
