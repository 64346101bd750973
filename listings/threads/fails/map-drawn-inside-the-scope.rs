//! A value made inside the scope's closure ends before the scope's threads
//!
//! If this compiled, the closure would return and free `map` while the thread may still have its way to go: threads are
//! joined after the closure has ended, not before. The thread would count letters in freed memory.
//@ fixed-by: threads/map-drawn-before-the-scope

use std::thread;

fn main() {
    thread::scope(|scope| {
        let map = String::from("north, north, east");
        scope.spawn(|| println!("{} steps", map.split(',').count())); //~ E0373: may outlive the current function
    });
}
