//! Two workers add to one counter
//@ schedules

use std::sync::Mutex;
use std::thread;

fn main() {
    let served = Mutex::new(0);

    let work = |requests| {
        for _ in 0..3 {
            *served.lock().unwrap() += requests;
        }
    };

    thread::scope(|scope| {
        scope.spawn(|| work(2));
        scope.spawn(|| work(5));
    });

    println!("{} requests served", served.lock().unwrap());
}
