//! `Once` runs one initialiser, and every thread that returns from `call_once` sees what it wrote
//@ returns: 40 40

use std::sync::Once;
use std::thread;

static mut PRICE: u32 = 0;
static PRICED: Once = Once::new();

fn price() -> u32 {
    PRICED.call_once(|| unsafe { PRICE += 40 });
    unsafe { PRICE }
}

fn main() {
    let other = thread::spawn(price);
    let mine = price();
    println!("{mine} {}", other.join().unwrap());
}
