//! Only the first request asks the bank
//@ schedules
//@ outcome: the bank is asked | 92 and 92 cents
//@ outcome: the bank is asked | 92 and 0 cents
//@ outcome: the bank is asked | 0 and 92 cents

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static ASKED: AtomicBool = AtomicBool::new(false);
static CENTS: AtomicU32 = AtomicU32::new(0);

fn dollar() -> u32 {
    if !ASKED.swap(true, SeqCst) {
        println!("the bank is asked");
        CENTS.store(92, SeqCst);
    }
    CENTS.load(SeqCst)
}

fn main() {
    let [one, two] = [(); 2].map(|()| thread::spawn(dollar));
    let (one, two) = (one.join().unwrap(), two.join().unwrap());
    println!("{one} and {two} cents");
}
