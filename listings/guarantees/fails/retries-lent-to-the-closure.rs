//! A count for one thread, lent and not given
//!
//! If this compiled, this program would count to 3, since nobody else uses `retries`. But the closure would hold a
//! shared reference to it, and so could `main`, which is still in the scope. A line added there, `retries.set(0)`,
//! could fall between the thread's reading and its writing, and the reset would be overwritten as if it'd never
//! happened.
//@ fixed-by: guarantees/retries-given-to-the-closure

use std::cell::Cell;
use std::thread;

fn main() {
    let retries = Cell::new(0);

    thread::scope(|scope| {
        scope.spawn(|| {
            //~^ E0277: `Cell<i32>` cannot be shared between threads safely
            retries.set(retries.get() + 3);
            println!("retries: {}", retries.get());
        });
    });
}
