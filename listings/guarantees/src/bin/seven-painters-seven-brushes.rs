//! Seven painters, seven brushes, and more states than the search goes through
//@ may-hang
//@ schedules: sample 10000

use std::sync::Mutex;
use std::thread;

static BRUSHES: [Mutex<()>; 7] = [const { Mutex::new(()) }; 7];

fn paint(seat: usize) {
    for _picture in 0..2 {
        let _left = BRUSHES[seat].lock().unwrap();
        let _right = BRUSHES[(seat + 1) % 7].lock().unwrap();
    }
}

fn main() {
    thread::scope(|scope| {
        for seat in 0..7 {
            scope.spawn(move || paint(seat));
        }
    });
    println!("fourteen pictures");
}
