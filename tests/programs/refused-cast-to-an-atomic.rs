//! Other memory taken for an atomic, by a cast of a pointer
//@ refused at 10: has been cast to it

use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;
fn main() {
    let mut plain = [7u32; 4];
    let at = plain.as_mut_ptr();
    let atomic = unsafe { &*(at as *const AtomicU32) };
    thread::scope(|scope| { scope.spawn(|| atomic.fetch_add(1, Relaxed)); });
    println!("{plain:?}");
}
