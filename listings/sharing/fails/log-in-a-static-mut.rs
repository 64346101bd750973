//! A list in a `static mut`
//!
//! If this compiled, both workers could call `push` at the same time. Two pushes can write to one place, and an entry
//! is lost. Or one moves the list to a larger block while the other's still writing into the old one, which has been
//! freed. The word `unsafe` claims that this can't happen, and there's nothing in the program to make it true.
//@ fixed-by: sharing/log-in-a-static-mutex

use std::thread;

static mut MILLIS: Vec<u32> = Vec::new();

fn record(millis: u32) {
    unsafe { MILLIS.push(millis) } //~ static_mut_refs: creating a mutable reference to mutable static
}

fn main() {
    let workers = [12, 30].map(|millis| thread::spawn(move || record(millis)));

    for worker in workers {
        worker.join().unwrap();
    }
    println!("{} entries", unsafe { MILLIS.len() }); //~ static_mut_refs: creating a shared reference to mutable static
}
