//! A receiver cannot be doubled
//!
//! If this compiled, both readers would take from one queue, and an article that is taken is gone. Ida gets it. Bo
//! waits for the next one, which never comes, while `main` itself still holds the sender: the program hangs on its last
//! line. With more articles, each reader would miss those that the other has got.
//@ fixed-by: messages/second-reader-subscribes

use std::sync::mpsc;

fn main() {
    let (press, ida) = mpsc::channel();
    let bo = ida.clone(); //~ E0599: no method named `clone` found for struct `std::sync::mpsc::Receiver<T>`

    let article = String::from("rain at last");
    press.send(article).unwrap();

    println!("Ida reads of {}", ida.recv().unwrap());
    println!("Bo reads of {}", bo.recv().unwrap());
}
