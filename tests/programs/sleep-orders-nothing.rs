//! `sleep` promises no order
//@ returns: a b
//@ returns: b a

use std::thread;
use std::time::Duration;

fn main() {
    let a = thread::spawn(|| print!("a "));
    let b = thread::spawn(|| {
        thread::sleep(Duration::from_secs(1));
        print!("b ");
    });
    a.join().unwrap();
    b.join().unwrap();
    println!();
}
