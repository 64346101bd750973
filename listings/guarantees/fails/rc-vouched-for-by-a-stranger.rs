//! Nobody can vouch for a type of somebody else
//!
//! If this compiled, this station would travel without harm, for the thread gets its only owner. But one line in any
//! crate of a program would make every `Rc<str>` of the program travel. Crates that never heard of that line rely on
//! being alone with their counts. They could count at once with other threads, and free texts in use.
//@ fixed-by: guarantees/arc-needs-no-voucher

use std::rc::Rc;
use std::thread;

unsafe impl Send for Rc<str> {}
//~^ E0751: found both positive and negative implementation of trait `Send` for type `Rc<str>`
//~^ E0117: only traits defined in the current crate can be implemented for types defined outside of the crate

fn main() {
    let station: Rc<str> = Rc::from("Foel Fawr");
    let observer = thread::spawn(move || println!("at {station}"));

    observer.join().unwrap();
}
