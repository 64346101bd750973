//! The mail is taken in twice, while the sender stays

use std::sync::mpsc;

fn main() {
    let (street, letterbox) = mpsc::channel();

    street.send("a bill").unwrap();
    street.send("a postcard").unwrap();
    println!("morning: {} letters", letterbox.try_iter().count());

    street.send("a newspaper").unwrap();
    println!("evening: {} letter", letterbox.try_iter().count());
    drop(street);
}
