//! The second request waits until the first has the rate
//@ schedules

use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

// ANCHOR: once
static FETCHED: Once = Once::new();
static CENTS: AtomicU32 = AtomicU32::new(0);

fn dollar() -> u32 {
    FETCHED.call_once(|| {
        println!("the bank is asked");
        CENTS.store(92, SeqCst);
    });
    CENTS.load(SeqCst)
}
// ANCHOR_END: once

fn main() {
    let [one, two] = [(); 2].map(|()| thread::spawn(dollar));
    let (one, two) = (one.join().unwrap(), two.join().unwrap());
    println!("{one} and {two} cents");
}
