//! Whoever has the lock looks at the flag again
//@ schedules

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static IS_THERE: AtomicBool = AtomicBool::new(false);
static CENTS: AtomicU32 = AtomicU32::new(0);
static ASKING: Mutex<()> = Mutex::new(());

// ANCHOR: ask
fn ask_the_bank() {
    let _turn = ASKING.lock().unwrap();
    if IS_THERE.load(SeqCst) {
        return;
    }
    println!("the bank is asked");
    CENTS.store(92, SeqCst);
    IS_THERE.store(true, SeqCst);
}
// ANCHOR_END: ask

fn dollar() -> u32 {
    if !IS_THERE.load(SeqCst) {
        ask_the_bank();
    }
    CENTS.load(SeqCst)
}

fn main() {
    let [one, two] = [(); 2].map(|()| thread::spawn(dollar));
    let (one, two) = (one.join().unwrap(), two.join().unwrap());
    println!("{one} and {two} cents");
}
