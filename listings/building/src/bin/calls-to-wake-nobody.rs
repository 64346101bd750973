//! A thousand times the album is locked and unlocked, and nobody else wants it

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

static ALBUM: AtomicU32 = AtomicU32::new(0);
static CALLS: AtomicU32 = AtomicU32::new(0);

fn wake_one() {
    CALLS.fetch_add(1, SeqCst);
}

fn unlock_with_two_states() {
    ALBUM.store(0, SeqCst);
    wake_one();
}

fn unlock_with_three_states() {
    if ALBUM.swap(0, SeqCst) == 2 {
        wake_one();
    }
}

fn main() {
    for unlock in [unlock_with_two_states, unlock_with_three_states] {
        CALLS.store(0, SeqCst);
        for _ in 0..1000 {
            ALBUM.store(1, SeqCst);
            unlock();
        }
        println!("calls to the system: {}", CALLS.load(SeqCst));
    }
}
