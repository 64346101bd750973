//! `let _ = lock()` releases the lock at once, and the `static mut` that it guards is bare
//@ undefined `data race, 13`:

use std::sync::Mutex;
use std::thread;

static mut VISITORS: u32 = 0;
static DOOR: Mutex<()> = Mutex::new(());

#[allow(let_underscore_lock)]
fn visit() {
    let _ = DOOR.lock().unwrap();
    unsafe { VISITORS += 1 };
}

fn main() {
    let other = thread::spawn(visit);
    visit();
    other.join().unwrap();
    let visitors = unsafe { VISITORS };
    println!("{visitors}");
}
