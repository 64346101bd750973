//! Two watchmen see one fire
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static RUNG: AtomicBool = AtomicBool::new(false);

fn see_smoke() {
    if !RUNG.swap(true, Ordering::Relaxed) {
        println!("the bell rings");
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(see_smoke);
        scope.spawn(see_smoke);
    });
    println!("the fire is out");
}
