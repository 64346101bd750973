//! Two monitors see one outage
//@ schedules

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static SENT: AtomicBool = AtomicBool::new(false);

fn see_outage() {
    if !SENT.swap(true, Ordering::Relaxed) {
        println!("an alert goes out");
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(see_outage);
        scope.spawn(see_outage);
    });
    println!("the outage is over");
}
