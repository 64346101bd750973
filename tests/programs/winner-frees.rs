//! Two threads look at one box before they compete for it, and the winner frees it under the other's eyes
//@ returns: 5
//@ undefined `data race, 19 and 23`:

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static THERE: AtomicBool = AtomicBool::new(true);

#[derive(Clone, Copy)]
struct Prize(*mut u32);
unsafe impl Send for Prize {}

impl Prize {
    fn win(self) -> u32 {
        if !THERE.load(SeqCst) {
            return 0;
        }
        let value = unsafe { *self.0 };
        if THERE.compare_exchange(true, false, SeqCst, SeqCst).is_err() {
            return 0;
        }
        drop(unsafe { Box::from_raw(self.0) });
        value
    }
}

fn main() {
    let prize = Prize(Box::into_raw(Box::new(5)));
    let other = thread::spawn(move || prize.win());
    let mine = prize.win();
    println!("{}", mine + other.join().unwrap());
}
