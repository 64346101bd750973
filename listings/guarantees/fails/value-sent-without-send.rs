//! All callers would be in order, and the helper is refused
//!
//! If this compiled, the next caller could pass an `Rc<str>` and keep a second owner, somewhere that outlives the call, and a
//! third thread could do the same. The mistake would then be found, if at all, in a count that is off by one, in the
//! code of a caller who did nothing that the signature forbids.
//@ fixed-by: guarantees/value-sent-with-send

use std::fmt::Display;
use std::thread;

fn print_elsewhere<T: Display>(value: T) {
    thread::scope(|scope| {
        scope.spawn(move || println!("printed: {value}")); //~ E0277: `T` cannot be sent between threads safely
    });
}

fn main() {
    print_elsewhere(String::from("tides at noon"));
    print_elsewhere(12);
}
