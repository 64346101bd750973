//! The guard stays, and a thread reads through it

use std::sync::Mutex;
use std::thread;

fn main() {
    let menu = Mutex::new(String::from("soup, fish"));
    let guard = menu.lock().unwrap();

    thread::scope(|scope| {
        scope.spawn(|| println!("today: {guard}"));
    });
}
