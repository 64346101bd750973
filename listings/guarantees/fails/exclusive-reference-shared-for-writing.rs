//! Nobody writes through a shared reference, whatever it points to
//!
//! If this compiled, one thread would raise the limit while the other reads it, and there'd be nothing to keep them
//! apart: a data race. The `assert_eq!` could fail, and no rule would say what it finds, in a place that had been lent
//! out exclusively.
//@ fixed-by: guarantees/exclusive-reference-shared-for-reading

use std::thread;

fn main() {
    let mut limit = 250;
    let quota = &mut limit;
    let shared = &quota;

    thread::scope(|scope| {
        scope.spawn(move || **shared += 30); //~ E0594: cannot assign to `**shared`, which is behind a `&` reference
        scope.spawn(move || assert_eq!(**shared, 250));
    });

    *quota += 30;
    println!("limit: {limit} requests");
}
