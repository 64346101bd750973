//! A plain `static` can't be changed at all
//!
//! If this compiled, two workers would add to one plain number. Both could read 41 and both write 42, and a request
//! that was served wouldn't be counted. It's a data race too, so it isn't even defined what the program does.
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
