//! Once nobody else has access, no atomic step is needed

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() {
    // ANCHOR: log
    let mut requests = AtomicU32::new(10);

    thread::scope(|scope| {
        scope.spawn(|| requests.fetch_add(3, Ordering::Relaxed));
    });
    *requests.get_mut() += 5;

    println!("{} requests", requests.into_inner());
    // ANCHOR_END: log
}
