//! A receiver can't be doubled
//!
//! If this compiled, both screens would take from one queue, and a reading that's been taken is gone. The first one
//! gets it. The second waits for another one, which never comes, and since `main` itself still has the sender, the
//! program hangs on its last line. If there were more readings, each screen would miss those that the other has got.
//@ fixed-by: messages/second-screen-subscribes

use std::sync::mpsc;

fn main() {
    let (to_ferry, ferry) = mpsc::channel();
    let harbour = ferry.clone(); //~ E0599: no method named `clone` found for struct `std::sync::mpsc::Receiver<T>`

    let reading = String::from("east: 3 m");
    to_ferry.send(reading).unwrap();

    println!("ferry: {}", ferry.recv().unwrap());
    println!("harbour: {}", harbour.recv().unwrap());
}
