//! Where the letters of a catalogue are, before it's sent and after

use std::sync::mpsc;
use std::thread;

fn main() {
    let (desk, shop) = mpsc::channel();

    let writing = thread::spawn(move || {
        let catalogue = "lamp, 40 crowns; ".repeat(10_000);
        let place = catalogue.as_ptr().addr();
        desk.send(catalogue).unwrap();
        place
    });

    let mut catalogue = shop.recv().unwrap();
    let place = writing.join().unwrap();
    println!("same place: {}", catalogue.as_ptr().addr() == place);

    catalogue.truncate(15);
    println!("first entry: {catalogue}");
}
