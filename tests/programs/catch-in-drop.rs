//! A `Drop` may catch a panic of its own while another one unwinds
//@ returns: caught inside true true | true

use std::panic::catch_unwind;
use std::thread;

struct Careful;
impl Drop for Careful {
    fn drop(&mut self) {
        let inner = catch_unwind(|| panic!("second"));
        println!("caught inside {} {}", inner.is_err(), thread::panicking());
    }
}

fn main() {
    let thread = thread::spawn(|| {
        let _careful = Careful;
        panic!("first");
    });
    println!("{}", thread.join().is_err());
}
