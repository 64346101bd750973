//! Two workers set one stop flag
//!
//! If this compiled, two threads could write to one byte at the same time. It doesn't help that they'd both write the
//! same: it's a data race, which the compiler is allowed to assume away. It could keep the byte elsewhere in the
//! meantime, or merge and move the writes as if each closure were alone, and there'd be no rule any more to say what's
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
