//! A guard with a name is dropped before the `Mutex`

use std::sync::Mutex;

fn wettest_day() -> u32 {
    let rain = Mutex::new(vec![3, 0, 7]);
    let log = rain.lock().unwrap();
    log.iter().copied().max().unwrap()
}

fn main() {
    println!("{} mm", wettest_day());
}
