//! Two workers set one stop flag
//!
//! If this compiled, two threads would write to one byte at the same time. That both write the same does not help:
//! it is a data race, which the compiler is allowed to assume away. It could keep the byte elsewhere in the
//! meantime, or merge and move the writes as if each closure were alone, and no rule would say any more what is
//! printed.
//@ fixed-by: guarantees/stop-flag-set-atomically

use std::thread;

fn main() {
    let mut stop = false;

    thread::scope(|scope| {
        scope.spawn(|| stop = true);
        scope.spawn(|| stop = true); //~ E0499: cannot borrow `stop` as mutable more than once at a time
    });

    println!("stop: {stop:?}");
}
