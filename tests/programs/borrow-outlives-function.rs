//! A borrow stretched to `'static`: the thread writes when the function, and its variable, are gone
//@ undefined `use of a variable that is gone, 17`:

use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

static LEFT: AtomicBool = AtomicBool::new(false);

fn start() -> JoinHandle<()> {
    let mut marks = 0;
    let stretched: &'static mut u32 = unsafe { mem::transmute::<&mut u32, &'static mut u32>(&mut marks) };
    thread::spawn(move || {
        while !LEFT.load(Ordering::Acquire) {
            thread::yield_now();
        }
        *stretched = 1;
    })
}

fn main() {
    let marker = start();
    LEFT.store(true, Ordering::Release);
    marker.join().unwrap();
    println!("marked");
}
