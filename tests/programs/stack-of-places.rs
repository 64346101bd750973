//! A stack by numbers of places: popped and pushed again in between, its top looks the same
// Nothing is freed and nothing races, but the exchange succeeds on an old look (ABA): place 1, long gone, is on top.
//@ returns: top 0
//@ returns: top 1
//@ returns: top 2

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

// The places are 2 on 1 on 0; 0 is the bottom.
static TOP: AtomicUsize = AtomicUsize::new(2);
static BELOW: [AtomicUsize; 3] = [AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(1)];

fn main() {
    let slow = thread::spawn(|| {
        let top = TOP.load(SeqCst);
        let below = BELOW[top].load(SeqCst);
        TOP.compare_exchange(top, below, SeqCst, SeqCst).is_ok()
    });
    TOP.store(0, SeqCst);
    BELOW[2].store(0, SeqCst);
    TOP.store(2, SeqCst);
    slow.join().unwrap();
    println!("top {}", TOP.load(SeqCst));
}
