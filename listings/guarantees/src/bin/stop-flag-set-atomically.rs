//! Two workers set one stop flag, which is made for two

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

fn main() {
    // ANCHOR: stop
    let stop = AtomicBool::new(false);

    thread::scope(|scope| {
        scope.spawn(|| stop.store(true, Ordering::Relaxed));
        scope.spawn(|| stop.store(true, Ordering::Relaxed));
    });
    // ANCHOR_END: stop

    println!("stop: {stop:?}");
}
