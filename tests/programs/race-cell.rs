//! A `Cell` that claims to be `Sync`: `set` in one thread, `get` in another
//@ undefined `data race, 14 and 16`:

use std::cell::Cell;
use std::thread;

struct Shared(Cell<u32>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(Cell::new(0));

fn main() {
    let thread = thread::spawn(|| {
        SHARED.0.set(1);
    });
    let seen = SHARED.0.get();
    thread.join().unwrap();
    println!("{seen}");
}
