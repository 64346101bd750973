//! A receiver cannot be doubled
//!
//! If this compiled, both screens would take from one queue, and a reading that is taken is gone. The first one gets
//! it. The second waits for the next one, which never comes, while `main` itself still holds the sender: the program
//! hangs on its last line. With more readings, each screen would miss those that the other has got.
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
