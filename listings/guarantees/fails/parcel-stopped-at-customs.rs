//! A bound is checked although no thread is anywhere near
//!
//! If this compiled, nothing would go wrong yet, as there's no other thread. But `customs` would have told its callers
//! that what comes out of it may go to any thread. The next line could clone this `Rc` and pass the clone on to one.
//! There it could be cloned again while `main` clones it here, on one plain count: one owner too few is counted, and
//! the text could be freed while somebody's reading it.
//@ fixed-by: guarantees/parcel-passes-customs

use std::rc::Rc;

fn customs<T: Send>(goods: T) -> T {
    goods
}

fn main() {
    let parcel: Rc<str> = Rc::from("tea");
    let parcel = customs(parcel); //~ E0277: `Rc<str>` cannot be sent between threads safely

    println!("passed: {parcel}");
}
