//! Two tills put coins into one drawer
//@ schedules

use std::sync::Mutex;
use std::thread;

fn main() {
    let drawer = Mutex::new(0);

    let sell = |price| {
        for _ in 0..3 {
            *drawer.lock().unwrap() += price;
        }
    };

    thread::scope(|scope| {
        scope.spawn(|| sell(2));
        scope.spawn(|| sell(5));
    });

    println!("in the drawer: {}", drawer.lock().unwrap());
}
