//! One guard, two readers
//@ unordered

use std::sync::Mutex;
use std::thread;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);

    let log = rain.lock().unwrap();
    thread::scope(|scope| {
        scope.spawn(|| println!("{} days", log.len()));
        scope.spawn(|| println!("{} mm", log.iter().sum::<u32>()));
    });
}
