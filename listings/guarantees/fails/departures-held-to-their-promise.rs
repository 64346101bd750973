//! With the promise in the signature, the function is blamed
//!
//! If this compiled, the signature would be a lie, though one that does no harm yet, since nobody else owns `first`.
//! `departures` could keep another owner of it tomorrow. The board's thread would drop this one, and the two would
//! subtract from one plain count.
//@ fixed-by: guarantees/departures-of-a-hidden-type

use std::rc::Rc;
use std::thread;

fn departures() -> impl Iterator<Item = u32> + Send {
    //~^ E0277: `Rc<u32>` cannot be sent between threads safely
    let first = Rc::new(7);
    (0..3).map(move |n| *first + 2 * n)
}

fn main() {
    let departures = departures();

    let board = thread::spawn(move || departures.collect::<Vec<_>>());
    println!("{:?}", board.join().unwrap());
}
