//! A copy of the number may be kept

use std::sync::Mutex;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);

    // ANCHOR: number
    let wettest = rain.lock().unwrap().iter().max().copied().unwrap();
    rain.lock().unwrap().push(2);
    // ANCHOR_END: number

    println!("{wettest} mm");
}
