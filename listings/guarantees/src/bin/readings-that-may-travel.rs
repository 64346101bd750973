//! The type of the readings says that they may travel

use std::fmt::Display;
use std::thread;

// ANCHOR: reading
type Reading = Box<dyn Display + Send>;
// ANCHOR_END: reading

fn report(readings: &[Reading]) -> String {
    let parts: Vec<String> = readings.iter().map(|part| part.to_string()).collect();
    parts.join(" ")
}

fn main() {
    let readings: [Reading; 3] = [Box::new(21.5), Box::new("degrees, wind"), Box::new('N')];

    let printer = thread::spawn(move || report(&readings));
    println!("{}", printer.join().unwrap());
}
