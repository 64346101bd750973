//! The closure mentions the book
//!
//! If this compiled, the book would be dropped on the printer's thread, and with it the note's only owner: no harm
//! done. But `main` could have kept another owner, and the two drops would subtract from one plain count at once: the
//! note could be freed twice.
//@ fixed-by: guarantees/only-the-title-travels

use std::rc::Rc;
use std::thread;

struct Book {
    title: String,
    note: Rc<str>,
}

fn main() {
    let book = Book {
        title: "Tides".to_owned(),
        note: Rc::from("page 12"),
    };

    let printer = thread::spawn(move || {
        //~^ E0277: `Rc<str>` cannot be sent between threads safely
        let book = book;
        println!("title: {}", book.title);
    });

    printer.join().unwrap();
}
