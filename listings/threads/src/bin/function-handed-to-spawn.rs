//! `spawn` is given the function itself and calls it on the new thread

use std::thread;

fn check_disk() {
    println!("on main: {}", thread::current().name() == Some("main"));
}

// ANCHOR: main
fn main() {
    check_disk();

    let checker = thread::spawn(check_disk);
    checker.join().unwrap();
}
// ANCHOR_END: main
