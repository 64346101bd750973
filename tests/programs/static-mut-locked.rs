//! A `static mut` that is touched behind a mutex alone
//@ returns: 2

use std::sync::Mutex;
use std::thread;

static mut VISITORS: u32 = 0;
static DOOR: Mutex<()> = Mutex::new(());

fn visit() {
    let _door = DOOR.lock().unwrap();
    unsafe { VISITORS += 1 };
}

fn main() {
    let other = thread::spawn(visit);
    visit();
    other.join().unwrap();
    let visitors = unsafe { VISITORS };
    println!("{visitors}");
}
