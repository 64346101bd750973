//! The wind turns twice, each time reported by another thread, and two readers look twice
//!
//! A reader who sees east and then west has found west below east in the list of `VANE`. There is one such list, so no reader can find the two the other way round.
//@ schedules

use std::sync::atomic::{AtomicU8, Ordering};
use std::thread;

const EAST: u8 = 1;
const WEST: u8 = 2;
static VANE: AtomicU8 = AtomicU8::new(0);

fn looks_twice() -> (u8, u8) {
    (VANE.load(Ordering::Relaxed), VANE.load(Ordering::Relaxed))
}

fn main() {
    let (one, two) = thread::scope(|scope| {
        scope.spawn(|| VANE.store(EAST, Ordering::Relaxed));
        scope.spawn(|| VANE.store(WEST, Ordering::Relaxed));
        let one = scope.spawn(looks_twice);
        let two = looks_twice();
        (one.join().unwrap(), two)
    });
    let disagree = [one, two].contains(&(EAST, WEST)) && [one, two].contains(&(WEST, EAST));
    println!("they disagree: {disagree}");
}
