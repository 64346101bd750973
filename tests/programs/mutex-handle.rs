//! Two threads find a handle in a `Mutex<Option<_>>`, and one of them joins it
//@ returns: 5 joined by a
//@ returns: 5 joined by b

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

static HANDLE: Mutex<Option<JoinHandle<u32>>> = Mutex::new(None);

fn join(name: &str) {
    let taken = HANDLE.lock().unwrap().take();
    if let Some(handle) = taken {
        println!("{} joined by {name}", handle.join().unwrap());
    }
}

fn main() {
    *HANDLE.lock().unwrap() = Some(thread::spawn(|| 5));
    thread::scope(|s| {
        s.spawn(|| join("a"));
        s.spawn(|| join("b"));
    });
}
