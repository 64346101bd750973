//! A logbook goes into the thread and comes back through `join`

use std::thread;

fn main() {
    let mut logbook = vec!["left the harbour"];

    let captain = thread::spawn(move || {
        logbook.push("passed the lighthouse");
        logbook
    });

    logbook = captain.join().unwrap();
    logbook.push("home again");
    println!("{logbook:?}");
}
