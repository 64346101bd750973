//! With the promise in the signature, the function is blamed
//!
//! If this compiled, the signature would be a lie, though one that doesn't do any harm yet, since nobody else owns
//! `first`. `delays` could keep another owner of it tomorrow. The client's thread would drop this one, and they'd both
//! subtract from one plain count.
//@ fixed-by: guarantees/delays-of-a-hidden-type

use std::rc::Rc;
use std::thread;

fn delays() -> impl Iterator<Item = u32> + Send {
    //~^ E0277: `Rc<u32>` cannot be sent between threads safely
    let first = Rc::new(100);
    (0..3).map(move |n| *first << n)
}

fn main() {
    let delays = delays();

    let client = thread::spawn(move || delays.collect::<Vec<_>>());
    println!("{:?} ms", client.join().unwrap());
}
