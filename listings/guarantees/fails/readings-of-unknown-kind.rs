//! A `dyn Display` has forgotten what it was
//!
//! If this compiled, these three readings would arrive safely. But a fourth could be an `Rc<str>` with the station's
//! name, which can be displayed as well. It'd have the same type as the others, and go to the printer with them. That's
//! where it's dropped, while another owner of the name may be dropped by `main`: one plain count, changed by two
//! threads.
//@ fixed-by: guarantees/readings-that-may-travel

use std::fmt::Display;
use std::thread;

type Reading = Box<dyn Display>;

fn report(readings: &[Reading]) -> String {
    let parts: Vec<String> = readings.iter().map(|part| part.to_string()).collect();
    parts.join(" ")
}

fn main() {
    let readings: [Reading; 3] = [Box::new(21.5), Box::new("degrees, wind"), Box::new('N')];

    let printer = thread::spawn(move || report(&readings)); //~ E0277: `dyn std::fmt::Display` cannot be sent
    println!("{}", printer.join().unwrap());
}
