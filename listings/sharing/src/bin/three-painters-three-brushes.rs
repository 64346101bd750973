//! Three painters at a round table, with a brush between each pair
//@ hangs
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static BRUSHES: [Mutex<u32>; 3] = [const { Mutex::new(0) }; 3];
static EACH_HOLDS_ONE: Barrier = Barrier::new(3);

fn paint(seat: usize) {
    let mut left = BRUSHES[seat].lock().unwrap();
    EACH_HOLDS_ONE.wait();
    let mut right = BRUSHES[(seat + 1) % 3].lock().unwrap();
    *left += 1;
    *right += 1;
}

fn main() {
    println!("three canvases are up");

    thread::scope(|scope| {
        for seat in 0..3 {
            scope.spawn(move || paint(seat));
        }
    });
    println!("{BRUSHES:?}");
}
