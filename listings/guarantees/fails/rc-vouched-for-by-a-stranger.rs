//! Nobody can vouch for somebody else's type
//!
//! If this compiled, this station would travel without harm, since the thread gets its only owner. But one line in any
//! crate of a program would make every `Rc<str>` in it travel. Crates that never heard of that line rely on being alone
//! with their counts. They could count just as other threads do, and free texts that are still in use.
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
