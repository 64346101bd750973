//! A barrier between writing a cell of one's own and reading the other's
//@ returns: 20 10

use std::cell::UnsafeCell;
use std::sync::Barrier;
use std::thread;

struct Card(UnsafeCell<u32>);
unsafe impl Sync for Card {}

static CARDS: [Card; 2] = [Card(UnsafeCell::new(0)), Card(UnsafeCell::new(0))];

fn swap(barrier: &Barrier, me: usize, card: u32) -> u32 {
    unsafe { *CARDS[me].0.get() = card };
    barrier.wait();
    unsafe { *CARDS[1 - me].0.get() }
}

fn main() {
    let barrier = Barrier::new(2);
    thread::scope(|s| {
        let other = s.spawn(|| swap(&barrier, 1, 20));
        let mine = swap(&barrier, 0, 10);
        println!("{mine} {}", other.join().unwrap());
    });
}
