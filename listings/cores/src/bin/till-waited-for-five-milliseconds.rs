//! Ida waits for the till, but not for long

use parking_lot::Mutex;
use std::thread;
use std::time::Duration;

static TILL: Mutex<u32> = Mutex::new(120);

fn main() {
    let till = TILL.lock();
    // ANCHOR: asking
    let ida = thread::spawn(|| match TILL.try_lock_for(Duration::from_millis(5)) {
        Some(mut till) => *till += 9,
        None => println!("Ida: later"),
    });
    ida.join().unwrap();
    println!("{till} in the till");
    // ANCHOR_END: asking
}
