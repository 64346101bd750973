//! `is_finished` says that the thread is done, and not that its writes may be read
//@ returns: not yet
//@ undefined `data race, 15 and 18`:

use std::cell::UnsafeCell;
use std::thread;

struct Sum(UnsafeCell<u32>);
unsafe impl Sync for Sum {}

static SUM: Sum = Sum(UnsafeCell::new(0));

fn main() {
    let adder = thread::spawn(|| {
        unsafe { *SUM.0.get() += 15 };
    });
    if adder.is_finished() {
        println!("{}", unsafe { *SUM.0.get() });
    } else {
        println!("not yet");
    }
    adder.join().unwrap();
}
