//! Three tables are replaced while one request goes on

use crossbeam::epoch::Collector;
use std::sync::atomic::{AtomicUsize, Ordering};

static DESTROYED: AtomicUsize = AtomicUsize::new(0);

fn main() {
    // ANCHOR: tables
    let collector = Collector::new();
    let (slow, operator) = (collector.register(), collector.register());
    let request = slow.pin();
    for _ in 0..3 {
        let guard = operator.pin();
        guard.defer(|| DESTROYED.fetch_add(1, Ordering::Relaxed));
        guard.flush();
    }
    println!("meanwhile: {}", DESTROYED.load(Ordering::Relaxed));

    drop(request);
    for _ in 0..3 {
        operator.pin().flush();
    }
    println!("afterwards: {}", DESTROYED.load(Ordering::Relaxed));
    // ANCHOR_END: tables
}
