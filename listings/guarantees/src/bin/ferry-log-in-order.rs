//! The far pier waits for the ferry
//@ schedules

use std::sync::{Mutex, mpsc};
use std::thread;

static LOG: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn write(entry: &'static str) {
    LOG.lock().unwrap().push(entry);
}

fn main() {
    let (ferry, pier) = mpsc::channel();

    thread::scope(|scope| {
        scope.spawn(move || {
            write("departed");
            ferry.send("Calliope").unwrap();
        });
        scope.spawn(move || {
            let name = pier.recv().unwrap();
            write("arrived");
            println!("seen: {name}");
        });
    });

    println!("{}", LOG.lock().unwrap().join(", "));
}
