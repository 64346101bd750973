//! A port that is set by the command line and by a file
//@ schedules
//@ outcome: Ok(()), Err(3000): Some(8080)
//@ outcome: Err(8080), Ok(()): Some(3000)

use std::sync::OnceLock;
use std::thread;

static PORT: OnceLock<u16> = OnceLock::new();

fn main() {
    let command_line = thread::spawn(|| PORT.set(8080));
    let file = PORT.set(3000);
    let command_line = command_line.join().unwrap();
    println!("{command_line:?}, {file:?}: {:?}", PORT.get());
}
