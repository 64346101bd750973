//! Three tables are replaced while a request pins itself anew between two looks

use crossbeam::epoch::Collector;
use std::sync::atomic::{AtomicUsize, Ordering};

static DESTROYED: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let collector = Collector::new();
    let (slow, operator) = (collector.register(), collector.register());
    let mut request = slow.pin();
    // ANCHOR: repin
    for _ in 0..3 {
        let guard = operator.pin();
        guard.defer(|| DESTROYED.fetch_add(1, Ordering::Relaxed));
        guard.flush();
        request.repin();
    }
    // ANCHOR_END: repin
    println!("meanwhile: {}", DESTROYED.load(Ordering::Relaxed));

    drop(request);
    for _ in 0..3 {
        operator.pin().flush();
    }
    println!("afterwards: {}", DESTROYED.load(Ordering::Relaxed));
}
