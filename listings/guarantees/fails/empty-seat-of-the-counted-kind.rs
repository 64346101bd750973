//! An empty seat is refused as well
//!
//! If this compiled, this seat would travel without harm, for it is empty. But the compiler would have to know which
//! values an `Option` can hold at this line. A guest who is seated one line earlier would travel with the seat, and
//! with another owner of the name left behind, two threads would change one plain count.
//@ fixed-by: guarantees/empty-seat-of-the-shared-kind

use std::rc::Rc;
use std::thread;

fn main() {
    let seat: Option<Rc<str>> = None;

    let usher = thread::spawn(move || seat.is_none()); //~ E0277: `Rc<str>` cannot be sent between threads safely
    println!("free: {}", usher.join().unwrap());
}
