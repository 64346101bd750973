//! A literal is borrowed for ever, so a thread may hold a reference to it

use std::thread;

fn main() {
    let motto: &'static str = "measure twice";

    let carpenter = thread::spawn(move || println!("bench: {motto}"));
    carpenter.join().unwrap();

    println!("office: {motto}");
}
