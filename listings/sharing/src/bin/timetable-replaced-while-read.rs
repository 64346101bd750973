//! A `Mutex` around an `Arc`: the timetable is replaced while somebody reads

use std::sync::{Arc, Mutex};

fn main() {
    let current = Mutex::new(Arc::new(vec!["8:00", "12:00"]));

    let reader = Arc::clone(&current.lock().unwrap());
    *current.lock().unwrap() = Arc::new(vec!["9:00", "13:00", "17:00"]);

    println!("on paper: {reader:?}");
    println!("on the wall: {:?}", current.lock().unwrap());
}
