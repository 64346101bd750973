//! Each painter takes the brush with the lower number first
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static BRUSHES: [Mutex<u32>; 3] = [const { Mutex::new(0) }; 3];
static ALL_ARE_SEATED: Barrier = Barrier::new(3);

// ANCHOR: paint
fn paint(seat: usize) {
    let next = (seat + 1) % 3;
    ALL_ARE_SEATED.wait();
    let mut lower = BRUSHES[seat.min(next)].lock().unwrap();
    let mut higher = BRUSHES[seat.max(next)].lock().unwrap();
    *lower += 1;
    *higher += 1;
}
// ANCHOR_END: paint

fn main() {
    println!("three canvases are up");

    thread::scope(|scope| {
        for seat in 0..3 {
            scope.spawn(move || paint(seat));
        }
    });
    println!(
        "{:?}",
        BRUSHES.each_ref().map(|brush| *brush.lock().unwrap())
    );
}
