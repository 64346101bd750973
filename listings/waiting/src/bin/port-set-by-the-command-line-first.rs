//! A port that is set by the command line, and then by a file
//@ schedules

use std::sync::OnceLock;
use std::thread;

static PORT: OnceLock<u16> = OnceLock::new();

// ANCHOR: main
fn main() {
    let command_line = thread::spawn(|| PORT.set(8080));
    let command_line = command_line.join().unwrap();
    let file = PORT.set(3000);
    println!("{command_line:?}, {file:?}: {:?}", PORT.get());
}
// ANCHOR_END: main
