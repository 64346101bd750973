//! A plain `static` cannot be changed at all
//!
//! If this compiled, two workers would add to one plain number. Both could read 41 and both write 42, and a request that
//! was served would not be counted. As a data race, it would even be undefined what the program does.
//@ fixed-by: sharing/requests-counted-by-fetch-add

use std::thread;

// ANCHOR: work
static REQUESTS: u32 = 0;

fn work() {
    for _ in 0..500 {
        REQUESTS += 1; //~ E0594: cannot assign to immutable static item `REQUESTS`
    }
}
// ANCHOR_END: work

fn main() {
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    println!("{} requests", REQUESTS);
}
