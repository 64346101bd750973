//! The thread that leaves last adds up, but with `Acquire` alone nobody has released anything
//@ undefined `data race, 15 and 17`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Score(UnsafeCell<u32>);
unsafe impl Sync for Score {}

static SCORES: [Score; 2] = [Score(UnsafeCell::new(0)), Score(UnsafeCell::new(0))];
static PLAYING: AtomicU32 = AtomicU32::new(2);

fn play(player: usize) {
    unsafe { *SCORES[player].0.get() = player as u32 + 1 };
    if PLAYING.fetch_sub(1, Ordering::Acquire) == 1 {
        let sum = unsafe { *SCORES[0].0.get() + *SCORES[1].0.get() };
        println!("{sum}");
    }
}

fn main() {
    let other = thread::spawn(|| play(1));
    play(0);
    other.join().unwrap();
}
