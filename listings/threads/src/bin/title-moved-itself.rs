//! The string itself is moved, and no reference is left to dangle

use std::thread;

fn main() {
    let title = String::from("Every Interleaving");
    let shown = title;

    let printer = thread::spawn(move || println!("{shown}"));

    printer.join().unwrap();
}
