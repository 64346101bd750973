//! A value made before the scope outlives its threads

use std::thread;

fn main() {
    let map = String::from("north, north, east");
    thread::scope(|scope| {
        scope.spawn(|| println!("{} steps", map.split(',').count()));
    });
}
