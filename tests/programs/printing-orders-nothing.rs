//! What one thread prints before another does not order what they read and write
//@ undefined `data race, 16 and 20`: look
//@ undefined `data race, 16 and 20`: ready | look
//@ undefined `data race, 16 and 20`: look | ready

use std::cell::UnsafeCell;
use std::thread;

struct Lamp(UnsafeCell<bool>);
unsafe impl Sync for Lamp {}

static LAMP: Lamp = Lamp(UnsafeCell::new(false));

fn main() {
    let keeper = thread::spawn(|| {
        unsafe { *LAMP.0.get() = true };
        println!("ready");
    });
    println!("look");
    let lit = unsafe { *LAMP.0.get() };
    keeper.join().unwrap();
    println!("{lit}");
}
