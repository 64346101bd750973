//! Ann opens her counter, and Ben opens his
//@ outcome: Ann: counter one is open | Ben: counter two is open
//@ outcome: Ben: counter two is open | Ann: counter one is open
//@ schedules

use std::thread;

fn main() {
    let ben = thread::spawn(|| println!("Ben: counter two is open"));

    println!("Ann: counter one is open");

    ben.join().unwrap();
}
