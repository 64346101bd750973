//! A thread that never rests, and `main`

use std::hint;
use std::sync::Barrier;
use std::thread;

static SPINNING: Barrier = Barrier::new(2);

fn main() {
    thread::spawn(|| {
        SPINNING.wait();
        loop {
            hint::spin_loop();
        }
    });

    SPINNING.wait();
    let seconds: u32 = (1..=60).map(|_minute| 60).sum();
    println!("an hour has {seconds} seconds");
}
