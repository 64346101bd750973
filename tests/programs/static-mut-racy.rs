//! Two threads count in a `static mut`: a data race, whatever comes of it
//@ undefined `data race, 9`:

use std::thread;

static mut VISITORS: u32 = 0;

fn visit() {
    unsafe { VISITORS += 1 };
}

fn main() {
    let other = thread::spawn(visit);
    visit();
    other.join().unwrap();
    let visitors = unsafe { VISITORS };
    println!("{visitors}");
}
