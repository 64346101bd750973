//! Three ringers trip: before, while, and after they have the bell

use std::sync::Mutex;
use std::thread;

fn trip() {
    panic!("tripped over the rope"); //~ panic: tripped over the rope
}

fn before(bell: &Mutex<u32>) {
    trip();
    *bell.lock().unwrap() += 1;
}

fn during(bell: &Mutex<u32>) {
    let mut strokes = bell.lock().unwrap();
    trip();
    *strokes += 1;
}

fn after(bell: &Mutex<u32>) {
    *bell.lock().unwrap() += 1;
    trip();
}

fn main() {
    for ringer in [before, during, after] {
        let bell = Mutex::new(0);
        let _ = thread::scope(|scope| scope.spawn(|| ringer(&bell)).join());
        println!("poisoned: {}", bell.is_poisoned());
    }
}
