//! What a thread has that is still there when `main` returns is no leak, and what one had that is done is none
//@ returns: on

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

static IS_ON: AtomicBool = AtomicBool::new(false);

fn main() {
    let lamp = Box::new(5_u32);
    thread::spawn(move || {
        let wick = Box::into_raw(lamp);
        let oil = Box::new(unsafe { *wick });
        IS_ON.store(true, Ordering::Release);
        thread::park();
        drop(oil);
        drop(unsafe { Box::from_raw(wick) });
    });
    while !IS_ON.load(Ordering::Acquire) {
        thread::yield_now();
    }
    println!("on");
}
