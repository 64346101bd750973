//! Holding stdout's lock keeps two prints together
//@ returns: a b x
//@ returns: x a b

use std::io;
use std::thread;

fn main() {
    let other = thread::spawn(|| print!("x "));
    {
        let _together = io::stdout().lock();
        print!("a ");
        print!("b ");
    }
    other.join().unwrap();
    println!();
}
