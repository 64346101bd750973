//! What one thread prints before another does not order what they read and write
//@ undefined `data race, 15 and 19`: look
//@ undefined `data race, 15 and 19`: ready | look

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
