//! A book with a note, and a printer that wants its title

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

    let printer = thread::spawn(move || println!("title: {}", book.title));

    printer.join().unwrap();
    println!("note: {}", book.note);
}
