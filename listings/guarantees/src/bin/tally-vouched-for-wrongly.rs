//! Two people count one visitor each

use std::cell::Cell;
use std::sync::Barrier;
use std::thread;

struct Tally(Cell<u32>);

// Unsound: a `Cell` does nothing to keep two threads apart.
unsafe impl Sync for Tally {}

static TALLY: Tally = Tally(Cell::new(0));
static BOTH_HAVE_READ: Barrier = Barrier::new(2);
static ANN_HAS_WRITTEN: Barrier = Barrier::new(2);

fn main() {
    let ann = thread::spawn(|| {
        let seen = TALLY.0.get();
        BOTH_HAVE_READ.wait();
        TALLY.0.set(seen + 1);
        ANN_HAS_WRITTEN.wait();
    });
    let ben = thread::spawn(|| {
        let seen = TALLY.0.get();
        BOTH_HAVE_READ.wait();
        ANN_HAS_WRITTEN.wait();
        TALLY.0.set(seen + 1);
    });

    ann.join().unwrap();
    ben.join().unwrap();
    println!("{} visitors", TALLY.0.get());
}
