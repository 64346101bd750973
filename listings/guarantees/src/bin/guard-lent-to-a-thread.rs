//! The guard stays, and a thread reads through it

use std::sync::Mutex;
use std::thread;

fn main() {
    let config = Mutex::new(String::from("port 8080"));
    let guard = config.lock().unwrap();

    thread::scope(|scope| {
        scope.spawn(|| println!("config: {guard}"));
    });
}
