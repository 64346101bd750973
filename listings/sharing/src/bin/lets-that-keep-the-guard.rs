//! Four `let`s with a `&` behind them

use std::sync::Mutex;

fn main() {
    let millis = Mutex::new(vec![30, 0, 70]);
    let is_held = || millis.try_lock().is_err();

    {
        let first = &millis.lock().unwrap()[0];
        println!("first job: {first} ms; held: {}", is_held());
    }
    {
        let first = Some(&millis.lock().unwrap()[0]);
        println!("perhaps: {first:?}; held: {}", is_held());
    }
    {
        let (worker, list) = ("web", &*millis.lock().unwrap());
        println!("{worker}: {list:?}; held: {}", is_held());
    }
    {
        let copy = &millis.lock().unwrap().clone();
        println!("copy: {copy:?}; held: {}", is_held());
    }
}
