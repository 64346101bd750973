//! The same loop, written by the library

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const QUOTA: u32 = 10;
static STORED: AtomicU32 = AtomicU32::new(0);

// ANCHOR: upload
fn upload(size: u32) -> bool {
    let fuller = |seen| (seen + size <= QUOTA).then_some(seen + size);
    let before = STORED.try_update(Ordering::Relaxed, Ordering::Relaxed, fuller);
    before.is_ok()
}
// ANCHOR_END: upload

fn main() {
    let uploads = [thread::spawn(|| upload(7)), thread::spawn(|| upload(7))];

    let stored = uploads.map(|upload| upload.join().unwrap());
    println!("uploads: {}", stored.iter().filter(|&&done| done).count());
    println!("{} GB stored", STORED.load(Ordering::Relaxed));
}
