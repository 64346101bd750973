//! Two requests count one hit each

use std::cell::Cell;
use std::sync::Barrier;
use std::thread;

struct Hits(Cell<u32>);

// Unsound: a `Cell` does nothing to keep two threads apart.
unsafe impl Sync for Hits {}

static HITS: Hits = Hits(Cell::new(0));
static BOTH_HAVE_READ: Barrier = Barrier::new(2);
static FIRST_HAS_WRITTEN: Barrier = Barrier::new(2);

fn main() {
    let first = thread::spawn(|| {
        let seen = HITS.0.get();
        BOTH_HAVE_READ.wait();
        HITS.0.set(seen + 1);
        FIRST_HAS_WRITTEN.wait();
    });
    let second = thread::spawn(|| {
        let seen = HITS.0.get();
        BOTH_HAVE_READ.wait();
        FIRST_HAS_WRITTEN.wait();
        HITS.0.set(seen + 1);
    });

    first.join().unwrap();
    second.join().unwrap();
    println!("hits: {}", HITS.0.get());
}
