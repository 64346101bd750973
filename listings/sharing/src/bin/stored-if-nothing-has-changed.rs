//! An upload is stored if the level is still what it was
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const QUOTA: u32 = 10;
static STORED: AtomicU32 = AtomicU32::new(0);

// ANCHOR: upload
fn upload(size: u32) -> bool {
    let mut seen = STORED.load(Ordering::Relaxed);
    while seen + size <= QUOTA {
        match STORED.compare_exchange(seen, seen + size, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => return true,
            Err(now) => seen = now,
        }
    }
    false
}
// ANCHOR_END: upload

fn main() {
    let uploads = [thread::spawn(|| upload(7)), thread::spawn(|| upload(7))];

    let stored = uploads.map(|upload| upload.join().unwrap());
    println!("uploads: {}", stored.iter().filter(|&&done| done).count());
    println!("{} GB stored", STORED.load(Ordering::Relaxed));
}
