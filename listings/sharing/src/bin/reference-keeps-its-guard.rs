//! A reference in a `let`, and a method call in a `let`

use std::sync::Mutex;

fn main() {
    let millis = Mutex::new(vec![30, 0, 70]);

    let jobs = millis.lock().unwrap().len();
    println!("{jobs} jobs; free: {}", millis.try_lock().is_ok());

    let list = &*millis.lock().unwrap();
    println!("{} jobs; free: {}", list.len(), millis.try_lock().is_ok());
}
