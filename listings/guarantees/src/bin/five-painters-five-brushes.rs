//! Five painters, five brushes, and a deadlock that hardly any schedule leads to
//@ may-hang
//@ schedules

use std::sync::Mutex;
use std::thread;

static BRUSHES: [Mutex<()>; 5] = [const { Mutex::new(()) }; 5];

fn paint(seat: usize) {
    for _picture in 0..2 {
        let _left = BRUSHES[seat].lock().unwrap();
        let _right = BRUSHES[(seat + 1) % 5].lock().unwrap();
    }
}

fn main() {
    thread::scope(|scope| {
        for seat in 0..5 {
            scope.spawn(move || paint(seat));
        }
    });
    println!("ten pictures");
}
