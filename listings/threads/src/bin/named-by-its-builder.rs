//! A `Builder` gives a thread its name; `spawn` gives it none

use std::io;
use std::thread;

fn name() -> String {
    format!("{:?}", thread::current().name())
}

fn main() -> io::Result<()> {
    let printer = thread::Builder::new().name("printer".to_owned());
    let named = printer.spawn(name)?;
    let unnamed = thread::spawn(name);

    println!("builder: {}", named.join().unwrap());
    println!("spawn: {}", unnamed.join().unwrap());
    println!("main: {}", name());
    Ok(())
}
