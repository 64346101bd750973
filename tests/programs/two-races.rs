//! Two variables written in one order and read in the other: each of the two races can be the first
//@ undefined `data race, 11 and 15`:

use std::thread;

static mut EAST: u32 = 0;
static mut NORTH: u32 = 0;

fn main() {
    let sailor = thread::spawn(|| {
        unsafe { EAST = 1 };
        unsafe { NORTH = 1 };
    });
    let north = unsafe { NORTH };
    let east = unsafe { EAST };
    sailor.join().unwrap();
    println!("{east} {north}");
}
