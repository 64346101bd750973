//! The signature is the same, and a caller is refused
//!
//! If this compiled, the hidden iterator would carry its counted `first` to the board's thread. It is the only owner,
//! so this program would come to no harm. But `departures` could keep a second owner for the next caller, without a
//! change of its signature, and two threads would change one plain count.
//@ fixed-by: guarantees/departures-of-a-hidden-type

use std::rc::Rc;
use std::thread;

fn departures() -> impl Iterator<Item = u32> {
    let first = Rc::new(7);
    (0..3).map(move |n| *first + 2 * n)
}

fn main() {
    let departures = departures();

    let board = thread::spawn(move || departures.collect::<Vec<_>>()); //~ E0277: `Rc<u32>` cannot be sent
    println!("{:?}", board.join().unwrap());
}
