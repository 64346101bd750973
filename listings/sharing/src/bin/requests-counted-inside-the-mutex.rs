//! What belongs together is in one `Mutex`

use std::sync::Mutex;
use std::thread;

fn main() {
    // ANCHOR: serve
    let counters = Mutex::new((0, 0));

    let serve = |size| {
        let mut counters = counters.lock().unwrap();
        let (requests, bytes) = &mut *counters;
        *bytes += size;
        *requests += 1;
    };
    // ANCHOR_END: serve

    thread::scope(|scope| {
        scope.spawn(|| serve(200));
        scope.spawn(|| serve(500));
    });

    let (requests, bytes) = counters.into_inner().unwrap();
    println!("{requests} requests, {bytes} bytes");
}
