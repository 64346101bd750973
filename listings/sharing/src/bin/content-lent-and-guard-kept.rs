//! The guard stays, and a reference to the list goes

use std::sync::Mutex;
use std::thread;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);

    // ANCHOR: lending
    let mut log = rain.lock().unwrap();
    let days: &mut Vec<i32> = &mut log;
    thread::scope(|scope| {
        scope.spawn(move || days.push(2));
    });
    drop(log);
    // ANCHOR_END: lending

    println!("{} days", rain.into_inner().unwrap().len());
}
