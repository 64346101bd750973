//! A guard in the last line of a function, in the edition of 2024

use std::sync::Mutex;

fn wettest_day() -> u32 {
    let rain = Mutex::new(vec![3, 0, 7]);
    rain.lock().unwrap().iter().copied().max().unwrap()
}

fn main() {
    println!("{} mm", wettest_day());
}
