//! The `Result` is opened, and a guard comes out

use std::sync::Mutex;

fn water(log: &mut Vec<u32>) {
    log.push(12);
}

fn main() {
    let rain = Mutex::new(vec![3, 0]);

    // ANCHOR: main
    water(&mut rain.lock().unwrap());
    println!("{} days", rain.lock().unwrap().len());
    // ANCHOR_END: main
}
