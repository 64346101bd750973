//! A thread catches its own panic and goes on
//@ returns: caught no | alive 5

use std::panic::catch_unwind;
use std::thread;

fn main() {
    let thread = thread::spawn(|| {
        let caught = catch_unwind(|| -> u32 { panic!("no") }).unwrap_err();
        println!("caught {}", caught.downcast_ref::<&str>().unwrap());
        5
    });
    println!("alive {}", thread.join().unwrap());
}
