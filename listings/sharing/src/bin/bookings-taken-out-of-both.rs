//! The threads are joined, and the list is wanted back

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let boats = Arc::new(Mutex::new(vec!["Gull"]));
    let shared = Arc::clone(&boats);

    let north = thread::spawn(move || shared.lock().unwrap().push("Tern"));
    north.join().unwrap();

    let mutex = Arc::into_inner(boats).expect("the last owner");
    let list: Vec<&str> = mutex.into_inner().unwrap();
    println!("{}", list.join(", "));
}
