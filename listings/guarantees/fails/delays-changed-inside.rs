//! The signature is the same, and a caller is refused
//!
//! If this compiled, the hidden iterator would carry its counted `first` to the client's thread. It's the only owner,
//! so this program would come to no harm. But `delays` could keep a second owner for the next caller, and its signature
//! wouldn't change. Then two threads could change one plain count.
//@ fixed-by: guarantees/delays-of-a-hidden-type

use std::rc::Rc;
use std::thread;

fn delays() -> impl Iterator<Item = u32> {
    let first = Rc::new(100);
    (0..3).map(move |n| *first << n)
}

fn main() {
    let delays = delays();

    let client = thread::spawn(move || delays.collect::<Vec<_>>()); //~ E0277: `Rc<u32>` cannot be sent
    println!("{:?} ms", client.join().unwrap());
}
