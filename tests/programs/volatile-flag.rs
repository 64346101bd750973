//! A volatile flag is not an atomic one: the flag itself is raced on
//@ undefined `data race, 11 and 13`:

use std::ptr;
use std::thread;

static mut FLAG: bool = false;

fn main() {
    let signaller = thread::spawn(|| {
        unsafe { ptr::write_volatile(&raw mut FLAG, true) };
    });
    let up = unsafe { ptr::read_volatile(&raw const FLAG) };
    println!("{}", if up { "up" } else { "down" });
    signaller.join().unwrap();
}
