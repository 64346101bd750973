//! A tally for one thread, lent and not given
//!
//! If this compiled, this program would count to 3, for nobody else uses the tally. But the closure would hold a shared
//! reference to it, and so could `main`, which is still in the scope. A line added there, `tally.set(0)`, could fall
//! between the thread's reading and its writing, and the reset would be overwritten as if it had never happened.
//@ fixed-by: guarantees/tally-given-to-the-closure

use std::cell::Cell;
use std::thread;

fn main() {
    let tally = Cell::new(0);

    thread::scope(|scope| {
        scope.spawn(|| {
            //~^ E0277: `Cell<i32>` cannot be shared between threads safely
            tally.set(tally.get() + 3);
            println!("counted: {}", tally.get());
        });
    });
}
