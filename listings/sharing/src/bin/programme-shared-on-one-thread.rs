//! On one thread: `Rc` shares, `RefCell` lets in

use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let songs = Rc::new(RefCell::new(vec!["Dawn"]));
    let printer = Rc::clone(&songs);

    songs.borrow_mut().push("Dusk");

    println!(
        "{} songs, {} owners",
        printer.borrow().len(),
        Rc::strong_count(&printer)
    );
}
