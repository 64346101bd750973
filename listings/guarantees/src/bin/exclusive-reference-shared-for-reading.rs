//! Two threads share one exclusive reference

use std::thread;

fn main() {
    let mut limit = 250;
    let quota = &mut limit;
    let shared = &quota;

    thread::scope(|scope| {
        scope.spawn(move || assert_eq!(**shared, 250));
        scope.spawn(move || assert_eq!(**shared, 250));
    });

    *quota += 30;
    println!("limit: {limit} requests");
}
