//! A reference in a `let`, and a method call in a `let`

use std::sync::Mutex;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);

    let days = rain.lock().unwrap().len();
    println!("{days} days; free: {}", rain.try_lock().is_ok());

    let log = &*rain.lock().unwrap();
    println!("{} days; free: {}", log.len(), rain.try_lock().is_ok());
}
