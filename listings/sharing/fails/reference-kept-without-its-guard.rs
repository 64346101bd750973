//! A reference to the content can't be kept longer than the guard
//!
//! If this compiled, `wettest` would still point into the list once the lock's free again. The next line locks again
//! and pushes, which moves the list to a larger block of memory, and the last line prints whatever's in the old one.
//@ fixed-by: sharing/number-kept-without-its-guard

use std::sync::Mutex;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);

    let wettest = rain.lock().unwrap().iter().max().unwrap(); //~ E0716: temporary value dropped while borrowed
    rain.lock().unwrap().push(2);

    println!("{wettest} mm");
}
