//! A bound is checked although no thread is anywhere near
//!
//! If this compiled, `customs` would have told its callers that what comes out of it may go to any thread. The next line could
//! pass this `Rc` on to one, and its plain count would be changed there while `main` changes it here: one owner too few
//! is counted, and the text is freed while somebody reads it.
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
