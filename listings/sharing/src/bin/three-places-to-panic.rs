//! Three requests fail: before, while, and after they have the counter

use std::sync::Mutex;
use std::thread;

fn fail() {
    panic!("connection lost"); //~ panic: connection lost
}

fn before(served: &Mutex<u32>) {
    fail();
    *served.lock().unwrap() += 1;
}

fn during(served: &Mutex<u32>) {
    let mut count = served.lock().unwrap();
    fail();
    *count += 1;
}

fn after(served: &Mutex<u32>) {
    *served.lock().unwrap() += 1;
    fail();
}

fn main() {
    for request in [before, during, after] {
        let served = Mutex::new(0);
        let _ = thread::scope(|scope| scope.spawn(|| request(&served)).join());
        println!("poisoned: {}", served.is_poisoned());
    }
}
