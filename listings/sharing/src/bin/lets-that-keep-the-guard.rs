//! Four `let`s with a `&` behind them

use std::sync::Mutex;

fn main() {
    let rain = Mutex::new(vec![3, 0, 7]);
    let is_held = || rain.try_lock().is_err();

    {
        let first = &rain.lock().unwrap()[0];
        println!("first day: {first} mm; held: {}", is_held());
    }
    {
        let first = Some(&rain.lock().unwrap()[0]);
        println!("perhaps: {first:?}; held: {}", is_held());
    }
    {
        let (place, log) = ("coast", &*rain.lock().unwrap());
        println!("{place}: {log:?}; held: {}", is_held());
    }
    {
        let copy = &rain.lock().unwrap().clone();
        println!("copy: {copy:?}; held: {}", is_held());
    }
}
