//! A `Builder` gives a thread its name; `spawn` gives it none

use std::io;
use std::thread;

fn name() -> String {
    format!("{:?}", thread::current().name())
}

fn main() -> io::Result<()> {
    let backup = thread::Builder::new().name("backup".to_owned());
    let named = backup.spawn(name)?;
    let unnamed = thread::spawn(name);

    println!("builder: {}", named.join().unwrap());
    println!("spawn: {}", unnamed.join().unwrap());
    println!("main: {}", name());
    Ok(())
}
