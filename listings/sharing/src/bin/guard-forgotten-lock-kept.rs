//! A guard whose destructor never runs

use std::mem;
use std::sync::Mutex;

fn main() {
    let mut drawer = Mutex::new(50);

    let mut cash = drawer.lock().unwrap();
    *cash += 3;
    mem::forget(cash);

    println!("free: {}", drawer.try_lock().is_ok());
    println!("in the drawer: {}", drawer.get_mut().unwrap());
}
