//! A flag for those who come later, and a lock for the others
//@ schedules
//@ outcome: the bank is asked | 92 and 92 cents
//@ outcome: the bank is asked | the bank is asked | 92 and 92 cents

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

// ANCHOR: dollar
static IS_THERE: AtomicBool = AtomicBool::new(false);
static CENTS: AtomicU32 = AtomicU32::new(0);
static ASKING: Mutex<()> = Mutex::new(());

fn ask_the_bank() {
    let _turn = ASKING.lock().unwrap();
    println!("the bank is asked");
    CENTS.store(92, SeqCst);
    IS_THERE.store(true, SeqCst);
}

fn dollar() -> u32 {
    if !IS_THERE.load(SeqCst) {
        ask_the_bank();
    }
    CENTS.load(SeqCst)
}
// ANCHOR_END: dollar

fn main() {
    let [one, two] = [(); 2].map(|()| thread::spawn(dollar));
    let (one, two) = (one.join().unwrap(), two.join().unwrap());
    println!("{one} and {two} cents");
}
