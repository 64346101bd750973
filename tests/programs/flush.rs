//! Each thread prints a letter without a newline, and flushes
//@ returns: ab \
//@ returns: ba \

use std::io::{self, Write};
use std::thread;

fn main() {
    let a = thread::spawn(|| {
        print!("a");
        io::stdout().flush().unwrap();
    });
    print!("b");
    io::stdout().flush().unwrap();
    a.join().unwrap();
}
